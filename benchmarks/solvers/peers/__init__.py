"""Solvers that induce is measured against."""

from __future__ import annotations

from ....dsl.text.parser import did_you_mean
from ....support.errors import InputError
from ..solver import Solver
from .command import Command
from .cvc5 import Cvc5
from .floor import Floor

FLOOR, CVC5, COMMAND = "floor", "cvc5", "command:"
PEERS = (FLOOR, CVC5, f"{COMMAND}CMDLINE")
"""The names that `peer` takes; CMDLINE stands for a command line (docs/peers.md)."""


def peer(name: str) -> Solver:
    """The solver of this name.

    Raises
    ------
    InputError
        If there is none, or what it needs is not installed.
    """
    if name.startswith(COMMAND):
        return Command(name.removeprefix(COMMAND).strip())
    if name == FLOOR:
        return Floor()
    if name == CVC5:
        return Cvc5()
    hint = did_you_mean(name.partition(":")[0], [known.partition(":")[0] for known in PEERS])
    raise InputError(f"solver {name!r} is not known; expected {', '.join(PEERS[:-1])} or {PEERS[-1]}{hint}")
