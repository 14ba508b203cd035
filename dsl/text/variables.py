"""What the variables of a program are called."""

from __future__ import annotations

import itertools
import keyword
from collections.abc import Iterable, Sequence

from ..core.expression import Variable
from ..core.types import ANY, BOOL, DATE, DECIMAL, DURATION, FLOAT, INT, MOMENT, STR, TIME, Type, list_of
from ..language.language import BUILTIN, Language
from ..language.own import SYNTAX_WORDS

NAMES = {
    INT: ("n", "m", "k"),
    STR: ("s", "t", "u"),
    BOOL: ("p", "q", "r"),
    FLOAT: ("x", "y", "z"),
    ANY: ("x", "y", "z"),
    DATE: ("day", "day2", "day3"),
    TIME: ("time", "time2", "time3"),
    MOMENT: ("moment", "moment2", "moment3"),
    DURATION: ("duration", "duration2", "duration3"),
    DECIMAL: ("x", "y", "z"),
    list_of(DECIMAL): ("xs", "ys", "zs"),
    list_of(INT): ("xs", "ys", "zs"),
    list_of(ANY): ("xs", "ys", "zs"),
    list_of(BOOL): ("mask", "mask2", "mask3"),
    list_of(STR): ("lines", "lines2", "lines3"),
    list_of(DATE): ("days", "days2", "days3"),
    list_of(TIME): ("times", "times2", "times3"),
    list_of(MOMENT): ("moments", "moments2", "moments3"),
    list_of(DURATION): ("durations", "durations2", "durations3"),
}
"""What parameters are called, by type; see `names_for` for other types."""


def names_for(type_: Type) -> tuple[str, ...]:
    """What values of a type are called."""
    if type_.is_optional:
        return names_for(type_.parts[0])
    if type_.item is not None and type_.item.is_optional:
        return names_for(list_of(type_.item.parts[0]))
    if type_.is_dict:
        return ("d",)
    return NAMES.get(type_, ("row",) if type_.parts else ("rows",))


def parameters_for(types: Sequence[Type], *, language: Language = BUILTIN) -> tuple[Variable, ...]:
    """Parameters of the given types with names that say what they are, and that no primitive of the language has."""
    taken: set[str] = set()
    chosen = []
    for type_ in types:
        usual = names_for(type_)
        more = (f"{usual[0]}{number}" for number in range(2, len(types) + 10))
        name = next(name for name in (*usual, *more) if name not in taken and _is_free(name, language))
        taken.add(name)
        chosen.append(Variable(name, type_))
    return tuple(chosen)


def fresh_variables(
    wanted: Iterable[tuple[str, Type]], *, scope: Iterable[Variable], language: Language = BUILTIN
) -> tuple[Variable, ...]:
    """Parameters for a function, each called as wanted, or so with a number.

    Parameters
    ----------
    wanted
        Names and types: ``[("acc", INT), ("x", INT)]``.
    scope
        Variables whose names are taken: those around the function, which are the
        program's parameters and those of the functions that it stands in, and those
        of the functions in its body (see `bound_variables`).
    language
        The primitives whose names are taken, too.
    """
    taken = {variable.name for variable in scope}
    chosen = []
    for usual, type_ in wanted:
        names = itertools.chain([usual], (f"{usual}{number}" for number in itertools.count(2)))
        name = next(name for name in names if name not in taken and _is_free(name, language))
        taken.add(name)
        chosen.append(Variable(name, type_))
    return tuple(chosen)


def _is_free(name: str, language: Language) -> bool:
    return not keyword.iskeyword(name) and name not in SYNTAX_WORDS and name not in language.vocabulary
