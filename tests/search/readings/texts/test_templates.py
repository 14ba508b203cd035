"""Templates and masks are solved for from the outputs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import Task
from induce.dsl.primitives.forms import hide, pour
from induce.search.readings.scene.scene import Scene
from induce.search.readings.texts.templates import hidden, poured, shown_ends, template_of
from induce.search.task.problem import Problem

from .scenes import exact, readings


@pytest.mark.parametrize(
    ("sources", "outputs", "template"),
    [
        (["123456", "987650"], ["12-34/56", "98-76/50"], "##-##/##"),
        (["155", "122"], ["+1 155", "+1 122"], "+1 ###"),
        (["11", "11"], ["1-11", "1-11"], "#-1#"),
        (["12", "34"], ["21", "43"], None),
        (["12", "34"], ["12", "34"], None),
        (["123", "345"], ["1-2", "3-4"], None),
    ],
)
def test_the_template_that_gives_the_outputs(sources: list[str], outputs: list[str], template: str | None) -> None:
    assert template_of(sources, outputs) == template


@given(st.text("#-1", min_size=1, max_size=12), st.data())
def test_a_template_is_found_where_there_is_one(template: str, data: st.DataObject) -> None:
    holes = template.count("#")
    sources = data.draw(st.lists(st.text("123", min_size=holes, max_size=holes), min_size=1, max_size=3))
    outputs = [pour(source, template) for source in sources]
    found = template_of(sources, outputs)
    if 0 < holes < len(template):
        assert found is not None
    if found is not None:
        assert [pour(source, found) for source in sources] == outputs


def test_digits_are_poured_from_texts_written_in_many_ways() -> None:
    examples = [("3125550142", "(312) 555-0142"), ("206 555-0177", "(206) 555-0177")]
    assert 'pour(digits_of(s), "(###) ###-####")' in exact(poured, examples)
    longer = [("+1 312 555 0142", "312-555-0142"), ("2065550177", "206-555-0177")]
    assert 'pour(take_last(digits_of(s), 10), "###-###-####")' in exact(poured, longer)
    extended = [("(312) 555-0142 x7", "312-555-0142"), ("206.555.0177", "206-555-0177")]
    assert 'pour(take(digits_of(s), 10), "###-###-####")' in exact(poured, extended)


def test_a_template_is_dear_where_the_runs_were_there_before() -> None:
    def costs(examples: list[tuple[str, str]]) -> int:
        scene = Scene(Problem.of(Task.from_examples(examples)))
        return next(reading.extra for reading in poured(scene))

    assert costs([("a 123 b 45", "123-45")]) > costs([("a 12 b 345", "123-45")])


def test_nothing_is_poured_into_outputs_of_several_lengths() -> None:
    assert not readings(poured, [("12345", "12-345"), ("1234", "12-34")])


@pytest.mark.parametrize(
    ("value", "output", "ends"),
    [
        ("4000-1234", "****-1234", (0, 4)),
        ("anna", "a***@post.org", (1, 0)),
        ("anna", "anna@post.org", None),
        ("anna", "b***", None),
    ],
)
def test_how_much_is_shown(value: str, output: str, ends: tuple[int, int] | None) -> None:
    assert shown_ends(value, output, "*") == ends


@given(st.text("ab1- ", min_size=1, max_size=12), st.integers(0, 3), st.integers(0, 3))
def test_a_text_is_hidden_as_its_output_shows(value: str, first: int, last: int) -> None:
    output = hide(value, "*", first, last)
    shown = shown_ends(value, output, "*")
    assert (shown is None) == ("*" not in output)
    if shown is not None:
        assert hide(value, "*", *shown) == output


def test_masks_hide_whole_texts_and_pieces_of_them() -> None:
    cards = [("4000-1234-5678", "****-****-5678"), ("12-3456", "**-3456")]
    assert exact(hidden, cards) == ['hide(s, "*", 0, 4)']
    plain = [("4000123412341234", "************1234"), ("", ""), ("12345", "*2345")]
    assert exact(hidden, plain) == ['pad_text_left(take_last(s, 4), len(s), "*")']
    mails = readings(hidden, [("anna@post.org", "a***@post.org"), ("bob@x.net", "b**@x.net")])
    assert mails['hide(at(split(s, "@"), 0), "*", 1, 0)'] == ("a***", "b**")
