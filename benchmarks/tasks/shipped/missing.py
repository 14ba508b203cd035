"""Missing values: null among the items, as an input, and as an answer."""

from __future__ import annotations

from itertools import accumulate

from .exercise import Exercise

EXERCISES = (
    Exercise(
        "last_known_reading",
        "medium",
        "Every missing reading replaced by the one before.",
        lambda xs: list(accumulate(xs, lambda before, x: before if x is None else x)),
        [[3, None, 5], [7, None, None, 2], [1, 4, None], [9, None, 9, None, None]],
        [[6, None, None, None], [2, None, 8, 5, None]],
    ),
    Exercise(
        "known_readings",
        "easy",
        "The readings that are not missing.",
        lambda xs: [x for x in xs if x is not None],
        [[4, None, 6], [None, None, 1], [8, 2], [None, 5, None, 3]],
        [[None, 7, 7, None], [None], [1, 2, None, 3]],
    ),
    Exercise(
        "missing_is_zero",
        "easy",
        "Zero in place of what is missing.",
        lambda xs: [0 if x is None else x for x in xs],
        [[4, None, 6], [None, None, 1], [8, 2], [None, 5, None, 3]],
        [[None, 7, 7, None], [None], [1, 2, None, 3]],
    ),
    Exercise(
        "how_many_are_missing",
        "easy",
        "The number of missing answers.",
        lambda xs: sum(x is None for x in xs),
        [["yes", None, "no"], [None, None, "yes"], ["no", "no"], [None, "yes", None, None]],
        [[None], ["yes", "no", None, "yes"], [None, None, None, None, "no"]],
    ),
    Exercise(
        "nickname_or_name",
        "easy",
        "The nickname if there is one, and else the name.",
        lambda name, nickname: name if nickname is None else nickname,
        [("Margaret", "Meg"), ("Victor", None), ("Susanna", "Sue"), ("Olaf", None)],
        [("Gregory", None), ("Frederic", "Fred"), ("Ida", None)],
    ),
    Exercise(
        "empty_is_missing",
        "medium",
        "The number that the text says; missing where it is empty.",
        lambda s: int(s) if s else None,
        ["17", "", "4", "208"],
        ["95", "3", "1000"],
    ),
)
