"""The compiled part of the search: apply an instance, work through a level, look behaviours up.

Written as plain Python over NumPy arrays, and translated from there (see
`search.engine.translation`). A function whose result is annotated is an entry
point that Python calls; `arrays` says what it can be given, and what the arrays
of the bank hold. `kernels` are the addresses of the compiled kernels, by number.
"""

from __future__ import annotations

import numpy as np

from .arrays import (
    BankArrays,
    BlockArrays,
    HashArrays,
    InstanceArrays,
    Int64Cube,
    Int64Matrix,
    Int64Vector,
    ValueArrays,
)
from .encoding import ARITY, COMMUTATIVE, DISTINCT, LITERAL_ROOT, PRIMITIVE, RESULT_SCALAR
from .hashing import find_slot, finish_hash, hash_slice
from .lifting import compare_slices
from .matching import agrees
from .storing import room, store_block

# A plan row: the instance and, for each argument, a range of bank entries.
PLAN_WIDTH = 7
DONE, QUOTA, BANK_FULL, TABLE_FULL, SOLUTIONS_FULL = range(5)


def rehash(old: HashArrays, table: HashArrays) -> None:
    """Move every key to a larger table."""
    for i in range(len(old.keys)):
        if old.keys[i] != np.uint64(0):
            slot = find_slot(table, old.keys[i])
            table.keys[slot] = old.keys[i]
            table.entries[slot] = old.entries[i]


def look_up(bank: BankArrays, table: HashArrays, values: ValueArrays, type_id: int, entry: int) -> int:
    """The entry that behaves like some values; -1 if there was none, and `entry` is entered for them."""
    state, position = np.uint64(0), 0
    for e in range(len(values.offsets)):
        n = values.lengths[e]
        state = hash_slice(bank, e * bank.width + values.offsets[e], n, state, position)
        position += n + 1
    key = finish_hash(state, type_id)
    slot = find_slot(table, key)
    if table.keys[slot] != np.uint64(0):
        return table.entries[slot]
    table.keys[slot], table.entries[slot] = key, entry
    return -1


def enter(bank: BankArrays, table: HashArrays, start: int, end: int, type_id: int) -> None:
    """Enter a range of entries of one type in the hash table."""
    for entry in range(start, end):
        state, position = np.uint64(0), 0
        for e in range(len(bank.offsets)):
            n = np.int64(bank.lengths[e, entry])
            state = hash_slice(bank, e * bank.width + np.int64(bank.offsets[e, entry]), n, state, position)
            position += n + 1
        key = finish_hash(state, type_id)
        slot = find_slot(table, key)
        if table.keys[slot] == np.uint64(0):
            table.keys[slot], table.entries[slot] = key, entry


def plan_level(
    instances: Int64Matrix,
    argument_types: Int64Matrix,
    costs: Int64Vector,
    segments: Int64Cube,
    level: int,
    plan: Int64Matrix,
) -> tuple[int, int]:
    """List for one level every instance with every split of the cost over its arguments.

    `segments` are those of the bank. Returns the number of rows (those past the end of `plan` are not written)
    and the number of candidates they stand for (never more than 4e18).
    """
    rows, work = 0, 0.0
    for instance in range(len(instances)):
        arity = instances[instance, ARITY]
        left = level - costs[instance]
        t_a, t_b, t_c = argument_types[instance, 0], argument_types[instance, 1], argument_types[instance, 2]
        for cost_a in range(1, left + 1):
            if arity == 1 and cost_a != left:
                continue
            n_a = segments[cost_a, t_a, 1] - segments[cost_a, t_a, 0]
            if n_a == 0:
                continue
            for cost_b in range(1 if arity > 1 else 0, left - cost_a + 1 if arity > 1 else 1):
                if arity == 2 and cost_a + cost_b != left:
                    continue
                if instances[instance, COMMUTATIVE] and cost_a > cost_b:
                    continue
                n_b = segments[cost_b, t_b, 1] - segments[cost_b, t_b, 0] if arity > 1 else 1
                cost_c = left - cost_a - cost_b if arity > 2 else 0
                if n_b == 0 or (arity > 2 and cost_c < 1):
                    continue
                n_c = segments[cost_c, t_c, 1] - segments[cost_c, t_c, 0] if arity > 2 else 1
                if n_c == 0:
                    continue
                if rows < len(plan):
                    plan[rows, 0] = instance
                    plan[rows, 1], plan[rows, 2] = segments[cost_a, t_a, 0], segments[cost_a, t_a, 1]
                    plan[rows, 3] = segments[cost_b, t_b, 0] if arity > 1 else 0
                    plan[rows, 4] = segments[cost_b, t_b, 1] if arity > 1 else 1
                    plan[rows, 5] = segments[cost_c, t_c, 0] if arity > 2 else 0
                    plan[rows, 6] = segments[cost_c, t_c, 1] if arity > 2 else 1
                rows += 1
                work += float(n_a) * float(n_b) * float(n_c)
    return rows, int(min(work, 4e18))


def skip_first(bank: BankArrays, instances: InstanceArrays, row, i):
    """Whether the laws make every form with entry i as first argument redundant."""
    return instances.absorbs[row, 0, bank.roots[i]] or instances.identities[row, 0] == i


