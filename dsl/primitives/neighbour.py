"""Local rules: every item becomes what it and its neighbours say; outside of the list are zeros."""

from ..core.primitive import primitive
from .kernels import LIMIT, UNDEFINED, copy, times


@primitive("(List[Int], List[Int]) -> List[Int]", cost=7)
def convolve(xs, weights):
    """The weighted sum of each item, under the middle weight, and its neighbours; undefined for huge products."""
    if len(weights) > 1000 or len(xs) * len(weights) > 10_000_000:
        raise ValueError("too much work")
    radius = len(weights) // 2
    padded = [0] * radius + xs + [0] * radius
    sums = []
    for i in range(len(xs)):
        products = [weight * y for weight, y in zip(weights, padded[i : i + len(weights)])]
        if any(abs(product) > 2**53 for product in products):
            raise ValueError("out of range")
        sums.append(sum(products))
    return sums


@convolve.helper
def _(xs, weights):
    """The weighted sum of each item, under the middle weight, and its neighbours."""
    padded = [0] * (len(weights) // 2) + xs
    return [sum(w * x for w, x in zip(weights, padded[i:])) for i in range(len(xs))]


@convolve.kernel
def _(mem, xs, n_xs, weights, n_weights, out, cap):
    if n_xs > cap or n_weights > 1000 or n_xs * n_weights > 10_000_000:
        return UNDEFINED
    radius = n_weights // 2
    for i in range(n_xs):
        value = 0
        for j in range(n_weights):
            place = i + j - radius
            if 0 <= place < n_xs:
                product = times(mem[weights + j], mem[xs + place])
                if product == UNDEFINED or abs(product) > LIMIT:
                    return UNDEFINED
                value += product
        if abs(value) > LIMIT:
            return UNDEFINED
        mem[out + i] = value
    return n_xs


@primitive("(List[Int], List[List[Int]]) -> List[Int]", cost=8)
def stencil(xs, rules):
    """The items, each replaced by the last of the first rule that begins with it amid its neighbours, if one does."""
    width = len(rules[0]) - 1 if rules else 1
    if width < 1 or width % 2 == 0 or any(len(rule) != width + 1 for rule in rules):
        raise ValueError("rules of different or even widths")
    if len(xs) * (1 + len(rules) * (width + 2)) > 10_000_000:
        raise ValueError("too much work")
    radius = width // 2
    padded = [0] * radius + xs + [0] * radius
    results = {tuple(rule[:-1]): rule[-1] for rule in reversed(rules)}
    return [results.get(tuple(padded[i : i + width]), x) for i, x in enumerate(xs)]


@stencil.helper
def replaced_by_rules(xs, rules):
    """The items, each replaced by the last of the first rule that begins with it amid its neighbours, if one does."""
    width = len(rules[0]) - 1 if rules else 1
    padded = [0] * (width // 2) + xs + [0] * (width // 2)
    results = {tuple(rule[:-1]): rule[-1] for rule in reversed(rules)}
    return [results.get(tuple(padded[i : i + width]), x) for i, x in enumerate(xs)]


@stencil.kernel
def _(mem, xs, n_xs, rules, n_rules, out, cap):
    count = mem[rules]
    if n_xs > cap or n_xs * n_rules > 10_000_000:
        return UNDEFINED
    copy(mem, xs, n_xs, out)
    if count == 0:
        return n_xs
    width = mem[rules + 1] - 1
    if width < 1 or width % 2 == 0:
        return UNDEFINED
    for k in range(count):
        if mem[rules + 1 + k] != width + 1:
            return UNDEFINED
    first, radius = rules + 1 + count, width // 2
    for i in range(n_xs):
        for k in range(count):
            rule = first + k * (width + 1)
            fits = True
            for j in range(width):
                place = i + j - radius
                neighbour = mem[xs + place] if 0 <= place < n_xs else 0
                if mem[rule + j] != neighbour:
                    fits = False
                    break
            if fits:
                mem[out + i] = mem[rule + width]
                break
    return n_xs
