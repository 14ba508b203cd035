"""Filled columns as HTML."""

from __future__ import annotations

from typing import Any

import pandas as pd
import polars as pl
import pytest

import induce.with_pandas
import induce.with_polars  # noqa: F401 - it registers the namespace
from induce.notebook.filled import filled_as_html

from .running import safe

PEOPLE: dict[str, Any] = {
    "first": ["Ada", "Grace", "Alan", "<b>Jo</b>", "Ann"],
    "last": ["Lovelace", "Hopper", "Turing", "Sartre", None],
    "mail": ["ada.lovelace@example.org", "grace.hopper@example.org", None, None, None],
}


@pytest.mark.parametrize("frame", [pd.DataFrame(PEOPLE), pl.DataFrame(PEOPLE)], ids=["pandas", "polars"])
def test_a_filled_column_is_shown_with_the_rows_to_check(frame: Any) -> None:
    filled = frame.induce.fill("mail", max_candidates=50_000)
    page = safe(filled_as_html(filled))
    assert page.words.startswith("mail from first, last def solve")
    assert f"{100 * filled.confidence:.0f}% {filled.result.trust}" in page.words
    assert (
        f"rows to check: {len(filled.doubts)} row value reason 3 <b>jo</b>.sartre@example.org format 4 empty missing"
        in page.words
    )
    assert "b" not in {tag for tag, _ in page.elements}
    assert repr(filled) == f"Filled({filled.program})"


def test_where_labels_are_not_unique_rows_have_no_values() -> None:
    frame = pd.DataFrame(PEOPLE, index=["a", "b", "c", "d", "d"])
    page = safe(filled_as_html(frame.induce.fill("mail", max_candidates=50_000)))
    assert "row value reason d format d missing" in page.words
