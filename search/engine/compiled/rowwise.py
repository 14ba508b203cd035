"""What an argument must be, as its primitive is applied: at once or row by row; compiled, as `loops` says."""

from __future__ import annotations

from .encoding import ARGUMENT, BITS, EACH, MODE, PLAIN, RESULT, ROWS, SINGLE
from .intrinsics import invoke
from .lifting import apply_boxed, compare_slices, first_row, row_length, rows_of

FREE = -2
"""The length of an argument of which a goal says nothing."""


def is_too_short(bits, single, n_goal, n_known):
    """Whether a goal cannot come of a known list: lists meet at the shorter, a scalar goes along with all of a list."""
    return bits & 2 != 0 and (n_known < n_goal or (single == 1 and n_known != n_goal))


def deduced_of_rows(kernel, witnesses, row, mem, a, n_a, b, n_b, out, cap):
    """Write at `out` what gives the goal at `a` beside the argument at `b`; its length, -1 for nothing, or FREE.

    The primitive is mapped over rows, or takes them for items.
    """
    if witnesses[row, MODE] == EACH:
        return deduced_by_rows(kernel, witnesses, row, mem, a, n_a, b, n_b, out, cap)
    return apply_boxed(kernel, witnesses, row, mem, a, n_a, b, n_b, b, n_b, out, cap)


def collapse(mem, place, n):
    """Whether a deduced list is one item over and over, as a scalar that is broadcast must be; FREE for no items."""
    for w in range(1, n):
        if mem[place + w] != mem[place]:
            return -1
    return 1 if n > 0 else FREE


def deduced_by_rows(kernel, witnesses, row, mem, a, n_a, b, n_b, out, cap):
    """The same for a primitive that is mapped: what it has for each row of the goal, or has for all of them."""
    bits, single = witnesses[row, BITS], witnesses[row, SINGLE]
    type_a, type_b, type_id = witnesses[row, ARGUMENT], witnesses[row, ARGUMENT + 1], witnesses[row, RESULT]
    count = rows_of(type_a, mem, a, n_a)
    if type_b != PLAIN:
        others = rows_of(type_b, mem, b, n_b)
        if others < count or (type_id == PLAIN and others != count):
            return -1
    used = 1 + count if type_id == ROWS else 0
    if used > cap:
        return -1
    held = FREE
    at_a, at_b = first_row(type_a, mem, a), first_row(type_b, mem, b)
    for i in range(count):
        l_a, l_b = row_length(type_a, mem, a, n_a, i), row_length(type_b, mem, b, n_b, i)
        n = -1
        if not is_too_short(bits, single, l_a, l_b):
            n = invoke(kernel, bits, mem, at_a, l_a, at_b, l_b, at_b, l_b, out + used, cap - used)
        if n >= 0 and single == 1:
            n = collapse(mem, out + used, n)
        if n == -1 or (n == FREE and type_id != PLAIN):
            return -1
        if type_id == PLAIN and held >= 0:
            if n != FREE and compare_slices(mem, out, held, out + held, n) != 0:
                return -1
        elif n >= 0:
            held = n
            used += n
        if type_id == ROWS:
            mem[out + 1 + i] = n
        if used >= cap:
            return -1
        at_a += l_a
        if type_b != PLAIN:
            at_b += l_b
    if type_id == PLAIN:
        return held
    if type_id == ROWS:
        mem[out] = count
    return used
