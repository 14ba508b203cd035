"""Regular expressions that some texts match and the others do not, learnt from both.

The texts are aligned: as a whole, as a first character and the rest, or run by run. Each column becomes a class of
characters, so many times. Of the patterns that tell the texts apart the one is taken that takes the least to write
down together with the texts that match it (Rissanen, "Modeling by shortest data description", Automatica 14, 1978):
a class no wider, and a number of times no freer, than the texts bear out.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import log2

from ....dsl.primitives.regexes import compiled
from ...cost.prior import UNITS_PER_BIT
from .classes import classes_of, literally

RUNS = (
    re.compile(r"[A-Za-z]+|[0-9]+|[^A-Za-z0-9]"),
    re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]"),
    re.compile(r"[A-Z]+|[a-z]+|[0-9]+|[^A-Za-z0-9]"),
)
"""What texts are cut into: runs of one kind of characters, and single marks."""
OCTET = r"(?:0|1\d{0,2}|2(?:[0-4]\d?|5[0-5]?|[6-9])?|[3-9]\d?)"
"""A number from 0 to 255, such that each digit says what may follow."""
FAMILIAR = (
    rf"{OCTET}(?:\.{OCTET}){{3}}",
    r"\d{4}(?:\d{2})?",
    r"(?:[01]\d|2[0-3]):[0-5]\d",
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"https?://\S+",
    r"[+-]?\d+",
    r"[+-]?\d+(?:\.\d+)?",
    r"#[0-9A-Fa-f]{6}",
    r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?",
    r"[0-9A-Fa-f]+",
    r"[01]+",
    r"[A-Za-z_]\w*",
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)*",
    r"\(\d{3}\) \d{3}-\d{4}",
    r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}",
    r"[a-z]+(?:_[a-z]+)*",
    r"[a-z]+(?:-[a-z]+)*",
    r"[a-z]+(?:[A-Z][a-z]*)*",
    r"(?:[A-Z][a-z]*)+",
)
"""Forms of texts that people have a word for."""
LEAST_POSITIVES, MOST_TEXTS, LONGEST, MOST_COLUMNS = 2, 60, 80, 13
"""How many different texts must match, how many texts there may be, how long, and of how many columns."""
LEAST_LIMITED = 3
"""So many different texts bear out a limit of their length: two are longer than the others by chance."""
FORM_COST, FAMILIAR_COST, MOST_COLUMN_COST, BOUND_COST = 7, 8, 5, 3
"""What a form costs, with 1 for each column after the first, and what a limit of a length adds."""
UNLIKELY_COST = 2
"""What a familiar form costs more than the best that was learnt, if the texts have none of its marks."""
MOST_LEARNT, MOST_MORE = 3, 6
"""How many patterns are offered, and what one costs more at most than the best."""
LEAST_LENGTHS = (1, 3, 8, 5, 6, 4, 2, 10, 12, 16, 15, 20)
MOST_LENGTHS = (20, 10, 15, 16, 12, 30, 25, 50, 32, 64, 40, 8, 5, 6, 4, 3)
"""Lengths that people choose for limits, the likeliest first."""
OPEN_BITS, TIMES_BITS, LIMIT_BITS, TENS_BITS = 2.0, 3.0, 10.0, 6.0
"""What a length takes that is free, and what it takes to write down how often something comes, a limit for it, and a
number of two digits."""

Pieces = Sequence[Sequence[str]]
"""What the texts have in each column."""


@dataclass(frozen=True)
class Form:
    """A pattern, what a condition with it costs, and how many bits it takes with the texts that match it."""

    pattern: str
    cost: int
    bits: float


def learnt_patterns(texts: Sequence[str], outputs: Sequence[Hashable]) -> Iterator[tuple[str, int]]:
    """Patterns that the texts of one output match and no other text does, with what conditions with them cost."""
    if len(texts) > MOST_TEXTS or max(map(len, texts), default=0) > LONGEST:
        return
    for output in sorted(set(outputs), key=lambda output: (output is False, outputs.index(output))):
        positives = [text for text, other in zip(texts, outputs, strict=True) if other == output]
        negatives = [text for text, other in zip(texts, outputs, strict=True) if other != output]
        if len(set(positives)) >= LEAST_POSITIVES and negatives:
            found = list(patterns_between(positives, negatives))
            yield from found
            if found and output is True:
                return  # What is not so need not have a form.


def patterns_between(positives: Sequence[str], negatives: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Patterns that all positives match and no negative, with what conditions with them cost."""
    best: dict[str, Form] = {}
    for form in sorted(_telling(positives, negatives), key=lambda form: (form.bits, form.cost, form.pattern)):
        best.setdefault(form.pattern, form)
    chosen = list(best.values())[:MOST_LEARNT]
    for form in chosen:
        # What takes more bits than the best must not cost less than that.
        more = min(MOST_MORE, round(UNITS_PER_BIT * (form.bits - chosen[0].bits)))
        yield form.pattern, max(form.cost, chosen[0].cost + more)
    # Without marks in the texts the form is not borne out by them.
    is_borne_out = any(not c.isalnum() for text in positives for c in text)
    cost = FAMILIAR_COST if is_borne_out or not chosen else max(FAMILIAR_COST, chosen[0].cost + UNLIKELY_COST)
    yield from ((pattern, cost) for pattern in FAMILIAR if tells(pattern, positives, negatives))


