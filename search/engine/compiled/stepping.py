"""Steps of loops, run over items; compiled, as `loops` says.

A step is a small function, given as an entry of a bank whose terminals are its
variables and constants, or as an instance over three such entries. Its parts
are put in order once and then evaluated for one item after the other.
"""

from __future__ import annotations

from .arrays import TAIL, CellArrays, Int64Matrix, Int64Vector, RunArrays, StepArrays
from .encoding import ARITY, BITS, DIRECT, LAZY, MODE, PRIMITIVE
from .intrinsics import invoke
from .lifting import apply, compare_slices

MOST_PARTS = 24
"""Steps of more parts are not run."""
RIGHT, DEFINED = 1, 2
"""What may be said of a step, as bits: that the last states are the goal, and that all states have a value."""
VALUE, SINGLE, COUNT, ALL, BEFORE = 1, 2, 4, 8, 16
"""What may be said of the values that a loop passes, as bits; see `run_trails` and `run_walks`."""
STATE, ITEM = 0, 1
"""The places of state and item among the variables."""
INSTANCE, FIRST = 0, 1
"""Columns of `code`: the instance of a part, or its entry before it is known, and where its three arguments are."""


def run_steps(steps: StepArrays, runs: RunArrays, chosen: Int64Matrix, found: Int64Vector, states: Int64Matrix) -> None:
    """Run some steps over the items of every example, and say of each whether it is right, and defined.

    A row of `chosen` is an instance and three entries, or -1 and one entry. With
    rows of `states`, one for each step, the states are written there, the first
    of each example included; each is a word. Without them a step is dropped at
    the first example whose last state is not wanted.
    """
    for s in range(len(chosen)):
        count = put_in_order(steps, runs, chosen[s])
        found[s] = 0 if count < 0 else run_over(steps, runs, count, states, s)


def run_trails(
    steps: StepArrays, runs: RunArrays, chosen: Int64Matrix, most: Int64Vector, found: Int64Vector, work: Int64Vector
) -> None:
    """Take some steps again and again, and say of each as what the goal may be among the values that it passes.

    `items` are the items of the goals that are lists, and `most[example]` is how
    many steps are taken at most. The bits of `found` hold in every example: for
    `VALUE` one of the values is the goal, for `SINGLE` one is a list of nothing
    but the goal, for `COUNT` there are more values than the goal says, and for
    `ALL` the goal is the list of the first of them. `work` has the values passed.
    """
    for s in range(len(chosen)):
        found[s], work[s] = 0, 0
        count = put_in_order(steps, runs, chosen[s])
        bits = 0 if count < 0 else VALUE | SINGLE | COUNT | ALL
        for e in range(runs.values.shape[0]):
            if bits != 0:
                told, passed = run_trail(steps, runs, count, e, most[e])
                bits &= told
                work[s] += passed
        found[s] = bits


def run_cells(
    steps: StepArrays, runs: RunArrays, cells: CellArrays, chosen: Int64Matrix, e: int, found: Int64Matrix
) -> None:
    """Fill the cells of an example by some steps, and say of each whether all have a value, the last and the largest.

    The largest is at least what `found` has in its place. A step has at least one
    part besides its variables and constants; others have no value.
    """
    for s in range(len(chosen)):
        count = put_in_order(steps, runs, chosen[s])
        found[s, 0] = 0
        if count > 0:
            found[s, 0], found[s, 1], found[s, 2] = filled(steps, runs, cells, count, e, found[s, 2])


def filled(steps: StepArrays, runs: RunArrays, cells: CellArrays, count, e, largest):
    """Fill the cells of an example by the step in `code`."""
    terminals = runs.values.shape[1]
    for place in range(terminals):
        runs.frame[place, 0], runs.frame[place, 1] = runs.values[e, place, 0], runs.values[e, place, 1]
    for cell in range(cells.firsts[e], cells.firsts[e + 1]):
        for place in range(cells.slices.shape[1]):
            runs.frame[place, 0], runs.frame[place, 1] = cells.slices[cell, place, 0], cells.slices[cell, place, 1]
        if cells.extremes >= 0:
            write_extremes(runs.mem, runs.frame[0, 0], runs.frame[1, 0], runs.frame[2, 0], cells.extremes)
        if evaluated(steps, runs, count, terminals) != 1:
            return 0, 0, 0
        value = runs.mem[runs.frame[terminals + count - 1, 0]]
        runs.mem[cells.targets[cell]] = value
        largest = max(largest, value)
    return 1, runs.mem[cells.lasts[e]], largest


