"""Types as they are written: in the signatures of primitives, and in the text of programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .types import KINDS, NAMED, Type, dict_of, function_of, list_of, optional, record_of, tuple_of

OPENING, CLOSING = "([{", ")]}"


def parse_type(text: str) -> Type:
    """Read a type as it is written in a signature, ``List[List[a]]`` or ``(List[a], Int) -> a`` say.

    Raises
    ------
    ValueError
        If the text is not a type.
    """
    text = text.strip()
    if text.startswith("("):
        inner, result = _split_function(text)
        return function_of((parse_type(part) for part in _split_at_commas(inner)), parse_type(result))
    if text in NAMED:
        return NAMED[text]
    if text in KINDS:
        return Type(text)
    name, bracket, inner = text[:-1].partition("[")
    if bracket and text.endswith("]"):
        parts = [parse_type(part) for part in _split_at_commas(inner)]
        if (made := constructed(name, parts)) is not None:
            return made
    if text.startswith("Record{") and text.endswith("}"):
        return record_of(dict(_fields_of(text[7:-1])))
    raise ValueError(f"unknown type {text!r}")


def constructed(name: str, parts: list[Type]) -> Type | None:
    """The type that a constructor makes of types in brackets; None if there is no such type."""
    if name == "Tuple":
        return tuple_of(parts)
    if name == "Dict" and len(parts) == 2:
        return dict_of(*parts)
    if len(parts) == 1 and name in ("List", "Optional"):
        return list_of(parts[0]) if name == "List" else optional(parts[0])
    return None


def _fields_of(text: str) -> Iterator[tuple[str, Type]]:
    """The fields of a record: a key, a colon, a type."""
    for part in _split_at_commas(text):
        key, colon, type_ = part.strip().partition(":")
        if part.strip().startswith('"'):
            key, end = json.JSONDecoder().raw_decode(part.strip())
            colon, type_ = part.strip()[end : end + 1], part.strip()[end + 1 :]
        if colon != ":":
            raise ValueError(f"unknown field {part!r}")
        yield key, parse_type(type_)


def _split_function(text: str) -> tuple[str, str]:
    """What stands between the parentheses that a function type begins with, and its result."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        rest = text[place + 1 :].lstrip()
        if depth == 0 and rest.startswith("->"):
            return text[1:place], rest[2:]
    raise ValueError(f"unknown type {text!r}")


def _split_at_commas(text: str) -> list[str]:
    """The parts between those commas that are in no brackets."""
    parts, depth, quoted = [""], 0, False
    for character in text:
        quoted ^= character == '"'
        depth += 0 if quoted else (character in OPENING) - (character in CLOSING)
        if character == "," and depth == 0 and not quoted:
            parts.append("")
        else:
            parts[-1] += character
    return parts
