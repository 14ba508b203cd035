"""Write the tasks of the shipped suite.

``python -m induce.benchmarks.tasks.shipped`` writes them, with ``--check`` it exits 1 where the file is not current.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from ..formats.shipped import TASKS
from . import (
    arguments,
    blocks,
    characters,
    counting,
    dates,
    decimals,
    extraction,
    forms,
    grammars,
    integers,
    loops,
    missing,
    numbers,
    numerals,
    pieces,
    predicates,
    records,
    rewriting,
    selection,
    sequences,
    tables,
    transformation,
    truth,
)
from .exercise import Exercise

FAMILIES: tuple[tuple[str, tuple[Exercise, ...]], ...] = (
    ("lists", selection.EXERCISES + transformation.EXERCISES),
    ("numbers", numbers.EXERCISES),
    ("truth", truth.EXERCISES),
    ("text", rewriting.EXERCISES + extraction.EXERCISES),
    ("characters", characters.EXERCISES),
    ("tables", tables.EXERCISES),
    ("arguments", arguments.EXERCISES),
    ("sequences", sequences.EXERCISES),
    ("decimals", decimals.EXERCISES),
    ("missing", missing.EXERCISES),
    ("records", records.EXERCISES),
    ("dates", dates.EXERCISES),
    ("numerals", numerals.EXERCISES),
    ("forms", forms.EXERCISES),
    ("grammars", grammars.EXERCISES),
    ("counting", counting.EXERCISES),
    ("integers", integers.EXERCISES),
    ("loops", loops.EXERCISES),
    ("predicates", predicates.EXERCISES),
    ("pieces", pieces.EXERCISES),
    ("blocks", blocks.EXERCISES),
)


def lines() -> str:
    """The whole suite as JSON lines."""
    documents = [exercise.document(family) for family, exercises in FAMILIES for exercise in exercises]
    return "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the file, or check that it is current."""
    parser = argparse.ArgumentParser(prog="python -m induce.benchmarks.tasks.shipped", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file is not current")
    if not parser.parse_args(argv).check:
        TASKS.write_text(lines(), encoding="utf-8", newline="\n")
        return 0
    if TASKS.exists() and TASKS.read_text(encoding="utf-8") == lines():
        return 0
    print(f"{TASKS} is not current: run python -m induce.benchmarks.tasks.shipped", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
