"""Deduction from a goal, and what values and masks say about it; compiled, as `loops` says.

A set of positions is a row of words of `BITS_A_WORD` bits, position after
position and example after example.
"""

from __future__ import annotations

import numpy as np

from .arrays import TAIL, BankArrays, HashArrays, Int64Matrix, Int64Vector, ValueArrays
from .encoding import ARITY, BITS, DIRECT, MODE, PRIMITIVE, RESULT_SCALAR, SINGLE
from .hashing import find_slot, finish_hash, hash_slice
from .intrinsics import invoke
from .lifting import compare_slices
from .matching import evaluate
from .rowwise import FREE, collapse, deduced_of_rows, is_too_short

FOUND, CONSTANT_WORD, CONSTANT, OPEN = range(4)
"""What a deduced argument is: an entry, one word for all examples, one longer value for all, none of these."""
BITS_A_WORD = 63
LONGEST_CONSTANT = 12


def deduce_one(bank: BankArrays, goal: ValueArrays, kernel, bits, single, scratch, known, lens):
    """Write what an argument must be in each example in scratch memory, its lengths into `lens`; False if it cannot."""
    for e in range(len(goal.offsets)):
        base = e * bank.width
        a, n_a = base + goal.offsets[e], goal.lengths[e]
        b, n_b = base + np.int64(bank.offsets[e, known]), np.int64(bank.lengths[e, known])
        if is_too_short(bits, single, n_a, n_b):
            return False
        n = invoke(kernel, bits, bank.mem, a, n_a, b, n_b, b, n_b, base + scratch, bank.cap)
        if n >= 0 and single == 1:
            n = collapse(bank.mem, base + scratch, n)
        lens[e] = n
        if n == -1:
            return False
    return True


def deduce_of_rows(bank: BankArrays, goal: ValueArrays, kernel, witnesses, row, scratch, known, lens):
    """The same for a primitive that is mapped over rows, or takes them for items."""
    for e in range(len(goal.offsets)):
        base = e * bank.width
        b, n_b = base + np.int64(bank.offsets[e, known]), np.int64(bank.lengths[e, known])
        lens[e] = deduced_of_rows(
            kernel, witnesses, row, bank.mem, base + goal.offsets[e], goal.lengths[e], b, n_b, base + scratch, bank.cap
        )
        if lens[e] == -1:
            return False
    return True


def fill_free(bank: BankArrays, scratch, lens):
    """Where an example says nothing of an argument, write what another one says; False if none says anything."""
    told = -1
    for e in range(len(lens)):
        if lens[e] >= 0 and told < 0:
            told = e
    if told < 0:
        return False
    for e in range(len(lens)):
        if lens[e] == FREE:
            lens[e] = lens[told]
            for w in range(lens[told]):
                bank.mem[e * bank.width + scratch + w] = bank.mem[told * bank.width + scratch + w]
    return True


def is_constant(bank: BankArrays, scratch, lens):
    """Whether the value in scratch memory is the same in all examples, and short."""
    if lens[0] > LONGEST_CONSTANT:
        return False
    for e in range(1, len(lens)):
        if compare_slices(bank.mem, scratch, lens[0], e * bank.width + scratch, lens[e]) != 0:
            return False
    return True


def next_entry(bank: BankArrays, type_id, position, limit):
    """The entry of a type at or after a position (cost and entry), in the order of cost; -1 past the last one."""
    while position[0] < len(bank.segments):
        entry = max(position[1], bank.segments[position[0], type_id, 0])
        if entry < min(bank.segments[position[0], type_id, 1], limit):
            position[1] = entry
            return entry
        position[0] += 1
        position[1] = 0
    return -1


def complement_of(bank: BankArrays, table: HashArrays, type_id, by_items, is_word, scratch, lens):
    """What the argument in scratch memory is (see `FOUND`), and its entry, its word, or its length in words."""
    state, place = np.uint64(0), 0
    for e in range(len(lens)):
        state = hash_slice(bank, e * bank.width + scratch, lens[e], state, place)
        place += lens[e] + 1
    slot = find_slot(table, finish_hash(state, type_id))
    entered = table.keys[slot] != np.uint64(0)
    if entered and (by_items == 1 or is_entry(bank, scratch, lens, table.entries[slot])):
        return FOUND, np.int64(table.entries[slot])
    if is_constant(bank, scratch, lens):
        return (CONSTANT_WORD, bank.mem[scratch]) if is_word else (CONSTANT, 0)
    return OPEN, place - len(lens)


