"""Pieces that are cut out by the marks around them, or by what comes before and after."""

from __future__ import annotations

import pytest

from induce import Task, synthesize
from induce.search.readings.scene.scene import Scene
from induce.search.readings.texts.locating import pieces_in_place, spans_of
from induce.search.task.problem import Problem

from .scenes import Examples, exact


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ([("red fig 12", "fig"), ("plum 7 tart", "plum")], r'found(s, "([^ ]+) \\d+")'),
        ([("job 3, in 12ms", "12"), ("at 4, 7ms", "7")], r'found(s, "(\\d+)[a-z]+")'),
        ([("a=x&to=fig", "fig"), ("to=plum&b=y", "plum")], r'found(s, "to=([a-z]+)")'),
        ([("Red Sox 3:1 Cubs", "Red Sox"), ("Mets 0:2 Red Sox", "Mets")], r'found(s, "(\\D+) \\d+")'),
        ([("m/fig:80", "fig"), ("nn/plum:8", "plum")], 'at(matches(s, "[^/:]+"), 1)'),
    ],
)
def test_what_is_beside_a_piece_says_where_it_is(examples: Examples, expected: str) -> None:
    assert expected in exact(pieces_in_place, examples)


def test_a_piece_is_found_by_a_word_before_it() -> None:
    examples = [("in kg 12 of 3", "12"), ("we, or 8, had kg 7", "7"), ("so 5 or kg 40", "40")]
    assert r'found(s, "kg (\\d+)")' in exact(pieces_in_place, examples)


def test_numbers_are_found_as_texts() -> None:
    examples = [("job 3 took 12ms, 4", 12), ("7 in all took 80ms", 80)]
    problem = Problem.of(Task.from_examples(examples))
    found = [reading.values for reading in pieces_in_place(Scene(problem))]
    assert tuple(str(output) for output in problem.outputs) in found


def test_a_part_of_a_word_is_no_piece() -> None:
    assert spans_of(["a figtree"], ["fig"]) is None
    assert spans_of(["a fig tree, fig"], ["fig"]) == [(2, 5)]
    assert spans_of(["a fig tree, FIG"], ["fig"], pick=-1) == [(12, 15)]
    assert not exact(pieces_in_place, [("figtree", "fig"), ("plumtree", "plum")])


def test_what_is_undefined_on_inputs_to_be_predicted_is_left_out() -> None:
    examples = [("fig 12", "fig"), ("plum 7", "plum")]

    def patterns(inputs: list[str]) -> set[str]:
        scene = Scene(Problem.of(Task.from_examples(examples, inputs=inputs)))
        return {str(reading.body) for reading in pieces_in_place(scene) if "found" in str(reading.body)}

    assert patterns(["kiwi 3"])
    assert not patterns(["kiwi"])


def test_the_word_before_a_number() -> None:
    examples = [("paper engine harbor 73", "harbor"), ("engine 89 table", "engine"), ("winter 51 window", "winter")]
    result = synthesize(examples, inputs=["forest river 90", "the old north 8 of 9"], max_candidates=300_000)
    assert result.predictions == ["river", "north"]
    assert "re.search(" in result.program.python()  # type: ignore[union-attr]
