"""Text with places where it may be broken, laid out within a width.

The algebra is Wadler's ("A prettier printer", 2003): a group is written on one line
where it fits, else each of its own breaks becomes a new line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

INDENT = 4


@dataclass(frozen=True)
class Break:
    """A new line where the group is broken, else the given text."""

    flat: str = ""


@dataclass(frozen=True)
class IfBroken:
    """Text that is written only where the group is broken."""

    text: str


@dataclass(frozen=True)
class Indented:
    """A document whose new lines begin further to the right."""

    inner: Document


@dataclass(frozen=True)
class Group:
    """A document that is written on one line where it fits."""

    inner: Document


Document = str | Break | IfBroken | Indented | Group | tuple["Document", ...]


def separated(parts: Iterable[Document], *separator: Document) -> Document:
    """The parts with the separator between them."""
    documents: list[Document] = []
    for position, part in enumerate(parts):
        documents += [*separator, part] if position else [part]
    return tuple(documents)


def bracketed(opening: str, inner: Document, closing: str) -> Document:
    """The document in brackets, which stand on lines of their own where it is broken."""
    return Group((opening, Indented((Break(), inner)), Break(), closing))


def laid_out(document: Document, *, width: int, indent: int = 0) -> str:
    """The text of a document whose lines are no longer than the width where that can be had."""
    text: list[str] = []
    column = indent
    waiting: list[tuple[int, bool, Document]] = [(indent, True, document)]
    while waiting:
        margin, broken, part = waiting.pop()
        match part:
            case str():
                text.append(part)
                column += len(part)
            case Break(flat) if not broken:
                text.append(flat)
                column += len(flat)
            case Break():
                text.append("\n" + " " * margin)
                column = margin
            case IfBroken(inner):
                waiting += [(margin, broken, inner)] if broken else []
            case Indented(inner):
                waiting.append((margin + INDENT, broken, inner))
            case Group(inner):
                waiting.append((margin, not _fits(inner, waiting, width - column), inner))
            case _:
                waiting += [(margin, broken, inner) for inner in reversed(part)]
    return "".join(text)


def _fits(document: Document, after: list[tuple[int, bool, Document]], room: int) -> bool:
    """Whether the document fits on the line, with what follows it up to the next place where that may be broken."""
    waiting: list[tuple[bool, Document]] = [(False, document)]
    rest = len(after)
    while room >= 0:
        if not waiting:
            if rest == 0:
                return True
            rest -= 1
            waiting.append(after[rest][1:])
        broken, part = waiting.pop()
        match part:
            case str():
                room -= len(part)
            case Break(flat):
                if broken:
                    return True
                room -= len(flat)
            case IfBroken(inner):
                room -= len(inner) if broken else 0
            case Indented(inner):
                waiting.append((broken, inner))
            case Group(inner):
                waiting.append((broken, inner))  # One that follows may be broken itself.
            case _:
                waiting += [(broken, inner) for inner in reversed(part)]
    return False
