"""Signs that a text is not what its inputs should become: what every example keeps to, and a prediction does not.

Words stay whole, a piece stands in its input with the same kind of neighbours, and what a program writes between
pieces is in all that it writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from ..task.task import Example, Task

Sign = Callable[[tuple[Any, ...], Any], bool]
"""Whether inputs and an output show something that no example does."""
LEAST_DISTINCT = 3
"""So many outputs that are all distinct say that another input has another output."""
LEAST_PIECES = 4
"""How many characters outputs have together at least that are taken for pieces of their inputs: fewer are there by
chance."""
LEAST_FORM = 6
"""How long outputs of digits and marks are at least whose form is taken for one that is always the same."""
LEAST_OF_A_FORM = 3
"""How many examples there must be of a form without marks: so many digits come by chance."""
RUN, WORD = re.compile(r"[0-9]+|[^\W\d_]+"), re.compile(r"[^\W_]+")
"""What a word is: letters or digits alone, or both together."""
MOST_KNOWN = 4096
"""Of how many texts the words are remembered."""
STOPS = "./!?"
"""What ends an abbreviation, a path or a sentence: a word after it is a word like others."""


def text_signs(task: Task) -> tuple[Sign, ...]:
    """The signs that no example shows, for outputs that are texts."""
    found = [_known_outputs(task), _one_of([_cuts_of(RUN), _cuts_of(WORD)], task.train)]
    if len({example.output for example in task.train}) > 1:
        others = [_marks_lost(task.train), _form_lost(task.train), _one_of([_is_torn], task.train)]
        found += [_is_foreign_piece, _out_of_place(task.train)] if _are_pieces(task.train) else others
    return tuple(found)


def number_signs(task: Task) -> tuple[Sign, ...]:
    """The signs that no example shows, for outputs that are numbers: texts write them, and in another place."""
    train = [replace(example, output=str(example.output)) for example in task.train]
    if len({example.output for example in train}) == 1 or not _are_pieces(train):
        return ()
    signs = (_is_foreign_piece, _out_of_place(train))
    return tuple(partial(_of_number, sign) for sign in signs)


def _of_number(sign: Sign, inputs: tuple[Any, ...], output: int) -> bool:
    return sign(inputs, str(output))


def _are_pieces(train: Sequence[Example]) -> bool:
    """Whether outputs are pieces of their inputs, but for empty ones."""
    written = [example for example in train if example.output]
    enough = len("".join({example.output for example in written})) >= LEAST_PIECES
    return enough and all(map(_is_piece, *_columns(written)))


def _columns(train: Sequence[Example]) -> tuple[list[tuple[Any, ...]], list[Any]]:
    return [example.inputs for example in train], [example.output for example in train]


def _one_of(signs: Sequence[Sign], train: Sequence[Example]) -> Sign:
    """Whether there is one of these signs, of those that no example shows."""
    unseen = [sign for sign in signs if not any(map(sign, *_columns(train)))]
    return lambda inputs, output: any(sign(inputs, output) for sign in unseen)


def _known_outputs(task: Task) -> Sign:
    """Whether other inputs have this output in an example, where no two of these have the same.

    The one output that has nothing of its inputs, if it is but one, says that something is missing, and may come again.
    """
    known = {repr(example.output): repr(example.inputs) for example in task.train}
    if not LEAST_DISTINCT <= len(known) == len(task.train):
        return lambda _inputs, _output: False
    foreign = [example.output for example in task.train if is_foreign(example.inputs, example.output)]
    if len(foreign) == 1:
        del known[repr(foreign[0])]
    return lambda inputs, output: known.get(repr(output), repr(inputs)) != repr(inputs)


def _cuts_of(grain: re.Pattern[str]) -> Sign:
    """Whether a word of the output is in the inputs only as a part of a longer one.

    A number without the zeros that it began with is whole.
    """

    def cuts(inputs: tuple[Any, ...], output: str) -> bool:
        given = frozenset[str]().union(*(_words(grain, text) for text in _texts(inputs)))
        made = _words(grain, output) - given - {run.lstrip("0") for run in given}
        return any(part in run for part in made for run in given)

    return cuts


@lru_cache(maxsize=MOST_KNOWN)
def _words(grain: re.Pattern[str], text: str) -> frozenset[str]:
    """The words of a text in lower case; the same texts are asked about for each of many programs."""
    return frozenset(run.casefold() for run in grain.findall(text))


def is_foreign(inputs: tuple[Any, ...], output: str) -> bool:
    """Whether no word of a text is in the inputs."""
    given = " ".join(_texts(inputs)).casefold()
    letters = {*RUN.findall(given)}  # A single letter is a part of most texts.
    return not any(word in (given if len(word) > 1 else letters) for word in RUN.findall(output.casefold()))


def _texts(inputs: tuple[Any, ...]) -> Iterator[str]:
    return (value for value in inputs if isinstance(value, str))


def _is_piece(inputs: tuple[Any, ...], output: str) -> bool:
    """Whether the output stands in an input, in whatever case."""
    return any(output.lower() in text.lower() for text in _texts(inputs))


def _is_foreign_piece(inputs: tuple[Any, ...], output: str) -> bool:
    """Whether an output is no piece of an input, where outputs are; an empty one is."""
    return not _is_piece(inputs, output)


def _out_of_place(train: Sequence[Example]) -> Sign:
    """Whether an output is no piece of an input, or one with a neighbour of which no example's output has the like."""
    written = [example for example in train if example.output]
    places = [place for example in written for place in _neighbours(example.inputs, example.output)]
    befores, behinds = {"", *(before for before, _ in places)}, {"", *(behind for _, behind in places)}

    def is_out_of_place(inputs: tuple[Any, ...], output: str) -> bool:
        found = _neighbours(inputs, output)
        return output != "" and not any(before in befores and behind in behinds for before, behind in found)

    return is_out_of_place


