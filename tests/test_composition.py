"""Searches are put together in one place: what people call is what the benchmark measures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from induce import InputError, Result, SearchOptions, Task, composition, load_task, solve_task, synthesize
from induce.benchmarks.solvers.own import Induce
from induce.benchmarks.solvers.solver import Limits
from induce.cli import main
from induce.guide.runtime.named import ShippedGuide
from induce.sequences.searched.proposing import SequenceProposer

TASK = Path(__file__).parents[1] / "examples" / "double.json"
OPTIONS = SearchOptions(
    max_candidates=20_000, timeout=None, memory=10**8, threads=2, without=["loops"], noise=1, guide=None
)
WORDS = ["--max-candidates", "20000", "--memory", "100000000", "--threads", "2", "--without", "loops", "--noise", "1"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Task, SearchOptions]]:
    """What the one place was asked to solve."""
    seen: list[tuple[Task, SearchOptions]] = []
    solve = composition.solve

    def recorded(task: Task, options: SearchOptions, **others: Any) -> Result:
        seen.append((task, replace(options, progress=None)))
        return solve(task, options, **others)

    monkeypatch.setattr(composition, "solve", recorded)
    return seen


def test_all_ways_to_solve_a_task_are_one(asked: list[tuple[Task, SearchOptions]]) -> None:
    task = load_task(TASK, noise=1)
    solve_task(task, OPTIONS)
    examples = [(example.inputs, example.output) for example in task.train]
    synthesize(
        examples, inputs=task.inputs, max_candidates=20_000, timeout=None, memory=10**8, threads=2,
        without=["loops"], noise=1, guide=None,
    )  # fmt: skip
    Induce(OPTIONS).solve(task, Limits(timeout=None, candidates=20_000, memory=10**8))
    assert main(["solve", str(TASK), "--no-guide", "--json", *WORDS]) == 0
    assert len(asked) == 4
    assert {replace(options, memory=options.memory_bytes) for _, options in asked} == {OPTIONS}
    assert all((one.train, one.inputs) == (task.train, task.inputs) for one, _ in asked)


def test_a_search_has_everything_that_induce_has() -> None:
    components = composition.components_for(SearchOptions(), warn=print)
    assert isinstance(components.guide, ShippedGuide)
    assert isinstance(components.proposer, SequenceProposer)
    assert composition.components_for(SearchOptions(guide=None), warn=print).guide is None


def test_a_file_of_primitives_that_has_changed_is_run_again(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    for name in ("one", "other"):
        file.write_text(
            f'from induce import primitive\n\n@primitive("(Int) -> Int")\ndef {name}(x):\n    """Half."""\n'
            "    return x // 2\n",
            encoding="utf-8",
        )
        language = composition.language_of((str(file),))
        assert [*language.own] == [name]
        assert composition.language_of((str(file),)) is language
    file.unlink()
    with pytest.raises(InputError, match=r"mine\.py: cannot be read"):
        composition.language_of((str(file),))
