"""The compiled part of the search: apply an instance, work through a level, look behaviours up.

Written as plain Python over NumPy arrays, and copied into a generated module
to be compiled by Numba (see `generation`). A function whose parameters are
annotated is an entry point that Python calls; the annotations, explained in
`generation.KINDS`, say what is passed.

Values lie in one array of 64-bit words, `mem`, cut into one region of `width`
words per example, so that matching on the first example touches only the
first region. An entry of the bank is a column of `offsets` and `lengths`
(one row per example; the offset is relative to the region, the length -1
where the value is undefined). `groups` are the addresses of the compiled
kernels: number `primitive // GROUP` serves a primitive.
"""

from __future__ import annotations

import numpy as np

from .encoding import ARITY, COMMUTATIVE, DISTINCT, GROUP, LITERAL_ROOT, PRIMITIVE, RESULT_SCALAR, ROOT
from .lifting import compare_slices
from .matching import agrees, evaluate

Memory = Words = Table = Cube = Narrow = NarrowTable = Keys = Flags = np.ndarray

# A plan row: the instance and, for each argument, a range of bank entries.
PLAN_WIDTH = 7
DONE, QUOTA, BANK_FULL, TABLE_FULL, SOLUTIONS_FULL = range(5)
TAIL = 8
"""Words that evaluating a candidate may write, in units of `cap`."""
SCRATCHES = 4
"""So many times as much ends every region as scratch memory: storing uses two of them, matching one for each shard."""
MIX = np.uint64(0x9E3779B97F4A7C15)


def prefetch(array, index):
    """In compiled code, begin to fetch an item that will be wanted soon."""


def hash_slice(mem, start, length, random, state, position):
    """Add a value to a multilinear hash (Thorup, "High speed hashing", section 3), all in uint64."""
    mask = len(random) - 1
    state += np.uint64(length + 1) * random[position & mask]
    for i in range(length):
        state += np.uint64(mem[start + i]) * random[(position + 1 + i) & mask]
    return state


def finish_hash(state, type_id):
    """Spread the bits of a hash and make it differ by type; never 0, which marks a free slot."""
    state += np.uint64(type_id + 1) * MIX
    state ^= state >> np.uint64(32)
    state *= np.uint64(0xD6E8FEB86659FD93)
    state ^= state >> np.uint64(32)
    return state if state != np.uint64(0) else MIX


def find_slot(keys, key):
    """The slot where `key` is or would be (linear probing)."""
    mask = np.uint64(len(keys) - 1)
    slot = key & mask
    while keys[slot] != np.uint64(0) and keys[slot] != key:
        slot = (slot + np.uint64(1)) & mask
    return slot


def rehash(old_keys: Keys, old_entries: Narrow, keys: Keys, entries: Narrow) -> None:
    """Move every key to a larger table."""
    for i in range(len(old_keys)):
        if old_keys[i] != np.uint64(0):
            slot = find_slot(keys, old_keys[i])
            keys[slot] = old_keys[i]
            entries[slot] = old_entries[i]


def look_up(
    mem: Memory,
    width: int,
    offsets: Words,
    lengths: Words,
    type_id: int,
    keys: Keys,
    entries: Narrow,
    random: Keys,
    entry: int,
) -> int:
    """The entry that behaves like the values at `offsets`; -1 if there was none, and `entry` is entered for them."""
    state, position = np.uint64(0), 0
    for e in range(len(offsets)):
        state = hash_slice(mem, e * width + offsets[e], lengths[e], random, state, position)
        position += lengths[e] + 1
    key = finish_hash(state, type_id)
    slot = find_slot(keys, key)
    if keys[slot] != np.uint64(0):
        return entries[slot]
    keys[slot], entries[slot] = key, entry
    return -1


def enter(
    start: int,
    end: int,
    type_id: int,
    offsets: NarrowTable,
    lengths: NarrowTable,
    mem: Memory,
    width: int,
    keys: Keys,
    entries: Narrow,
    random: Keys,
) -> None:
    """Enter a range of entries of one type in the hash table."""
    for entry in range(start, end):
        state, position = np.uint64(0), 0
        for e in range(len(offsets)):
            n = np.int64(lengths[e, entry])
            state = hash_slice(mem, e * width + np.int64(offsets[e, entry]), n, random, state, position)
            position += n + 1
        key = finish_hash(state, type_id)
        slot = find_slot(keys, key)
        if keys[slot] == np.uint64(0):
            keys[slot], entries[slot] = key, entry


