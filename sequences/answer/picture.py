"""A sequence drawn as a picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from textwrap import shorten
from typing import Any

from ...support.errors import InputError
from ...support.files import writable
from ..rules.scale import logarithmic, scale_of
from .answer import Extension

MOST_MARKED = 300
"""Of more terms the line alone is drawn."""
LONGEST_TITLE = 90


def picture_path(name: str) -> Path:
    """Where a picture goes.

    Raises
    ------
    InputError
        If nothing can be drawn here, or written there.
    """
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise InputError("--plot: matplotlib is missing; pip install 'induce[plot]'") from None
    if not name.lower().endswith(".png"):
        raise InputError(f"--plot: {name}: expected the name of a PNG file, picture.png say")
    return writable(name)


def picture(extension: Extension, *, title: str = "") -> bytes:
    """A PNG: the terms given, those that come next, and their intervals."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    values = [*extension.given, *extension.terms]
    scale = scale_of(values)
    heights = [scale(value) for value in values]
    numbers = list(range(extension.start, extension.start + len(values)))
    known = len(extension.given)
    figure = Figure(figsize=(9, 5), layout="constrained")
    FigureCanvasAgg(figure)  # Draws into memory, whatever this process would show pictures with.
    axes = figure.subplots()
    marker = "o" if len(values) <= MOST_MARKED else ""
    style: dict[str, Any] = {"marker": marker, "markersize": 4, "linewidth": 1}
    axes.plot(numbers[:known], heights[:known], color="C0", label="given", **style)
    if extension.terms:
        axes.plot(numbers[known:], heights[known:], color="C1", label="next", **style)
    if extension.intervals is not None:
        lows = [scale(one.low) for one in extension.intervals]
        highs = [scale(one.high) for one in extension.intervals]
        axes.fill_between(numbers[known:], lows, highs, color="C1", alpha=0.2, label="95% interval")
    line = shorten(title or extension.formula or extension.words, LONGEST_TITLE, placeholder=" ...")
    axes.set_title(line, parse_math=False)  # A dollar is a dollar.
    axes.set_xlabel("n")
    axes.set_ylabel("log10(1 + a(n))" if scale is logarithmic else "a(n)")
    axes.grid(alpha=0.3)
    axes.legend()
    buffer = BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()