def write_extremes(mem, a, b, c, out):
    """Write the smaller and the larger of two words, and the smallest and the largest of three."""
    low, high = min(mem[a], mem[b]), max(mem[a], mem[b])
    mem[out], mem[out + 1] = low, high
    mem[out + 2], mem[out + 3] = min(low, mem[c]), max(high, mem[c])


def run_trail(steps: StepArrays, runs: RunArrays, count, e, most):
    """Take the step in `code` until its value is undefined, or has come before, or there are too many."""
    terminals = runs.values.shape[1]
    for place in range(terminals):
        runs.frame[place, 0], runs.frame[place, 1] = runs.values[e, place, 0], runs.values[e, place, 1]
    if runs.frame[STATE, 1] > runs.cap:
        return 0, 1  # There is no room for such values.
    goal, n_goal = runs.wanted[e, 0], runs.wanted[e, 1]
    number = runs.mem[goal] if n_goal > 0 else -1
    # A value that comes again is soon seen by comparing all with one of them, a later one from time to time.
    earlier = runs.state + runs.cap
    n_earlier = copied(runs.mem, runs.frame[STATE, 0], runs.frame[STATE, 1], earlier)
    told, passed, until, first = 0, 0, 1, runs.firsts[e]
    alike = runs.firsts[e + 1] > first
    while True:
        state, n_state = runs.frame[STATE, 0], runs.frame[STATE, 1]
        passed += 1
        if compare_slices(runs.mem, state, n_state, goal, n_goal) == 0:
            told |= VALUE
        if n_state == 1 and runs.mem[state] == number:
            told |= SINGLE
        place = first + passed - 1
        if alike and place < runs.firsts[e + 1]:
            alike = compare_slices(runs.mem, state, n_state, runs.items[place, 0], runs.items[place, 1]) == 0
        if passed == until and passed > 1:
            n_earlier = copied(runs.mem, state, n_state, earlier)
        if passed == until:
            until *= 2
        if passed > most:
            break
        length = evaluated(steps, runs, count, terminals)
        if length < 0:
            break
        last = runs.frame[terminals + count - 1, 0]
        if compare_slices(runs.mem, last, length, earlier, n_earlier) == 0:
            break
        copied(runs.mem, last, length, runs.state)
        runs.frame[STATE, 0], runs.frame[STATE, 1] = runs.state, length
    if 0 <= number < passed:
        told |= COUNT
    if alike and runs.firsts[e + 1] - first <= passed:
        told |= ALL
    return told, passed


def copied(mem, start, length, to):
    """Copy a value, and return its length."""
    for w in range(length):
        mem[to + w] = mem[start + w]
    return length


def put_in_order(steps: StepArrays, runs: RunArrays, step):
    """Write the parts of a step into `code`, arguments first; return their number, -1 if there are too many."""
    count = 0
    instance = step[0]
    arity = 1 if instance < 0 else steps.instances[instance, ARITY]
    for position in range(arity):
        count = listed(steps, runs, count, step[1 + position])
    done = 0
    while 0 <= done < count:
        entry = runs.code[done, 0]
        for position in range(steps.instances[steps.origins[0, entry], ARITY]):
            if count >= 0:
                count = listed(steps, runs, count, steps.origins[1 + position, entry])
        done += 1
    if count < 0 or count >= MOST_PARTS:
        return -1
    # An entry is later than its arguments.
    for i in range(1, count):
        entry = runs.code[i, 0]
        j = i
        while j > 0 and runs.code[j - 1, 0] > entry:
            runs.code[j, 0] = runs.code[j - 1, 0]
            j -= 1
        runs.code[j, 0] = entry
    for i in range(count):
        entry = runs.code[i, 0]
        for position in range(steps.instances[steps.origins[0, entry], ARITY]):
            runs.code[i, 1 + position] = place_of(steps, runs, count, steps.origins[1 + position, entry])
    if instance >= 0:
        for position in range(arity):
            runs.code[count, 1 + position] = place_of(steps, runs, count, step[1 + position])
    for i in range(count):
        runs.code[i, INSTANCE] = steps.origins[0, runs.code[i, 0]]
    if instance >= 0:
        runs.code[count, INSTANCE] = instance
        count += 1
    return count


