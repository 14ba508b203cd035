"""Tables that the examples bear out, and tables that would only have learnt them by heart."""

from __future__ import annotations

import pytest

from induce import synthesize
from induce.dsl.core.expression import Call, walk
from induce.search.strategies.tables import Table

PRIORITIES = [("P1", "urgent"), ("P3", "whenever"), ("P1", "urgent"), ("P2", "soon"), ("P2", "soon")]
STOCK = [
    ("kg-17", "Weight"),
    ("m-3", "Length"),
    ("kg-2", "Weight"),
    ("s-90", "Time"),
    ("m-44", "Length"),
    ("s-6", "Time"),
]


def uses_table(result: object) -> bool:
    program = result.program  # type: ignore[attr-defined]
    return program is not None and any(
        isinstance(part, Call) and part.primitive.family == "dictionary" for part in walk(program.body)
    )


def test_whole_inputs_as_keys() -> None:
    result = synthesize(PRIORITIES, inputs=["P2", "P9"], max_candidates=400_000)
    assert result.predictions == ["soon", None]
    assert any("nothing is known of other keys" in note for note in result.notes)
    assert '{"P1": "urgent", "P3": "whenever", "P2": "soon"}[s]' in result.program.python()  # type: ignore[union-attr]


def test_a_part_of_the_input_as_key() -> None:
    result = synthesize(STOCK, inputs=["m-1", "kg-1"], max_candidates=400_000)
    assert result.predictions == ["Length", "Weight"]


def test_what_came_once_each_is_no_evidence() -> None:
    examples = [("kelp", "Ulla"), ("moss", "Pero"), ("fern", "Zeno"), ("reed", "Ivo")]
    assert not uses_table(synthesize(examples, max_candidates=300_000))


def test_a_rule_wins() -> None:
    examples = [("ab", "AB"), ("cd", "CD"), ("ab", "AB"), ("ef", "EF"), ("cd", "CD")]
    assert not uses_table(synthesize(examples, max_candidates=100_000))


def test_singular_and_plural() -> None:
    examples = [(n, f"{n} day" if n == 1 else f"{n} days") for n in (1, 4, 9, 1, 30)]
    result = synthesize(examples, inputs=[1, 2], max_candidates=400_000)
    assert result.predictions == ["1 day", "2 days"]


def test_marks_have_ranges() -> None:
    examples = [(n, "high" if n >= 200 else "medium" if n >= 100 else "low") for n in (12, 95, 104, 180, 203, 350, 60)]
    result = synthesize(examples, inputs=[99, 100, 1000], max_candidates=400_000)
    assert result.predictions == ["low", "medium", "high"]


def test_contradictory_keys_make_no_table() -> None:
    assert Table.of(["a", "b", "a"], [1, 2, 3]) is None


def test_the_value_of_most_keys_is_the_default() -> None:
    table = Table.of([1, 2, 3, 4, 5, 1], ["st", "nd", "rd", "th", "th", "st"])
    assert table is not None
    general = table.with_default()
    assert general is not None
    assert general.default == "th"
    assert list(general.entries) == [1, 2, 3]
    assert general.repeated == 2


@pytest.mark.bounds
def test_a_part_is_looked_up_by_a_whole_input() -> None:
    examples = [(("x", "Hay"), "Prof Hay"), (("y", "Lopes"), "Dean Lopes"), (("x", "Chan"), "Prof Chan"),
                (("y", "Dae"), "Dean Dae")]  # fmt: skip
    result = synthesize(examples, inputs=[("y", "Roux"), ("x", "Kim")], max_candidates=1_200_000)
    assert result.predictions == ["Dean Roux", "Prof Kim"]


def test_a_single_exception_is_not_told_by_a_remainder() -> None:
    days = [(1, "1 day"), (4, "4 days"), (12, "12 days"), (0, "0 days")]
    result = synthesize(days, inputs=[7, 3], max_candidates=1_000_000)
    assert result.predictions == ["7 days", "3 days"]
    assert not uses_table(result)


def test_grades_by_the_average_of_all_arguments() -> None:
    marks = [(92, 95, 90), (85, 80, 84), (70, 75, 71), (50, 60, 55), (88, 99, 98), (79, 78, 74), (81, 79, 86)]
    marks += [(60, 99, 21), (90, 97, 98), (84, 90, 81)]
    examples = [(row, "A" if sum(row) >= 270 else "B" if sum(row) >= 240 else "C") for row in marks]
    result = synthesize(examples, inputs=[(30, 99, 45), (90, 90, 91)], max_candidates=300_000)
    assert result.predictions == ["C", "A"]


def test_a_limit_of_a_number_that_texts_write() -> None:
    examples = [
        ("temp 31C at noon", "warm"),
        ("temp 12C at dawn", "cold"),
        ("temp 25C at dusk", "warm"),
        ("temp 3C at night", "cold"),
    ]
    asked = ["temp 19C at 9 pm", "temp 21C at dawn", "temp 10C at 12 am"]
    result = synthesize(examples, inputs=asked, timeout=None, max_candidates=400_000)
    assert result.predictions == ["cold", "warm", "cold"]


def test_a_limit_with_one_example_on_one_side() -> None:
    marks = {91: "pass", 45: "fail", 78: "pass", 50: "pass", 99: "pass", 62: "pass"}
    examples = [(f"grade {mark}", word) for mark, word in marks.items()]
    result = synthesize(examples, inputs=["grade 0", "grade 49", "grade 89"], timeout=None, max_candidates=400_000)
    assert result.predictions == ["fail", "fail", "pass"]
