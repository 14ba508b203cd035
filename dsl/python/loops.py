"""Loops with a step of their own: statements that leave the value in a variable."""

from __future__ import annotations

import ast
from collections.abc import Container, Mapping
from typing import Protocol

from ..core.expression import Call, Expression, Function, free_variables
from ..text.variables import names_for
from .blocks import (
    IGNORED,
    Step,
    at_most_one,
    best_loop,
    block_loop,
    counted,
    group_loop,
    is_mark,
    listed,
    loop,
    pair_loop,
    repeated,
    while_loop,
    while_new,
)
from .naming import UnusedNames, item_names_of, parameter_names
from .tree import copy_of, is_simple

OVER_ITEMS = frozenset({"fold", "scan", "states"})
COUNTED = frozenset({"iterate", "unfold"})
WITH_CONDITION = frozenset({"repeat_while", "steps_while", "trail_while"})
UNTIL_SEEN = frozenset({"orbit"})
PAIRWISE = frozenset({"recursion"})
GROUPING = frozenset({"by_key"})
EDITING = frozenset({"edit_blocks", "fill_blocks"})
LOOPS = OVER_ITEMS | COUNTED | WITH_CONDITION | UNTIL_SEEN | PAIRWISE | GROUPING | EDITING
"""Primitives that are written as loops."""

LISTED_BEFORE = "init"
"""Of all values of a loop with a condition but the last: each is listed before the step."""

BEST = {"max": "best", "min": "least"}
"""What is called that of all values of a loop which these choose."""


class Parts(Protocol):
    """What is asked of the writer: the parts of a loop as Python."""

    unused: UnusedNames

    @property
    def vocabulary(self) -> Container[str]: ...

    def plain(self, expression: Expression) -> ast.expr: ...
    def named(self, expression: Expression, value: ast.expr) -> ast.expr: ...
    def step_of(self, function: Expression) -> Step: ...
    def inlined(self, function: Function, names: Mapping[Expression, str], rows: Expression) -> ast.expr: ...
    def body_of(self, function: Function, names: Mapping[Expression, str | ast.expr]) -> list[ast.stmt]: ...


Written = tuple[str, list[ast.stmt]]
"""The name that has the value in the end, and the statements that give it this value."""


def is_loop(call: Call, shared: Container[Expression]) -> bool:
    """Whether a call is written as a loop: one itself, or the best of all values of one that nothing else needs."""
    if call.primitive.name in LOOPS:
        return True
    return (_chosen_from(call) or _all_but_last_of(call)) is not None and call.arguments[0] not in shared


def loop_of_call(call: Call, parts: Parts) -> Written:
    """The statements of such a call."""
    inner, name = _chosen_from(call), call.primitive.name
    if inner is not None:
        over, start, step = _over_items(inner, parts)
        best = parts.unused.first_of((BEST[name],))
        return best, best_loop(step, start, over, best=best, choose=name)
    if (repeated := _all_but_last_of(call)) is not None:
        return _repeated(repeated, parts, is_last_listed=False)
    if name in OVER_ITEMS:
        return _listing(call, parts)
    if name in WITH_CONDITION:
        return _repeated(call, parts)
    if name in UNTIL_SEEN:
        given, function = call.arguments
        start, step = parts.plain(given), parts.step_of(function)
        seen = parts.unused.first_of(("seen", "passed"))
        return seen, while_new(step, start, seen)
    if name in GROUPING:
        return _grouping(call, parts)
    if name in EDITING:
        return _editing(call, parts)
    return _pairwise(call, parts) if name in PAIRWISE else _counted(call, parts)


def _chosen_from(call: Call) -> Call | None:
    """The loop of whose values a call chooses one, if it does."""
    match call.arguments:
        case [Call(primitive) as inner] if primitive.name == "states" and call.primitive.name in BEST and not call.each:
            return inner
    return None


def _all_but_last_of(call: Call) -> Call | None:
    """The loop of whose values a call takes all but the last, if it does."""
    match call.arguments:
        case [Call(primitive) as inner] if primitive.name == "trail_while" and call.primitive.name == LISTED_BEFORE:
            return None if call.each else inner
    return None


