"""Constants that make a goal of an entry, solved for instead of enumerated; compiled, as `loops` says."""

from __future__ import annotations

import numpy as np

from .arrays import BankArrays, Int64Matrix, ValueArrays

NUMBER, CONDITION = range(2)
LINE, QUOTIENT, REST = range(3)
"""Ways to a number: factor and summand, the quotient by a constant, the remainder by one."""
ABOVE, BELOW, EQUAL, REMAINDER = range(4)
"""Conditions on a number: greater or less than a constant, equal to it, or of a remainder."""
MOST_MODULUS = 12
MOST_AFFINE = 1 << 28
"""Only numbers up to it are fitted: no product of two of them can wrap."""
LIMIT = 1 << 53
FAR = 1 << 60


def fit(bank: BankArrays, goal: ValueArrays, form: int, type_id: int, most: int, found: Int64Matrix) -> tuple[int, int]:
    """Collect entries of a type of which constants make the goal in a form, `NUMBER` or `CONDITION`.

    A row of `found` is the entry and three numbers, of which the first says in which way. Of a number: `LINE`, factor
    and summand; `QUOTIENT`, the least and the greatest divisor that serve; `REST`, a number that all divisors that
    serve divide, and the least that they may be. Of a condition: which one (`ABOVE`, `BELOW`, `EQUAL`, `REMAINDER`),
    and the least and the greatest constant that serve, or modulus and remainder.
    Returns how many are found and how many entries were looked at, at most `most`.
    """
    count, tried = 0, 0
    for cost in range(len(bank.segments)):
        for entry in range(bank.segments[cost, type_id, 0], bank.segments[cost, type_id, 1]):
            if tried >= most or count >= len(found):
                return count, tried
            tried += 1
            if form == NUMBER:
                one, two, three = number_from(bank, goal, entry)
            else:
                one, two, three = condition_on(bank, goal, entry)
            if one >= 0:
                found[count, 0], found[count, 1], found[count, 2], found[count, 3] = entry, one, two, three
                count += 1
    return count, tried


def number_from(bank: BankArrays, goal: ValueArrays, entry):
    """The way from an entry to the goal, and its two numbers; -1 if there is none."""
    factor, summand = line_through(bank, goal, entry)
    if factor != 0:
        return LINE, factor, summand
    low, high = divisors_of(bank, goal, entry)
    if low <= high < FAR:
        return QUOTIENT, low, high
    multiple, least = moduli_of(bank, goal, entry)
    if multiple >= least:
        return REST, multiple, least
    return -1, 0, 0


def divisors_of(bank: BankArrays, goal: ValueArrays, entry):
    """The least and the greatest number by which an entry is divided to give the goal; of negative numbers none."""
    low, high = 2, FAR
    for e in range(len(goal.offsets)):
        n, start = np.int64(bank.lengths[e, entry]), e * bank.width + np.int64(bank.offsets[e, entry])
        if n != goal.lengths[e]:
            return 1, 0
        for i in range(n):
            x, y = bank.mem[start + i], bank.mem[e * bank.width + goal.offsets[e] + i]
            if x < 0 or y < 0 or x > MOST_AFFINE or y > x:
                return 1, 0
            low = max(low, x // (y + 1) + 1)
            if y > 0:
                high = min(high, x // y)
            if low > high:
                return 1, 0
    return low, high


def moduli_of(bank: BankArrays, goal: ValueArrays, entry):
    """A number that each modulus divides which takes an entry to the goal, and the least that it may be."""
    multiple, least = 0, 2
    for e in range(len(goal.offsets)):
        n, start = np.int64(bank.lengths[e, entry]), e * bank.width + np.int64(bank.offsets[e, entry])
        if n != goal.lengths[e]:
            return 0, 1
        for i in range(n):
            x, y = bank.mem[start + i], bank.mem[e * bank.width + goal.offsets[e] + i]
            if y < 0 or abs(x) > MOST_AFFINE or y > MOST_AFFINE:
                return 0, 1
            least = max(least, y + 1)
            rest = abs(x - y)
            while rest != 0:
                multiple, rest = rest, multiple % rest
            if multiple != 0 and multiple < least:
                return 0, 1
    return multiple, least


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
