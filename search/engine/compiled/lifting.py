"""A primitive mapped over rows, or applied to rows as if they were items; compiled, as `loops` says."""

from __future__ import annotations

from .encoding import ARGUMENT, BITS, EACH, MODE, ONE, PLAIN, RESULT, ROWS
from .intrinsics import invoke


def apply(kernel, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap):
    """Write the value of an instance over rows on the given slices at `out`; return its length or -1."""
    if instances[row, MODE] == EACH:
        return apply_each(kernel, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap)
    return apply_boxed(kernel, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap)


def rows_of(type_id, mem, a, n_a):
    """How many rows an argument has."""
    return n_a if type_id == ONE else mem[a]


def first_row(type_id, mem, a):
    """Where the first row of an argument begins."""
    return a + 1 + mem[a] if type_id == ROWS else a


def row_length(type_id, mem, a, n_a, i):
    """The number of words of row i."""
    if type_id == ROWS:
        return mem[a + 1 + i]
    return 1 if type_id == ONE else n_a


def apply_each(kernel, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap):
    """Map a primitive over the rows of its lifted arguments, which meet at the shortest."""
    bits = instances[row, BITS]
    type_a = instances[row, ARGUMENT]
    type_b = instances[row, ARGUMENT + 1]
    type_c = instances[row, ARGUMENT + 2]
    count = cap
    if type_a != PLAIN:
        count = min(count, rows_of(type_a, mem, a, n_a))
    if type_b != PLAIN:
        count = min(count, rows_of(type_b, mem, b, n_b))
    if type_c != PLAIN:
        count = min(count, rows_of(type_c, mem, c, n_c))
    nested = instances[row, RESULT] == ROWS
    used = 1 + count if nested else 0
    if used > cap:
        return -1
    at_a, at_b, at_c = first_row(type_a, mem, a), first_row(type_b, mem, b), first_row(type_c, mem, c)
    for i in range(count):
        l_a = row_length(type_a, mem, a, n_a, i)
        l_b = row_length(type_b, mem, b, n_b, i)
        l_c = row_length(type_c, mem, c, n_c, i)
        length = invoke(kernel, bits, mem, at_a, l_a, at_b, l_b, at_c, l_c, out + used, cap - used)
        if length < 0:
            return -1
        if nested:
            mem[out + 1 + i] = length
        used += length
        if used >= cap:
            return -1
        if type_a != PLAIN:
            at_a += l_a
        if type_b != PLAIN:
            at_b += l_b
        if type_c != PLAIN:
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


def box_argument(type_id, mem, table, size, limit, a, n_a):
    """Enter all rows of an argument in the table; return its new size, -1 if it overflows."""
    if type_id == ONE:
        return box(mem, table, size, limit, a, n_a)
    if type_id == ROWS:
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


def write_ids(type_id, mem, table, size, limit, a, n_a, ids):
    """Write an argument's row ids at `ids`; return how many."""
    if type_id == ONE:
        mem[ids] = boxed_id(mem, table, size, limit, a, n_a)
        return 1
    start = a + 1 + mem[a]
    for i in range(mem[a]):
        mem[ids + i] = boxed_id(mem, table, size, limit, start, mem[a + 1 + i])
        start += mem[a + 1 + i]
    return mem[a]


def apply_boxed(kernel, instances, row, mem, a, n_a, b, n_b, c, n_c, out, cap):
    """Apply a polymorphic primitive to rows: it sees an id for each row, by rank.

    What a primitive does for all types alike it does to ids as to the rows
    themselves (parametricity); equal rows share an id and ids keep the order,
    so primitives that compare are right too.
    """
    type_a = instances[row, ARGUMENT]
    type_b = instances[row, ARGUMENT + 1]
    type_c = instances[row, ARGUMENT + 2]
    ids = out + 2 * cap
    table = ids + 3 * cap
    limit = cap >> 1
    size = box_argument(type_a, mem, table, 0, limit, a, n_a)
    if size >= 0:
        size = box_argument(type_b, mem, table, size, limit, b, n_b)
    if size >= 0:
        size = box_argument(type_c, mem, table, size, limit, c, n_c)
    if size < 0:
        return -1
    if type_a != PLAIN:
        n_a = write_ids(type_a, mem, table, size, limit, a, n_a, ids)
        a = ids
    if type_b != PLAIN:
        n_b = write_ids(type_b, mem, table, size, limit, b, n_b, ids + cap)
        b = ids + cap
    if type_c != PLAIN:
        n_c = write_ids(type_c, mem, table, size, limit, c, n_c, ids + 2 * cap)
        c = ids + 2 * cap
    type_id = instances[row, RESULT]
    inner = out if type_id == PLAIN else table + cap
    n = invoke(kernel, instances[row, BITS], mem, a, n_a, b, n_b, c, n_c, inner, cap)
    if n < 0 or type_id == PLAIN:
        return n
    return unbox(type_id, mem, table, limit, inner, n, out, cap)


def unbox(type_id, mem, table, limit, ids, count, out, cap):
    """Write the rows that `ids` stand for; return the number of words, -1 past `cap`."""
    used = 1 + count if type_id == ROWS else 0
    if used > cap:
        return -1
    for i in range(count):
        start = mem[table + mem[ids + i]]
        length = mem[table + limit + mem[ids + i]]
        if used + length > cap:
            return -1
        for j in range(length):
            mem[out + used + j] = mem[start + j]
        if type_id == ROWS:
            mem[out + 1 + i] = length
        used += length
    if type_id == ROWS:
        mem[out] = count
    return used
