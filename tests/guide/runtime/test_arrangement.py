"""A batch as the network reads it: everything that is there, once, and no kernel reaches from pair to pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from induce.guide.runtime.arrangement import arrange, pooled, positions
from induce.guide.runtime.config import Config
from induce.guide.runtime.features import END, PADDING, START
from induce.guide.runtime.relations import POSITIONS

from ..synthetic import batch


def test_positions_end_where_no_role_has_a_token_any_more() -> None:
    some = batch(1, 5)
    found = positions(some)
    for tokens, inside in zip(some.tokens[some.present], found, strict=True):
        used = [place for place in range(tokens.shape[1]) if (tokens[:, place] != PADDING).any()]
        assert np.flatnonzero(inside).tolist() == list(range(max(used, default=0) + 1))


@pytest.mark.parametrize("kernel", [1, 3, 5, 9])
def test_no_kernel_reaches_from_one_pair_to_the_next(kernel: int) -> None:
    some = batch(2, 6)
    found = arrange(some, Config(kernel=kernel))
    assert found.lengths.sum() == len(found.tokens) == len(found.place) == found.real.sum()
    assert found.pairs.tolist() == some.present.sum(axis=1).tolist()
    ends = np.cumsum(found.lengths)
    for before, after in zip(range(len(ends) - 1), range(1, len(ends)), strict=True):
        last, first = found.place[ends[before] - 1], found.place[ends[before]]
        assert first - last > kernel // 2, (before, after)
    assert found.place.max() < len(found.real)
    assert (found.real[found.place] == 1).all()
    for length, end in zip(found.lengths, ends, strict=True):
        assert found.index[end - length : end].tolist() == list(range(length))
        assert (np.diff(found.place[end - length : end]) == 1).all()


def test_tokens_and_relations_are_those_of_the_batch() -> None:
    some = batch(3, 4)
    found = arrange(some, Config())
    inside = positions(some)
    assert (found.tokens == some.tokens[some.present].transpose(0, 2, 1)[inside]).all()
    assert (found.relations == some.relations[some.present][inside]).all()
    assert (found.properties == some.properties[some.present]).all()


def test_variants_see_less() -> None:
    some = batch(3, 4)
    usual, shared, blind = (
        arrange(some, one) for one in (Config(), Config(boundary="shared"), Config(positions=False))
    )
    assert (usual.tokens == END).any()
    assert not (shared.tokens == END).any()
    assert (shared.tokens == START).sum() == ((usual.tokens == START) | (usual.tokens == END)).sum()
    assert usual.relations[:, -POSITIONS:].any()
    assert not blind.relations[:, -POSITIONS:].any()
    assert (blind.relations[:, :-POSITIONS] == usual.relations[:, :-POSITIONS]).all()


def test_candidates_are_those_that_are_known_with_their_tasks() -> None:
    some = batch(4, 6)
    found = arrange(some, Config())
    assert np.bincount(found.owners, minlength=6).tolist() == some.known.sum(axis=1).tolist()
    owners, ranks = np.nonzero(some.known)
    assert (found.useful == some.useful[owners, ranks]).all()
    none = arrange(replace(some, known=np.zeros_like(some.known)), Config())
    assert len(none.owners) == len(none.candidates) == 0


def test_properties_are_pooled_over_the_pairs_that_are_there() -> None:
    draw = np.random.default_rng(5)
    candidates = draw.random((7, 4, 3), np.float32)
    present = np.arange(4) < draw.integers(1, 5, size=(7, 1))
    found = pooled(candidates, present)
    for row, values, there in zip(found, candidates, present, strict=True):
        columns = [values[there, number].tolist() for number in range(3)]
        wanted = [sum(c) / len(c) for c in columns] + [min(c) for c in columns] + [max(c) for c in columns]
        assert row.tolist() == pytest.approx(wanted)
