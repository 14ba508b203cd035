"""Sequences edited: items put in, taken out, moved and repeated."""

from ..core.primitive import primitive
from .kernels import UNDEFINED, copy, find, half, run_end, same_words


@primitive("(List[a], Index, a) -> List[a]", cost=5, python="xs[:i] + [x] + xs[i:]")
def insert(xs, i, x):
    """The list with x put in at position i; undefined unless 0 <= i <= len(xs)."""
    if not 0 <= i <= len(xs):
        raise IndexError("position outside of the list")
    return [*xs[:i], x, *xs[i:]]


@insert.kernel
def _(mem, xs, n_xs, i, x, out, cap):
    if i < 0 or i > n_xs or n_xs + 1 > cap:
        return UNDEFINED
    copy(mem, xs, i, out)
    mem[out + i] = x
    return i + 1 + copy(mem, xs + i, n_xs - i, out + i + 1)


@primitive("(List[a], Index) -> List[a]", cost=5, python="xs[:i] + xs[i + 1:]")
def delete(xs, i):
    """The list without the item at position i; undefined outside the list."""
    if not 0 <= i < len(xs):
        raise IndexError("position outside of the list")
    return xs[:i] + xs[i + 1 :]


@delete.kernel
def _(mem, xs, n_xs, i, out, cap):
    if i < 0 or i >= n_xs:
        return UNDEFINED
    copy(mem, xs, i, out)
    return i + copy(mem, xs + i + 1, n_xs - i - 1, out + i)


@delete.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    if n_result != n_xs - 1:
        return UNDEFINED
    i = 0
    while i < n_result and mem[result + i] == mem[xs + i]:
        i += 1
    return i if same_words(mem, result + i, xs + i + 1, n_result - i) else UNDEFINED


@primitive("(List[a], Index, a) -> List[a]", cost=5, python="xs[:i] + [x] + xs[i + 1:]", name="set")
def set_(xs, i, x):
    """The list with x at position i instead; undefined outside the list."""
    if not 0 <= i < len(xs):
        raise IndexError("position outside of the list")
    return [*xs[:i], x, *xs[i + 1 :]]


@set_.kernel
def _(mem, xs, n_xs, i, x, out, cap):
    if i < 0 or i >= n_xs:
        return UNDEFINED
    copy(mem, xs, n_xs, out)
    mem[out + i] = x
    return n_xs


@primitive("(List[a], Index, Index) -> List[a]", cost=6)
def swap(xs, i, j):
    """The list with the items at two positions exchanged; undefined outside the list."""
    if i < 0 or j < 0:
        raise IndexError("negative position")
    ys = list(xs)
    ys[i], ys[j] = ys[j], ys[i]
    return ys


@swap.helper
def with_swapped(xs, i, j):
    """The list with the items at two positions exchanged."""
    ys = xs.copy()
    ys[i], ys[j] = ys[j], ys[i]
    return ys


@swap.kernel
def _(mem, xs, n_xs, i, j, out, cap):
    if i < 0 or j < 0 or i >= n_xs or j >= n_xs:
        return UNDEFINED
    copy(mem, xs, n_xs, out)
    mem[out + i] = mem[xs + j]
    mem[out + j] = mem[xs + i]
    return n_xs


@primitive("(s, Index) -> s", cost=5, python="xs * n")
def replicate(xs, n):
    """The sequence n times over; undefined for negative n."""
    if n < 0 or n * len(xs) > 100_000:
        raise ValueError("count out of range")
    return xs * n


@replicate.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 0:
        return UNDEFINED
    if n_xs == 0:
        return 0
    if n > cap // n_xs:
        return UNDEFINED
    for i in range(n):
        copy(mem, xs, n_xs, out + i * n_xs)
    return n * n_xs


