"""How values lie in memory: one slice of 64-bit words for every type.

A scalar is one word, of a decimal its millionths; ``Str`` its code points; a flat list its items; a nested
list ``[k, len_1 .. len_k, row_1 .. row_k]``, every row laid out by this rule
and ``len_i`` its number of words. One layout means one hash, one comparison
and one copy for all types.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .decimals import of_word, word_of
from .types import BOOL, DECIMAL, INT, STR, Type

OF_WORD: Mapping[Type, Callable[[Any], Any]] = {BOOL: bool, DECIMAL: lambda word: of_word(int(word))}
"""The value of a word, where it is not the word itself."""


def has_layout(type_: Type) -> bool:
    """Whether values of the type lie in memory at all; others are seen by the reference interpreter alone."""
    return has_layout(type_.item) if type_.item is not None else type_ == STR or type_.is_scalar


def encode(value: Any, type_: Type) -> list[int]:
    """The words of a value."""
    if type_ == STR:
        return [ord(character) for character in value]
    if type_.item is None:
        return [word_of(value) if type_ == DECIMAL else int(value)]
    if type_.item == DECIMAL:
        return [word_of(item) for item in value]
    if type_.item.is_scalar:
        return [*value] if type_.item == INT else [int(item) for item in value]
    rows = [encode(item, type_.item) for item in value]
    return [len(rows), *map(len, rows), *(word for row in rows for word in row)]


def length_of(value: Any, type_: Type) -> int:
    """The number of words of a value."""
    if type_ == STR:
        return len(value)
    if type_.item is None:
        return 1
    if type_.item.is_scalar:
        return len(value)
    return 1 + sum(1 + length_of(item, type_.item) for item in value)


def decode(words: Sequence[int], type_: Type) -> Any:
    """The value of which these are the words."""
    if type_ == STR:
        return "".join(map(chr, words))
    if type_.item is None:
        return OF_WORD.get(type_, int)(words[0])
    if type_.item.is_scalar:
        return [*map(OF_WORD.get(type_.item, int), words)]
    count, rows = int(words[0]), []
    start = 1 + count
    for length in words[1 : 1 + count]:
        rows.append(decode(words[start : start + int(length)], type_.item))
        start += int(length)
    return rows
