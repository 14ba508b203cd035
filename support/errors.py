"""What goes wrong through no fault of the program."""

from __future__ import annotations


class InputError(ValueError):
    """Bad input: one line that names the place and what was expected there."""
