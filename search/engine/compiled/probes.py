"""Compiled with the loops (see there): deduction from a goal, and what values and masks say about it.

A goal is a value for each example, at `goal_offsets` in the regions of the
arena, `goal_lengths` long. A set of positions is a row of words of `BITS_A_WORD`
bits, position after position and example after example.
"""

from __future__ import annotations

import numpy as np

from .encoding import BITS, DIRECT, GROUP, MODE, PRIMITIVE, RESULT_SCALAR, SINGLE
from .lifting import compare_slices, invoke
from .loops import (
    TAIL,
    Cube,
    Keys,
    Memory,
    Narrow,
    NarrowTable,
    Table,
    Words,
    find_slot,
    finish_hash,
    hash_slice,
    hash_value,
)
from .rowwise import FREE, collapse, deduced_of_rows, is_too_short

FOUND, CONSTANT_WORD, CONSTANT, OPEN = range(4)
"""What a deduced argument is: an entry, one word for all examples, one longer value for all, none of these."""
BITS_A_WORD = 63
LONGEST_CONSTANT = 12


def deduce_one(
    group, number, bits, single, mem, width, scratch, cap, goal_offsets, goal_lengths, offsets, lengths, known, lens
):
    """Write what an argument must be in each example in scratch memory, its lengths into `lens`; False if it cannot."""
    for e in range(len(goal_offsets)):
        base = e * width
        a, n_a = base + goal_offsets[e], goal_lengths[e]
        b, n_b = base + np.int64(offsets[e, known]), np.int64(lengths[e, known])
        if is_too_short(bits, single, n_a, n_b):
            return False
        n = invoke(group, number, bits, mem, a, n_a, b, n_b, b, n_b, base + scratch, cap)
        if n >= 0 and single == 1:
            n = collapse(mem, base + scratch, n)
        lens[e] = n
        if n == -1:
            return False
    return True


def deduce_of_rows(
    group, witnesses, row, mem, width, scratch, cap, goal_offsets, goal_lengths, offsets, lengths, known, lens
):
    """The same for a primitive that is mapped over rows, or takes them for items."""
    for e in range(len(goal_offsets)):
        base = e * width
        b, n_b = base + np.int64(offsets[e, known]), np.int64(lengths[e, known])
        lens[e] = deduced_of_rows(
            group, witnesses, row, mem, base + goal_offsets[e], goal_lengths[e], b, n_b, base + scratch, cap
        )
        if lens[e] == -1:
            return False
    return True


def fill_free(mem, width, scratch, lens):
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
                mem[e * width + scratch + w] = mem[told * width + scratch + w]
    return True


def is_constant(mem, width, scratch, lens):
    """Whether the value in scratch memory is the same in all examples, and short."""
    if lens[0] > LONGEST_CONSTANT:
        return False
    for e in range(1, len(lens)):
        if compare_slices(mem, scratch, lens[0], e * width + scratch, lens[e]) != 0:
            return False
    return True


def next_entry(segments, type_id, position, limit):
    """The entry of a type at or after a position (cost and entry), in the order of cost; -1 past the last one."""
    while position[0] < len(segments):
        entry = max(position[1], segments[position[0], type_id, 0])
        if entry < min(segments[position[0], type_id, 1], limit):
            position[1] = entry
            return entry
        position[0] += 1
        position[1] = 0
    return -1


