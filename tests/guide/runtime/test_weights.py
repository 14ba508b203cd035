"""Weights files: what was written is read, and nothing else is believed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from induce.guide.runtime import weights
from induce.guide.runtime.config import Config
from induce.guide.runtime.network import Network
from induce.guide.runtime.weights import StaleWeights, Weights, WeightsError, load, save
from induce.guide.training.trainer import Trainer

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


def test_weights_for_another_language_are_stale(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "table_hash", lambda: "another")
    with pytest.raises(StaleWeights, match="another version"):
        load(file)


def test_a_folder_that_cannot_be_written_is_told(file: Path) -> None:
    with pytest.raises(WeightsError, match="cannot be written"):
        save(file / "below", load(file))
