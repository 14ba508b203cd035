"""What goes wrong through no fault of the program."""

from __future__ import annotations

import sys

MOST_SHOWN = 60
"""Characters of a value in a message."""
MOST_TOLD = 1500
"""Characters of a message; of a longer one the beginning names the place, and the end what was expected."""


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


def on_one_line(text: str) -> str:
    """A text without line ends and without characters that a terminal obeys or does not show: those are escaped."""
    return "".join(one if one.isprintable() else _escaped(one) for one in " ".join(text.splitlines()))


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()


def told(message: str) -> str:
    """A message as people read it: in one line, and of a long one its beginning and its end."""
    text = on_one_line(message)
    return text if len(text) <= MOST_TOLD else f"{text[: MOST_TOLD // 2]} ... {text[-MOST_TOLD // 2 :]}"


def tell(message: str) -> None:
    """Say on standard error, in one line, what is wrong or worth knowing."""
    print(f"induce: {told(message)}", file=sys.stderr)
