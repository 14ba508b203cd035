"""The choice learnt from samples: weights of traits, calibration, and what is measured of them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest

from induce import InputError
from induce.guide.choice import learning
from induce.guide.choice.calibrating import Judged, calibrated, judged
from induce.guide.choice.fitting import START, Table, fitted, rounded
from induce.guide.choice.learning import held_out, learn, learnt
from induce.guide.choice.samples import Rival, Sample
from induce.search.answer.evidence import Setting
from induce.search.answer.reliability import reliability
from induce.search.cost.learnt import PARTS_OF_UNIT, Weights

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


def test_firm_weights_stay_where_they_start() -> None:
    assert abs(fitted(Table.of(MISLED), firmness=100.0)["odd one"]) < 0.1


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

    def collected(number: int, *, seed: int, workers: int, done: list[str] | tuple[str, ...] = ()) -> list[Sample]:
        asked.append([*done])
        return [one for one in MISLED if one.name not in done]

    monkeypatch.setattr(learning, "collected", collected)
    kept, first, second = tmp_path / "samples", tmp_path / "first.json", tmp_path / "second.json"
    kept.write_text("\n".join([one.to_line() for one in MISLED[:2]] + [MISLED[2].to_line()[:40]]), encoding="utf-8")
    learn(first, number=1, seed=0, workers=1, kept=kept)
    learn(second, number=1, seed=0, workers=1, kept=kept)
    assert [len(done) for done in asked] == [2, 30]
    assert first.read_bytes() == second.read_bytes()


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    kept = tmp_path / "samples"
    kept.write_text('{"name": 3}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"samples, line 1: expected a sample"):
        learn(tmp_path / "prior.json", number=1, seed=0, workers=1, kept=kept)
