"""Constants that make a goal of an entry, solved for instead of enumerated; compiled, as `loops` says."""

from __future__ import annotations

import numpy as np

from .arrays import BankArrays, Int64Matrix, ValueArrays

LINE, CONDITION = range(2)
ABOVE, BELOW, EQUAL, REMAINDER = range(4)
"""Conditions on a number: greater or less than a constant, equal to it, or of a remainder."""
MOST_MODULUS = 12
MOST_AFFINE = 1 << 28
"""Only numbers up to it are fitted: no product of two of them can wrap."""
LIMIT = 1 << 53
FAR = 1 << 60


def fit(bank: BankArrays, goal: ValueArrays, form: int, type_id: int, most: int, found: Int64Matrix) -> tuple[int, int]:
    """Collect entries of a type of which constants make the goal in a form, `LINE` or `CONDITION`.

    A row of `found` is the entry and three numbers. Of a line: factor, summand
    and 0. Of a condition: which one (`ABOVE`, `BELOW`, `EQUAL`, `REMAINDER`), and
    the least and the greatest constant that serve, or modulus and remainder.
    Returns how many are found and how many entries were looked at, at most `most`.
    """
    count, tried = 0, 0
    for cost in range(len(bank.segments)):
        for entry in range(bank.segments[cost, type_id, 0], bank.segments[cost, type_id, 1]):
            if tried >= most or count >= len(found):
                return count, tried
            tried += 1
            if form == LINE:
                one, two = line_through(bank, goal, entry)
                three, fits = 0, one != 0
            else:
                one, two, three = condition_on(bank, goal, entry)
                fits = one >= 0
            if fits:
                found[count, 0], found[count, 1], found[count, 2], found[count, 3] = entry, one, two, three
                count += 1
    return count, tried


def line_through(bank: BankArrays, goal: ValueArrays, entry):
    """Factor and summand that make the goal of an entry; a factor of 0 if there are none."""
    first, first_goal, factor, summand, begun = 0, 0, 0, 0, False
    for e in range(len(goal.offsets)):
        n, start = np.int64(bank.lengths[e, entry]), e * bank.width + np.int64(bank.offsets[e, entry])
        wanted = e * bank.width + goal.offsets[e]
        if n != goal.lengths[e]:
            return 0, 0
        for i in range(n):
            x, y = bank.mem[start + i], bank.mem[wanted + i]
            if abs(x) > MOST_AFFINE or abs(y) > MOST_AFFINE:
                return 0, 0
            if not begun:
                first, first_goal, begun = x, y, True
            elif factor == 0:
                if x != first:
                    if y == first_goal or (y - first_goal) % (x - first) != 0:
                        return 0, 0
                    factor = (y - first_goal) // (x - first)
                    summand = first_goal - factor * first
                    if abs(summand) > LIMIT or abs(factor * first) > LIMIT or abs(factor * x) > LIMIT:
                        return 0, 0
                elif y != first_goal:
                    return 0, 0
            elif factor * x + summand != y or abs(factor * x) > LIMIT:
                return 0, 0
    return factor, summand


def condition_on(bank: BankArrays, goal: ValueArrays, entry):
    """The condition on an entry that gives the goal, and its two numbers; -1 if there is none."""
    most_true, least_true, most_false, least_false = -FAR, FAR, -FAR, FAR
    for e in range(len(goal.offsets)):
        n, start = np.int64(bank.lengths[e, entry]), e * bank.width + np.int64(bank.offsets[e, entry])
        if n != goal.lengths[e]:
            return -1, 0, 0
        for i in range(n):
            x = bank.mem[start + i]
            if bank.mem[e * bank.width + goal.offsets[e] + i] != 0:
                most_true, least_true = max(most_true, x), min(least_true, x)
            else:
                most_false, least_false = max(most_false, x), min(least_false, x)
    if most_true < least_true or most_false < least_false:
        return -1, 0, 0
    if most_false < least_true:
        return ABOVE, most_false, least_true - 1
    if most_true < least_false:
        return BELOW, most_true + 1, least_false
    for modulus in range(1, MOST_MODULUS + 1):
        if has_remainder(bank, goal, entry, modulus, least_true):
            return (EQUAL, least_true, least_true) if modulus == 1 else (REMAINDER, modulus, least_true % modulus)
    return -1, 0, 0


def has_remainder(bank: BankArrays, goal: ValueArrays, entry, modulus, like):
    """Whether the goal holds just for numbers with the remainder of `like`; for equal ones if the modulus is 1."""
    for e in range(len(goal.offsets)):
        start = e * bank.width + np.int64(bank.offsets[e, entry])
        for i in range(goal.lengths[e]):
            x = bank.mem[start + i]
            alike = x == like if modulus == 1 else (x - like) % modulus == 0
            if alike != (bank.mem[e * bank.width + goal.offsets[e] + i] != 0):
                return False
    return True
