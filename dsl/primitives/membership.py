"""What occurs in a list, where and how often; lists as sets."""

from ..core.primitive import Laws, primitive
from .kernels import UNDEFINED, argsort, copy, find, group_end, lookup


@primitive(
    "(List[a], a) -> Bool",
    cost=4,
    python="x in xs",
    laws=Laws(absorbs={0: ("reverse", "sort", "sort_desc", "unique", "unique_last", "run_heads")}),
)
def contains(xs, x):
    """Whether x is among the items."""
    return x in xs


@contains.kernel
def _(mem, xs, n_xs, x, out, cap):
    return 1 if find(mem, xs, n_xs, x) >= 0 else 0


@primitive("(List[a], a) -> Index", cost=4)
def index_of(xs, x):
    """The position of the first item equal to x; undefined if there is none."""
    return xs.index(x)


@index_of.kernel
def _(mem, xs, n_xs, x, out, cap):
    position = find(mem, xs, n_xs, x)
    return position if position >= 0 else UNDEFINED


@primitive("(List[a], a) -> Index", cost=6)
def last_index_of(xs, x):
    """The position of the last item equal to x; undefined if there is none."""
    return len(xs) - 1 - xs[::-1].index(x)


@last_index_of.kernel
def _(mem, xs, n_xs, x, out, cap):
    for i in range(n_xs):
        if mem[xs + n_xs - 1 - i] == x:
            return n_xs - 1 - i
    return UNDEFINED


@primitive("(List[a], a) -> Index", cost=4, laws=Laws(absorbs={0: ("reverse", "sort", "sort_desc")}))
def count_of(xs, x):
    """How many items equal x."""
    return xs.count(x)


@count_of.kernel
def _(mem, xs, n_xs, x, out, cap):
    count = 0
    for i in range(n_xs):
        if mem[xs + i] == x:
            count += 1
    return count


@primitive(
    "(List[a], List[a]) -> List[Bool]",
    cost=5,
    laws=Laws(absorbs={1: ("reverse", "sort", "sort_desc", "unique", "unique_last", "run_heads")}),
)
def member(xs, ys):
    """For every item of xs, whether it is among the items of ys."""
    return [x in ys for x in xs]


@member.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    if n_xs > cap or n_ys > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, ys, n_ys, order, out)
    for i in range(n_xs):
        mem[out + i] = 1 if lookup(mem, ys, n_ys, order, mem[xs + i]) >= 0 else 0
    return n_xs


@primitive("(List[a], List[a]) -> List[Index]", cost=6)
def index_in(xs, ys):
    """For every item of xs, its first position in ys; undefined if an item is not in ys."""
    return [ys.index(x) for x in xs]


@index_in.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    if n_xs > cap or n_ys > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, ys, n_ys, order, out)
    for i in range(n_xs):
        position = lookup(mem, ys, n_ys, order, mem[xs + i])
        if position < 0:
            return UNDEFINED
        mem[out + i] = position
    return n_xs


@primitive("(List[a]) -> List[Index]", cost=6, laws=Laws(absorbs={0: ("rank",)}))
def occurrence(xs):
    """For every item, how many items before it are equal."""
    return [xs[:i].count(x) for i, x in enumerate(xs)]


@occurrence.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    start = 0
    while start < n_xs:
        end = group_end(mem, xs, n_xs, order, start)
        for i in range(start, end):
            mem[out + mem[order + i]] = i - start
        start = end
    return n_xs


@primitive("(List[a]) -> List[Index]", cost=5, laws=Laws(absorbs={0: ("rank",)}))
def counts(xs):
    """For every item, how many items of the list are equal to it."""
    return [xs.count(x) for x in xs]


@counts.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    start = 0
    while start < n_xs:
        end = group_end(mem, xs, n_xs, order, start)
        for i in range(start, end):
            mem[out + mem[order + i]] = end - start
        start = end
    return n_xs


@primitive("(List[a]) -> a", cost=6)
def mode(xs):
    """The most frequent item, the first to appear of several; undefined for an empty list."""
    return max(xs, key=xs.count)


@mode.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs == 0 or n_xs > cap:
        return UNDEFINED
    argsort(mem, xs, n_xs, out, out + cap)
    best, most, start = 0, 0, 0
    while start < n_xs:
        first, end = mem[out + start], group_end(mem, xs, n_xs, out, start)
        if end - start > most or (end - start == most and first < best):
            best, most = first, end - start
        start = end
    return mem[xs + best]


@primitive("(List[a]) -> a", cost=7)
def rarest(xs):
    """The least frequent item, the first to appear of several; undefined for an empty list."""
    return min(xs, key=xs.count)


@rarest.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs == 0 or n_xs > cap:
        return UNDEFINED
    argsort(mem, xs, n_xs, out, out + cap)
    best, least, start = 0, n_xs + 1, 0
    while start < n_xs:
        first, end = mem[out + start], group_end(mem, xs, n_xs, out, start)
        if end - start < least or (end - start == least and first < best):
            best, least = first, end - start
        start = end
    return mem[xs + best]


