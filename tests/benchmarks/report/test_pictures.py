"""Pictures are PNG files, or SVG that may stand beside others in a page."""

from __future__ import annotations

import re
import struct

import numpy as np
import pytest

from induce.benchmarks.report.comparison import compare
from induce.benchmarks.report.drawing import INK, colour, png, svg
from induce.benchmarks.report.pictures import (
    MOST_FAMILIES,
    cactus,
    family_bars,
    reliability_diagram,
    scatter,
    shown_families,
)
from induce.benchmarks.runs.outcome import Outcome

from .rows import confident, rows

RUNS = [("induce #1", rows("ssfnssd")), ("floor #2", rows("snfnnsu"))]


def size(image: bytes) -> tuple[int, int]:
    """Width and height, which the file's first chunk holds."""
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", image[16:24])
    return width, height


def test_pictures_are_png_files() -> None:
    comparison = compare(RUNS[1][1], RUNS[0][1])
    for figure in (cactus(RUNS), family_bars(RUNS), scatter(comparison, "floor #2", "induce #1")):
        image = png(figure)
        width, height = size(image)
        assert width > 600
        assert height > 200
        assert len(image) > 10_000


def test_the_curves_of_a_cactus_end_at_the_rates() -> None:
    (axes,) = cactus(RUNS).axes
    assert [line.get_ydata()[-1] for line in axes.lines] == pytest.approx([400 / 7, 200 / 7])  # type: ignore[index]
    assert axes.get_xscale() == "log"
    legend = axes.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["induce #1: 57.1%", "floor #2: 28.6%"]


def test_runs_that_solve_nothing_are_drawn() -> None:
    nothing = [("induce #1", rows("nnd"))]
    comparison = compare(nothing[0][1], nothing[0][1])
    for figure in (cactus(nothing), family_bars(nothing), scatter(comparison, "a", "b")):
        width, height = size(png(figure))
        assert width > 600
        assert height > 200


def test_a_reliability_diagram_has_a_point_and_a_bar_for_each_bin() -> None:
    runs = [*RUNS, ("sure #3", confident({0.9: "sssf", 0.35: "sf", 0.3: "f"}))]
    figure = reliability_diagram(runs)
    assert figure is not None
    upper, lower = figure.axes
    diagonal, curve = upper.lines
    assert np.asarray(diagonal.get_xydata()).tolist() == [[0, 0], [100, 100]]
    assert curve.get_color() == colour(2)
    assert np.asarray(curve.get_xydata()) == pytest.approx(np.array([[30, 0], [35, 50], [90, 75]]))
    bars = {round(bar.get_x() // 10): bar.get_height() for bar in lower.patches}  # type: ignore[attr-defined]
    assert bars == pytest.approx({2: 100 / 7, 3: 200 / 7, 8: 400 / 7})
    error = 100 * (0.3 * 1 + 0.15 * 2 + 0.15 * 4) / 7
    assert [text.get_text() for text in figure.legends[0].get_texts()] == [f"sure #3: calibration error {error:.1f}%"]
    width, height = size(png(figure))
    assert width > 600
    assert height > 600
    element = svg(figure, "first")
    assert INK not in element
    assert "black" not in element


def test_without_confidences_there_is_no_reliability_diagram() -> None:
    assert reliability_diagram(RUNS) is None


def test_only_the_largest_families_are_drawn_the_best_first() -> None:
    assert shown_families([("a", rows("sns"))]) == ["even", "odd"]
    many = [Outcome(n, str(n), f"family {n // 2 if n < 4 else n}", 0, "none") for n in range(100)]
    shown = shown_families([("a", many)])
    assert len(shown) == MOST_FAMILIES
    assert {"family 0", "family 1"} <= set(shown)


def test_a_picture_in_a_page_has_ids_of_its_own_and_the_colour_of_the_text() -> None:
    element = svg(cactus(RUNS), "first")
    assert element.startswith("<svg ")
    assert INK not in element
    assert "currentColor" in element
    ids = set(re.findall(r'\bid="([^"]*)"', element))
    assert ids
    assert all(one.startswith("first-") for one in ids)
    assert set(re.findall(r'(?:href="#|url\(#)([^")]*)', element)) <= ids
