"""Loops: with a state, until a condition holds, and with memory; brackets, which people check with a loop."""

from __future__ import annotations

from itertools import pairwise

from .exercise import Exercise


def _tank(flows: list[int]) -> int:
    level = fullest = 0
    for flow in flows:
        level = max(level + flow, 0)
        fullest = max(fullest, level)
    return fullest


def _walk(stops: list[int]) -> int:
    total = place = 0
    for stop in stops:
        place = abs(place - stop)
        total += place
    return total


def _collapse(xs: list[int]) -> int:
    while len(xs) > 1:
        xs = [one + other for one, other in pairwise(xs)]
    return xs[0]


def _doses(n: int, m: int) -> int:
    count = 0
    while n > m:
        n -= n // 3
        count += 1
    return count


def _next_power(n: int) -> int:
    value = 1
    while value < n:
        value *= 3
    return value


def _shrinking(n: int) -> list[int]:
    passed = [n]
    while n > 5:
        n //= 3
        passed.append(n)
    return passed


def _annihilate(text: str) -> str:
    kept = ""
    for c in text:
        kept = kept[:-1] if kept.endswith(c) else kept + c
    return kept


def _no_partners(xs: list[int], n: int) -> list[int]:
    kept: list[int] = []
    for x in xs:
        if n - x not in kept:
            kept.append(x)
    return kept


