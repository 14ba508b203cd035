"""Lists of integers summed up to one, running summaries, and neighbours."""

import itertools

from ..core.bounds import MAX_BITS, gathered
from ..core.primitive import Laws, primitive
from .kernels import LIMIT, UNDEFINED, argsort, copy, extreme, times, total

SYMMETRIC = Laws(absorbs={0: ("reverse", "sort", "sort_desc")})
EXTREME = Laws(
    absorbs={0: ("reverse", "sort", "sort_desc", "unique", "unique_last", "run_heads", "running_max", "running_min")}
)


@primitive("(List[n]) -> n", calculates=True, cost=3, name="sum", laws=SYMMETRIC)
def sum_(xs):
    """The sum of the items, 0 for an empty list."""
    return sum(xs)


@sum_.kernel
def _(mem, xs, n_xs, out, cap):
    return total(mem, xs, n_xs)


@primitive("(List[Int]) -> Int", cost=4, python="math.prod(xs)", laws=SYMMETRIC)
def product(xs):
    """The product of the items, 1 for an empty list."""
    result = 1 if 0 not in xs else 0
    for x in xs:
        result *= x
        if result.bit_length() > MAX_BITS:
            raise ValueError("product out of range")
    return result


@product.kernel
def _(mem, xs, n_xs, out, cap):
    for i in range(n_xs):
        if mem[xs + i] == 0:
            return 0
    result = 1
    for i in range(n_xs):
        result = times(result, mem[xs + i])
        if result == UNDEFINED:
            return UNDEFINED
    return result


@primitive("(List[n]) -> n", cost=3, name="max", laws=EXTREME)
def max_(xs):
    """The largest item; undefined for an empty list."""
    return max(xs)


@max_.kernel
def _(mem, xs, n_xs, out, cap):
    return mem[xs + extreme(mem, xs, n_xs, 1)] if n_xs > 0 else UNDEFINED


@primitive("(List[n]) -> n", cost=3, name="min", laws=EXTREME)
def min_(xs):
    """The smallest item; undefined for an empty list."""
    return min(xs)


@min_.kernel
def _(mem, xs, n_xs, out, cap):
    return mem[xs + extreme(mem, xs, n_xs, 0)] if n_xs > 0 else UNDEFINED


@primitive("(List[n]) -> Index", cost=5, laws=Laws(absorbs={0: ("running_max",)}))
def argmax(xs):
    """The position of the largest item, the first of several; undefined for an empty list."""
    return xs.index(max(xs))


@argmax.kernel
def _(mem, xs, n_xs, out, cap):
    return extreme(mem, xs, n_xs, 1) if n_xs > 0 else UNDEFINED


@primitive("(List[n]) -> Index", cost=5, laws=Laws(absorbs={0: ("running_min",)}))
def argmin(xs):
    """The position of the smallest item, the first of several; undefined for an empty list."""
    return xs.index(min(xs))


@argmin.kernel
def _(mem, xs, n_xs, out, cap):
    return extreme(mem, xs, n_xs, 0) if n_xs > 0 else UNDEFINED


@primitive("(List[Int]) -> Int", calculates=True, cost=6, laws=SYMMETRIC)
def mean(xs):
    """The average, rounded down; undefined for an empty list."""
    return sum(xs) // len(xs)


@mean.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs == 0:
        return UNDEFINED
    # Quotients and remainders are summed apart, for the plain sum could wrap.
    quotients, remainders = 0, 0
    for i in range(n_xs):
        quotients += mem[xs + i] // n_xs
        remainders += mem[xs + i] % n_xs
    return quotients + remainders // n_xs


