"""What is put together of named or numbered parts, as the displays of Python."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Callable, Mapping, Sequence

from .tree import all_names, calling, copy_of, integer, load, names_in, same

Writer = Callable[[list[ast.expr]], ast.expr]


def _record(parts: list[ast.expr]) -> ast.expr:
    return ast.Dict([*parts[::2]], [*parts[1::2]])


def _with_fields(parts: list[ast.expr]) -> ast.expr:
    row, *fields = parts
    return ast.Dict([None, *fields[::2]], [row, *fields[1::2]])


def _list(parts: list[ast.expr]) -> ast.expr:
    return ast.List(parts, ast.Load())


def _zipped(columns: list[ast.expr]) -> ast.expr:
    return ast.parse(
        "[list(row) for row in COLUMNS]".replace("COLUMNS", ast.unparse(calling("zip", *columns))), mode="eval"
    ).body


def _dict(parts: list[ast.expr]) -> ast.expr:
    return calling("dict", *parts)


WRITERS: Mapping[str, Writer] = {
    "record": _record,
    "with_fields": _with_fields,
    "tuple": _list,
    "items": _list,
    "zipped": _zipped,
    "dict": _dict,
}
"""The primitives that take any number of arguments, and how they are written."""


LETTERS = ("x", "y", "z", "w")


def unpacked(node: ast.expr) -> ast.expr | None:
    """``f(row[0], row[1]) for row in [list(r) for r in zip(xs, ys)]`` has names for the items: always."""
    match node:
        case ast.ListComp(elt=element, generators=[generator]) | ast.GeneratorExp(elt=element, generators=[generator]):
            columns = _zip_of(generator.iter)
            if columns is None or not isinstance(generator.target, ast.Name):
                return None
            name, parts = generator.target.id, [element, *generator.ifs]
            taken = set().union(*map(names_in, parts)) - {name}
            names = _names_of(columns, taken)
            changed = [_Unpacking(name, names).visit(copy_of(part)) for part in parts]
            if any(name in names_in(part) for part in changed):
                return None
            target = ast.Tuple([ast.Name(new, ast.Store()) for new in names], ast.Store())
            loop = ast.comprehension(target, calling("zip", *columns), changed[1:], 0)
            return type(node)(changed[0], [loop])
    return None


def _zip_of(node: ast.expr) -> list[ast.expr] | None:
    """The lists whose items stand side by side in the rows of a list."""
    match node:
        case ast.ListComp(
            elt=ast.Call(func=ast.Name(id="list"), args=[ast.Name(id=inner)]),
            generators=[
                ast.comprehension(target=ast.Name(id=outer), iter=ast.Call(func=ast.Name(id="zip"), args=columns))
            ],
        ) if inner == outer and len(columns) <= len(LETTERS):
            several = any(isinstance(column, ast.Starred) for column in columns)  # Nobody knows how many.
            return None if several else columns
    return None


def _names_of(columns: list[ast.expr], taken: set[str]) -> list[str]:
    """A name for the items of each list: that of the field which they are, or a letter."""
    names: list[str] = []
    for column in columns:
        usual: list[str] = []
        match column:
            case ast.ListComp(elt=ast.Subscript(slice=ast.Constant(value=str() as key))):
                usual = (
                    [key] if key.isidentifier() and not keyword.iskeyword(key) and not hasattr(builtins, key) else []
                )
        free = [name for name in (*usual, *LETTERS) if name not in taken and name not in names]
        names.append(free[0] if free else f"item{len(names)}")
    return names


class _Unpacking(ast.NodeTransformer):
    """Replaces the items of a row by names."""

    def __init__(self, row: str, names: list[str]) -> None:
        self.row, self.names = row, names

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        match node:
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=int() as place)) if (
                name == self.row and place < len(self.names)
            ):
                return ast.Name(self.names[place], ast.Load())
        return self.generic_visit(node)  # type: ignore[return-value]


def first_value(node: ast.expr) -> ast.expr | None:
    """``[row["a"] for row in rows if p(row)][0]`` is ``next(row["a"] for row in rows if p(row))``: if there is one."""
    match node:
        case ast.Subscript(
            value=ast.ListComp(
                elt=ast.Subscript(slice=ast.Constant()) | ast.Name() as element,
                generators=[ast.comprehension(ifs=[_, *_])] as loops,
            ),
            slice=ast.Constant(value=0),
        ):
            return calling("next", ast.GeneratorExp(element, loops))
    return None


def first_or_default(node: ast.expr) -> ast.expr | None:
    """``next(iter([f(x) for x in xs]), y)`` is ``next((f(x) for x in xs), y)``: always."""
    match node:
        case ast.Call(
            func=ast.Name(id="next"),
            args=[ast.Call(func=ast.Name(id="iter"), args=[ast.ListComp() | ast.GeneratorExp() as rows]), default],
        ):
            return calling("next", ast.GeneratorExp(rows.elt, rows.generators), default)
    return None


def lambda_of_parts(node: ast.expr) -> ast.expr | None:
    """``(lambda p: p[0] + p[1])([x, y])`` is ``x + y``: where nothing else is asked of the list."""
    match node:
        case ast.Call(
            func=ast.Lambda(args=ast.arguments(args=[row]), body=body), args=[ast.List(elts=parts)], keywords=[]
        ):
            if not any(isinstance(one, ast.comprehension | ast.Lambda) for one in ast.walk(body)):
                changed: ast.expr = _PartsRead(row.arg, parts).visit(copy_of(body))
                return changed if row.arg not in all_names(changed) else None
    return None


class _PartsRead(ast.NodeTransformer):
    """Puts the parts of a list in the place of what reads them from a variable."""

    def __init__(self, row: str, parts: Sequence[ast.expr]) -> None:
        self.row, self.parts = row, parts

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        place = integer(node.slice)
        if same(node.value, load(self.row)) and place is not None and 0 <= place < len(self.parts):
            return copy_of(self.parts[place])
        self.generic_visit(node)
        return node


def never_missing(node: ast.expr) -> ast.expr | None:
    """``1 is None`` is ``False``, and what is chosen by a constant is chosen: always. Python warns of the first."""
    match node:
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot() as op], comparators=[ast.Constant(value=None)]):
            match left:
                case ast.Constant(value=value):
                    return ast.Constant((value is None) == isinstance(op, ast.Is))
                case ast.BinOp() | ast.UnaryOp():  # Python calculates with constants before it runs.
                    return ast.Constant(isinstance(op, ast.IsNot))
        case ast.IfExp(test=ast.Constant(value=bool() as test), body=body, orelse=otherwise):
            return body if test else otherwise
    return None


RULES = (unpacked, first_value, first_or_default, lambda_of_parts, never_missing)


def nested_loops(rows: ast.expr, name: str, body: ast.expr, item: str) -> ast.expr:
    """``[item for name in rows for item in body]``, or the loops of both if the body is a comprehension."""
    outer = ast.comprehension(ast.Name(name, ast.Store()), rows, [], 0)
    match copy_of(body):
        case ast.ListComp(elt=element, generators=generators):
            return ast.ListComp(element, [outer, *generators])
        case inner:
            loop = ast.comprehension(ast.Name(item, ast.Store()), inner, [], 0)
            return ast.ListComp(ast.Name(item, ast.Load()), [outer, loop])
