"""Dice, cards, and positions on a board."""

from __future__ import annotations

from random import Random

from ..drawing import characters, first_name, form, integers, lists, one_of, repeating
from ..meant import meant

die = integers(1, 6)
dice = lists(die, 2, 6)
rank = one_of("2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K", "A")
card = form("{}{}", rank, one_of("S", "H", "D", "C"))
"""A card as 10H."""
hand = lists(card, 2, 6)
field_name = form("{}{}", characters("abcdefgh", 1, 1), integers(1, 8))
"""A field of a chess board as e4."""
moves = characters("UDLR", 2, 8)
scores = lists(integers(0, 60), 2, 6)
result = form("{}:{}", integers(0, 4), integers(0, 4))
"""A result as 2:1."""


def straight_or_not(rng: Random) -> list[int]:
    """Dice that may follow each other."""
    start = rng.randint(1, 3)
    follow = [start, start + 1, start + 2, start + 3]
    rng.shuffle(follow)
    return follow if rng.random() < 0.5 else [rng.randint(1, 6) for _ in range(4)]


@meant(dice)
def points_of_all_dice(thrown: list[int]) -> int:
    """The sum of the dice."""
    return sum(thrown)


@meant(dice)
def number_of_sixes(thrown: list[int]) -> int:
    """How many sixes were thrown."""
    return thrown.count(6)


@meant(dice)
def six_was_thrown(thrown: list[int]) -> bool:
    """Whether there is a six."""
    return 6 in thrown


@meant(die, die)
def double_or_seven_thrown(one: int, two: int) -> bool:
    """Whether two dice show the same or come to seven."""
    return one == two or one + two == 7


@meant(repeating(die, 3, 3, 5))
def most_of_a_kind(thrown: list[int]) -> int:
    """How often the number comes that comes most often."""
    return max(thrown.count(number) for number in thrown)


@meant(straight_or_not)
def dice_make_a_straight(thrown: list[int]) -> bool:
    """Whether four dice show four numbers in a row, in any order."""
    return len(set(thrown)) == 4 and max(thrown) - min(thrown) == 3


@meant(lists(die, 3, 6))
def points_without_the_lowest_die(thrown: list[int]) -> int:
    """The sum of all dice but the lowest."""
    return sum(sorted(thrown)[1:])


@meant(card)
def suit_of_a_card(name: str) -> str:
    """The suit, which is the last letter."""
    return name[-1]


@meant(card)
def rank_of_a_card(name: str) -> str:
    """What is before the suit."""
    return name[:-1]


@meant(hand)
def hearts_in_the_hand(cards: list[str]) -> list[str]:
    """The cards that are hearts."""
    return [name for name in cards if name.endswith("H")]


@meant(lists(form("{}{}", rank, one_of("H", "H", "H", "S")), 2, 4))
def hand_is_a_flush(cards: list[str]) -> bool:
    """Whether all cards have one suit."""
    return len({name[-1] for name in cards}) == 1


@meant(lists(one_of(rank, "J", "Q", "K"), 1, 5))
def points_of_the_ranks(ranks: list[str]) -> int:
    """Eleven points for an ace, ten for a picture, and the number of the others."""
    return sum(11 if name == "A" else 10 if name in "JQK" else int(name) for name in ranks)


@meant(one_of(lists(integers(2, 11), 2, 3), lists(integers(2, 11), 2, 4)))
def hand_is_bust(points: list[int]) -> bool:
    """Whether the points are above 21."""
    return sum(points) > 21


@meant(field_name)
def column_of_a_field(name: str) -> int:
    """The column of a chess field as a number."""
    return "abcdefgh".index(name[0]) + 1


@meant(field_name)
def field_is_light(name: str) -> bool:
    """Whether a chess field is a light one."""
    return ("abcdefgh".index(name[0]) + int(name[1])) % 2 == 0


@meant(integers(0, 7), integers(0, 7), integers(0, 7), integers(0, 7))
def steps_on_the_grid(row: int, column: int, to_row: int, to_column: int) -> int:
    """The steps from one field to another, without going across corners."""
    return abs(row - to_row) + abs(column - to_column)


@meant(integers(0, 39), integers(2, 12))
def field_after_a_throw(position: int, thrown: int) -> int:
    """The new place on a round board with forty fields."""
    return (position + thrown) % 40


@meant(moves)
def position_after_moves(steps: str) -> list[int]:
    """Where steps to the right, left, up and down lead from the origin."""
    return [steps.count("R") - steps.count("L"), steps.count("U") - steps.count("D")]


@meant(characters("LR", 2, 10))
def token_leaves_the_row(steps: str) -> bool:
    """Whether a token leaves a row of five squares, in whose middle it starts."""
    position, furthest = 0, 0
    for step in steps:
        position += 1 if step == "R" else -1
        furthest = max(furthest, abs(position))
    return furthest > 2


@meant(result)
def outcome_for_the_home_team(score: str) -> str:
    """Whether the first of two teams won or lost, or drew."""
    home, away = map(int, score.split(":"))
    return "win" if home > away else "loss" if home < away else "draw"


@meant(lists(one_of("win", "draw", "loss"), 2, 6))
def points_in_the_league(outcomes: list[str]) -> int:
    """Three points for a win and one for a draw."""
    return 3 * outcomes.count("win") + outcomes.count("draw")


@meant(scores)
def lead_of_the_winner(points: list[int]) -> int:
    """By how much the best is ahead of the second."""
    best, second = sorted(points, reverse=True)[:2]
    return best - second


@meant(lists(first_name, 2, 6), integers(0, 15))
def whose_turn_it_is(players: list[str], turn: int) -> str:
    """The player whose turn it is, when all play in order again and again."""
    return players[turn % len(players)]
