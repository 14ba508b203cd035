"""The second head: the same scores as one candidate at a time, in the order of the values."""

from __future__ import annotations

import numpy as np
import pytest

from induce import Task
from induce.dsl.core.types import INT, list_of
from induce.guide.runtime.judge import Judge
from induce.guide.runtime.relations import PROPERTIES
from induce.search.task.values import Values

WIDTH, TASK = 5, 7
DRAW = np.random.default_rng(6)


def drawn(*shape: int) -> np.ndarray:
    return DRAW.normal(size=shape).astype(np.float32)


TENSORS = {
    "judge.task.weight": drawn(WIDTH, TASK),
    "judge.task.bias": drawn(WIDTH),
    "judge.candidate.weight": drawn(WIDTH, 3 * PROPERTIES + WIDTH),
    "judge.candidate.bias": drawn(WIDTH),
    "judge.verdict.weight": drawn(1, WIDTH),
    "judge.verdict.bias": drawn(1),
}
JUDGE = Judge(TENSORS, drawn(TASK))


def naive_score(candidate: np.ndarray) -> float:
    """Of one candidate: its summary and the task's side by side through two layers."""
    summary = np.concatenate([candidate.mean(axis=0), candidate.min(axis=0), candidate.max(axis=0)])
    task = TENSORS["judge.task.weight"] @ JUDGE.vector + TENSORS["judge.task.bias"]
    both = np.concatenate([summary, task])
    hidden = np.maximum(TENSORS["judge.candidate.weight"] @ both + TENSORS["judge.candidate.bias"], 0)
    return float((TENSORS["judge.verdict.weight"] @ hidden + TENSORS["judge.verdict.bias"])[0])


def test_scores_are_those_of_each_candidate_alone() -> None:
    candidates = np.abs(drawn(9, 4, PROPERTIES))
    wanted = [naive_score(one) for one in candidates]
    assert JUDGE.scores(candidates).tolist() == pytest.approx(wanted, rel=1e-3, abs=1e-3)


def values_of(rows: list[list[int]], type_: object = INT) -> Values:
    """Numbers, one for each of two examples."""
    words = np.array(rows, np.int64)[:, :, None]
    return Values(INT, np.arange(len(rows)), words, np.ones(words.shape[:2], np.int64))


def test_odds_come_type_by_type_in_the_order_of_the_values() -> None:
    task = Task.from_examples([([3, 1], 4), ([5], 5)])
    one, other = values_of([[4, 5], [1, 2], [0, 0]]), values_of([[9, 9]])
    flat = Values(list_of(INT), np.arange(1), np.array([[[3, 1], [5, 0]]], np.int64), np.array([[2, 1]], np.int64))
    together = JUDGE.odds(task, [one, flat, other])
    assert together.shape == (5,)
    assert together.tolist() == [*JUDGE.odds(task, [one]), *JUDGE.odds(task, [flat]), *JUDGE.odds(task, [other])]
    assert len(set(together.tolist())) == 5
