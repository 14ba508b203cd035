"""The picture of a study: how the variants got better while they learnt."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from .figures import Figures

COLOURS = 10
"""matplotlib's own; then they come again with broken lines."""


def picture(rows: Iterable[Figures]) -> bytes:
    """A PNG: validation loss, and beside it recall, over the seconds of learning; one line a variant."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(13, 5), layout="constrained")
    FigureCanvasAgg(figure)  # Draws into memory, whatever this process would show pictures with.
    left, right = figure.subplots(1, 2)
    learnt = [(row.name, row.learning.curve) for row in rows if row.learning is not None]
    for number, (name, curve) in enumerate(learnt):
        style = {"label": name, "color": f"C{number % COLOURS}", "linestyle": "-" if number < COLOURS else "--"}
        seconds = [mark.seconds for mark in curve]
        left.plot(seconds, [mark.loss for mark in curve], **style)
        right.plot(seconds, [mark.recall10 for mark in curve], **style)
    for axes, title in ((left, "validation loss, nats a node"), (right, "recall@10 of the primitives")):
        axes.set_title(title)
        axes.set_xlabel("seconds of learning")
        axes.grid(alpha=0.3)
    if learnt:
        right.legend(loc="lower right", fontsize="small")
    buffer = BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()
