"""`import induce.with_pandas` gives data frames and series of pandas the accessor `induce`."""

from __future__ import annotations

from .tables.frames.pandas import FrameAccessor, PandasFilled, SeriesAccessor

__all__ = ["FrameAccessor", "PandasFilled", "SeriesAccessor"]
