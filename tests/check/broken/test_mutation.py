"""What is broken differs from what is valid, and stays a file that can be written."""

from __future__ import annotations

from random import Random

import pytest

from induce.check.broken import documents
from induce.check.broken.mutation import broken_bytes, broken_json, broken_text

SEEDS = range(200)


@pytest.mark.parametrize(
    "document", [documents.task, documents.bigbench, documents.inputs], ids=lambda one: one.__name__
)
def test_values_are_broken_and_not_changed_themselves(document: documents.Draw) -> None:
    value = document(Random(1))
    files = {broken_json(value, Random(seed)) for seed in SEEDS}
    assert len(files) > 100
    assert value == document(Random(1))


@pytest.mark.parametrize(
    "document", [documents.sygus, documents.separated, documents.oeis], ids=lambda one: one.__name__
)
def test_texts_and_bytes_are_broken(document: documents.Draw) -> None:
    text = document(Random(1))
    assert len({broken_text(text, Random(seed)) for seed in SEEDS}) > 100
    assert len({broken_bytes(text.encode(), Random(seed)) for seed in SEEDS}) > 100


@pytest.mark.parametrize("empty", ["", b""])
def test_what_is_empty_can_be_broken(empty: str | bytes) -> None:
    for seed in SEEDS:
        assert isinstance(
            broken_text(empty, Random(seed)) if isinstance(empty, str) else broken_bytes(empty, Random(seed)), bytes
        )