def _over_items(call: Call, parts: Parts) -> tuple[ast.expr, ast.expr, Step]:
    """What a loop runs over, its start and its step."""
    given, start, function = call.arguments
    over, first = parts.plain(given), parts.plain(start)
    return _iterated(over), first, parts.step_of(function)


def _iterated(over: ast.expr) -> ast.expr:
    """What a statement runs over: it needs no list of the characters of a text."""
    match over:
        case ast.Call(func=ast.Name(id="list"), args=[inner], keywords=[]):
            return inner
    return over


def _listing(call: Call, parts: Parts) -> Written:
    over, start, step = _over_items(call, parts)
    if call.primitive.name == "fold":
        return step.value, loop(step, start, over, collected=None)
    result = parts.unused.first_of(names_for(call.type))
    begin = listed(step.value) if call.primitive.name == "states" else ast.List([], ast.Load())
    return result, loop(step, start, over, collected=(result, begin))


def _counted(call: Call, parts: Parts) -> Written:
    given, start, function = call.arguments
    over, first = parts.plain(given), parts.plain(start)
    if call.primitive.name == "iterate":
        step = parts.step_of(function)
        return step.value, loop(step, first, counted(over), collected=None)
    if not is_simple(over):
        over = parts.named(given, over)
    step = parts.step_of(function)
    result = parts.unused.first_of(names_for(call.type))
    collected = (result, at_most_one(step.value, over))
    return result, loop(step, first, counted(copy_of(over), less=1), collected=collected)


def _repeated(call: Call, parts: Parts, *, is_last_listed: bool = True) -> Written:
    """A loop that goes on while a condition holds."""
    given, condition, function = call.arguments
    assert isinstance(condition, Function)
    start, step = parts.plain(given), parts.step_of(function)
    test = parts.inlined(condition, {condition.parameters[0]: step.value}, given)
    match call.primitive.name:
        case "steps_while":
            result = parts.unused.first_of(("steps", "count"))
            return result, while_loop(step, start, test, counter=result)
        case "trail_while":
            result = parts.unused.first_of(names_for(call.type))
            return result, while_loop(step, start, test, collected=result, is_last_collected=is_last_listed)
    return step.value, while_loop(step, start, test)


def _grouping(call: Call, parts: Parts) -> Written:
    """A loop over keys and values that puts each value into the list of its key."""
    rows = parts.plain(call.arguments[0])
    groups, key, value = (parts.unused.first_of((name,)) for name in ("groups", "key", "value"))
    return groups, group_loop(groups, (key, value), rows)


def _editing(call: Call, parts: Parts) -> Written:
    """A loop over the blocks and gaps of a list that makes something of each block."""
    given, separator, function = call.arguments
    assert isinstance(function, Function)
    rows, mark = parts.plain(given), parts.plain(separator)
    if not is_simple(mark):
        mark = parts.named(separator, mark)
    wanted = (item_names_of(rows, call.type), ("is_gap",), ("run",))
    item, gap, run = (parts.unused.first_of(names) for names in wanted)
    (parameter,) = function.parameters
    block = parts.unused.first_of(parameter_names(parameter, parts.vocabulary))
    edited = parts.inlined(function, {parameter: block}, given)
    if call.primitive.name == "fill_blocks":
        edited = repeated(edited, block)
    parts.unused.give_back(item)  # It is known within a lambda expression alone.
    result = parts.unused.first_of(("result",))
    return result, block_loop(result, (gap, run, block), rows, is_mark(item, mark), edited)


def _pairwise(call: Call, parts: Parts) -> Written:
    """A recursion on the last two values as a loop that moves on both."""
    n, first, second, function = call.arguments
    assert isinstance(function, Function)
    *values, number = function.parameters
    used = number in free_variables(function.body)
    names: dict[Expression, str] = {
        value: parts.unused.first_of(parameter_names(value, parts.vocabulary)) for value in values
    }
    names[number] = parts.unused.first_of(parameter_names(number, parts.vocabulary)) if used else IGNORED
    starts, times = [parts.plain(first), parts.plain(second)], parts.plain(n)
    one, other = (names[value] for value in values)
    return one, pair_loop((one, other), names[number], starts, times, parts.body_of(function, names))
