"""Dictionaries of any keys: to their entries, and from them. The enumeration does not try these."""

from ..core.primitive import primitive
from ..core.types import INT, STR, dict_of, list_of, tuple_of

KEYS = (STR, INT)
"""The types that keys of a dictionary may have."""


def _entries_type(types, _):
    return list_of(tuple_of(types[0].parts)) if len(types) == 1 and types[0].is_dict else None


@primitive("(Dict) -> List[Tuple]", cost=1, python="[list(entry) for entry in d.items()]", rule=_entries_type)
def entries(d):
    """The keys of a dictionary, each with its value, in the order in which they stand there."""
    return [[key, value] for key, value in d.items()]


def _keys_type(types, _):
    return list_of(types[0].parts[0]) if len(types) == 1 and types[0].is_dict else None


@primitive("(Dict) -> List[t]", cost=1, python="list(d.keys())", rule=_keys_type)
def keys(d):
    """The keys of a dictionary, in the order in which they stand there."""
    return list(d)


def _values_type(types, _):
    return list_of(types[0].parts[1]) if len(types) == 1 and types[0].is_dict else None


@primitive("(Dict) -> List[u]", cost=1, python="list(d.values())", rule=_values_type)
def values(d):
    """The values of a dictionary, in the order of its keys."""
    return list(d.values())


def _get_type(types, _):
    known = len(types) == 2 and types[0].is_dict and types[0].parts[0] == types[1]
    return types[0].parts[1] if known else None


@primitive("(Dict, t) -> u", cost=3, python="d[key]", rule=_get_type)
def get(d, key):
    """The value of a key; undefined where the dictionary does not have it."""
    return d[key]


def _get_or_type(types, _):
    known = len(types) == 3 and types[0].is_dict and types[0].parts == tuple(types[1:])
    return types[2] if known else None


@primitive("(Dict, t, u) -> u", cost=4, python="d.get(key, x)", rule=_get_or_type)
def get_or(d, key, x):
    """The value of a key; x where the dictionary does not have it."""
    return d.get(key, x)


def _merged_type(types, _):
    return types[0] if len(types) == 2 and types[0].is_dict and types[0] == types[1] else None


@primitive("(Dict, Dict) -> Dict", cost=4, python="d | e", rule=_merged_type)
def merged(d, e):
    """The entries of both dictionaries; of a key that both have, the value of the second."""
    return d | e


def _dict_type(types, _):
    entry = types[0].item if len(types) == 1 else None
    if entry is None or not entry.is_tuple or len(entry.parts) != 2 or entry.parts[0] not in KEYS:
        return None
    return dict_of(*entry.parts)


@primitive("(List[Tuple]) -> Dict", cost=1, python="dict(rows)", rule=_dict_type, name="dict")
def dict_(rows):
    """The dictionary of these keys and values; of those that have one key, the last value counts."""
    return dict(map(tuple, rows))


def _by_key_type(types, _):
    made = _dict_type(types, _)
    return None if made is None else dict_of(made.parts[0], list_of(made.parts[1]))


@primitive("(List[Tuple]) -> Dict", cost=1, rule=_by_key_type)
def by_key(rows):
    """The list of values that come with each key, the keys in the order in which they first come."""
    groups = {}
    for key, value in rows:
        groups.setdefault(key, []).append(value)
    return groups
