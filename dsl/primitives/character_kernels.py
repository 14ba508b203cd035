"""What kernels of text share: the classes and the case of characters, from tables for the scripts that have case."""

import numpy as np

from .kernels import UNDEFINED, slice_of

KNOWN = 0x600
"""Characters below it (Latin, Greek, Cyrillic, Armenian, Hebrew) are looked up in the tables that follow."""

LETTER, UPPERCASE, LOWERCASE, ALPHANUMERIC, CASED = 1, 2, 4, 8, 16


def _case_table(mapping):
    """Code point -> code point; -1 where the image is not one character, or depends on the neighbours (final sigma)."""
    images = [mapping(chr(code)) for code in range(KNOWN)]
    table = np.array([ord(image) if len(image) == 1 else -1 for image in images], dtype=np.int64)
    if mapping is not str.upper:
        table[ord("Σ")] = -1
    return table


def _class_of(character):
    upper, lower = character.isupper(), character.islower()
    flags = (character.isalpha(), upper, lower, character.isalnum(), upper or lower or character.istitle())
    return sum(flag << i for i, flag in enumerate(flags))


UPPER = _case_table(str.upper)
LOWER = _case_table(str.lower)
TITLE = _case_table(str.title)
CLASSES = np.array([_class_of(chr(code)) for code in range(KNOWN)], dtype=np.int64)


def is_symbol(code):
    """Whether a code point past the tables is punctuation, a sign or a pictogram: no letter, and without case."""
    if 0x2000 <= code < 0x2070 or 0x20A0 <= code < 0x20C1 or 0x2190 <= code < 0x2400:
        return 1
    return 1 if 0x2500 <= code < 0x2760 or 0xFE00 <= code < 0xFE10 or 0x1F300 <= code < 0x1FB00 else 0


def look_up(table, code, other):
    """What the table says of a code point, `other` for a symbol past the table, -1 for all else."""
    if code < KNOWN:
        return table[code]
    return other if is_symbol(code) else -1


def is_white(code):
    """Whether the code point is white space, as ``str.isspace`` sees it."""
    if code < 0x80:
        return 1 if code == 32 or 9 <= code <= 13 or 28 <= code <= 31 else 0
    if 0x2000 <= code <= 0x200A or code == 0x85 or code == 0xA0 or code == 0x1680:
        return 1
    return 1 if code == 0x2028 or code == 0x2029 or code == 0x202F or code == 0x205F or code == 0x3000 else 0


def kind_of(code):
    """1 for a digit 0 to 9, 2 for an upper-case letter, 3 for another letter or number, 0 for all else; -1 past all."""
    if 48 <= code <= 57:
        return 1
    found = look_up(CLASSES, code, 0)
    if found <= 0:
        return found
    return 2 if found & UPPERCASE else 3 if found & ALPHANUMERIC else 0


def mark_class(mem, s, n_s, flag, out, cap):
    """Write for each character whether its class has the flag; UNDEFINED for one past the tables."""
    if n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        found = look_up(CLASSES, mem[s + i], 0)
        if found < 0:
            return UNDEFINED
        mem[out + i] = 1 if found & flag else 0
    return n_s


def keep_class(mem, s, n_s, flag, out, cap):
    """Write the characters whose class has the flag; UNDEFINED if one lies past the tables."""
    if n_s > cap:
        return UNDEFINED
    size = 0
    for i in range(n_s):
        found = look_up(CLASSES, mem[s + i], 0)
        if found < 0:
            return UNDEFINED
        if found & flag:
            mem[out + size] = mem[s + i]
            size += 1
    return size


def map_case(mem, s, n_s, table, out, cap):
    """Write the image of each character; UNDEFINED if one has none."""
    if n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        code = look_up(table, mem[s + i], mem[s + i])
        if code < 0:
            return UNDEFINED
        mem[out + i] = code
    return n_s


def trimmed(mem, s, n_s, out, cap):
    """Write `s` without the white space at its ends."""
    start, end = 0, n_s
    while start < end and is_white(mem[s + start]):
        start += 1
    while end > start and is_white(mem[s + end - 1]):
        end -= 1
    return slice_of(mem, s + start, end - start, out, cap)