def _paths(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, 2 * b + a
    return a


def _savings(n: int, m: int) -> int:
    for _ in range(n):
        m = 2 * m - 3
    return m


def _nested(text: str) -> bool:
    opened: list[str] = []
    for c in text:
        if c in "([":
            opened.append(c)
        elif c in ")]" and (not opened or opened.pop() + c not in ("()", "[]")):
            return False
    return not opened


def _depth(text: str) -> int:
    depth = deepest = 0
    for c in text:
        depth += (c == "{") - (c == "}")
        deepest = max(deepest, depth)
    return deepest


def _common(s: str, t: str) -> int:
    lengths = [0] * (len(t) + 1)
    for x in s:
        above, lengths = lengths, [0]
        for j, y in enumerate(t):
            lengths.append(above[j] + 1 if x == y else max(above[j + 1], lengths[j]))
    return lengths[-1]


def _tolls(rows: list[list[int]]) -> int:
    best = [0] * len(rows[0])
    for i, row in enumerate(rows):
        for j, toll in enumerate(row):
            before = [best[j]] * (i > 0) + best[j - 1 : j] * (j > 0)
            best[j] = toll + min(before, default=0)
    return best[-1]


def _change(coins: list[int], amount: int) -> int:
    ways = [1] + [0] * amount
    for coin in coins:
        for rest in range(coin, amount + 1):
            ways[rest] += ways[rest - coin]
    return ways[amount]


EXERCISES = (
    Exercise(
        "brackets_closed",
        "medium",
        "Whether the brackets are closed in the right order.",
        _nested,
        ["(a)", "(b]", "[(c)d]", "[(e])", "f(g", "()[]", ")h(", "i[j]k", "([)]"],
        ["((l)m)", "[[n]", "(o)[p]", "q]"],
    ),
    Exercise(
        "deepest_block",
        "medium",
        "How deep the braces are nested at most.",
        _depth,
        ["a{b}", "{c{d}e}", "{}{}", "f{g{h{i}}}", "j", "{k}{l{m}}"],
        ["{n{o}p{q{r}}}", "s{t}", "{{{{u}}}}"],
    ),
    Exercise(
        "tank_that_overflows_at_the_bottom",
        "hard",
        "The highest level of a tank that cannot go below zero.",
        _tank,
        [
            [4, -6, 5, 2, -1],
            [-3, 8, -2, 1],
            [2, 2, -9, 3],
            [-1, -4],
            [7, -7, 7, -8, 5],
            [1, -2, 6, -1, 4, -3],
            [9, -20, 4, 4],
        ],
        [[3, -5, 4, 4, -10, 2], [-2, -2, 1], [6, -3, 5, -9, 12]],
    ),
    Exercise(
        "mirrored_walk",
        "hard",
        "The sum of all distances, each of which is measured from the one before.",
        _walk,
        [[3, 9, 1, 4], [2, 8, 9, 6, 1], [1, 1], [4, 5, 8, 7, 3], [2, 6], [6, 5, 3, 3, 1], [7]],
        [[6, 7, 9, 3], [1, 9, 2, 8], [5, 5, 5]],
    ),
    Exercise(
        "sums_of_neighbours_until_one_is_left",
        "hard",
        "Neighbours are added until a single number is left.",
        _collapse,
        [[3, 6, 5, 9, 2], [6, 5, 3], [8, 3, 1, 2], [1, 4, 6, 5, 8, 7], [1, 8], [7, 6, 3]],
        [[2, 2, 2, 2], [9, 1, 4], [5, 0, 3, 1, 6]],
    ),
    Exercise(
        "doses_until_it_is_harmless",
        "hard",
        "How often a third must be taken away until no more than m is left.",
        _doses,
        [(90, 5), (40, 9), (500, 2), (17, 8), (33, 30), (64, 3), (250, 11)],
        [(77, 4), (1000, 10), (20, 20)],
    ),
    Exercise(
        "power_that_is_reached",
        "hard",
        "The least power of three that is not below n.",
        _next_power,
        [5, 100, 2, 28, 81, 700, 10, 4],
        [30, 243, 1000],
    ),
    Exercise(
        "thirds_on_the_way_down",
        "hard",
        "The number and what a third of it is, again and again, until that is at most 5.",
        _shrinking,
        [50, 7, 400, 81, 1000, 19, 256],
        [90, 333, 16],
    ),
    Exercise(
        "twins_vanish",
        "hard",
        "Equal neighbours take each other away, again and again.",
        _annihilate,
        ["cbbcac", "acabaaaa", "aaabb", "babbbcbbb", "aaacaab", "bacbaba", "caabab"],
        ["abba", "bccbab", "cabbac"],
    ),
    Exercise(
        "nobody_with_a_partner",
        "hard",
        "The items, without those that make n with one that is kept.",
        _no_partners,
        [
            ([1, 4, 5, 6, 2], 6),
            ([6, 7, 9, 1, 5, 3, 1], 9),
            ([1, 1, 7, 5, 2], 12),
            ([9, 3, 6, 2, 5, 3, 3], 8),
            ([6, 5, 1, 2, 9, 9, 1], 6),
            ([1, 4, 9, 7, 3, 6], 7),
        ],
        [([2, 3, 4, 3, 2], 5), ([8, 1, 7], 9), ([5, 5, 4], 10)],
    ),
    Exercise(
        "two_and_the_one_before",
        "hard",
        "Each number is twice the last and the one before that.",
        _paths,
        [3, 5, 8, 1, 10, 6, 0],
        [4, 12, 2],
    ),
    Exercise(
        "doubled_less_a_fee",
        "hard",
        "What is left of m after n years, each of which doubles it and takes away 3.",
        _savings,
        [(3, 5), (5, 4), (2, 9), (6, 8), (1, 7), (4, 6)],
        [(7, 5), (0, 4), (3, 10)],
    ),
    Exercise(
        "what_two_texts_share_in_order",
        "hard",
        "The length of the longest text that is left of both where letters are taken out.",
        _common,
        [
            ("marble", "maple"),
            ("garden", "grain"),
            ("abcabcd", "dccba"),
            ("lantern", "antler"),
            ("stone", "cliff"),
            ("bbad", "adbbcad"),
            ("violin", "villain"),
        ],
        [("thimble", "timber"), ("otter", "wolf"), ("cabbage", "baggage")],
    ),
    Exercise(
        "tolls_across_the_town",
        "hard",
        "The least sum on a way from the first corner to the last, to the right and down.",
        _tolls,
        [
            [[2, 7, 1], [3, 1, 8]],
            [[4, 9], [1, 1], [6, 2]],
            [[5]],
            [[1, 8, 8, 2], [3, 1, 4, 9], [7, 2, 2, 3]],
            [[3, 3, 6, 1]],
        ],
        [[[9, 1], [1, 9]], [[1, 2, 3], [9, 9, 1], [9, 9, 1]], [[6], [2]]],
    ),
    Exercise(
        "ways_to_pay",
        "hard",
        "How many ways there are to pay an amount with such coins.",
        _change,
        [
            ([2, 3], 12),
            ([1, 4, 5], 9),
            ([7], 10),
            ([3, 5, 6], 18),
            ([1, 2], 7),
            ([1, 3, 4], 10),
            ([2, 5], 23),
        ],
        [([3, 5], 20), ([4, 6], 13), ([1, 2, 5], 16)],
    ),
)
