"""What the SyGuS grammars are made of: SMT-LIB's operators, and functions on lists that SMT-LIB does not have.

Each says in Python what it means, so that what a solver found is judged without the solver. Meanings
are those of the SMT-LIB theories of Ints, Strings and (cvc5's) sequences, which give many functions a
value where Python has none. Where a function has no fixed value, the meaning raises one of `UNDEFINED_ERRORS`.
"""

from __future__ import annotations

import operator
import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ....dsl.core.bounds import MAX_LENGTH

INT, BOOL, STRING = "Int", "Bool", "String"
ITEM, LIST = "ITEM", "LIST"
"""In the tables: the sort of an item, and that of a list of them."""
OWN = "$"
"""Ends the names of functions that are defined for each sort of items (see lists.smt2)."""


@dataclass(frozen=True)
class Operator:
    """An operator: its SMT-LIB name, its sorts, and its meaning."""

    name: str
    arguments: tuple[str, ...]
    result: str
    meaning: Callable[..., Any]

    def of_items(self, item: str) -> Operator:
        """The operator on lists of items of this sort."""
        sorts = {ITEM: item, LIST: list_sort(item)}
        return replace(
            self,
            name=_name(self.name, item),
            arguments=tuple(sorts.get(sort, sort) for sort in self.arguments),
            result=sorts.get(self.result, self.result),
        )


def list_sort(item: str) -> str:
    """The sort of lists: cvc5's sequences."""
    return f"(Seq {item})"


def items_of(sorts: Sequence[str]) -> list[str]:
    """The sorts of the items of those that are lists."""
    return [item for item in (INT, BOOL, STRING) if list_sort(item) in sorts]


def operators(sorts: Sequence[str]) -> Iterator[Operator]:
    """The operators of the grammar over these sorts; for strings those of the SyGuS competition's grammars."""
    items = items_of(sorts)
    yield from (*INTEGERS, *BOOLEANS)
    yield from STRINGS if STRING in sorts else PRODUCTS
    for item in items:
        yield from (row.of_items(item) for row in LISTS)
    yield from (row.of_items(INT) for row in NUMBERS if INT in items)
    yield from (row.of_items(STRING) for row in TEXTS if STRING in items)


def definitions(sorts: Sequence[str]) -> str:
    """The definitions of the functions on lists, as SMT-LIB text."""
    items = items_of(sorts)
    parts = [_name(_text("lists.smt2").replace(ITEM, item), item) for item in items]
    parts += [_text("numbers.smt2")] if INT in items else []
    parts += [_text("texts.smt2")] if STRING in items else []
    return "".join(parts)


def _name(text: str, item: str) -> str:
    return text.replace(OWN, "" if item == INT else f"-{item}")


