"""Conditions on texts whose constants the examples give: the words, beginnings and ends that only some of them have.

A person tells cases apart by what a text says: that it holds a word, starts with a digit, is empty. The constants
of such tests are not to be enumerated; that some inputs share them and the others lack them is how they are found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice, pairwise

from ....dsl.core.expression import Call, Expression, Literal, call, walk
from ....dsl.core.types import BOOL, INT, STR, list_of
from ....dsl.language.language import BUILTIN
from ...cost.choices import unvaried
from ...cost.costs import Costs
from ...cost.literals import VOWELS
from ...cost.prior import DefaultPrior, expression_cost
from ..scene.scene import Reading, ReadingEnds, Scene

LEAST_EXAMPLES, LEAST_IN_A_CASE = 4, 2
"""With fewer examples, or fewer in one of the cases, nothing tells a condition from chance."""
MOST_EXAMPLES, MOST_TESTED, MOST_CONDITIONS = 200, 8_000, 40
"""How many examples may be looked at, how often a test is made, and how many conditions are kept."""
MOST_LENGTHS, LENGTH_COST = 12, 4
"""At how many lengths long texts are told from short ones, and what that costs more than to ask what texts say."""
MOST_SIZES = 4
"""How many numbers of words are told apart, the most frequent ones."""
CHARACTER_COST = 6
"""What a condition costs more whose constant is a single letter or digit."""
LEAST_WORD, WORD_COST = 3, 5
"""How long a word is at least, and what it costs, beside the text, to look for one that several texts have."""
LONGEST = 24
"""Longer texts are not tried as constants."""

WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]+|_")
"""A run of letters, of digits or of marks."""


def conditions(scene: Scene) -> Iterator[Reading]:
    """Conditions that tell some examples from the others, those first that a person would think of first."""
    is_answer = scene.result_type == BOOL
    if len(scene.outputs) >= LEAST_EXAMPLES - is_answer:
        yield from telling_conditions(scene, least=1 if is_answer else LEAST_IN_A_CASE)


def telling_conditions(scene: Scene, *, least: int, lengths: bool = False) -> Iterator[Reading]:
    """Conditions that so many examples at least meet, and so many do not; the cheapest for each way to tell them apart.

    Parameters
    ----------
    lengths
        Whether long texts are told from short ones, too.
    """
    examples = len(scene.outputs)
    if not 2 * least <= examples <= MOST_EXAMPLES:
        return
    subjects = scene.of_type(STR, list_of(STR))
    tests: Iterator[tuple[Expression, int]] = ((test, 0) for subject in subjects for test in _tests(subject, least))
    if lengths:
        texts = (subject for subject in subjects if subject.body.type == STR)
        by_length = (test for text in texts for test in _tests_of_lengths(text.body, text.values))
        tests = chain(tests, ((test, LENGTH_COST) for test in by_length))
    costs = Costs(scene.problem.given, DefaultPrior())
    cheapest: dict[tuple[bool, ...], tuple[int, Reading]] = {}
    with suppress(ReadingEnds):  # It ends again with the next reading; until then what was found is kept.
        for test, more in islice(tests, MOST_TESTED // examples):
            condition = scene.read(test)
            if condition is None or not least <= sum(condition.values) <= examples - least:
                continue
            extra = more + _extra_of(test, scene)
            cost = costs.of_parts(test) + extra
            known = cheapest.get(condition.values)
            if len(cheapest) < MOST_CONDITIONS if known is None else cost < known[0]:
                cheapest[condition.values] = cost, replace(condition, extra=extra)
    yield from (condition for _, condition in cheapest.values())


def _extra_of(test: Expression, scene: Scene) -> int:
    """What a condition costs beyond its parts: a truth value may be asked for as what a word says that comes again."""
    if scene.result_type != BOOL:
        return unvaried(test, scene.asked) + CHARACTER_COST * _is_about_a_character(test)
    if _is_about_a_character(test):
        return CHARACTER_COST
    match test:
        case Call(primitive, (text, Literal(str() as word))) if primitive.name == "has":
            texts = scene.read(text)
            known = 0 if texts is None else sum(word in value for value in texts.values)
            if known > 1 and len(word) >= LEAST_WORD and word.isalpha():
                return WORD_COST - expression_cost(test) + expression_cost(text)
    return 0


def _is_about_a_character(test: Expression) -> bool:
    """Whether the constant is a single letter or digit, which texts share by chance."""
    parts = (part.value for part in walk(test) if isinstance(part, Literal) and part.type == STR)
    return any(len(part) == 1 and part.isalnum() for part in parts)


def _tests(subject: Reading, least: int) -> Iterator[Expression]:
    """Conditions on a value, with constants that so many values have and so many lack: the most natural first."""
    body, values = subject.body, list(subject.values)
    if body.type != STR:
        yield from (_applied("contains", body, item) for item in _telling(map(set, values), least))
        return
    repeated = _telling([{value} for value in values], LEAST_IN_A_CASE)
    yield from (_applied("same", body, value) for value in ("", *repeated))
    yield call(BUILTIN.searched["is_numeric"], body)
    yield from (_applied("has", body, word) for word in _telling(map(_words, values), least))
    yield from (_applied("starts_with", body, word) for word in _telling(map(_start, values), least))
    yield from (_applied("ends_with", body, word) for word in _telling(map(_end, values), least))
    yield from _tests_of_classes(body)
    yield from _tests_of_sizes(body, values)
    lower = call(BUILTIN.searched["lower"], body)
    words = _telling((_words(value.lower()) for value in values), least)
    yield from (_applied("has", lower, word) for word in words)


def _tests_of_classes(text: Expression) -> Iterator[Expression]:
    """Conditions on classes of characters: of the first of them, of one, of all."""
    first = call(BUILTIN.searched["take"], text, Literal(1, INT))
    yield call(BUILTIN.searched["has"], Literal(VOWELS, STR), call(BUILTIN.searched["lower"], first))
    for name in ("is_digit", "is_upper", "is_letter"):
        class_, any_, all_ = (BUILTIN.searched[part] for part in (name, "any", "all"))
        yield call(any_, call(class_, first))
        yield call(any_, call(class_, text))
        yield call(all_, call(class_, text))


def _tests_of_sizes(text: Expression, values: Sequence[str]) -> Iterator[Expression]:
    """Conditions on the number of words."""
    size = call(BUILTIN.searched["len"], call(BUILTIN.searched["words"], text))
    for count, _ in Counter(len(value.split()) for value in values).most_common(MOST_SIZES):
        yield call(BUILTIN.searched["eq"], size, Literal(count, INT))


def _tests_of_lengths(text: Expression, values: Sequence[str]) -> Iterator[Expression]:
    """Whether texts are longer than so many characters, for the likeliest number between two lengths."""
    length = call(BUILTIN.searched["len"], text)
    for shorter, longer in islice(pairwise(sorted(set(map(len, values)))), MOST_LENGTHS):
        limit = next((round_ for round_ in range(shorter, longer) if round_ % 5 == 0), shorter)
        yield call(BUILTIN.searched["lt"], Literal(limit, INT), length)


def _telling(sets: Iterable[set[str]], least: int) -> list[str]:
    """The texts that are in some of the sets and not in others, in so many at least.

    Words come before marks, and these before digits and what is in one set only, which are mostly data. Of those the
    one that is in more sets is before the others, and then the longer one.
    """
    every = list(sets)
    counts = Counter(text for texts in every for text in texts if 0 < len(text) <= LONGEST)
    told = [text for text, count in counts.items() if least <= count <= len(every) - least]
    return sorted(told, key=lambda text: (_rank(text, counts[text]), -counts[text], -len(text), text))


def _rank(text: str, count: int) -> int:
    """How far back a constant stands among others."""
    if not any(map(str.isalnum, text)):
        return 1
    return 0 if count > 1 and text.isalpha() else 2


def _words(text: str) -> set[str]:
    """The runs of letters, digits and marks, each mark, and what stands between white space."""
    runs = WORD.findall(text)
    marks = {mark for run in runs if not run[0].isalnum() for mark in run}
    return {*runs, *marks, *text.split(), *({" "} & set(text))}


def _start(text: str) -> set[str]:
    """What a text may be said to start with: its first word, digits or mark."""
    first = WORD.match(text)
    return {first.group(), first.group()[0]} if first else set()


def _end(text: str) -> set[str]:
    """The same of its end."""
    runs = WORD.findall(text)
    return {runs[-1], runs[-1][-1]} if runs and text.endswith(runs[-1]) else set()


def _applied(name: str, subject: Expression, constant: str) -> Expression:
    return call(BUILTIN.searched[name], subject, Literal(constant, STR))
