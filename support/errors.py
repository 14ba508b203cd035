"""What goes wrong through no fault of the program."""

from __future__ import annotations

MOST_SHOWN = 60
"""Characters of a value in a message."""


class InputError(ValueError):
    """Bad input: one line that names the place and what was expected there."""


def shown(value: object, *, most: int = MOST_SHOWN) -> str:
    """A value as a message quotes it: on one line, and shortened if it is long."""
    try:
        text = " ".join(repr(value).split())
    except Exception:  # noqa: BLE001 - an integer of too many digits, or a foreign object that cannot be shown
        return f"a value of type {type(value).__name__}"
    return shortened(text, most=most)


def shortened(text: str, *, most: int = MOST_SHOWN) -> str:
    """A text, or its beginning if it is long."""
    return text if len(text) <= most else f"{text[: most - 3]}..."