@primitive("(List[Int]) -> Int", calculates=True, cost=7, laws=SYMMETRIC)
def median(xs):
    """The middle item of the sorted list, the lower of two; undefined for an empty list."""
    return sorted(xs)[(len(xs) - 1) // 2]


@median.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs == 0 or n_xs > cap:
        return UNDEFINED
    argsort(mem, xs, n_xs, out, out + cap)
    return mem[xs + mem[out + (n_xs - 1) // 2]]


@primitive("(List[n]) -> List[n]", calculates=True, cost=4, laws=Laws(absorbs={0: ("deltas",)}))
def running_sum(xs):
    """The sums of the first item, the first two, ..., all."""
    return list(itertools.accumulate(xs))


@running_sum.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    value = 0
    for i in range(n_xs):
        value += mem[xs + i]
        if abs(value) > LIMIT:
            return UNDEFINED
        mem[out + i] = value
    return n_xs


@primitive("(List[Int]) -> List[Int]", cost=6, python="list(itertools.accumulate(xs, lambda x, y: x * y))")
def running_product(xs):
    """The products of the first item, the first two, ..., all."""
    return gathered(itertools.accumulate(xs, lambda x, y: x * y))


@running_product.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    value = 1
    for i in range(n_xs):
        value = times(value, mem[xs + i])
        if value == UNDEFINED or abs(value) > LIMIT:
            return UNDEFINED
        mem[out + i] = value
    return n_xs


@primitive("(List[n]) -> List[n]", cost=5, laws=Laws(absorbs={0: ("running_max", "sort")}))
def running_max(xs):
    """The largest of the first item, the first two, ..., all."""
    return list(itertools.accumulate(xs, max))


@running_max.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        mem[out + i] = mem[xs + i] if i == 0 else max(mem[out + i - 1], mem[xs + i])
    return n_xs


@primitive("(List[n]) -> List[n]", cost=5, laws=Laws(absorbs={0: ("running_min", "sort_desc")}))
def running_min(xs):
    """The smallest of the first item, the first two, ..., all."""
    return list(itertools.accumulate(xs, min))


@running_min.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        mem[out + i] = mem[xs + i] if i == 0 else min(mem[out + i - 1], mem[xs + i])
    return n_xs


@primitive("(List[n]) -> List[n]", calculates=True, cost=7)
def running_difference(xs):
    """The first item, then what is left after taking off the second, the third, ..., all."""
    return list(itertools.accumulate(xs, lambda x, y: x - y))


@running_difference.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        value = mem[xs + i] if i == 0 else mem[out + i - 1] - mem[xs + i]
        if abs(value) > LIMIT:
            return UNDEFINED
        mem[out + i] = value
    return n_xs


@primitive("(List[n]) -> List[n]", calculates=True, cost=5)
def differences(xs):
    """Every item but the first, less the item before it: one item fewer."""
    return [y - x for x, y in zip(xs, xs[1:])]


@differences.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs - 1 > cap:
        return UNDEFINED
    for i in range(n_xs - 1):
        value = mem[xs + i + 1] - mem[xs + i]
        if abs(value) > LIMIT:
            return UNDEFINED
        mem[out + i] = value
    return max(n_xs - 1, 0)


@primitive("(List[n]) -> List[n]", calculates=True, cost=5, laws=Laws(absorbs={0: ("running_sum",)}))
def deltas(xs):
    """The first item, then every other less the item before it: just as many items."""
    return xs[:1] + [y - x for x, y in zip(xs, xs[1:])]


@deltas.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        value = mem[xs + i] if i == 0 else mem[xs + i] - mem[xs + i - 1]
        if abs(value) > LIMIT:
            return UNDEFINED
        mem[out + i] = value
    return n_xs


@primitive("(List[a], a) -> List[a]", cost=4)
def previous(xs, x):
    """The predecessor of every item, x for the first."""
    return ([x] + xs)[:-1]


@previous.kernel
def _(mem, xs, n_xs, x, out, cap):
    if n_xs > cap:
        return UNDEFINED
    if n_xs > 0:
        mem[out] = x
        copy(mem, xs, n_xs - 1, out + 1)
    return n_xs


@primitive("(List[a], a) -> List[a]", cost=4, name="next")
def next_(xs, x):
    """The successor of every item, x for the last."""
    return (xs + [x])[1:]


@next_.kernel
def _(mem, xs, n_xs, x, out, cap):
    if n_xs > cap:
        return UNDEFINED
    if n_xs > 0:
        copy(mem, xs + 1, n_xs - 1, out)
        mem[out + n_xs - 1] = x
    return n_xs


@primitive(
    "(List[Int], List[Int]) -> Int",
    calculates=True,
    cost=6,
    laws=Laws(commutative=True),
    python="sum(x * y for x, y in zip(xs, ys))",
)
def dot(xs, ys):
    """The sum of the products of items at the same position, up to the shorter length; undefined for huge products."""
    products = [x * y for x, y in zip(xs, ys)]
    if any(abs(product) > 2**53 for product in products):
        raise ValueError("product out of range")
    return sum(products)


@dot.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    count = min(n_xs, n_ys)
    if count > cap:
        return UNDEFINED
    for i in range(count):
        product = times(mem[xs + i], mem[ys + i])
        if product == UNDEFINED or abs(product) > LIMIT:
            return UNDEFINED
        mem[out + i] = product
    return total(mem, out, count)
