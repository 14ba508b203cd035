"""The part of a page on confidences: how far they hold, for each run and each family."""

from __future__ import annotations

from collections.abc import Sequence

from ...search.answer.reliability import SURE
from .figures import reliability_by_family
from .markup import Markup, element, folded, joined, table
from .measured import Measured
from .tables import CONFIDENCES, confidence_cells

NOTES = (
    "Of answers with a confidence of 80%, 80% should be right. What counts are answers that reproduce the examples, on "
    "tasks whose outputs are all held back.",
    "The expected calibration error is how far confidence and the share that is right differ, on average over ten "
    "bins. The area under the curve is the probability that a right answer has more confidence than a wrong one. The "
    f"last columns are about answers with a confidence of at least {100 * SURE:g}%: how many there are, the share of "
    "them that is right, and the share of all right answers that is among them.",
)
CAPTION = (
    "On the grey line confidences hold; below it they are too high, above it too low. Vertical lines are 95% "
    "intervals. The bars show how the answers are spread."
)


def confidences_part(runs: Sequence[Measured], diagram: Markup) -> Markup:
    """How far the confidences hold of the runs that have any."""
    rows = [(one.label, *confidence_cells(one.reliability)) for one in runs if one.reliability is not None]
    return joined(
        [
            element("h2", "How far confidences hold"),
            *(element("p", note) for note in NOTES),
            element("figure", diagram, element("figcaption", CAPTION), class_="square"),
            table(("run", *CONFIDENCES), rows),
            folded("The figures of every family", _families(runs)),
        ]
    )


def _families(runs: Sequence[Measured]) -> Markup:
    known = [(one.label, reliability_by_family(one.outcomes)) for one in runs]
    names = sorted(set().union(*(by_name for _, by_name in known)))
    rows = [
        (family, label, *confidence_cells(by_name[family]))
        for family in names
        for label, by_name in known
        if family in by_name
    ]
    return table(("family", "run", *CONFIDENCES), rows)