def _text(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _modulo(n: int, m: int) -> int:
    return n % abs(m)


def _divide(n: int, m: int) -> int:
    return (n - _modulo(n, m)) // m


def _part(xs: Any, start: int, count: int) -> Any:
    """`str.substr` and `seq.extract`."""
    return xs[start : start + max(count, 0)] if 0 <= start < len(xs) else xs[:0]


def _find(text: str, part: str, start: int) -> int:
    return text.find(part, start) if 0 <= start <= len(text) else -1


def _to_int(text: str) -> int:
    return int(text) if text and all(character in string.digits for character in text) else -1


def _item(xs: list[Any], n: int) -> Any:
    if n < 0:
        raise IndexError("no such item")
    return xs[n]


def _set(xs: list[Any], n: int, x: Any) -> list[Any]:
    return [*xs[:n], x, *xs[n + 1 :]] if 0 <= n < len(xs) else xs


def _length(n: int) -> int:
    if n > MAX_LENGTH:
        raise ValueError("too long")
    return max(n, 0)


def _pairwise(meaning: Callable[[int, int], int]) -> Callable[[list[int], list[int]], list[int]]:
    return lambda xs, ys: [meaning(x, y) for x, y in zip(xs, ys, strict=False)]


INTEGERS = (
    Operator("+", (INT, INT), INT, operator.add),
    Operator("-", (INT, INT), INT, operator.sub),
    Operator("=", (INT, INT), BOOL, operator.eq),
    Operator("<=", (INT, INT), BOOL, operator.le),
)
PRODUCTS = (
    Operator("*", (INT, INT), INT, operator.mul),
    Operator("div", (INT, INT), INT, _divide),
    Operator("mod", (INT, INT), INT, _modulo),
)
BOOLEANS = (
    Operator("not", (BOOL,), BOOL, operator.not_),
    Operator("and", (BOOL, BOOL), BOOL, lambda p, q: p and q),
    Operator("or", (BOOL, BOOL), BOOL, lambda p, q: p or q),
)
STRINGS = (
    Operator("str.++", (STRING, STRING), STRING, operator.add),
    Operator("str.at", (STRING, INT), STRING, lambda s, n: _part(s, n, 1)),
    Operator("str.substr", (STRING, INT, INT), STRING, _part),
    Operator("str.replace", (STRING, STRING, STRING), STRING, lambda s, t, u: s.replace(t, u, 1)),
    Operator("str.from_int", (INT,), STRING, lambda n: str(n) if n >= 0 else ""),
    Operator("str.len", (STRING,), INT, len),
    Operator("str.to_int", (STRING,), INT, _to_int),
    Operator("str.indexof", (STRING, STRING, INT), INT, _find),
    Operator("str.prefixof", (STRING, STRING), BOOL, lambda s, t: t.startswith(s)),
    Operator("str.suffixof", (STRING, STRING), BOOL, lambda s, t: t.endswith(s)),
    Operator("str.contains", (STRING, STRING), BOOL, operator.contains),
)
LISTS = (
    Operator("seq.++", (LIST, LIST), LIST, lambda *parts: [x for part in parts for x in part]),
    Operator("seq.unit", (ITEM,), LIST, lambda x: [x]),
    Operator("seq.rev", (LIST,), LIST, lambda xs: xs[::-1]),
    Operator("seq.len", (LIST,), INT, len),
    Operator("seq.nth", (LIST, INT), ITEM, _item),
    Operator("=", (LIST, LIST), BOOL, operator.eq),
    Operator("take$", (LIST, INT), LIST, lambda xs, n: _part(xs, 0, n)),
    Operator("drop$", (LIST, INT), LIST, lambda xs, n: _part(xs, n, len(xs))),
    Operator("set$", (LIST, INT, ITEM), LIST, _set),
    Operator("member$", (LIST, ITEM), BOOL, operator.contains),
    Operator("position$", (LIST, ITEM), INT, lambda xs, x: xs.index(x) if x in xs else -1),
    Operator("count$", (LIST, ITEM), INT, lambda xs, x: xs.count(x)),
    Operator("without$", (LIST, ITEM), LIST, lambda xs, x: [y for y in xs if y != x]),
    Operator("unique$", (LIST,), LIST, lambda xs: list(dict.fromkeys(xs))),
    Operator("repeat$", (ITEM, INT), LIST, lambda x, n: [x] * _length(n)),
)
NUMBERS = (
    Operator("sum", (LIST,), INT, sum),
    Operator("largest", (LIST,), INT, lambda xs: max(xs, default=0)),
    Operator("smallest", (LIST,), INT, lambda xs: min(xs, default=0)),
    Operator("add", (LIST, INT), LIST, lambda xs, n: [x + n for x in xs]),
    Operator("multiply", (LIST, INT), LIST, lambda xs, n: [x * n for x in xs]),
    Operator("above", (LIST, INT), LIST, lambda xs, n: [x for x in xs if x > n]),
    Operator("below", (LIST, INT), LIST, lambda xs, n: [x for x in xs if x < n]),
    Operator("multiples", (LIST, INT), LIST, lambda xs, n: [x for x in xs if n != 0 and x % n == 0]),
    Operator("sums", (LIST, LIST), LIST, _pairwise(operator.add)),
    Operator("differences", (LIST, LIST), LIST, _pairwise(operator.sub)),
    Operator("sort", (LIST,), LIST, sorted),
    Operator("range", (INT,), LIST, lambda n: list(range(_length(n)))),
)
TEXTS = (
    Operator("join", (LIST, STRING), STRING, lambda xs, s: s.join(xs)),
    Operator("split", (STRING, STRING), LIST, lambda s, t: s.split(t) if t else [s]),
)
