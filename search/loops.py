"""The compiled part of the search: apply an instance, store a level, match a level.

This file is copied into the generated engine module behind the kernels (see
`engine`) and compiled there by Numba; it is never imported. `groups` are
pointers to the compiled kernels: number `primitive // GROUP` serves a primitive.

Values lie in one array of 64-bit words, `mem`, cut into one region of `width`
words per example, so that matching on the first example touches only the
first region. An entry of the bank is a column of `offsets` and `lengths`
(one row per example; the offset is relative to the region, the length -1
where the value is undefined).
"""

# An instance is a row of integers:
PRIMITIVE, BITS, MODE, ARITY, COMMUTATIVE, RESULT_SCALAR, ROOT, LAZY, RESULT, DISTINCT, ARGUMENT = range(11)
INSTANCE_WIDTH = ARGUMENT + 3
DIRECT, EACH, BOX = range(3)
# What the argument columns say. In EACH: held, mapped over words, mapped over rows;
# in BOX: as it is, one row to be boxed, a list of rows to be boxed. RESULT likewise.
PLAIN, ONE, ROWS = range(3)
# A plan row: the instance and, for each argument, a range of bank entries.
PLAN_WIDTH = 7
DONE, QUOTA, BANK_FULL, ARENA_FULL, TABLE_FULL, HITS_FULL = range(6)
TAIL = 8
"""Free words that must lie behind the last value of a region, in units of `cap`."""
LITERAL_ROOT = 0
MIX = np.uint64(0x9E3779B97F4A7C15)


def apply(group, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap):
    """Write the value of an instance on the given slices at `out`; return its length or -1."""
    mode = instances[row, MODE]
    primitive = instances[row, PRIMITIVE]
    bits = instances[row, BITS]
    if mode == DIRECT:
        return group(primitive, bits, mem, a, n_a, b, n_b, c, n_c, out, cap)
    if mode == EACH:
        return apply_each(group, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap)
    return apply_boxed(group, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap)


def rows_of(kind, mem, a, n_a):
    """How many rows an argument has."""
    return n_a if kind == ONE else mem[a]


def first_row(kind, mem, a):
    """Where the first row of an argument begins."""
    return a + 1 + mem[a] if kind == ROWS else a


def row_length(kind, mem, a, n_a, i):
    """The number of words of row i."""
    if kind == ROWS:
        return mem[a + 1 + i]
    return 1 if kind == ONE else n_a


def apply_each(group, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap):
    """Map a primitive over the rows of its lifted arguments, which meet at the shortest."""
    primitive = instances[row, PRIMITIVE]
    bits = instances[row, BITS]
    kind_a = instances[row, ARGUMENT]
    kind_b = instances[row, ARGUMENT + 1]
    kind_c = instances[row, ARGUMENT + 2]
    count = cap
    if kind_a != PLAIN:
        count = min(count, rows_of(kind_a, mem, a, n_a))
    if kind_b != PLAIN:
        count = min(count, rows_of(kind_b, mem, b, n_b))
    if kind_c != PLAIN:
        count = min(count, rows_of(kind_c, mem, c, n_c))
    nested = instances[row, RESULT] == ROWS
    used = 1 + count if nested else 0
    if used > cap:
        return -1
    at_a, at_b, at_c = first_row(kind_a, mem, a), first_row(kind_b, mem, b), first_row(kind_c, mem, c)
    for i in range(count):
        l_a = row_length(kind_a, mem, a, n_a, i)
        l_b = row_length(kind_b, mem, b, n_b, i)
        l_c = row_length(kind_c, mem, c, n_c, i)
        length = group(primitive, bits, mem, at_a, l_a, at_b, l_b, at_c, l_c, out + used, cap - used)
        if length < 0:
            return -1
        if nested:
            mem[out + 1 + i] = length
        used += length
        if used >= cap:
            return -1
        if kind_a != PLAIN:
            at_a += l_a
        if kind_b != PLAIN:
            at_b += l_b
        if kind_c != PLAIN:
            at_c += l_c
    if nested:
        mem[out] = count
    return used


def compare_slices(mem, x, n_x, y, n_y):
    """-1, 0 or 1: the lexicographic order of two slices."""
    for i in range(min(n_x, n_y)):
        if mem[x + i] != mem[y + i]:
            return -1 if mem[x + i] < mem[y + i] else 1
    return 0 if n_x == n_y else (-1 if n_x < n_y else 1)


