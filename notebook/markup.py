"""HTML that cannot be forged: whatever is not known to be markup is escaped."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path


class Markup(str):
    """A text that is HTML; any other text is what a person gave, and is escaped."""

    __slots__ = ()


def element(name: str, *parts: str, **attributes: str) -> Markup:
    """An element with its contents; the attribute `class_` is `class`, and `aria_label` is `aria-label`."""
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{_escaped(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{told}>{together(*parts)}</{name}>")


def together(*parts: str) -> Markup:
    """Some contents one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else _escaped(part) for part in parts))


def card(*parts: str, label: str) -> Markup:
    """What a cell shows: the parts in a frame, with the style that they need; `label` says what it is."""
    style = Markup(f"<style>{_style()}</style>")
    return together(style, element("div", *parts, class_="induce induce-card", role="group", aria_label=label))


def _escaped(text: str) -> str:
    """A text as HTML; half of a surrogate pair cannot be sent to a browser."""
    return escape(text.encode("utf-8", "replace").decode("utf-8"))


@lru_cache(maxsize=1)
def _style() -> str:
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")
