"""Terms drawn at random have the values that cvc5 says they have."""

from __future__ import annotations

import random
from typing import Any

import pytest

from induce.benchmarks.solvers.peers.operators import operators
from induce.benchmarks.solvers.peers.terms import Function, read, written

cvc5 = pytest.importorskip("cvc5")

TEXTS = [row for row in operators(["Int", "Bool", "String"]) if "String" in (*row.arguments, row.result)]
NUMBERS = list(operators(["Int", "Bool"]))
OPERATORS = [*TEXTS, *NUMBERS]
MEANINGS = {row.name: row.meaning for row in OPERATORS}
PARAMETERS = {"s": "String", "t": "String", "n": "Int", "m": "Int", "p": "Bool"}
VALUES: dict[str, list[Any]] = {
    "Int": [0, 1, 2, 3, 5, 10, -1, -2, -7, 2**53, -(10**20)],
    "Bool": [False, True],
    "String": [
        *("", "a", "ab", "abc", "bab", "0", "12", "-3", "+4", "007", "1a", " 5", "٣", "²"),
        *("é", "\U0002ffff", r"\u{41}", r"\u0041", r"\x41", '"', '""', "\n"),
    ],
}


class Cvc5:
    """A solver that simplifies terms."""

    def __init__(self) -> None:
        terms = cvc5.TermManager()
        self._solver, self._symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
        self._said("(set-logic ALL)")

    def value(self, term: str) -> Any:
        """The value of a term without parameters; None if it has no fixed one."""
        (simple,) = read(self._said(f"(simplify {term})"))
        return Function((), simple, {})()

    def _said(self, text: str) -> str:
        parser = cvc5.InputParser(self._solver, self._symbols)
        parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "test")
        said = ""
        while not (command := parser.nextCommand()).isNull():
            said += command.invoke(self._solver, self._symbols)
        return said


def drawn(sort: str, depth: int, source: random.Random) -> str:
    """A term of this sort over `PARAMETERS`."""
    if depth == 0 or source.random() < 0.15:
        if source.random() < 0.4:
            return written(source.choice(VALUES[sort]), sort)
        return source.choice([name for name, its in PARAMETERS.items() if its == sort])
    if source.random() < 0.1:
        return f"(ite {' '.join(drawn(part, depth - 1, source) for part in ('Bool', sort, sort))})"
    row = source.choice([row for row in OPERATORS if row.result == sort])
    return f"({row.name} {' '.join(drawn(part, depth - 1, source) for part in row.arguments)})"


@pytest.mark.parametrize("sort", VALUES)
def test_terms_have_the_values_that_cvc5_gives_them(sort: str) -> None:
    source, solver = random.Random(sort), Cvc5()
    compared = 0
    for _ in range(1500):
        body = drawn(sort, source.randrange(1, 4), source)
        values = [source.choice(VALUES[its]) for its in PARAMETERS.values()]
        ours = Function(tuple(PARAMETERS), read(body)[0], MEANINGS)(*values)
        if ours is None:  # Divided by zero, which has no fixed value.
            assert "(div " in body or "(mod " in body
            continue
        pairs = zip(PARAMETERS.items(), values, strict=True)
        bound = " ".join(f"({name} {written(value, its)})" for (name, its), value in pairs)
        theirs = solver.value(f"(let ({bound}) {body})")
        assert (theirs, type(theirs)) == (ours, type(ours)), (body, values)
        compared += 1
    assert compared > 1400