def box(mem, table, size, limit, start, length):
    """Find or insert a row in the sorted table of distinct rows; return the new size."""
    low, high = 0, size
    while low < high:
        middle = (low + high) >> 1
        order = compare_slices(mem, mem[table + middle], mem[table + limit + middle], start, length)
        if order == 0:
            return size
        if order < 0:
            low = middle + 1
        else:
            high = middle
    if size >= limit:
        return -1
    for i in range(size, low, -1):
        mem[table + i] = mem[table + i - 1]
        mem[table + limit + i] = mem[table + limit + i - 1]
    mem[table + low] = start
    mem[table + limit + low] = length
    return size + 1


def box_argument(kind, mem, table, size, limit, a, n_a):
    """Enter all rows of an argument in the table; return its new size, -1 if it overflows."""
    if kind == ONE:
        return box(mem, table, size, limit, a, n_a)
    if kind == ROWS:
        start = a + 1 + mem[a]
        for i in range(mem[a]):
            size = box(mem, table, size, limit, start, mem[a + 1 + i])
            if size < 0:
                return -1
            start += mem[a + 1 + i]
    return size


def boxed_id(mem, table, size, limit, start, length):
    """The rank of a row among the distinct rows."""
    low, high = 0, size
    while low < high:
        middle = (low + high) >> 1
        if compare_slices(mem, mem[table + middle], mem[table + limit + middle], start, length) < 0:
            low = middle + 1
        else:
            high = middle
    return low


def write_ids(kind, mem, table, size, limit, a, n_a, ids):
    """Write an argument's row ids at `ids`; return how many."""
    if kind == ONE:
        mem[ids] = boxed_id(mem, table, size, limit, a, n_a)
        return 1
    start = a + 1 + mem[a]
    for i in range(mem[a]):
        mem[ids + i] = boxed_id(mem, table, size, limit, start, mem[a + 1 + i])
        start += mem[a + 1 + i]
    return mem[a]


def apply_boxed(group, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap):
    """Apply a polymorphic primitive to rows: it sees an id for each row, by rank.

    What a primitive does for all types alike it does to ids as to the rows
    themselves (parametricity); equal rows share an id and ids keep the order,
    so primitives that compare are right too.
    """
    kind_a = instances[row, ARGUMENT]
    kind_b = instances[row, ARGUMENT + 1]
    kind_c = instances[row, ARGUMENT + 2]
    ids = out + 2 * cap
    table = ids + 3 * cap
    limit = cap >> 1
    size = box_argument(kind_a, mem, table, 0, limit, a, n_a)
    if size >= 0:
        size = box_argument(kind_b, mem, table, size, limit, b, n_b)
    if size >= 0:
        size = box_argument(kind_c, mem, table, size, limit, c, n_c)
    if size < 0:
        return -1
    if kind_a != PLAIN:
        n_a = write_ids(kind_a, mem, table, size, limit, a, n_a, ids)
        a = ids
    if kind_b != PLAIN:
        n_b = write_ids(kind_b, mem, table, size, limit, b, n_b, ids + cap)
        b = ids + cap
    if kind_c != PLAIN:
        n_c = write_ids(kind_c, mem, table, size, limit, c, n_c, ids + 2 * cap)
        c = ids + 2 * cap
    kind = instances[row, RESULT]
    inner = out if kind == PLAIN else table + cap
    n = group(instances[row, PRIMITIVE], instances[row, BITS], mem, a, n_a, b, n_b, c, n_c, inner, cap)
    if n < 0 or kind == PLAIN:
        return n
    return unbox(kind, mem, table, limit, inner, n, out, cap)


def unbox(kind, mem, table, limit, ids, count, out, cap):
    """Write the rows that `ids` stand for; return the number of words, -1 past `cap`."""
    used = 1 + count if kind == ROWS else 0
    if used > cap:
        return -1
    for i in range(count):
        start = mem[table + mem[ids + i]]
        length = mem[table + limit + mem[ids + i]]
        if used + length > cap:
            return -1
        for j in range(length):
            mem[out + used + j] = mem[start + j]
        if kind == ROWS:
            mem[out + 1 + i] = length
        used += length
    if kind == ROWS:
        mem[out] = count
    return used


def hash_slice(mem, start, length, random, state, position):
    """Add a value to a multilinear hash (Thorup, "High speed hashing", section 3), all in uint64."""
    mask = len(random) - 1
    state += np.uint64(length + 1) * random[position & mask]
    for i in range(length):
        state += np.uint64(mem[start + i]) * random[(position + 1 + i) & mask]
    return state


def finish_hash(state, kind):
    """Spread the bits of a hash and make it differ by type; never 0, which marks a free slot."""
    state += np.uint64(kind + 1) * MIX
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


