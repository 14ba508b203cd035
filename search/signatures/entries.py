"""Programs over the entries of a dictionary, as programs over the dictionary itself."""

from __future__ import annotations

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable, call
from ...dsl.language.language import Language


def over_dictionaries(expression: Expression, language: Language) -> Expression:
    """The expression with keys, values and what is looked up by a key in place of what does so entry by entry."""
    match expression:
        case Function(parameters, body):
            return Function(parameters, over_dictionaries(body, language))
        case Call(primitive, arguments, each):
            parts = [over_dictionaries(argument, language) for argument in arguments]
            return _plainer(call(primitive, *parts, each=each), language)
    return expression


def _plainer(expression: Call, language: Language) -> Expression:
    vocabulary = language.vocabulary
    match expression:
        case Call(function, (rows, Literal(int() as place)), True) if function.name == "part":
            return _column(rows, place, language) or expression
        case Call(function, (rows, Function((row,), body)), False) if function.name == "map":
            shown = _place(body, row)
            return (None if shown is None else _column(rows, shown, language)) or expression
        case Call(at, (column, Call(index, (names, key), False)), False) if (at.name, index.name) == ("at", "index_of"):
            match column, names:
                case Call(of, (one,), False), Call(by, (other,), False) if one == other:
                    if (of.name, by.name) == ("values", "keys"):
                        return call(vocabulary["get"], one, key)
    return expression


def _column(rows: Expression, place: int, language: Language) -> Expression | None:
    """The keys or the values of entries, which may be in the order of the same."""
    vocabulary, name = language.vocabulary, ("keys", "values")[place]
    match rows:
        case Call(function, (d,), False) if function.name == "entries":
            return call(vocabulary[name], d)
        case Call(function, (Call(inner, (d,), False), Function((row,), body)), False):
            if (function.name, inner.name) == ("sorted_by", "entries") and _place(body, row) == place:
                return call(vocabulary["sort"], call(vocabulary[name], d))
    return None


def _place(body: Expression, row: Variable) -> int | None:
    """Which part of a row an expression is."""
    match body:
        case Call(function, (one, Literal(int() as place)), False) if function.name == "part" and one == row:
            return place
    return None
