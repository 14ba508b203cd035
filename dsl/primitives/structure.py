"""Sequences taken apart and put together."""

from ..core.primitive import Laws, primitive
from .kernels import UNDEFINED, copy, ends_with, find, multiset_rest, same_words, slice_of, starts_with


@primitive("(s) -> s", cost=3, python="xs[::-1]", laws=Laws(absorbs={0: ("reverse",)}))
def reverse(xs):
    """The items in reverse order."""
    return xs[::-1]


@reverse.kernel
def _(mem, xs, n_xs, out, cap):
    for i in range(n_xs):
        mem[out + i] = mem[xs + n_xs - 1 - i]
    return n_xs


@reverse.witness(0)
def _(mem, result, n_result, out, cap):
    for i in range(n_result):
        mem[out + i] = mem[result + n_result - 1 - i]
    return n_result


@primitive("(s, Index) -> s", cost=3, python="xs[:n]")
def take(xs, n):
    """The first n items (all if there are fewer); undefined for negative n."""
    if n < 0:
        raise ValueError("negative count")
    return xs[:n]


@take.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 0:
        return UNDEFINED
    return copy(mem, xs, min(n, n_xs), out)


@take.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return n_result if starts_with(mem, xs, n_xs, result, n_result) else UNDEFINED


@primitive("(List[a]) -> a", cost=3, python="xs[0]")
def head(xs):
    """The first item; undefined for an empty list."""
    return xs[0]


@head.kernel
def _(mem, xs, n_xs, out, cap):
    return mem[xs] if n_xs > 0 else UNDEFINED


@primitive("(s, s) -> s", cost=3, python="xs + ys", laws=Laws(associative=True))
def concat(xs, ys):
    """One sequence after the other."""
    return xs + ys


@concat.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    if n_xs + n_ys > cap:
        return UNDEFINED
    copy(mem, xs, n_xs, out)
    return n_xs + copy(mem, ys, n_ys, out + n_xs)


@concat.witness(0)
def _(mem, result, n_result, ys, n_ys, out, cap):
    if not ends_with(mem, result, n_result, ys, n_ys):
        return UNDEFINED
    return slice_of(mem, result, n_result - n_ys, out, cap)


@concat.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    if not starts_with(mem, result, n_result, xs, n_xs):
        return UNDEFINED
    return slice_of(mem, result + n_xs, n_result - n_xs, out, cap)


@concat.multiset_witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return multiset_rest(mem, result, n_result, xs, n_xs, out, cap)


@primitive("(s, Index) -> s", cost=3, python="xs[n:]")
def drop(xs, n):
    """All but the first n items; undefined for negative n."""
    if n < 0:
        raise ValueError("negative count")
    return xs[n:]


@drop.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 0:
        return UNDEFINED
    skip = min(n, n_xs)
    return copy(mem, xs + skip, n_xs - skip, out)


@drop.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return n_xs - n_result if ends_with(mem, xs, n_xs, result, n_result) else UNDEFINED


@primitive("(s, Index) -> s", cost=4, python="xs[max(len(xs) - n, 0):]")
def take_last(xs, n):
    """The last n items (all if there are fewer); undefined for negative n."""
    if n < 0:
        raise ValueError("negative count")
    return xs[max(len(xs) - n, 0) :]


@take_last.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 0:
        return UNDEFINED
    keep = min(n, n_xs)
    return copy(mem, xs + n_xs - keep, keep, out)


@take_last.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return n_result if ends_with(mem, xs, n_xs, result, n_result) else UNDEFINED


@primitive("(s, Index) -> s", cost=4, python="xs[:max(len(xs) - n, 0)]")
def drop_last(xs, n):
    """All but the last n items; undefined for negative n."""
    if n < 0:
        raise ValueError("negative count")
    return xs[: max(len(xs) - n, 0)]


@drop_last.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 0:
        return UNDEFINED
    return copy(mem, xs, n_xs - min(n, n_xs), out)


@drop_last.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return n_xs - n_result if starts_with(mem, xs, n_xs, result, n_result) else UNDEFINED


@primitive("(s) -> s", cost=3, python="xs[1:]")
def tail(xs):
    """All but the first item."""
    return xs[1:]


@tail.kernel
def _(mem, xs, n_xs, out, cap):
    skip = min(1, n_xs)
    return copy(mem, xs + skip, n_xs - skip, out)


@primitive("(s) -> s", cost=3, python="xs[:-1]")
def init(xs):
    """All but the last item."""
    return xs[:-1]


@init.kernel
def _(mem, xs, n_xs, out, cap):
    return copy(mem, xs, max(n_xs - 1, 0), out)


@primitive("(s, Index, Index) -> s", cost=4, python="xs[i:j]", name="slice")
def slice_(xs, i, j):
    """The items from position i up to but not including j; undefined for negative positions."""
    if i < 0 or j < 0:
        raise ValueError("negative position")
    return xs[i:j]


@slice_.kernel
def _(mem, xs, n_xs, i, j, out, cap):
    if i < 0 or j < 0:
        return UNDEFINED
    start = min(i, n_xs)
    return copy(mem, xs + start, max(min(j, n_xs) - start, 0), out)


