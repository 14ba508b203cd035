"""Readings: what the values of a task can be read as, computed before the enumeration starts from it.

A text can be a number, a date, or pieces of some form, and which form that is the examples show. So forms are not
enumerated. Readers look at the examples, make expressions over the parameters, and keep those that are defined
wherever they have to be; the enumeration and the strategies take them for terminals (Cambronero et al.,
"FlashFill++: scaling programming by example by cutting to the chase", POPL 2023, section 4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import chain
from weakref import WeakKeyDictionary

from ..task.problem import Problem
from .dates.dates import read_dates, read_spans
from .numbers.bases import read_bases
from .numbers.formulas import formulas
from .numbers.measures import read_measures
from .numbers.notations import write_notations
from .numbers.ordinals import ordinals
from .numbers.quantities import read_numbers
from .numbers.units import units
from .numbers.writing import write_numbers
from .orders.counts import counts
from .orders.orders import groups, sorted_lists
from .predicates.notions import averages, idle_notions, notions
from .predicates.subjects import listed_arguments
from .scene.scene import Reading, ReadingEnds, Scene
from .texts.brackets import brackets, without_brackets
from .texts.conditions import conditions
from .texts.edits import counted_runs, edited_pieces, natural_order, squeezed_runs
from .texts.headlines import headlines
from .texts.layout import listed_words, wrapped_texts
from .texts.letters import sorted_letters
from .texts.locating import pieces_in_place
from .texts.names import leading_consonants, restyled_names
from .texts.pieces import optional_ends, pieces, without_marks
from .texts.records import cut_at_marks, fields_between, fixed_columns, quoted_fields, values_by_key
from .texts.respelling import respelled_pieces
from .texts.rewording import reworded_texts
from .texts.shortening import shortened_texts
from .texts.templates import hidden, poured

Reader = Callable[[Scene], Iterable[Reading]]
"""Reads more from what was read before."""

READERS: tuple[Reader, ...] = (
    listed_arguments,
    averages,
    notions,
    brackets,
    conditions,
    idle_notions,
    read_numbers,
    read_measures,
    read_spans,
    write_notations,
    read_bases,
    formulas,
    units,
    write_numbers,
    read_dates,
    ordinals,
    edited_pieces,
    poured,
    hidden,
    counted_runs,
    squeezed_runs,
    natural_order,
    sorted_letters,
    wrapped_texts,
    shortened_texts,
    headlines,
    listed_words,
    sorted_lists,
    groups,
    counts,
    restyled_names,
    leading_consonants,
    optional_ends,
    without_brackets,
    quoted_fields,
    fixed_columns,
    fields_between,
    cut_at_marks,
    values_by_key,
    without_marks,
    pieces,
    pieces_in_place,
    respelled_pieces,
    reworded_texts,
)
"""They read in this order; the later ones see what the earlier ones have read."""

MOST_WORK = 4_000_000
"""How many items and characters of the inputs all readings together are made of at most."""

_KNOWN: WeakKeyDictionary[Problem, tuple[Reading, ...]] = WeakKeyDictionary()


def readings_of(problem: Problem, is_over: Callable[[], bool] = lambda: False) -> tuple[Reading, ...]:
    """What the values of a problem can be read as, beside the parameters themselves.

    They are read once, and the problem learns what they cost (`Problem.extras`).

    Parameters
    ----------
    is_over
        Whether there is no time left: nothing more is read then, nor when there was a great deal to read.
    """
    if problem not in _KNOWN:
        _KNOWN[problem] = _read(Scene(problem, is_over=lambda work: work > MOST_WORK or is_over()))
        for reading in _KNOWN[problem]:
            problem.extras.setdefault(reading.body, reading.extra)
    return _KNOWN[problem]


def _read(scene: Scene) -> tuple[Reading, ...]:
    given = len(scene.readings)
    with suppress(ReadingEnds):
        for reading in chain.from_iterable(reader(scene) for reader in READERS):
            scene.add(reading)
            if scene.is_full:
                break
    return tuple(scene.readings[given:])
