"""String literals of SMT-LIB: the characters that they may hold, and how they are escaped."""

from __future__ import annotations

import re

LAST_CHARACTER = 0x2FFFF
"""What seems to be an escape of a greater one is no escape: it stands for the characters that it is written with."""
ESCAPE = re.compile(r"\\u\{([0-2]?[0-9a-fA-F]{1,4})\}|\\u([0-9a-fA-F]{4})")


def unescaped(literal: str) -> str:
    """The string that a literal, without the quotes around it, stands for."""
    return ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), literal.replace('""', '"'))


def escaped(text: str) -> str:
    """The literal for a string, without the quotes around it, in printable ASCII.

    Raises
    ------
    ValueError
        If a character is none of SMT-LIB's.
    """
    return "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    if ord(character) > LAST_CHARACTER:
        raise ValueError(f"the character {character!r} is not one of SMT-LIB's strings")
    if character == '"':
        return '""'
    return character if " " <= character <= "~" and character != "\\" else f"\\u{{{ord(character):x}}}"
