"""Matching in shards: the parts make up the whole, and threads do not change what is found."""

from __future__ import annotations

import json
import random
import threading
import time
from itertools import product
from typing import Any

import numpy as np
import pytest

from induce import InputError, synthesize
from induce.search.engine.compiled.loops import PLAN_WIDTH, SOLUTIONS_FULL
from induce.search.enumeration import shards
from induce.search.enumeration.shards import SHARDS, Crew, PlanShard, cut


def candidates(plan: np.ndarray) -> list[tuple[int, ...]]:
    """Instance and arguments of every candidate, in the order of the plan."""
    found = []
    for row, *ends in plan.tolist():
        ranges = (range(ends[i], ends[i + 1]) for i in (0, 2, 4))
        found += [(row, *arguments) for arguments in product(*ranges)]
    return found


@pytest.mark.parametrize("seed", range(20))
def test_the_parts_of_a_plan_are_the_plan(seed: int) -> None:
    draw = random.Random(seed)
    plan = np.zeros((draw.randint(1, 12), PLAN_WIDTH), np.int64)
    for row in plan:
        row[0] = draw.randrange(9)
        row[1::2] = [draw.randrange(50) for _ in range(3)]
        row[2::2] = row[1::2] + [draw.choice((1, 1, 2, 7, 30)) for _ in range(3)]
    whole = plan.copy()
    parts = cut(plan, SHARDS)
    assert len(parts) == SHARDS
    assert [one for part in parts for one in candidates(part)] == candidates(whole)
    assert (plan == whole).all()
    largest = max(int((row[4] - row[3]) * (row[6] - row[5])) for row in whole)
    assert max(len(candidates(part)) for part in parts) <= len(candidates(whole)) / SHARDS + 2 * largest


SEARCHES: dict[str, tuple[list[tuple[Any, Any]], dict[str, Any]]] = {
    "solved": ([([4, 2, 9, 1], [9, 4]), ([7, 7, 3], [7, 7]), ([5, 0, 6, 2], [6, 5]), ([1, 8, 3], [8, 3])], {}),
    "many solutions": ([([4, 2], 4), ([7], 7)], {"without": ["branches"]}),
    "unsolvable": ([([1, 2], [917, 3]), ([3], [12, 12, 5]), ([], [1])], {}),
    "noise": ([([x, 2, x + 1, 5], [x + 1, 5] if x != 3 else [1]) for x in range(6)], {"noise": 1}),
}


@pytest.mark.bounds
@pytest.mark.parametrize("name", SEARCHES)
def test_threads_do_not_change_the_answer(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "LEAST_WORK", 1000)
    examples, options = SEARCHES[name]
    answers = set()
    for threads in (1, 2, 4):
        result = synthesize(examples, timeout=None, max_candidates=1_200_000, threads=threads, **options)
        answers.add(json.dumps(result.to_json(timed=False)))
        assert result.stats.candidates <= 1_200_000
    assert len(answers) == 1


def test_lanes_find_what_the_whole_plan_has(monkeypatch: pytest.MonkeyPatch) -> None:
    examples = SEARCHES["solved"][0]
    found = []
    for least in (1, 10**12):
        monkeypatch.setattr(shards, "LEAST_WORK", least)
        result = synthesize(examples, timeout=None, max_candidates=1_200_000)
        found.append(([(str(one.program), one.cost) for one in result.programs], result.predictions))
    assert found[0] == found[1]


def test_work_is_done_side_by_side() -> None:
    meeting, met = threading.Barrier(2, timeout=20), []

    def work(number: int) -> None:
        meeting.wait()
        met.append(number)

    Crew(2).each(work, range(2))
    assert sorted(met) == [0, 1]


def test_an_error_waits_for_what_is_under_way() -> None:
    done = []

    def work(number: int) -> None:
        if number == 0:
            raise KeyboardInterrupt
        time.sleep(0.2)
        done.append(number)

    with pytest.raises(KeyboardInterrupt):
        Crew(3).each(work, range(3))
    assert sorted(done) == [1, 2]


def test_a_full_lane_goes_on_when_it_is_emptied() -> None:
    shard = PlanShard(np.zeros((1, PLAN_WIDTH), np.int64), np.zeros(1, np.int64), SOLUTIONS_FULL, 7)
    assert not shard.is_active
    shard.empty()
    assert shard.is_active
    assert shard.found == 0


@pytest.mark.parametrize("threads", [0, -2, 1.5, "2", None])
def test_what_is_no_number_of_threads_is_refused(threads: Any) -> None:
    with pytest.raises(InputError, match=r"is not a valid number of threads; expected an integer from 1 to 1024"):
        synthesize([([1], [2]), ([3], [6])], threads=threads)
