"""Small languages: phrases that mean what their parts mean, put together by rules. The enumeration tries none."""

import re

from ..core.bounds import MAX_LENGTH
from ..core.primitive import primitive

MOST_RULES = 200
LONGEST, DEEPEST = 1000, 100
"""No longer phrase is interpreted, and no more parts within one another."""
SLOT = re.compile(r"(\{[xy]})")


@primitive("(Str, List[Str]) -> Str", cost=5)
def interpret(s, rules):
    """What a phrase means by the first rule of its form; the parts x and y are interpreted in the same way.

    A rule is like "{x} after {y} -> {y} {x}" or "jump -> JUMP". Undefined where a phrase has no
    rule, is longer than 1000 characters, has line breaks, or parts more than 100 deep.
    """
    if len(s) > LONGEST or len(rules) > MOST_RULES or "\n" in s:
        raise ValueError("too long")
    return _meaning(s, [_read(rule) for rule in rules], DEEPEST)


@interpret.helper
def _(phrase, rules):
    """What a phrase means by the first rule of its form; the parts x and y are interpreted in the same way."""
    for rule in rules:
        pattern, meaning = rule.split(" -> ")
        form = re.sub(r"\\{([xy])\\}", r"(?P<\1>.+)", re.escape(pattern))
        found = re.fullmatch(form, phrase)
        if found:
            for name, part in found.groupdict().items():
                meaning = meaning.replace("{" + name + "}", interpret(part, rules))
            return meaning
    raise ValueError(f"no rule says what {phrase!r} means")


def _read(rule):
    """What stands around the slots of a rule, the slots, and what such phrases mean."""
    pattern, meaning = rule.split(" -> ")
    pieces = SLOT.split(pattern)
    around, slots = pieces[::2], pieces[1::2]
    if not any(around) or len({*slots}) < len(slots):
        raise ValueError("a rule whose parts are not shorter than the whole, or stand there twice")
    return around, slots, meaning


def _meaning(phrase, rules, depth):
    if not depth:
        raise ValueError("too many parts within one another")
    for around, slots, said in rules:
        parts = _parts(phrase, around)
        if parts is not None:
            meaning = said
            for slot, part in zip(slots, parts, strict=True):
                meaning = meaning.replace(slot, _meaning(part, rules, depth - 1))
                if len(meaning) > MAX_LENGTH:
                    raise ValueError("too long")
            return meaning
    raise ValueError("no rule has this form")


def _parts(phrase, around):
    """What stands in the slots of a form, the first as long as it can be; None if the phrase is not of this form."""
    if len(around) == 1:
        return [] if phrase == around[0] else None
    first, *between, last = around
    inside = phrase[len(first) : len(phrase) - len(last)]
    if not inside or first + inside + last != phrase:
        return None
    if not between:
        return [inside]
    at = inside.rfind(between[0], 1, len(inside) - 1)
    return None if at < 0 else [inside[:at], inside[at + len(between[0]) :]]
