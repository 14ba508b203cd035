"""What the guide sees of tasks: the right tokens, relations that hold, each task as if it were alone."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.guide.runtime import features
from induce.guide.runtime.features import Batch, Shown, batch_of, shown
from induce.guide.runtime.relations import POSITIONS, PROPERTIES, RELATIONS, properties_of
from induce.guide.runtime.sequences import WIDTH, sequences
from induce.guide.tasks.lessons import lessons
from induce.search.task.task import Example, Task

INTS, ROWS = list_of(INT), list_of(list_of(INT))
VALUES = st.one_of(
    st.tuples(st.lists(st.integers(-300, 300), max_size=40), st.just(INTS)),
    st.tuples(st.integers(-(2**53), 2**53), st.just(INT)),
    st.tuples(st.text(max_size=40), st.just(STR)),
    st.tuples(st.lists(st.lists(st.integers(-9, 9), max_size=5), max_size=12), st.just(ROWS)),
    st.tuples(st.booleans(), st.just(BOOL)),
)


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


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=6))
def test_features_are_finite_small_and_those_of_each_pair_alone(pairs: list[tuple[Any, Any]]) -> None:
    together = properties_of(sequences([a for a, _ in pairs]), sequences([b for _, b in pairs]))
    assert together.shape == (len(pairs), PROPERTIES)
    assert np.isfinite(together).all()
    assert np.abs(together).max() <= 1
    for row, (a, b) in zip(together, pairs, strict=True):
        assert (properties_of(sequences([a]), sequences([b]))[0] == row).all()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-9, 9), max_size=WIDTH), st.lists(st.integers(-9, 9), max_size=WIDTH))
def test_properties_say_what_holds(xs: list[int], ys: list[int]) -> None:
    from induce.guide.runtime import relations

    value, output = sequences([(xs, INTS)]), sequences([(ys, INTS)])
    type_ids, lengths = relations._kinds(value, output), relations._lengths(value, output)
    assert sum(channel[0] for channel in type_ids) == 2
    assert lengths[0][0] == (len(xs) == len(ys))
    contents = relations._contents(value, output)
    assert contents[3][0] == (xs == ys)
    assert contents[4][0] == pytest.approx(
        (len(xs) == len(ys)) * sum(a == b for a, b in zip(xs[::-1], ys, strict=False)) / max(len(ys), 1)
    )
    assert contents[5][0] == pytest.approx(sum(y in xs for y in ys) / max(len(ys), 1))
    assert contents[6][0] == pytest.approx(sum(x in ys for x in xs) / max(len(xs), 1))
    assert contents[7][0] == (sorted(xs) == sorted(ys))
    orders = relations._orders(value, output)
    assert orders[0][0] == (xs == sorted(xs))
    assert orders[4][0] == (ys == sorted(ys)[::-1])
    assert orders[5][0] == (len(set(ys)) == len(ys))
    numbers = relations._numbers(value, output)
    assert numbers[5][0] == (sum(xs) == sum(ys))
    assert numbers[9][0] == (len(ys) == 1 and ys[0] == sum(xs))


@pytest.fixture(scope="module")
def some() -> list[Shown]:
    return [lesson.shown() for number in range(4) for lesson in lessons(3, number)][:40]


def test_a_batch_has_each_task_as_if_it_were_alone(some: list[Shown]) -> None:
    together = batch_of(some)
    assert together.tokens.shape == (len(some), features.PAIRS, features.ROLES, features.LENGTH)
    assert together.relations.shape[2:] == (features.LENGTH, RELATIONS)
    assert POSITIONS < RELATIONS
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
