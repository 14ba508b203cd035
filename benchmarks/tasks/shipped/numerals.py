"""Numbers as people write them: with separators, signs, units and names."""

from __future__ import annotations

from .exercise import Exercise

SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def _ordinal(n: int) -> str:
    return f"{n}{'th' if n % 100 // 10 == 1 else SUFFIXES.get(n % 10, 'th')}"


def _clock(n: int) -> str:
    return f"{n // 3600}:{n // 60 % 60:02}:{n % 60:02}"


def _ranges(s: str) -> list[int]:
    found: list[int] = []
    for part in s.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


EXERCISES = (
    Exercise(
        "with_thousands",
        "medium",
        "The number with a comma after the thousands.",
        lambda n: f"{n:,}",
        [1250, 48, 73205900, 999999],
        [8400, 5, 120000, 1000000000],
    ),
    Exercise(
        "number_of_a_price",
        "medium",
        "The amount as a number.",
        lambda s: int(s.removeprefix("$").replace(",", "")),
        ["$1,250", "$48", "$73,205,900", "$999"],
        ["$8,400", "$5", "$120,000"],
    ),
    Exercise(
        "thousands_of_followers",
        "hard",
        "The number that is meant by K and M.",
        lambda s: round(float(s[:-1]) * {"K": 1_000, "M": 1_000_000}[s[-1]]),
        ["3K", "7.5K", "2M", "1.25M", "480K"],
        ["9M", "6.1K", "33K"],
    ),
    Exercise(
        "two_places",
        "medium",
        "The number with two places.",
        lambda s: f"{float(s):.2f}",
        ["3.5", "12", "0.125", "7.891"],
        ["9.9", "41.337", "6"],
    ),
    Exercise(
        "place_in_a_race",
        "hard",
        "The place with its ending.",
        _ordinal,
        [1, 2, 3, 4, 12, 21],
        [5, 22, 33, 11],
    ),
    Exercise(
        "inches_of_a_height",
        "medium",
        "The height in inches.",
        lambda s: 12 * int(s.split("ft")[0]) + int(s.split(" ")[1].removesuffix("in")),
        ["5ft 7in", "6ft 1in", "4ft 11in"],
        ["5ft 0in", "7ft 2in", "3ft 9in"],
    ),
    Exercise(
        "clock_of_seconds",
        "hard",
        "The seconds as hours, minutes and seconds.",
        _clock,
        [4055, 59, 86399, 3600],
        [7384, 610, 36061],
    ),
    Exercise(
        "all_in_ranges",
        "hard",
        "The numbers of ranges.",
        _ranges,
        ["2-5,9", "1,4,6-7", "10-12,20-21", "3"],
        ["1-3,8-9", "5,6,7-10", "30-31"],
    ),
    Exercise(
        "bin_of_a_score",
        "hard",
        "The range of ten in which the score lies.",
        lambda n: f"{n // 10 * 10}-{n // 10 * 10 + 9}",
        [34, 7, 50, 89],
        [61, 10, 99],
    ),
    Exercise(
        "number_of_a_balance",
        "hard",
        "The amount, below zero if it is in parentheses.",
        lambda s: -int(s[1:-1].replace(",", "")) if s.startswith("(") else int(s.replace(",", "")),
        ["1,200", "(350)", "75", "(2,040)", "18"],
        ["(64)", "9,310", "(1,001)"],
    ),
)
