"""`import induce.with_polars` gives data frames, series and expressions of Polars the namespace `induce`."""

from __future__ import annotations

from .tables.frames.polars import ExpressionNamespace, FrameNamespace, PolarsFilled, SeriesNamespace

__all__ = ["ExpressionNamespace", "FrameNamespace", "PolarsFilled", "SeriesNamespace"]
