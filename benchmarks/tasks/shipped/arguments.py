"""Functions of two or three arguments."""

from __future__ import annotations

from itertools import takewhile

from .exercise import Exercise


def _common_beginning(s: str, t: str) -> str:
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(s, t, strict=False)))


EXERCISES = (
    Exercise(
        "raised_by",
        "easy",
        "Every item plus the number.",
        lambda xs, k: [x + k for x in xs],
        [([1, 2, 3], 5), ([10, 0], -4), ([7, 7, 2, 9], 1), ([30], 12)],
        [([4, 8], 3), ([5, 6, 7], 0), ([1, 9, 2, 8], 10)],
    ),
    Exercise(
        "above_the_limit",
        "easy",
        "How many items are larger than the limit.",
        lambda xs, limit: sum(x > limit for x in xs),
        [([1, 5, 9], 4), ([10, 20], 30), ([7, 7, 8, 6, 3], 6), ([2], 1), ([4, 4, 5], 4)],
        [([3, 6, 9, 12], 8), ([50, 40], 10), ([1, 1, 2], 1)],
    ),
    Exercise(
        "merged",
        "easy",
        "The items of both lists in ascending order.",
        lambda xs, ys: sorted(xs + ys),
        [([1, 5], [3]), ([9, 2], [4, 4]), ([7], [8, 1, 6]), ([10, 30, 20], [25, 5])],
        [([2, 4], [1, 3]), ([6, 6], [0]), ([50], [12, 99, 7])],
    ),
    Exercise(
        "in_both",
        "easy",
        "The items of the first list that are in the second.",
        lambda xs, ys: [x for x in xs if x in ys],
        [([1, 2, 3], [3, 1]), ([9, 4], [5]), ([7, 8, 6, 5], [5, 6, 7]), ([2, 2, 4], [2])],
        [([4, 1, 9], [9, 4, 0]), ([10, 20, 30], [20]), ([5, 3], [1, 2])],
    ),
    Exercise(
        "price_of_the_basket",
        "easy",
        "The sum of numbers times prices.",
        lambda numbers, prices: sum(n * p for n, p in zip(numbers, prices, strict=True)),
        [([1, 2], [10, 5]), ([3], [7]), ([0, 4, 1], [9, 2, 6]), ([2, 2, 2], [1, 2, 3])],
        [([5, 1], [4, 8]), ([1, 0, 3], [20, 50, 10]), ([6], [6])],
    ),
    Exercise(
        "replaced",
        "easy",
        "The items, with one value replaced by another.",
        lambda xs, old, new: [new if x == old else x for x in xs],
        [([1, 2, 1], 1, 9), ([5, 6], 6, 0), ([7, 7, 8], 3, 4), ([2, 0, 2, 5], 2, 1)],
        [([4, 4, 1], 4, 6), ([9, 3, 9], 3, 9), ([8, 1], 5, 2)],
    ),
    Exercise(
        "mail_address",
        "easy",
        "The mail address of a user.",
        lambda user, domain: f"{user}@{domain}",
        [("ada", "example.org"), ("info", "shop.test"), ("x", "y.zz"), ("li.na", "mail.test")],
        [("bob", "north.test"), ("team", "example.com")],
    ),
    Exercise(
        "selected",
        "easy",
        "The items that are marked.",
        lambda xs, marks: [x for x, mark in zip(xs, marks, strict=True) if mark],
        [([1, 2, 3], [True, False, True]), ([9, 4], [False, False]), ([7, 8, 6], [True, True, False]), ([5], [True])],
        [([2, 4, 6, 8], [False, True, True, False]), ([3, 1], [True, False])],
    ),
    Exercise(
        "word_number",
        "medium",
        "The word with the number, counted from 1.",
        lambda s, n: s.split()[n - 1],
        [("red green blue", 2), ("hello world", 1), ("to be or not", 4), ("one two three", 3)],
        [("north south east west", 3), ("a b", 2), ("end", 1)],
    ),
    Exercise(
        "within_the_limits",
        "medium",
        "The items from the lower to the upper limit.",
        lambda xs, low, high: [x for x in xs if low <= x <= high],
        [([1, 5, 9], 2, 6), ([10, 20, 30], 10, 20), ([7, 3, 8], 4, 8), ([2, 4], 5, 9), ([6, 0, 12, 9], 6, 9)],
        [([3, 6, 9, 12], 5, 9), ([50, 40, 45], 40, 45), ([1, 1, 2], 0, 1)],
    ),
    Exercise(
        "same_letters",
        "medium",
        "Whether two words have the same letters.",
        lambda s, t: sorted(s) == sorted(t),
        [("listen", "silent"), ("cat", "car"), ("stop", "pots"), ("aab", "abb"), ("tree", "reed"), ("odd", "dod")],
        [("night", "thing"), ("too", "tot"), ("elbow", "below"), ("moon", "mono")],
    ),
    Exercise(
        "how_many_differ",
        "medium",
        "In how many places the lists differ.",
        lambda xs, ys: sum(x != y for x, y in zip(xs, ys, strict=True)),
        [([1, 2, 3], [1, 5, 3]), ([4, 4], [4, 4]), ([9, 8, 7, 6], [6, 7, 8, 9]), ([0, 1, 0], [1, 1, 0])],
        [([5, 5, 5], [5, 1, 2]), ([3], [3]), ([2, 7, 1, 8, 2], [2, 7, 0, 8, 3])],
    ),
    Exercise(
        "scaled_and_shifted",
        "medium",
        "Every item times the first number plus the second.",
        lambda xs, a, b: [a * x + b for x in xs],
        [([1, 2, 3], 2, 1), ([5, 0], 3, -2), ([4, 4, 7], 1, 10), ([6], 10, 5)],
        [([2, 9], 4, 3), ([1, 0, 8], 5, 0), ([3, 7], -1, 6)],
    ),
    Exercise(
        "looked_up",
        "medium",
        "The value that belongs to the key.",
        lambda keys, values, key: values[keys.index(key)],
        [([1, 2, 3], [10, 20, 30], 2), ([5, 9], [7, 4], 9), ([8, 6, 4], [0, 1, 5], 8), ([3, 7, 1, 2], [9, 9, 6, 8], 1)],
        [([4, 5], [50, 40], 4), ([9, 1, 6], [2, 3, 8], 6)],
    ),
    Exercise(
        "full_names",
        "medium",
        "First and last names put together.",
        lambda first, last: [f"{a} {b}" for a, b in zip(first, last, strict=True)],
        [
            (["Ada", "Alan"], ["Lovelace", "Turing"]),
            (["Grace"], ["Hopper"]),
            (["Li", "Jo", "Olu"], ["Na", "Roe", "Ade"]),
        ],
        [(["Mary", "Emmy"], ["Somerville", "Noether"]), (["Sam"], ["Poe"])],
    ),
    Exercise(
        "price_with_discount",
        "medium",
        "The price less a percentage, which is rounded down.",
        lambda price, percent: price - price * percent // 100,
        [(100, 20), (50, 10), (80, 25), (45, 0), (99, 50), (30, 15)],
        [(200, 5), (70, 30), (19, 10)],
    ),
    Exercise(
        "pay_with_overtime",
        "hard",
        "The pay for hours at a rate, those beyond 40 counting twice.",
        lambda hours, rate: rate * (hours + max(hours - 40, 0)),
        [(38, 10), (40, 12), (45, 10), (50, 20), (10, 15), (41, 7)],
        [(42, 11), (39, 9), (60, 10)],
    ),
    Exercise(
        "time_later",
        "hard",
        "The hour and minute some minutes later.",
        lambda hour, minute, later: [*divmod((60 * hour + minute + later) % 1440, 60)],
        [(10, 30, 45), (23, 50, 20), (0, 0, 59), (8, 15, 120), (12, 59, 1)],
        [(22, 10, 200), (6, 40, 20), (9, 5, 54)],
    ),
    Exercise(
        "common_beginning",
        "hard",
        "What both texts begin with.",
        _common_beginning,
        [
            ("flower", "flow"),
            ("interview", "internet"),
            ("cat", "dog"),
            ("apple", "apply"),
            ("to", "tomorrow"),
            ("grandson", "grandma"),
        ],
        [("station", "statue"), ("same", "same"), ("red", "blue")],
    ),
)
