"""Relations of whole lists and texts. Readers propose these; the enumeration does not try them."""

from ..core.primitive import primitive


@primitive("(s) -> Bool", cost=5, python_for_scalars="len(set(xs)) == len(xs)")
def all_different(xs):
    """Whether no item comes twice."""
    return all(x not in xs[:i] for i, x in enumerate(xs))


@primitive("(s) -> Bool", cost=5)
def all_equal(xs):
    """Whether all items are equal."""
    return all(x == xs[0] for x in xs)


@primitive("(s, s) -> Bool", cost=6, python="sorted(xs) == sorted(ys)")
def is_permutation(xs, ys):
    """Whether both have the same items, each as often."""
    return sorted(xs) == sorted(ys)


@primitive("(s, s) -> Bool", cost=6, python_for_scalars="set(xs) <= set(ys)")
def is_subset(xs, ys):
    """Whether every item of xs is among those of ys."""
    return all(x in ys for x in xs)


@primitive("(s, s) -> Bool", cost=6, python_for_scalars="set(xs).isdisjoint(ys)")
def is_disjoint(xs, ys):
    """Whether no item of xs is among those of ys."""
    return not any(x in ys for x in xs)


@primitive("(List[a], List[a]) -> Bool", cost=5, python="xs < ys")
def precedes(xs, ys):
    """Whether xs comes before ys in the order of lists: by the first items that differ, else if it is shorter."""
    return xs < ys