def skip_pair(bank: BankArrays, instances: InstanceArrays, row, i, j):
    """Whether the laws, or a constant scalar that is a literal's business, exclude entry j beside i."""
    if instances.absorbs[row, 1, bank.roots[j]] or instances.identities[row, 1] == j:
        return True
    if i == j and instances.rows[row, DISTINCT] == 1:
        return True
    constant = bank.roots[i] == LITERAL_ROOT and bank.roots[j] == LITERAL_ROOT
    return constant and instances.rows[row, RESULT_SCALAR] == 1 and instances.rows[row, ARITY] == 2


def waiting_room(bank: BankArrays, table: HashArrays, block: BlockArrays, tails, done):
    """How many candidates may wait to be stored together: as many as a block holds, and are sure to have room."""
    fit = min(room(bank, tails), len(bank.roots) - 1 - done, (len(table.keys) >> 1) - done)
    return min(fit, len(block.words))


def note(candidates, place, row, i, j, k):
    """Write down a candidate: its instance and the three entries."""
    candidates[place, 0], candidates[place, 1], candidates[place, 2], candidates[place, 3] = row, i, j, k


def enumerate_plan(
    bank: BankArrays,
    table: HashArrays,
    goal: ValueArrays,
    kernels: Int64Vector,
    instances: InstanceArrays,
    plan: Int64Matrix,
    position: Int64Vector,
    quota: int,
    storing: int,
    type_id: int,
    tails: Int64Vector,
    noise: int,
    solutions: Int64Matrix,
    done: int,
    block: BlockArrays,
) -> tuple[int, int, int]:
    """Work through the candidates of a plan: store each new behaviour, or keep those whose value is the goal.

    `done` is the number of entries in the bank, or of solutions. `block` holds
    candidates that wait to be stored together. Matching, nothing is stored (`tails` are offsets to evaluate at), and
    only the first example is evaluated unless it agrees, or `noise` examples may
    be wrong. At most `quota` candidates are tried from `position` (plan row and
    the three entries, -1 for the first of a range) on, which is updated. Returns
    why it stopped, the number of candidates, and `done` as it is now.
    """
    candidates, waiting, free = 0, 0, np.int64(0)
    r, i, j, k = position[0], position[1], position[2], position[3]
    status = DONE
    while r < len(plan) and status == DONE:
        row = plan[r, 0]
        kernel = kernels[instances.rows[row, PRIMITIVE]]
        arity = instances.rows[row, ARITY]
        unary = arity == 1 and instances.rows[row, RESULT_SCALAR] == 1
        i = max(i, plan[r, 1])
        while i < plan[r, 2] and status == DONE:
            if skip_first(bank, instances, row, i) or (unary and bank.roots[i] == LITERAL_ROOT):
                i, j, k = i + 1, -1, -1
                continue
            j = max(j, plan[r, 3])
            if instances.rows[row, COMMUTATIVE]:
                j = max(j, i)
            while j < plan[r, 4] and status == DONE:
                if arity > 1 and skip_pair(bank, instances, row, i, j):
                    j, k = j + 1, -1
                    continue
                k = max(k, plan[r, 5])
                while k < plan[r, 6]:
                    if storing and waiting == free:
                        done = store_block(bank, table, kernels, instances, block, waiting, type_id, tails, done)
                        waiting, free = 0, waiting_room(bank, table, block, tails, done)
                        if free <= 0:
                            status = BANK_FULL if 2 * done < len(table.keys) else TABLE_FULL
                            break
                    if candidates >= quota or (not storing and done >= len(solutions)):
                        status = QUOTA if candidates >= quota else SOLUTIONS_FULL
                        break
                    candidates += 1
                    if storing:
                        note(block.candidates, waiting, row, i, j, k)
                        waiting += 1
                    elif agrees(bank, goal, kernel, instances.rows, row, arity, tails, noise, i, j, k):
                        note(solutions, done, row, i, j, k)
                        done += 1
                    k += 1
                if status == DONE:
                    j, k = j + 1, -1
            if status == DONE:
                i, j, k = i + 1, -1, -1
        if status == DONE:
            r, i, j, k = r + 1, -1, -1, -1
    if storing:
        done = store_block(bank, table, kernels, instances, block, waiting, type_id, tails, done)
    position[0], position[1], position[2], position[3] = r, i, j, k
    return status, candidates, done


def best_partial(
    bank: BankArrays, goal: ValueArrays, missed: Int64Vector, low: int, high: int, best: int
) -> tuple[int, int]:
    """The first entry of a range that is right on the most examples, and on how many; at least `best` + 1.

    Into `missed` it adds, for each example, how many entries are right on all others.
    """
    found = -1
    for i in range(low, high):
        right = 0
        wrong = 0
        for e in range(len(goal.offsets)):
            base = e * bank.width
            n, start = np.int64(bank.lengths[e, i]), base + bank.offsets[e, i]
            if n == goal.lengths[e] and compare_slices(bank.mem, start, n, base + goal.offsets[e], n) == 0:
                right += 1
            else:
                wrong = e
        if right == len(goal.offsets) - 1:
            missed[wrong] += 1
        if right > best:
            best = right
            found = i
    return found, best