def rehash(old_keys, old_entries, keys, entries):
    """Move every key to a larger table."""
    for i in range(len(old_keys)):
        if old_keys[i] != np.uint64(0):
            slot = find_slot(keys, old_keys[i])
            keys[slot] = old_keys[i]
            entries[slot] = old_entries[i]


def plan_level(level, instances, costs, argument_types, segments, plan):
    """List for one level every instance with every split of the cost over its arguments.

    `segments[cost, type]` is the range of bank entries of that cost and type.
    Returns the number of rows (those past the end of `plan` are not written)
    and the number of candidates they stand for.
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
    return rows, work


def skip_first(instances, row, roots, absorbs, identities, i):
    """Whether the laws make every form with entry i as first argument redundant."""
    return absorbs[row, 0, roots[i]] or identities[row, 0] == i


def skip_pair(instances, row, roots, absorbs, identities, i, j):
    """Whether the laws, or a constant scalar that is a literal's business, exclude entry j beside i."""
    if absorbs[row, 1, roots[j]] or identities[row, 1] == j or (i == j and instances[row, DISTINCT] == 1):
        return True
    constant = roots[i] == LITERAL_ROOT and roots[j] == LITERAL_ROOT
    return constant and instances[row, RESULT_SCALAR] == 1 and instances[row, ARITY] == 2


