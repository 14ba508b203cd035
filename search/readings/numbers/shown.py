"""Numbers in outputs: where they stand, and the form in which they are written.

Forms are deduced from what the outputs show (Cambronero et al., "FlashFill++: scaling programming by example by cutting
to the chase", POPL 2023, section 4): grouping, decimals, zeros in front, signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ....dsl.core.expression import Call, Expression
from ....dsl.core.types import INT
from ..scene.applying import applied

MOST_COLUMNS = 8
MOST_FIXED = 6
KEPT, SHORTEST = -1, -2
"""Instead of a number of decimals: those that the number has, and those up to the last that is not zero."""
SPACES = " '’\xa0\u202f"
NUMBER = rf"[0-9]+(?:[.,{SPACES}][0-9]{{2,3}}(?![0-9]))*(?:[.,][0-9]+)?"
SHOWN = re.compile(rf"(?<![\w.,])[-+]?(?:[$€£₹¥]\s?)?(?={NUMBER}){NUMBER}|{NUMBER}|[.][0-9]+")
ACCOUNTED = re.compile(rf"\([$€£₹¥]?\s?{NUMBER}\)|[$€£₹¥]?\s?{NUMBER}")
GROUPINGS = (
    (",", ".", "grouped"),
    (".", ",", "grouped"),
    *((space, point, "grouped") for space in SPACES for point in ".,"),
    (",", ".", "grouped_by_lakhs"),
    ("", ".", ""),
    ("", ",", ""),
)
"""What stands between thousands, what before decimals, and the primitive that groups so."""


@dataclass(frozen=True)
class Form:
    """How numbers are written.

    Parameters
    ----------
    mark, point, grouping
        As in `GROUPINGS`.
    decimals
        How many there are, or `KEPT`, or `SHORTEST`.
    width
        What zeros in front fill the number up to; 0 if there are none.
    symbol
        The currency sign before the digits, but after a minus.
    plus, accounted
        Whether positive numbers have a sign, and whether negative ones stand in parentheses.
    """

    mark: str = ""
    point: str = "."
    grouping: str = ""
    decimals: int = SHORTEST
    width: int = 0
    symbol: str = ""
    plus: bool = False
    accounted: bool = False

    @property
    def _is_swapped(self) -> bool:
        """Whether points group digits, and commas stand before decimals."""
        return (self.mark, self.point) == (".", ",")

    def written(self, body: Expression, *, is_whole: bool) -> Expression:
        """The text of a number in this form."""
        in_digits = is_whole and self.decimals <= 0
        text = applied("to_text", body) if in_digits else self._with_decimals(body, is_whole=is_whole)
        if self.grouping:
            mark = "," if self._is_swapped else self.mark
            is_usual = in_digits and (self.grouping, mark) == ("grouped", ",")
            text = applied("with_commas", body) if is_usual else applied(self.grouping, text, mark)
        if self._is_swapped:
            text = applied("points_swapped", text)
        elif self.point == "," and self.decimals != 0 and not in_digits:
            text = applied("replace", text, ".", ",")
        if self.plus:
            text = applied("signed", text)
        if self.width:
            text = applied("zero_filled", text, self.width)
        if self.symbol:
            text = applied("after_sign", text, self.symbol)
        return applied("in_parentheses", text) if self.accounted else text

    def _with_decimals(self, body: Expression, *, is_whole: bool) -> Expression:
        number = applied("decimal", body) if is_whole else body
        if self.decimals > MOST_FIXED:
            return applied("concat", applied("fixed", number, MOST_FIXED), "0" * (self.decimals - MOST_FIXED))
        if self.decimals >= 0:
            return applied("fixed", number, self.decimals)
        match number:
            case Call(primitive, (text,)) if self.decimals == KEPT and primitive.name == "to_decimal":
                return text  # A number has no zeros at its end; the text has.
        return applied("decimal_text", number)


@dataclass(frozen=True)
class Column:
    """The numbers that stand at one place in all outputs, with their texts, in a form that may write them so."""

    texts: tuple[str, ...]
    values: tuple[Decimal, ...]
    form: Form

    @property
    def places(self) -> list[int]:
        """The numbers of decimals to which the values may have been rounded, the likeliest first."""
        shown = max(-int(value.normalize().as_tuple().exponent) for value in self.values)
        return sorted({max(shown, 0), max(self.form.decimals, shown, 0)}, reverse=True)

    def text_of(self, body: Expression) -> Expression:
        """The texts of an expression that gives the values."""
        return self.form.written(body, is_whole=body.type == INT)


def patterns_of(outputs: Sequence[str]) -> list[re.Pattern[str]]:
    """The ways to tell numbers from what is around them."""
    return [SHOWN, ACCOUNTED] if any("(" in output for output in outputs) else [SHOWN]


def columns_of(outputs: Sequence[str], pattern: re.Pattern[str]) -> Iterator[list[Column]]:
    """The numbers that all outputs have, one after the other, each in all forms in which it can be read."""
    rows = [[match.group() for match in pattern.finditer(output)] for output in outputs]
    if len({len(row) for row in rows}) == 1:
        for texts in list(zip(*rows, strict=True))[:MOST_COLUMNS]:
            yield list(columns_from(texts))


def columns_from(texts: Sequence[str]) -> Iterator[Column]:
    """The texts as numbers, in all forms in which all of them can be read."""
    bare, symbol, signs = _undressed(texts)
    if not symbol:
        texts = [_before(text) + inner + ")" * text.endswith(")") for text, inner in zip(texts, bare, strict=True)]
    for mark, point, grouping in GROUPINGS:
        plain = [_plain(text, mark, point, grouping) for text in bare]
        if all(text is not None for text in plain) and (not mark or any(mark in text for text in bare)):
            values = tuple(Decimal(f"{sign}{text}") for sign, text in zip(signs, plain, strict=True))
            accounted = any(text.startswith("(") for text in texts)
            if accounted and all(text.startswith("(") for text in texts):
                continue  # Parentheses around every number are no signs.
            plus = any(text.startswith("+") for text in texts)
            if plus and any(text[0] not in "+-" for text in texts):
                continue
            for decimals, width in _shapes([text for text in plain if text is not None], bare, signs, plus=plus):
                yield Column(
                    tuple(texts), values, Form(mark, point, grouping, decimals, width, symbol, plus, accounted)
                )
            if grouping:
                return


def _undressed(texts: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """The texts without signs and currency, the currency sign if it stands between sign and number, and the signs."""
    signs = ["-" if text[0] in "-(" else "" for text in texts]
    inner = [text.strip("()").lstrip("+-") for text in texts]
    symbols = {re.match(r"\D*", text)[0] for text in inner}  # type: ignore[index]
    symbol = symbols.pop() if len(symbols) == 1 and any(signs) else ""
    return [re.sub(r"\A\D+", "", text) if not text.startswith(".") else text for text in inner], symbol, signs


def _before(text: str) -> str:
    return text[0] if text[0] in "+-(" else ""


def _plain(text: str, mark: str, point: str, grouping: str) -> str | None:
    """The number as plain text; None if it is not in this form."""
    sign = re.escape(mark)
    groups = {
        "": "[0-9]*",
        "grouped": rf"[0-9]{{1,3}}(?:{sign}[0-9]{{3}})*",
        "grouped_by_lakhs": rf"[0-9]{{1,2}}(?:{sign}[0-9]{{2}})*{sign}[0-9]{{3}}|[0-9]{{1,3}}",
    }
    if not re.fullmatch(rf"(?:{groups[grouping]})(?:{re.escape(point)}[0-9]+)?", text):
        return None
    whole, _, decimals = text.partition(point)
    return (whole.replace(mark, "") if mark else whole) + (f".{decimals}" if decimals else "")


def _shapes(
    plain: Sequence[str], bare: Sequence[str], signs: Sequence[str], *, plus: bool
) -> Iterator[tuple[int, int]]:
    """The decimals and the width that the texts show: a fixed number of them, or no zeros at the end."""
    wholes = [text.partition(".")[0] for text in plain]
    if any(len(whole) == 0 for whole in wholes):
        return
    decimals = {len(text.partition(".")[2]) for text in plain}
    sizes = [len(text) + len(sign or "+" * plus) for text, sign in zip(bare, signs, strict=True)]
    filled = {size for size, whole in zip(sizes, wholes, strict=True) if whole[0] == "0" and len(whole) > 1}
    width = min(filled, default=0)
    if len(filled) > 1 or min(sizes) < width:
        return
    if len(decimals) == 1:
        yield min(decimals), width
    if decimals != {0}:
        yield KEPT, width
        if not any("." in text and text.endswith("0") for text in plain):
            yield SHORTEST, width
