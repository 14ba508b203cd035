"""Expressions and recurrences as a mathematician writes them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import log10

from ...dsl.core.expression import Call, Expression, Literal
from ...dsl.text.printer import print_expression
from .algebra import as_integers

SHOWN = 40
"""A number of more digits is not written in full."""

_SUM, _PRODUCT, _POWER, _ATOM = range(4)


def digits(value: int) -> str:
    """A number, abridged if it is very long."""
    count = int(abs(value).bit_length() * log10(2)) + 1
    if count <= SHOWN:
        return str(value)
    sign = "-" if value < 0 else ""
    lead = str(abs(value) // 10 ** (count - 12))[:8]
    return f"{sign}{lead}...{abs(value) % 10**8:08} ({count} digits)"


def written(expression: Expression, *, rounds: bool = False) -> str:
    """The expression as a formula.

    Parameters
    ----------
    rounds
        Whether quotients are rounded down; where they come out even, they are written as fractions.
    """
    return _written(expression, rounds=rounds)[0]


def _written(expression: Expression, *, rounds: bool) -> tuple[str, int]:
    """The formula, and how tightly it holds together."""

    def inside(part: Expression, tightness: int) -> str:
        text, tight = _written(part, rounds=rounds)
        return text if tight >= tightness else f"({text})"

    match expression:
        case Literal(int() as value):
            return digits(value), _ATOM if value >= 0 else _SUM
        case Call(primitive, arguments):
            match primitive.name, arguments:
                case ("add" | "sub") as name, (one, other):
                    sign = "+" if name == "add" else "-"
                    return f"{inside(one, _SUM)} {sign} {inside(other, _PRODUCT)}", _SUM
                case "neg", (one,):
                    return f"-{inside(one, _PRODUCT)}", _SUM
                case "mul", (one, other) if one == other:
                    return f"{inside(one, _ATOM)}^2", _POWER
                case "mul", (one, other):
                    left, right = inside(one, _PRODUCT), inside(other, _POWER)
                    touching = right[0].isdigit() or (left[-1] == "n" and right[0] == "n")
                    return f"{left} * {right}" if touching else f"{left}{right}", _PRODUCT
                case "power", (one, other):
                    return f"{inside(one, _ATOM)}^{inside(other, _ATOM)}", _POWER
                case "div", (one, other) if rounds:
                    return f"floor({inside(one, _PRODUCT)}/{inside(other, _POWER)})", _ATOM
                case "div", (one, other):
                    return f"{inside(one, _PRODUCT)}/{inside(other, _POWER)}", _PRODUCT
                case "mod", (one, other):
                    return f"({inside(one, _PRODUCT)} mod {inside(other, _POWER)})", _ATOM
                case "at", (one, other):
                    return f"{print_expression(one)}[{_written(other, rounds=rounds)[0].strip('()')}]", _ATOM
                case "product", (Call(inner, (one,)),) if inner.name == "one_to":
                    return f"{inside(one, _ATOM)}!", _POWER
                case "choose", (one, other):
                    return f"C({inside(one, _SUM)}, {inside(other, _SUM)})", _ATOM
    return print_expression(expression), _ATOM


def polynomial_text(coefficients: Sequence[Fraction] | Sequence[int], variable: str) -> str:
    """A polynomial, lowest power first, as the sum of its powers, the highest first."""
    numerators, denominator = as_integers([Fraction(value) for value in coefficients])
    terms = [(value, power) for power, value in enumerate(numerators) if value][::-1]
    if not terms:
        return "0"
    text = summed([(value, ["", variable][power] if power < 2 else f"{variable}^{power}") for value, power in terms])
    if denominator == 1:
        return text
    return f"({text})/{denominator}" if len(terms) > 1 else f"{text}/{denominator}"


def series_text(coefficients: Sequence[int]) -> str:
    """A polynomial in x, the lowest power first."""
    names = ["", "x", *(f"x^{power}" for power in range(2, len(coefficients)))]
    return summed([(value, name) for value, name in zip(coefficients, names, strict=False) if value])


def bracketed(text: str) -> str:
    """A factor or numerator, in parentheses where it is a sum."""
    return f"({text})" if " " in text else text


def summed(terms: Sequence[tuple[int, str]]) -> str:
    """Numbers times names, added up: 2x - y."""
    text = ""
    for value, name in terms:
        sign = ("-" if value < 0 else "") if not text else (" - " if value < 0 else " + ")
        text += sign + (name if abs(value) == 1 and name else f"{digits(abs(value))}{name}")
    return text or "0"


def counted(number: int, noun: str) -> str:
    """A number of things: 1 term, 2 terms."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
