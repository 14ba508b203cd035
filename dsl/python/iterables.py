"""Rules for what is only gone through: no list, set or dictionary is made for it."""

from __future__ import annotations

import ast

from .tree import argument_of, calling, integer, name_of, number, same

CONSUMERS = frozenset({"sum", "sorted", "any", "all", "set", "tuple", "list", "enumerate", "zip", "join", "fromkeys"})
"""Functions and methods that go once through all their arguments."""
REDUCTIONS = frozenset({"min", "max"})
"""Those that do so where they have a single one."""
FIRST = frozenset({"accumulate", "groupby", "prod", "combinations", "permutations", "pairwise", "Counter"})
SECOND = frozenset({"reduce", "takewhile", "dropwhile", "map"})
"""Functions of which only one argument is gone through."""
GENERATED = frozenset(
    {"Counter", "all", "any", "list", "max", "min", "set", "sorted", "sum", "tuple", "join", "fromkeys", "prod"}
)
"""Functions of one iterable, which a generator serves as well as a list."""


def most_common(node: ast.expr) -> ast.expr | None:
    """``max(list(s), key=list(s).count)`` is ``max(s, key=s.count)``: for lists, and for text and its characters."""
    match node:
        case ast.Call(
            func=function,
            args=[argument],
            keywords=[ast.keyword(arg="key", value=ast.Attribute(value=counted, attr="count"))],
        ) if name_of(function) in REDUCTIONS:
            inner = unlisted(counted)
            if inner is not counted and isinstance(inner, ast.Name) and same(unlisted(argument), inner):
                key = ast.Attribute(inner, "count", ast.Load())
                return ast.Call(function, [inner], [ast.keyword("key", key)])
    return None


def without_repetitions(node: ast.expr) -> ast.expr | None:
    """``sorted(dict.fromkeys(xs))`` is ``sorted(set(xs))``: where the order does not matter, as it does among items of
    equal keys. A maximum needs no set.
    """
    match node:
        case ast.Call(func=ast.Name(id="sorted" | "len" | "sum" | "max" | "min" as name), args=[argument]):
            keys = argument_of(unlisted(argument), "fromkeys")
            if keys is None or any(keyword.arg == "key" for keyword in node.keywords):
                return None
            return ast.Call(node.func, [keys if name in REDUCTIONS else calling("set", keys)], node.keywords)
    return None


def generator_for_list(node: ast.expr) -> ast.expr | None:
    """``sum([f(x) for x in xs])`` is ``sum(f(x) for x in xs)``: where a function goes through its argument once."""
    match node:
        case ast.Call(func=ast.Name(id="list"), args=[ast.ListComp() | ast.GeneratorExp() as inner], keywords=[]):
            return ast.ListComp(inner.elt, inner.generators)
        case ast.Call(func=function, args=[ast.ListComp() as inner]) if name_of(function) in GENERATED:
            return ast.Call(function, [ast.GeneratorExp(inner.elt, inner.generators)], node.keywords)
    return None


def list_that_is_only_read(node: ast.expr) -> ast.expr | None:
    """``sum(list(xs))`` is ``sum(xs)``: where a function goes through its argument once."""
    match node:
        case ast.Call(func=function, args=arguments):
            read = _read_once(name_of(function), len(arguments))
            changed = [unlisted(part) if place in read else part for place, part in enumerate(arguments)]
            if name_of(function) == "Counter" and any(argument_of(part, "fromkeys") for part in changed):
                return None  # It takes the values of a dictionary for counts.
            if any(new is not old for new, old in zip(changed, arguments, strict=True)):
                return ast.Call(function, changed, node.keywords)
    return None


def _read_once(name: str, count: int) -> range:
    """The places of the arguments that a function goes through once."""
    if name in CONSUMERS or (name in REDUCTIONS and count == 1):
        return range(count)
    return range(1) if name in FIRST else range(1, 2) if name in SECOND else range(0)


def unlisted(iterable: ast.expr) -> ast.expr:
    """The expression without a call of `list` around it."""
    inner = argument_of(iterable, "list")
    return iterable if inner is None else inner


def item_of_list(node: ast.expr) -> ast.expr | None:
    """``list(range(n))[i]`` is ``range(n)[i]``, and ``range(n)[-1]`` is ``n - 1``: wherever there is an item."""
    match node:
        case ast.Subscript(value=value, slice=index) if not isinstance(index, ast.Slice):
            if (count := argument_of(value, "range")) is not None and integer(index) == -1:
                return ast.BinOp(count, ast.Sub(), number(1))
            inner = argument_of(value, "list")
            if inner is not None and name_of(getattr(inner, "func", inner)) == "range":
                return ast.Subscript(inner, index, ast.Load())
    return None


RULES = (most_common, without_repetitions, generator_for_list, list_that_is_only_read, item_of_list)
