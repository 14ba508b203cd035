"""Choices that go the same way for all inputs to be predicted."""

from __future__ import annotations

from induce import parse, synthesize
from induce.dsl.core.expression import Call
from induce.search.cost.choices import UNVARIED, idle_choices, unvaried

PROGRAM = parse('(s: Str) -> if_else(has(s, "x"), "a", if_else(is_numeric(after(s, "y")), "b", "c"))').body


def rows(*texts: str) -> list[dict[str, str]]:
    return [{"s": text} for text in texts]


def test_a_condition_that_is_always_the_same_adds_to_the_cost() -> None:
    assert isinstance(PROGRAM, Call)
    condition = PROGRAM.arguments[0]
    assert unvaried(condition, rows("a", "b", "c")) == UNVARIED
    assert unvaried(condition, rows("a", "x", "c")) == 0


def test_a_few_inputs_say_nothing() -> None:
    assert idle_choices(PROGRAM, rows("ay", "by")) == 0


def test_each_condition_counts_once_unless_it_has_paid() -> None:
    assert isinstance(PROGRAM, Call)
    assert idle_choices(PROGRAM, rows("ay", "by", "cy")) == 2 * UNVARIED
    assert idle_choices(PROGRAM, rows("ay", "by", "cy"), {PROGRAM.arguments[0]}) == UNVARIED
    assert idle_choices(PROGRAM, rows("ay", "xy", "cy1")) == 0


def test_where_a_condition_has_no_value_nothing_is_known() -> None:
    assert idle_choices(PROGRAM, rows("a", "b", "x")) == 0


def test_what_functions_say_of_items_is_another_matter() -> None:
    of_items = parse('(s: Str) -> map(words(s), (w: Str) -> if_else(has(w, "x"), "a", "b"))').body
    assert idle_choices(of_items, rows("a", "b", "c")) == 0


def test_the_condition_that_tells_the_inputs_apart_is_meant() -> None:
    """That the last letter is a vowel tells the examples apart as well."""
    examples = [
        ("- [x] buy lime", "done: buy lime"),
        ("- [ ] pay rent", "open: pay rent"),
        ("- [x] call Leo", "done: call Leo"),
        ("- [ ] mend bike chain", "open: mend bike chain"),
    ]
    inputs = ["- [x] iron shirt", "- [ ] mow lawn", "- [x] rest"]
    result = synthesize(examples, inputs=inputs, timeout=None, max_candidates=1_000_000)
    assert result.predictions == ["done: iron shirt", "open: mow lawn", "done: rest"]
