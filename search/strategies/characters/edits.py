"""What a character may become, and the constants of that, which the examples give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_lowercase, digits

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.types import INT, STR
from ...readings.scene.applying import applied
from .positions import Places

MOST_SHIFTS = 3
"""How many shifts are tried, the most frequent ones."""
LEAST_LETTERS = 4
"""How many different letters must show a map of the alphabet that is neither a shift nor a mirror."""


def plain_edits(places: Places) -> Iterator[Expression]:
    """What a character may become by itself, and by its place: no constant of these is read off the outputs."""
    c, i, source = places.character, places.position, places.source
    yield c
    yield from (applied(name, c) for name in ("upper", "lower", "swapcase"))
    yield applied("mirror_letters", c)
    yield from (applied("replicate", c, count) for count in (2, 3))
    yield from (applied("replicate", c, count) for count in (i, applied("add", i, 1), applied("to_number", c)))
    yield applied("capitalize", applied("replicate", c, applied("add", i, 1)))
    yield from map(_written, _numbers(places))
    code = applied("code_of", c)
    yield from (applied("in_base", code, base) for base in (2, 16))
    yield applied("zero_filled", applied("in_base", code, 2), 8)
    yield from (applied("shift_letters", c, step) for step in (i, applied("add", i, 1), applied("neg", i)))
    for parameter in places.parameters:
        if parameter.type == INT:
            yield from (applied("shift_letters", c, step) for step in (parameter, applied("neg", parameter)))
            yield applied("replicate", c, parameter)
        if parameter.type == STR and parameter != source:
            yield parameter
            yield applied("char_at", parameter, i)
            keyed = applied("char_at", parameter, applied("mod", i, applied("len", parameter)))
            yield keyed
            yield applied("shift_letters", c, applied("sub", applied("letter_number", keyed), 1))
            yield applied("shift_letters", c, applied("sub", 1, applied("letter_number", keyed)))
    yield applied("char_at", source, applied("add", i, 1))
    for name in ("spelling_word", "morse"):
        word = applied(name, c)
        yield from (word, applied("lower", word), applied("upper", word))


def _numbers(places: Places) -> Iterator[Expression]:
    """Numbers that people give to characters."""
    c, i, source = places.character, places.position, places.source
    yield from (applied("letter_number", c), applied("sub", applied("letter_number", c), 1), applied("code_of", c))
    yield from (applied("add", i, 1), i)
    yield applied("count_text", source, c)
    yield applied("count_text", applied("take", source, i), c)
    yield applied("count_text", applied("take", source, applied("add", i, 1)), c)
    yield applied("sub", 9, applied("to_number", c))


def _written(number: Expression) -> Expression:
    return applied("to_text", number)


def solved_edits(places: Places, wanted: Sequence[str]) -> Iterator[Expression]:
    """What characters may become by a constant that the pieces wanted give: shifts, and maps of the alphabet."""
    c = places.character
    pairs = [(one, other) for one, other in zip(places.characters, wanted, strict=True) if len(other) == 1]
    numbered = [(_number(one), _number(other)) for one, other in pairs]
    letters = [(one, other) for one, other in numbered if one is not None and other is not None]
    shifts = Counter((other - one) % 26 for one, other in letters if one != other)
    for shift, _ in shifts.most_common(MOST_SHIFTS):
        yield applied("shift_letters", c, shift if shift <= 13 else shift - 26)
    if len(shifts) > 1 and (found := _affine(set(letters))) is not None:
        yield applied("map_letters", c, *found)
    turns = Counter(
        (int(other) - int(one)) % 10 for one, other in pairs if one in digits and other in digits and one != other
    )
    for turn, _ in turns.most_common(MOST_SHIFTS):
        yield _written(applied("mod", applied("add", applied("to_number", c), turn), 10))
    steps = Counter(ord(other) - ord(one) for one, other in pairs if one != other)
    for step, count in steps.most_common(1):
        if count > 1:
            yield applied("character_of", applied("add", applied("code_of", c), step))


def _number(letter: str) -> int | None:
    place = ascii_lowercase.find(letter.lower())
    return place if place >= 0 and letter.isascii() else None


def _affine(pairs: set[tuple[int, int]]) -> tuple[int, int] | None:
    """How many times the number of a letter, and what is added, mod 26, if most letters show it."""
    if len({one for one, _ in pairs}) < LEAST_LETTERS:
        return None
    ways = ((m, n) for m in (-1, *range(3, 26, 2)) if m != 13 for n in range(26))
    best = max(ways, key=lambda way: sum((way[0] * one + way[1]) % 26 == other for one, other in pairs))
    right = sum((best[0] * one + best[1]) % 26 == other for one, other in pairs)
    return best if right >= max(LEAST_LETTERS, len(pairs) // 2) and best != (-1, 25) else None


def fitted(places: Places, wanted: Sequence[str], chosen: Sequence[int]) -> Iterator[Expression]:
    """What always stands at these places: a constant, or the character with constants around it."""
    pieces = {wanted[number] for number in chosen}
    if len(pieces) <= 1:
        yield from (Literal(piece, STR) for piece in pieces)
        return
    c = places.character
    for edit in (c, applied("upper", c), applied("lower", c)):
        values = places.values(edit)
        yield from _with_affixes(edit, [(values[number], wanted[number]) for number in chosen])


def _with_affixes(edit: Expression, pairs: Sequence[tuple[str, str]]) -> Iterator[Expression]:
    """The edit with a constant before it or after it, or between it and itself, that makes the first the second."""
    first, after = pairs[0]
    if not isinstance(first, str) or not first:
        return
    if first in after and first != after:
        before, _, behind = after.partition(first)
        if all(isinstance(one, str) and f"{before}{one}{behind}" == other for one, other in pairs):
            body = edit if not before else applied("concat", before, edit)
            yield body if not behind else applied("concat", body, behind)
    if after.startswith(first) and after.endswith(first) and len(after) > 2 * len(first):
        middle = after[len(first) : -len(first)]
        if all(isinstance(one, str) and f"{one}{middle}{one}" == other for one, other in pairs):
            yield applied("concat", edit, applied("concat", middle, edit))
