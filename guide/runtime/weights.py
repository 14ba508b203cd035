"""Weights on disk: a safetensors file that says what it was made for, and is used for nothing else.

It names the productions that were learnt, primitives with their signatures and meanings. So it serves
languages with other primitives as well: what it does not know, or knows otherwise, costs what it usually does.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from ...support.files import part_of, why
from .config import Config, Shape
from .productions import NONTERMINAL_NAMES, Production, described

FORMAT, OLD_FORMATS = "induce-guide 2", ("induce-guide 1",)
MOST_BYTES = 50_000_000
CHECKSUM = "checksum"


class WeightsError(Exception):
    """A weights file cannot be used: one line that names the file and what is wrong."""


@dataclass(frozen=True)
class Weights:
    """A trained network.

    Parameters
    ----------
    tensors : float32 by name
    config
        What network it is and how it was trained.
    facts
        What else should be known: commit, steps, tasks seen, device.
    source
        Where they come from, for messages.
    productions
        What was learnt, by number.
    """

    tensors: Mapping[str, np.ndarray]
    config: Config
    facts: Mapping[str, str] = field(default_factory=dict)
    source: str = "weights"
    productions: tuple[Production, ...] = field(default_factory=described)


def save(path: str | Path, weights: Weights) -> None:
    """Write a file with everything that `load` checks, at once or not at all; WeightsError if it cannot be written."""
    metadata = {
        "format": FORMAT,
        "productions": json.dumps([asdict(one) for one in weights.productions]),
        "nonterminals": json.dumps(NONTERMINAL_NAMES),
        "shape": replace(Shape.current(), productions=len(weights.productions)).to_json(),
        "config": weights.config.to_json(),
        "facts": json.dumps(dict(weights.facts)),
    }
    tensors = {name: np.asarray(tensor, np.float32) for name, tensor in weights.tensors.items()}
    write(path, tensors, metadata)


def load(path: str | Path) -> Weights:
    """Read and check a weights file.

    Raises
    ------
    WeightsError
        If it is missing, truncated, altered, or not weights of this version.
    """
    tensors, metadata = read(path, format=FORMAT)
    try:
        productions = tuple(Production(**one) for one in json.loads(metadata.get("productions", "")))
        nonterminals = tuple(json.loads(metadata.get("nonterminals", "")))
        shape, config = Shape.from_json(metadata.get("shape", "")), Config.from_json(metadata.get("config", ""))
        facts = {str(key): str(value) for key, value in json.loads(metadata.get("facts", "")).items()}
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise WeightsError(f"{path}: its metadata cannot be read: {error}") from None
    if shape != replace(Shape.current(), productions=len(productions)) or nonterminals != NONTERMINAL_NAMES:
        raise WeightsError(f"{path}: made for arrays of other shapes: {shape}")
    for name, tensor in tensors.items():
        if tensor.dtype != np.float32 or not np.isfinite(tensor).all():
            raise WeightsError(f"{path}: {name} is not float32 and finite")
    return Weights(tensors, config, facts, str(path), productions)


def write(path: str | Path, tensors: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> None:
    """Write tensors with metadata and a checksum of both beside the path, then put the file in its place.

    Raises
    ------
    WeightsError
        If the file cannot be written.
    """
    target = Path(path)
    temporary = part_of(target)
    whole = {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}
    try:
        try:
            temporary.touch()
            mode = (target if target.exists() else temporary).stat().st_mode
            save_file(whole, temporary, metadata={**metadata, CHECKSUM: _checksum(whole, metadata)})
            temporary.chmod(mode)  # The library lets nobody but the owner read what it writes.
            with temporary.open("rb") as file:
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, SafetensorError) as error:
        raise WeightsError(f"{path}: cannot be written: {why(error)}") from None


def read(path: str | Path, *, format: str, most: int = MOST_BYTES) -> tuple[dict[str, np.ndarray], dict[str, str]]:
    """The tensors and the metadata of what `write` wrote.

    Raises
    ------
    WeightsError
        If the file is missing, truncated, altered, larger than `most` bytes or of another format.
    """
    try:
        size = Path(path).stat().st_size
        if size > most:
            raise WeightsError(f"{path}: {size} bytes; expected at most {most}")
        with safe_open(path, framework="numpy") as file:
            metadata = dict(file.metadata() or {})
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except WeightsError:
        raise
    except SafetensorError as error:
        raise WeightsError(f"{path}: not a whole safetensors file: {why(error)}") from None
    except Exception as error:  # noqa: BLE001 - a header may claim any type, and the reader raises what it likes
        raise WeightsError(f"{path}: cannot be read: {why(error)}") from None
    if format == FORMAT and metadata.get("format") in OLD_FORMATS:
        raise WeightsError(f"{path}: weights of an older version of induce; train others with `induce train`")
    if metadata.get("format") != format:
        raise WeightsError(f"{path}: its format is {metadata.get('format')!r}; expected {format!r}")
    if metadata.pop(CHECKSUM, None) != _checksum(tensors, metadata):
        raise WeightsError(f"{path}: its contents do not match its checksum; the file was altered")
    return tensors, metadata


def _checksum(tensors: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> str:
    """A digest of all tensors and of all that is said about them."""
    digest = hashlib.sha256(json.dumps(sorted(metadata.items())).encode())
    for name in sorted(tensors):
        tensor = tensors[name]
        digest.update(f"{name} {tensor.dtype} {tensor.shape}".encode())
        digest.update(tensor.tobytes())
    return digest.hexdigest()
