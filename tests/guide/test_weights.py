"""Weights files: what was written is read, and nothing else is believed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from induce.guide import weights
from induce.guide.config import Shape
from induce.guide.weights import StaleWeights, Weights, WeightsError, load, save

from .synthetic import TINY


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.safetensors"
    tensors = {"a": np.arange(600, dtype=np.float32).reshape(20, 30), "b": np.ones(3, np.float32)}
    save(path, Weights(tensors, TINY, {"seed": "7"}))
    return path


def test_what_was_saved_is_loaded(file: Path) -> None:
    found = load(file)
    assert (found.config, found.facts, found.source) == (TINY, {"seed": "7"}, str(file))
    assert (found.tensors["a"] == np.arange(600).reshape(20, 30)).all()
    assert sorted(found.tensors) == ["a", "b"]
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def complaint(path: Path) -> str:
    with pytest.raises(WeightsError) as caught:
        load(path)
    text = str(caught.value)
    assert text.startswith(f"{path}: ")
    assert "\n" not in text
    assert not isinstance(caught.value, StaleWeights)
    return text


def test_missing(file: Path) -> None:
    assert "no such file" in complaint(file.with_name("other"))


@pytest.mark.parametrize("left", [0, 5, 100, -1])
def test_truncated(file: Path, left: int) -> None:
    file.write_bytes(file.read_bytes()[:left])
    assert "no whole safetensors file" in complaint(file)


def test_an_altered_byte_anywhere_is_noticed(file: Path) -> None:
    whole = file.read_bytes()
    for place in range(8, len(whole), 131):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(WeightsError):
            load(file)
    place = len(whole) - 50
    file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    assert "the file was altered" in complaint(file)


@pytest.mark.parametrize(
    "garbage", [b"weights", b"\xff" * 1000, b"\x02" + bytes(7) + b"{}", b"\x02" + bytes(7) + b"[]"]
)
def test_garbage(file: Path, garbage: bytes) -> None:
    file.write_bytes(garbage)
    complaint(file)


def test_a_folder_and_a_file_too_large(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    complaint(file.parent)
    monkeypatch.setattr(weights, "MOST_BYTES", 100)
    with pytest.raises(WeightsError, match="expected at most 100"):
        weights.read(file, format=weights.FORMAT, most=weights.MOST_BYTES)


@pytest.mark.parametrize("name", ["table_hash", "numbering_hash"])
def test_weights_of_another_language_are_stale(file: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(weights, name, lambda: "another")
    with pytest.raises(StaleWeights, match="another version of the language"):
        load(file)


def test_other_formats_and_shapes_are_no_weights(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights.write(file, {"a": np.ones(3)}, {"format": "something 9"})
    assert "something 9" in complaint(file)
    with monkeypatch.context() as patch:
        other = replace(Shape.current(), vocabulary=7)
        patch.setattr(Shape, "current", classmethod(lambda cls: other))
        save(file, Weights({}, TINY))
    assert "other shapes" in complaint(file)


def test_numbers_that_are_none_are_refused(file: Path) -> None:
    save(file, Weights({"a": np.array([1, np.nan])}, TINY))
    assert "a is not float32 and finite" in complaint(file)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"nowhere/x: cannot be written"):
        save(tmp_path / "nowhere" / "x", Weights({"a": np.ones(3)}, TINY))
