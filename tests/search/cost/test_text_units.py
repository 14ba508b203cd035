"""Numbers that are taken from texts, and which uses of them are odd."""

from __future__ import annotations

import pytest

from induce.dsl.program import parse
from induce.search.cost.prior import DefaultPrior
from induce.search.cost.text_units import text_oddities
from induce.search.cost.value_roles import Oddity

ODD = [
    ("is_even(len(s))", [Oddity.COUNT_CALCULATED_WITH]),
    ("is_even(count(is_digit(s)))", [Oddity.COUNT_CALCULATED_WITH]),
    ("is_even(len(words(s)))", [Oddity.COUNT_CALCULATED_WITH]),
    ("sum(codes(s))", [Oddity.COUNT_CALCULATED_WITH]),
    ("take(s, len(words(s)))", [Oddity.UNITS_MIXED]),
    ('take(s, count_text(s, ","))', [Oddity.UNITS_MIXED]),
    ("at(words(s), len(s))", [Oddity.UNITS_MIXED]),
    ("len(s) - len(words(s))", [Oddity.UNITS_MIXED]),
    ("take(s, head(codes(s)))", [Oddity.UNITS_MIXED]),
    ("if_else(3 < len(s), s, s)", [Oddity.LENGTH_COMPARED]),
    ("from_codes(codes(s) + 1)", [Oddity.CODE_SHIFTED]),
    ("concat(s, to_text(len(s)))", [Oddity.COUNT_IN_TEXT]),
    ('drop("abc", len(s))', [Oddity.CONSTANT_CHANGED]),
    ('replace("abc", s, "x")', [Oddity.CONSTANT_CHANGED]),
    ('replace(take(s, 3), s, "x")', [Oddity.CUT_BY_WHOLE]),
    ("has(s, lower(s))", [Oddity.CUT_BY_WHOLE]),
    ('replace(s, tail(s), ".")', [Oddity.CUT_BY_PART]),
    ('join(split(s, before(s, " ")), ".")', [Oddity.CUT_BY_PART]),
    ('replace(s, "-", ".")', []),
    ('has(s, "a")', []),
    ("count_where(enumerated(chars(s)), (p: Tuple[Int, Str]) -> part(p, 0) == 3)", []),
    ("filter(words(s), (word: Str) -> 3 < len(word))", []),
    ("sum_of(words(s), (word: Str) -> len(word) // 4)", [Oddity.COUNT_CALCULATED_WITH]),
    ("same(s, lower(s))", []),
    ("to_text(len(s))", []),
    ("take(s, len(s) - 3)", []),
    ('take(s, find_text(s, ","))', []),
    ("take(s, first_true(is_digit(s)))", []),
    ("take(s, len(s) // 2)", []),
    ("1 < len(words(s))", []),
    ("at(words(s), len(words(s)) - 2)", []),
    ('replicate("*", len(s) - 4)', []),
    ("compress(s, is_digit(s))", []),
    ("sort_by(words(s), each.len(words(s)))", []),
    ("to_number(s) % 2", []),
]


@pytest.mark.parametrize(("body", "expected"), ODD, ids=lambda value: value if isinstance(value, str) else "")
def test_odd_uses(body: str, expected: list[Oddity]) -> None:
    assert list(text_oddities(parse(f"(s: Str) -> {body}").body)) == expected


@pytest.mark.parametrize(("text", "count"), [("to_text(to_number(s) % 100)", 1), ("to_text(to_number(s) % 60)", 0)])
def test_digits_are_cut_from_a_text_not_divided(text: str, count: int) -> None:
    found = list(text_oddities(parse(f"(s: Str) -> {text}").body))
    assert found.count(Oddity.DIGITS_CUT_BY_DIVISION) == count


def test_lists_are_counted_as_they_always_were() -> None:
    for body in ("is_even(len(xs))", "sum(xs) % len(xs)", "take(xs, len(xs) // 2)", "len(xs) < 3"):
        assert not list(text_oddities(parse(f"(xs: List[Int]) -> {body}").body))


def test_the_prior_charges_for_them() -> None:
    body = parse("(s: Str) -> is_even(len(s))").body
    assert DefaultPrior().surprise(body) > 0


def test_a_number_for_each_text_of_a_list_counts_no_characters() -> None:
    texts = parse("(lines: List[Str]) -> compress(lines, divisible(each.to_number(lines), 10))")
    assert not list(text_oddities(texts.body))
