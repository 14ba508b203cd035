"""The numbers that texts write."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from induce import Task, synthesize
from induce.dsl.core.types import DECIMAL, INT, list_of
from induce.dsl.program import parse
from induce.search.cost.costs import Costs
from induce.search.cost.prior import DefaultPrior
from induce.search.readings.numbers.quantities import quantities, read_numbers
from induce.search.readings.readings import readings_of
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem

ANEW = "zero_filled(to_text(to_number(at(numerals(s), 0))), 4)"


def read(*texts: str) -> list[tuple[Any, ...]]:
    scene = Scene(Problem.of(Task.from_examples([(text, "x") for text in texts])))
    for reading in read_numbers(scene):
        scene.add(reading)
    assert len(quantities(scene)) == len(scene.of_type(INT, DECIMAL))
    return [quantity.values for quantity in quantities(scene)]


def test_plain_numbers_are_read_plainly() -> None:
    assert read("12", "7") == [(12, 7)]
    assert read("1.5", "7") == [(Decimal("1.5"), 7)]


def test_numbers_are_read_with_what_is_around_them() -> None:
    assert (1200, 7) in read("$1,200", "$7")
    assert (Decimal("1200.5"), 7) in read("1.200,5 EUR", "7,00 EUR")
    assert read("no", "none") == []


def test_a_number_in_a_text_costs_less_than_the_same_written_anew() -> None:
    problem = Problem.of(Task.from_examples([("no. 0042 sent", "0042"), ("no. 1733 lost", "1733")]))
    readings_of(problem)
    costs = Costs(problem.given, DefaultPrior(), problem.extras)
    plain, anew = (parse(f"(s: Str) -> {text}").body for text in ("at(numerals(s), 0)", ANEW))
    assert costs.of_parts(plain) < costs.of_parts(anew)


@pytest.mark.bounds
@pytest.mark.parametrize(
    ("examples", "asked", "expected"),
    [
        (
            [("8 Oak Way, Bern 03011", "03011"), ("1007 Elm Row, Genf 01204", "01204")],
            "77 Fir Ln 5, Chur 07000",
            "07000",
        ),
        ([("Moss, Lea", "Lea Moss"), ("Ford, Ian", "Ian Ford")], "de Wit, Bo", "Bo de Wit"),
        ([("Bern (north)", "Bern"), ("Genf (west)", "Genf")], "La Tour (east)", "La Tour"),
        ([("Bern, BE 3011", "BE"), ("Genf, GE 1204", "GE"), ("Chur, GR 7000", "GR")], "La Tour, VD 1814", "VD"),
        ([("x.ch/?id=7&n=a", "7"), ("x.ch/?n=b&id=12", "12")], "x.ch/?k=3&id=9", "9"),
    ],
)
def test_pieces_of_texts_in_tasks(examples: list[tuple[str, str]], asked: str, expected: str) -> None:
    assert synthesize(examples, inputs=[asked], max_candidates=300_000).predictions == [expected]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["tea: 31", "rye: 7"], [31, 7]),
        (["box12", "7 bags"], [12, 7]),
        (["12", "7"], None),
        (["tea", "rye: 7"], None),
        (["2 at 31", "rye: 7"], None),
        (["tea: -31", "rye: 7"], None),
    ],
)
def test_each_text_of_a_list_may_write_one_number(lines: list[str], numbers: list[int] | None) -> None:
    scene = Scene(Problem.of(Task.from_examples([(lines, 1)])))
    found = [reading.values[0] for reading in read_numbers(scene) if reading.body.type == list_of(INT)]
    assert found == ([] if numbers is None else [numbers])


def test_numbers_of_texts_are_summed_up() -> None:
    shown = [["tea: 31", "rye: 7"], ["oil: 4", "figs: 22", "jam: 8"], ["nuts: 15"], ["ale: 9", "pie: 40"]]
    examples = [(lines, max(int(line.split(": ")[1]) for line in lines)) for lines in shown]
    result = synthesize(examples, inputs=[["bun: 3", "egg: 12"]], max_candidates=50_000, timeout=None)
    assert result.predictions == [12]
