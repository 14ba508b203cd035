"""The part of a page that compares two runs: tallies, scatter, and the tasks won and lost with both programs."""

from __future__ import annotations

from collections.abc import Sequence

from ..runs.outcome import Outcome
from .comparison import Comparison, Pair
from .markup import Markup, element, folded, joined, table
from .measured import Measured
from .tables import seconds, summary

MOST_OPEN = 20
"""Longer lists are folded."""


def comparison_part(comparison: Comparison, before: Measured, after: Measured, scatter: Markup) -> Markup:
    """What the run `after` has won and lost against `before`."""
    both = sum(pair.gain == 0 and pair.before.solved for pair in comparison.pairs)
    won, lost = comparison.won, comparison.lost
    tiles = [
        ("won", len(won), f"only {after.label} solves"),
        ("lost", len(lost), f"only {before.label} solves"),
        ("both", both, "both solve"),
        ("neither", len(comparison.pairs) - both - len(won) - len(lost), "neither solves"),
    ]
    return joined(
        [
            element("h2", f"{after.label} against {before.label}"),
            element("p", summary(comparison) + "."),
            element(
                "div",
                *(element("div", element("b", f"{count:,}"), text, class_=kind) for kind, count, text in tiles),
                class_="tiles",
            ),
            element("figure", scatter, class_="square"),
            _list("Lost", lost, before, after),
            _list("Won", won, before, after),
        ]
    )


def _list(title: str, pairs: Sequence[Pair], before: Measured, after: Measured) -> Markup:
    if not pairs:
        return Markup("")
    rows = [(pair.before.name, pair.before.family, _told(pair.before), _told(pair.after)) for pair in pairs]
    content = table(("task", "family", before.label, after.label), rows)
    heading = joined([title, element("span", f"  {len(pairs):,}", class_="faint")])
    if len(pairs) > MOST_OPEN:
        return folded(heading, content)
    return element("details", element("summary", heading), content, open_="open")


def _told(one: Outcome) -> Markup:
    status = element("div", f"{one.status}, {seconds(one.seconds)} s", class_="status")
    return joined([status, element("code", one.program) if one.program else one.fault])
