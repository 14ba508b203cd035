"""A task: examples to reproduce, and inputs whose outputs are to be predicted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from ...dsl.core.conversion import converted, is_several
from ...dsl.core.decimals import Style, read_as, returned, style_of, without_floats
from ...dsl.core.signature import PLAIN, Signature
from ...dsl.core.types import Type, common_type, settle
from ...dsl.core.values import same_value
from ...support.errors import InputError, shown
from .calls import parameters_in, signature_of
from .forms import parts_of
from .opaque import opaque_types

MOST_EXAMPLES = 1000
MOST_ITEMS = 10_000
MOST_DEPTH = 4
SIZELESS = {int, bool, float, Decimal, type(None)}
"""Classes of values that are not long."""


class Missing(Enum):
    """The single value that stands for an unknown held-out output."""

    MISSING = "missing"


MISSING = Missing.MISSING


@dataclass(frozen=True)
class Example:
    """The arguments of the program and the output that it should give."""

    inputs: tuple[Any, ...]
    output: Any


@dataclass(frozen=True)
class Task:
    """What is asked for.

    `inputs` are those to be predicted, `expected` their outputs where known
    (else `MISSING`): they are never shown to the search.
    """

    name: str
    train: tuple[Example, ...]
    inputs: tuple[tuple[Any, ...], ...]
    expected: tuple[Any, ...]
    parameter_types: tuple[Type, ...]
    result_type: Type
    style: Style = Style.FLOAT
    """What decimals are in Python where they leave a program."""
    signature: Signature = PLAIN
    """How the arguments of calls became the parameters, whose values the examples hold."""

    @classmethod
    def from_examples(
        cls,
        examples: Iterable[tuple[Any, Any]],
        *,
        inputs: Iterable[Any] = (),
        expected: Sequence[Any] | None = None,
        name: str = "",
        noise: int = 0,
        style: Style | None = None,
        signature: Signature | None = None,
    ) -> Task:
        """Check examples and make a task of them.

        Floats become the decimals that are written in the same way; integers among decimals become decimals, too.
        Where the number of arguments differs, an argument that only some examples have gets a default, and arguments
        of one type become one list (`Task.signature`). Lists may hold integers in one example and texts in another:
        their items then have the type ``Any``.

        Parameters
        ----------
        examples
            Pairs of input and output. A tuple, or ``{"args": [...]}``, is several arguments.
        inputs
            Inputs to be predicted, in the same form.
        expected
            Their outputs where known, `MISSING` elsewhere.
        noise
            How many examples may be wrong: with any, two may contradict each other.
        style
            What decimals are in Python where they leave a program; by default as they are in the outputs given.
        signature
            Of the program, where the examples have a value for each of its parameters; by default as calls show it.

        Raises
        ------
        InputError
            If there are no examples, types differ or do not exist in the language, the numbers of arguments make no
            signature, or two examples contradict each other.
        """
        pairs = _listed(examples, "examples", "list of examples", "pairs of input and output")
        given = _listed(inputs, "inputs", "list of inputs", "a list, even of one")
        if not pairs:
            raise InputError("train: no examples; expected at least one pair of input and output")
        if len(pairs) > MOST_EXAMPLES:
            raise InputError(f"train: {len(pairs)} examples; expected at most {MOST_EXAMPLES}")
        train = tuple(_example(pair, f"train[{i}]") for i, pair in enumerate(pairs))
        asked = tuple(_converted(arguments_of(value), f"test[{i}].input") for i, value in enumerate(given))
        places = [f"train[{i}].input" for i in range(len(train))] + [f"test[{i}].input" for i in range(len(asked))]
        rows = [example.inputs for example in train] + list(asked)
        if signature is None:
            signature = signature_of(rows, places, shown=len(train))
            rows = [parameters_in(row, signature, rows) for row in rows]
        outputs = [example.output for example in train]
        *parameter_types, result_type = _types(rows, outputs, places)
        read = [_read_row(row, parameter_types, place) for place, row in zip(places, rows, strict=True)]
        told = [_read(output, result_type, f"train[{i}].output") for i, output in enumerate(outputs)]
        train = tuple(Example(row, output) for row, output in zip(read, told, strict=False))
        asked = tuple(read[len(train) :])
        if not noise:
            _refuse_contradictions(train)
        if expected is not None and len(expected) != len(asked):
            raise InputError(f"expected: {len(expected)} outputs; expected one for each of the {len(asked)} inputs")
        known = [_as_output(value, result_type) for value in expected or (MISSING,) * len(asked)]
        return cls(
            name, train, asked, tuple(known), tuple(parameter_types), result_type, style or style_of(outputs), signature
        )

    def returned(self, output: Any) -> Any:
        """An output of a program as it is returned to a caller; None is one that a program does not have."""
        return None if output is None else returned(output, self.result_type, self.style)

    def foretold(self, predictions: Sequence[Any]) -> bool:
        """Whether predictions are the outputs held back, where these are known."""
        pairs = zip(predictions, self.expected, strict=True)
        return all(self.agrees(predicted, expected) for predicted, expected in pairs)

    def agrees(self, predicted: Any, expected: Any) -> bool:
        """Whether a prediction, returned or not, is the output held back, if that is known."""
        return expected is MISSING or same_value(_as_output(predicted, self.result_type), expected)

    def may_have_wrong(self, count: int) -> bool:
        """Whether this many examples may be wrong: fewer than half, and at least two have to be right."""
        return 2 * count < len(self.train) and len(self.train) - count >= 2

    def with_example(self, inputs: Sequence[Any], output: Any) -> Task:
        """The task with one more example.

        Parameters
        ----------
        inputs
            The arguments of a call of the program.
        output
            What it should give for them.

        Raises
        ------
        InputError
            If the example does not go with those there are: as `from_examples`.
        """
        asked = [self.signature.called(values) for values in self.inputs]
        return self.extended([(tuple(inputs), output)], asked, self.expected)

    def extended(
        self, examples: Iterable[tuple[Any, Any]], inputs: Iterable[Any], expected: Sequence[Any] | None = None
    ) -> Task:
        """The task with some examples more, and with other inputs to be predicted.

        Parameters
        ----------
        examples, inputs, expected
            As for `from_examples`; an input is that of a call of the program.

        Raises
        ------
        InputError
            If they do not go with the examples there are: as `from_examples`.
        """
        train: list[tuple[Any, Any]] = [(example.inputs, example.output) for example in self.train]
        for input_, output in examples:
            train.append((self._bound(input_, f"train[{len(train)}].input"), output))
        asked = [self._bound(input_, f"test[{number}].input") for number, input_ in enumerate(inputs)]
        noise = int(_contradict(self.train))  # Where contradictions are allowed, they still are.
        return Task.from_examples(
            train, inputs=asked, expected=expected, name=self.name, noise=noise, style=self.style,
            signature=self.signature,
        )  # fmt: skip

    def _bound(self, input_: Any, place: str) -> tuple[Any, ...]:
        """The values of the parameters in a call."""
        arguments, count = arguments_of(input_), len(self.parameter_types)
        try:
            return self.signature.bound(arguments, count)
        except TypeError:
            raise InputError(f"{place}: {len(arguments)} arguments; expected {count}") from None


def _contradict(train: Sequence[Example]) -> bool:
    try:
        _refuse_contradictions(train)
    except InputError:
        return True
    return False


def _listed(values: Any, place: str, name: str, expected: str) -> list[Any]:
    """The values one by one: a text or an object could be gone through as well, but is never meant so."""
    if isinstance(values, str | bytes | dict) or not isinstance(values, Iterable):
        raise InputError(f"{place}: {shown(values)} is not a valid {name}; expected {expected}")
    return list(converted(values) if hasattr(values, "dtype") or hasattr(values, "columns") else values)


def _example(pair: Any, place: str) -> Example:
    if not isinstance(pair, tuple | list) or len(pair) != 2:
        parts = parts_of(pair)
        wanted = "" if parts is None else f": write ({shown(parts[0])}, {shown(parts[1])})"
        raise InputError(f"{place}: {shown(pair)} is not a valid example; expected a pair of input and output{wanted}")
    try:
        inputs = arguments_of(pair[0])
    except InputError as error:
        raise InputError(f"{place}.input: {error}") from None
    return Example(_converted(inputs, f"{place}.input"), _converted((pair[1],), f"{place}.output")[0])


def _converted(values: Iterable[Any], place: str) -> tuple[Any, ...]:
    """What Python hands over, as values of the language."""
    try:
        return tuple(map(converted, values))
    except TypeError as error:
        raise InputError(f"{place}: {error}") from None
    except RecursionError:
        raise InputError(f"{place}: nested too deeply; expected at most {MOST_DEPTH} levels") from None


def arguments_of(value: Any) -> tuple[Any, ...]:
    """The arguments that an input stands for: a tuple or ``{"args": [...]}`` is several.

    Raises
    ------
    InputError
        If there is more than the arguments.
    """
    if is_several(value):
        return tuple(value)
    if isinstance(value, dict) and isinstance(value.get("args"), list):
        if len(value) > 1:
            other = next(key for key in value if key != "args")
            raise InputError(f'"args" beside the key {other!r:.40}; expected {{"args": [...]}} alone, or another name')
        return tuple(value["args"])
    return (value,)


def _read_row(row: tuple[Any, ...], types: Sequence[Type], place: str) -> tuple[Any, ...]:
    return tuple(_read(value, type_, place) for value, type_ in zip(row, types, strict=True))


def _read(value: Any, type_: Type, place: str) -> Any:
    try:
        return read_as(value, type_)
    except TypeError as error:  # An integer may be too large to be a decimal.
        raise InputError(f"{place}: {error}") from None


def _as_output(value: Any, type_: Type) -> Any:
    """A value that is compared with outputs of a type; what cannot be one of them stays as it is."""
    try:
        return read_as(value, type_)
    except TypeError:
        return value


def _types(rows: Sequence[tuple[Any, ...]], outputs: Sequence[Any], places: Sequence[str]) -> tuple[Type, ...]:
    """The types of the parameters and of the output, over all rows."""
    count = len(rows[0])
    try:
        parameters = (
            _common_type([row[p] for row in rows], places, f", argument {p + 1}" if count > 1 else "")
            for p in range(count)
        )
        return (*parameters, _common_type(outputs, [f"train[{i}].output" for i in range(len(outputs))], ""))
    except InputError:
        types = opaque_types(rows, outputs)
        if types is None or not all(_have_type([value]) for row in (*rows, outputs) for value in row):
            raise
        return types


def _common_type(values: Sequence[Any], places: Sequence[str], note: str) -> Type:
    """The type of all values; if there is none, the place is that of the first that does not go with those before."""
    try:
        return _type_of(values)
    except (TypeError, RecursionError):
        first = bisect_left(range(len(values)), True, key=lambda last: not _have_type(values[: last + 1]))
        place = places[min(first, len(places) - 1)]
    try:
        return _type_of(values[: first + 1])
    except TypeError as error:
        raise InputError(f"{place}{note}: {error}") from None
    except RecursionError:
        raise InputError(f"{place}{note}: nested too deeply; expected at most {MOST_DEPTH} levels") from None


def _have_type(values: Sequence[Any]) -> bool:
    try:
        _type_of(values)
    except (TypeError, RecursionError):
        return False
    return True


def _type_of(values: Sequence[Any]) -> Type:
    type_ = common_type([without_floats(value) for value in values])
    if type_.depth > MOST_DEPTH:
        raise TypeError(f"nested {type_.depth} levels deep; expected at most {MOST_DEPTH}")
    for value in values:
        _check_size(value)
    return settle(type_)


def _check_size(value: Any) -> None:
    if isinstance(value, str) and any(0xD800 <= ord(character) < 0xE000 for character in value):
        raise TypeError("a lone surrogate in a string; expected Unicode text")
    if isinstance(value, str | list | dict) and len(value) > MOST_ITEMS:
        raise TypeError(f"{len(value)} items; expected at most {MOST_ITEMS}")
    if isinstance(value, dict):
        for key in value:
            _check_size(key)
    if isinstance(value, dict):
        for item in value.values():
            _check_size(item)
    if isinstance(value, list) and not set(map(type, value)) <= SIZELESS:
        for item in value:
            _check_size(item)


def _refuse_contradictions(train: Sequence[Example]) -> None:
    seen: dict[str, int] = {}
    for i, example in enumerate(train):
        first = seen.setdefault(repr([*map(_in_order, example.inputs)]), i)
        if repr(_in_order(train[first].output)) != repr(_in_order(example.output)):
            raise InputError(f"train[{i}]: contradicts train[{first}]: the same input has two outputs")


def _in_order(value: Any) -> Any:
    """A value, or the sorted items of a dictionary: those that differ in order alone are equal."""
    return sorted(value.items(), key=repr) if isinstance(value, dict) else value
