"""The accessor `induce` of data frames and series of pandas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ...support.errors import InputError, shown
from ..cells.coding import is_empty
from .columns import Columns, Filled, Filling, Wanted, filled, is_partly_filled, warned

PandasFilled = Filled[pd.Series, pd.DataFrame]


@pd.api.extensions.register_dataframe_accessor("induce")
class FrameAccessor:
    """`frame.induce`: columns learnt from examples."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def fill(
        self,
        column: str | None = None,
        *,
        inputs: Sequence[str] = (),
        timeout: float | None = 30.0,
        max_candidates: int | None = None,
    ) -> PandasFilled:
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
        found = filled(_columns(self._frame), wanted, warn=warned)
        name = column
        if name is None:
            name = next(one for one in self._frame if is_partly_filled(_values(self._frame[one])))
        return _answer(self._frame, found, name, _merged(self._frame[name], found))

    def column(
        self,
        name: str,
        examples: Mapping[Any, Any],
        *,
        inputs: Sequence[str] = (),
        timeout: float | None = 30.0,
        max_candidates: int | None = None,
    ) -> PandasFilled:
        """Make a new column from examples.

        Parameters
        ----------
        name
            What it is called.
        examples
            Outputs by the labels of their rows.
        inputs, timeout, max_candidates
            As for `fill`.

        Raises
        ------
        InputError
            As `fill`, and if there is a column of that name, or a label is not that of one row.
        """
        if name in self._frame.columns:
            raise InputError(f"name: there is a column {shown(name)}; expected a new name")
        wanted = Wanted(None, _positions(self._frame.index, examples), inputs, timeout, max_candidates)
        found = filled(_columns(self._frame), wanted, warn=warned)
        return _answer(self._frame, found, name, _new(found.values, self._frame.index, name))


@pd.api.extensions.register_series_accessor("induce")
class SeriesAccessor:
    """`series.induce`: a new series learnt from examples."""

    def __init__(self, series: pd.Series) -> None:
        self._series = series

    def map(
        self, examples: Mapping[Any, Any], *, timeout: float | None = 30.0, max_candidates: int | None = None
    ) -> PandasFilled:
        """Make a series of what a program gives for each value.

        Parameters
        ----------
        examples
            Outputs by the labels of their rows.
        timeout, max_candidates
            As for frames.

        Raises
        ------
        InputError
            As for frames.
        """
        name = "input" if self._series.name is None else str(self._series.name)
        frame = self._series.to_frame(name)
        new = "output" if name != "output" else "result"
        return FrameAccessor(frame).column(new, examples, timeout=timeout, max_candidates=max_candidates)


def _columns(frame: pd.DataFrame) -> Columns:
    """The columns as values of Python."""
    return Columns(tuple(map(str, frame.columns)), tuple(_values(frame.iloc[:, i]) for i in range(frame.shape[1])))


def _values(series: pd.Series) -> list[Any]:
    values = series.astype(object).tolist()
    missing = series.isna().tolist()
    return [None if absent else value for value, absent in zip(values, missing, strict=True)]


def _positions(index: pd.Index, examples: Mapping[Any, Any]) -> dict[int, Any]:
    if not isinstance(examples, Mapping):
        raise InputError(f"examples: {shown(examples)} is not a mapping; expected outputs by labels, {{0: 'x'}}")
    found = {}
    for label, output in examples.items():
        places = index.get_indexer_for([label])
        if len(places) != 1 or places[0] < 0:
            raise InputError(f"examples: {shown(label)} is not the label of one row; expected one of the index")
        found[int(places[0])] = output
    return found


def _merged(series: pd.Series, found: Filling) -> pd.Series:
    """The series with its missing values filled, of the type that it has."""
    old = _values(series)
    places = [i for i, value in enumerate(found.values) if is_empty(old[i]) and value is not None]
    new = [found.values[i] for i in places]
    if isinstance(series.dtype, pd.CategoricalDtype):
        series = series.cat.add_categories([one for one in dict.fromkeys(new) if one not in series.cat.categories])
    merged = series.copy()
    if places:
        merged.iloc[places] = pd.Series(new, dtype=merged.dtype).array
    return merged


def _new(values: list[Any], index: pd.Index, name: str) -> pd.Series:
    """A new series: of a type that has missing values where there are some."""
    types = {type(value) for value in values if value is not None}
    missing = any(value is None for value in values)
    if types == {int}:
        return pd.Series(values, index=index, name=name, dtype="Int64" if missing else "int64")
    if types == {bool}:
        return pd.Series(values, index=index, name=name, dtype="boolean" if missing else "bool")
    return pd.Series(values, index=index, name=name)


def _answer(frame: pd.DataFrame, found: Filling, name: str, column: pd.Series) -> PandasFilled:
    reasons = [doubt.name.lower() for doubt in found.doubts.values()]
    doubts = pd.Series(reasons, index=frame.index[list(found.doubts)], name="doubt", dtype=object)
    return Filled(column, frame.assign(**{name: column}), doubts, found.learnt)
