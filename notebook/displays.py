"""Which function shows which type: registered with IPython by name, so that no type is imported for it."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from importlib import import_module
from typing import Any

_PACKAGE = __name__.rpartition(".notebook.")[0]


def register_displays(shell: Any = None) -> None:
    """Have a shell of IPython show what induce finds.

    Parameters
    ----------
    shell
        None for the one that is running, if there is one.
    """
    if shell is None:
        from IPython import get_ipython

        shell = get_ipython()
    if shell is None:
        return
    html, plain = (shell.display_formatter.formatters[kind] for kind in ("text/html", "text/plain"))
    for (module, name), (html_of, text_of) in DISPLAYS.items():
        html.for_type_by_name(f"{_PACKAGE}.{module}", name, html_of)
        plain.for_type_by_name(f"{_PACKAGE}.{module}", name, _pretty(text_of))


def _lazily(module: str, name: str) -> Callable[[Any], str]:
    """A function of this package, imported with its first call."""

    def call(value: Any) -> str:
        function: Callable[[Any], str] = getattr(import_module(f".{module}", __package__), name)
        return function(value)

    return call


def _pretty(text_of: Callable[[Any], str]) -> Callable[[Any, Any, bool], None]:
    """A printer as IPython wants it; within a list or another value it is the `repr` that stands."""

    def show(value: Any, printer: Any, cycle: bool) -> None:
        printer.text(repr(value) if cycle or len(printer.stack) > 1 else text_of(value))

    return show


def _printed(show: Callable[[Any], None], value: Any) -> str:
    with redirect_stdout(io.StringIO()) as out:
        show(value)
    return out.getvalue().rstrip("\n")


def _result_as_text(result: Any) -> str:
    from ..dialogue import questioned
    from ..report import print_result

    return _printed(print_result, questioned(result))


def _extension_as_text(extension: Any) -> str:
    from ..sequences.answer.printing import print_extension
    from ..sequences.rules.digits import all_digits

    with all_digits():
        return _printed(print_extension, extension)


DISPLAYS: dict[tuple[str, str], tuple[Callable[[Any], str], Callable[[Any], str]]] = {
    ("search.answer.result", "Result"): (_lazily("results", "result_as_html"), _result_as_text),
    ("dsl.program", "Program"): (_lazily("programs", "program_as_html"), repr),
    ("sequences.answer.answer", "Extension"): (_lazily("extensions", "extension_as_html"), _extension_as_text),
    ("tables.frames.columns", "Filled"): (_lazily("filled", "filled_as_html"), str),
}
"""Module and name of a type: what shows it as HTML, and as text."""
