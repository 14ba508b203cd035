"""Command lines: what is wrong with one is one line, as with any other input."""

from __future__ import annotations

import argparse
from typing import NoReturn

from .errors import InputError, shortened

MOST = 500
"""Characters of a complaint: the words of a command line may be long."""


class Parser(argparse.ArgumentParser):
    """Raises what it complains of, where that of Python prints its usage and ends the process."""

    def error(self, message: str) -> NoReturn:
        """Called by the parser.

        Raises
        ------
        InputError
            Always.
        """
        raise InputError(shortened(message.removeprefix("argument "), most=MOST))
