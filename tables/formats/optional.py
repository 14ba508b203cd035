"""Libraries that are installed only with the extra `tables`."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ...support.errors import InputError


def needed(module: str, *, command: str = "induce fill", extra: str = "tables") -> Any:
    """A module of an optional library.

    Raises
    ------
    InputError
        If it is not installed: the line says what to install.
    """
    try:
        return import_module(module)
    except ImportError:
        library = module.partition(".")[0]
        raise InputError(f"{command} needs {library}: pip install 'induce[{extra}]'") from None
