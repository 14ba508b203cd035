"""Words listed as in a sentence, and texts laid out in lines of a width that the outputs show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.types import INT, STR, list_of
from ...cost.literals import integer_cost
from ..scene.applying import applied, joined, over_rows
from ..scene.scene import Reading, Scene
from .building import TEXTS, given_texts, is_of_use, marks_of, priced

MARK_COST, LAST_COST = 2, 2
"""What the mark between words costs, and that before the last one: the outputs show what they are."""
WORDS_LISTED = 3
"""Of so many words at least some example has to be: the mark between two is seen nowhere else."""
NEWLINE = "\n"


def listed_words(scene: Scene) -> Iterator[Reading]:
    """Lists of words with another mark before the last one, where these stand in the outputs."""
    if scene.result_type != STR:
        return
    for rows in _lists(scene):
        for body, extra in _listings(rows, scene.outputs):
            reading = scene.read(body, extra=extra)
            if reading is not None and is_of_use(reading.values, scene.outputs):
                yield reading
                break


def _lists(scene: Scene) -> Iterator[Reading]:
    """The lists of texts, lists of numbers as texts, and texts cut at spaces and marks."""
    yield from scene.of_type(TEXTS)
    found = [over_rows("to_text", rows.body) for rows in scene.of_type(list_of(INT))]
    for text in given_texts(scene):
        found.append(applied("words", text.body))
        found += [applied("split", text.body, mark) for mark in marks_of(text.values)]
    yield from filter(None, map(scene.read, found))


def _listings(rows: Reading, outputs: Sequence[str]) -> Iterator[tuple[Expression, int]]:
    """What may list the words, and what that costs beyond its parts."""
    words, output = max(zip(rows.values, outputs, strict=True), key=lambda pair: len(pair[0]))
    for mark, last in _marks(words, output) if len(words) >= WORDS_LISTED else ():
        yield applied("listed", rows.body, mark, last), priced(mark, MARK_COST) + priced(last, LAST_COST)
        if mark == ", " and last.startswith(","):
            yield applied("listed_with_commas", rows.body, last[1:]), priced(last[1:], LAST_COST)


def _marks(words: Sequence[str], output: str) -> Iterator[tuple[str, str]]:
    """What may stand between words and before the last one, which are different: a word may stand in a mark as well."""
    first, second, *_ = words
    begin, end = output.find(first), output.rfind(words[-1])
    start = output.find(second, begin + len(first) + 1)
    while begin >= 0 and start >= 0:
        mark = output[begin + len(first) : start]
        listed = mark.join(words[:-1])
        last = output[begin + len(listed) : end]
        if last not in ("", mark) and output.startswith(listed, begin):
            yield mark, last
        start = output.find(second, start + 1)


def wrapped_texts(scene: Scene) -> Iterator[Reading]:
    """Texts whose words are laid out in lines of a width that is given, or always the same."""
    if scene.result_type not in (STR, TEXTS):
        return
    lines = [output.split(NEWLINE) if isinstance(output, str) else output for output in scene.outputs]
    if max(map(len, lines)) < 2:
        return
    for text in given_texts(scene):
        if all(_letters(value) == _letters("".join(made)) for value, made in zip(text.values, lines, strict=True)):
            yield from _wrapped(scene, text.body, lines)


def _letters(text: str) -> str:
    return "".join(text.split())


def _wrapped(scene: Scene, text: Expression, lines: Sequence[Sequence[str]]) -> Iterator[Reading]:
    for width in _widths(scene, lines):
        for name in ("wrapped", "wrapped_at_words"):
            body: Expression = applied(name, text, width)
            reading = scene.exact(joined(body, NEWLINE) if scene.result_type == STR else body)
            if reading is not None:
                yield reading
                return


def _widths(scene: Scene, lines: Sequence[Sequence[str]]) -> Iterator[Expression]:
    """The numbers given, then the roundest number that may be the width of all lines."""
    yield from (number.body for number in scene.of_type(INT))
    least = max(len(line) for made in lines for line in made)
    first_words = [
        (len(one), len(other.split()[0])) for made in lines for one, other in pairwise(made) if other.split()
    ]
    most = min((line + word for line, word in first_words), default=least)
    if least <= most:
        yield Literal(min(range(least, most + 1), key=integer_cost), INT)
