"""What kernels share.

The functions here and the kernels are written in the part of Python that is
compiled (see `search.engine.translation`); they also run as they are, which is
how coverage is measured.

House rules, each of which a test enforces or a crash taught: no bare ``*`` or
``**`` on values (a product that does not fit into 64 bits wraps around, and
looks like any other); every write stays below ``out + cap``; every loop is
bounded by the lengths of the arguments or by ``cap``; scratch space is
``mem[out + cap : out + 2 * cap]``.
"""

LIMIT = 2**53
UNDEFINED = -(2**63)
"""What a kernel returns where the primitive is undefined."""


def times(x, y):
    """The product, UNDEFINED past +-2^53: tested in floating point, before it can wrap."""
    if abs(float(x) * float(y)) > 9.1e15:
        return UNDEFINED
    return x * y


def copy(mem, source, count, out):
    """Copy `count` words from `source` to `out`."""
    for i in range(count):
        mem[out + i] = mem[source + i]
    return count


def same_words(mem, xs, ys, count):
    """Whether the `count` words at `xs` and at `ys` are the same."""
    for i in range(count):
        if mem[xs + i] != mem[ys + i]:
            return 0
    return 1


def starts_with(mem, s, n_s, t, n_t):
    """Whether the slice `s` begins with `t`."""
    return n_t <= n_s and same_words(mem, s, t, n_t) == 1


def ends_with(mem, s, n_s, t, n_t):
    """Whether the slice `s` ends with `t`."""
    return n_t <= n_s and same_words(mem, s + n_s - n_t, t, n_t) == 1


def find_in(mem, s, n_s, t, n_t, start):
    """Where `t` first occurs in `s` from `start` on; -1 if it does not."""
    for i in range(start, n_s - n_t + 1):
        if same_words(mem, s + i, t, n_t):
            return i
    return -1


def find_last_in(mem, s, n_s, t, n_t):
    """Where `t` last occurs in `s`; -1 if it does not."""
    for k in range(n_s - n_t + 1):
        if same_words(mem, s + n_s - n_t - k, t, n_t):
            return n_s - n_t - k
    return -1


def replace_in(mem, s, n_s, t, n_t, u, n_u, most, out, cap):
    """Write `s` with the first `most` occurrences of `t` replaced by `u`; UNDEFINED for empty `t`."""
    if n_t == 0:
        return UNDEFINED
    size, i = 0, 0
    while i < n_s:
        if most > 0 and n_s - i >= n_t and same_words(mem, s + i, t, n_t):
            if n_u > cap - size:
                return UNDEFINED
            size += copy(mem, u, n_u, out + size)
            i += n_t
            most -= 1
        else:
            if size >= cap:
                return UNDEFINED
            mem[out + size] = mem[s + i]
            size += 1
            i += 1
    return size


def slice_of(mem, source, count, out, cap):
    """Copy `count` words if they fit."""
    return UNDEFINED if count > cap else copy(mem, source, count, out)


def add_row(mem, k, source, count, out, cap):
    """Note a slice of memory as row number `k` of a nested result; `write_rows` writes them.

    Returns the number of rows noted so far; `cap` once there are too many.
    """
    if k + 1 >= cap:
        return cap
    mem[out + 1 + k] = count
    mem[out + cap + k] = source
    return k + 1


def write_rows(mem, k, out, cap):
    """Write the nested list of the `k` rows that `add_row` noted."""
    size = 1 + k
    if size > cap:
        return UNDEFINED
    for i in range(k):
        count = mem[out + 1 + i]
        if count > cap - size:
            return UNDEFINED
        size += copy(mem, mem[out + cap + i], count, out + size)
    mem[out] = k
    return size


def pieces_of(mem, s, n_s, t, n_t, out, cap):
    """Write the pieces of `s` between the occurrences of `t` as rows; UNDEFINED for empty `t`."""
    if n_t == 0:
        return UNDEFINED
    k, start, found = 0, 0, find_in(mem, s, n_s, t, n_t, 0)
    while found >= 0:
        k = add_row(mem, k, s + start, found - start, out, cap)
        start = found + n_t
        found = find_in(mem, s, n_s, t, n_t, start)
    k = add_row(mem, k, s + start, n_s - start, out, cap)
    return write_rows(mem, k, out, cap)


def pieces_at(mem, xs, n_xs, x, out, cap):
    """Write the pieces between the words equal to `x` as rows."""
    k, start = 0, 0
    for i in range(n_xs):
        if mem[xs + i] == x:
            k = add_row(mem, k, xs + start, i - start, out, cap)
            start = i + 1
    k = add_row(mem, k, xs + start, n_xs - start, out, cap)
    return write_rows(mem, k, out, cap)


def columns(mem, rows, width, out, cap):
    """Write so many columns of a nested list as rows."""
    k = mem[rows]
    if 1 + width + width * k > cap:
        return UNDEFINED
    row = rows + 1 + k
    for i in range(k):
        for j in range(width):
            mem[out + 1 + width + j * k + i] = mem[row + j]
        row += mem[rows + 1 + i]
    for j in range(width):
        mem[out + 1 + j] = k
    mem[out] = width
    return 1 + width + width * k


def half(mem, items, n, position, others, n_others, out, cap):
    """Write every second of `n` items from a position on; UNDEFINED unless `others` begin with those between."""
    k = n // 2
    if n != 2 * k or k > n_others or k > cap:
        return UNDEFINED
    for i in range(k):
        if mem[items + 2 * i + 1 - position] != mem[others + i]:
            return UNDEFINED
        mem[out + i] = mem[items + 2 * i + position]
    return k


