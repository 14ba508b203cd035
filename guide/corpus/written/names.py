"""Names of people."""

from __future__ import annotations

from ..drawing import first_name, form, full_name, last_name
from ..meant import meant


@meant(full_name)
def initials_with_dots(name: str) -> str:
    """The initials, a full stop after each."""
    return "".join(f"{word[0]}." for word in name.split())


@meant(full_name)
def last_name_first(name: str) -> str:
    """The last name, a comma, and the first name."""
    first, last = name.split()
    return f"{last}, {first}"


@meant(form("{}, {}", last_name, first_name))
def greeting_by_first_name(entry: str) -> str:
    """A greeting of somebody who is listed by the last name."""
    return f"Dear {entry.split(', ')[1]},"