def deduce(
    bank: BankArrays,
    table: HashArrays,
    goal: ValueArrays,
    kernels: Int64Vector,
    witnesses: Int64Matrix,
    row: int,
    type_id: int,
    known_type: int,
    position: Int64Vector,
    quota: int,
    by_items: int,
    limit: int,
    open_below: int,
    lens: Int64Vector,
    solutions: Int64Matrix,
) -> tuple[int, int, int]:
    """Deduce an argument from the goal and each entry of a type as the other argument, and look it up.

    At most `quota` entries from `position` on are tried, none from `limit` on. A
    solution is the entry, what its complement is (see `FOUND`), and the complement's
    entry or word; complements of entries below `open_below` are reported even
    if they are not known, with their length in words. If `by_items`, the keys are
    those of `enter_applied`. Returns whether all is done, and the numbers of
    candidates and solutions.
    """
    # Read once: the compiler cannot know that the arena, which is written to, holds no part of the table.
    mode, bits, single = witnesses[row, MODE], witnesses[row, BITS], witnesses[row, SINGLE]
    kernel, is_word = kernels[witnesses[row, PRIMITIVE]], witnesses[row, RESULT_SCALAR] == 1
    scratch = bank.width - TAIL * bank.cap
    candidates, found = 0, 0
    known = next_entry(bank, known_type, position, limit)
    while known >= 0 and candidates < quota and found < len(solutions):
        candidates += 1
        if mode == DIRECT:
            told = deduce_one(bank, goal, kernel, bits, single, scratch, known, lens)
        else:
            told = deduce_of_rows(bank, goal, kernel, witnesses, row, scratch, known, lens)
        if told and fill_free(bank, scratch, lens):
            what, other = complement_of(bank, table, type_id, by_items, is_word, scratch, lens)
            if what != OPEN or known < open_below:
                solutions[found, 0], solutions[found, 1], solutions[found, 2] = known, what, other
                found += 1
        position[1] += 1
        known = next_entry(bank, known_type, position, limit)
    return 1 if known < 0 else 0, candidates, found


def hash_value(bank: BankArrays, kernel, instances, row, arity, scratch, type_id, lens, i, j, k):
    """Evaluate an instance on three entries in scratch memory; the key of its behaviour, 0 if undefined somewhere."""
    state = np.uint64(0)
    place = 0
    for e in range(len(lens)):
        out = e * bank.width + scratch
        n = evaluate(bank, kernel, instances, row, arity, out, e, i, j, k)
        if n < 0:
            return np.uint64(0)
        state = hash_slice(bank, out, n, state, place)
        place += n + 1
        lens[e] = n
    return finish_hash(state, type_id)


def enter_applied(
    bank: BankArrays,
    table: HashArrays,
    kernels: Int64Vector,
    instances: Int64Matrix,
    row: int,
    type_id: int,
    most: int,
    lens: Int64Vector,
) -> int:
    """Enter entries of a type under what an instance makes of them, a value of the same type.

    At most `most` entries are tried, in the order of cost; the first of a value is
    kept. Returns how many were tried.
    """
    kernel, arity = kernels[instances[row, PRIMITIVE]], instances[row, ARITY]
    scratch, tried = bank.width - TAIL * bank.cap, 0
    for cost in range(len(bank.segments)):
        for entry in range(bank.segments[cost, type_id, 0], bank.segments[cost, type_id, 1]):
            if tried >= most:
                return tried
            tried += 1
            key = hash_value(bank, kernel, instances, row, arity, scratch, type_id, lens, entry, entry, entry)
            if key != np.uint64(0):
                slot = find_slot(table, key)
                if table.keys[slot] == np.uint64(0):
                    table.keys[slot], table.entries[slot] = key, entry
    return tried


def is_entry(bank: BankArrays, scratch, lens, entry):
    """Whether the value in scratch memory is that of an entry: equal hashes do not prove it."""
    for e in range(len(lens)):
        base = e * bank.width
        n = np.int64(bank.lengths[e, entry])
        if compare_slices(bank.mem, base + scratch, lens[e], base + np.int64(bank.offsets[e, entry]), n) != 0:
            return False
    return True