@primitive("(s, Index) -> s", cost=5, python="xs[::n]")
def stride(xs, n):
    """Every n-th item from the first on; undefined unless n is positive."""
    if n < 1:
        raise ValueError("the step must be positive")
    return xs[::n]


@stride.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n < 1:
        return UNDEFINED
    count, i = 0, 0
    while i < n_xs:
        mem[out + count] = mem[xs + i]
        count += 1
        i += n
    return count


@primitive("(List[a]) -> a", cost=3, python="xs[-1]")
def last(xs):
    """The last item; undefined for an empty list."""
    return xs[-1]


@last.kernel
def _(mem, xs, n_xs, out, cap):
    return mem[xs + n_xs - 1] if n_xs > 0 else UNDEFINED


@primitive("(List[a], Index) -> a", cost=3, python="xs[i]")
def at(xs, i):
    """The item at position i, counted from 0, or from the end for negative i; undefined outside the list."""
    return xs[i]


@at.kernel
def _(mem, xs, n_xs, i, out, cap):
    place = i + n_xs if i < 0 else i
    return mem[xs + place] if 0 <= place < n_xs else UNDEFINED


@at.witness(1)
def _(mem, result, xs, n_xs, out, cap):
    i = find(mem, xs, n_xs, result)
    return i if i >= 0 else UNDEFINED


@primitive("(s) -> Index", cost=3, python="len(xs)", name="len")
def length(xs):
    """The number of items."""
    return len(xs)


@length.kernel
def _(mem, xs, n_xs, out, cap):
    return n_xs


@primitive("(a, List[a]) -> List[a]", cost=3, python="[x] + xs")
def cons(x, xs):
    """x in front of the list."""
    return [x, *xs]


@cons.kernel
def _(mem, x, xs, n_xs, out, cap):
    if n_xs + 1 > cap:
        return UNDEFINED
    mem[out] = x
    return 1 + copy(mem, xs, n_xs, out + 1)


@cons.witness(0)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return mem[result] if n_result == n_xs + 1 and same_words(mem, result + 1, xs, n_xs) else UNDEFINED


@cons.witness(1)
def _(mem, result, n_result, x, out, cap):
    return slice_of(mem, result + 1, n_result - 1, out, cap) if n_result > 0 and mem[result] == x else UNDEFINED


@cons.multiset_witness(0)
def _(mem, result, n_result, xs, n_xs, out, cap):
    count = multiset_rest(mem, result, n_result, xs, n_xs, out, cap)
    return mem[out] if count == 1 else UNDEFINED


@cons.multiset_witness(1)
def _(mem, result, n_result, x, out, cap):
    place = find(mem, result, n_result, x)
    if place < 0 or n_result > cap:
        return UNDEFINED
    copy(mem, result, place, out)
    return place + copy(mem, result + place + 1, n_result - 1 - place, out + place)


@primitive("(List[a], a) -> List[a]", cost=3, python="xs + [x]")
def append(xs, x):
    """The list with x at its end."""
    return [*xs, x]


@append.kernel
def _(mem, xs, n_xs, x, out, cap):
    if n_xs + 1 > cap:
        return UNDEFINED
    copy(mem, xs, n_xs, out)
    mem[out + n_xs] = x
    return n_xs + 1


@append.witness(0)
def _(mem, result, n_result, x, out, cap):
    last = result + n_result - 1
    return slice_of(mem, result, n_result - 1, out, cap) if n_result > 0 and mem[last] == x else UNDEFINED


@append.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    return mem[result + n_xs] if n_result == n_xs + 1 and same_words(mem, result, xs, n_xs) else UNDEFINED


@primitive("(a) -> List[a]", cost=3)
def single(x):
    """The list of one item."""
    return [x]


@single.kernel
def _(mem, x, out, cap):
    mem[out] = x
    return 1


@single.witness(0)
def _(mem, result, n_result, out, cap):
    return mem[result] if n_result == 1 else UNDEFINED


@primitive("(a, a) -> List[a]", cost=4)
def pair(x, y):
    """The list of two items."""
    return [x, y]


@pair.kernel
def _(mem, x, y, out, cap):
    if cap < 2:
        return UNDEFINED
    mem[out] = x
    mem[out + 1] = y
    return 2


@pair.witness(0)
def _(mem, result, n_result, y, out, cap):
    return mem[result] if n_result == 2 and mem[result + 1] == y else UNDEFINED


@pair.witness(1)
def _(mem, result, n_result, x, out, cap):
    return mem[result + 1] if n_result == 2 and mem[result] == x else UNDEFINED


@primitive("(s, Index) -> s", cost=4)
def rotate(xs, n):
    """The items rotated n places to the left (to the right for negative n)."""
    k = n % len(xs) if xs else 0
    return xs[k:] + xs[:k]


@rotate.kernel
def _(mem, xs, n_xs, n, out, cap):
    if n_xs == 0:
        return 0
    k = n % n_xs
    copy(mem, xs + k, n_xs - k, out)
    return n_xs - k + copy(mem, xs, k, out + n_xs - k)


@rotate.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    if n_result != n_xs or n_xs > 1000:
        return UNDEFINED
    for k in range(n_xs):
        if same_words(mem, result, xs + k, n_xs - k) and same_words(mem, result + n_xs - k, xs, k):
            return k
    return UNDEFINED