def tells(pattern: str, positives: Sequence[str], negatives: Sequence[str]) -> bool:
    """Whether the positives match all of the pattern, and no negative does."""
    try:
        regex = compiled(pattern)
    except ValueError:
        return False
    return all(map(regex.fullmatch, positives)) and not any(map(regex.fullmatch, negatives))


def _telling(positives: Sequence[str], negatives: Sequence[str]) -> Iterator[Form]:
    """The forms that tell the texts apart; none where the characters have no class in common."""
    characters = frozenset("".join(positives))
    if characters and not classes_of(characters):
        return
    for form in _all_forms(positives, negatives):
        if tells(form.pattern, positives, negatives):
            yield form


def _all_forms(positives: Sequence[str], negatives: Sequence[str]) -> Iterator[Form]:
    """Forms of the positives."""
    for columns in _alignments(positives):
        yield from _forms_of(columns)
    yield from _headed(positives)
    yield from _listed(positives)
    if len(set(positives)) >= LEAST_LIMITED:
        yield from _limited(positives, negatives)


def _alignments(positives: Sequence[str]) -> Iterator[Pieces]:
    """Ways to cut all positives into equally many pieces."""
    yield [positives]
    for run in RUNS:
        rows = [run.findall(text) for text in positives]
        if 1 < len(rows[0]) <= MOST_COLUMNS and len({tuple(map(_kind, row)) for row in rows}) == 1:
            yield list(zip(*rows, strict=True))


def _kind(piece: str) -> str:
    """What a piece must have in common with those of the other texts: a mark is always the same."""
    return "0" if piece[0].isdigit() else "a" if piece[0].isalpha() else piece


def _forms_of(columns: Pieces) -> Iterator[Form]:
    """Patterns of the columns: classes of one breadth in all of them, and lengths as they are, or free."""
    for breadth, is_free in product(range(4), (False, True)):
        parts = [_column(column, breadth, is_free=is_free) for column in columns]
        yield _form([pattern for pattern, _ in parts], sum(bits for _, bits in parts))
    if any(set(map(len, column)) == {2} and all(map(str.isdigit, column)) for column in columns):
        parts = [_tens(column) or _column(column, 0, is_free=False) for column in columns]
        yield _form([pattern for pattern, _ in parts], sum(bits for _, bits in parts))


def _form(parts: Sequence[str], bits: float, more: int = 0) -> Form:
    cost = FORM_COST + min(len(parts) - 1, MOST_COLUMN_COST) + more
    return Form("".join(parts), cost, bits)


def _column(pieces: Sequence[str], breadth: int, *, is_free: bool) -> tuple[str, float]:
    """What matches the pieces of a column, and the bits of that and of the pieces."""
    characters = frozenset("".join(pieces))
    if not characters:
        return "", 0.0
    class_ = _class_at(pieces, breadth)
    lengths = set(map(len, pieces))
    bits = _class_bits(class_) + _bits_of("".join(pieces), class_)
    if len(lengths) > 1 or (is_free and max(lengths) > 1):
        return class_ + ("+" if min(lengths) else "*"), bits + OPEN_BITS * len(pieces)
    (length,) = lengths
    return (class_, bits) if length == 1 else (f"{class_}{{{length}}}", bits + TIMES_BITS)


def _tens(pieces: Sequence[str]) -> tuple[str, float] | None:
    """Two digits of which the first is not above the largest seen; None for other pieces."""
    if set(map(len, pieces)) != {2} or not all(piece.isascii() and piece.isdigit() for piece in pieces):
        return None
    largest = max(piece[0] for piece in pieces)
    return rf"[0-{largest}]\d", TENS_BITS + len(pieces) * log2(10 * (int(largest) + 1))


