"""Text to programs and expressions."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from math import isfinite
from typing import TYPE_CHECKING, Any

from ..core.decimals import plain, read_as
from ..core.expression import Expression, Function, Literal, Variable, call
from ..core.notation import constructed
from ..core.signature import Signature
from ..core.types import BOOL, DECIMAL, FLOAT, INT, LIMIT, NAMED, STR, Type, join_types, list_of, optional, record_of
from ..core.unification import unify
from ..language.language import BUILTIN, Language

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

MOST_CHARACTERS = 100_000
MOST_DEPTH = 100


class ProgramError(ValueError):
    """A text that is not a program, with the position where it goes wrong.

    Attributes
    ----------
    line, column
        Where, counted from 1.
    told
        The message on one line, without the picture of the place.
    """

    def __init__(self, message: str, text: str, line: int, column: int) -> None:
        self.line, self.column = line, column
        self._given = message, text, line, column
        lines = text.splitlines() or [""]
        source = lines[min(line, len(lines)) - 1]
        start = max(0, column - 60)
        pointer = " " * (column - 1 - start) + "^"
        self.told = f"line {line}, column {column}: {message}"
        super().__init__(f"{self.told}\n  {source[start : start + 100]}\n  {pointer}")

    def __reduce__(self) -> tuple[Any, ...]:
        """For pickle, which would call the class with the whole message alone."""
        return type(self), self._given


def parse_function(
    text: str, *, exact: bool = True, language: Language = BUILTIN
) -> tuple[tuple[Variable, ...], Expression, Signature]:
    """Read the parameters and the body of a program, and what else it takes.

    Parameters
    ----------
    exact
        Whether it calculates with integers of any size, as its Python does; else it is undefined outside of +-2^53.
    language
        The primitives that it may use.

    Raises
    ------
    ProgramError
        If the text is not a program, or its types do not fit; the message points at the position.
    """
    from lark.exceptions import UnexpectedInput

    if len(text) > MOST_CHARACTERS:
        raise ProgramError(f"{len(text)} characters; expected at most {MOST_CHARACTERS}", text, 1, 1)
    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        place = (error.line, error.column)
        if error.line < 1 or getattr(getattr(error, "token", None), "type", "") == "$END":
            place = (text.count("\n") + 1, len(text.rpartition("\n")[2]) + 1)
        raise ProgramError(_unexpected(text, *place), text, *place) from None
    except RecursionError:
        raise ProgramError(f"nested too deeply; expected at most {MOST_DEPTH} levels", text, 1, 1) from None
    return _Builder(text, exact=exact, language=language).program(tree)


def _unexpected(text: str, line: int, column: int) -> str:
    lines = text.splitlines()
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    if rest.startswith(":"):
        return "':' is not expected here; a function is written as an argument of a primitive only"
    return f"{rest[:1]!r} is not expected here" if rest else "the program ends too early"


@cache
def _parser() -> Lark:
    from lark import Lark

    grammar = files(__package__).joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", start="program", maybe_placeholders=False, propagate_positions=True)


class _Builder:
    """Makes typed expressions of a parse tree."""

    def __init__(self, text: str, *, exact: bool, language: Language) -> None:
        self.text, self.language = text, language
        self.exact = exact
        self.scope: dict[str, Variable] = {}
        self.is_real = False

    def program(self, tree: Tree[Token]) -> tuple[tuple[Variable, ...], Expression, Signature]:
        formals: list[Any] = list(tree.children[:-1])
        self.is_real = any(map(self.names_reals, tree.scan_values(lambda token: str(token).isidentifier())))
        defaults = tuple(self.defaults(formals))
        variables = self.bound(formal if formal.data == "parameter" else formal.children[0] for formal in formals)
        rest = any(formal.data == "rest" for formal in formals)
        if rest:
            if formals[-1].data != "rest" or defaults or sum(formal.data == "rest" for formal in formals) > 1:
                raise self.error("only the last parameter may be *, and none beside it has a default", formals[-1])
            last = Variable(variables[-1].name, list_of(variables[-1].type))
            variables = (*variables[:-1], last)
            self.scope[last.name] = last
        return variables, self.expression(tree.children[-1], 0), Signature(rest, defaults)

    def defaults(self, formals: Sequence[Any]) -> Iterator[Any]:
        """The default values of the last parameters, in order."""
        begun = False
        for formal in formals:
            if formal.data == "default":
                begun = True
                parameter, value = formal.children
                type_ = self.type(parameter.children[1])
                constant = _among(self.expression(value, 0), type_)
                if not isinstance(constant, Literal) or constant.type != type_:
                    raise self.error(f"expected a constant of type {type_}", value)
                yield constant.value
            elif begun and formal.data == "parameter":
                raise self.error("a parameter without a default after one that has one", formal)

    def names_reals(self, token: Token) -> bool:
        """Whether a name is that of real numbers, or of a primitive that has to do with them.

        In a program with such a name, numbers with a point are real numbers; in all others they are decimals.
        """
        primitive = self.language.vocabulary.get(str(token))
        return str(token) == FLOAT.name or (
            primitive is not None and FLOAT in (*primitive.parameters, primitive.result)
        )

    def bound(self, parameters: Iterable[Any]) -> tuple[Variable, ...]:
        """The parameters of a program or function, which are in scope from now on."""
        variables = []
        for parameter in parameters:
            name, type_ = parameter.children
            if str(name) in self.scope:
                raise self.error(f"two parameters are called {name}", name)
            variables.append(Variable(str(name), self.type(type_)))
            self.scope[str(name)] = variables[-1]
        return tuple(variables)

    def error(self, message: str, place: Any) -> ProgramError:
        where = getattr(place, "meta", place)
        return ProgramError(message, self.text, getattr(where, "line", 1), getattr(where, "column", 1))

    def type(self, tree: Any) -> Type:
        name, *inner = tree.children
        if tree.data == "record":
            return self.record_type(name, inner)
        parts = [self.type(part) for part in inner]
        known = constructed(str(name), parts) if parts else NAMED.get(str(name))
        if known is None:
            expected = f"{', '.join(NAMED)}, List[...], Optional[...], Tuple[...], Dict[...] or Record{{...}}"
            raise self.error(f"unknown type {name}; expected {expected}", name)
        return known

    def record_type(self, name: Any, parts: list[Any]) -> Type:
        fields: dict[str, Type] = {}
        for key, type_ in zip(parts[::2], parts[1::2], strict=True):
            text = str(key.children[0])
            word = self.string(key) if text.startswith('"') else text
            if word in fields:
                raise self.error(f"two fields are called {word}", key)
            fields[word] = self.type(type_)
        if name != "Record":
            raise self.error(f"unknown type {name}; expected Record{{...}}", name)
        return record_of(fields)

    def expression(self, tree: Any, depth: int) -> Expression:
        if depth > MOST_DEPTH:
            raise self.error(f"nested too deeply; expected at most {MOST_DEPTH} levels", tree)
        build: Callable[[Any, int], Expression] = getattr(self, f"_{tree.data}")
        return build(tree, depth + 1)

    def _variable(self, tree: Any, _: int) -> Expression:
        name = tree.children[0]
        if str(name) not in self.scope:
            raise self.error(f"unknown variable {name}{did_you_mean(name, self.scope)}", name)
        return self.scope[str(name)]

    def _function(self, tree: Any, depth: int) -> Expression:
        *parameters, body = tree.children
        variables = self.bound(parameters)
        function = Function(variables, self.expression(body, depth))
        for variable in variables:
            del self.scope[variable.name]
        return function

    def _integer(self, tree: Any, _: int) -> Expression:
        digits = str(tree.children[0])
        if not self.exact and (len(digits) > 17 or int(digits) > LIMIT):
            raise self.error("an integer outside of +-2^53", tree.children[0])
        most = sys.get_int_max_str_digits()  # 0 where whoever reads the program has lifted the limit.
        if 0 < most < len(digits):
            raise self.error(f"an integer of {len(digits)} digits; expected at most {most}", tree.children[0])
        return Literal(int(digits), INT)

    def _real(self, tree: Any, _: int) -> Expression:
        value = float(tree.children[0])
        if not isfinite(value):
            raise self.error("a number out of range", tree.children[0])
        return Literal(value, FLOAT) if self.is_real else Literal(plain(Decimal(str(tree.children[0]))), DECIMAL)

    def _negative(self, tree: Any, depth: int) -> Expression:
        inner = self.expression(tree.children[-1], depth)
        if isinstance(inner, Literal) and inner.type in (INT, DECIMAL, FLOAT):
            return Literal(-inner.value, inner.type)
        return self.apply("neg", [inner], tree, each=False)

    def _string(self, tree: Any, _: int) -> Expression:
        return Literal(self.string(tree), STR)

    def string(self, tree: Any) -> str:
        """What stands between quotes."""
        try:
            return str(json.loads(tree.children[0]))
        except json.JSONDecodeError as error:
            raise self.error(f"not a string: {error.msg}", tree.children[0]) from None

    def _true(self, tree: Any, _: int) -> Expression:
        return Literal(True, BOOL)

    def _false(self, tree: Any, _: int) -> Expression:
        return Literal(False, BOOL)

    def _empty(self, tree: Any, _: int) -> Expression:
        type_ = self.type(tree.children[0])
        if not type_.is_list:
            raise self.error("expected a list type", tree)
        return Literal([], type_)

    def _missing(self, tree: Any, _: int) -> Expression:
        return Literal(None, optional(self.type(tree.children[0])))

    def _list(self, tree: Any, depth: int) -> Expression:
        items = [self.expression(child, depth) for child in tree.children]
        if not all(isinstance(item, Literal) for item in items):
            raise self.error("a list in brackets holds constants only; use single, pair or append for others", tree)
        try:
            type_ = join_types(item.type for item in items)
        except TypeError as error:
            raise self.error(str(error), tree) from None
        return Literal(
            read_as([item.value for item in items if isinstance(item, Literal)], list_of(type_)), list_of(type_)
        )

    def _call(self, tree: Any, depth: int) -> Expression:
        name, *arguments = tree.children
        return self.apply(name, [self.expression(argument, depth) for argument in arguments], name, each=False)

    def _each(self, tree: Any, depth: int) -> Expression:
        name, *arguments = tree.children
        return self.apply(name, [self.expression(argument, depth) for argument in arguments], name, each=True)

    def _prefix(self, tree: Any, depth: int) -> Expression:
        token, inner = tree.children
        return self.apply("not", [self.expression(inner, depth)], token, each=False)

    def _infix(self, tree: Any, depth: int) -> Expression:
        left, token, right = tree.children
        arguments = [self.expression(left, depth), self.expression(right, depth)]
        symbol = str(token)
        if symbol in (">", ">="):
            arguments.reverse()
            symbol = {">": "<", ">=": "<="}[symbol]
        kinds = {argument.type.item or argument.type for argument in arguments}
        kind = next((kind for kind in (FLOAT, DECIMAL) if kind in kinds), INT)
        names = self.language.by_symbol[symbol]
        name = next((name for name in names if self.takes(name, kind)), names[0])
        return self.apply(name, [_among(argument, kind) for argument in arguments], token, each=False)

    def takes(self, name: str, kind: Type) -> bool:
        """Whether the first argument of a primitive may be of a scalar type."""
        return unify(self.language.vocabulary[name].parameters[0], kind, {}) is not None

    def apply(self, name: str, arguments: list[Expression], place: Any, *, each: bool) -> Expression:
        vocabulary = self.language.vocabulary
        primitive = vocabulary.get(str(name))
        if primitive is None:
            raise self.error(f"unknown primitive {name}{did_you_mean(name, vocabulary)}", place)
        try:
            return call(primitive, *arguments, each=each)
        except TypeError as error:
            raise self.error(str(error), place) from None


def _among(argument: Expression, kind: Type) -> Expression:
    """An operand among others of a kind: an integer that is written out is a decimal among decimals."""
    if isinstance(argument, Literal) and (argument.type, kind) == (INT, DECIMAL):
        return Literal(Decimal(argument.value), DECIMAL)
    return argument


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a message on an unknown name: the known one that is nearest, "" if none is near."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""
