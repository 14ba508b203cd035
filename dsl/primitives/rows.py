"""Tables: rows in order, in groups, and cut into several rows."""

from ..core.bounds import gathered
from ..core.primitive import primitive
from ..core.types import STR


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


@primitive("(List[t], (t) -> List[u]) -> List[u]", cost=5)
def flat_map(rows, f):
    """What the function makes of each row, one after another."""
    return gathered(made for row in rows for made in f(row))


def _explode_type(types, constants):
    if len(types) != 3 or types[1:] != [STR, STR] or types[0].item is None:
        return None
    return types[0] if types[0].item.fields.get(constants[1]) == STR else None


@primitive(
    "(List[Record], Str, Str) -> List[Record]",
    cost=5,
    python="[{**row, key: part} for row in rows for part in row[key].split(t)]",
    rule=_explode_type,
)
def explode(rows, key, t):
    """A row for each part of a field, cut at every t; undefined if t is empty."""
    return gathered({**row, key: part} for row in rows for part in row[key].split(t))


def _explode_at_type(types, constants):
    if len(types) != 3 or types[2] != STR or types[0].item is None or type(constants[1]) is not int:
        return None
    row, i = types[0].item, constants[1]
    if row.is_tuple and 0 <= i < len(row.parts):
        return types[0] if row.parts[i] == STR else None
    return types[0] if row.item == STR and i >= 0 else None


@primitive(
    "(List[Tuple], Index, Str) -> List[Tuple]",
    cost=5,
    python="[[*row[:i], part, *row[i + 1 :]] for row in rows for part in row[i].split(t)]",
    rule=_explode_at_type,
)
def explode_at(rows, i, t):
    """A row for each part of the text at a position, cut at every t; rows may be lists of text."""
    return gathered([*row[:i], part, *row[i + 1 :]] for row in rows for part in row[i].split(t))
