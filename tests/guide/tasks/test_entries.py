"""Entries of a bank as programs: the same programs, their parts, and their surprise."""

from __future__ import annotations

from random import Random

import pytest

from induce.dsl.core.expression import Call, walk
from induce.dsl.core.types import INT, list_of
from induce.guide.programs.grammar import WHOLE, of_the_corpus
from induce.guide.runtime.productions import name_of
from induce.guide.tasks.entries import Entries
from induce.guide.tasks.worlds import World, builder_of, draw_world
from induce.search.cost.prior import DefaultPrior

INTS = list_of(INT)
ROWS = [([3, 1, 2],), ([5, 5],), ([0, 7, 7, 1],)]


@pytest.fixture(scope="module")
def entries() -> Entries:
    builder = builder_of(ROWS, (INTS, INT), DefaultPrior())
    builder.grow(3000)
    found = Entries(builder)
    for entry in found.drawn(INTS, 60, Random(1)):
        assert found.program(entry) == builder.expression(entry)
    return found


def test_what_is_drawn_has_the_type_and_there_are_dear_ones(entries: Entries) -> None:
    drawn = entries.drawn(INTS, 200, Random(2))
    assert 40 < len(drawn) == len({*drawn})
    assert {entries.program(entry).type for entry in drawn} == {INTS}
    assert entries.drawn(list_of(list_of(list_of(INT))), 5, Random(2)) == []


def test_pieces_are_the_arguments_that_were_made_and_parts_all_of_them(entries: Entries) -> None:
    for entry in entries.drawn(INTS, 60, Random(3)):
        program = entries.program(entry)
        assert isinstance(program, Call) or not entries.pieces(entry)
        parts = [part for piece in entries.pieces(entry) for part in piece.parts()]
        made = [one for one in walk(program) if isinstance(one, Call) and one is not program]
        assert sorted(map(str, made)) == sorted(str(entries.program(part.entry)) for part in parts)
        assert all(part.value(0) == entries.values(part.entry, part.type)[0] for part in parts)


def test_the_surprise_is_that_of_the_program_for_each_node(entries: Entries) -> None:
    grammar = of_the_corpus()
    for entry in entries.drawn(INTS, 60, Random(4)):
        program = entries.program(entry)
        inside, nodes = grammar.inner(program)
        mean = (grammar.bits(WHOLE, name_of(program)) + inside) / (1 + nodes)
        assert entries.surprise(entry) == pytest.approx(mean)


def test_some_worlds_start_from_the_parts_of_a_program_that_people_want() -> None:
    worlds = [world for number in range(8) if (world := draw_world(3, Random(number)))]
    assert {_starts_from_programs(world) for world in worlds} == {True, False}


def _starts_from_programs(world: World) -> bool:
    return any(isinstance(terminal, Call) for terminal in world.filled.bank.terminals.values())