def plan_level(
    level: int, instances: Table, costs: Words, argument_types: Table, segments: Cube, plan: Table
) -> tuple[int, int]:
    """List for one level every instance with every split of the cost over its arguments.

    `segments[cost, type]` is the range of bank entries of that cost and type.
    Returns the number of rows (those past the end of `plan` are not written)
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


def skip_first(instances, row, roots, absorbs, identities, i):
    """Whether the laws make every form with entry i as first argument redundant."""
    return absorbs[row, 0, roots[i]] or identities[row, 0] == i


def skip_pair(instances, row, roots, absorbs, identities, i, j):
    """Whether the laws, or a constant scalar that is a literal's business, exclude entry j beside i."""
    if absorbs[row, 1, roots[j]] or identities[row, 1] == j or (i == j and instances[row, DISTINCT] == 1):
        return True
    constant = roots[i] == LITERAL_ROOT and roots[j] == LITERAL_ROOT
    return constant and instances[row, RESULT_SCALAR] == 1 and instances[row, ARITY] == 2


def hash_value(
    group, instances, row, arity, offsets, lengths, mem, width, scratch, cap, random, type_id, lens, examples, i, j, k
):
    """Evaluate an instance on three entries in scratch memory; the key of its behaviour, 0 if undefined somewhere."""
    state = np.uint64(0)
    place = 0
    for e in range(examples):
        base = e * width
        n = evaluate(group, instances, row, arity, offsets, lengths, mem, base, base + scratch, cap, e, i, j, k)
        if n < 0:
            return np.uint64(0)
        state = hash_slice(mem, base + scratch, n, random, state, place)
        place += n + 1
        lens[e] = n
    return finish_hash(state, type_id)


def settle(
    pending, turn, key, instances, offsets, lengths, roots, origins, mem, width, cap, tails, keys, entries, count
):
    """Make the candidate of a row of `pending` entry `count` if its behaviour is new; return the number of entries."""
    candidate, lens = pending[turn], pending[turn, 4:]
    scratch = width - (turn + 1) * TAIL * cap
    slot = find_slot(keys, key)
    if keys[slot] != np.uint64(0):
        return count
    keys[slot] = key
    entries[slot] = count
    for e in range(len(tails)):
        base = e * width
        for w in range(lens[e]):
            mem[base + tails[e] + w] = mem[base + scratch + w]
        offsets[e, count] = tails[e]
        lengths[e, count] = lens[e]
        tails[e] += lens[e]
    roots[count] = instances[candidate[0], ROOT]
    for part in range(4):
        origins[part, count] = candidate[part]
    return count + 1


