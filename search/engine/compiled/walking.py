"""Steps from number to number, taken until a condition fails that is not known yet; compiled, as `loops` says.

Where a loop ends follows from the goal. So it can be said at once whether a plain condition would end it there: one
that compares the number with a constant.
"""

from __future__ import annotations

from .arrays import Int64Matrix, Int64Vector, RunArrays, StepArrays
from .stepping import ALL, BEFORE, COUNT, STATE, VALUE, evaluated, put_in_order

LEAST_BEFORE, MOST_BEFORE, LEAST_END, MOST_END, IS_MET = 0, 1, 2, 3, 4
"""Columns of `limits`: the bounds of the numbers before an end and at the ends, and whether one that was an end has
come before another."""
AT_VALUE, AT_COUNT, AT_ALL, AT_BEFORE = 0, 1, 2, 3
"""Rows of `limits`, one for each way in which the goal says where a loop ends."""
FAR = 1 << 62


def run_walks(
    steps: StepArrays,
    runs: RunArrays,
    limits: Int64Matrix,
    chosen: Int64Matrix,
    most: Int64Vector,
    is_plain: int,
    found: Int64Vector,
    work: Int64Vector,
) -> None:
    """Take some steps again and again, and say of each as what the goal may be among the numbers that it passes.

    The bits of `found` are those that `run_trails` tells, and `BEFORE`: the goal is the list of the first numbers, and
    another comes after them. If it `is_plain`, they hold only where a comparison with a constant tells the ends from
    all numbers before them.
    """
    for s in range(len(chosen)):
        found[s], work[s] = 0, 0
        count = put_in_order(steps, runs, chosen[s])
        bits = 0 if count < 0 else VALUE | COUNT | ALL | BEFORE
        for row in range(AT_BEFORE + 1):
            limits[row, LEAST_BEFORE], limits[row, MOST_BEFORE] = FAR, -FAR
            limits[row, LEAST_END], limits[row, MOST_END], limits[row, IS_MET] = FAR, -FAR, 0
        for e in range(runs.values.shape[0]):
            if bits != 0:
                told, passed = run_walk(steps, runs, limits, count, e, most[e], bits)
                bits &= told
                work[s] += passed
                if is_plain != 0:
                    bits = plain_among(limits, bits)
        found[s] = bits


def run_walk(steps: StepArrays, runs: RunArrays, limits: Int64Matrix, count, e, most, bits):
    """Take the step in `code` until nothing is left to be told, or its value is undefined or has come before."""
    terminals = runs.values.shape[1]
    for place in range(terminals):
        runs.frame[place, 0], runs.frame[place, 1] = runs.values[e, place, 0], runs.values[e, place, 1]
    wanted = runs.mem[runs.wanted[e, 0]] if runs.wanted[e, 1] > 0 else -1
    first = runs.firsts[e]
    length = runs.firsts[e + 1] - first
    earlier, until = runs.mem[runs.frame[STATE, 0]], 2
    told, passed = 0, 0
    while True:
        number = runs.mem[runs.frame[STATE, 0]]
        if bits & VALUE != 0:
            at_end = number == wanted
            note(limits, AT_VALUE, number, at_end)
            if at_end:
                told, bits = told | VALUE, bits - VALUE
        if bits & COUNT != 0:
            at_end = passed == wanted
            note(limits, AT_COUNT, number, at_end)
            if at_end:
                told = told | COUNT
            if at_end or wanted < 0:
                bits -= COUNT
        is_item = passed < length
        if is_item and bits & (ALL | BEFORE) != 0:
            is_item = number == runs.mem[runs.items[first + passed, 0]]
        if bits & ALL != 0:
            at_end = is_item and passed == length - 1
            note(limits, AT_ALL, number, at_end)
            if at_end:
                told = told | ALL
            if at_end or not is_item:
                bits -= ALL
        if bits & BEFORE != 0:
            at_end = passed == length
            note(limits, AT_BEFORE, number, at_end)
            if at_end:
                told = told | BEFORE
            if at_end or not is_item:
                bits -= BEFORE
        passed += 1
        if bits == 0 or passed > most or evaluated(steps, runs, count, terminals) < 0:
            break
        following = runs.mem[runs.frame[terminals + count - 1, 0]]
        if following == earlier:
            break
        if passed == until:
            earlier, until = following, 2 * until
        runs.mem[runs.state] = following
        runs.frame[STATE, 0], runs.frame[STATE, 1] = runs.state, 1
    return told, passed


