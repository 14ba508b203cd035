"""SyGuS-IF (versions 1 and 2), programming by example: `.sl` files whose constraints are examples of one function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ....search.task.loading import load_text
from ....search.task.task import Task
from ....support.errors import InputError
from .constraints import statements
from .smtlib import unescaped
from .sources import family_of, members
from .splits import Options, Split, entry
from .suite import Entry

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

SPLIT = Split()
"""All constraints are shown, as in the competition: then nothing is held out."""

NATURAL = re.compile(r"[0-9]{1,30}")
TOO_DEEP = "nested too deeply; expected constraints"


def load(path: Path, options: Options) -> Iterator[Entry]:
    """Every file is a task; the folder that it is in is its family."""
    split = SPLIT.with_options(options)
    for file in members(path, "*.sl"):
        yield entry(file.stem, family_of(file, path), partial(load_task, file, split=split, noise=options.noise))


def load_task(file: Path, *, split: Split = SPLIT, noise: int = 0) -> Task:
    """Read the one task that a file is, with `noise` examples that may be wrong.

    Raises
    ------
    InputError
        If it is none: one line that names the file, the place and what was expected.
    """
    commands = parse(load_text(file, wanted="examples of a function in SyGuS-IF"), place=str(file))
    functions = [command[1:] for command in commands if command[:1] == ["synth-fun"] and len(command) > 2]
    if len(functions) != 1 or not isinstance(functions[0][0], str) or not isinstance(functions[0][1], list):
        raise InputError(f"{file}: {len(functions)} functions to be found; expected one (synth-fun NAME (...) ...)")
    name, parameters, *_ = functions[0]
    pairs = _examples(commands, name, len(parameters), str(file))
    return split.task(list(pairs.values()), place=str(file), name=file.stem, noise=noise)


def _examples(commands: Sequence[Sequence[Any]], function: str, arity: int, place: str) -> dict[str, tuple[Any, Any]]:
    """The arguments and the output of each example, once: some files say the same several times."""
    pairs: dict[str, tuple[Any, Any]] = {}
    try:
        for number, statement in statements(commands):
            terms = _example(statement, function)
            if terms is None:
                raise InputError(f"{place}: constraint {number}: expected (= ({function} value ...) value)")
            if len(terms) != arity + 1:
                raise InputError(f"{place}: constraint {number}: {len(terms) - 1} arguments; expected {arity}")
            *arguments, output = [_value(term, f"{place}: constraint {number}") for term in terms]
            pairs.setdefault(repr((arguments, output)), (tuple(arguments), output))
    except RecursionError:
        raise InputError(f"{place}: {TOO_DEEP}") from None
    return pairs


@dataclass(frozen=True)
class Text:
    """A string literal: what is between the quotes, read."""

    value: str


def parse(text: str, *, place: str) -> list[list[Any]]:
    """The commands of a file as nested lists of names and `Text`.

    Raises
    ------
    InputError
        If it is in neither version of the language.
    """
    from lark.exceptions import UnexpectedInput

    errors = []
    for version, read in READERS.items():
        try:
            return [_nested(form, read) for form in _parser().parse(text, start=version).children]
        except UnexpectedInput as error:
            errors.append(error)
        except RecursionError:
            raise InputError(f"{place}: {TOO_DEEP}") from None
    line = max(error.line for error in errors)  # The version that was understood further is the one that is meant.
    raise InputError(f"{place}: line {line}: not SyGuS-IF; expected commands in balanced parentheses") from None


@cache
def _parser() -> Lark:
    from lark import Lark

    grammar = files(__package__).joinpath("sygus.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", start=list(READERS))


def _escaped(text: str) -> str:
    """A string of version 1: a backslash quotes a quote or a backslash."""
    return re.sub(r'\\(["\\])', r"\1", text)


READERS: dict[str, Callable[[str], str]] = {"version2": unescaped, "version1": _escaped}


def _nested(node: Tree[Token] | Token, read: Callable[[str], str]) -> Any:
    if isinstance(node, str):
        return Text(read(node[1:-1])) if node.startswith('"') else node.strip("|")
    return [_nested(child, read) for child in node.children]


def _example(statement: Any, function: str) -> list[Any] | None:
    """The arguments and the output that a constraint states, as terms; None if it does not state an example."""
    match statement:
        case ["=", [name, *arguments], output] if name == function:
            return [*arguments, output]
        case ["=", output, [name, *arguments]] if name == function:
            return [*arguments, output]
        case ["not", [name, *arguments]] if name == function:
            return [*arguments, "false"]
        case [name, *arguments] if name == function:
            return [*arguments, "true"]
    return None


def _value(term: Any, place: str) -> bool | int | str:
    """The value that a term is.

    Raises
    ------
    InputError
        If it is none of those that are read.
    """
    match term:
        case Text(value):
            return value
        case "true" | "false":
            return bool(term == "true")
        case ["-", str(digits)] if NATURAL.fullmatch(digits):
            return -int(digits)
        case str() if NATURAL.fullmatch(term.removeprefix("-")):
            return int(term)
    raise InputError(f"{place}: {_written(term):.40}; expected a string, an integer, true or false")


def _written(term: Any) -> str:
    """A term as the file has it."""
    match term:
        case Text(value):
            return f'"{value}"'
        case list():
            return f"({' '.join(map(_written, term))})"
    return str(term)
