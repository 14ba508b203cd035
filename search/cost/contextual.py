"""What a program is made of, each part where it stands: what the learnt prior counts.

A production is counted with its parent and the position under it, as in a bigram grammar (Ellis et al.,
"DreamCoder", PLDI 2021, section 3; Fijalkow et al., "Scaling neural program synthesis with distribution-based
search", AAAI 2022, section 3), and beside it by itself, which is what is known of places that were seldom seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable, free_variables, walk
from ...dsl.core.types import BOOL, STR, Type
from .text_units import text_oddities
from .value_roles import oddities

READ = Variable("what was read", BOOL)
"""Stands for a condition that was read, which is one part."""
MOST_USES = 3
"""An input that is used more often counts as used so often."""
ODD = "odd: "
"""What the traits begin with that count odd uses of values."""
ROOT, EVERY = "result", "program"
"""Where a program begins, and what every program is."""


def traits(
    program: Expression, judged: Expression | None = None, *, labels: bool = False, ignored: int = 0
) -> Counter[str]:
    """What a program is like, as numbers: what the learnt prior and the confidence look at.

    How often each production occurs, alone (``take``) and in its place (``take.1 len``); odd uses of values; how often
    it looks at its inputs. Places are ``parent.position``; the root stands under its type. Arguments that may be
    exchanged have one position.

    Parameters
    ----------
    judged
        What odd uses are looked for in, if not in the program: conditions that were read are variables in it, since
        what people have a word for is not odd.
    labels
        Whether the items of the inputs are names of things (see `value_roles`).
    ignored
        How many parameters it does not depend on.
    """
    counted: Counter[str] = Counter()
    free = free_variables(program)
    kind = _kind_of(program.type)
    counted[EVERY] = 1
    counted["calls"] = sum(isinstance(part, Call) for part in walk(program))
    for place, part in _places(program, f"{ROOT}.{kind}"):
        name, general = _named(part, free)
        counted[name] += 1
        counted[f"{place} {name}"] += 1
        if general != name:
            counted[f"{place} {general}"] += 1
    judged = program if judged is None else judged
    counted.update(f"{ODD}{oddity.name}" for oddity in chain(oddities(judged, labels=labels), text_oddities(judged)))
    counted.update(_uses(program, free))
    if ignored and free:
        counted[f"ignored: {kind}"] = ignored
    return counted


def _places(part: Expression, place: str) -> Iterator[tuple[str, Expression]]:
    """Every part with its place; a function is where its body is."""
    if isinstance(part, Function):
        yield from _places(part.body, place)
        return
    yield place, part
    if isinstance(part, Call):
        exchanged = part.primitive.laws.commutative
        for position, argument in enumerate(part.arguments):
            yield from _places(argument, f"{part.primitive.name}.{0 if exchanged and position < 2 else position}")


def _named(part: Expression, free: frozenset[Variable]) -> tuple[str, str]:
    """The production that makes a part, and its kind: a constant, an input, an item, or itself."""
    match part:
        case Call(primitive):
            return primitive.name, "call"
        case Literal(value, type_):
            return f"constant {_magnitude(value, type_)}", "constant"
        case Variable() if part in free:
            return "input", "input"
    return "item", "item"


def _magnitude(value: Any, type_: Type) -> str:
    """A constant's class: small numbers and white space are themselves."""
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value) if -1 <= value <= 2 else _size(value)
        case str():
            return _texture(value)
    return str(type_)


def _size(value: int) -> str:
    if value < 0:
        return "negative"
    if value in (10, 100, 1000):
        return "power of ten"
    return "below ten" if value < 10 else "round" if value % 10 == 0 else "large"


def _texture(text: str) -> str:
    if text in ("", " "):
        return repr(text)
    if not any(map(str.isalnum, text)):
        return "mark" if len(text) == 1 else "marks"
    if len(text) == 1:
        return "digit" if text.isdigit() else "letter"
    return "word" if text.isalpha() else "text"


def _kind_of(type_: Type) -> str:
    return str(type_) if type_.is_scalar or type_ == STR else "list" if type_.is_list else "other"


def _uses(program: Expression, free: frozenset[Variable]) -> Iterator[str]:
    """How often the program looks at each of its inputs."""
    uses = Counter(part for part in walk(program) if isinstance(part, Variable) and part in free)
    if not uses:
        yield "no input"
    for count in uses.values():
        yield f"input used {min(count, MOST_USES)} times"
