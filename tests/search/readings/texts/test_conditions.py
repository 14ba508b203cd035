"""Conditions whose constants the examples give."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Task, synthesize
from induce.dsl.text.printer import print_expression
from induce.search.readings.scene.scene import Scene
from induce.search.readings.texts.conditions import conditions, telling_conditions
from induce.search.task.problem import Problem


def scene_of(examples: list[tuple[Any, Any]]) -> Scene:
    return Scene(Problem.of(Task.from_examples(examples)))


def condition_of(examples: list[tuple[str, Any]], wanted: list[bool]) -> str:
    """How the condition reads that is true of these examples alone, or of all the others."""
    for one in conditions(scene_of(examples)):
        truths = dict(
            zip((example.inputs[0] for example in scene_of(examples).problem.examples), one.values, strict=True)
        )
        told = [truths[text] for text, _ in examples]
        if told in (wanted, [not truth for truth in wanted]):
            return print_expression(one.body)
    return ""


@pytest.mark.parametrize(
    ("ripe", "others", "expected"),
    [
        (["red apple", "apple", "an apple pie"], ["plum", "sour cherry"], 'has(s, "apple")'),
        (["Apple tart", "green apple"], ["Plum", "cherry jam", "fig"], 'has(lower(s), "apple")'),
        (["a-7", "bc-12", "d-1"], ["a7", "bc12"], 'has(s, "-")'),
        (["7 up", "3 men"], ["up 7", "men 3", "all 9"], "any(is_digit(take(s, 1)))"),
        (["12", "7", "404"], ["x12", "a b"], "is_numeric(s)"),
        (["QUIET", "LOUD"], ["Quiet", "loud"], "all(is_upper(s))"),
        (["Ida Orr", "Al Day"], ["Ida Bo Orr", "Al Cy Day"], "len(words(s)) == 2"),
    ],
)
def test_what_a_person_would_say(ripe: list[str], others: list[str], expected: str) -> None:
    examples = [*((text, "yes") for text in ripe), *((text, "no") for text in others)]
    assert condition_of(examples, [output == "yes" for _, output in examples]) == expected


def test_few_examples_tell_nothing() -> None:
    assert not list(conditions(scene_of([("red apple", "yes"), ("green apple", "yes"), ("plum", "no")])))


def test_each_way_to_tell_examples_apart_comes_once() -> None:
    texts = ["one red apple", "two red apples", "one plum", "two plums", "six figs"]
    found = [one.values for one in telling_conditions(scene_of([(text, "x") for text in texts]), least=1)]
    assert len(found) == len(set(found)) > 3


def test_the_cheapest_comes_whatever_argument_it_is_about() -> None:
    rows = [(("Mary", "Eva"), "x"), (("Mark", "Ida"), "x"), (("Hugo", ""), "y"), (("Al", ""), "y")]
    found = {one.values: print_expression(one.body) for one in telling_conditions(scene_of(rows), least=2)}
    by_emptiness = tuple(example.inputs[1] == "" for example in scene_of(rows).problem.examples)
    assert found[by_emptiness] == 'same(t, "")'


def test_what_chooses_the_same_for_all_that_is_asked_for_costs_more() -> None:
    examples = [("Ida Moss", "x"), ("Ida Bo Ford", "y"), ("Al Moss", "x"), ("Cy Al Ford", "y")]

    def costs(inputs: list[str]) -> dict[str, int]:
        scene = Scene(Problem.of(Task.from_examples(examples, inputs=inputs)))
        return {print_expression(one.body): one.extra for one in telling_conditions(scene, least=2)}

    names = ["Bo Day", "Al Cy Roe", "Ed Orr", "Jo Al Orr"]
    assert 'has(s, "Moss")' in costs([])
    assert 'has(s, "Moss")' in costs(names[:2])
    assert 'has(s, "Moss")' not in costs(names)
    assert "len(words(s)) == 2" in costs(names)


def test_many_long_texts_are_not_all_looked_at() -> None:
    texts = [" ".join(f"w{i * j % 97}" for j in range(200)) for i in range(190)]
    assert len(list(conditions(scene_of([(text, text[:2]) for text in texts])))) <= 40


def test_truth_values_of_texts() -> None:
    examples = [("a red fox", True), ("fox", True), ("grey wolf", False), ("red hen", False)]
    result = synthesize(examples, inputs=["the fox", "owl"], max_candidates=300_000)
    assert result.predictions == [True, False]


def test_a_word_decides_rather_than_a_length() -> None:
    examples = [
        ("night train", "rail"),
        ("train", "rail"),
        ("car ferry", "sea"),
        ("ferry", "sea"),
        ("slow train", "rail"),
    ]
    result = synthesize(examples, inputs=["a train to Kyiv", "old ferry"], max_candidates=1_000_000)
    assert result.predictions == ["rail", "sea"]


def test_a_single_digit_is_chance() -> None:
    rooms = [("room 2b", True), ("floor 12", True), ("main hall", False), ("desk 32", True), ("garden", False)]
    assert synthesize(rooms, inputs=["box 7", "lamp"], max_candidates=200_000).predictions == [True, False]


def test_lengths_are_told_apart_where_that_is_asked_for() -> None:
    scene = scene_of([("a", "x"), ("bcd", "x"), ("efghijkl", "y"), ("mnopqrst", "y")])
    asked = [print_expression(one.body) for one in telling_conditions(scene, least=1, lengths=True)]
    usual = [print_expression(one.body) for one in telling_conditions(scene, least=1)]
    assert "len(s) > 5" in asked
    assert not any("len(s)" in one for one in usual)
