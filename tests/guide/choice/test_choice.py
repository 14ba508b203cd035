"""The choice learnt from samples: weights of traits, calibration, and what is measured of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from induce import InputError
from induce.cli import main
from induce.guide.choice import learning
from induce.guide.choice.calibrating import Judged, calibrated, judged
from induce.guide.choice.fitting import START, Table, fitted, rounded
from induce.guide.choice.learning import held_out, learn, learnt
from induce.guide.choice.samples import Plan, Rival, Sample
from induce.search.answer.calibration import Calibration
from induce.search.answer.evidence import Setting
from induce.search.answer.reliability import reliability
from induce.search.cost.learnt import PARTS_OF_UNIT, Weights
from induce.search.cost.value_roles import Oddity

SETTING = Setting("number", 3, 3, 20, 1000, 5000, 1, 2, 0)


def rival(cost: int, *traits: str, right: bool, key: str = "") -> Rival:
    return Rival("", dict.fromkeys(traits, 1), {}, cost, 0, 0, key or f"{cost} {right}", right)


def sample(number: int, *rivals: Rival, field: str = "a") -> Sample:
    return Sample(f"function{number}/0", field, list(rivals), SETTING)


MISLED = [
    sample(number, rival(8, "odd one", right=False), rival(10, "plain", right=True), field="abcdef"[number % 6])
    for number in range(30)
]
"""What is right has one trait, and what is cheaper another."""


def test_a_sample_is_a_line() -> None:
    for one in (MISLED[0], Sample("nothing/0", "a", [], None)):
        assert Sample.of_line(one.to_line()) == one


def test_weights_make_what_is_right_cheaper() -> None:
    weights = fitted(Table.of(MISLED), firmness=0.001)
    assert weights["odd one"] - weights["plain"] > 2
    assert weights["odd: MIXED"] == START["odd: MIXED"]
    assert all(one.under(Weights(rounded(weights)))[0].right for one in MISLED)


def test_traits_of_few_functions_keep_the_weights_that_they_start_with() -> None:
    assert rounded(fitted(Table.of(MISLED[:2]), firmness=100.0))  # Where all of these are whole numbers, too.


def test_firm_weights_stay_where_they_start() -> None:
    assert abs(fitted(Table.of(MISLED), firmness=100.0)["odd one"]) < 0.1


def test_weights_start_from_odd_uses_that_there_are() -> None:
    odd = {name.removeprefix("odd: ") for name in START if name.startswith("odd: ")}
    assert odd == set(Oddity.__members__)


def test_weights_are_shipped_as_whole_numbers() -> None:
    assert rounded({"b": 1.0, "a": -0.5, "none": 0.001}) == {"a": -PARTS_OF_UNIT // 2, "b": PARTS_OF_UNIT}


def test_the_gradient_is_that_of_the_likelihood() -> None:
    both = [rival(9, "plain", right=True), rival(7, "plain", "odd one", right=True, key="other")]
    samples = [*MISLED[:3], sample(99, *both, rival(6, "odd one", right=False))]
    table = Table.of([Sample(f"{number}/0", "a", one.rivals, SETTING) for number, one in enumerate(samples * 3)])
    weights = np.random.default_rng(0).normal(0, 1, (len(table.names),))
    gradient = table.likelihood(weights)[1]
    for place in range(len(weights)):
        values = []
        for step in (1e-5, -1e-5):
            weights[place] += step
            values.append(table.likelihood(weights)[0])
            weights[place] -= step
        assert (values[0] - values[1]) / 2e-5 == pytest.approx(gradient[place], abs=1e-6)


def test_confidence_follows_what_was_right() -> None:
    rng = Random(0)
    answers = []
    for _ in range(2000):
        gap = rng.uniform(0, 4)
        answers.append(Judged({"gap": gap, "noise": rng.random()}, rng.random() < 1 / (1 + np.exp(2 - gap))))
    calibration = calibrated(answers, firmness=1e-6)
    assert calibration.weights["gap"] == pytest.approx(1, abs=0.15)
    assert abs(calibration.weights["noise"]) < 0.4
    held = reliability([calibration.confidence(one.evidence) for one in answers], [one.right for one in answers])
    assert held.error < 0.03
    assert held.area is not None
    assert held.area > 0.7


def test_the_choice_is_measured_on_fields_that_it_was_not_learnt_from() -> None:
    measured = held_out(MISLED)
    assert (measured.samples, measured.before, measured.after) == (30, 0.0, 1.0)


def test_samples_without_a_program_say_nothing_of_answers() -> None:
    weights, _ = learnt(MISLED)
    assert judged([Sample("nothing/0", "a", [], None)], weights) == []


def test_samples_are_kept_and_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def collected(plan: Plan, *, workers: int, done: Collection[str] = ()) -> list[Sample]:
        asked.append([*done])
        return [one for one in MISLED if one.name not in done]

    monkeypatch.setattr(learning, "collected", collected)
    kept, first, second = tmp_path / "samples", tmp_path / "first.json", tmp_path / "second.json"
    kept.write_text("\n".join([one.to_line() for one in MISLED[:2]] + [MISLED[2].to_line()[:40]]), encoding="utf-8")
    learn(first, Plan(1, 0), workers=1, kept=kept)
    learn(second, Plan(1, 0), workers=1, kept=kept)
    assert [len(done) for done in asked] == [2, 30]
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b'{"name": 3}\n', 1),
        (b"[1]\n", 1),
        (b'{"name": "a/0", "field": "a", "rivals": [], "setting": [1]}\n', 1),
        (b"\x93NUMPY\n", 1),
        (MISLED[0].to_line().encode() + b"\nmy notes", 2),
        (b"my notes, in one line", 1),
    ],
)
def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path: Path, text: bytes, line: int) -> None:
    kept = tmp_path / "samples"
    kept.write_bytes(text)
    with pytest.raises(InputError, match=rf"samples, line {line}: expected a sample"):
        learn(tmp_path / "prior.json", Plan(1, 0), workers=1, kept=kept)
    assert kept.read_bytes() == text


def test_an_interrupted_collection_keeps_its_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def collected(*_: object, **__: object) -> Iterator[Sample]:
        yield from MISLED[:3]
        raise KeyboardInterrupt

    monkeypatch.setattr(learning, "collected", collected)
    kept, output = tmp_path / "samples", tmp_path / "prior.json"
    assert main(["train", "--prior", "--checkpoint", str(kept), "--output", str(output)]) == 130
    assert kept.read_text(encoding="utf-8") == "".join(one.to_line() + "\n" for one in MISLED[:3])
    assert not output.exists()


def prior(found: list[Sample], output: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of `induce train --prior` where searches find these samples."""
    monkeypatch.setattr(learning, "collected", lambda *_, **__: found)
    return main(["train", "--prior", "--draws", "1", "--output", str(output)])


def test_a_prior_is_written_and_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "prior.json"
    assert prior(MISLED, output, monkeypatch) == 0
    document = json.loads(output.read_text(encoding="utf-8"))
    assert document["added"]["odd one"] > 0
    assert Calibration(**document["calibration"]).confidence({}) <= 0.99
    told = capsys.readouterr().out
    assert "30 tasks; on fields held out: 100.0% of the first choices right, 0.0% before" in told
    assert "area unknown" in told


ONE_FOLD = [
    replace(MISLED[0], field="a"),
    replace(MISLED[5], field="f"),
    *(sample(n, field=f) for n, f in enumerate("bcde")),
]
"""The fields in which something is right and something wrong are held out together."""


@pytest.mark.parametrize("found", [[], [Sample("nothing/0", "a", [], None)], MISLED[:1], ONE_FOLD])
def test_too_few_samples_are_told(
    found: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert prior(found, tmp_path / "prior.json", monkeypatch) == 2
    assert "too few; expected right and wrong programs in more fields" in capsys.readouterr().err
