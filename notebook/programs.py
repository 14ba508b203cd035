"""Programs as HTML: their text, and their Python in colours."""

from __future__ import annotations

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from ..dsl.program import Program
from .markup import Markup, card, element
from .pieces import code


def coloured(source: str) -> Markup:
    """Python in colours: classes of Pygments, for which the style sheet has the colours."""
    shown = source.encode("utf-8", "replace").decode("utf-8")
    spans = highlight(shown, PythonLexer(), HtmlFormatter(nowrap=True, classprefix="induce-"))
    return element("pre", Markup(spans), class_="induce-code")


def shown_program(text: str, source: str) -> Markup:
    """A program as text and as Python."""
    return element("div", element("div", code(text), class_="induce-line"), coloured(source), class_="induce-program")


def program_as_html(program: Program) -> str:
    """A program as a cell shows it."""
    return card(shown_program(str(program), program.python()), label="A program of induce")