def run_orbits(
    steps: StepArrays,
    runs: RunArrays,
    chosen: Int64Matrix,
    e: int,
    is_whole: int,
    most: int,
    passed: Int64Matrix,
    lengths: Int64Vector,
) -> None:
    """Take some steps again and again in an example, and write the numbers that each passes before one comes again.

    The lengths are how many they are. Where one is undefined, or further from zero than `most`, or there is no room
    for them all, it is 0 if they are wanted whole, and else the number of those before.
    """
    terminals = runs.values.shape[1]
    for s in range(len(chosen)):
        lengths[s] = 0
        count = put_in_order(steps, runs, chosen[s])
        if count >= 0:
            for place in range(terminals):
                runs.frame[place, 0], runs.frame[place, 1] = runs.values[e, place, 0], runs.values[e, place, 1]
            lengths[s] = orbit_length(steps, runs, count, is_whole, most, passed, s)


def orbit_length(steps: StepArrays, runs: RunArrays, count, is_whole, most, passed: Int64Matrix, s):
    """Write the numbers that the step in `code` passes; return how many they are, or 0."""
    terminals = runs.values.shape[1]
    number = runs.mem[runs.frame[STATE, 0]]
    for length in range(passed.shape[1]):
        for i in range(length):
            if passed[s, i] == number:
                return length
        passed[s, length] = number
        if evaluated(steps, runs, count, terminals) < 0:
            return 0 if is_whole != 0 else length + 1
        number = runs.mem[runs.frame[terminals + count - 1, 0]]
        if number > most or number < -most:
            return 0 if is_whole != 0 else length + 1
        runs.mem[runs.state] = number
        runs.frame[STATE, 0], runs.frame[STATE, 1] = runs.state, 1
    return 0 if is_whole != 0 else passed.shape[1]


def note(limits: Int64Matrix, row, number, at_end):
    """Note a number that a loop passes, or ends at."""
    if at_end:
        limits[row, LEAST_END] = min(limits[row, LEAST_END], number)
        limits[row, MOST_END] = max(limits[row, MOST_END], number)
        return
    limits[row, LEAST_BEFORE] = min(limits[row, LEAST_BEFORE], number)
    limits[row, MOST_BEFORE] = max(limits[row, MOST_BEFORE], number)
    if limits[row, LEAST_END] == number:
        limits[row, IS_MET] = 1


def plain_among(limits: Int64Matrix, bits):
    """Those of the bits whose ends a comparison tells from the numbers before them."""
    if not ends_are_apart(limits, AT_VALUE):
        bits &= COUNT | ALL | BEFORE
    if not ends_are_apart(limits, AT_COUNT):
        bits &= VALUE | ALL | BEFORE
    if not ends_are_apart(limits, AT_ALL):
        bits &= VALUE | COUNT | BEFORE
    if not ends_are_apart(limits, AT_BEFORE):
        bits &= VALUE | COUNT | ALL
    return bits


def ends_are_apart(limits: Int64Matrix, row):
    """Whether all ends are less than what comes before them, or greater, or one number that does not come before."""
    low, high = limits[row, LEAST_END], limits[row, MOST_END]
    if high < limits[row, LEAST_BEFORE] or low > limits[row, MOST_BEFORE]:
        return True
    return low == high and limits[row, IS_MET] == 0
