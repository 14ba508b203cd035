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


def _dict_type(types, _):
    entry = types[0].item if len(types) == 1 else None
    known = entry is not None and entry.is_tuple and len(entry.parts) == 2 and entry.parts[0] in KEYS
    return dict_of(*entry.parts) if known else None


@primitive("(List[Tuple]) -> Dict", cost=1, python="dict(rows)", rule=_dict_type, name="dict")
def dict_(rows):
    """The dictionary of these keys and values; of those that have one key, the last value counts."""
    return {key: value for key, value in rows}  # noqa: C416
