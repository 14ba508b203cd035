"""Rules for what is calculated: sums, products, the least and the greatest, decimals and real numbers, joined lists."""

from __future__ import annotations

import ast
from decimal import Decimal

from .tree import integer, number, same, sum_of_decimals

MOST_PLACES = 6
"""Smaller decimals are not written out."""
OF_DECIMALS = frozenset({"quantize", "scaleb", "normalize", "to_integral_value"})
"""Methods that decimals have, and no integers."""


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


EXACT_RULES = (sum_from_left_to_right, repeated_summand, least_of_constants, square)
"""Rules that real numbers may not follow: their sums depend on the order."""

RULES = (
    extreme_of_extremes,
    real_constant,
    power_of_ten,
    calculated_sum,
    integer_beside_real,
    length_and_constant,
    constants_added,
    lists_joined,
)
