"""Programs at random: primitives applied to what there is already, as far as the types fit."""

from __future__ import annotations

from random import Random

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable, bound_variables, call
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...dsl.language.language import BUILTIN
from ...dsl.program import Program
from ...dsl.text.variables import fresh_variables, parameters_for

SIGNATURES: list[tuple[Type, ...]] = [
    (list_of(INT),),
    (list_of(INT), INT),
    (list_of(list_of(INT)),),
    (STR,),
    (list_of(STR), INT),
    (list_of(BOOL), list_of(INT)),
]
ROWS = [row for row in BUILTIN.searched.values() if not row.takes_function]
LOOPS = [row for row in BUILTIN.searched.values() if row.takes_function]
BOUND_NAMES = ("acc", "x", "y", "row", "n", "xs", "step", "loop", "sum", "c")


def drawn_from(seed: int, *, loops: float) -> Program:
    """A random program: primitives applied to what there is already, as far as the types fit; some parts are loops."""
    random = Random(seed)
    parameters = parameters_for(random.choice(SIGNATURES))
    pool: list[Expression] = [
        *parameters,
        Literal(random.randint(0, 3), INT),
        Literal(True, BOOL),
        Literal(" ", STR),
    ]
    return Program(parameters, grown(random, pool, parameters, more=17 - len(pool), loops=loops, depth=3)[-1])


def grown(
    random: Random, pool: list[Expression], scope: tuple[Variable, ...], *, more: int, loops: float, depth: int
) -> list[Expression]:
    """The expressions and some over them, so many of which are loops, nested so deep at most."""
    pool, most = list(pool), len(pool) + more
    for _ in range(5 * more):
        row = random.choice(ROWS)
        arguments = [random.choice(pool[-6:] if random.random() < 0.6 else pool) for _ in range(row.arity)]
        try:
            looping = depth > 0 and random.random() < loops
            each = random.random() < 0.2
            part = drawn_loop(random, pool, scope, loops, depth) if looping else call(row, *arguments, each=each)
        except TypeError:
            continue
        pool.append(part)
        if len(pool) == most:
            break
    return pool


def drawn_loop(random: Random, pool: list[Expression], scope: tuple[Variable, ...], loops: float, depth: int) -> Call:
    """A loop over something of the pool; its step knows some of the pool, and may contain a loop."""
    row = random.choice(LOOPS)
    counted = row.parameters[0] == INT
    over = [part for part in pool if (part.type == INT if counted else part.type.is_list)]
    if not over:
        raise TypeError("nothing to loop over")
    given = random.choice(over)
    start = [] if row.arity == 2 else [random.choice(pool)]
    types = [part.type for part in start] + ([] if given.type.item is None else [given.type.item])
    known = random.sample(pool, min(4, len(pool)))
    taken = frozenset(scope).union(*map(bound_variables, known))
    variables = fresh_variables([(random.choice(BOUND_NAMES), type_) for type_ in types], scope=taken)
    inner = grown(random, [*known, *variables], (*scope, *variables), more=5, loops=loops / 10, depth=depth - 1)
    result = BOOL if row.name == "filter" else start[0].type if start else None
    bodies = [part for part in inner if result in (None, part.type)]
    if not bodies:
        raise TypeError("no step")
    return call(row, given, *start, Function(variables, bodies[-1]))
