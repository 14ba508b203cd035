"""Rules for what is put in order, and for the least and the greatest: with a key where a function says what counts."""

from __future__ import annotations

import ast

from .functions import function_over
from .slices import is_reversal
from .tree import calling, integer, load, same


def end_of_sorted(node: ast.expr) -> ast.expr | None:
    """``sorted(xs)[0]`` is ``min(xs)``, and ``sorted(xs)[-1]`` is ``max(xs)``: without a key, for equals are alike."""
    match node:
        case ast.Subscript(
            value=ast.Call(
                func=ast.Name(id="sorted"), args=[argument], keywords=[] | [ast.keyword(arg="reverse")] as down
            ),
            slice=index,
        ):
            position = integer(index)
            if position in (0, -1):
                return calling("min" if (position == 0) is (not down) else "max", argument)
    return None


def extreme_of_some(node: ast.expr) -> ast.expr | None:
    """``max([x, y])`` is ``max(x, y)``: of two or more."""
    match node:
        case ast.Call(func=ast.Name(id="min" | "max"), args=[ast.List(elts=[_, _, *_] as items)], keywords=[]):
            if not any(isinstance(item, ast.Starred) for item in items):
                return ast.Call(node.func, [*items], [])
    return None


def backwards(node: ast.expr) -> ast.expr | None:
    """``sorted(xs)[::-1]`` is ``sorted(xs, reverse=True)``: without a key, for what is equal is the same."""
    match node:
        case ast.Subscript(value=ast.Call(func=ast.Name(id="sorted"), args=[whole], keywords=[]), slice=reversal):
            if is_reversal(reversal):
                return ast.Call(load("sorted"), [whole], [ast.keyword("reverse", ast.Constant(True))])
    return None


def extreme_by_key(node: ast.expr) -> ast.expr | None:
    """``xs[[f(x) for x in xs].index(max(f(x) for x in xs))]`` is ``max(xs, key=f)``: both take the first one."""
    match node:
        case ast.Subscript(
            value=whole,
            slice=ast.Call(
                func=ast.Attribute(value=ast.ListComp() as keys, attr="index"),
                args=[ast.Call(func=ast.Name(id="max" | "min" as name), args=[again], keywords=[])],
            ),
        ) if (key := function_over(keys, whole)) is not None:
            if isinstance(again, ast.GeneratorExp) and same(ast.ListComp(again.elt, again.generators), keys):
                return ast.Call(load(name), [whole], [ast.keyword("key", key)])
    return None


def sorted_by_key(node: ast.expr) -> ast.expr | None:
    """``[x for _, x in sorted(zip([f(x) for x in xs], xs), key=...)]`` is ``sorted(xs, key=f)``: both sorts are stable.

    The key of the first is the first item of a pair, in whatever words.
    """
    match node:
        case ast.ListComp(
            elt=ast.Name(id=item),
            generators=[
                ast.comprehension(
                    target=ast.Tuple(elts=[ast.Name(), ast.Name(id=second)]),
                    iter=ast.Call(
                        func=ast.Name(id="sorted"),
                        args=[ast.Call(func=ast.Name(id="zip"), args=[keys, whole])],
                        keywords=[ast.keyword(arg="key")],
                    ),
                    ifs=[],
                )
            ],
        ) if item == second and (key := function_over(keys, whole)) is not None:
            return ast.Call(load("sorted"), [whole], [ast.keyword("key", key)])
    return None


def letters_in_order(node: ast.expr) -> ast.expr | None:
    """``chr(x) for x in sorted(ord(c) for c in s)`` is ``sorted(s)``: characters are ordered by their codes."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="join") as function,
            args=[
                ast.GeneratorExp(
                    elt=ast.Call(func=ast.Name(id="chr"), args=[ast.Name(id=item)]),
                    generators=[
                        ast.comprehension(
                            target=ast.Name(id=name),
                            iter=ast.Call(
                                func=ast.Name(id="sorted") as by,
                                args=[
                                    ast.GeneratorExp(
                                        elt=ast.Call(func=ast.Name(id="ord"), args=[ast.Name(id=character)]),
                                        generators=[
                                            ast.comprehension(target=ast.Name(id=inner), iter=text, ifs=conditions)
                                        ],
                                    )
                                ],
                                keywords=keywords,
                            ),
                            ifs=[],
                        )
                    ],
                )
            ],
        ) if item == name and character == inner and not conditions:
            return ast.Call(function, [ast.Call(by, [text], keywords)], [])
    return None


RULES = (end_of_sorted, extreme_of_some, backwards, extreme_by_key, sorted_by_key, letters_in_order)
