"""Lists of rows: made from a sequence, and taken apart again."""

from ..core.primitive import primitive
from .kernels import UNDEFINED, add_row, columns, copy, half_of_pairs, pieces_at, slice_of, write_rows


@primitive("(s, Index) -> List[s]", cost=4, python="[xs[i:i + n] for i in range(len(xs) - n + 1)]")
def windows(xs, n):
    """All runs of n neighbouring items; none if there are fewer; undefined for n < 1."""
    if n < 1 or n * (len(xs) - n + 1) > 100_000:
        raise ValueError("no such windows")
    return [xs[i : i + n] for i in range(len(xs) - n + 1)]


@windows.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 1:
        return UNDEFINED
    k = 0
    for i in range(n_xs - n + 1):
        k = add_row(mem, k, xs + i, n, out, cap)
    return write_rows(mem, k, out, cap)


@primitive("(s, Index) -> List[s]", cost=4, python="[xs[i:i + n] for i in range(0, len(xs), n)]")
def chunks(xs, n):
    """Pieces of n items each, the last one perhaps shorter; undefined for n < 1."""
    if n < 1:
        raise ValueError("empty chunks")
    return [xs[i : i + n] for i in range(0, len(xs), n)]


@chunks.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 1:
        return UNDEFINED
    k, start = 0, 0
    while start < n_xs:
        count = min(n, n_xs - start)
        k = add_row(mem, k, xs + start, count, out, cap)
        start += count
    return write_rows(mem, k, out, cap)


@primitive(
    "(s) -> List[s]",
    cost=4,
    python="[list(run) for _, run in itertools.groupby(xs)]",
    python_for_text='["".join(run) for _, run in itertools.groupby(xs)]',
)
def groups(xs):
    """The runs of equal neighbours."""
    starts = [i for i in range(len(xs)) if i == 0 or xs[i] != xs[i - 1]]
    return [xs[i:j] for i, j in zip(starts, starts[1:] + [len(xs)])]


@groups.kernel
def _(mem, xs, n_xs, out, cap):
    k, start = 0, 0
    for i in range(1, n_xs + 1):
        if i == n_xs or mem[xs + i] != mem[xs + i - 1]:
            k = add_row(mem, k, xs + start, i - start, out, cap)
            start = i
    return write_rows(mem, k, out, cap)


@primitive("(List[e], List[Int]) -> List[List[e]]", cost=5)
def group_by(xs, keys):
    """A row of items for each distinct key, in the order in which the keys first appear."""
    rows = {}
    for x, key in zip(xs, keys):
        rows.setdefault(key, []).append(x)
    return list(rows.values())


@group_by.kernel
def _(mem, xs, n_xs, keys, n_keys, out, cap):
    n, k = min(n_xs, n_keys), 0
    number = out + cap
    if n + 1 > cap:
        return UNDEFINED
    for i in range(n):
        j = 0
        while j < k and mem[out + 1 + j] != mem[keys + i]:
            j += 1
        if j == k:
            if k + n + 2 > cap:
                return UNDEFINED
            mem[out + 1 + k] = mem[keys + i]
            k += 1
        mem[number + i] = j
    for j in range(k):
        mem[out + 1 + j] = 0
    for i in range(n):
        mem[out + 1 + mem[number + i]] += 1
    end = out + 1 + k
    for j in range(k):
        mem[number + n + j] = end
        end += mem[out + 1 + j]
    for i in range(n):
        j = mem[number + i]
        mem[mem[number + n + j]] = mem[xs + i]
        mem[number + n + j] += 1
    mem[out] = k
    return 1 + k + n


@primitive("(List[e], e) -> List[List[e]]", cost=5)
def split_at(xs, x):
    """The pieces between the items equal to x, which are left out; adjacent ones enclose an empty piece."""
    rows = [[]]
    for y in xs:
        if y == x:
            rows.append([])
        else:
            rows[-1].append(y)
    return rows


@split_at.kernel
def _(mem, xs, n_xs, x, out, cap):
    return pieces_at(mem, xs, n_xs, x, out, cap)


@primitive("(List[e], List[Bool]) -> List[List[e]]", cost=5)
def split_where(xs, mask):
    """The items cut into rows: a new one starts wherever the mask is true."""
    rows = []
    for x, starts in zip(xs, mask):
        if starts or not rows:
            rows.append([])
        rows[-1].append(x)
    return rows


@split_where.kernel
def _(mem, xs, n_xs, mask, n_mask, out, cap):
    n, k, start = min(n_xs, n_mask), 0, 0
    for i in range(1, n + 1):
        if i == n or mem[mask + i] != 0:
            k = add_row(mem, k, xs + start, i - start, out, cap)
            start = i
    return write_rows(mem, k, out, cap)


@primitive("(s) -> List[s]", cost=4, python="[xs[:i] for i in range(1, len(xs) + 1)]")
def prefixes(xs):
    """The first item, the first two, and so on to the whole; none for an empty sequence."""
    if len(xs) * (len(xs) + 1) // 2 > 100_000:
        raise ValueError("too many items")
    return [xs[:i] for i in range(1, len(xs) + 1)]


@prefixes.kernel
def _(mem, xs, n_xs, out, cap):
    k = 0
    for i in range(n_xs):
        k = add_row(mem, k, xs, i + 1, out, cap)
    return write_rows(mem, k, out, cap)


@primitive("(s) -> List[s]", cost=4, python="[xs[i:] for i in range(len(xs))]")
def suffixes(xs):
    """The whole, all but the first item, and so on to the last one; none for an empty sequence."""
    if len(xs) * (len(xs) + 1) // 2 > 100_000:
        raise ValueError("too many items")
    return [xs[i:] for i in range(len(xs))]


