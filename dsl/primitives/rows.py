"""Tables: rows in order, in groups, and cut into several rows."""

from ..core.bounds import gathered
from ..core.primitive import primitive


@primitive("(List[t], (t) -> u) -> List[t]", cost=5, python="sorted(rows, key=key)")
def sorted_by(rows, key):
    """The rows in ascending order of a key; those of one key stay as they are."""
    return _sorted(rows, key, reverse=False)


@primitive("(List[t], (t) -> u) -> List[t]", cost=5, python="sorted(rows, key=key, reverse=True)")
def sorted_by_desc(rows, key):
    """The rows in descending order of a key; those of one key stay as they are."""
    return _sorted(rows, key, reverse=True)


@primitive("(List[t], (t) -> u) -> t", cost=5, python="max(rows, key=key)")
def max_by(rows, key):
    """The first row with the largest key."""
    return _sorted(rows, key, reverse=True)[0]


@primitive("(List[t], (t) -> u) -> t", cost=5, python="min(rows, key=key)")
def min_by(rows, key):
    """The first row with the smallest key."""
    return _sorted(rows, key, reverse=False)[0]


def _sorted(rows, key, *, reverse):
    try:
        return sorted(rows, key=key, reverse=reverse)
    except TypeError:
        raise ValueError("keys that have no order") from None


@primitive("(List[t], (t) -> u) -> List[List[t]]", cost=5)
def grouped_by(rows, key):
    """The rows of each key together, the keys in the order in which they first come; undefined if a key is a list."""
    groups = {}
    for row in rows:
        value = key(row)
        if isinstance(value, list | dict):
            raise ValueError("a key that may change")
        groups.setdefault(value, []).append(row)
    return list(groups.values())


@grouped_by.helper
def _(rows, key):
    """The rows of each key together, the keys in the order in which they first come."""
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())


@primitive("(List[t], (t) -> u, (t) -> a) -> List[List[t]]", cost=5)
def grouped_by_both(rows, key, other):
    """The rows of each pair of keys together, as they first come; undefined if a key is a list."""
    groups = {}
    for row in rows:
        pair = key(row), other(row)
        if any(isinstance(value, list | dict) for value in pair):
            raise ValueError("a key that may change")
        groups.setdefault(pair, []).append(row)
    return list(groups.values())


@grouped_by_both.helper
def _(rows, key, other):
    """The rows of each pair of keys together, as they first come."""
    groups = {}
    for row in rows:
        groups.setdefault((key(row), other(row)), []).append(row)
    return list(groups.values())


@primitive("(List[t], (t) -> u, t) -> t", cost=5, python="max(rows, key=key, default=otherwise)")
def max_by_or(rows, key, otherwise):
    """The first row with the largest key, or another where there is none."""
    return _sorted(rows, key, reverse=True)[0] if rows else otherwise


@primitive("(List[t], (t) -> u, t) -> t", cost=5, python="min(rows, key=key, default=otherwise)")
def min_by_or(rows, key, otherwise):
    """The first row with the smallest key, or another where there is none."""
    return _sorted(rows, key, reverse=False)[0] if rows else otherwise


@primitive("(List[t], t) -> t", cost=4, python="next(iter(rows), otherwise)")
def first_or(rows, otherwise):
    """The first row, or another where there is none."""
    return rows[0] if rows else otherwise


@primitive("(List[t], (t) -> List[u]) -> List[u]", cost=5)
def flat_map(rows, f):
    """What the function makes of each row, one after another."""
    return gathered(made for row in rows for made in f(row))
