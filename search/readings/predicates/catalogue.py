"""The notions: what people ask of values in one breath, however long it is as a program.

Each has a cost of its own. What the enumeration finds for no more is not listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ....dsl.core.expression import Expression, Variable, renamed
from ....dsl.core.types import Type
from ....dsl.program import parse
from ..scene.applying import applied

Priced = tuple[int, str]

OF_INTEGERS: tuple[Priced, ...] = (
    (5, "(n: Int) -> is_power_of_two(n)"),
    (6, "(n: Int) -> is_power(n, 3)"),
    (6, "(n: Int) -> is_cube(n)"),
    (6, "(n: Int) -> proper_divisor_sum(n) == n"),
    (7, "(n: Int) -> proper_divisor_sum(n) > n"),
    (7, "(n: Int) -> is_squarefree(n)"),
    (7, "(n: Int) -> divisible(n, digit_sum(n))"),
    (7, "(n: Int) -> is_leap_year(n)"),
    (7, "(n: Int) -> is_square(8 * n + 1)"),
    (7, "(n: Int) -> contains(fibonacci(iota(smaller(n, 70) + 2)), n)"),
    (8, "(n: Int) -> sum(pow(digits(n), len(digits(n)))) == n"),
    (8, "(n: Int) -> sum(factorial(digits(n))) == n"),
    (8, "(n: Int) -> len(prime_factors(n)) == 2"),
    (8, "(n: Int) -> len(prime_factors(n)) == 3"),
    (8, "(n: Int) -> max(prime_factors(n)) <= 5"),
    (8, "(n: Int) -> contains(orbit(n, (value: Int) -> sum(square(digits(value)))), 1)"),
    (7, "(n: Int) -> is_power(n, 4)"),
    (8, "(n: Int) -> is_power(n, 5)"),
    (8, "(n: Int) -> is_power(n, 10)"),
    (7, "(n: Int) -> sum(digits(n)) == product(digits(n))"),
    (8, "(n: Int) -> ends_with(to_text(n * n), to_text(n))"),
    (8, "(n: Int) -> isqrt(n) * (isqrt(n) + 1) == n"),
    (8, "(n: Int) -> all(where(digits(n) == 0, 1, mod(n, where(digits(n) == 0, 1, digits(n)))) == 0)"),
    *((9, f"(n: Int) -> divisible(n, {divisor})") for divisor in (11, 12, 13, 15, 16, 20, 25, 30, 50, 60, 100)),
    (6, "(n: Int, m: Int) -> gcd(n, m) == 1"),
    (6, "(n: Int, m: Int) -> n * m < 0"),
    (7, "(n: Int, m: Int) -> mod(n, 10) == mod(m, 10)"),
    (8, "(n: Int, m: Int) -> n == 2 * m or m == 2 * n"),
    (6, "(n: Int, m: Int, k: Int) -> is_between(n, m, k)"),
    (6, "(n: Int, m: Int, k: Int) -> is_triangle(n, m, k)"),
    (6, "(n: Int, m: Int, k: Int) -> n + m == k"),
    (6, "(n: Int, m: Int, k: Int) -> n * m == k"),
    (7, "(n: Int, m: Int, k: Int) -> n * n + m * m == k * k"),
    (7, "(n: Int, m: Int, k: Int) -> divisible(n, m) and divisible(n, k)"),
    (7, "(n: Int, m: Int, k: Int) -> divisible(n, m) or divisible(n, k)"),
    (7, "(n: Int, m: Int, k: Int) -> mod(n - m, k) == 0"),
)
OF_TEXTS: tuple[Priced, ...] = (
    (5, "(s: Str) -> same(s, reverse(s))"),
    (5, "(s: Str) -> same(s, upper(s))"),
    (5, "(s: Str) -> same(s, lower(s))"),
    (6, "(s: Str) -> same(s, title(s))"),
    (6, "(s: Str) -> same(s, capitalize(s))"),
    (6, "(s: Str) -> same(take(s, 1), take_last(s, 1))"),
    (6, "(s: Str) -> any(each.same(chars(s), chars(tail(s))))"),
    (7, "(s: Str) -> is_even(len(s))"),
    (7, "(s: Str) -> is_odd(len(s))"),
    (8, "(s: Str) -> is_prime(len(s))"),
    (6, "(s: Str) -> any(is_digit(s))"),
    (6, "(s: Str) -> any(is_upper(s))"),
    (6, "(s: Str) -> any(is_upper(take(s, 1)))"),
    (6, "(s: Str) -> all(is_letter(s))"),
    (6, "(s: Str) -> all(is_alnum(s))"),
    (6, "(s: Str) -> is_sorted(chars(s))"),
    (7, '(s: Str) -> has_match(lower(s), "[aeiou]")'),
    (7, '(s: Str) -> has("aeiou", lower(take(s, 1)))'),
    (7, '(s: Str) -> has("aeiou", lower(take_last(s, 1)))'),
    (7, '(s: Str) -> all(member(chars("abcdefghijklmnopqrstuvwxyz"), chars(lower(s))))'),
    (8, "(s: Str) -> len(unique(counts(chars(s)))) == 1"),
    (8, "(s: Str) -> count(counts(chars(s)) == 1) == 0"),
    (8, "(s: Str) -> has(init(tail(concat(s, s))), s)"),
    (8, "(s: Str) -> same(take(s, len(s) // 2), drop(s, (len(s) + 1) // 2))"),
    (9, "(s: Str) -> len(unique(compress(chars(s), is_odd(counts(chars(s)))))) < 2"),
    (8, "(s: Str) -> len(unique(words(s))) == len(words(s))"),
    (8, "(s: Str) -> same(words(s), reverse(words(s)))"),
    (4, "(s: Str, t: Str) -> same(s, t)"),
    (6, "(s: Str, t: Str) -> same(sort(unique(chars(s))), sort(unique(chars(t))))"),
    (6, "(s: Str, t: Str) -> same(s, reverse(t))"),
    (6, "(s: Str, t: Str) -> len(s) == len(t)"),
    (6, "(s: Str, t: Str) -> is_rotation(chars(s), chars(t))"),
    (6, "(s: Str, t: Str) -> is_subsequence(chars(s), chars(t))"),
    (6, "(s: Str, t: Str) -> is_sub_multiset(chars(s), chars(t))"),
    (7, '(s: Str, t: Str) -> precedes(each.to_number(split(s, ".")), each.to_number(split(t, ".")))'),
    (7, '(s: Str, t: Str) -> precedes(each.to_number(split(t, ".")), each.to_number(split(s, ".")))'),
    (7, "(s: Str, t: Str) -> same(take(s, 1), take(t, 1))"),
    (7, "(s: Str, t: Str) -> same(take_last(s, 1), take_last(t, 1))"),
    (8, "(s: Str, t: Str) -> same(take(s, 1), take(t, 1)) and same(take_last(s, 1), take_last(t, 1))"),
    (7, "(s: Str, t: Str) -> is_same_pattern(chars(s), chars(t))"),
    (8, "(s: Str, t: Str) -> is_same_pattern(chars(s), words(t))"),
    (8, "(s: Str, t: Str) -> len(s) == len(t) and count(each.same(chars(s), chars(t))) == len(s) - 1"),
    (6, "(lines: List[Str]) -> same(lines, reverse(lines))"),
    (7, "(lines: List[Str]) -> len(unique(each.len(lines))) == 1"),
    (6, "(lines: List[Str]) -> is_sorted(each.len(lines))"),
    (4, "(lines: List[Str], lines2: List[Str]) -> same(lines, lines2)"),
)
OF_LISTS: tuple[Priced, ...] = (
    (5, "(xs: List[Int]) -> same(xs, reverse(xs))"),
    (6, "(xs: List[Int]) -> is_sorted(reverse(xs))"),
    (6, "(xs: List[Int]) -> all(differences(xs) > 0)"),
    (7, "(xs: List[Int]) -> all(differences(xs) < 0)"),
    (7, "(xs: List[Int]) -> is_sorted(xs) or is_sorted(reverse(xs))"),
    (7, "(xs: List[Int]) -> len(unique(differences(xs))) < 2"),
    (8, "(xs: List[Int]) -> all(abs(differences(xs)) == 1)"),
    (6, "(xs: List[Int]) -> any(init(xs) == tail(xs))"),
    (6, "(xs: List[Int]) -> head(xs) == last(xs)"),
    (7, "(xs: List[Int]) -> any(running_sum(xs) < 0)"),
    (8, "(xs: List[Int]) -> count(xs > 0) > count(xs < 0)"),
    (8, "(xs: List[Int]) -> count(xs > 0) == count(xs < 0)"),
    (8, "(xs: List[Int]) -> 2 * max(xs) == sum(xs)"),
    (8, "(xs: List[Int]) -> 2 * max(square(xs)) == sum(square(xs))"),
    (9, "(xs: List[Int]) -> any(running_sum(xs) * 2 == sum(xs))"),
    (7, "(xs: List[Int]) -> all(init(xs) != tail(xs))"),
    (7, "(xs: List[Int]) -> same(sort(xs), range(min(xs), max(xs) + 1))"),
    (7, "(xs: List[Int]) -> same(sort(xs), one_to(len(xs)))"),
    (8, "(xs: List[Int]) -> all(is_odd(init(xs) + tail(xs)))"),
    (8, "(xs: List[Int]) -> sum(take(xs, len(xs) // 2)) == sum(drop(xs, (len(xs) + 1) // 2))"),
    (8, "(xs: List[Int]) -> count(is_even(xs)) == count(is_odd(xs))"),
    (8, "(xs: List[Int]) -> 2 * max(counts(xs)) > len(xs)"),
    (8, "(xs: List[Int]) -> count(tail(xs) < init(xs)) < 2"),
    (9, "(xs: List[Int]) -> count(xs < rotate(xs, -1)) < 2"),
    (9, "(xs: List[Int]) -> any(running_sum(xs) * 2 - xs == sum(xs))"),
    (4, "(xs: List[Int], ys: List[Int]) -> same(xs, ys)"),
    (6, "(xs: List[Int], ys: List[Int]) -> same(sort(unique(xs)), sort(unique(ys)))"),
    (6, "(xs: List[Int], ys: List[Int]) -> is_sub_multiset(xs, ys)"),
    (6, "(xs: List[Int], ys: List[Int]) -> same(xs, reverse(ys))"),
    (6, "(xs: List[Int], ys: List[Int]) -> precedes(xs, ys)"),
    (6, "(xs: List[Int], ys: List[Int]) -> precedes(ys, xs)"),
    (7, "(xs: List[Int], ys: List[Int]) -> is_rotation(xs, ys)"),
    (7, "(xs: List[Int], ys: List[Int]) -> is_subsequence(xs, ys)"),
    (7, "(xs: List[Int], ys: List[Int]) -> is_part(xs, ys)"),
    (7, "(xs: List[Int], ys: List[Int]) -> same(take(ys, len(xs)), xs)"),
    (7, "(xs: List[Int], ys: List[Int]) -> is_same_pattern(xs, ys)"),
    (7, "(xs: List[Int], ys: List[Int]) -> sum(xs) == sum(ys)"),
    (7, "(xs: List[Int], ys: List[Int]) -> max(xs) < min(ys)"),
    (8, "(xs: List[Int], ys: List[Int]) -> head(xs) == head(ys) or last(xs) == last(ys)"),
    (5, "(xs: List[Int], ys: List[Int]) -> all(xs > ys)"),
    (6, "(xs: List[Int], ys: List[Int]) -> all(xs < ys)"),
    (6, "(xs: List[Int], ys: List[Int]) -> all(ys <= xs)"),
    (6, "(xs: List[Int], n: Int) -> sum(xs) <= n"),
    (6, "(xs: List[Int], n: Int) -> sum(xs) == n"),
    (6, "(xs: List[Int], n: Int) -> all(xs < n)"),
    (6, "(xs: List[Int], n: Int) -> any(xs > n)"),
    (6, "(xs: List[Int], n: Int) -> count_of(xs, n) > 1"),
    (7, "(xs: List[Int], n: Int) -> head(xs) == n or last(xs) == n"),
    (7, "(xs: List[Int], n: Int) -> 2 * count_of(xs, n) > len(xs)"),
    (6, "(xs: List[Int], n: Int, m: Int) -> all(le(n, xs) and le(xs, m))"),
)

OF_ONE_SEQUENCE = ((5, "all_different"), (5, "all_equal"))
OF_TWO_SEQUENCES = ((5, "is_permutation"), (5, "is_disjoint"), (6, "is_subset"))
"""What people ask of texts, and of lists of anything: primitives that are conditions as they are."""

Condition = tuple[int, Expression, tuple[Variable, ...]]
"""A cost, a condition, and the variables that it is about."""


@cache
def _texts() -> dict[tuple[str, ...], list[Priced]]:
    """The conditions as they are written, by the types of what they are about; they are read where they are asked."""
    found: dict[tuple[str, ...], list[Priced]] = {}
    for cost, text in sorted(OF_INTEGERS + OF_TEXTS + OF_LISTS, key=lambda pair: pair[0]):
        head = text.partition(") -> ")[0].removeprefix("(")
        types = tuple(parameter.partition(": ")[2] for parameter in head.split(", "))
        found.setdefault(types, []).append((cost, text))
    return found


@cache
def _conditions(types: tuple[Type, ...]) -> tuple[Condition, ...]:
    """The conditions on values of these types, the cheapest first."""
    priced = _texts().get(tuple(map(str, types)), [])
    programs = ((cost, parse(text)) for cost, text in priced)
    return tuple((cost, program.body, tuple(program.parameters)) for cost, program in programs)


def conditions_on(subjects: Sequence[Expression]) -> Iterator[tuple[int, Expression]]:
    """What people ask of these values together, in this order, and the cost of the notion; the cheapest first."""
    types = tuple(subject.type for subject in subjects)
    written = (
        (cost, renamed(body, dict(zip(parameters, subjects, strict=True))))
        for cost, body, parameters in _conditions(types)
    )
    yield from sorted((*_relations(subjects), *written), key=lambda pair: pair[0])


def _relations(subjects: Sequence[Expression]) -> Iterator[tuple[int, Expression]]:
    """What is asked of one sequence, or of two of one type."""
    first, *others = subjects
    if first.type.is_sequence and len(others) < 2 and all(other.type == first.type for other in others):
        for cost, name in OF_TWO_SEQUENCES if others else OF_ONE_SEQUENCE:
            yield cost, applied(name, *subjects)