def deduce(
    witnesses: Table,
    row: int,
    type_id: int,
    segments: Cube,
    known_type: int,
    position: Words,
    quota: int,
    groups: Words,
    offsets: NarrowTable,
    lengths: NarrowTable,
    mem: Memory,
    width: int,
    cap: int,
    goal_offsets: Words,
    goal_lengths: Words,
    keys: Keys,
    entries: Narrow,
    random: Keys,
    by_items: int,
    limit: int,
    open_below: int,
    lens: Words,
    solutions: Table,
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
    mode, number = witnesses[row, MODE], witnesses[row, PRIMITIVE]
    bits, single = witnesses[row, BITS], witnesses[row, SINGLE]
    group = groups[number // GROUP]
    scratch = width - TAIL * cap
    candidates, found = 0, 0
    known = next_entry(segments, known_type, position, limit)
    while known >= 0 and candidates < quota and found < len(solutions):
        candidates += 1
        if mode == DIRECT:
            told = deduce_one(
                group, number, bits, single,
                mem, width, scratch, cap, goal_offsets, goal_lengths, offsets, lengths, known, lens,
            )  # fmt: skip
        else:
            told = deduce_of_rows(
                group, witnesses, row,
                mem, width, scratch, cap, goal_offsets, goal_lengths, offsets, lengths, known, lens,
            )  # fmt: skip
        if told and fill_free(mem, width, scratch, lens):
            state, place = np.uint64(0), 0
            for e in range(len(lens)):
                state = hash_slice(mem, e * width + scratch, lens[e], random, state, place)
                place += lens[e] + 1
            key = finish_hash(state, type_id)
            slot = find_slot(keys, key)
            what, other = -1, 0
            entered = keys[slot] != np.uint64(0)
            if entered and (by_items == 1 or is_entry(mem, width, scratch, lens, offsets, lengths, entries[slot])):
                what, other = FOUND, np.int64(entries[slot])
            elif is_constant(mem, width, scratch, lens):
                what, other = (CONSTANT_WORD, mem[scratch]) if witnesses[row, RESULT_SCALAR] == 1 else (CONSTANT, 0)
            elif known < open_below:
                what, other = OPEN, place - len(lens)
            if what >= 0:
                solutions[found, 0], solutions[found, 1], solutions[found, 2] = known, what, other
                found += 1
        position[1] += 1
        known = next_entry(segments, known_type, position, limit)
    return 1 if known < 0 else 0, candidates, found


def enter_applied(
    instances: Table,
    row: int,
    type_id: int,
    segments: Cube,
    most: int,
    groups: Words,
    offsets: NarrowTable,
    lengths: NarrowTable,
    mem: Memory,
    width: int,
    cap: int,
    keys: Keys,
    entries: Narrow,
    random: Keys,
    lens: Words,
) -> int:
    """Enter entries of a type under what an instance makes of them, a value of the same type.

    At most `most` entries are tried, in the order of cost; the first of a value is
    kept. Returns how many were tried.
    """
    group = groups[instances[row, PRIMITIVE] // GROUP]
    scratch, tried = width - TAIL * cap, 0
    for cost in range(len(segments)):
        for entry in range(segments[cost, type_id, 0], segments[cost, type_id, 1]):
            if tried >= most:
                return tried
            tried += 1
            key = hash_value(
                group, instances, row, 1, offsets, lengths, mem, width, scratch, cap, random, type_id, lens, len(lens),
                entry, 0, 0,
            )  # fmt: skip
            if key != np.uint64(0):
                slot = find_slot(keys, key)
                if keys[slot] == np.uint64(0):
                    keys[slot], entries[slot] = key, entry
    return tried


def is_entry(mem, width, scratch, lens, offsets, lengths, entry):
    """Whether the value in scratch memory is that of an entry: equal hashes do not prove it."""
    for e in range(len(lens)):
        base = e * width
        n = np.int64(lengths[e, entry])
        if compare_slices(mem, base + scratch, lens[e], base + np.int64(offsets[e, entry]), n) != 0:
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
    segments: Cube,
    item_type: int,
    goal_type: int,
    most: int,
    whole: int,
    offsets: NarrowTable,
    lengths: NarrowTable,
    mem: Memory,
    width: int,
    goal_offsets: Words,
    goal_lengths: Words,
    chosen: Words,
    bits: Table,
) -> tuple[int, int]:
    """Collect entries that agree with the goal somewhere: where, as a set of positions that no earlier set has in full.

    With `whole`, the positions are the examples; else the items of the goal,
    which an entry of the items' type is compared with one by one. At most `most`
    entries are looked at, in the order of cost. Returns how many are collected
    and how many were looked at.
    """
    count, tried = 0, 0
    for cost in range(len(segments)):
        for type_id in (item_type, goal_type):
            if type_id < 0:
                continue
            step = 0 if type_id == item_type else 1
            for entry in range(segments[cost, type_id, 0], segments[cost, type_id, 1]):
                if tried >= most or count >= len(chosen) - 1:
                    return count, tried
                tried += 1
                some = agree(mem, width, offsets, lengths, entry, goal_offsets, goal_lengths, whole, step, bits, count)
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


def agree(mem, width, offsets, lengths, entry, goal_offsets, goal_lengths, whole, step, bits, row):
    """Note the positions where an entry agrees with the goal; whether there are any."""
    for w in range(bits.shape[1]):
        bits[row, w] = 0
    place, some = 0, False
    for e in range(len(goal_offsets)):
        base = e * width
        n, start = np.int64(lengths[e, entry]), base + np.int64(offsets[e, entry])
        goal, length = base + goal_offsets[e], goal_lengths[e]
        if whole == 1:
            if compare_slices(mem, start, n, goal, length) == 0:
                mark(bits, row, e)
                some = True
            continue
        if step == 1 and n != length:
            return False
        for i in range(length):
            if mem[start + i * step] == mem[goal + i]:
                mark(bits, row, place)
                some = True
            place += 1
    return some


def masks(
    segments: Cube,
    type_id: int,
    whole: int,
    offsets: NarrowTable,
    lengths: NarrowTable,
    mem: Memory,
    width: int,
    goal_lengths: Words,
    chosen: Words,
    bits: Table,
) -> int:
    """Collect masks of the goal's lengths, or truth values with `whole`, as sets of positions; returns how many."""
    count = 0
    for cost in range(len(segments)):
        for entry in range(segments[cost, type_id, 0], segments[cost, type_id, 1]):
            if count >= len(chosen) - 1:
                return count
            for w in range(bits.shape[1]):
                bits[count, w] = 0
            place, fits = 0, True
            for e in range(len(goal_lengths)):
                start = e * width + np.int64(offsets[e, entry])
                if whole == 0 and np.int64(lengths[e, entry]) != goal_lengths[e]:
                    fits = False
                    break
                for i in range(1 if whole == 1 else goal_lengths[e]):
                    if mem[start + i] != 0:
                        mark(bits, count, place)
                    place += 1
            if fits:
                chosen[count] = entry
                count += 1
    return count


def cover(mask_bits: Table, masks_count: int, bits: Table, count: int, rest: Table, answers: Table) -> None:
    """For every mask and its opposite, the first value that is right wherever it selects positions of `rest`.

    `answers` gets the number of the value for the mask and for its opposite; -1
    for none, or if the mask selects all or nothing. The second row of `rest` is scratch memory.
    """
    part = rest[1:]
    for m in range(masks_count):
        for opposite in range(2):
            some, all_ = False, True
            for w in range(rest.shape[1]):
                word = mask_bits[m, w]
                part[0, w] = rest[0, w] & (~word if opposite == 1 else word)
                some = some or part[0, w] != 0
                all_ = all_ and part[0, w] == rest[0, w]
            answers[m, opposite] = -1
            if some and not all_:
                for c in range(count):
                    if is_within(part, 0, bits, c):
                        answers[m, opposite] = c
                        break
