"""The reference page of the primitives, written from the table.

``python -m induce.dsl.docs FILE`` writes it, with ``--check`` it exits 1 where the file is not current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..support.pages import escaped, keep_current
from .core.primitive import OWN, Primitive
from .core.types import KINDS
from .language.language import BUILTIN, Language
from .primitives.table import FAMILIES, INTEGER_FAMILIES, TYPED_FAMILIES, UNSEARCHED_FAMILIES

INTRODUCTION = """\
# Primitives

*Written from the table of primitives by `python -m induce.dsl.docs docs/primitives.md`; do not edit.*

A program is an expression over its parameters, for example
`(xs: List[Int]) -> compress(xs, is_even(xs))`.

- Integers lie within ±2^53; a result outside of that, and whatever a primitive calls undefined, has no value.
- Decimals lie within ±9 · 10^9. The search looks at six places after the point, a program at 28 digits.
- An **elementwise** primitive takes scalars and maps over lists; lists of unequal length meet at the shorter one.
- `each.name(...)` maps any primitive over the rows of a nested list (over the characters or items of a flat one).
- A function is written like a program, `scan(xs, 0, (acc: Int, x: Int) -> acc + x)`; it is an argument, never a value.
- The cost is what each use costs unless a guide says otherwise. A unit of cost is half a bit.
"""


def page(language: Language = BUILTIN) -> str:
    """The whole page of a language as Markdown."""
    table = language.vocabulary
    letters = "\n".join(f"| `{letter}` | {meaning} |" for letter, meaning in KINDS.items())
    kinds = f"The type variables of the signatures:\n\n| | |\n|---|---|\n{letters}\n"
    families = (*FAMILIES, *INTEGER_FAMILIES, *TYPED_FAMILIES, *UNSEARCHED_FAMILIES)
    titles = {module.__name__.rpartition(".")[2]: _title(module.__doc__) for module in families}
    titles[OWN] = "Primitives of your own"
    sections = (
        _section(titles[family], list(rows)) for family, rows in groupby(table.values(), key=lambda row: row.family)
    )
    searched = len(language.searched)
    count = f"{searched} primitives that the search tries, and {len(table) - searched} that are proposed.\n"
    return "\n".join([INTRODUCTION, kinds, count, *sections])


def _title(docstring: str | None) -> str:
    return (docstring or "").strip().splitlines()[0].rstrip(".")


def _section(title: str, rows: Sequence[Primitive]) -> str:
    lines = [f"## {title}", "", "| Name | Signature | Meaning | Cost | Notes |", "|---|---|---|---|---|"]
    lines += [
        f"| `{row.name}` | `{row.signature}` | {escaped(row.meaning)} | {row.cost} | {'; '.join(_notes(row))} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def _notes(row: Primitive) -> Iterator[str]:
    if row.symbol:
        yield f"written `{row.symbol}`"
    if row.elementwise:
        yield "elementwise"
    if row.lazy:
        yield "evaluates only the branch that it chooses"
    if row.laws.commutative:
        yield "commutative"
    if row.laws.associative:
        yield "associative"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page, or check that it is current."""
    return keep_current(page, "induce.dsl.docs", argv)


if __name__ == "__main__":
    sys.exit(main())
