"""HTML from values: everything that is text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def markup(value: object) -> Markup:
    """A value as HTML."""
    return value if isinstance(value, Markup) else Markup(escape(str(value)))


def element(name: str, *content: object, **attributes: str) -> Markup:
    """An element; an underscore at the end of an attribute's name is left out."""
    inner = "".join(map(markup, content))
    given = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{given}>{inner}</{name}>")


def joined(parts: Iterable[object]) -> Markup:
    """Parts one after the other."""
    return Markup("".join(map(markup, parts)))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Markup:
    """A table; heads and cells of figures, whose heads begin with a star, are on the right."""
    right = [head.startswith("*") for head in heads]

    def line(kind: str, cells: Sequence[object]) -> Markup:
        return element(
            "tr",
            *(
                element(kind, cell, class_="right") if flush else element(kind, cell)
                for cell, flush in zip(cells, right, strict=True)
            ),
        )

    head = element("thead", line("th", [head.removeprefix("*") for head in heads]))
    body = element("tbody", *(line("td", row) for row in rows))
    return element("div", element("table", head, body), class_="scroll")


def folded(title: object, *content: object) -> Markup:
    """What a click unfolds."""
    return element("details", element("summary", title), *content)
