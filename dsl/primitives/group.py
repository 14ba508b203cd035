"""Runs, the maximal stretches of equal neighbours, and what they tell every item."""

import itertools

from ..core.primitive import Laws, primitive
from .kernels import UNDEFINED, copy, run_end


@primitive("(List[a]) -> List[Index]", cost=5, laws=Laws(absorbs={0: ("rank", "run_number")}))
def run_lengths(xs):
    """The length of every run of equal neighbours."""
    return [len(list(run)) for _, run in itertools.groupby(xs)]


@run_lengths.kernel
def _(mem, xs, n_xs, out, cap):
    count, start = 0, 0
    while start < n_xs:
        if count == cap:
            return UNDEFINED
        end = run_end(mem, xs, n_xs, start)
        mem[out + count] = end - start
        count += 1
        start = end
    return count


@primitive("(List[a]) -> List[a]", cost=5, laws=Laws(absorbs={0: ("run_heads", "unique")}))
def run_heads(xs):
    """One item of every run of equal neighbours."""
    return [x for x, _ in itertools.groupby(xs)]


@run_heads.kernel
def _(mem, xs, n_xs, out, cap):
    count, start = 0, 0
    while start < n_xs:
        if count == cap:
            return UNDEFINED
        mem[out + count] = mem[xs + start]
        count += 1
        start = run_end(mem, xs, n_xs, start)
    return count


@primitive("(List[a]) -> List[Bool]", cost=5, laws=Laws(absorbs={0: ("rank", "run_number")}))
def is_run_start(xs):
    """For every item, whether it is the first or differs from the one before it."""
    return [i == 0 or x != xs[i - 1] for i, x in enumerate(xs)]


@is_run_start.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        mem[out + i] = 1 if i == 0 or mem[xs + i] != mem[xs + i - 1] else 0
    return n_xs


@primitive("(List[a]) -> List[Bool]", cost=5, laws=Laws(absorbs={0: ("rank", "run_number")}))
def is_run_end(xs):
    """For every item, whether it is the last or differs from the one after it."""
    return [i == len(xs) - 1 or x != xs[i + 1] for i, x in enumerate(xs)]


@is_run_end.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        mem[out + i] = 1 if i == n_xs - 1 or mem[xs + i] != mem[xs + i + 1] else 0
    return n_xs


@primitive("(List[a]) -> List[Index]", cost=5, laws=Laws(absorbs={0: ("rank", "run_number")}))
def run_length_each(xs):
    """For every item, the length of its run of equal neighbours."""
    lengths = []
    start = 0
    for i, x in enumerate(xs):
        if i == len(xs) - 1 or x != xs[i + 1]:
            lengths += [i + 1 - start] * (i + 1 - start)
            start = i + 1
    return lengths


@run_length_each.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    start = 0
    while start < n_xs:
        end = run_end(mem, xs, n_xs, start)
        for i in range(start, end):
            mem[out + i] = end - start
        start = end
    return n_xs


@primitive("(List[a]) -> List[Index]", cost=5, laws=Laws(absorbs={0: ("rank", "run_number")}))
def position_in_run(xs):
    """For every item, its position in its run of equal neighbours, from 0."""
    return [i for _, run in itertools.groupby(xs) for i, _ in enumerate(run)]


@position_in_run.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        mem[out + i] = mem[out + i - 1] + 1 if i > 0 and mem[xs + i] == mem[xs + i - 1] else 0
    return n_xs


@primitive("(List[a]) -> List[Index]", cost=5, laws=Laws(absorbs={0: ("rank", "run_number")}))
def run_number(xs):
    """For every item, the number of its run of equal neighbours, from 0."""
    return [i for i, (_, run) in enumerate(itertools.groupby(xs)) for _ in run]


@run_number.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    number = 0
    for i in range(n_xs):
        if i > 0 and mem[xs + i] != mem[xs + i - 1]:
            number += 1
        mem[out + i] = number
    return n_xs


@primitive("(List[a]) -> List[a]", cost=6, laws=Laws(absorbs={0: ("longest_run",)}))
def longest_run(xs):
    """The longest run of equal neighbours, the first of several; undefined for an empty list."""
    return max((list(run) for _, run in itertools.groupby(xs)), key=len)


@longest_run.kernel
def _(mem, xs, n_xs, out, cap):
    best, most, start = 0, 0, 0
    while start < n_xs:
        end = run_end(mem, xs, n_xs, start)
        if end - start > most:
            best, most = start, end - start
        start = end
    if most == 0 or most > cap:
        return UNDEFINED
    return copy(mem, xs + best, most, out)


