"""Lists put in order, ranked, and rid of repetitions."""

from ..core.primitive import Laws, primitive
from .kernels import UNDEFINED, argsort, copy, group_end


@primitive("(List[a]) -> List[a]", cost=3, laws=Laws(absorbs={0: ("reverse", "sort", "sort_desc", "unique_last")}))
def sort(xs):
    """The items in ascending order."""
    return sorted(xs)


@sort.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    scratch = out + cap
    argsort(mem, xs, n_xs, out, scratch)
    for i in range(n_xs):
        mem[scratch + i] = mem[xs + mem[out + i]]
    return copy(mem, scratch, n_xs, out)


@primitive("(List[a]) -> List[a]", cost=4, laws=Laws(absorbs={0: ("reverse", "sort", "sort_desc", "unique_last")}))
def sort_desc(xs):
    """The items in descending order."""
    return sorted(xs, reverse=True)


@sort_desc.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    scratch = out + cap
    argsort(mem, xs, n_xs, out, scratch)
    for i in range(n_xs):
        mem[scratch + n_xs - 1 - i] = mem[xs + mem[out + i]]
    return copy(mem, scratch, n_xs, out)


@primitive("(List[a], List[n]) -> List[a]", cost=5)
def sort_by(xs, keys):
    """The items in ascending order of the keys at their positions, up to the shorter length; stable."""
    return [x for _, x in sorted(zip(keys, xs), key=lambda pair: pair[0])]


@sort_by.kernel
def _(mem, xs, n_xs, keys, n_keys, out, cap):
    count = min(n_xs, n_keys)
    if count > cap:
        return UNDEFINED
    argsort(mem, keys, count, out, out + cap)
    for i in range(count):
        mem[out + i] = mem[xs + mem[out + i]]
    return count


@primitive("(List[a]) -> List[Index]", cost=6, laws=Laws(absorbs={0: ("rank",)}))
def grade(xs):
    """The positions that put the items in ascending order; equal items keep their order."""
    return sorted(range(len(xs)), key=xs.__getitem__)


@grade.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    return argsort(mem, xs, n_xs, out, out + cap)


@primitive("(List[a]) -> List[Index]", cost=6, laws=Laws(absorbs={0: ("rank",)}))
def rank(xs):
    """How many different values are smaller, for every item."""
    ranks = [0] * len(xs)
    order = sorted(range(len(xs)), key=xs.__getitem__)
    for i, j in zip(order, order[1:]):
        ranks[j] = ranks[i] + (xs[i] != xs[j])
    return ranks


@rank.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    value = 0
    for i in range(n_xs):
        here = mem[order + i]
        if i > 0 and mem[xs + here] != mem[xs + mem[order + i - 1]]:
            value += 1
        mem[out + here] = value
    return n_xs


@primitive(
    "(List[a]) -> List[a]",
    cost=4,
    python_for_scalars="list(dict.fromkeys(xs))",
    laws=Laws(absorbs={0: ("unique", "run_heads")}),
)
def unique(xs):
    """The different items, in the order of their first occurrences."""
    return [x for i, x in enumerate(xs) if xs.index(x) == i]


@unique.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    for i in range(n_xs):
        mem[out + i] = 0
    start = 0
    while start < n_xs:
        mem[out + mem[order + start]] = 1
        start = group_end(mem, xs, n_xs, order, start)
    count = 0
    for i in range(n_xs):
        if mem[out + i] == 1:
            mem[out + count] = mem[xs + i]
            count += 1
    return count


@primitive(
    "(List[a]) -> List[a]",
    cost=7,
    python_for_scalars="list(dict.fromkeys(xs[::-1]))[::-1]",
    laws=Laws(absorbs={0: ("unique_last", "run_heads")}),
)
def unique_last(xs):
    """The different items, in the order of their last occurrences."""
    return [x for i, x in enumerate(xs) if x not in xs[i + 1 :]]


@unique_last.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    for i in range(n_xs):
        mem[out + i] = 0
    start = 0
    while start < n_xs:
        start = group_end(mem, xs, n_xs, order, start)
        mem[out + mem[order + start - 1]] = 1
    count = 0
    for i in range(n_xs):
        if mem[out + i] == 1:
            mem[out + count] = mem[xs + i]
            count += 1
    return count


@primitive("(List[a]) -> Bool", cost=5, laws=Laws(absorbs={0: ("sort", "rank")}))
def is_sorted(xs):
    """Whether no item is smaller than the one before it."""
    return all(x <= y for x, y in zip(xs, xs[1:]))


@is_sorted.kernel
def _(mem, xs, n_xs, out, cap):
    for i in range(n_xs - 1):
        if mem[xs + i] > mem[xs + i + 1]:
            return 0
    return 1