def _class_bits(class_: str) -> float:
    """What it takes to write a class down."""
    return 2.0 + 2.0 * len(re.findall(r"\\?.-\\?[^\]]|\\.|[^\[\]]", class_))


@cache
def _size(class_: str) -> float:
    """How many characters of ASCII a class has, at least 1, a frequent one counting as several."""
    return max(1.0, sum(_weight(c) for c in map(chr, range(32, 127)) if re.fullmatch(class_, c)))


def _weight(character: str) -> float:
    """How often a character is met compared with others: most text is in small letters."""
    return 4.0 if character.islower() else 2.0 if character.isdigit() else 1.0


def _bits_of(characters: Iterable[str], class_: str) -> float:
    """What characters of a class take."""
    size = log2(_size(class_))
    return sum(size - log2(_weight(c)) for c in characters) if size else 0.0


def _headed(positives: Sequence[str]) -> Iterator[Form]:
    """A first character, and any number of others."""
    if not all(positives):
        return
    heads, rests = [text[0] for text in positives], [text[1:] for text in positives]
    if any(rests):
        for breadth, rest_breadth in product(range(3), range(4)):
            head, head_bits = _column(heads, breadth, is_free=False)
            class_ = _class_at(rests, rest_breadth)
            bits = _class_bits(class_) + _bits_of("".join(rests), class_) + OPEN_BITS * len(rests)
            yield _form([head, class_ + "*"], head_bits + bits)


def _class_at(pieces: Sequence[str], breadth: int) -> str:
    """The class of so much breadth that has the characters of all pieces."""
    classes = classes_of(frozenset("".join(pieces)))
    return classes[min(breadth, len(classes) - 1)]


def _listed(positives: Sequence[str]) -> Iterator[Form]:
    """Pieces of one class with the same mark between them, as many as there are."""
    marks = {c for text in positives for c in text if not c.isalnum()}
    for mark in sorted(marks if len(marks) <= 3 else ()):
        rows = [text.split(mark) for text in positives]
        pieces = [piece for row in rows for piece in row]
        if (len({len(row) for row in rows}) == 1 and len(rows[0]) == 1) or not all(pieces):
            continue
        for breadth in range(3):
            item, bits = _column(pieces, breadth, is_free=False)
            sizes = {len(row) for row in rows}
            often = "+" if min(sizes) > 1 else "*"
            yield _form([item, f"(?:{literally(mark)}{item}){often}"], bits + OPEN_BITS * len(rows))
            if len(sizes) == 1:
                times = len(rows[0]) - 1
                yield _form([item, f"(?:{literally(mark)}{item}){{{times}}}"], bits + TIMES_BITS)


def _limited(positives: Sequence[str], negatives: Sequence[str]) -> Iterator[Form]:
    """One class, or a first character and the rest, with limits for the length."""
    for head in (0, 1):
        heads, rests = [text[:head] for text in positives], [text[head:] for text in positives]
        if not all(rests):
            continue
        for breadth in range(3):
            first, first_bits = _column(heads, breadth, is_free=False) if head else ("", 0.0)
            chosen = _class_at(rests, breadth)
            alike = [text for text in negatives if re.fullmatch(f"{first}{chosen}*", text)]
            times, limits = _limits(list(map(len, rests)), [len(text) - head for text in alike])
            if limits:
                bits = first_bits + _class_bits(chosen) + _bits_of("".join(rests), chosen)
                parts = [first, chosen + times] if head else [chosen + times]
                bits += OPEN_BITS * len(rests) + LIMIT_BITS * limits
                yield _form(parts, bits, more=BOUND_COST * limits)


def _limits(lengths: Sequence[int], others: Sequence[int]) -> tuple[str, int]:
    """How often a class comes in texts of some lengths and not in others, and how many limits that takes."""
    below = max((other for other in others if other < min(lengths)), default=None)
    above = min((other for other in others if other > max(lengths)), default=None)
    least = 1 if below is None else _likeliest(LEAST_LENGTHS, below + 1, min(lengths))
    most = None if above is None else _likeliest(MOST_LENGTHS, max(lengths), above - 1)
    limits = (below is not None) + (above is not None)
    if most == least:
        return f"{{{least}}}", limits
    return f"{{{least},{'' if most is None else most}}}", limits


def _likeliest(known: Sequence[int], low: int, high: int) -> int:
    return next((limit for limit in known if low <= limit <= high), low)
