"""Constants worth trying: the usual small ones, and those that the examples suggest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from string import ascii_lowercase, digits
from typing import Any

from ...dsl.core.decimals import holds_decimals, plain
from ...dsl.core.expression import Literal
from ...dsl.core.patience import look
from ...dsl.core.types import BOOL, DECIMAL, INT, LIMIT, STR, Type, holds_any, list_of
from ..task.settings import MOST_COST
from ..task.task import Task

USUAL_DECIMALS = tuple(map(Decimal, ("0", "1", "2", "3", "10", "12", "60", "100", "1000", "0.5", "0.1", "0.01", "1.1")))
"""Decimals that are tried in every task that has any."""
POWERS_OF_TEN = frozenset({10, 100, 1000})
MOST, MOST_REPEATED = 12, 6
"""The most integers that are taken from the examples, and the most whole outputs."""
SEPARATOR_COST, LETTER_COST = 2, 8
"""What a character costs that all inputs or all outputs contain. Letters and digits are mostly shared by chance."""
SMALL_ALPHABET, OFTEN, SYMBOL_COST = 8, 4, 4
"""If inputs are written with no more characters than this, each of them often, each may be meant, and costs so much."""
MARK_AND_SPACE = re.compile(r"[^\w\s] ")
"""What people put between the parts of a text: where all outputs have it, it costs no more than one character."""
LIST_COST = 2
"""What a list costs beside its items, each of which costs one more."""

GIVEN_WORD_COST, CATEGORY_COST = 6, 3
"""What a word costs, however long it is, that some of the inputs hold: which one it is is what is to be said of it;
and a whole text that more than one of them is or has as an item.
"""

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
KNOWN_SETS = frozenset(
    part for small in (VOWELS, CONSONANTS, ascii_lowercase) for part in (small, small.upper(), small + small.upper())
) | {digits}
KNOWN_SET_COST = 3
"""Sets of characters that everybody knows, and what one of them costs: it is not the sum of its characters."""

WORD = re.compile(r"[^\W\d_]+")


def literals(task: Task) -> list[tuple[Literal, int]]:
    """Literals for a task with their costs: the larger a literal, the dearer."""
    inputs, outputs = [list(example.inputs) for example in task.train], [example.output for example in task.train]
    types = (*task.parameter_types, task.result_type)
    suggested: list[tuple[Literal, int]] = []
    for kind in (_integers(inputs, outputs), _texts(inputs, outputs), _constants(outputs, task.result_type)):
        look()
        suggested += kind
    return _cheapest((*suggested, *(_decimals(inputs, outputs) if any(map(holds_decimals, types)) else ())))


def literals_of_inputs(inputs: Sequence[Sequence[Any]], integers: Sequence[int]) -> list[tuple[Literal, int]]:
    """Literals where no outputs are known, with the integers that these would all have."""
    suggested = [(Literal(value, INT), integer_cost(value) + 1) for value in integers]
    rows = [list(row) for row in inputs]
    return _cheapest((*_integers(rows, []), *_texts(rows, []), *suggested))


def _cheapest(priced: Iterable[tuple[Literal, int]]) -> list[tuple[Literal, int]]:
    """Each literal at the least of its costs, in an order that depends on nothing else; none that no program affords.

    Those may be so large that their text cannot be read back.
    """
    found: dict[Literal, int] = {}
    for literal, cost in priced:
        if cost >= MOST_COST:
            continue
        found[literal] = min(cost, found.get(literal, cost))
    return sorted(found.items(), key=lambda item: (item[1], str(item[0].type), repr(item[0].value)))


@lru_cache(maxsize=1 << 14)
def integer_cost(value: int) -> int:
    """Two for 0, 1 and 2, then one more for every doubling; less for powers of ten and round numbers."""
    if value in POWERS_OF_TEN:
        return 3 + len(str(value)) // 2
    for power in (1000, 100):
        if value and value % power == 0:
            return integer_cost(value // power) + integer_cost(power)
    return 2 + max(abs(value) - 1, 0).bit_length() - (abs(value) == 2) + (value < 0)


def _integers(inputs: Sequence[Any], outputs: Sequence[Any]) -> Iterator[tuple[Literal, int]]:
    for value in range(-1, 11):
        yield Literal(value, INT), integer_cost(value)
    given, wanted = ([set(_parts(row, int)) for row in rows] for rows in (inputs, outputs))
    new = Counter(value for before, after in zip(given, wanted, strict=False) for value in after - before)
    shared = _in_all(wanted) | _in_all(given)
    ranked = sorted(new, key=lambda value: (-new[value], abs(value)))
    suggested = [value for value in ranked if value in shared or new[value] > 1] + sorted(shared, key=abs)
    for value in suggested[:MOST]:
        if abs(value) < LIMIT:
            yield Literal(value, INT), integer_cost(value) + 1


def _decimals(inputs: Sequence[Any], outputs: Sequence[Any]) -> Iterator[tuple[Literal, int]]:
    """The usual decimals, and those that all inputs or all outputs have in common."""
    given, wanted = ([set(_parts(row, Decimal)) for row in rows] for rows in (inputs, outputs))
    shared = sorted(_in_all(given) | _in_all(wanted), key=lambda value: (decimal_cost(value), value))
    for value in (*USUAL_DECIMALS, *shared[:MOST], *_differences(given, wanted)):
        yield Literal(value, DECIMAL), decimal_cost(value)


def _differences(given: Sequence[set[Decimal]], wanted: Sequence[set[Decimal]]) -> list[Decimal]:
    """By how much the decimals of more than one output differ from those of its input: what is added in some cases."""
    if any(len(numbers) > MOST for numbers in (*given, *wanted)):
        return []
    found = Counter(
        difference
        for before, after in zip(given, wanted, strict=True)
        for difference in {plain(abs(y - x)) for x in before for y in after}
    )
    return [difference for difference, count in found.most_common(MOST_REPEATED) if count > 1]


def decimal_cost(value: Decimal) -> int:
    """What its digits cost as an integer, one more with a point, and two for each zero behind that.

    Zeros at the end of an integer cost one each.
    """
    sign, digits, exponent = value.as_tuple()
    if isinstance(exponent, int) and exponent < 0:
        zeros = max(0, -exponent - len(digits))
        return integer_cost(int("".join(map(str, digits)))) + 1 + 2 * zeros + sign
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if value else 0
    return min(integer_cost(int(value)), integer_cost(int(value) // 10**zeros) + zeros)


def _parts(value: Any, kind: type) -> Iterator[Any]:
    """The parts of a kind; of most lists these are the items themselves."""
    if isinstance(value, list):
        for item in value:
            if type(item) is kind:
                yield item
            elif isinstance(item, list):
                yield from _parts(item, kind)
    elif type(value) is kind:
        yield value


def _in_all(sets: Sequence[set[Any]]) -> set[Any]:
    return set.intersection(*sets) if sets else set()


def _texts(inputs: Sequence[Any], outputs: Sequence[Any]) -> Iterator[tuple[Literal, int]]:
    given, wanted = ([" \0".join(_parts(row, str)) for row in rows] for rows in (inputs, outputs))
    if not any((*given, *wanted)):
        return
    separators = _in_all([set(text) for text in given]) | _in_all([set(text) for text in wanted])
    alphabet = _alphabet(given)
    for character in sorted((separators - {"\0"}) | alphabet):
        dear = SYMBOL_COST if character in alphabet else LETTER_COST
        yield Literal(character, STR), dear if character.isalnum() else SEPARATOR_COST
    for text in sorted(_in_all([set(MARK_AND_SPACE.findall(text)) for text in wanted])):
        yield Literal(text, STR), SEPARATOR_COST
    yield Literal(" ", STR), SEPARATOR_COST
    yield Literal("", STR), 3
    for text in _shared_texts(wanted) | _shared_texts(given):
        yield Literal(text, STR), 4 + 2 * len(text)


def _alphabet(texts: Sequence[str]) -> set[str]:
    """The characters that texts are written with, if these are few and each comes often."""
    written = [character for text in texts for character in text if character not in " \0"]
    found = set(written)
    return found if len(found) <= min(SMALL_ALPHABET, len(written) // OFTEN) else set()


def words_of_inputs(task: Task) -> frozenset[str]:
    """The words that inputs hold: runs of letters, as they are and in lower case."""
    texts = (text for example in task.train for text in _parts(list(example.inputs), str))
    words = {word for text in texts for word in WORD.findall(text)}
    return frozenset(words | {word.lower() for word in words})


def categories_of_inputs(task: Task) -> frozenset[str]:
    """The texts that more than one example has as an argument, or as an item of one."""
    found = Counter(text for example in task.train for text in set(_parts(list(example.inputs), str)))
    return frozenset(text for text, count in found.items() if count > 1)


def common_start(sequences: Sequence[Sequence[Any]]) -> list[Any]:
    """The items that all sequences begin with."""
    return [column[0] for column in takewhile(lambda column: len(set(column)) == 1, zip(*sequences, strict=False))]


def _shared_texts(texts: list[str]) -> set[str]:
    """Prefix, suffix, words and the pieces between separators that all texts share."""
    prefix = "".join(common_start(texts))
    suffix = "".join(common_start([text[::-1] for text in texts]))[::-1]
    words = _in_all([set(text.split()) for text in texts])
    return {text for text in {prefix, suffix, prefix.strip(), suffix.strip(), *words} if 0 < len(text) <= 20}


def _constants(outputs: Sequence[Any], type_: Type) -> Iterator[tuple[Literal, int]]:
    """The output that never changes, or comes again; of lists also what all outputs begin and end with.

    Values of any kind are numbers that stand for others, so that a constant of them would mean nothing.
    """
    if holds_any(type_):
        return
    if type_ not in (INT, BOOL, DECIMAL):
        for output in repeated(outputs):
            yield Literal(output, type_), constant_cost(output, type_)
    if type_ == BOOL:
        yield from ((Literal(value, BOOL), 3) for value in (False, True))
    if len(outputs) > 1 and all(output == outputs[0] for output in outputs):
        yield Literal(outputs[0], type_), constant_cost(outputs[0], type_)
    if type_ == list_of(INT):
        yield Literal([], type_), 4
        prefix = common_start(outputs)
        suffix = common_start([output[::-1] for output in outputs])[::-1]
        for value in (prefix, suffix):
            if 1 < len(value) <= 10 and len(outputs) > 1:
                yield Literal(value, type_), constant_cost(value, type_)


def repeated(outputs: Sequence[Any]) -> list[Any]:
    """The outputs of more than one example, the most frequent ones: what is chosen among cases.

    Where all others come again, so may one that is there only once.
    """
    counts = Counter(repr(output) for output in outputs)
    known = {repr(output): output for output in outputs}
    lone = sum(count == 1 for count in counts.values())
    least = 1 if lone == 1 < len(counts) else 2
    return [known[text] for text, count in counts.most_common(MOST_REPEATED) if count >= least]


def constant_cost(value: Any, type_: Type) -> int:
    """What a constant of any type costs: its items, and one more for each."""
    if type_.item is not None and type_.item == INT:
        return LIST_COST + len(value) + sum(map(integer_cost, value))
    if type_.item is not None:
        return LIST_COST + sum(1 + constant_cost(item, type_.item) for item in value)
    if type_ == STR:
        return KNOWN_SET_COST if value in KNOWN_SETS else 2 + 2 * len(value)
    return integer_cost(value) if type_ == INT else decimal_cost(value) if type_ == DECIMAL else 2
