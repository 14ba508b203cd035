"""How pictures look, and how they become PNG files or SVG inside of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure

from ...support.errors import InputError
from .markup import Markup

INK = "#2b3440"
"""Text and axes; in a page they take the colour of its text, which is another one in the dark."""
COLOURS = ("#3f7fc1", "#e0862b", "#3c9d78", "#a06cc0", "#c95664", "#8a8f3c", "#4aa5b8", "#9c7358")
"""One a run, legible on white and on black; then they come again."""
FAINT = "#8b95a1"
"""Lines to compare with, legible on both too."""
WON, LOST = "#3c9d78", "#d4505f"

STYLE = {
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlecolor": INK,
    "axes.titlesize": 11,
    "font.size": 10,
    "grid.color": INK,
    "grid.alpha": 0.15,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "induce",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


def colour(number: int) -> str:
    """The colour of a run."""
    return COLOURS[number % len(COLOURS)]


def check_installed() -> None:
    """Refuse to draw without matplotlib.

    Raises
    ------
    InputError
        If it is not installed.
    """
    if find_spec("matplotlib") is None:
        raise InputError("pictures need matplotlib: pip install 'induce[report]'")


@contextmanager
def styled() -> Iterator[None]:
    """Within it pictures are drawn in the common style."""
    from matplotlib import rc_context

    with rc_context(STYLE):  # type: ignore[arg-type]
        yield


def blank(width: float, height: float) -> Figure:
    """A picture of this size in inches, which is not shown on a screen."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def plot_area(width: float, height: float) -> tuple[Figure, Axes]:
    """A picture with a single pair of axes and a grid."""
    figure = blank(width, height)
    axes = figure.subplots()
    axes.grid()
    axes.set_axisbelow(True)
    return figure, axes


def plain_numbers(axis: Axis) -> None:
    """Write 0.01 and 10 on a logarithmic axis, not powers."""
    from matplotlib.ticker import FuncFormatter, NullFormatter

    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.12g}"))
    axis.set_minor_formatter(NullFormatter())


def png(figure: Figure) -> bytes:
    """A picture as a PNG file."""
    buffer = BytesIO()
    with styled():
        figure.savefig(buffer, format="png", dpi=150, facecolor="white")
    return buffer.getvalue()


def svg(figure: Figure, name: str) -> Markup:
    """A picture as an element of a page, in which `name` tells it from the others."""
    buffer = BytesIO()
    with styled():
        none = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(buffer, format="svg", transparent=True, metadata=none)
    text = buffer.getvalue().decode()
    element = text[text.index("<svg") :].replace(INK, "currentColor")
    element = re.sub(r'\bid="', f'id="{name}-', element)
    element = element.replace("url(#", f"url(#{name}-").replace('href="#', f'href="#{name}-')
    return Markup(element.replace("<svg", '<svg role="img"', 1))
