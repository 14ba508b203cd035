"""Command lines: what is wrong with one is one line, as with any other input."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from .errors import InputError, shortened

MOST = 500
"""Characters of a complaint: the words of a command line may be long."""


class Parser(argparse.ArgumentParser):
    """Raises what it complains of, where that of Python prints its usage and ends the process."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """The arguments.

        Raises
        ------
        InputError
            If they are not valid.
        """
        words = [*(sys.argv[1:] if args is None else args)]
        for word in words[: words.index("--") if "--" in words else None]:
            if word.startswith("-") and word.endswith("=--"):  # What follows, Python takes for a list without values.
                self.error(f"{word.removesuffix('=--')}: -- is not a value")
        return super().parse_args(words, namespace)

    def error(self, message: str) -> NoReturn:
        """Called by the parser.

        Raises
        ------
        InputError
            Always.
        """
        raise InputError(shortened(message.removeprefix("argument "), most=MOST))
