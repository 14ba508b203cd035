"""The pieces that displays are made of: headings, tables, bars, lists of notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .markup import Markup, element, together

SURE = {"high": "good", "fair": "fair", "low": "poor"}
"""The colour of a bar for each word of trust."""
ALMOST = 0.995


def section(title: str, *parts: str) -> Markup:
    """A small heading, and what stands under it; nothing at all if there is nothing."""
    if not any(parts):
        return Markup()
    return element("div", element("div", title, class_="induce-title"), *parts, class_="induce-section")


def folded(title: str, *parts: str, is_open: bool) -> Markup:
    """A section that a click opens and closes."""
    state = {"open": "open"} if is_open else {}
    return element(
        "details", element("summary", title, class_="induce-title"), *parts, class_="induce-section", **state
    )


def code(text: str) -> Markup:
    """A value or a program text within a line."""
    return element("code", text, class_="induce-value")


def table(rows: Iterable[Sequence[str]], *, heads: Sequence[str] = ()) -> Markup:
    """A table; nothing at all if it has no rows."""
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    if not body:
        return Markup()
    head = element("thead", element("tr", *(element("th", name) for name in heads))) if heads else Markup()
    return element("table", head, element("tbody", *body), class_="induce-table")


def bar(share: float, *, kind: str = "plain") -> Markup:
    """A probability as a bar."""
    filled = element("span", class_=f"induce-filled induce-{kind}", style=f"width: {100 * share:.0f}%")
    return element("span", filled, class_="induce-bar", role="img", aria_label=percent(share))


def measured(share: float, *, kind: str = "plain") -> Markup:
    """A probability as a bar, and as a number."""
    number = element("span", percent(share), class_="induce-share")
    return element("span", bar(share, kind=kind), " ", number, class_="induce-measured")


def percent(share: float) -> str:
    """A probability as people read it; none is certain."""
    if share > ALMOST:
        return ">99%"
    return f"{100 * share:.0f}%" if share > 1 - ALMOST else "<1%"


def confidence(share: float, trust: str) -> Markup:
    """How sure an answer is: a bar, a number and a word."""
    return section("confidence", element("div", measured(share, kind=SURE[trust]), f" {trust}", class_="induce-line"))


def lines(texts: Iterable[str], *, kind: str) -> Markup:
    """Notes and hints, each on a line of its own that begins with what it is."""
    return together(
        *(
            element("div", element("span", kind, class_="induce-kind"), " ", text, class_="induce-line")
            for text in texts
        )
    )
