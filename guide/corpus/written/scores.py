"""Scores of games and exams, and ranks."""

from __future__ import annotations

from random import Random

from ..drawing import integers, lists, one_of, ordered
from ..meant import meant

points = integers(0, 30)
game_points = lists(points, 1, 8)
exam_marks = lists(one_of(integers(30, 99), integers(55, 99), 100, 50), 2, 8)
growing_or_not = one_of(lists(points, 2, 7), ordered(points, 2, 6))
goal_differences = lists(integers(-3, 4), 2, 9)
quarters = lists(integers(12, 34), 4, 4)


def good_or_mixed_marks(rng: Random) -> list[int]:
    """Marks of a class that did well, or not."""
    least = rng.choice((38, 46, 52))
    return [rng.randint(least, 100) for _ in range(rng.randint(3, 7))]


@meant(growing_or_not)
def best_score(scores: list[int]) -> int:
    """The highest score."""
    return max(scores)


@meant(growing_or_not)
def latest_score(scores: list[int]) -> int:
    """The score of the last game."""
    return scores[-1]


@meant(lists(points, 0, 8))
def games_played(scores: list[int]) -> int:
    """How many games there were."""
    return len(scores)


@meant(lists(points, 0, 6))
def points_of_the_season(scores: list[int]) -> int:
    """All points together."""
    return sum(scores)


@meant(lists(points, 2, 9))
def podium_scores(scores: list[int]) -> list[int]:
    """The three best scores, the best first."""
    return sorted(scores, reverse=True)[:3]


@meant(game_points)
def total_without_worst_game(scores: list[int]) -> int:
    """All points but those of the worst game."""
    return sum(scores) - min(scores)


@meant(lists(points, 2, 7))
def lead_over_second(scores: list[int]) -> int:
    """By how much the best is ahead of the second."""
    second, best = sorted(scores)[-2:]
    return best - second


@meant(exam_marks)
def exams_passed(marks: list[int]) -> int:
    """How many marks are 50 or more."""
    return sum(mark >= 50 for mark in marks)


@meant(good_or_mixed_marks)
def everyone_passed(marks: list[int]) -> bool:
    """Whether all marks are 50 or more."""
    return all(mark >= 50 for mark in marks)


@meant(exam_marks)
def a_perfect_mark(marks: list[int]) -> bool:
    """Whether somebody has 100."""
    return 100 in marks


@meant(exam_marks, integers(40, 80))
def marks_that_reach(marks: list[int], needed: int) -> list[int]:
    """The marks that are enough."""
    return [mark for mark in marks if mark >= needed]


@meant(lists(one_of(integers(60, 100), integers(90, 115)), 1, 7))
def marks_capped_at_hundred(marks: list[int]) -> list[int]:
    """Marks with bonus points, but no more than 100."""
    return [min(mark, 100) for mark in marks]


@meant(growing_or_not)
def new_records(scores: list[int]) -> list[int]:
    """The scores that were higher than all before them."""
    records: list[int] = []
    for score in scores:
        if not records or score > records[-1]:
            records.append(score)
    return records


@meant(lists(integers(0, 20), 2, 7))
def rank_of_each(scores: list[int]) -> list[int]:
    """The rank of each score, 1 for the highest."""
    ranked = sorted(scores, reverse=True)
    return [ranked.index(score) + 1 for score in scores]


@meant(lists(points, 2, 8), points)
def rank_of_newcomer(scores: list[int], score: int) -> int:
    """The rank that another score would have."""
    return 1 + sum(other > score for other in scores)


@meant(lists(one_of(integers(1, 20), 25, 40, 60), 1, 6))
def darts_left_of_301(throws: list[int]) -> int:
    """What is left of 301 after the throws."""
    return 301 - sum(throws)


@meant(goal_differences)
def matches_won(differences: list[int]) -> int:
    """How many matches were won, by goals more than the other team's."""
    return sum(difference > 0 for difference in differences)


@meant(goal_differences)
def league_points(differences: list[int]) -> int:
    """Three points for each win and one for each draw."""
    return sum(3 if difference > 0 else 1 if difference == 0 else 0 for difference in differences)


@meant(goal_differences)
def longest_winning_streak(differences: list[int]) -> int:
    """The most wins one after the other."""
    longest = streak = 0
    for difference in differences:
        streak = streak + 1 if difference > 0 else 0
        longest = max(longest, streak)
    return longest


@meant(game_points)
def number_of_the_best_player(scores: list[int]) -> int:
    """The number of the player with the most points, counted from 1."""
    return scores.index(max(scores)) + 1


@meant(lists(points, 2, 7))
def better_than_at_first(scores: list[int]) -> bool:
    """Whether the last score is higher than the first."""
    return scores[-1] > scores[0]


@meant(lists(one_of(7.5, 8.0, 8.5, 9.0, 9.5), 4, 7))
def judges_without_extremes(marks: list[float]) -> float:
    """The sum of the judges' marks without the highest and the lowest."""
    return sum(marks) - max(marks) - min(marks)


@meant(quarters, quarters)
def home_team_wins(home: list[int], away: list[int]) -> bool:
    """Whether the home team has more points in all."""
    return sum(home) > sum(away)


@meant(quarters, quarters)
def quarters_won(home: list[int], away: list[int]) -> int:
    """In how many quarters the home team scored more."""
    return sum(ours > theirs for ours, theirs in zip(home, away, strict=True))


@meant(integers(0, 100))
def grade_of_marks(marks: int) -> str:
    """The letter for a mark: A from 90, B from 75, C from 50, else F."""
    return "A" if marks >= 90 else "B" if marks >= 75 else "C" if marks >= 50 else "F"