def store_level(plan, rows, position, quota, groups, instances, absorbs, identities, kind, keep_partial, bank, count, mem, width, tails, cap, keys, entries, random):
    """Evaluate the candidates of a plan and store each behaviour that is new.

    Works through at most `quota` candidates from `position` (plan row, i, j, k)
    on, which it updates. Returns why it stopped, the number of candidates and
    the number of entries in the bank.
    """
    offsets, lengths, roots, origins = bank
    mem, instances, absorbs, identities, offsets, lengths, roots = borrowed(mem), borrowed(instances), borrowed(absorbs), borrowed(identities), borrowed(offsets), borrowed(lengths), borrowed(roots)
    plan, tails = borrowed(plan), borrowed(tails)
    examples = len(tails)
    candidates = 0
    lens = np.empty(examples, np.int64)
    while position[0] < rows:
        r = position[0]
        row = plan[r, 0]
        group = groups[instances[row, PRIMITIVE] // GROUP]
        arity = instances[row, ARITY]
        lazy = instances[row, LAZY] == 1
        i = position[1] + plan[r, 1]
        while i < plan[r, 2]:
            if skip_first(instances, row, roots, absorbs, identities, i) or (
                arity == 1 and roots[i] == LITERAL_ROOT and instances[row, RESULT_SCALAR] == 1
            ):
                i += 1
                position[1] += 1
                position[2] = 0
                position[3] = 0
                continue
            first = plan[r, 3]
            if instances[row, COMMUTATIVE] and i > first:
                first = i
            j = max(first, position[2] + plan[r, 3])
            while j < plan[r, 4]:
                if arity > 1 and skip_pair(instances, row, roots, absorbs, identities, i, j):
                    j += 1
                    position[3] = 0
                    continue
                k = position[3] + plan[r, 5]
                while k < plan[r, 6]:
                    if candidates >= quota or count >= len(roots) or 2 * count >= len(keys):
                        position[2] = j - plan[r, 3]
                        position[3] = k - plan[r, 5]
                        if candidates >= quota:
                            return QUOTA, candidates, count
                        return (BANK_FULL if count >= len(roots) else TABLE_FULL), candidates, count
                    candidates += 1
                    state = np.uint64(0)
                    place = 0
                    defined = 0
                    for e in range(examples):
                        base = e * width
                        if tails[e] + (TAIL + 1) * cap > width:
                            position[2] = j - plan[r, 3]
                            position[3] = k - plan[r, 5]
                            return ARENA_FULL, candidates - 1, count
                        n_a = lengths[e, i]
                        n_b = np.int64(lengths[e, j]) if arity > 1 else 0
                        n_c = np.int64(lengths[e, k]) if arity > 2 else 0
                        n = -1
                        if lazy or (n_a >= 0 and n_b >= 0 and n_c >= 0):
                            b = base + offsets[e, j] if arity > 1 else 0
                            c = base + offsets[e, k] if arity > 2 else 0
                            if n_a >= 0:
                                n = apply(group, instances, row, mem, base + offsets[e, i], n_a, b, n_b, c, n_c, base + tails[e], cap)
                        lens[e] = n
                        if n >= 0:
                            defined += 1
                        elif not keep_partial:
                            break
                        state = hash_slice(mem, base + tails[e], n, random, state, place)
                        place += n + 1
                    if defined == examples or (keep_partial and defined > 0):
                        key = finish_hash(state, kind)
                        slot = find_slot(keys, key)
                        if keys[slot] == np.uint64(0):
                            keys[slot] = key
                            entries[slot] = count
                            for e in range(examples):
                                offsets[e, count] = tails[e]
                                lengths[e, count] = lens[e]
                                tails[e] += max(lens[e], 0)
                            roots[count] = instances[row, ROOT]
                            origins[0, count], origins[1, count] = row, i
                            origins[2, count], origins[3, count] = j, k
                            count += 1
                    k += 1
                position[3] = 0
                j += 1
            position[1] += 1
            position[2] = 0
            i += 1
        position[0] += 1
        position[1] = 0
    return DONE, candidates, count


def match_level(plan, rows, position, quota, groups, instances, absorbs, identities, bank, mem, width, tails, cap, targets, target_lengths, hits, found):
    """Evaluate the candidates of a plan and keep those whose value is the target.

    Only the first example is evaluated unless it agrees; nothing is stored.
    Returns why it stopped, the number of candidates and of hits.
    """
    offsets, lengths, roots, origins = bank
    mem, instances, absorbs, identities, offsets, lengths, roots = borrowed(mem), borrowed(instances), borrowed(absorbs), borrowed(identities), borrowed(offsets), borrowed(lengths), borrowed(roots)
    plan, tails = borrowed(plan), borrowed(tails)
    targets, target_lengths = borrowed(targets), borrowed(target_lengths)
    examples = len(tails)
    candidates = 0
    while position[0] < rows:
        r = position[0]
        row = plan[r, 0]
        group = groups[instances[row, PRIMITIVE] // GROUP]
        arity = instances[row, ARITY]
        i = position[1] + plan[r, 1]
        while i < plan[r, 2]:
            if skip_first(instances, row, roots, absorbs, identities, i):
                i += 1
                position[1] += 1
                position[2] = 0
                position[3] = 0
                continue
            first = plan[r, 3]
            if instances[row, COMMUTATIVE] and i > first:
                first = i
            j = max(first, position[2] + plan[r, 3])
            while j < plan[r, 4]:
                if arity > 1 and skip_pair(instances, row, roots, absorbs, identities, i, j):
                    j += 1
                    position[3] = 0
                    continue
                k = position[3] + plan[r, 5]
                while k < plan[r, 6]:
                    if candidates >= quota or found >= len(hits):
                        position[2] = j - plan[r, 3]
                        position[3] = k - plan[r, 5]
                        return (QUOTA if candidates >= quota else HITS_FULL), candidates, found
                    candidates += 1
                    if agrees(group, instances, row, arity, offsets, lengths, mem, width, tails, cap, targets, target_lengths, examples, i, j, k):
                        hits[found, 0], hits[found, 1], hits[found, 2], hits[found, 3] = row, i, j, k
                        found += 1
                    k += 1
                position[3] = 0
                j += 1
            position[1] += 1
            position[2] = 0
            i += 1
        position[0] += 1
        position[1] = 0
    return DONE, candidates, found


def agrees(group, instances, row, arity, offsets, lengths, mem, width, tails, cap, targets, target_lengths, examples, i, j, k):
    """Whether an instance on three entries gives the target on every example."""
    lazy = instances[row, LAZY] == 1
    for e in range(examples):
        base = e * width
        n_a = np.int64(lengths[e, i])
        n_b = np.int64(lengths[e, j]) if arity > 1 else 0
        n_c = np.int64(lengths[e, k]) if arity > 2 else 0
        if n_a < 0 or (not lazy and (n_b < 0 or n_c < 0)):
            return False
        b = base + offsets[e, j] if arity > 1 else 0
        c = base + offsets[e, k] if arity > 2 else 0
        out = base + tails[e]
        n = apply(group, instances, row, mem, base + offsets[e, i], n_a, b, n_b, c, n_c, out, cap)
        if n != target_lengths[e]:
            return False
        for w in range(n):
            if mem[out + w] != mem[base + targets[e] + w]:
                return False
    return True


def best_partial(low, high, bank, mem, width, targets, target_lengths, best):
    """The first entry of a range that is right on the most examples, and on how many; at least `best` + 1."""
    offsets, lengths, roots, origins = bank
    found = -1
    for i in range(low, high):
        right = 0
        for e in range(len(targets)):
            base = e * width
            if lengths[e, i] == target_lengths[e]:
                same = compare_slices(mem, base + offsets[e, i], target_lengths[e], base + targets[e], target_lengths[e])
                right += 1 if same == 0 else 0
        if right > best:
            best = right
            found = i
    return found, best
