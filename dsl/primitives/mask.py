"""Masks: lists of truth values that select, count and locate."""

from ..core.primitive import primitive
from .kernels import UNDEFINED, copy


@primitive("(s, List[Bool]) -> s", cost=3, python="[x for x, p in zip(xs, mask) if p]")
def compress(xs, mask):
    """The items where the mask is true, up to the end of the shorter."""
    kept = [x for x, p in zip(xs, mask) if p]
    return "".join(kept) if isinstance(xs, str) else kept


@compress.kernel
def _(mem, xs, n_xs, mask, n_mask, out, cap):
    count = 0
    for i in range(min(n_xs, n_mask)):
        if mem[mask + i] != 0:
            mem[out + count] = mem[xs + i]
            count += 1
    return count


@compress.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    if n_xs > cap or n_result > n_xs:
        return UNDEFINED
    found = 0
    for i in range(n_xs):
        taken = found < n_result and mem[xs + i] == mem[result + found]
        mem[out + i] = 1 if taken else 0
        found += 1 if taken else 0
    return n_xs if found == n_result else UNDEFINED


@primitive("(List[Bool]) -> Bool", cost=4, python="any(mask)", name="any")
def any_(mask):
    """Whether one of them is true."""
    return any(mask)


@any_.kernel
def _(mem, mask, n_mask, out, cap):
    for i in range(n_mask):
        if mem[mask + i] != 0:
            return 1
    return 0


@primitive("(List[Bool]) -> Bool", cost=4, python="all(mask)", name="all")
def all_(mask):
    """Whether all of them are true."""
    return all(mask)


@all_.kernel
def _(mem, mask, n_mask, out, cap):
    for i in range(n_mask):
        if mem[mask + i] == 0:
            return 0
    return 1


@primitive("(List[Bool]) -> Index", cost=4, python="sum(mask)")
def count(mask):
    """How many are true."""
    return sum(mask)


@count.kernel
def _(mem, mask, n_mask, out, cap):
    total_true = 0
    for i in range(n_mask):
        total_true += mem[mask + i]
    return total_true


@primitive("(List[Bool]) -> Index", cost=5, python="mask.index(True)")
def first_true(mask):
    """The position of the first true; undefined if there is none."""
    return mask.index(True)


@first_true.kernel
def _(mem, mask, n_mask, out, cap):
    for i in range(n_mask):
        if mem[mask + i] != 0:
            return i
    return UNDEFINED


@primitive("(List[Bool]) -> Index", cost=6, python="len(mask) - 1 - mask[::-1].index(True)")
def last_true(mask):
    """The position of the last true; undefined if there is none."""
    return len(mask) - 1 - mask[::-1].index(True)


@last_true.kernel
def _(mem, mask, n_mask, out, cap):
    for k in range(n_mask):
        if mem[mask + n_mask - 1 - k] != 0:
            return n_mask - 1 - k
    return UNDEFINED


@primitive("(List[Bool]) -> List[Index]", cost=4, python="[i for i, p in enumerate(mask) if p]")
def true_indices(mask):
    """The positions where it is true."""
    return [i for i, p in enumerate(mask) if p]


@true_indices.kernel
def _(mem, mask, n_mask, out, cap):
    count = 0
    for i in range(n_mask):
        if mem[mask + i] != 0:
            mem[out + count] = i
            count += 1
    return count


@primitive("(List[a], List[Bool]) -> List[a]", cost=5)
def take_while(xs, mask):
    """The items up to the first where the mask is false."""
    kept = []
    for x, p in zip(xs, mask):
        if not p:
            break
        kept.append(x)
    return kept


@take_while.kernel
def _(mem, xs, n_xs, mask, n_mask, out, cap):
    count = 0
    while count < min(n_xs, n_mask) and mem[mask + count] != 0:
        mem[out + count] = mem[xs + count]
        count += 1
    return count


@primitive("(List[a], List[Bool]) -> List[a]", cost=5)
def drop_while(xs, mask):
    """The items from the first where the mask is false."""
    start = 0
    while start < min(len(xs), len(mask)) and mask[start]:
        start += 1
    return xs[start:]


@drop_while.helper
def _(xs, mask):
    """The items from the first where the mask is false."""
    return next((xs[i:] for i, p in enumerate(mask) if not p), xs[len(mask) :])


@drop_while.kernel
def _(mem, xs, n_xs, mask, n_mask, out, cap):
    start = 0
    while start < min(n_xs, n_mask) and mem[mask + start] != 0:
        start += 1
    return copy(mem, xs + start, n_xs - start, out)


@primitive("(List[Bool]) -> List[Bool]", cost=6)
def running_any(mask):
    """Whether one has been true so far, for each position."""
    seen = False
    result = []
    for p in mask:
        seen = seen or p
        result.append(seen)
    return result


@running_any.kernel
def _(mem, mask, n_mask, out, cap):
    seen = 0
    for i in range(n_mask):
        seen = seen | mem[mask + i]
        mem[out + i] = seen
    return n_mask


@primitive("(List[Bool]) -> List[Bool]", cost=6)
def running_all(mask):
    """Whether all have been true so far, for each position."""
    seen = True
    result = []
    for p in mask:
        seen = seen and p
        result.append(seen)
    return result


@running_all.kernel
def _(mem, mask, n_mask, out, cap):
    seen = 1
    for i in range(n_mask):
        seen = seen & mem[mask + i]
        mem[out + i] = seen
    return n_mask


@primitive("(List[a], List[Bool], List[a]) -> List[a]", cost=6)
def expand(xs, mask, ys):
    """The list with the places where the mask is true filled from ys in order; undefined if ys is too short."""
    if sum(mask[: len(xs)]) > len(ys):
        raise ValueError("too few items to fill in")
    items = iter(ys)
    return [next(items) if p else x for x, p in zip(xs, mask)]


@expand.helper
def filled_where(xs, mask, ys):
    """The list with the places where the mask is true filled from ys in order."""
    items = iter(ys)
    return [next(items) if p else x for x, p in zip(xs, mask)]


@expand.kernel
def _(mem, xs, n_xs, mask, n_mask, ys, n_ys, out, cap):
    n, used = min(n_xs, n_mask), 0
    for i in range(n):
        if mem[mask + i] != 0:
            if used >= n_ys:
                return UNDEFINED
            mem[out + i] = mem[ys + used]
            used += 1
        else:
            mem[out + i] = mem[xs + i]
    return n
