"""Rules for sums, comparisons, logic and text put together."""

from __future__ import annotations

import ast
from decimal import Decimal
from itertools import pairwise

from .tree import integer, is_constant, is_simple, number, same, sum_of_decimals

MIRRORED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
    ast.Eq: ast.Eq,
    ast.NotEq: ast.NotEq,
}
ORDERING = ast.Lt | ast.LtE | ast.Gt | ast.GtE

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
MOST_PLACES = 6
"""Smaller decimals are not written out."""
PARTS_OF_A_LONG_TEXT = 3
"""This many parts in a row become a format string; two only if one of them is a number written out."""


def mirrored(node: ast.Compare) -> ast.Compare | None:
    """The comparison the other way round, if it is a single one that can be turned."""
    turned = MIRRORED.get(type(node.ops[0])) if len(node.ops) == 1 else None
    return None if turned is None else ast.Compare(node.comparators[0], [turned()], [node.left])


def sum_from_left_to_right(node: ast.expr) -> ast.expr | None:
    """``x + (y + z)`` is ``x + y + z``, and ``x + (y - z)`` is ``x + y - z``: for integers, text and lists."""
    match node:
        case ast.BinOp(
            left=left, op=ast.Add(), right=ast.BinOp(left=first, op=ast.Add() | ast.Sub() as op, right=last)
        ):
            return ast.BinOp(ast.BinOp(left, ast.Add(), first), op, last)
    return None


def least_of_constants(node: ast.expr) -> ast.expr | None:
    """``min(2, 5000)`` is ``2``: a bound that a constant keeps to."""
    match node:
        case ast.Call(func=ast.Name(id="min"), args=[one, other], keywords=[]):
            values = integer(one), integer(other)
            return None if None in values else number(min(value for value in values if value is not None))
    return None


def extreme_of_extremes(node: ast.expr) -> ast.expr | None:
    """``min(x, min(y, z))`` is ``min(x, y, z)``."""
    match node:
        case ast.Call(
            func=ast.Name(id=name),
            args=[*before, ast.Call(func=ast.Name(id=inner), args=[_, _, *_] as items, keywords=[])],
            keywords=[],
        ) if before and inner == name and name in ("min", "max"):
            return ast.Call(node.func, [*before, *items], [])
    return None


def repeated_summand(node: ast.expr) -> ast.expr | None:
    """``x + x + x`` is ``3 * x``, and ``x + x + 1`` is ``2 * x + 1``: where a number shows what is added, or people
    would count.
    """
    match node:
        case ast.BinOp(left=ast.BinOp(left=ast.Name() as one, op=ast.Add(), right=other), op=op, right=last) if same(
            one, other
        ):
            if isinstance(op, ast.Add) and same(one, last):
                return ast.BinOp(number(3), ast.Mult(), one)
            if isinstance(op, ast.Add | ast.Sub) and integer(last) is not None:
                return ast.BinOp(ast.BinOp(number(2), ast.Mult(), one), op, last)
        case (
            ast.BinOp(
                left=ast.BinOp(left=ast.Constant(value=int() as times), op=ast.Mult(), right=ast.Name() as one),
                op=ast.Add(),
                right=ast.Name() as last,
            )
            | ast.BinOp(
                left=ast.Name() as last,
                op=ast.Add(),
                right=ast.BinOp(left=ast.Constant(value=int() as times), op=ast.Mult(), right=ast.Name() as one),
            )
        ) if same(one, last) and times > 0:
            return ast.BinOp(number(times + 1), ast.Mult(), one)
    return None


def square(node: ast.expr) -> ast.expr | None:
    """``x * x`` is ``x**2``: for integers, and only they are multiplied by themselves here."""
    match node:
        case ast.BinOp(left=left, op=ast.Mult(), right=right) if same(left, right):
            return ast.BinOp(left, ast.Pow(), ast.Constant(2))
    return None


def real_constant(node: ast.expr) -> ast.expr | None:
    """``float(2)`` is ``2.0``: where the number is exact."""
    match node:
        case ast.Call(func=ast.Name(id="float"), args=[argument]):
            value = integer(argument)
            if value is not None and abs(value) <= 2**53:
                constant = ast.Constant(float(abs(value)))
                return ast.UnaryOp(ast.USub(), constant) if value < 0 else constant
    return None