def room(width, tails, cap):
    """How many values of the greatest length fit for certain behind every tail, before the scratch memory."""
    least = np.int64(width)
    for e in range(len(tails)):
        least = min(least, (width - tails[e]) // cap - SCRATCHES * TAIL)
    return least


def enumerate_plan(  # noqa: PLR0915 - one loop nest, whose state is saved at any point of it
    plan: Table,
    rows: int,
    position: Words,
    quota: int,
    storing: int,
    groups: Words,
    instances: Table,
    absorbs: Flags,
    identities: Table,
    type_id: int,
    count: int,
    offsets: NarrowTable,
    lengths: NarrowTable,
    roots: Narrow,
    origins: NarrowTable,
    mem: Memory,
    width: int,
    tails: Words,
    cap: int,
    keys: Keys,
    entries: Narrow,
    random: Keys,
    targets: Words,
    target_lengths: Words,
    noise: int,
    solutions: Table,
    found: int,
    pending: Table,
) -> tuple[int, int, int]:
    """Work through the candidates of a plan: store each new behaviour, or keep those whose value is the target.

    `pending` has two rows for candidates under way: instance, entries and a
    length for each example. Matching, nothing is stored (`tails` are offsets to
    evaluate at), and only the first example is evaluated unless it agrees, or
    `noise` examples may be wrong. At most `quota` candidates are tried from `position` (plan row
    and the three entries, -1 for the first of a range) on, which is updated.
    Returns why it stopped, the number of candidates, and of entries in the bank
    or solutions.
    """
    candidates, free = 0, np.int64(0)
    done = count if storing else found
    # A candidate waits for its slot in the hash table to be fetched while the next one is evaluated.
    waiting, turn = np.uint64(0), 0
    r, i, j, k = position[0], position[1], position[2], position[3]
    status = DONE
    while r < rows and status == DONE:
        row = plan[r, 0]
        group = groups[instances[row, PRIMITIVE] // GROUP]
        arity = instances[row, ARITY]
        unary = arity == 1 and instances[row, RESULT_SCALAR] == 1
        i = max(i, plan[r, 1])
        while i < plan[r, 2] and status == DONE:
            if skip_first(instances, row, roots, absorbs, identities, i) or (unary and roots[i] == LITERAL_ROOT):
                i, j, k = i + 1, -1, -1
                continue
            j = max(j, plan[r, 3])
            if instances[row, COMMUTATIVE]:
                j = max(j, i)
            while j < plan[r, 4] and status == DONE:
                if arity > 1 and skip_pair(instances, row, roots, absorbs, identities, i, j):
                    j, k = j + 1, -1
                    continue
                k = max(k, plan[r, 5])
                while k < plan[r, 6]:
                    if storing and free == 0:
                        free = min(room(width, tails, cap), len(roots) - 1 - done, (len(keys) >> 1) - done)
                        if free <= 0:
                            status = BANK_FULL if 2 * done < len(keys) else TABLE_FULL
                            break
                    if candidates >= quota or (not storing and done >= len(solutions)):
                        status = QUOTA if candidates >= quota else SOLUTIONS_FULL
                        break
                    candidates += 1
                    if storing:
                        scratch = width - (turn + 1) * TAIL * cap
                        key = hash_value(
                            group,
                            instances,
                            row,
                            arity,
                            offsets,
                            lengths,
                            mem,
                            width,
                            scratch,
                            cap,
                            random,
                            type_id,
                            pending[turn, 4:],
                            len(tails),
                            i,
                            j,
                            k,
                        )
                        if key != np.uint64(0):
                            prefetch(keys, key & np.uint64(len(keys) - 1))
                            pending[turn, 0], pending[turn, 1], pending[turn, 2], pending[turn, 3] = row, i, j, k
                            turn = 1 - turn
                            if waiting != np.uint64(0):
                                before = done
                                done = settle(
                                    pending, turn, waiting, instances, offsets, lengths, roots, origins,
                                    mem, width, cap, tails, keys, entries, done,
                                )  # fmt: skip
                                free -= done - before
                            waiting = key
                    elif agrees(
                        group,
                        instances,
                        row,
                        arity,
                        offsets,
                        lengths,
                        mem,
                        width,
                        tails,
                        cap,
                        targets,
                        target_lengths,
                        noise,
                        i,
                        j,
                        k,
                    ):
                        solutions[done, 0], solutions[done, 1], solutions[done, 2], solutions[done, 3] = row, i, j, k
                        done += 1
                    k += 1
                if status == DONE:
                    j, k = j + 1, -1
            if status == DONE:
                i, j, k = i + 1, -1, -1
        if status == DONE:
            r, i, j, k = r + 1, -1, -1, -1
    if waiting != np.uint64(0):
        turn = 1 - turn
        done = settle(
            pending, turn, waiting, instances, offsets, lengths, roots, origins,
            mem, width, cap, tails, keys, entries, done,
        )  # fmt: skip
    position[0], position[1], position[2], position[3] = r, i, j, k
    return status, candidates, done


def best_partial(
    low: int,
    high: int,
    offsets: NarrowTable,
    lengths: NarrowTable,
    mem: Memory,
    width: int,
    targets: Words,
    target_lengths: Words,
    best: int,
) -> tuple[int, int]:
    """The first entry of a range that is right on the most examples, and on how many; at least `best` + 1."""
    found = -1
    for i in range(low, high):
        right = 0
        for e in range(len(targets)):
            base = e * width
            n = np.int64(lengths[e, i])
            if n == target_lengths[e] and compare_slices(mem, base + offsets[e, i], n, base + targets[e], n) == 0:
                right += 1
        if right > best:
            best = right
            found = i
    return found, best