@suffixes.kernel
def _(mem, xs, n_xs, out, cap):
    k = 0
    for i in range(n_xs):
        k = add_row(mem, k, xs + i, n_xs - i, out, cap)
    return write_rows(mem, k, out, cap)


@primitive("(List[e], List[e]) -> List[List[e]]", cost=4)
def pairs(xs, ys):
    """Rows of two, an item of each list, as far as the shorter list reaches."""
    return [[x, y] for x, y in zip(xs, ys)]


@pairs.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    k = min(n_xs, n_ys)
    if 1 + 3 * k > cap:
        return UNDEFINED
    for i in range(k):
        mem[out + 1 + i] = 2
        mem[out + 1 + k + 2 * i] = mem[xs + i]
        mem[out + 2 + k + 2 * i] = mem[ys + i]
    mem[out] = k
    return 1 + 3 * k


@pairs.witness(0)
def _(mem, result, n_result, ys, n_ys, out, cap):
    return half_of_pairs(mem, result, 0, ys, n_ys, out, cap)


@pairs.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return half_of_pairs(mem, result, 1, xs, n_xs, out, cap)


@primitive("(List[List[e]]) -> List[List[e]]", cost=4)
def transpose(rows):
    """The columns, as far as the shortest row reaches."""
    return [list(column) for column in zip(*rows)]


@transpose.kernel
def _(mem, rows, n_rows, out, cap):
    width = mem[rows + 1] if mem[rows] > 0 else 0
    for i in range(mem[rows]):
        width = min(width, mem[rows + 1 + i])
    return columns(mem, rows, width, out, cap)


@transpose.witness(0)
def _(mem, result, n_result, out, cap):
    k = mem[result]
    width = mem[result + 1] if k > 0 else 0
    for i in range(k):
        if mem[result + 1 + i] != width or width == 0:
            return UNDEFINED
    return columns(mem, result, width, out, cap)


@primitive("(List[List[e]]) -> List[e]", cost=3)
def flatten(rows):
    """The items of all rows, one row after the other."""
    return [x for row in rows for x in row]


@flatten.kernel
def _(mem, rows, n_rows, out, cap):
    skip = 1 + mem[rows]
    return slice_of(mem, rows + skip, n_rows - skip, out, cap)


@primitive(
    "(List[e], List[Bool]) -> List[List[e]]",
    cost=5,
    python="[[x for x, p in zip(xs, mask) if p], [x for x, p in zip(xs, mask) if not p]]",
)
def partition(xs, mask):
    """Two rows: the items where the mask is true, and those where it is false."""
    return [[x for x, p in zip(xs, mask) if p], [x for x, p in zip(xs, mask) if not p]]


@partition.kernel
def _(mem, xs, n_xs, mask, n_mask, out, cap):
    n, chosen = min(n_xs, n_mask), 0
    if n + 3 > cap:
        return UNDEFINED
    for i in range(n):
        if mem[mask + i] != 0:
            mem[out + 3 + chosen] = mem[xs + i]
            chosen += 1
    size = 3 + chosen
    for i in range(n):
        if mem[mask + i] == 0:
            mem[out + size] = mem[xs + i]
            size += 1
    mem[out], mem[out + 1], mem[out + 2] = 2, chosen, n - chosen
    return size


@primitive("(List[List[e]], e) -> List[e]", cost=6, python="[y for row in rows for y in [x, *row]][1:]")
def join_rows(rows, x):
    """The items of all rows, with x between one row and the next."""
    return [y for row in rows for y in [x, *row]][1:]


@join_rows.kernel
def _(mem, rows, n_rows, x, out, cap):
    k = mem[rows]
    if n_rows - 1 - k + max(0, k - 1) > cap:
        return UNDEFINED
    row, size = rows + 1 + k, 0
    for i in range(k):
        if i > 0:
            mem[out + size] = x
            size += 1
        size += copy(mem, row, mem[rows + 1 + i], out + size)
        row += mem[rows + 1 + i]
    return size


@join_rows.witness(0)
def _(mem, result, n_result, x, out, cap):
    return pieces_at(mem, result, n_result, x, out, cap)


@primitive("(List[e], List[e]) -> List[List[e]]", cost=5, python="[[x, y] for x in xs for y in ys]")
def cartesian(xs, ys):
    """All pairs of an item of the first list with one of the second."""
    if 2 * len(xs) * len(ys) > 100_000:
        raise ValueError("too many items")
    return [[x, y] for x in xs for y in ys]


@cartesian.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    k = n_xs * n_ys
    if 1 + 3 * k > cap:
        return UNDEFINED
    for i in range(n_xs):
        for j in range(n_ys):
            row = i * n_ys + j
            mem[out + 1 + row] = 2
            mem[out + 1 + k + 2 * row] = mem[xs + i]
            mem[out + 2 + k + 2 * row] = mem[ys + j]
    mem[out] = k
    return 1 + 3 * k


@primitive("(s) -> List[s]", cost=5)
def halves(xs):
    """Two halves; the first is the shorter one of an odd number of items."""
    return [xs[: len(xs) // 2], xs[len(xs) // 2 :]]


@halves.kernel
def _(mem, xs, n_xs, out, cap):
    half = n_xs // 2
    k = add_row(mem, 0, xs, half, out, cap)
    k = add_row(mem, k, xs + half, n_xs - half, out, cap)
    return write_rows(mem, k, out, cap)