@replicate.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    if n_xs == 0 or n_result % n_xs != 0:
        return UNDEFINED
    for i in range(n_result // n_xs):
        if not same_words(mem, result + i * n_xs, xs, n_xs):
            return UNDEFINED
    return n_result // n_xs


@primitive("(List[a], Index) -> List[a]", cost=5, python="[x for x in xs for _ in range(n)]")
def replicate_each(xs, n):
    """Every item n times in place; undefined for negative n."""
    if n < 0 or n * len(xs) > 100_000:
        raise ValueError("count out of range")
    return [x for x in xs for _ in range(n)]


@replicate_each.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 0:
        return UNDEFINED
    if n_xs == 0:
        return 0
    if n > cap // n_xs:
        return UNDEFINED
    for i in range(n_xs):
        for j in range(n):
            mem[out + i * n + j] = mem[xs + i]
    return n * n_xs


@primitive("(a, Index) -> List[a]", cost=4, python="[x] * n")
def copies(x, n):
    """x n times; undefined for negative n."""
    if not 0 <= n <= 100_000:
        raise ValueError("count out of range")
    return [x] * n


@copies.kernel
def _(mem, x, n, out, cap):
    if n < 0 or n > cap:
        return UNDEFINED
    for i in range(n):
        mem[out + i] = x
    return n


@copies.witness(0)
def _(mem, result, n_result, n, out, cap):
    return mem[result] if n > 0 and n_result == n and run_end(mem, result, n, 0) == n else UNDEFINED


@copies.witness(1)
def _(mem, result, n_result, x, out, cap):
    for i in range(n_result):
        if mem[result + i] != x:
            return UNDEFINED
    return n_result


@primitive("(s, Index) -> s", cost=6, python="(xs * (n // len(xs) + 1))[:n]")
def cycle(xs, n):
    """The sequence repeated and cut to n items; undefined for negative n and for an empty sequence."""
    if not 0 <= n <= 100_000 or not xs:
        raise ValueError("count out of range")
    return (xs * (n // len(xs) + 1))[:n]


@cycle.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 0 or n > cap or n_xs == 0:
        return UNDEFINED
    for i in range(n):
        mem[out + i] = mem[xs + i % n_xs]
    return n


@primitive("(List[a], List[a]) -> List[a]", cost=6, python="[x for pair in zip(xs, ys) for x in pair]")
def interleave(xs, ys):
    """Items of the two lists in turn, up to the end of the shorter."""
    return [x for pair in zip(xs, ys) for x in pair]


@interleave.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    n = min(n_xs, n_ys)
    if 2 * n > cap:
        return UNDEFINED
    for i in range(n):
        mem[out + 2 * i] = mem[xs + i]
        mem[out + 2 * i + 1] = mem[ys + i]
    return 2 * n


@interleave.witness(0)
def _(mem, result, n_result, ys, n_ys, out, cap):
    return half(mem, result, n_result, 0, ys, n_ys, out, cap)


@interleave.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return half(mem, result, n_result, 1, xs, n_xs, out, cap)


@primitive("(List[a], List[Index]) -> List[a]", cost=4, python="[xs[i] for i in positions]")
def gather(xs, positions):
    """The items at the given positions; undefined if one lies outside the list."""
    if any(i < 0 for i in positions):
        raise IndexError("negative position")
    return [xs[i] for i in positions]


@gather.kernel
def _(mem, xs, n_xs, positions, n_positions, out, cap):
    if n_positions > cap:
        return UNDEFINED
    for k in range(n_positions):
        i = mem[positions + k]
        if i < 0 or i >= n_xs:
            return UNDEFINED
        mem[out + k] = mem[xs + i]
    return n_positions


@gather.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    if n_result > cap or n_result > 1000:
        return UNDEFINED
    for i in range(n_result):
        place = find(mem, xs, n_xs, mem[result + i])
        if place < 0:
            return UNDEFINED
        mem[out + i] = place
    return n_result


@primitive("(List[a], List[Index], a) -> List[a]", cost=6)
def scatter(xs, positions, x):
    """The list with x at all the given positions; undefined if one lies outside the list."""
    if any(i < 0 for i in positions):
        raise IndexError("negative position")
    ys = list(xs)
    for i in positions:
        ys[i] = x
    return ys


@scatter.helper
def with_items_at(xs, positions, x):
    """The list with x at all the given positions."""
    ys = xs.copy()
    for i in positions:
        ys[i] = x
    return ys


@scatter.kernel
def _(mem, xs, n_xs, positions, n_positions, x, out, cap):
    copy(mem, xs, n_xs, out)
    for k in range(n_positions):
        i = mem[positions + k]
        if i < 0 or i >= n_xs:
            return UNDEFINED
        mem[out + i] = x
    return n_xs


@primitive("(List[a], Index, a) -> List[a]", cost=5, python="[x] * min(n, len(xs)) + xs[:max(len(xs) - n, 0)]")
def shift_right(xs, n, x):
    """The items moved n places to the right, x in the places that become free; undefined for negative n."""
    if n < 0:
        raise ValueError("negative count")
    k = min(n, len(xs))
    return [x] * k + xs[: len(xs) - k]


@shift_right.kernel
def _(mem, xs, n_xs, n, x, out, cap):
    if n < 0:
        return UNDEFINED
    for i in range(n_xs):
        mem[out + i] = x if i < n else mem[xs + i - n]
    return n_xs


@primitive("(List[a], Index, a) -> List[a]", cost=5, python="xs[n:] + [x] * min(n, len(xs))")
def shift_left(xs, n, x):
    """The items moved n places to the left, x in the places that become free; undefined for negative n."""
    if n < 0:
        raise ValueError("negative count")
    return xs[n:] + [x] * min(n, len(xs))


@shift_left.kernel
def _(mem, xs, n_xs, n, x, out, cap):
    if n < 0:
        return UNDEFINED
    k = min(n, n_xs)
    for i in range(n_xs):
        mem[out + i] = mem[xs + i + k] if i < n_xs - k else x
    return n_xs


@primitive("(List[a], Index, a) -> List[a]", cost=6, python="xs + [x] * (n - len(xs))")
def pad_right(xs, n, x):
    """The list filled up with x to n items."""
    if n > 100_000:
        raise ValueError("count out of range")
    return xs + [x] * (n - len(xs))


@pad_right.kernel
def _(mem, xs, n_xs, n, x, out, cap):
    if n > cap:
        return UNDEFINED
    copy(mem, xs, n_xs, out)
    for i in range(n_xs, n):
        mem[out + i] = x
    return max(n, n_xs)


@primitive("(List[a], Index, a) -> List[a]", cost=7, python="[x] * (n - len(xs)) + xs")
def pad_left(xs, n, x):
    """The list filled up with x in front to n items."""
    if n > 100_000:
        raise ValueError("count out of range")
    return [x] * (n - len(xs)) + xs


@pad_left.kernel
def _(mem, xs, n_xs, n, x, out, cap):
    if n > cap:
        return UNDEFINED
    missing = max(n - n_xs, 0)
    for i in range(missing):
        mem[out + i] = x
    return missing + copy(mem, xs, n_xs, out + missing)