def mark(bits, row, position):
    """Add a position to a set."""
    bits[row, position // BITS_A_WORD] |= 1 << (position % BITS_A_WORD)


def is_within(one, i, other, j):
    """Whether row `i` of one table of sets is a subset of row `j` of the other."""
    for w in range(one.shape[1]):
        if one[i, w] & ~other[j, w] != 0:
            return False
    return True


def agreements(
    bank: BankArrays,
    goal: ValueArrays,
    item_type: int,
    goal_type: int,
    most: int,
    whole: int,
    chosen: Int64Vector,
    bits: Int64Matrix,
) -> tuple[int, int]:
    """Collect entries that agree with the goal somewhere: where, as a set of positions that no earlier set has in full.

    With `whole`, the positions are the examples; else the items of the goal,
    which an entry of the items' type is compared with one by one. At most `most`
    entries are looked at, in the order of cost. Returns how many are collected
    and how many were looked at.
    """
    count, tried = 0, 0
    for cost in range(len(bank.segments)):
        for type_id in (item_type, goal_type):
            if type_id < 0:
                continue
            step = 0 if type_id == item_type else 1
            for entry in range(bank.segments[cost, type_id, 0], bank.segments[cost, type_id, 1]):
                if tried >= most or count >= len(chosen) - 1:
                    return count, tried
                tried += 1
                some = agree(bank, goal, entry, whole, step, bits, count)
                if some:
                    new = True
                    for earlier in range(count):
                        if is_within(bits, count, bits, earlier):
                            new = False
                            break
                    if new:
                        chosen[count] = entry
                        count += 1
    return count, tried


def agree(bank: BankArrays, goal: ValueArrays, entry, whole, step, bits, row):
    """Note the positions where an entry agrees with the goal; whether there are any."""
    for w in range(bits.shape[1]):
        bits[row, w] = 0
    place, some = 0, False
    for e in range(len(goal.offsets)):
        base = e * bank.width
        n, start = np.int64(bank.lengths[e, entry]), base + np.int64(bank.offsets[e, entry])
        wanted, length = base + goal.offsets[e], goal.lengths[e]
        if whole == 1:
            if compare_slices(bank.mem, start, n, wanted, length) == 0:
                mark(bits, row, e)
                some = True
            continue
        if step == 1 and n != length:
            return False
        for i in range(length):
            if bank.mem[start + i * step] == bank.mem[wanted + i]:
                mark(bits, row, place)
                some = True
            place += 1
    return some


def masks(bank: BankArrays, goal: ValueArrays, type_id: int, whole: int, chosen: Int64Vector, bits: Int64Matrix) -> int:
    """Collect masks of the goal's lengths, or truth values with `whole`, as sets of positions; returns how many."""
    count = 0
    for cost in range(len(bank.segments)):
        for entry in range(bank.segments[cost, type_id, 0], bank.segments[cost, type_id, 1]):
            if count >= len(chosen) - 1:
                return count
            for w in range(bits.shape[1]):
                bits[count, w] = 0
            place, fits = 0, True
            for e in range(len(goal.lengths)):
                start = e * bank.width + np.int64(bank.offsets[e, entry])
                if whole == 0 and np.int64(bank.lengths[e, entry]) != goal.lengths[e]:
                    fits = False
                    break
                for i in range(1 if whole == 1 else goal.lengths[e]):
                    if bank.mem[start + i] != 0:
                        mark(bits, count, place)
                    place += 1
            if fits:
                chosen[count] = entry
                count += 1
    return count


def cover(mask_bits: Int64Matrix, value_bits: Int64Matrix, rest: Int64Matrix, answers: Int64Matrix) -> None:
    """For every mask and its opposite, the first value that is right wherever it selects positions of `rest`.

    `answers` gets the number of the value for the mask and for its opposite; -1
    for none, or if the mask selects all or nothing. The second row of `rest` is scratch memory.
    """
    part = rest[1:]
    for m in range(len(mask_bits)):
        for opposite in range(2):
            some, all_ = False, True
            for w in range(rest.shape[1]):
                word = mask_bits[m, w]
                part[0, w] = rest[0, w] & (~word if opposite == 1 else word)
                some = some or part[0, w] != 0
                all_ = all_ and part[0, w] == rest[0, w]
            answers[m, opposite] = -1
            if some and not all_:
                for c in range(len(value_bits)):
                    if is_within(part, 0, value_bits, c):
                        answers[m, opposite] = c
                        break
