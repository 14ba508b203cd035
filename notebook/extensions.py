"""A sequence that is continued, as HTML."""

from __future__ import annotations

from ..sequences.answer.answer import Extension
from ..sequences.rules.digits import all_digits, begun, shown
from .markup import Markup, card, element, together
from .pieces import code, folded, lines, measured, section, table
from .programs import shown_program

RIVAL_TERMS = 4
"""How many terms show how a rival continues."""


def extension_as_html(extension: Extension) -> str:
    """The rule behind a sequence as a cell shows it."""
    with all_digits():
        return card(*_parts(extension), label="What induce found")


def _parts(extension: Extension) -> list[Markup]:
    if extension.program is None:
        parts = [element("div", f"no rule: {extension.reason}", class_="induce-line induce-failure")]
    else:
        parts = [_rule(extension), _terms(extension), shown_program(str(extension.program), extension.program.python())]
        parts.append(section("confidence", element("div", measured(extension.confidence), class_="induce-line")))
    return [*parts, lines(extension.notes, kind="note"), _rivals(extension)]


def _rule(extension: Extension) -> Markup:
    formula = element("div", code(extension.formula), class_="induce-line") if extension.formula else Markup()
    rows = [
        (name, code(value))
        for name, value in (
            ("period", "" if extension.period is None else f"{extension.period:.6g}"),
            ("noise", "" if extension.noise is None else f"{extension.noise:.3g}"),
            ("outliers", ", ".join(f"n = {number}" for number in extension.outliers)),
        )
        if value
    ]
    return together(element("div", extension.words, class_="induce-line induce-words"), formula, table(rows))


def _terms(extension: Extension) -> Markup:
    """The terms that come next, noisy ones with their intervals."""
    first = extension.start + len(extension.given)
    title = f"next terms, n = {first} to {first + len(extension.terms) - 1}"
    if extension.intervals is None:
        told = ", ".join(map(shown, extension.terms))
        return section(title, element("div", code(told), class_="induce-line"))
    rows = [
        (str(number), code(shown(term)), f"{shown(interval.low)} to {shown(interval.high)}")
        for number, (term, interval) in enumerate(zip(extension.terms, extension.intervals, strict=True), start=first)
    ]
    return section(title, table(rows, heads=("n", "term", "95% interval")))


def _rivals(extension: Extension) -> Markup:
    if not extension.rivals:
        return Markup()
    rows = [
        (measured(rival.probability), code(begun(rival.terms, RIVAL_TERMS)), rival.words) for rival in extension.rivals
    ]
    return folded("rivals", table(rows, heads=("probability", "next terms", "rule")), is_open=True)
