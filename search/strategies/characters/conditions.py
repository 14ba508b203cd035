"""What may be asked of a character: its class, its place, whether it comes again, whether it is in another text."""

from __future__ import annotations

from collections.abc import Iterator

from ....dsl.core.expression import Expression
from ....dsl.core.types import INT, STR
from ...cost.literals import CONSONANTS, VOWELS
from ...readings.scene.applying import applied
from .positions import Places

LEAST_CYCLE, MOST_CYCLE = 3, 4
"""Positions are told apart by what is left of them when divided by so many."""


def classes(c: Expression) -> Iterator[Expression]:
    """Whether a character is of a class."""
    yield applied("has", VOWELS, c)
    yield applied("has", VOWELS + VOWELS.upper(), c)
    yield applied("has", CONSONANTS, c)
    yield applied("is_alphabetic", c)
    yield applied("is_uppercase", c)
    yield applied("is_lowercase", c)
    yield applied("is_numeric", c)
    yield applied("is_blank", c)
    yield applied("is_alphanumeric", c)
    vowel = applied("has", VOWELS + VOWELS.upper(), c)
    yield applied("and", applied("is_alphabetic", c), applied("not", vowel))


def conditions(places: Places) -> Iterator[Expression]:
    """Whatever may be asked of a character at its place, with no constant that is read off the examples."""
    c = places.character
    yield from classes(c)
    yield from _parities(places)
    yield from _repetitions(places)
    yield from _positions(places)
    for parameter in places.parameters:
        if parameter == places.source:
            continue
        if parameter.type == STR:
            yield applied("has", parameter, c)
            yield applied("has", applied("lower", parameter), applied("lower", c))
        if parameter.type == INT:
            i = places.position
            yield from (applied(name, i, parameter) for name in ("lt", "eq", "divisible"))
            yield applied("divisible", applied("add", i, 1), parameter)


def _parities(places: Places) -> Iterator[Expression]:
    c = places.character
    for number in ("to_number", "letter_number", "code_of"):
        yield applied("is_even", applied(number, c))
    yield applied("is_even", applied("count_text", places.source, c))


def _repetitions(places: Places) -> Iterator[Expression]:
    """Whether a character comes again in its text: anywhere, before, after, or beside itself."""
    c, i, source = places.character, places.position, places.source
    yield applied("lt", 1, applied("count_text", source, c))
    yield applied("lt", 1, applied("count_text", applied("lower", source), applied("lower", c)))
    before, after = applied("take", source, i), applied("drop", source, applied("add", i, 1))
    yield applied("has", before, c)
    yield applied("has", after, c)
    yield applied("has", applied("lower", before), applied("lower", c))
    follows, precedes = applied("ends_with", before, c), applied("starts_with", after, c)
    yield from (follows, precedes, applied("is_beside_equal", source, i))


def _positions(places: Places) -> Iterator[Expression]:
    i, source = places.position, places.source
    yield applied("is_even", i)
    first, last = applied("eq", i, 0), applied("eq", i, applied("sub", applied("len", source), 1))
    yield from (first, last, applied("or", first, last))
    yield applied("or", first, applied("ends_with", applied("take", source, i), " "))
    yield applied("lt", i, applied("div", applied("len", source), 2))
    for cycle in range(LEAST_CYCLE, MOST_CYCLE + 1):
        yield applied("divisible", i, cycle)
        yield applied("divisible", applied("add", i, 1), cycle)
