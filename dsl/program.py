"""Programs: what is searched for, called, printed and explained."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .core.conversion import converted
from .core.decimals import Style, as_double, mapped, read_as, returned
from .core.expression import Expression, Function, Literal, Undefined, Variable, evaluate, is_printable, walk
from .core.primitive import Declaration
from .core.signature import PLAIN, Signature
from .core.values import has_type
from .language.language import BUILTIN, Language
from .python.source import python_source
from .text.parser import parse_function
from .text.printer import print_expression, print_program


@dataclass(frozen=True)
class Step:
    """One part of a program and its value on an input."""

    text: str
    value: Any


@dataclass(frozen=True)
class Explanation:
    """The value of every part of a program on one input, innermost first."""

    steps: tuple[Step, ...]

    def __str__(self) -> str:
        width = max((len(step.text) for step in self.steps), default=0)
        return "\n".join(f"{step.text:<{width}}  =  {_printed(step.value)}" for step in self.steps)


@dataclass(frozen=True)
class Program:
    """A typed expression over named parameters; a function from Python values to Python values.

    An `exact` one calculates with integers of any size, as its Python does; others are undefined outside of +-2^53,
    as programs are to the search. The `language` is that of its text, and `style` says what decimals are in Python
    where they leave it; it takes integers, floats and decimals for them. The `signature` says whether it takes any
    number of arguments, and what may be left out.
    """

    parameters: tuple[Variable, ...]
    body: Expression
    exact: bool = field(default=False, compare=False)
    language: Language = field(default=BUILTIN, compare=False, repr=False)
    style: Style = field(default=Style.FLOAT, compare=False, repr=False)
    signature: Signature = PLAIN

    def __call__(self, *arguments: Any) -> Any:
        """The value on one input, by the reference interpreter.

        Raises
        ------
        TypeError
            If number or types of the arguments are not those of the parameters.
        Undefined
            If the program has no value on this input.
        """
        return returned(self.value(*arguments), self.body.type, self.style)

    def value(self, *arguments: Any) -> Any:
        """The same with decimals as they are, whatever the style.

        Raises
        ------
        TypeError, Undefined
            As calling the program does.
        """
        return self.at(self.signature.bound(arguments, len(self.parameters)))

    def at(self, values: Sequence[Any]) -> Any:
        """The same where the parameters have these values: the list of further arguments is one of them.

        Raises
        ------
        TypeError, Undefined
            As calling the program does.
        """
        return self.known_at(self.bound(values))

    def known_at(self, inputs: dict[str, Any]) -> Any:
        """The same where the parameters of these names have values of their types, as a task has them.

        Raises
        ------
        Undefined
            As calling the program does.
        """
        return _as_doubles(self.body, inputs, exact=self.exact)

    def bound(self, values: Sequence[Any]) -> dict[str, Any]:
        """The values of the parameters by their names, read as their types say.

        Raises
        ------
        TypeError
            If number or types of the values are not those of the parameters.
        """
        if len(values) != len(self.parameters):
            raise TypeError(f"the program takes {len(self.parameters)} arguments, not {len(values)}")
        given = map(_converted, values)
        read = [read_as(value, parameter.type) for value, parameter in zip(given, self.parameters, strict=True)]
        for parameter, argument in zip(self.parameters, read, strict=True):
            if not has_type(argument, parameter.type):
                raise TypeError(f"{parameter.name} is to be {parameter.type}, not {_shown(argument)}")
        return {parameter.name: argument for parameter, argument in zip(self.parameters, read, strict=True)}

    def _shown(self, part: Expression, inputs: dict[str, Any]) -> Any:
        """The value of a part as it is returned, or the error where it has none."""
        try:
            return returned(_as_doubles(part, inputs, exact=self.exact), part.type, self.style)
        except Undefined as error:
            return error

    def __str__(self) -> str:
        return print_program(self.parameters, self.body, self.signature)

    def __repr__(self) -> str:
        """The text, as `parse` reads it: the parts hold whole primitives, which nobody wants to read."""
        return f"parse({str(self)!r})"

    @property
    def size(self) -> int:
        """The number of primitives, constants and variables in it."""
        return sum(not isinstance(part, Function) for part in walk(self.body))

    def python(self, name: str = "solve") -> str:
        """Self-contained Python source, the program itself the last function."""
        return python_source(
            self.parameters, self.body,
            name=name, language=self.language, style=self.style, signature=self.signature,
        )  # fmt: skip

    def explain(self, *arguments: Any) -> Explanation:
        """The value after each step on one input; the last step is the result.

        What is within the function of a loop has no value of its own.

        Raises
        ------
        TypeError
            As calling the program does.
        """
        inputs = self.bound(self.signature.bound(arguments, len(self.parameters)))
        steps: dict[str, Step] = {}
        for part in walk(self.body, bodies=False):
            if part is self.body or not isinstance(part, Literal | Function):
                text = print_expression(part)
                steps.setdefault(text, Step(text, self._shown(part, inputs)))
        return Explanation(tuple(steps.values()))


class NoValue(Enum):
    """What a program has where it is undefined: None may be an output."""

    NO_VALUE = "undefined"

    def __repr__(self) -> str:
        return self.value


NO_VALUE = NoValue.NO_VALUE


def outcome_of(program: Program, inputs: Sequence[Any]) -> Any:
    """The program's output where its parameters have these values, which are of their types, as a task has them.

    `NO_VALUE` where it has none, or none that Python prints.
    """
    names = (parameter.name for parameter in program.parameters)
    try:
        output = program.known_at(dict(zip(names, inputs, strict=True)))
    except Undefined:
        return NO_VALUE
    return output if is_printable(output) else NO_VALUE


def value_of(program: Program, inputs: Sequence[Any]) -> Any:
    """The same with None where there is none."""
    return known(outcome_of(program, inputs))


def known(outcome: Any) -> Any:
    """An outcome as people are given it: None where there is none."""
    return None if outcome is NO_VALUE else outcome


def _printed(value: Any) -> str:
    return repr(value) if is_printable(value) else _shown(value)


def _converted(argument: Any) -> Any:
    try:
        return converted(argument)
    except (TypeError, RecursionError):
        return argument  # It is refused for its type.


def _shown(value: Any) -> str:
    """A value for a message: Python refuses to print very many digits, and very deep lists."""
    try:
        return f"{value!r:.80}"
    except (ValueError, RecursionError):
        return f"what is too large to print (of type {type(value).__name__})"


def _as_doubles(expression: Expression, inputs: dict[str, Any], *, exact: bool) -> Any:
    """The value of an expression, its decimals as doubles carry them."""
    return mapped(as_double, evaluate(expression, inputs, exact=exact), expression.type)


def parse(
    text: str, *, exact: bool = True, primitives: Iterable[Declaration] = (), language: Language = BUILTIN
) -> Program:
    """Read a program.

    Parameters
    ----------
    exact
        Whether it calculates with integers of any size, as its Python does; else it is undefined outside of +-2^53.
    primitives
        Functions declared with `primitive` that it may use beside those of the language.
    language
        The primitives that it may use.

    Raises
    ------
    ProgramError
        If the text is not a program, or its types do not fit; the message points at the position.
    InputError
        If one of the primitives is declared wrongly.
    """
    language = language.with_primitives(primitives)
    parameters, body, signature = parse_function(text, exact=exact, language=language)
    return Program(parameters, body, exact=exact, language=language, signature=signature)
