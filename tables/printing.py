"""What `induce fill` and `induce apply` print."""

from __future__ import annotations

from typing import Any

from ..support.written import json_text
from .applying import Applied
from .filling import Filled
from .learning.learnt import Learnt
from .running.evaluating import Doubt
from .running.passing import Flag, Tally

MOST_FLAGS = 3
"""Rows shown for each kind of doubt."""
REASONS = {
    Doubt.UNDEFINED: "the program has no value (left empty)",
    Doubt.MISSING: "an input is missing or of another kind (left empty)",
    Doubt.RIVALS: "another program that fits gives something else",
    Doubt.FORMAT: "the input looks unlike the examples",
}
MANY = 0.5
"""Where more rows than this share look unlike the examples, it is the examples that are few."""


def print_filled(filled: Filled) -> None:
    """Print everything that a person would want to see."""
    learnt = filled.learnt
    if learnt is None and filled.clash is not None:
        one, other = filled.clash
        print(
            f"no program: rows {one.number} and {other.number} have the same inputs, but {filled.target.name} "
            f"is {_cell(one.output)} in one and {_cell(other.output)} in the other"
        )
        return
    if learnt is None:
        print(
            f"no program: none was found for {filled.target.name} that reproduces all {filled.examples} examples; "
            "give more examples, name the inputs with --from, or allow more time with --timeout"
        )
        return
    print(f"{filled.target.name}, from {_listed(learnt.names)} ({_counted(filled.examples, 'example')})\n")
    print(learnt.python)
    print(f"confidence {100 * learnt.result.confidence:.0f}% ({learnt.result.trust})")
    _print_tally(filled.tally, learnt.names, checked=filled.written is None)
    _print_question(filled, learnt)
    for note in (*learnt.notes, *filled.notes):
        print(f"note: {note}")
    if learnt.hint is not None:
        print(f"hint: {learnt.hint}")
    if filled.written is not None:
        print(f"written to {filled.written} ({filled.seconds:.1f} s)")


def print_applied(applied: Applied) -> None:
    """Print what became of the rows."""
    print(f"{applied.target.name}, from {_listed(applied.names)}")
    _print_tally(applied.tally, applied.names, checked=False)
    for note in applied.notes:
        print(f"note: {note}")
    print(f"written to {applied.written} ({applied.seconds:.1f} s)")


def _print_question(filled: Filled, learnt: Learnt) -> None:
    """Say which cell would tell most, where the answer is in doubt."""
    row = learnt.question
    if row is not None:
        inputs = tuple(row.cells[index] for index in learnt.columns)
        shown = ", ".join(f"{name} {_cell(cell)}" for name, cell in zip(learnt.names, inputs, strict=True))
        where = f"{filled.target.name} in row {row.number} ({shown})"
        print(f"question: what is {where}? Filled in, it would say most about what is meant")


def _print_tally(tally: Tally, names: tuple[str, ...], *, checked: bool) -> None:
    done = "can be filled" if checked else "filled"
    print(f"{_counted(tally.filled, 'cell')} {done}, {tally.left_empty:,} left empty")
    if any(tally.counts.values()):
        print("rows to check")
    for doubt, reason in REASONS.items():
        count = tally.counts[doubt]
        if count:
            print(f"  {count:,}: {reason}")
            for flag in [flag for flag in tally.flags if flag.doubt is doubt][:MOST_FLAGS]:
                print(f"    row {flag.row}: {_shown(flag, names)}")
    if tally.counts[Doubt.FORMAT] > MANY * (tally.filled + tally.left_empty):
        print("  most rows look unlike the examples: a few more examples would say more")


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(name or '""' for name in names)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"


def _shown(flag: Flag, names: tuple[str, ...]) -> str:
    inputs = ", ".join(f"{name} {_cell(cell)}" for name, cell in zip(names, flag.inputs, strict=True))
    return f"{inputs}  ->  {'(empty)' if flag.cell is None else _cell(flag.cell)}"


def _cell(cell: Any) -> str:
    text = json_text(cell)
    return text if len(text) <= 60 else text[:57] + '..."'


def json_filled(filled: Filled) -> dict[str, Any]:
    """The same for machines."""
    return {
        "column": filled.target.name,
        "new": filled.target.index is None,
        "examples": filled.examples,
        **_json_learnt(filled.learnt),
        "clash": None if filled.clash is None else [row.number for row in filled.clash],
        **json_tally(filled.tally, () if filled.learnt is None else filled.learnt.names),
        "file_notes": list(filled.notes),
        "written": None if filled.written is None else str(filled.written),
        "seconds": round(filled.seconds, 3),
    }


def _json_learnt(learnt: Learnt | None) -> dict[str, Any]:
    if learnt is None:
        return {"status": "none", "program": None, "python": None, "confidence": 0.0}
    result = learnt.result
    return {
        "status": "solved",
        "from": list(learnt.names),
        "program": str(learnt.program),
        "python": learnt.python,
        "confidence": round(result.confidence, 6),
        "trust": result.trust,
        "notes": list(learnt.notes),
        "hint": learnt.hint,
        "question": None if learnt.question is None else learnt.question.number,
    }


def json_tally(tally: Tally, names: tuple[str, ...]) -> dict[str, Any]:
    """What became of the rows, for machines."""
    return {
        "rows": tally.rows,
        "filled": tally.filled,
        "left_empty": tally.left_empty,
        "doubts": {doubt.name.lower(): count for doubt, count in tally.counts.items()},
        "check": [
            {
                "row": flag.row,
                "doubt": flag.doubt.name.lower(),
                "inputs": dict(zip(names, flag.inputs, strict=True)),
                "cell": flag.cell,
            }
            for flag in tally.flags
        ],
    }
