"""What `induce extend` prints of an answer."""

from __future__ import annotations

from ...support.errors import tell
from ..rules.digits import begun, shown
from .answer import Extension
from .drawing import drawn

ALMOST = 0.995
RIVAL_TERMS = 4
"""How many terms show how a rival continues."""


def print_source(extension: Extension, *, python: bool) -> None:
    """Print the program alone; without one, say why on standard error."""
    if extension.program is None:
        tell(f"no rule: {extension.reason}")
    else:
        print(extension.program.python() if python else extension.program, end="" if python else "\n")


def print_extension(extension: Extension, *, name: str = "", width: int | None = None) -> None:
    """Print everything that a person would want to see; with a drawing if there is a width for it."""
    if name:
        print(f"sequence  {name}")
    if extension.program is None:
        print(f"no rule: {extension.reason}")
    else:
        _print_rule(extension)
        print(f"program   {extension.program}\n\n{extension.program.python()}")
        _print_terms(extension)
    if width is not None:
        print(f"{drawn(extension, width=width)}\n")
    for note in extension.notes:
        print(f"note: {note}")
    if extension.program is not None:
        _print_rivals(extension)
        print(f"confidence {_percent(extension.confidence).strip()}")


def _print_rule(extension: Extension) -> None:
    print(f"rule      {extension.words}")
    if extension.formula:
        print(f"formula   {extension.formula}")
    if extension.period is not None:
        print(f"period    {extension.period:.6g}")
    if extension.noise is not None:
        print(f"noise     {extension.noise:.3g}")
    if extension.outliers:
        print(f"outliers  n = {', '.join(map(str, extension.outliers))}")


def _print_terms(extension: Extension) -> None:
    first = extension.start + len(extension.given)
    print(f"next terms, n = {first} to {first + len(extension.terms) - 1}")
    if extension.intervals is None:
        print(f"  {', '.join(map(shown, extension.terms))}\n")
        return
    for number, (term, interval) in enumerate(zip(extension.terms, extension.intervals, strict=True), start=first):
        print(f"  n = {number:<6} {shown(term):>12}   {shown(interval.low)} to {shown(interval.high)} (95%)")
    print()


def _print_rivals(extension: Extension) -> None:
    if not extension.rivals:
        return
    print("rivals that continue differently")
    for rival in extension.rivals:
        print(f"  {_percent(rival.probability)}  {begun(rival.terms, RIVAL_TERMS)}  {rival.words}")
        print(f"        {rival.program}")
    print()


def _percent(share: float) -> str:
    """A probability; no rule is certain."""
    return ">99%" if share > ALMOST else f"{100 * share:3.0f}%"
