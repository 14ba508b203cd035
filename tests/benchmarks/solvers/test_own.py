"""induce as a solver of the benchmark."""

from __future__ import annotations

from pathlib import Path

import pytest

from induce import InputError, SearchOptions, Task, solve_task
from induce.benchmarks.runs.outcome import verdict
from induce.benchmarks.solvers.own import Induce
from induce.benchmarks.solvers.solver import Limits
from induce.guide.runtime import guide, named

DECLARED = '''from induce import primitive

@primitive("(Int) -> Int")
def crooked(x):
    """Crooked."""
    return x * x * 7 // 5 + 3
'''
PAIRS = [([3, 1, 2], [6, 2, 4]), ([5, 1], [10, 2]), ([7, 7], [14, 14]), ([8, 0], [16, 0]), ([4], [5])]
DOUBLE = Task.from_examples(PAIRS[:4], inputs=[[7, 9]], expected=[[14, 18]])
UNGUIDED = Induce(SearchOptions(guide=None))
FEW = Limits(timeout=None, candidates=50_000, memory=10**8)


def test_an_answer_shows_what_the_program_makes_of_the_examples() -> None:
    answer = Induce().solve(DOUBLE, FEW)
    assert (answer.claims, answer.predictions, answer.program) == (True, [[14, 18]], "(xs: List[Int]) -> xs * 2")
    assert answer.reproduced == [output for _, output in PAIRS[:4]]
    assert answer.cost is not None
    assert answer.confidence is not None
    assert 0 < answer.confidence < 1
    assert answer.candidates is not None
    assert 0 < answer.candidates <= 50_000
    assert verdict(DOUBLE, answer) == "solved"


def test_without_a_program_nothing_is_claimed() -> None:
    task = Task.from_examples([([1, 2], 913), ([5], -77), ([2, 8, 1], 4021)], inputs=[[1]], expected=[3])
    answer = UNGUIDED.solve(task, Limits(timeout=None, candidates=5000, memory=10**8))
    assert not answer.claims
    assert (answer.cost, answer.confidence) == (None, None)
    assert verdict(task, answer) == "none"


def test_an_argument_left_out_has_its_default_in_what_is_reproduced() -> None:
    calls = [((83, 7), 6), ((95,), 5), ((41, 9), 5), ((132,), 2), ((64,), 4), ((77, 5), 2)]
    task = Task.from_examples(calls, inputs=[(58,), (58, 6)], expected=[8, 4])
    answer = Induce().solve(task, FEW)
    assert answer.program == "(n: Int, m: Int = 10) -> n % m"
    assert answer.reproduced == [output for _, output in calls]
    assert verdict(task, answer) == "solved"


def test_with_noise_the_disbelieved_example_is_not_asked_for() -> None:
    noisy = Task.from_examples(PAIRS, inputs=[[7, 9]], expected=[[14, 18]], noise=1)
    answer = Induce(SearchOptions(noise=1)).solve(noisy, FEW)
    assert answer.reproduced is None
    assert verdict(noisy, answer) == "solved"


def test_settings_are_what_answers_depend_on() -> None:
    guided = Induce(SearchOptions(without=["loops", "edits"], timeout=3, top=2))
    unguided = Induce(SearchOptions(guide=None, noise=1, threads=2))
    assert (guided.name, unguided.name) == ("induce", "induce-unguided")
    assert len(guided.settings.pop("weights")) == 16
    assert guided.settings == {**guided.settings, "without": ["edits", "loops"], "noise": 0, "threads": 1}
    assert unguided.settings == {"without": [], "noise": 1, "threads": 2}
    with pytest.raises(InputError, match=r"none\.safetensors: cannot be read"):
        _ = Induce(SearchOptions(guide="none.safetensors")).settings


def test_primitives_may_be_added(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text(DECLARED, encoding="utf-8")
    own = Induce(SearchOptions(guide=None, primitives=[file]))
    assert len(own.settings["primitives"][0]) == 16
    task = Task.from_examples([(n, n * n * 7 // 5 + 3) for n in (3, 8, 11, 20)], inputs=[30], expected=[1263])
    answer = own.solve(task, FEW)
    assert answer.program == "(n: Int) -> crooked(n)"
    assert answer.reproduced == [example.output for example in task.train]


@pytest.mark.parametrize("options", [SearchOptions(), SearchOptions(noise=2)], ids=["usual", "noise"])
def test_what_takes_long_to_load_is_loaded_before_a_task_is_timed(
    options: SearchOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str | Path] = []
    load = guide.load_guide

    def noted(path: str | Path) -> guide.NetworkGuide:
        loaded.append(path)
        return load(path)

    monkeypatch.setattr(guide, "load_guide", noted)
    named._shipped.cache_clear()
    Induce(options).prepare()
    assert loaded == [named.SHIPPED]
    Induce().solve(DOUBLE, FEW)
    assert loaded == [named.SHIPPED]


def test_what_is_measured_is_what_people_call() -> None:
    result = solve_task(DOUBLE, timeout=None, max_candidates=FEW.candidates, memory=FEW.memory)
    answer = Induce().solve(DOUBLE, FEW)
    assert (answer.program, answer.predictions) == (str(result.program), result.predictions)
    assert (answer.candidates, answer.cost) == (result.stats.candidates, result.programs[0].cost)
    assert answer.confidence == result.confidence