def _neighbours(inputs: tuple[Any, ...], piece: str) -> Iterator[tuple[str, str]]:
    """What is before and behind each occurrence of a piece, by kind."""
    for text in _texts(inputs):
        for found in re.finditer(f"(?={re.escape(piece)})", text, re.IGNORECASE):
            start, end = found.start(), found.start() + len(piece)
            yield _kind(text[max(0, start - 2) : start][::-1]), _kind(text[end : end + 2])


def _kind(beside: str) -> str:
    """What a text that is beside a piece begins with: nothing, a letter or digit, a mark, or a blank and a mark."""
    if not beside[:1].isspace():
        return "a" if beside[:1].isalnum() else beside[:1]
    mark = beside[1:2]
    return " " if mark.isalnum() or mark.isspace() or mark in STOPS else f" {mark}"


def _is_torn(_inputs: tuple[Any, ...], output: str) -> bool:
    """Whether there is white space in an output."""
    return any(map(str.isspace, output))


def _marks_lost(train: Sequence[Example]) -> Sign:
    """Whether an output is without a mark that all examples' outputs have, though the inputs are no reason for it.

    A blank of the inputs is none that an output must have, nor is a mark where there are fewer words to stand between.
    """
    fewest = min(_words_in(example.inputs) for example in train)
    written = set.intersection(*({c for c in example.output if not c.isalnum()} for example in train))
    always = {mark for mark in written if not all(mark in "".join(_texts(example.inputs)) for example in train)}

    def are_lost(inputs: tuple[Any, ...], output: str) -> bool:
        given = "".join(_texts(inputs)).replace(" ", "")
        lost = {mark for mark in written if mark not in output}
        return bool(lost & always.union(given)) and _words_in(inputs) >= fewest

    return are_lost


def _words_in(inputs: tuple[Any, ...]) -> int:
    return sum(len(WORD.findall(text)) for text in _texts(inputs))


def _form_lost(train: Sequence[Example]) -> Sign:
    """Whether an output has not the form that all examples' outputs have: digits and marks at the same places."""
    forms = {re.sub("[0-9]", "0", example.output) for example in train}
    form = forms.pop()
    is_borne_out = len(train) >= LEAST_OF_A_FORM or form.strip("0") != ""
    if forms or len(form) < LEAST_FORM or any(map(str.isalpha, form)) or not is_borne_out:
        return lambda _inputs, _output: False
    return lambda _inputs, output: re.sub("[0-9]", "0", output) != form