def listed(steps: StepArrays, runs: RunArrays, count, entry):
    """Add an entry to the parts unless it is a terminal or there already; return their number, -1 if too many."""
    if count < 0 or steps.terminals[entry] != 0:
        return count if steps.terminals[entry] >= 0 else -1
    for i in range(count):
        if runs.code[i, 0] == entry:
            return count
    if count >= MOST_PARTS:
        return -1
    runs.code[count, 0] = entry
    return count + 1


def place_of(steps: StepArrays, runs: RunArrays, count, entry):
    """Where in the frame the value of an entry is: among the terminals, or behind them among the parts."""
    if steps.terminals[entry] > 0:
        return steps.terminals[entry] - 1
    place = 0
    for i in range(count):
        if runs.code[i, 0] == entry:
            place = i
    return runs.values.shape[1] + place


def run_over(steps: StepArrays, runs: RunArrays, count, states: Int64Matrix, s):
    """Run the step in `code` over the items of every example; return what is to be said of it."""
    right = RIGHT
    terminals = runs.values.shape[1]
    for e in range(runs.values.shape[0]):
        for place in range(terminals):
            runs.frame[place, 0], runs.frame[place, 1] = runs.values[e, place, 0], runs.values[e, place, 1]
        if len(states) > 0:
            states[s, runs.firsts[e] + e] = runs.mem[runs.frame[STATE, 0]]
        for i in range(runs.firsts[e], runs.firsts[e + 1]):
            runs.frame[ITEM, 0], runs.frame[ITEM, 1] = runs.items[i, 0], runs.items[i, 1]
            length = evaluated(steps, runs, count, terminals)
            if length < 0:
                return 0
            copied(runs.mem, runs.frame[terminals + count - 1, 0], length, runs.state)
            runs.frame[STATE, 0], runs.frame[STATE, 1] = runs.state, length
            if len(states) > 0:
                states[s, i + e + 1] = runs.mem[runs.state]
        state, length = runs.frame[STATE, 0], runs.frame[STATE, 1]
        if compare_slices(runs.mem, state, length, runs.wanted[e, 0], runs.wanted[e, 1]) != 0:
            if len(states) == 0:
                return 0
            right = 0
    return right | DEFINED


def evaluated(steps: StepArrays, runs: RunArrays, count, terminals):
    """Evaluate the parts of the step in `code` one after the other; return the length of its value, or -1."""
    length = -1
    for i in range(count):
        row = runs.code[i, INSTANCE]
        arity = steps.instances[row, ARITY]
        place = runs.code[i, FIRST]
        a, n_a = runs.frame[place, 0], runs.frame[place, 1]
        b, n_b, c, n_c = 0, 0, 0, 0
        if arity > 1:
            place = runs.code[i, FIRST + 1]
            b, n_b = runs.frame[place, 0], runs.frame[place, 1]
        if arity > 2:
            place = runs.code[i, FIRST + 2]
            c, n_c = runs.frame[place, 0], runs.frame[place, 1]
        out = runs.out + i * TAIL * runs.cap
        length = -1
        if n_a >= 0 and ((n_b >= 0 and n_c >= 0) or steps.instances[row, LAZY] != 0):
            kernel = steps.kernels[steps.instances[row, PRIMITIVE]]
            if steps.instances[row, MODE] == DIRECT:
                bits = steps.instances[row, BITS]
                length = invoke(kernel, bits, runs.mem, a, n_a, b, n_b, c, n_c, out, runs.cap)
            else:
                length = apply(kernel, steps.instances, row, runs.mem, a, n_a, b, n_b, c, n_c, out, runs.cap)
        runs.frame[terminals + i, 0], runs.frame[terminals + i, 1] = out, length
    return length