@primitive("(List[a]) -> List[Bool]", cost=5, laws=Laws(absorbs={0: ("rank",)}))
def is_first(xs):
    """For every item, whether no item before it is equal."""
    return [xs.index(x) == i for i, x in enumerate(xs)]


@is_first.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    for i in range(n_xs):
        fresh = i == 0 or mem[xs + mem[order + i]] != mem[xs + mem[order + i - 1]]
        mem[out + mem[order + i]] = 1 if fresh else 0
    return n_xs


@primitive("(List[a]) -> List[Bool]", cost=6, laws=Laws(absorbs={0: ("rank",)}))
def is_last(xs):
    """For every item, whether no item after it is equal."""
    return [x not in xs[i + 1 :] for i, x in enumerate(xs)]


@is_last.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    for i in range(n_xs):
        final = i == n_xs - 1 or mem[xs + mem[order + i]] != mem[xs + mem[order + i + 1]]
        mem[out + mem[order + i]] = 1 if final else 0
    return n_xs


@primitive("(List[a], List[a]) -> List[a]", cost=6)
def union(xs, ys):
    """The items of xs, then those of ys that are not in xs."""
    return xs + [y for y in ys if y not in xs]


@union.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    if n_xs > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    count = copy(mem, xs, n_xs, out)
    for i in range(n_ys):
        if lookup(mem, xs, n_xs, order, mem[ys + i]) < 0:
            if count == cap:
                return UNDEFINED
            mem[out + count] = mem[ys + i]
            count += 1
    return count


@primitive(
    "(List[a], List[a]) -> List[a]",
    cost=5,
    laws=Laws(absorbs={1: ("reverse", "sort", "sort_desc", "unique", "unique_last", "run_heads")}),
)
def intersection(xs, ys):
    """The items of xs that are in ys."""
    return [x for x in xs if x in ys]


@intersection.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    if n_xs > cap or n_ys > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, ys, n_ys, order, out)
    count = 0
    for i in range(n_xs):
        if lookup(mem, ys, n_ys, order, mem[xs + i]) >= 0:
            mem[out + count] = mem[xs + i]
            count += 1
    return count


@primitive(
    "(List[a], List[a]) -> List[a]",
    cost=5,
    laws=Laws(absorbs={1: ("reverse", "sort", "sort_desc", "unique", "unique_last", "run_heads")}),
)
def difference(xs, ys):
    """The items of xs that are not in ys."""
    return [x for x in xs if x not in ys]


@difference.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    if n_xs > cap or n_ys > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, ys, n_ys, order, out)
    count = 0
    for i in range(n_xs):
        if lookup(mem, ys, n_ys, order, mem[xs + i]) < 0:
            mem[out + count] = mem[xs + i]
            count += 1
    return count


@primitive("(List[a], a) -> List[a]", cost=4)
def remove(xs, x):
    """The items that differ from x."""
    return [y for y in xs if y != x]


@remove.kernel
def _(mem, xs, n_xs, x, out, cap):
    count = 0
    for i in range(n_xs):
        if mem[xs + i] != x:
            if count == cap:
                return UNDEFINED
            mem[out + count] = mem[xs + i]
            count += 1
    return count


@remove.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    i = 0
    while i < n_result and i < n_xs and mem[result + i] == mem[xs + i]:
        i += 1
    if i == n_xs or find(mem, result, n_result, mem[xs + i]) >= 0:
        return UNDEFINED
    kept = 0
    for j in range(n_xs):
        if mem[xs + j] != mem[xs + i]:
            if kept == n_result or mem[result + kept] != mem[xs + j]:
                return UNDEFINED
            kept += 1
    return mem[xs + i] if kept == n_result else UNDEFINED


@primitive("(List[a], a) -> List[a]", cost=6)
def remove_first(xs, x):
    """The items without the first one that equals x (all of them if none does)."""
    if x not in xs:
        return xs
    i = xs.index(x)
    return xs[:i] + xs[i + 1 :]


@remove_first.kernel
def _(mem, xs, n_xs, x, out, cap):
    position = find(mem, xs, n_xs, x)
    if position < 0:
        return copy(mem, xs, n_xs, out) if n_xs <= cap else UNDEFINED
    if n_xs - 1 > cap:
        return UNDEFINED
    copy(mem, xs, position, out)
    copy(mem, xs + position + 1, n_xs - 1 - position, out + position)
    return n_xs - 1


@primitive("(List[a], a, a) -> List[a]", cost=5)
def substitute(xs, x, y):
    """The items, with y in place of every x."""
    return [y if z == x else z for z in xs]


@substitute.kernel
def _(mem, xs, n_xs, x, y, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        mem[out + i] = y if mem[xs + i] == x else mem[xs + i]
    return n_xs
