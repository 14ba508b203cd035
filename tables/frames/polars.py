"""The namespace `induce` of data frames, series and expressions of Polars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from ...dsl.program import Program
from ...support.errors import InputError, shown
from ..running.evaluating import function_of, value_at
from .columns import Columns, Filled, Filling, Wanted, filled, is_partly_filled, warned

PolarsFilled = Filled[pl.Series, pl.DataFrame]


@pl.api.register_dataframe_namespace("induce")
class FrameNamespace:
    """`frame.induce`: columns learnt from examples."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def fill(
        self,
        column: str | None = None,
        *,
        inputs: Sequence[str] = (),
        timeout: float | None = 30.0,
        max_candidates: int | None = None,
    ) -> PolarsFilled:
        """Fill the missing cells of a column by what its other cells show.

        Parameters
        ----------
        column
            The column; None for the only one that is filled in part.
        inputs
            The columns that it may be learnt from; none means all.
        timeout, max_candidates
            Seconds for all searches, or candidates for each.

        Raises
        ------
        InputError
            If there is no such column, nothing to learn from, or no program.
        """
        wanted = Wanted(column, None, inputs, timeout, max_candidates)
        columns = _columns(self._frame)
        found = filled(columns, wanted, warn=warned)
        if column is None:
            column = next(
                name for name, values in zip(columns.names, columns.values, strict=True) if is_partly_filled(values)
            )
        return _answer(self._frame, found, _merged(self._frame[column], found))

    def column(
        self,
        name: str,
        examples: Mapping[int, Any],
        *,
        inputs: Sequence[str] = (),
        timeout: float | None = 30.0,
        max_candidates: int | None = None,
    ) -> PolarsFilled:
        """Make a new column from examples.

        Parameters
        ----------
        name
            What it is called.
        examples
            Outputs by the positions of their rows.
        inputs, timeout, max_candidates
            As for `fill`.

        Raises
        ------
        InputError
            As `fill`, and if there is a column of that name, or no row at a position.
        """
        if name in self._frame.columns:
            raise InputError(f"name: there is a column {shown(name)}; expected a new name")
        wanted = Wanted(None, _positions(self._frame.height, examples), inputs, timeout, max_candidates)
        found = filled(_columns(self._frame), wanted, warn=warned)
        return _answer(self._frame, found, pl.Series(name, found.values, strict=False))


@pl.api.register_series_namespace("induce")
class SeriesNamespace:
    """`series.induce`: a new series learnt from examples."""

    def __init__(self, series: pl.Series) -> None:
        self._series = series

    def map(
        self, examples: Mapping[int, Any], *, timeout: float | None = 30.0, max_candidates: int | None = None
    ) -> PolarsFilled:
        """Make a series of what a program gives for each value.

        Parameters
        ----------
        examples
            Outputs by the positions of their rows.
        timeout, max_candidates
            As for frames.

        Raises
        ------
        InputError
            As for frames.
        """
        series = self._series.alias(self._series.name or "input")
        new = "output" if series.name != "output" else "result"
        frame = FrameNamespace(series.to_frame())
        return frame.column(new, examples, timeout=timeout, max_candidates=max_candidates)


@pl.api.register_expr_namespace("induce")
class ExpressionNamespace:
    """`expression.induce`: a program as part of a query."""

    def __init__(self, expression: pl.Expr) -> None:
        self._expression = expression

    def apply(self, program: Program, return_dtype: Any = None) -> pl.Expr:
        """What a program of one argument gives for each value; null where it has no value.

        Parameters
        ----------
        return_dtype
            The type of the new column, which a lazy query needs to know.
        """
        function = function_of(program)
        return self._expression.map_elements(
            lambda value: value_at(function, (value,)), return_dtype=return_dtype, skip_nulls=True
        )


def _columns(frame: pl.DataFrame) -> Columns:
    """The columns as values of Python."""
    return Columns(tuple(frame.columns), tuple(series.to_list() for series in frame.get_columns()))


def _positions(height: int, examples: Mapping[int, Any]) -> dict[int, Any]:
    if not isinstance(examples, Mapping):
        raise InputError(f"examples: {shown(examples)} is not a mapping; expected outputs by positions, {{0: 'x'}}")
    for position in examples:
        if not isinstance(position, int) or not 0 <= position < height:
            raise InputError(f"examples: {shown(position)} is not a row; expected a position from 0 to {height - 1}")
    return dict(examples)


def _merged(series: pl.Series, found: Filling) -> pl.Series:
    """The series with its missing values filled, of the type that it has."""
    empty = series.is_null()
    if series.dtype == pl.String:
        empty = empty | (series.str.strip_chars() == "").fill_null(value=False)
    new = [value if gone else None for value, gone in zip(found.values, empty, strict=True)]
    fresh = pl.Series(series.name, new, strict=False)
    filler = fresh.cast(series.dtype, strict=False) if fresh.dtype != series.dtype else fresh
    return series.zip_with(~empty | filler.is_null(), filler)


def _answer(frame: pl.DataFrame, found: Filling, column: pl.Series) -> PolarsFilled:
    reasons = [doubt.name.lower() for doubt in found.doubts.values()]
    doubts = pl.DataFrame({"row": list(found.doubts), "doubt": reasons}, schema={"row": pl.Int64, "doubt": pl.String})
    return Filled(column, frame.with_columns(column), doubts, found.learnt)