OF_DECIMALS = frozenset({"quantize", "scaleb", "normalize", "to_integral_value"})
"""Methods that decimals have, and no integers."""


def power_of_ten(node: ast.expr) -> ast.expr | None:
    """``decimal.Decimal(1).scaleb(-2)`` is ``decimal.Decimal("0.01")``: always."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Call(func=function, args=[ast.Constant(value=1)]), attr="scaleb"),
            args=[places],
        ) if ast.unparse(function) == "decimal.Decimal":
            exponent = integer(places)
            if exponent is not None and abs(exponent) <= MOST_PLACES:
                written = str(Decimal(1).scaleb(exponent))
                return ast.Call(function, [ast.Constant(written if exponent < 0 else int(Decimal(written)))], [])
    return None


def calculated_sum(node: ast.expr) -> ast.expr | None:
    """``sum(xs).quantize(unit)`` is ``sum(xs, decimal.Decimal(0)).quantize(unit)``: nothing adds up to 0."""
    match node:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="sum"), args=[items]), attr=method) if method in OF_DECIMALS:
            return ast.Attribute(sum_of_decimals(items), method)
    return None


def integer_beside_real(node: ast.expr) -> ast.expr | None:
    """``1.5 * float(n)`` is ``1.5 * n``: beside a real number Python turns an integer into one by itself."""
    match node:
        case ast.BinOp(left=left, op=op, right=ast.Call(func=ast.Name(id="float"), args=[argument])) if _is_real(left):
            return ast.BinOp(left, op, argument)
        case ast.BinOp(left=ast.Call(func=ast.Name(id="float"), args=[argument]), op=op, right=right) if _is_real(
            right
        ):
            return ast.BinOp(argument, op, right)
    return None


def _is_real(node: ast.expr) -> bool:
    """Whether the value is surely a real number."""
    match node:
        case ast.Constant(value=float()) | ast.Attribute(value=ast.Name(id="math"), attr="tau"):
            return True
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _is_real(operand)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr="sin" | "cos" | "exp" | "log" | "sqrt")):
            return True
        case ast.BinOp(left=left, right=right):
            return _is_real(left) or _is_real(right)
    return False


def length_and_constant(node: ast.expr) -> ast.expr | None:
    """``len(xs) - 2 + 1`` is ``len(xs) - 1``: always."""
    match node:
        case ast.BinOp(left=ast.BinOp(left=left, op=one, right=first), op=other, right=second):
            terms = [(one, integer(first)), (other, integer(second))]
            linear = isinstance(one, ast.Add | ast.Sub) and isinstance(other, ast.Add | ast.Sub)
            if _is_length(left) and linear and all(value is not None for _, value in terms):
                total = sum(_signed(op, value) for op, value in terms if value is not None)
                sign: ast.operator = ast.Sub() if total < 0 else ast.Add()
                return ast.BinOp(left, sign, number(abs(total))) if total else left
    return None


def _is_length(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len"


def _signed(op: ast.operator, value: int) -> int:
    return value if isinstance(op, ast.Add) else -value


def constants_added(node: ast.expr) -> ast.expr | None:
    """``3 + 1`` is ``4``: for two integer constants."""
    match node:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=right):
            one, other = integer(left), integer(right)
            return None if one is None or other is None else number(one + _signed(op, other))
    return None


def lists_joined(node: ast.expr) -> ast.expr | None:
    """``[x] + [y]`` is ``[x, y]``, also behind other lists; ``xs[:0] + [x]`` is ``[x]``: always."""
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=ast.List(elts=right)):
            match left:
                case ast.List(elts=items):
                    return ast.List([*items, *right], ast.Load())
                case ast.BinOp(left=first, op=ast.Add(), right=ast.List(elts=items)):
                    return ast.BinOp(first, ast.Add(), ast.List([*items, *right], ast.Load()))
                case ast.Subscript(slice=ast.Slice(lower=None, upper=upper, step=None)) if integer(upper) == 0:
                    return node.right
    return None


def constant_on_the_right(node: ast.expr) -> ast.expr | None:
    """``0 < x`` is ``x > 0``: always."""
    match node:
        case ast.Compare(left=left, comparators=[right]) if is_constant(left) and not is_constant(right):
            return mirrored(node)
    return None


def difference_and_zero(node: ast.expr) -> ast.expr | None:
    """``x - y > 0`` is ``x > y``: for integers, and nothing else is subtracted and compared."""
    match node:
        case ast.Compare(left=ast.BinOp(left=left, op=ast.Sub(), right=right), ops=[op], comparators=[zero]):
            if integer(zero) == 0 and type(op) in MIRRORED:
                return ast.Compare(left, [op], [right])
    return None


def is_set(node: ast.expr) -> bool:
    """Whether an expression makes a set, of which two may each have what the other has not."""
    match node:
        case ast.Call(func=ast.Name(id="set")) | ast.Set() | ast.SetComp():
            return True
        case ast.BinOp(left=left, right=right):
            return is_set(left) or is_set(right)
    return False


def opposite_comparison(node: ast.expr) -> ast.expr | None:
    """``not x in xs`` is ``x not in xs``, and ``not x < y`` is ``x >= y``: what is no set is in order."""
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=ast.Compare(left=left, ops=[op], comparators=[right])):
            if isinstance(op, ORDERING) and (is_set(left) or is_set(right)):
                return None
            opposite = OPPOSITE.get(type(op))
            return None if opposite is None else ast.Compare(left, [opposite()], [right])
        case ast.UnaryOp(op=ast.Not(), operand=ast.UnaryOp(op=ast.Not(), operand=operand)):
            return operand
    return None


def one_and_after_another(node: ast.expr) -> ast.expr | None:
    """``(p and q) and r`` is ``p and q and r``, and likewise with `or`: always."""
    match node:
        case ast.BoolOp(op=op, values=values):
            flat: list[ast.expr] = []
            for value in values:
                flat += value.values if isinstance(value, ast.BoolOp) and type(value.op) is type(op) else [value]
            return ast.BoolOp(op, flat) if len(flat) > len(values) else None
    return None


def between_two_bounds(node: ast.expr) -> ast.expr | None:
    """``n <= x and x <= m`` is ``n <= x <= m``: always, the middle being a name or constant."""
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            for position, pair in enumerate(pairwise(values)):
                if (chain := _chained(*pair)) is not None:
                    others = [*values[:position], chain, *values[position + 2 :]]
                    return ast.BoolOp(ast.And(), others) if len(others) > 1 else chain
    return None


def _chained(one: ast.expr, other: ast.expr) -> ast.Compare | None:
    """Two comparisons as one from the smallest to the largest, if they share what is in the middle."""
    for first in _ascending(one):
        for second in _ascending(other):
            for low, high in ((first, second), (second, first)):
                middle = low.comparators[0]
                if is_simple(middle) and same(middle, high.left):
                    return ast.Compare(low.left, [*low.ops, *high.ops], [middle, *high.comparators])
    return None


def _ascending(node: ast.expr) -> list[ast.Compare]:
    """A single comparison written with < or <=."""
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        return []
    turned = mirrored(node) if isinstance(node.ops[0], ast.Gt | ast.GtE) else node
    return [turned] if turned is not None and isinstance(turned.ops[0], ast.Lt | ast.LtE) else []


def format_in_braces(node: ast.expr) -> ast.expr | None:
    """``format(x, ".2f")`` is ``f"{x:.2f}"``: where x fits in braces."""
    match node:
        case ast.Call(func=ast.Name(id="format"), args=[value, ast.Constant(value=str()) as form]):
            if _fits_in_braces(value):
                return ast.JoinedStr([ast.FormattedValue(value, -1, ast.JoinedStr([form]))])
    return None


def digits_in_braces(node: ast.expr) -> ast.expr | None:
    """``f"{x:x}".zfill(2)`` is ``f"{x:02x}"``, and ``f"{x:x}".upper()`` is ``f"{x:X}"``: always."""
    match node:
        case ast.Call(
            func=ast.Attribute(
                value=ast.JoinedStr(
                    values=[ast.FormattedValue(value, -1, ast.JoinedStr(values=[ast.Constant(value=str() as digits)]))]
                ),
                attr=method,
            ),
            args=arguments,
        ):
            if method == "upper" and digits == "x":
                return _formatted_as(value, "X")
            if method == "zfill" and digits in ("x", "X", "b", "o") and (width := integer(arguments[0])) is not None:
                return _formatted_as(value, f"0{width}{digits}") if width > 0 else None
    return None


def _formatted_as(value: ast.expr, form: str) -> ast.expr:
    return ast.JoinedStr([ast.FormattedValue(value, -1, ast.JoinedStr([ast.Constant(form)]))])


def format_string(node: ast.expr) -> ast.expr | None:
    """``"(" + s + ")"`` is ``f"({s})"``: where a part is a text constant, so that all are text.

    Python 3.11 allows no backslash and no quotes of the same sort within the braces.
    """
    match node:
        case ast.BinOp(op=ast.Add()):
            parts = _summands(node)
            numbers = sum(_number_written_out(part) is not None for part in parts)
            constants = sum(isinstance(part, ast.Constant | ast.JoinedStr) for part in parts)
            texts = all(not isinstance(part, ast.Constant) or isinstance(part.value, str) for part in parts)
            long = len(parts) >= PARTS_OF_A_LONG_TEXT or any(isinstance(part, ast.JoinedStr) for part in parts)
            if texts and constants > 0 and (long or numbers):
                return _formatted(parts)
    return None


def plain_text(node: ast.expr) -> ast.expr | None:
    """``f"z.{2}f"`` is ``"z.2f"``."""
    if not isinstance(node, ast.JoinedStr) or not any(isinstance(part, ast.FormattedValue) for part in node.values):
        return None
    parts = [_without_braces(part) for part in node.values]
    if not all(isinstance(part, ast.Constant) for part in parts):
        return None
    return ast.Constant("".join(str(part.value) for part in parts if isinstance(part, ast.Constant)))


def _without_braces(part: ast.expr) -> ast.expr:
    """What stands in braces by itself, else the part as it is."""
    return part.value if isinstance(part, ast.FormattedValue) and part.format_spec is None else part


def _summands(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [*_summands(node.left), *_summands(node.right)]
    return [node]


def _number_written_out(node: ast.expr) -> ast.expr | None:
    """x where the expression is ``str(x)``."""
    match node:
        case ast.Call(func=ast.Name(id="str"), args=[value]):
            return value
    return None


def _formatted(parts: list[ast.expr]) -> ast.expr | None:
    """The parts as a format string, unless one of them would need quotes, backslashes or much room."""
    values: list[ast.expr] = []
    for part in parts:
        match part:
            case ast.Constant():
                values.append(part)
            case ast.JoinedStr(values=inner):
                values += inner
            case _:
                value = _number_written_out(part) or part
                if not _fits_in_braces(value):
                    return None
                values.append(ast.FormattedValue(value, -1))
    return ast.JoinedStr(values)


def _fits_in_braces(node: ast.expr) -> bool:
    """Whether an expression is short and plain enough to be read within a text."""
    plain = (ast.Name, ast.Subscript, ast.Slice, ast.Attribute, ast.Call, ast.BinOp, ast.UnaryOp, ast.Constant)
    parts = [part for part in ast.walk(node) if isinstance(part, ast.expr)]
    return all(isinstance(part, plain) and not _is_text(part) for part in parts) and len(ast.unparse(node)) <= 24


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


EXACT_RULES = (sum_from_left_to_right, repeated_summand, difference_and_zero, least_of_constants, square)
"""Rules that real numbers may not follow: their sums depend on the order."""

RULES = (
    extreme_of_extremes,
    real_constant,
    power_of_ten,
    calculated_sum,
    format_in_braces,
    digits_in_braces,
    integer_beside_real,
    length_and_constant,
    constants_added,
    lists_joined,
    constant_on_the_right,
    opposite_comparison,
    one_and_after_another,
    between_two_bounds,
    plain_text,
    format_string,
)