def half_of_pairs(mem, rows, position, others, n_others, out, cap):
    """The same of rows that must be pairs."""
    k = mem[rows]
    for i in range(k):
        if mem[rows + 1 + i] != 2:
            return UNDEFINED
    return half(mem, rows + 1 + k, 2 * k, position, others, n_others, out, cap)


def joined(mem, ws, n_ws, t, n_t, out, cap):
    """Write the rows of `ws` one after the other with `t` between them."""
    k = mem[ws]
    if n_ws - 1 - k + n_t * max(0, k - 1) > cap:
        return UNDEFINED
    row, size = ws + 1 + k, 0
    for i in range(k):
        if i > 0:
            size += copy(mem, t, n_t, out + size)
        size += copy(mem, row, mem[ws + 1 + i], out + size)
        row += mem[ws + 1 + i]
    return size


def total(mem, xs, n):
    """The sum of `n` words; UNDEFINED where it leaves the range by far, and exact although the plain sum could wrap."""
    high, low = 0, 0
    for i in range(n):
        high += mem[xs + i] >> 28
        low += mem[xs + i] & 0xFFFFFFF
    high += low >> 28
    if abs(high) > 0x4000000:
        return UNDEFINED
    return (high << 28) + (low & 0xFFFFFFF)


def extreme(mem, xs, n, largest):
    """The position of the first largest word (or smallest, if `largest` is 0) of a non-empty list."""
    best = 0
    for i in range(1, n):
        if (mem[xs + i] > mem[xs + best]) if largest else (mem[xs + i] < mem[xs + best]):
            best = i
    return best


def find(mem, xs, n, x):
    """The position of the first word equal to `x`, -1 if there is none."""
    for i in range(n):
        if mem[xs + i] == x:
            return i
    return -1


def insert_block(mem, keys, start, end, order):
    """Write the positions from `start` to `end` at `order`, sorted by their keys."""
    for i in range(start, end):
        j = i
        while j > start and mem[keys + mem[order + j - 1]] > mem[keys + i]:
            mem[order + j] = mem[order + j - 1]
            j -= 1
        mem[order + j] = i


def merge_blocks(mem, keys, order, start, middle, end, out):
    """Merge two neighbouring sorted blocks of positions at `order` into `out`."""
    i, j = start, middle
    for k in range(start, end):
        if j >= end or (i < middle and mem[keys + mem[order + i]] <= mem[keys + mem[order + j]]):
            mem[out + k] = mem[order + i]
            i += 1
        else:
            mem[out + k] = mem[order + j]
            j += 1


def argsort(mem, keys, n, order, scratch):
    """Write the positions that sort `n` keys stably at `order`; both that and `scratch` take `n` words."""
    for start in range(0, n, 16):
        insert_block(mem, keys, start, min(start + 16, n), order)
    width = 16
    while width < n:
        both = width + width
        for start in range(0, n, both):
            merge_blocks(mem, keys, order, start, min(start + width, n), min(start + both, n), scratch)
        copy(mem, scratch, n, order)
        width = both
    return n


def multiset_rest(mem, items, n, xs, n_xs, out, cap):
    """Write what `n` items in order have beyond those of `xs`, in the same order; UNDEFINED if `xs` has others."""
    if n_xs > n or n > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    falling = n > 0 and mem[items] > mem[items + n - 1]
    used, kept = 0, 0
    for i in range(n):
        next_used = order + (n_xs - 1 - used if falling else used)
        if used < n_xs and mem[xs + mem[next_used]] == mem[items + i]:
            used += 1
        else:
            mem[out + kept] = mem[items + i]
            kept += 1
    return kept if used == n_xs else UNDEFINED


def group_end(mem, keys, n, order, start):
    """Where the group of equal keys that begins at `start` of a sorted order ends."""
    key = mem[keys + mem[order + start]]
    end = start + 1
    while end < n and mem[keys + mem[order + end]] == key:
        end += 1
    return end


def lookup(mem, keys, n, order, x):
    """The position of the first key equal to `x` by bisection of a sorted order, -1 if there is none."""
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        if mem[keys + mem[order + middle]] < x:
            low = middle + 1
        else:
            high = middle
    if low < n and mem[keys + mem[order + low]] == x:
        return mem[order + low]
    return -1


def run_end(mem, xs, n, start):
    """Where the run of equal words that begins at `start` ends."""
    end = start + 1
    while end < n and mem[xs + end] == mem[xs + start]:
        end += 1
    return end


def root(x):
    """The square root, rounded down, of a non-negative integer."""
    guess, better = x, (x + 1) // 2
    while better < guess:
        guess = better
        better = (guess + x // guess) // 2
    return guess


def write_digits(mem, x, base, out, cap):
    """Write the digits of a non-negative integer, the most significant first."""
    count = 1
    rest = x // base
    while rest > 0:
        rest //= base
        count += 1
    if count > cap:
        return UNDEFINED
    for i in range(count):
        mem[out + count - 1 - i] = x % base
        x //= base
    return count


def read_digits(mem, xs, n, base):
    """The number that these digits make; UNDEFINED where one is none, or there are none."""
    value = 0
    for i in range(n):
        if mem[xs + i] < 0 or mem[xs + i] >= base:
            return UNDEFINED
        value = times(value, base)
        if value == UNDEFINED or value + mem[xs + i] > LIMIT:
            return UNDEFINED
        value += mem[xs + i]
    return value if n > 0 else UNDEFINED
