"""Python's operators and functions of numbers, as LLVM's instructions.

Integers have 64 bits and wrap around. Division rounds down, as in Python; by
zero it gives 0, so that a kernel which fails to look cannot end the process.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from .code import Code
from .kinds import BOOL, FLOAT, INT, UNSIGNED, Array, Kind, Scalar, Untranslatable, Value, constant, is_constant, joined

PLAIN = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.BitAnd: "and", ast.BitOr: "or", ast.BitXor: "xor",
    ast.LShift: "shl",
}  # fmt: skip
OF_FLOATS = {ast.Add: "fadd", ast.Sub: "fsub", ast.Mult: "fmul", ast.Div: "fdiv"}
OF_BOOLS = (ast.BitAnd, ast.BitOr, ast.BitXor)
COMPARISONS = {ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge", ast.Eq: "eq", ast.NotEq: "ne"}


def alike(code: Code, one: Value, other: Value, least: Scalar = BOOL) -> tuple[Scalar, str, str]:
    """Two numbers as numbers of one kind, which is at least this one."""
    if UNSIGNED in (one.kind, other.kind):
        kind: Kind = UNSIGNED
    else:
        kind = joined(joined(one.kind, other.kind), least)
    assert isinstance(kind, Scalar)
    return kind, code.converted(one, kind).word, code.converted(other, kind).word


def operation(code: Code, operator: ast.operator, left: Value, right: Value) -> Value:
    """A binary operator applied to two numbers."""
    what = type(operator)
    if what is ast.Pow and is_constant(left) and is_constant(right):
        return constant(int(left.word) ** int(right.word))
    least = FLOAT if what is ast.Div else BOOL if what in OF_BOOLS else INT
    kind, x, y = alike(code, left, right, least)
    if kind == FLOAT and what in OF_FLOATS:
        return code.scalar(FLOAT, f"{OF_FLOATS[what]} double {x}, {y}")
    if kind != FLOAT and what in PLAIN:
        return code.scalar(kind, f"{PLAIN[what]} {kind.name} {x}, {y}")
    if kind != FLOAT and what is ast.RShift:
        return code.scalar(kind, f"{'ashr' if kind.signed else 'lshr'} i64 {x}, {y}")
    if kind != FLOAT and what in (ast.FloorDiv, ast.Mod):
        divided = _divided if kind.signed else _divided_unsigned
        return Value(kind, (divided(code, x, y)[what is ast.Mod],))
    raise Untranslatable("there is no such operator for numbers of this kind")


def _divided_unsigned(code: Code, x: str, y: str) -> tuple[str, str]:
    is_zero = code.value(f"icmp eq i64 {y}, 0")
    divisor = code.value(f"select i1 {is_zero}, i64 1, i64 {y}")
    quotient = code.value(f"udiv i64 {x}, {divisor}")
    return code.value(f"select i1 {is_zero}, i64 0, i64 {quotient}"), code.value(f"urem i64 {x}, {divisor}")


def _divided(code: Code, x: str, y: str) -> tuple[str, str]:
    """Quotient, rounded down, and remainder; division by -1 is a subtraction, since it may overflow."""
    is_zero = code.value(f"icmp eq i64 {y}, 0")
    is_minus = code.value(f"icmp eq i64 {y}, -1")
    is_special = code.value(f"or i1 {is_zero}, {is_minus}")
    divisor = code.value(f"select i1 {is_special}, i64 1, i64 {y}")
    quotient, remainder = code.value(f"sdiv i64 {x}, {divisor}"), code.value(f"srem i64 {x}, {divisor}")
    signs = code.value(f"xor i64 {remainder}, {divisor}")
    differ, some = code.value(f"icmp slt i64 {signs}, 0"), code.value(f"icmp ne i64 {remainder}, 0")
    is_rounded = code.value(f"and i1 {differ}, {some}")
    less = code.value(f"sext i1 {is_rounded} to i64")
    down = code.value(f"add i64 {quotient}, {less}")
    negated = code.value(f"sub i64 0, {x}")
    down = code.value(f"select i1 {is_minus}, i64 {negated}, i64 {down}")
    more = code.value(f"select i1 {is_rounded}, i64 {divisor}, i64 0")
    return code.value(f"select i1 {is_zero}, i64 0, i64 {down}"), code.value(f"add i64 {remainder}, {more}")


def comparison(code: Code, operator: ast.cmpop, left: Value, right: Value) -> Value:
    """A comparison of two numbers."""
    if type(operator) not in COMPARISONS:
        raise Untranslatable("there is no such comparison of numbers")
    kind, x, y = alike(code, left, right, BOOL if isinstance(operator, ast.Eq | ast.NotEq) else INT)
    name = COMPARISONS[type(operator)]
    if kind == FLOAT:
        return code.scalar(BOOL, f"fcmp {'une' if name == 'ne' else 'o' + name} double {x}, {y}")
    sign = "" if name in ("eq", "ne") else "s" if kind.signed else "u"
    return code.scalar(BOOL, f"icmp {sign}{name} {kind.name} {x}, {y}")


def negated(code: Code, operator: ast.unaryop, value: Value) -> Value:
    """A unary operator applied to a number."""
    if isinstance(operator, ast.Not):
        return code.scalar(BOOL, f"xor i1 {code.truth(value)}, true")
    if value.kind == FLOAT and isinstance(operator, ast.USub):
        return code.scalar(FLOAT, f"fneg double {value.word}")
    if is_constant(value) and isinstance(operator, ast.USub):
        return Value(INT, (str(-int(value.word)),))
    number = value if value.kind == UNSIGNED else code.converted(value, INT)
    assert isinstance(number.kind, Scalar)
    match operator:
        case ast.USub():
            return code.scalar(number.kind, f"sub i64 0, {number.word}")
        case ast.Invert():
            return code.scalar(number.kind, f"xor i64 {number.word}, -1")
    return number


def _extreme(code: Code, values: Sequence[Value], name: str) -> Value:
    best, *others = values
    for other in others:
        kind, x, y = alike(code, best, other, INT)
        if kind == FLOAT:
            found = code.value(f"fcmp {'olt' if name == 'min' else 'ogt'} double {y}, {x}")
            best = code.scalar(FLOAT, f"select i1 {found}, double {y}, double {x}")
        else:
            best = code.scalar(kind, f"call i64 @llvm.{'s' if kind.signed else 'u'}{name}.i64(i64 {x}, i64 {y})")
    return best


def _magnitude(code: Code, value: Value) -> Value:
    if value.kind == FLOAT:
        return code.scalar(FLOAT, f"call double @llvm.fabs.f64(double {value.word})")
    return code.scalar(INT, f"call i64 @llvm.abs.i64(i64 {code.converted(value, INT).word}, i1 false)")


def _integer(code: Code, value: Value) -> Value:
    if value.kind == FLOAT:
        return code.scalar(INT, f"fptosi double {value.word} to i64")
    return Value(INT, value.words) if value.kind == UNSIGNED else code.converted(value, INT)


def _unsigned(code: Code, value: Value) -> Value:
    return Value(UNSIGNED, _integer(code, value).words)


def _float(code: Code, value: Value) -> Value:
    return code.converted(value, FLOAT)


def _length(_code: Code, value: Value) -> Value:
    if not isinstance(value.kind, Array):
        raise Untranslatable("expected an array")
    return Value(INT, (value.words[1],))


class Function(NamedTuple):
    """A function of numbers, and how many it takes."""

    apply: Callable[..., Value]
    least: int = 1
    most: int = 1


FUNCTIONS: dict[object, Function] = {
    min: Function(lambda code, *values: _extreme(code, values, "min"), 2, 9),
    max: Function(lambda code, *values: _extreme(code, values, "max"), 2, 9),
    abs: Function(_magnitude),
    bool: Function(lambda code, value: Value(BOOL, (code.truth(value),))),
    int: Function(_integer),
    float: Function(_float),
    len: Function(_length),
    np.int64: Function(_integer),
    np.uint64: Function(_unsigned),
}

DECLARED = """\
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
declare i64 @llvm.umin.i64(i64, i64)
declare i64 @llvm.umax.i64(i64, i64)
declare i64 @llvm.abs.i64(i64, i1)
declare double @llvm.fabs.f64(double)
declare void @llvm.prefetch.p0(ptr, i32, i32, i32)
"""
"""What these instructions need to have been declared."""
