"""Rules for dictionaries: made of their entries, and asked for their keys and values."""

from __future__ import annotations

import ast

from .iterables import CONSUMERS, REDUCTIONS
from .tree import argument_of, calling, integer, load, name_of, same
from .tuples import tuples_of

READERS = CONSUMERS | REDUCTIONS


def dict_of_tuples(node: ast.expr) -> ast.expr | None:
    """``dict([list(pair) for pair in xs.items()])`` is ``dict(xs.items())``: always."""
    inner = argument_of(node, "dict")
    tuples = None if inner is None else tuples_of(inner)
    return None if tuples is None else calling("dict", tuples)


def dict_of_dict(node: ast.expr) -> ast.expr | None:
    """``dict(Counter(xs).items())`` is ``dict(Counter(xs))``: always."""
    match argument_of(node, "dict"):
        case ast.Call(func=ast.Attribute(value=value, attr="items"), args=[]):
            return calling("dict", value)
    return None


def dict_comprehension(node: ast.expr) -> ast.expr | None:
    """``dict([[f(x), g(x)] for x in xs])`` is ``{f(x): g(x) for x in xs}``: always."""
    match argument_of(node, "dict"):
        case ast.ListComp(elt=ast.List(elts=[key, value]), generators=loops):
            return ast.DictComp(key, value, loops)
        case ast.Call(
            func=ast.Name(id="zip"),
            args=[ast.Name() as keys, ast.ListComp(elt=value, generators=[ast.comprehension(ifs=[]) as loop])],
        ) if same(keys, loop.iter) and isinstance(loop.target, ast.Name):
            return ast.DictComp(load(loop.target.id), value, [loop])
    return None


def over_keys(node: ast.expr) -> ast.expr | None:
    """``sorted(d.keys())`` is ``sorted(d)``, and ``k in d.keys()`` is ``k in d``: always."""
    match node:
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()] as ops, comparators=[other]):
            keys = _keys_of(other)
            return None if keys is None else ast.Compare(left, ops, [keys])
        case ast.Call(func=function, args=[argument], keywords=keywords):
            name, keys = name_of(function), _keys_of(argument)
            if keys is not None and name in READERS and name != "list":
                return ast.Call(function, [keys], keywords)
        case ast.ListComp(generators=loops) | ast.GeneratorExp(generators=loops):
            if any(_keys_of(loop.iter) is not None for loop in loops):
                changed = [ast.comprehension(one.target, _keys_of(one.iter) or one.iter, one.ifs, 0) for one in loops]
                return type(node)(node.elt, changed)
    return None


def _keys_of(node: ast.expr) -> ast.expr | None:
    """The dictionary of which an expression has the keys, in a list or not."""
    match argument_of(node, "list") or node:
        case ast.Call(func=ast.Attribute(value=value, attr="keys"), args=[]):
            return value
    return None


def how_many_entries(node: ast.expr) -> ast.expr | None:
    """``len(list(d.values()))`` is ``len(d)``: always."""
    inner = argument_of(node, "len")
    match inner and (argument_of(inner, "list") or tuples_of(inner) or inner):
        case ast.Call(func=ast.Attribute(value=value, attr="keys" | "values" | "items"), args=[]):
            return calling("len", value)
    return None


def key_of_extreme(node: ast.expr) -> ast.expr | None:
    """``list(max(d.items(), key=lambda row: row[1]))[0]`` is ``max(d, key=d.get)``: always."""
    match node:
        case ast.Subscript(value=ast.Call() as inner, slice=index) if integer(index) == 0:
            match argument_of(inner, "list"):
                case ast.Call(
                    func=ast.Name(id="max" | "min") as function,
                    args=[ast.Call(func=ast.Attribute(value=ast.Name() as value, attr="items"), args=[])],
                    keywords=[ast.keyword(arg="key", value=ast.Lambda(args=ast.arguments(args=[row]), body=body))],
                ) if isinstance(body, ast.Subscript) and integer(body.slice) == 1 and same(body.value, load(row.arg)):
                    key = ast.keyword("key", ast.Attribute(value, "get", ast.Load()))
                    return ast.Call(function, [value], [key])
    return None


RULES = (dict_of_tuples, dict_of_dict, dict_comprehension, over_keys, how_many_entries, key_of_extreme)
