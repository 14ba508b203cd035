"""Weights files: what was written is read, and nothing else is believed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from induce import Task
from induce.dsl.core.types import INT, Type
from induce.guide.runtime.config import Config
from induce.guide.runtime.guide import NetworkGuide, load_guide
from induce.guide.runtime.network import Network
from induce.guide.runtime.productions import Production
from induce.guide.runtime.weights import FORMAT, Weights, WeightsError, load, read, save, write
from induce.guide.training.trainer import Trainer
from induce.search.cost.prior import DefaultPrior
from induce.search.engine.instances import Instance, instances, universe

from ..synthetic import batch

SMALL = Config(embedding=8, width=16, blocks=1, pair_vector=16, task_vector=16, candidate_vector=8)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "guide.safetensors"
    save(path, Weights(Trainer(SMALL, seed=1).tensors([batch(1, 8)]), SMALL, {"tasks": "7"}))
    return path


def test_what_is_written_is_read(file: Path) -> None:
    found = load(file)
    assert found.config == SMALL
    assert found.facts == {"tasks": "7"}
    assert Network.from_weights(found).config == SMALL
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.skipif(os.name == "nt", reason="modes of files")
def test_who_may_read_a_file_is_as_with_any_other(tmp_path: Path) -> None:
    path, plain = tmp_path / "guide.safetensors", tmp_path / "plain"
    plain.touch()
    write(path, {"a": np.zeros(2, np.float32)}, {"format": "f"})
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o640)
    write(path, {"a": np.ones(2, np.float32)}, {"format": "f"})
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["guide.safetensors", "plain"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="nothing here"):
        load(tmp_path / "nothing here")


@pytest.mark.parametrize("kept", [0, 5, 100, -1])
def test_a_truncated_file_is_refused(file: Path, kept: int) -> None:
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(WeightsError, match=r"guide\.safetensors"):
        load(file)


def test_every_altered_byte_is_noticed(file: Path) -> None:
    whole = file.read_bytes()
    for place in np.random.default_rng(0).integers(8, len(whole), 40).tolist():
        altered = bytearray(whole)
        altered[place] ^= 1
        file.write_bytes(altered)
        with pytest.raises(WeightsError, match=r"guide\.safetensors"):
            load(file)


def test_weights_of_the_format_before_are_refused_in_one_line(file: Path) -> None:
    tensors, metadata = read(file, format=FORMAT)
    write(file, tensors, {**metadata, "format": "induce-guide 1"})
    with pytest.raises(WeightsError, match=r"guide\.safetensors: weights of an older version of induce; train others"):
        load(file)


def test_other_nonterminals_are_other_shapes(file: Path) -> None:
    tensors, metadata = read(file, format=FORMAT)
    write(file, tensors, {**metadata, "nonterminals": "[]"})
    with pytest.raises(WeightsError, match="arrays of other shapes"):
        load(file)


@pytest.mark.parametrize("text", ["", "7", '[{"name": "sort"', '[{"called": "sort"}]'])
def test_productions_that_cannot_be_read_are_told(file: Path, text: str) -> None:
    tensors, metadata = read(file, format=FORMAT)
    write(file, tensors, {**metadata, "productions": text})
    with pytest.raises(WeightsError, match="its metadata cannot be read"):
        load(file)


@pytest.fixture
def opinionated(file: Path) -> Path:
    """Weights that find some productions likelier than usual, and others less."""
    found = load(file)
    usual = found.tensors["usual"] + np.random.default_rng(5).normal(0, 3, found.tensors["usual"].shape)
    save(file, replace(found, tensors={**found.tensors, "usual": usual.astype(np.float32)}))
    return file


def renamed(file: Path, change: Callable[[Production], Production]) -> NetworkGuide:
    """The guide of the file as if its productions had been others."""
    found = load(file)
    save(file, replace(found, productions=tuple(map(change, found.productions))))
    return load_guide(file)


def costs_of(guide: NetworkGuide) -> dict[str, int]:
    """What the guide makes of the cost of each primitive."""
    task = Task.from_examples([([3, 1, 2], [1, 2, 3]), ([5, 1], [1, 5])])
    prior = guide.prior(task, Even())
    assert prior is not None
    types = universe(task.parameter_types, task.result_type)
    return {one.primitive.name: prior.instance_cost(one, ()) for one in instances(types) if one.result == INT}


class Even(DefaultPrior):
    """Every instance costs the same, and enough to become cheaper."""

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        return 10


def test_a_primitive_that_has_changed_keeps_its_usual_cost_and_no_other_does(opinionated: Path) -> None:
    before = costs_of(load_guide(opinionated))
    name = next(name for name, cost in before.items() if cost != 10)
    guide = renamed(opinionated, lambda one: replace(one, meaning="Something else.") if one.name == name else one)
    assert guide.changed == (name,)
    assert costs_of(guide) == {**before, name: 10}


def test_a_primitive_that_the_weights_do_not_know_keeps_its_usual_cost_without_a_word(opinionated: Path) -> None:
    before = costs_of(load_guide(opinionated))
    name = next(name for name, cost in before.items() if cost != 10)
    guide = renamed(opinionated, lambda one: replace(one, name="what_was") if one.name == name else one)
    assert guide.changed == ()
    assert costs_of(guide) == {**before, name: 10}


def test_productions_are_matched_by_name_not_by_number(opinionated: Path) -> None:
    before = costs_of(load_guide(opinionated))
    found = load(opinionated)
    count = len(found.productions)
    order = np.random.default_rng(3).permutation(count)
    tensors = dict(found.tensors)
    tensors["usual"] = tensors["usual"][..., order]
    for name in ("productions.weight", "productions.bias"):
        rows = tensors[name].reshape(8, count, -1)[:, order]
        tensors[name] = rows.reshape(tensors[name].shape)
    save(opinionated, replace(found, tensors=tensors, productions=tuple(found.productions[number] for number in order)))
    assert costs_of(load_guide(opinionated)) == before


def test_a_folder_that_cannot_be_written_is_told(file: Path) -> None:
    with pytest.raises(WeightsError, match="cannot be written"):
        save(file / "below", load(file))
