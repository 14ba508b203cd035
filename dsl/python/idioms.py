"""Rules for what has a shorter form of its own: entries of tables, digits that are read, lists put together."""

from __future__ import annotations

import ast

from .tree import calling, integer, number, same


def entry_of_table(node: ast.expr) -> ast.expr | None:
    """``[a, b][[1, 2].index(x)]`` is ``{1: a, 2: b}[x]``: for constants, each of which stands there once."""
    match node:
        case ast.Subscript(
            value=ast.List(elts=values),
            slice=ast.Call(func=ast.Attribute(value=ast.List(elts=keys), attr="index"), args=[key], keywords=[]),
        ) if len(keys) == len(values) and all(isinstance(part, ast.Constant) for part in keys):
            if len({ast.unparse(part) for part in keys}) == len(keys):
                return ast.Subscript(ast.Dict([*keys], values), key, ast.Load())
    return None


def entry_or_default(node: ast.expr) -> ast.expr | None:
    """``{1: a, 2: b}[x] if x in [1, 2] else c`` is ``{1: a, 2: b}.get(x, c)``: where keys are constants."""
    match node:
        case ast.IfExp(
            test=ast.Compare(left=tested, ops=[ast.In()], comparators=[listed]),
            body=ast.Subscript(value=ast.Dict(keys=keys) as table, slice=key),
            orelse=ast.Constant() | ast.Name() as default,
        ) if same(tested, key) and same(listed, ast.List([part for part in keys if part is not None], ast.Load())):
            return ast.Call(ast.Attribute(table, "get", ast.Load()), [key, default], [])
    return None


def digits_read(node: ast.expr) -> ast.expr | None:
    """A number put together of ``[int(c) for c in str(n)[::-1]]`` is ``int(str(n)[::-1])``: for any slice of digits."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="reduce"),
            args=[
                ast.Lambda(body=ast.BinOp(left=ast.BinOp(left=ast.Constant(value=10)))),
                ast.ListComp(
                    elt=ast.Call(func=ast.Name(id="int"), args=[ast.Name(id=item)]),
                    generators=[ast.comprehension(target=ast.Name(id=name), iter=text, ifs=[])],
                ),
            ],
        ) if item == name and _is_number_as_text(text):
            return calling("int", text)
    return None


def _is_number_as_text(node: ast.expr) -> bool:
    match node:
        case ast.Subscript(value=value, slice=ast.Slice()):
            return _is_number_as_text(value)
        case ast.Call(func=ast.Name(id="str"), args=[_]):
            return True
    return False


def initials_joined(node: ast.expr) -> ast.expr | None:
    """``".".join("".join(word[0] for word in s.split()))`` is ``".".join(word[0] for word in s.split())``.

    Where the parts of the inner text are items of words, and so characters.
    """
    match node:
        case ast.Call(
            func=ast.Attribute(attr="join") as function,
            args=[ast.Call(func=ast.Attribute(value=ast.Constant(value=""), attr="join"), args=[inner])],
        ):
            match inner:
                case ast.GeneratorExp(
                    elt=ast.Subscript(value=ast.Name(id=item), slice=index),
                    generators=[
                        ast.comprehension(target=ast.Name(id=name), iter=ast.Call(func=ast.Attribute(attr="split")))
                    ],
                ) if item == name and integer(index) is not None:
                    return ast.Call(function, [inner], [])
    return None


def rotated_a_little(node: ast.expr) -> ast.expr | None:
    """``rotate(xs, 1)`` is ``xs[1:] + xs[:1]``: by two places at most, where lists that are shorter stay the same."""
    match node:
        case ast.Call(func=ast.Name(id="rotate"), args=[ast.Name() as whole, by]):
            places = integer(by)
            if places is not None and 0 < abs(places) <= 2:
                ends = (ast.Slice(number(places)), ast.Slice(None, number(places)))
                one, other = (ast.Subscript(whole, end, ast.Load()) for end in ends)
                return ast.BinOp(one, ast.Add(), other)
    return None


def list_within_list(node: ast.expr) -> ast.expr | None:
    """``[0, *[x, y]]`` is ``[0, x, y]``: always."""
    match node:
        case ast.List(elts=items) if any(isinstance(item, ast.Starred) for item in items):
            spread = [
                item.value.elts if isinstance(item, ast.Starred) and isinstance(item.value, ast.List) else [item]
                for item in items
            ]
            flat = [part for parts in spread for part in parts]
            return ast.List(flat, ast.Load()) if flat != items else None
    return None


RULES = (entry_of_table, entry_or_default, digits_read, initials_joined, rotated_a_little, list_within_list)
