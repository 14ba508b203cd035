"""What the guide sees of tasks: the right tokens, relations that hold, each task as if it were alone."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.guide.runtime import features
from induce.guide.runtime.features import Batch, Shown, batch_of, shown
from induce.guide.runtime.relations import RELATIONS
from induce.guide.tasks.lessons import lessons
from induce.search.task.task import Example, Task

INTS, ROWS = list_of(INT), list_of(list_of(INT))


def tokens_of(value: Any, type_: Type) -> list[int]:
    """The tokens of a value that is the only argument of a task."""
    batch = batch_of([Shown((Example((value,), 0),), (type_,), INT)])
    row: list[int] = batch.tokens[0, 0, 0].tolist()
    return row[: row.index(features.END) + 1]


def test_tokens_stand_between_boundaries() -> None:
    first = features.FIRST_INTEGER - features.LEAST
    assert tokens_of([3, -1], INTS) == [features.START, first + 3, first - 1, features.END]
    assert tokens_of([], INTS) == [features.START, features.END]
    assert tokens_of(True, BOOL) == [features.START, features.TRUE, features.END]
    assert tokens_of([[1], [], [2]], ROWS) == [
        features.START, first + 1, features.ROW, features.ROW, first + 2, features.END,
    ]  # fmt: skip
    assert tokens_of("a b", STR)[1:-1] == [features.FIRST_CHARACTER + ord(c) - 32 for c in "a b"]
    assert len(tokens_of(list(range(99)), INTS)) == features.LENGTH


def test_integers_and_characters_have_different_tokens() -> None:
    small = [tokens_of(n, INT)[1] for n in range(features.LEAST, features.MOST + 1)]
    assert len(set(small)) == len(small)
    large = [tokens_of(sign * 2**bits, INT)[1] for sign in (1, -1) for bits in range(7, 19)]
    assert len(set(large)) == len(large)
    letters = [tokens_of(chr(code), STR)[1] for code in range(32, 127)]
    assert not set(small) & set(letters)
    assert not set(large) & set(letters)


@pytest.fixture(scope="module")
def some() -> list[Shown]:
    return [lesson.shown() for number in range(4) for lesson in lessons(3, number)][:40]


def test_a_batch_has_each_task_as_if_it_were_alone(some: list[Shown]) -> None:
    together = batch_of(some)
    assert together.tokens.shape == (len(some), features.PAIRS, features.ROLES, features.LENGTH)
    assert together.relations.shape[2:] == (features.LENGTH, RELATIONS)
    for number in range(0, len(some), 7):
        alone = batch_of([some[number]])
        for field in fields(Batch):
            if field.name != "nodes":
                assert (getattr(together, field.name)[number] == getattr(alone, field.name)[0]).all(), field.name
        mine = together.nodes[together.nodes[:, 0] == number]
        assert (mine[:, 1:] == alone.nodes[:, 1:]).all()
        assert len(mine) == len(some[number].nodes)


def test_what_is_absent_is_zero(some: list[Shown]) -> None:
    batch = batch_of(some)
    for name in ("tokens", "relations", "properties"):
        assert not getattr(batch, name)[~batch.present].any()
    assert not batch.candidates[~batch.known].any()
    assert not (batch.useful & ~batch.known).any()
    assert batch.useful.any()


def test_of_many_examples_different_ones_are_shown() -> None:
    task = Task.from_examples([([0] * n, list(range(n))) for n in range(20)])
    sizes = [len(example.output) for example in shown(task).examples]
    assert len(sizes) == features.PAIRS
    assert sizes == sorted(set(sizes), reverse=True)
    assert sizes[0] == 19
    assert sizes[-1] == 0
    few = Task.from_examples([([1], 2), ([3], 4)])
    assert len(shown(few).examples) == 2
