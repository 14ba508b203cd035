"""Counts, groups, and what is most common."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from ..drawing import city, first_name, form, integers, lists, one_of, ordered, repeating, word
from ..meant import meant

answers = lists(one_of("yes", "yes", "no", "maybe"), 2, 9)
votes = repeating(first_name, 4, 3, 9)
marks = lists(integers(1, 6), 2, 9)
colours = lists(one_of("red", "blue", "green", "grey"), 2, 8)
sales = lists(form("{}:{}", one_of("north", "south", "east"), integers(1, 20)), 2, 6)
signals = lists(integers(0, 1), 3, 10)


@meant(votes)
def group_most_votes(votes: list[str]) -> str:
    """Who got most votes, who came first if there are several."""
    return Counter(votes).most_common(1)[0][0]


@meant(votes)
def group_votes_of_winner(votes: list[str]) -> int:
    """How many votes the winner got."""
    return max(Counter(votes).values())


@meant(answers)
def group_count_yes(answers: list[str]) -> int:
    """How many said yes."""
    return answers.count("yes")


@meant(answers)
def group_majority_yes(answers: list[str]) -> bool:
    """Whether more than half said yes."""
    return answers.count("yes") * 2 > len(answers)


@meant(colours)
def group_different_colours(colours: list[str]) -> int:
    """How many different ones there are."""
    return len(set(colours))


@meant(repeating(city, 4, 2, 7))
def group_cities_seen(cities: list[str]) -> list[str]:
    """Each city once, as they came."""
    return list(dict.fromkeys(cities))


@meant(marks)
def group_count_each_mark(marks: list[int]) -> list[int]:
    """How often each mark from one to six was given."""
    return [marks.count(mark) for mark in range(1, 7)]


@meant(colours)
def group_counts_sorted(colours: list[str]) -> list[str]:
    """Each colour with its count, sorted."""
    return [f"{colour} {colours.count(colour)}" for colour in sorted(set(colours))]


@meant(marks)
def group_only_once(numbers: list[int]) -> list[int]:
    """The numbers that are there only once."""
    return [number for number in numbers if numbers.count(number) == 1]


@meant(marks)
def group_more_than_once(numbers: list[int]) -> list[int]:
    """The numbers that are there more than once, each once, sorted."""
    return sorted({number for number in numbers if numbers.count(number) > 1})


@meant(signals)
def group_runs(signals: list[int]) -> list[list[int]]:
    """The signals in runs of the same."""
    return [list(run) for _, run in groupby(signals)]


@meant(signals)
def group_longest_run(signals: list[int]) -> int:
    """How long the longest run of the same is."""
    return max(len(list(run)) for _, run in groupby(signals))


@meant(lists(word, 2, 7))
def group_by_first_letter(words: list[str]) -> list[list[str]]:
    """The words that begin alike together, in the order of the alphabet."""
    return [list(group) for _, group in groupby(sorted(words), key=lambda word: word[0])]


@meant(lists(integers(-20, 50), 2, 8))
def group_negative_and_others(numbers: list[int]) -> list[list[int]]:
    """Those below zero, and the others."""
    return [[number for number in numbers if number < 0], [number for number in numbers if number >= 0]]


@meant(lists(integers(1, 60), 2, 8))
def group_even_and_odd_counts(numbers: list[int]) -> list[int]:
    """How many are even and how many odd."""
    even = sum(number % 2 == 0 for number in numbers)
    return [even, len(numbers) - even]


@meant(sales)
def group_sum_of_north(sales: list[str]) -> int:
    """What was sold in the north."""
    return sum(int(sale.split(":")[1]) for sale in sales if sale.startswith("north"))


@meant(lists(integers(1, 99), 1, 9), integers(2, 3))
def group_in_chunks(numbers: list[int], size: int) -> list[list[int]]:
    """The numbers in groups of a size."""
    return [numbers[start : start + size] for start in range(0, len(numbers), size)]


@meant(repeating(integers(1, 30), 3, 3, 8))
def group_most_common_number(numbers: list[int]) -> int:
    """The number that is there most often, the smallest if there are several."""
    return min(set(numbers), key=lambda number: (-numbers.count(number), number))


@meant(lists(integers(1, 12), 2, 6))
def group_all_different(numbers: list[int]) -> bool:
    """Whether no number comes again."""
    return len(numbers) == len(set(numbers))


@meant(lists(one_of("here", "here", "here", "here", "ill"), 2, 6))
def group_count_present(states: list[str]) -> int:
    """How many are here."""
    return states.count("here")


@meant(one_of(marks, ordered(integers(1, 20), 2, 6)))
def group_highest(numbers: list[int]) -> int:
    """The highest number."""
    return max(numbers)


@meant(one_of(ordered(integers(1, 60), 2, 6), ordered(integers(1, 60), 2, 6), lists(integers(1, 60), 2, 6)))
def group_latest(numbers: list[int]) -> int:
    """The last number."""
    return numbers[-1]


@meant(lists(integers(1, 60), 2, 7))
def group_more_even_than_odd(numbers: list[int]) -> bool:
    """Whether more are even than odd."""
    return sum(number % 2 == 0 for number in numbers) > len(numbers) / 2


@meant(marks)
def group_mean_mark(marks: list[int]) -> float:
    """The mean mark, to one place."""
    return round(sum(marks) / len(marks), 1)
