"""Files of Python that declare primitives: they are run, with all the rights of whoever names them."""

from __future__ import annotations

import sys
import traceback
import warnings
from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path
from types import CodeType, ModuleType

from ...support.errors import InputError
from ...support.files import why
from ..core.primitive import Declaration
from .own import not_a_function


def load_primitives(files: Iterable[str | PathLike[str]]) -> list[Declaration]:
    """Run files of Python, and return what they declare with `@primitive`, in that order.

    Raises
    ------
    InputError
        If a file is missing, is not Python, raises something, or declares no primitive: one line with the file and,
        where there is one, the line.
    """
    return [declaration for file in files for declaration in _declared(file)]


def _declared(file: str | PathLike[str]) -> list[Declaration]:
    if not fspath(file):
        raise InputError("primitives: an empty name; expected a file of Python")
    module = _run(file, _compiled(file))
    found = [value for value in vars(module).values() if isinstance(value, Declaration)]
    if not found:
        raise InputError(f"{file}: declares no primitive; expected a function under @primitive(...)")
    for declaration in found:
        if complaint := not_a_function(declaration):
            raise InputError(f"{file}: {complaint}")
    return list(dict.fromkeys(found))


def _compiled(file: str | PathLike[str]) -> CodeType:
    path = Path(file).absolute()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    except SyntaxError as error:
        raise InputError(f"{file}:{error.lineno or 1}: is not Python: {error.msg}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: cannot be read: {why(error)}; expected a file of Python") from None
    except (RecursionError, MemoryError):
        raise InputError(f"{file}: is not Python: nested too deeply") from None


def _run(file: str | PathLike[str], code: CodeType) -> ModuleType:
    module = ModuleType(f"induce_primitives_of_{Path(file).stem}")
    module.__file__ = code.co_filename
    sys.modules[module.__name__] = module  # As an import would: dataclasses look there.
    try:
        exec(code, vars(module))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a file raises is its author's mistake
        lines = [one.lineno for one in traceback.extract_tb(error.__traceback__) if one.filename == code.co_filename]
        place = f"{file}:{lines[-1]}" if lines else str(file)
        told = str(error) if isinstance(error, InputError) else f"{type(error).__name__}: {_said(error)}"
        raise InputError(f"{place}: {' '.join(told.split())}") from None
    return module


def _said(error: BaseException) -> str:
    """The message of an exception, of which a file may have declared the class."""
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - whatever that raises
        return "an exception that cannot be shown"
