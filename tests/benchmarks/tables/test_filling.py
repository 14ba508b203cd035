"""Our own tables: drawn the same again, and columns that are filled from their first cells."""

from __future__ import annotations

import pytest

from induce.benchmarks.tables.filling import Trial
from induce.benchmarks.tables.made import TABLES
from induce.cli import main
from induce.tables.learning.choosing import Budget

BY_NAME = {made.name: made for made in TABLES}


def test_tables_are_drawn_the_same_again() -> None:
    assert len(TABLES) == 10
    for made in TABLES:
        rows = made.rows(50)
        assert rows == made.rows(50)
        assert rows != made.rows(50, seed=1)
        assert all(isinstance(wanted(row), str) for row in rows for wanted in made.wanted.values())
        assert not set(made.wanted) & set(rows[0])


def test_a_column_is_right_on_all_rows() -> None:
    made = BY_NAME["invoices"]
    outcome = Trial(made, "total", made.rows(200), 3, Budget(None, 20_000)).outcome()
    assert outcome.solved
    assert (outcome.rows, outcome.questions) == (200, 0)


def test_answers_are_examples() -> None:
    made = BY_NAME["survey"]
    trial = Trial(made, "first reason", made.rows(200), 3, Budget(None, 20_000))
    assert trial.outcome().confidence < 0.95
    outcome = trial.outcome(questions=4)
    assert outcome.solved
    assert 0 < outcome.questions <= 4


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "tables", "bank", "--rows", "50", "--timeout", "2"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 4
    assert out.endswith("of 3 columns\n")
    assert main(["bench", "tables", "none"]) == 2
    assert "'none' is not a table; expected contacts, " in capsys.readouterr().err