@primitive("(List[a]) -> List[Bool]", cost=7, laws=Laws(absorbs={0: ("rank", "run_number")}))
def is_in_longest_run(xs):
    """For every item, whether no run of equal neighbours is longer than its own."""
    runs = []
    for i, x in enumerate(xs):
        if i == 0 or x != xs[i - 1]:
            runs.append(0)
        runs[-1] += 1
    return [length == max(runs) for length in runs for _ in range(length)]


@is_in_longest_run.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    most, start = 0, 0
    while start < n_xs:
        end = run_end(mem, xs, n_xs, start)
        most = max(most, end - start)
        start = end
    start = 0
    while start < n_xs:
        end = run_end(mem, xs, n_xs, start)
        for i in range(start, end):
            mem[out + i] = 1 if end - start == most else 0
        start = end
    return n_xs


@primitive("(List[a], List[Index]) -> List[a]", cost=5, python="[x for x, n in zip(xs, ys) for _ in range(n)]")
def repeat_by(xs, ys):
    """Every item as often as ys says at its position, up to the shorter length; undefined for negative counts."""
    counted = list(zip(xs, ys))
    if any(n < 0 for _, n in counted) or sum(n for _, n in counted) > 100_000:
        raise ValueError("count out of range")
    return [x for x, n in counted for _ in range(n)]


@repeat_by.kernel
def _(mem, xs, n_xs, ys, n_ys, out, cap):
    count = 0
    for i in range(min(n_xs, n_ys)):
        times_x = mem[ys + i]
        if times_x < 0 or times_x > cap - count:
            return UNDEFINED
        for j in range(count, count + times_x):
            mem[out + j] = mem[xs + i]
        count += times_x
    return count


@repeat_by.witness(1)
def _(mem, result, n_result, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    start = 0
    for i in range(n_xs):
        end = start
        while end < n_result and mem[result + end] == mem[xs + i]:
            end += 1
        mem[out + i] = end - start
        start = end
    return n_xs if start == n_result else UNDEFINED


@primitive("(List[Int]) -> List[Int]", cost=6, laws=Laws(absorbs={0: ("fill_forward",)}))
def fill_forward(xs):
    """The items, with the last non-zero item before it (if any) in place of every zero."""
    return list(itertools.accumulate(xs, lambda x, y: y or x))


@fill_forward.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    value = 0
    for i in range(n_xs):
        if mem[xs + i] != 0:
            value = mem[xs + i]
        mem[out + i] = value
    return n_xs


@primitive("(List[Int]) -> List[Int]", cost=6, laws=Laws(absorbs={0: ("fill_backward",)}))
def fill_backward(xs):
    """The items, with the first non-zero item after it (if any) in place of every zero."""
    return list(itertools.accumulate(xs[::-1], lambda x, y: y or x))[::-1]


@fill_backward.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    value = 0
    for i in range(n_xs - 1, -1, -1):
        if mem[xs + i] != 0:
            value = mem[xs + i]
        mem[out + i] = value
    return n_xs


@primitive("(List[Int]) -> List[Int]", cost=6, laws=Laws(absorbs={0: ("fill_between",)}))
def fill_between(xs):
    """The items, with zeros that have the same non-zero item next on both sides replaced by it."""
    filled = xs[:]
    left = 0
    for right, x in enumerate(xs):
        if x:
            if xs[left] == x:
                filled[left:right] = [x] * (right - left)
            left = right
    return filled


@fill_between.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    copy(mem, xs, n_xs, out)
    left = 0
    for right in range(n_xs):
        x = mem[xs + right]
        if x != 0:
            if mem[xs + left] == x:
                for i in range(left, right):
                    mem[out + i] = x
            left = right
    return n_xs


@primitive("(List[Int]) -> List[Bool]", cost=7)
def is_peak(xs):
    """For every item, whether it is larger than both its neighbours (the first and the last are not)."""
    return [0 < i < len(xs) - 1 and xs[i - 1] < x > xs[i + 1] for i, x in enumerate(xs)]


@is_peak.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        inside = 0 < i and i < n_xs - 1
        peak = inside and mem[xs + i - 1] < mem[xs + i] and mem[xs + i] > mem[xs + i + 1]
        mem[out + i] = 1 if peak else 0
    return n_xs
