"""What people say of an item in one breath: of a character, a word, a row, two values, a place, and of the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ....dsl.core.expression import Call, Expression, Function, Variable, free_variables
from ....dsl.core.types import INT, STR
from ....dsl.text.variables import fresh_variables
from ...cost.literals import VOWELS
from ...readings.scene.applying import applied, over_rows
from ...task.problem import Problem
from ..characters.conditions import classes

PLACES = ("pairs_of", "combinations_of")
"""What is made of positions."""
PLACE_COST, AROUND_COST, COMPARED_COST = 2, 3, 5
"""What it costs a bank to say which item is at a position, which are before or behind it, and how they compare."""


def about_character(character: Expression) -> Iterator[Expression]:
    """The class of a character, and its number."""
    yield from classes(character)
    yield applied("letter_number", character)
    yield applied("code_of", character)


def about_word(word: Expression) -> Iterator[Expression]:
    """What a word begins with, and what all of it is."""
    first = applied("take", word, 1)
    yield applied("has", VOWELS, applied("lower", first))
    yield from (applied(name, first) for name in ("is_uppercase", "is_lowercase", "is_numeric"))
    yield from (applied(name, word) for name in ("is_uppercase", "is_alphabetic", "is_numeric"))
    yield applied("same", word, applied("reverse", word))
    yield applied("same", first, applied("take_last", word, 1))
    yield applied("len", applied("unique", applied("chars", word)))
    yield applied("all_different", word)
    yield applied("count_where", applied("chars", word), _is_vowel(word))
    yield applied("glue", applied("sort", applied("chars", word)))


def _is_vowel(word: Expression) -> Function:
    """A function of a character, whose name the word does not have."""
    (character,) = fresh_variables([("c", STR)], scope=free_variables(word))
    return Function((character,), applied("has", VOWELS, character))


def about_words_in(text: Expression, words: Iterable[str]) -> Iterator[Expression]:
    """Whether a text is one of some words, or begins with it, or has it somewhere."""
    for word in words:
        yield from (applied(name, text, word) for name in ("same", "starts_with", "has"))


def about_row(row: Expression) -> Iterator[Expression]:
    """How far its items are apart, whether they are different, and whether they read the same backward."""
    assert row.type.item is not None
    if row.type.item == INT:
        yield applied("sub", applied("max", row), applied("min", row))
        yield applied("product", row)
    yield applied("all_different", row)
    yield applied("same", row, applied("reverse", row))
    yield applied("is_sorted", row)


def about_two(one: Expression, other: Expression) -> Iterator[Expression]:
    """How two numbers or two texts compare."""
    if one.type == INT:
        yield applied("abs", applied("sub", one, other))
        yield applied("eq", applied("mod", one, 2), applied("mod", other, 2))
    if one.type == STR:
        first, last = applied("take", other, 1), applied("take_last", one, 1)
        yield applied("same", applied("take", one, 1), first)
        yield applied("same", last, first)
        yield applied("same", one, other)
        yield applied("same", one, applied("reverse", other))
        yield applied("is_disjoint", one, other)
        yield applied("is_permutation", one, other)
        lengths = applied("len", one), applied("len", other)
        yield applied("eq", *lengths)
        yield applied("abs", applied("sub", *lengths))
        yield applied("mul", *lengths)
        yield applied("comes_before", one, other)
        yield applied("len", applied("intersection", *(applied("unique", applied("chars", x)) for x in (one, other))))


def distances(source: Expression, variable: Variable, parameters: Iterable[Expression]) -> Iterator[Expression]:
    """How far it is from each position to the nearest item that is a parameter."""
    if not isinstance(source, Call) or source.primitive.name != "enumerated":
        return
    (rows,) = source.arguments
    for one in parameters:
        if one.type == rows.type.item and one.type in (INT, STR):
            is_one = applied("eq", rows, one) if one.type == INT else over_rows("same", rows, one)
            away = applied("sub", applied("true_indices", is_one), applied("part", variable, 0))
            yield applied("min", applied("abs", away))


def at_places(source: Expression, views: Iterable[Expression]) -> Iterator[tuple[int, Expression]]:
    """The items at positions, where a source is made of these."""
    if not isinstance(source, Call) or source.primitive.name not in PLACES:
        return
    places = source.arguments[0]
    if isinstance(places, Call) and places.primitive.name == "indices" and places.arguments[0].type.is_list:
        yield from ((PLACE_COST, applied("at", places.arguments[0], view)) for view in views if view.type == INT)


def around_places(source: Expression, variable: Variable) -> Iterator[tuple[int, Expression]]:
    """The items before and behind each item, where a source has their positions, and how they compare with it."""
    if not isinstance(source, Call) or source.primitive.name != "enumerated":
        return
    (rows,), place, item = source.arguments, applied("part", variable, 0), applied("part", variable, 1)
    if rows.type.item not in (INT, STR):
        return
    for around in (applied("take", rows, place), applied("drop", rows, applied("add", place, 1))):
        yield AROUND_COST, around
        yield COMPARED_COST, applied("contains", around, item)
        yield COMPARED_COST, applied("count_of", around, item)
        if rows.type.item == INT:
            yield from ((COMPARED_COST, body) for body in _compared(around, item, variable))


def _compared(around: Expression, item: Expression, variable: Variable) -> Iterator[Expression]:
    """How many numbers are smaller and larger than an item, and the first of these."""
    (other,) = fresh_variables([("y", INT)], scope={*free_variables(around), variable})
    for above in (applied("lt", around, item), applied("lt", item, around)):
        yield applied("count", above)
    for above in (applied("lt", item, other), applied("lt", other, item)):
        yield applied("first_where", around, Function((other,), above), -1)


def questions(variable: Variable, source: Expression, problem: Problem) -> Iterator[tuple[int, Expression]]:
    """How long the lists among the parameters are, what is largest in them, and how often an item is in them."""
    for parameter in problem.parameters:
        type_ = parameter.type
        if type_.is_list and type_.item in (INT, STR):
            yield 4, applied("len", parameter)
            if type_.item == INT:
                for name in ("max", "min", "sum"):
                    yield 4, applied(name, parameter)
            if type_.item == variable.type:
                yield 5, applied("count_of", parameter, variable)
                if parameter is not source:
                    yield 5, applied("contains", parameter, variable)


def occurrences(text: Expression, problem: Problem) -> Iterator[tuple[int, Expression]]:
    """How often a text occurs in a parameter, and whether it does."""
    for parameter in problem.parameters:
        if parameter.type == STR:
            yield 5, applied("count_text", parameter, text)
            yield 4, applied("has", parameter, text)
