"""From filled rows to a program: the columns it takes, and rows that it is corrected by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from induce import InputError
from induce.tables.cells.written import Noted, codings
from induce.tables.learning.attempts import MOST_EXAMPLES
from induce.tables.learning.choosing import Budget
from induce.tables.learning.learnt import Learnt, learnt
from induce.tables.learning.sheet import Row, Sheet
from induce.tables.running.evaluating import Doubt


def ways(cells: list[str]) -> Any:
    noted = Noted()
    noted.add(cells)
    return codings(noted)


def sheet(names: str, shown: Sequence[tuple[str, ...]], sample: Sequence[tuple[str, ...]]) -> Sheet:
    """A sheet whose last column is to be learnt."""
    columns = [list(cells) for cells in zip(*(row[: len(names.split())] for row in [*shown, *sample]), strict=True)]
    return Sheet(
        tuple(names.split()),
        [ways(cells) for cells in columns],
        tuple(range(len(columns))),
        ways([row[-1] for row in shown]),
        [Row(i, row[:-1], row[-1]) for i, row in enumerate(shown, start=2)],
        [Row(i, row) for i, row in enumerate(sample, start=len(shown) + 2)],
    )


def solved(
    names: str, shown: Sequence[tuple[str, ...]], sample: Sequence[tuple[str, ...]], most: int = 20_000
) -> Learnt:
    found = learnt(sheet(names, shown, sample), Budget(None, most))
    assert found is not None
    return found


def cell(found: Learnt, *cells: str) -> Any:
    (outcome,) = found.evaluator.outcomes([[one] for one in cells])
    return outcome


def test_the_columns_that_matter_give_the_parameters_their_names() -> None:
    shown = [("x", "Ada", "3", "Ada3"), ("y", "Bo", "40", "Bo40"), ("z", "Cy", "517", "Cy517")]
    found = solved("code First-Name count", shown, [("w", "Di", "6")])
    assert found.names == ("First-Name", "count")
    assert [one.name for one in found.program.parameters] == ["first_name", "count"]
    assert cell(found, "Di", "12") == ("Di12", Doubt.NONE)


def test_zeros_in_front_are_kept() -> None:
    found = solved("code", [("007", "N007"), ("010", "N010")], [("021",)])
    assert cell(found, "001") == ("N001", Doubt.NONE)


def test_numbers_as_they_stand_in_a_text_are_texts() -> None:
    found = solved("amount", [("1,234.50", "1234.50"), ("2,200.25", "2200.25")], [("9,100.10",)])
    assert cell(found, "3,300.00")[0] == "3300.00"


def test_many_rows_correct_a_program() -> None:
    """More rows than a search begins with: what only later ones show counts as well."""
    shown = [(f"a{i} b{i}", f"b{i}") for i in range(20)] + [("a c b", "b"), ("k", "k")]
    assert len(shown) > MOST_EXAMPLES
    found = solved("text", shown, [("p q",)])
    assert [cell(found, text)[0] for text in ("p q", "p q r", "s")] == ["q", "r", "s"]


def test_empty_cells_are_values_where_examples_have_some() -> None:
    shown = [("Ada", "", "Ada."), ("Bo", "X", "BoX."), ("Cy", "", "Cy.")]
    found = solved("first middle", shown, [("Di", "")])
    assert cell(found, "Eva", "")[0] == "Eva."


def test_no_program() -> None:
    assert learnt(sheet("a", [("x", "1"), ("x", "2")], []), Budget(None, 1000)) is None


def test_nothing_to_learn_from() -> None:
    one = Sheet(("a",), [()], (), ways(["x"]), [Row(2, ("x",), "x")])
    with pytest.raises(InputError, match="no other column can be read"):
        learnt(one, Budget(None, 1000))


def test_the_row_that_would_say_most() -> None:
    found = solved("text", [("ab cd", "ab"), ("ef gh", "ef")], [("ij kl",), ("mno pq",)])
    assert found.question is not None
    assert found.question.cells == ("mno pq",)


def test_the_row_in_a_gap_says_where_a_limit_is() -> None:
    shown = [("90", "yes"), ("10", "no"), ("80", "yes"), ("20", "no"), ("70", "yes")]
    found = solved("points", shown, [("95",), ("21",), ("47",), ("60",), ("5",)], most=300_000)
    assert found.question is not None
    assert found.question.cells == ("47",)
