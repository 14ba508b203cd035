"""A sequence drawn in plain characters, for a terminal."""

from __future__ import annotations

from ..rules.digits import brief
from ..rules.scale import logarithmic, scale_of
from .answer import Extension

HEIGHT = 12
COLUMNS_A_TERM = 4
"""How many columns a term takes at most."""
GIVEN, NEXT, BETWEEN = "*", "o", ":"


def drawn(extension: Extension, *, width: int) -> str:
    """The terms given, those that come next and their intervals, `width` characters wide at most."""
    values = [*extension.given, *extension.terms]
    bounds = [bound for one in extension.intervals or () for bound in (one.low, one.high)]
    scale = scale_of(values)
    least, most = min(*values, *bounds), max(*values, *bounds)
    margin = max(len(brief(least)), len(brief(most)))
    columns = max(2, min(width - margin - 2, COLUMNS_A_TERM * len(values)))
    low, span = scale(least), scale(most) - scale(least)

    def row(value: int | float) -> int:
        return round((HEIGHT - 1) * (scale(value) - low) / span) if span else 0

    def column(index: int) -> int:
        return index * (columns - 1) // (len(values) - 1)

    canvas = [[" "] * columns for _ in range(HEIGHT if span else 1)]
    for index, interval in enumerate(extension.intervals or (), start=len(extension.given)):
        for height in range(row(interval.low), row(interval.high) + 1):
            canvas[height][column(index)] = BETWEEN
    for index, value in enumerate(values):
        canvas[row(value)][column(index)] = GIVEN if index < len(extension.given) else NEXT
    labels = [""] * len(canvas)
    labels[0], labels[-1] = brief(least), brief(most)
    lines = [f"{label:>{margin}} |{''.join(cells)}".rstrip() for label, cells in zip(labels, canvas, strict=True)]
    first, last = f"n = {extension.start}", f"n = {extension.start + len(values) - 1}"
    numbers = f"{first}{last:>{max(len(last) + 1, columns - len(first))}}"
    note = f"{GIVEN} given, {NEXT} next{', logarithmic' if scale is logarithmic else ''}"
    below = [f"{'':{margin}} +{'-' * columns}", f"{'':{margin}}  {numbers}", f"{'':{margin}}  {note}"]
    return "\n".join([*reversed(lines), *below])
