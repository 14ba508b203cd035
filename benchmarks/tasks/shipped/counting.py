"""What occurs how often, orders of several keys, groups, and candidates chosen among combinations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations, groupby, pairwise
from typing import Any

from .exercise import Exercise


def _counts(values: Iterable[Any]) -> list[list[Any]]:
    return [[value, count] for value, count in Counter(values).items()]


def _first_repeated(xs: list[int]) -> int:
    return next((x for i, x in enumerate(xs) if x in xs[:i]), -1)


def _together(words: list[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault("".join(sorted(word)), []).append(word)
    return list(groups.values())


def _substrings(s: str) -> list[str]:
    return [s[i:j] for i, j in combinations(range(len(s) + 1), 2)]


EXERCISES = (
    Exercise(
        "letters_with_their_counts",
        "easy",
        "Each letter with how often it occurs, as they first come.",
        _counts,
        ["pepper", "kayak", "go", "salsa"],
        ["mississippi", "noon", "kettle"],
    ),
    Exercise(
        "words_by_frequency",
        "medium",
        "Each word with how often it occurs, the most frequent first.",
        lambda s: [[word, count] for word, count in Counter(s.split()).most_common()],
        ["up up down up", "red blue blue green red blue", "one two one"],
        ["tea milk milk tea tea", "a b c b"],
    ),
    Exercise(
        "numbers_counted_in_order",
        "medium",
        "Each number with how often it occurs, in ascending order.",
        lambda xs: sorted(_counts(xs)),
        [[5, 1, 5, 2, 5, 2], [9, 9, 4], [7, 3, 7, 7, 3, 1]],
        [[2, 8, 2, 8, 8], [6], [4, 1, 4, 0]],
    ),
    Exercise(
        "runs_with_lengths",
        "medium",
        "Each run of equal numbers: the number, and how long the run is.",
        lambda xs: [[x, len(list(run))] for x, run in groupby(xs)],
        [[4, 4, 4, 1, 1, 4], [7, 2, 2, 9], [3, 3, 3, 3]],
        [[5, 5, 6, 6, 6, 5], [8, 1]],
    ),
    Exercise(
        "by_frequency_then_value",
        "hard",
        "The most frequent numbers first, equally frequent ones in ascending order.",
        lambda xs: sorted(xs, key=lambda x: (-xs.count(x), x)),
        [[4, 9, 4, 1, 1, 4, 7], [6, 2, 8, 2, 5], [3, 3, 1, 1, 2, 9, 9, 9]],
        [[5, 7, 7, 5, 2], [8, 6, 6, 1, 8, 8]],
    ),
    Exercise(
        "letters_by_frequency",
        "hard",
        "The most frequent letters first, equally frequent ones by the alphabet.",
        lambda s: "".join(sorted(s, key=lambda c: (-s.count(c), c))),
        ["banana", "kettle", "pepper", "mississippi"],
        ["noodle", "committee", "bubble"],
    ),
    Exercise(
        "by_length_then_alphabet",
        "medium",
        "The words by their lengths, equally long ones by the alphabet.",
        lambda words: sorted(words, key=lambda word: (len(word), word)),
        [
            ["pear", "fig", "apple", "kiwi", "nut"],
            ["to", "be", "or", "not"],
            ["grape", "melon", "date", "plum", "lime"],
        ],
        [["owl", "ant", "bear", "bee", "lynx"], ["x", "yy", "w", "ab"]],
    ),
    Exercise(
        "longest_words_first",
        "medium",
        "The words of a text from the longest to the shortest, equally long ones by the alphabet.",
        lambda s: " ".join(sorted(s.split(), key=lambda word: (-len(word), word))),
        ["the quick brown fox jumps", "we sail at dawn or not", "red and yellow leaves fall"],
        ["one two three four five six", "by day and by night"],
    ),
    Exercise(
        "words_without_case",
        "medium",
        "The words in alphabetical order, whatever their case.",
        lambda s: " ".join(sorted(s.split(), key=str.lower)),
        ["delta Bravo alpha Charlie", "Zoo apple Mango cat", "one Two three Four five"],
        ["red Blue green Amber", "b A d C"],
    ),
    Exercise(
        "evens_down_then_odds_down",
        "hard",
        "The even numbers in descending order, then the odd ones in descending order.",
        lambda xs: sorted(xs, key=lambda x: (x % 2, -x)),
        [[3, 8, 5, 2, 9, 4], [7, 6, 1, 10], [11, 12, 13, 14, 15]],
        [[1, 2, 3, 4, 5, 6], [9, 30, 21, 4]],
    ),
    Exercise(
        "by_digit_sum",
        "hard",
        "The numbers by the sums of their digits, those of one sum in ascending order.",
        lambda xs: sorted(xs, key=lambda x: (sum(map(int, str(x))), x)),
        [[29, 100, 7, 34, 11, 52], [81, 9, 20, 3, 111], [45, 12, 21, 600, 30]],
        [[99, 10, 2, 44, 80], [13, 31, 5, 50]],
    ),
    Exercise(
        "small_letters_first",
        "hard",
        "The characters with small letters first, then capitals, then digits, each by the alphabet.",
        lambda s: "".join(sorted(s, key=lambda c: (c.isdigit(), c.isupper(), c))),
        ["cB3aA1", "Zy9xW0", "7pQ2rS", "kLm"],
        ["Hello42", "b2A1"],
    ),
    Exercise(
        "anagrams_together",
        "hard",
        "The words in groups of those with the same letters.",
        _together,
        [["arc", "dog", "car", "god"], ["stop", "x", "pots", "tops"], ["ab", "c", "ba", "d", "c"]],
        [["on", "no", "ten", "net"], ["ear", "are", "pie"]],
    ),
    Exercise(
        "grouped_by_length",
        "medium",
        "The words in groups of one length, the shortest first.",
        lambda words: [list(run) for _, run in groupby(sorted(words, key=len), key=len)],
        [["pear", "fig", "kiwi", "nut"], ["a", "or", "be", "x"], ["red", "blue", "pink", "tan", "mauve"]],
        [["one", "four", "six", "nine"], ["to", "b", "an", "c"]],
    ),
    Exercise(
        "first_repeated",
        "hard",
        "The first number that was there before, or -1.",
        _first_repeated,
        [[4, 7, 2, 7, 4], [1, 2, 3], [9, 9, 1], [5, 3, 8, 3, 5]],
        [[6, 1, 6, 1], [8], [2, 4, 4, 2]],
    ),
    Exercise(
        "first_letter_alone",
        "hard",
        "The first letter that occurs once, or an underscore.",
        lambda s: next((c for c in s if s.count(c) == 1), "_"),
        ["swiss", "noon", "level", "abcab", "aabb"],
        ["teeter", "xx", "banana"],
    ),
    Exercise(
        "pairs_that_make_ten",
        "medium",
        "How many pairs of numbers have the sum ten.",
        lambda xs: sum(1 for x, y in combinations(xs, 2) if x + y == 10),
        [[3, 7, 5, 5, 2], [1, 2, 3], [9, 1, 1, 9], [5, 5, 5], [4, 6, 4]],
        [[8, 2, 2, 8, 5], [10, 0], [6, 3, 4, 7]],
    ),
    Exercise(
        "a_pair_with_the_sum",
        "medium",
        "Whether two of the numbers have the sum.",
        lambda xs, n: any(x + y == n for x, y in combinations(xs, 2)),
        [([4, 9, 2], 11), ([1, 5, 7], 9), ([3, 3], 6), ([8, 1, 6], 15), ([2, 4, 4], 4), ([], 0)],
        [([5, 6, 1], 7), ([9, 2], 18), ([10, 4, 3], 13)],
    ),
    Exercise(
        "largest_product_of_two",
        "medium",
        "The largest product of two of the numbers.",
        lambda xs: max(x * y for x, y in combinations(xs, 2)),
        [[3, 7, 5, 2], [-6, 1, -4, 2], [9, 0, 1], [-5, -1, 3]],
        [[8, 2, 6], [-9, -3, 4, 2], [1, 1, 5]],
    ),
    Exercise(
        "smallest_difference",
        "medium",
        "The smallest difference of two of the numbers.",
        lambda xs: min(abs(x - y) for x, y in combinations(xs, 2)),
        [[10, 4, 17, 31], [5, 9, 6, 20], [1, 100], [8, 3, 8]],
        [[50, 42, 30, 11], [7, 19, 2]],
    ),
    Exercise(
        "subsets_with_the_sum",
        "hard",
        "How many of the subsets have the sum.",
        lambda xs, n: sum(1 for k in range(len(xs) + 1) for some in combinations(xs, k) if sum(some) == n),
        [([1, 2, 3], 3), ([4, 4, 8], 8), ([5, 1], 7), ([2, 3, 5, 7], 10), ([6], 6)],
        [([1, 1, 1], 2), ([9, 4, 5, 13], 9), ([3, 8], 11)],
    ),
    Exercise(
        "palindromes_within",
        "hard",
        "How many pieces of the text read the same backwards.",
        lambda s: sum(1 for piece in _substrings(s) if piece == piece[::-1]),
        ["noon", "abc", "aaa", "kayak", "xyx"],
        ["level", "abba", "to"],
    ),
    Exercise(
        "steps_up",
        "medium",
        "How many numbers are larger than the one before.",
        lambda xs: sum(1 for x, y in pairwise(xs) if y > x),
        [[1, 5, 3, 4, 4, 9], [7, 6, 5], [2, 3, 4, 5], [8]],
        [[3, 1, 2, 2, 6], [9, 10, 1]],
    ),
    Exercise(
        "letters_in_place",
        "medium",
        "At how many places two words differ.",
        lambda s, t: sum(1 for c, d in zip(s, t, strict=False) if c != d),
        [("stone", "store"), ("cat", "dog"), ("plain", "plane"), ("same", "same"), ("light", "night")],
        [("table", "cable"), ("march", "watch"), ("on", "no")],
    ),
    Exercise(
        "numbers_at_their_places",
        "medium",
        "The sum of the numbers, each times its place from 1.",
        lambda xs: sum(i * x for i, x in enumerate(xs, 1)),
        [[4, 1, 3], [2, 2, 2, 2], [9], [0, 5, 1]],
        [[7, 0, 2], [1, 1, 1], [3, 8]],
    ),
)
