"""Programs at random: primitives applied to what there is already, as far as the types fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random

from ...dsl.core.decimals import of_word
from ...dsl.core.expression import Call, Expression, Function, Literal, Variable, bound_variables, call
from ...dsl.core.primitive import Primitive
from ...dsl.core.types import BOOL, DECIMAL, INT, STR, Type
from ...dsl.core.unification import substitute, unify
from ...dsl.language.language import BUILTIN
from ...dsl.program import Program
from ...dsl.text.variables import fresh_variables, parameters_for
from .types import KEYS, draw_type

VOCABULARY = [row for row in BUILTIN.vocabulary.values() if row.family != "real"]
"""Real numbers are those of sequences alone: where a program has them, no number with a point is a decimal."""
ROWS = [row for row in VOCABULARY if not row.takes_function and row.rule is None]
LOOPS = [row for row in VOCABULARY if row.takes_function]
BOUND_NAMES = ("acc", "x", "y", "row", "n", "xs", "step", "loop", "sum", "c")
PATTERNS = (" ", ",", "a", "", "YYYY-MM-DD", "D MMM YYYY", "H:mm", "YYYY-MM-DD H:mm", "[a-z]+", r"\d+", "(.)-(.)")
"""Texts of programs: separators, forms of dates, patterns."""


def drawn_from(seed: int, *, loops: float, parameters: tuple[Variable, ...] = ()) -> Program:
    """A random program, so many parts of which are loops.

    Parameters
    ----------
    parameters
        Those of the program; drawn as well if there are none.
    """
    random = Random(seed)
    parameters = parameters or parameters_for([draw_type(random) for _ in range(random.choice((1, 1, 2, 3)))])
    constants = (
        Literal(random.randint(0, 3), INT),
        Literal(random.choice((True, False)), BOOL),
        Literal(random.choice(PATTERNS), STR),
        Literal(of_word(random.randrange(0, 10**7, 250_000)), DECIMAL),
    )
    pool: list[Expression] = [*random.sample(constants, random.randint(1, 3)), *parameters]
    return Program(parameters, grown(random, pool, parameters, more=random.randint(1, 12), loops=loops, depth=3)[-1])


def grown(
    random: Random, pool: list[Expression], scope: tuple[Variable, ...], *, more: int, loops: float, depth: int
) -> list[Expression]:
    """The expressions and some over them, so many of which are loops, nested so deep at most."""
    pool, most = list(pool), len(pool) + more
    for _ in range(5 * more):
        try:
            if depth > 0 and random.random() < loops:
                part = drawn_loop(random, pool, scope, loops, depth)
            else:
                part = structured(random, pool) if random.random() < 0.1 else applied(random, pool)
        except TypeError:
            continue
        pool.append(part)
        if len(pool) == most:
            break
    return pool


def applied(random: Random, pool: Sequence[Expression]) -> Call:
    """A primitive applied to some of the expressions, the last of them more often.

    Raises
    ------
    TypeError
        If what was drawn does not go together.
    """
    each = random.random() < 0.2
    rows = applicable(frozenset(part.type for part in pool), each)
    if not rows:
        raise TypeError("no primitive applies")
    row = random.choice(rows)
    return call(row, *(_argument(random, pool, row, pattern, each) for pattern in row.parameters), each=each)


def _argument(random: Random, pool: Sequence[Expression], row: Primitive, pattern: Type, each: bool) -> Expression:
    fitting = [part for part in pool if _unifies(pattern, part.type, each or row.elementwise)]
    return random.choice(fitting[-3:] if random.random() < 0.6 else fitting)


@lru_cache(maxsize=1 << 14)
def applicable(types: frozenset[Type], each: bool) -> list[Primitive]:
    """The primitives each of whose arguments could be of one of the types."""
    there = 0
    for type_ in types:
        there |= _served(type_, each)
    return [row for row, needed in _NEEDED.items() if not needed & ~there and not (each and row.lazy)]


@lru_cache(maxsize=1 << 14)
def _served(type_: Type, each: bool) -> int:
    """The kinds of arguments that a value of the type may be, a bit each."""
    return sum(1 << bit for (pattern, lifted), bit in _BITS.items() if _unifies(pattern, type_, each or lifted))


@lru_cache(maxsize=1 << 16)
def _unifies(pattern: Type, type_: Type, lifted: bool) -> bool:
    """Whether a value of the type may be an argument, as it is or, if it is `lifted`, item by item."""
    known = [type_, *([type_.item] if type_.item is not None and lifted else [])]
    return any(unify(pattern, one, {}) is not None for one in known)


_BITS = {
    kind: bit for bit, kind in enumerate(dict.fromkeys((p, row.elementwise) for row in ROWS for p in row.parameters))
}
"""All kinds of arguments: what their types may be, and whether lists of such are mapped over; numbered."""
_NEEDED = {row: sum({1 << _BITS[pattern, row.elementwise] for pattern in row.parameters}) for row in ROWS}
"""The kinds of arguments that a primitive takes, a bit each."""


def structured(random: Random, pool: Sequence[Expression]) -> Call:
    """A part of something structured, or something structured made of some of the expressions.

    Raises
    ------
    TypeError
        If what was drawn does not go together.
    """
    whole, *others = random.choices(pool, k=3)
    keys = [Literal(key, STR) for key in random.sample(KEYS, 2)]
    named = [part for pair in zip(keys, others, strict=False) for part in pair]
    each = whole.type.item is not None
    inner = whole.type.item or whole.type
    if inner.is_record and random.random() < 0.7:
        return call(BUILTIN.vocabulary["field"], whole, Literal(random.choice(inner.keys), STR), each=each)
    if inner.is_tuple and random.random() < 0.7:
        place = Literal(random.randrange(len(inner.parts)), INT)
        return call(BUILTIN.vocabulary["part"], whole, place, each=each)
    name = random.choice(("record", "with_fields", "tuple", "items", "zipped"))
    given = {"record": named, "with_fields": [whole, *named]}.get(name, [whole, *others])
    return call(BUILTIN.vocabulary[name], *given)


def drawn_loop(random: Random, pool: list[Expression], scope: tuple[Variable, ...], loops: float, depth: int) -> Call:
    """A loop over something of the pool; its functions know some of the pool, and may contain a loop.

    Raises
    ------
    TypeError
        If what was drawn does not go together.
    """
    row = random.choice(LOOPS)
    bound: dict[str, Type] = {}
    arguments: dict[int, Expression] = {}
    for position, pattern in _functions_last(row):
        if pattern.result is None:
            fitting = [part for part in pool if unify(pattern, part.type, bound) is not None]
            chosen: Expression = _one_of(random, fitting)
        else:
            types = [substituted(one, bound) for one in pattern.parameters]
            chosen = _function(random, pool, scope, types, pattern.result, bound, loops, depth)
        extended = unify(pattern, chosen.type, bound)
        if extended is None:
            raise TypeError("no such argument")
        bound = extended
        arguments[position] = chosen
    return call(row, *(arguments[position] for position in range(row.arity)))


def _functions_last(row: Primitive) -> Iterator[tuple[int, Type]]:
    yield from sorted(enumerate(row.parameters), key=lambda place: place[1].is_function)


def _one_of(random: Random, fitting: Sequence[Expression]) -> Expression:
    if not fitting:
        raise TypeError("nothing of the type")
    return random.choice(fitting)


def substituted(pattern: Type, bound: dict[str, Type]) -> Type:
    """The type with all its variables replaced.

    Raises
    ------
    TypeError
        If one of them is not known.
    """
    try:
        return substitute(pattern, bound)
    except KeyError:
        raise TypeError("a variable that is not known") from None


def _function(
    random: Random,
    pool: list[Expression],
    scope: tuple[Variable, ...],
    types: list[Type],
    result: Type,
    bound: dict[str, Type],
    loops: float,
    depth: int,
) -> Function:
    """A function of values of these types, whose result is of a type."""
    known = random.sample(pool, min(4, len(pool)))
    taken = frozenset(scope).union(*map(bound_variables, known))
    variables = fresh_variables([(random.choice(BOUND_NAMES), type_) for type_ in types], scope=taken)
    inner = grown(random, [*known, *variables], (*scope, *variables), more=5, loops=loops / 10, depth=depth - 1)
    bodies = [part for part in inner if unify(result, part.type, bound) is not None]
    if not bodies:
        raise TypeError("no step")
    return Function(variables, bodies[-1])
