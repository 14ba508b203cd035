"""Records and tuples: what has a name or a place of its own, taken out and put together."""

from ..core.decimals import holds_decimals
from ..core.primitive import primitive
from ..core.types import STR, join_types, list_of, record_of, tuple_of


def _field_type(types, constants):
    if len(types) != 2 or types[1] != STR:
        return None
    return types[0].fields.get(constants[1])


@primitive("(Record, Str) -> t", cost=1, python="row[key]", rule=_field_type)
def field(row, key):
    """The value of a field; its name is a constant."""
    return row[key]


def _part_type(types, constants):
    if len(types) != 2 or not types[0].is_tuple or type(constants[1]) is not int:
        return None
    return types[0].parts[constants[1]] if 0 <= constants[1] < len(types[0].parts) else None


@primitive("(Tuple, Index) -> t", cost=1, python="row[i]", rule=_part_type)
def part(row, i):
    """The value at a position of a tuple; the position is a constant."""
    return row[i]


def _record_type(types, constants):
    names, values = constants[::2], types[1::2]
    if not types or len(types) % 2 or not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
        return None
    return record_of(dict(zip(names, values, strict=True)))


@primitive("(Str, t, Str, u, ...) -> Record", cost=2, rule=_record_type)
def record(*parts):
    """The record of these fields: a name, which is a constant, and a value in turn."""
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _with_field_type(types, constants):
    names = constants[1::2]
    known = len(types) % 2 and len(types) > 2 and types[0].is_record
    if not known or not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
        return None
    return record_of({**types[0].fields, **dict(zip(names, types[2::2], strict=True))})


@primitive("(Record, Str, t, Str, u, ...) -> Record", cost=2, rule=_with_field_type)
def with_fields(row, *parts):
    """The record with these fields added, or in place of its own of the same name."""
    return {**row, **dict(zip(parts[::2], parts[1::2], strict=True))}


def _tuple_type(types, _):
    return tuple_of(types) if types else None


@primitive("(t, u, ...) -> Tuple", cost=2, rule=_tuple_type, name="tuple")
def tuple_(*parts):
    """The tuple of these values, which may differ in type."""
    return list(parts)


def _items_type(types, _):
    try:
        joined = join_types(types) if types else None
    except TypeError:
        return None
    if joined is None or (holds_decimals(joined) and not all(map(holds_decimals, types))):
        return None  # To Python an integer among decimals would stay one.
    return list_of(joined)


@primitive("(t, t, ...) -> List[t]", cost=2, rule=_items_type)
def items(*parts):
    """The list of these values."""
    return list(parts)


def _zipped_type(types, _):
    columns = [type_.item for type_ in types]
    return list_of(tuple_of(columns)) if len(types) > 1 and None not in columns else None


@primitive("(List[t], List[u], ...) -> List[Tuple]", cost=2, rule=_zipped_type)
def zipped(*columns):
    """The items of several lists side by side, up to the end of the shortest."""
    return [list(row) for row in zip(*columns, strict=False)]
