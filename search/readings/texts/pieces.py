"""Pieces of texts: runs of characters of one kind, and what has the form that all outputs have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from ....dsl.core.expression import Expression
from ....dsl.core.types import STR
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import TEXTS, as_text, cuts_of, given_texts, is_of_use, items_of, marks_of, priced

ANY_LETTER = r"[^\W\d_]"
LETTERS = ("[A-Z]", "[a-z]", "[A-Za-z]")
RUNS = (f"{ANY_LETTER}+", "[A-Z]+", "[a-z]+", "[A-Z][a-z]+", r"\S+", r"[\w.]+", r"[\w-]+", r"[\d.]+")
"""Patterns of the pieces that people speak of."""
PUNCTUATION = r"[^\w\s]+"
RUN_COST, SAVED = 2, 4
"""What such a pattern costs, and what words without punctuation cost less, since people say that in one breath."""
FORM_COST, CLASS_COST, MARK_COST = 1, 2, 1
"""What a pattern costs that is read off the outputs: in itself, for each letter, digit or run of these, and for each
other character."""
SPECIAL, SPECIAL_IN_A_CLASS = r".^$*+?{}[]\|()", r"]\^-["
"""The characters that mean something else in a pattern, and in a class of characters."""
TOLD_APART = 4
"""What a piece costs less that is the output and in capitals, which tell it from other words."""
MOST_ATOMS = 13
LIST_MARKS = (" ", ", ", ",", "; ", ";", "|", " | ", "-", "/", "\n")
"""What stands between the pieces of a list in a text."""
MOST_MARKS_IN_A_RUN = 4
MOST_OPTIONAL, ONCE_COST = 3, 3
"""How many different beginnings or ends some texts may have and others lack, and what one adds that comes only once."""


def pieces(scene: Scene) -> Iterator[Reading]:
    """Runs, and pieces of the outputs' form, that stand in all outputs."""
    patterns = [(pattern, RUN_COST) for pattern in RUNS]
    patterns += _forms(scene)
    listed = _listed_forms(scene)
    for source in given_texts(scene):
        for pattern, cost in patterns:
            rows = scene.read(applied("matches", source.body, pattern), extra=priced(pattern, cost))
            if rows is not None:
                yield from _useful(rows, scene)
        for mark, pattern, cost in listed:
            body = applied("join", applied("matches", source.body, pattern), mark)
            joined = scene.read(body, extra=priced(pattern, cost) + priced(mark, MARK_COST))
            if joined is not None and joined.values == tuple(scene.outputs):
                yield joined


def without_marks(scene: Scene) -> Iterator[Reading]:
    """Texts without their punctuation, and the words of these, where the outputs are without most of it."""
    for source in given_texts(scene):
        marks = [{c for c in value if not (c.isalnum() or c.isspace() or c == "_")} for value in source.values]
        if any(found - {*as_text(output)} for found, output in zip(marks, scene.outputs, strict=True)):
            body = applied("remove_matches", source.body, PUNCTUATION)
            extra = priced(PUNCTUATION, RUN_COST)
            yield from filter(
                None, (scene.read(body, extra=extra), scene.read(applied("words", body), extra=extra - SAVED))
            )


def _useful(rows: Reading, scene: Scene) -> Iterator[Reading]:
    """The pieces that stand in the outputs; all of them together if every one does."""
    for reading in items_of(rows):
        if reading.values == tuple(scene.outputs) and all(map(str.isupper, reading.values)):
            yield replace(reading, extra=reading.extra - TOLD_APART)
        elif is_of_use(reading.values, scene.outputs):
            yield reading
    several = any(len(row) > 1 for row in rows.values)
    if several and all(
        is_of_use(row, [output] * len(row)) for row, output in zip(rows.values, scene.outputs, strict=True) if row
    ):
        yield rows


def _forms(scene: Scene) -> Iterator[tuple[str, int]]:
    """The patterns of the outputs, or of their columns, and what they cost."""
    outputs = scene.outputs
    if scene.result_type == STR:
        yield from forms_of(outputs)
    elif scene.result_type == TEXTS and len({len(output) for output in outputs}) == 1:
        for column in zip(*outputs, strict=True):
            yield from forms_of(column)


def _listed_forms(scene: Scene) -> list[tuple[str, str, int]]:
    """Marks between which the outputs have pieces of one form, with its pattern and what that costs."""
    if scene.result_type != STR:
        return []
    found = []
    for mark in LIST_MARKS:
        rows = [output.split(mark) for output in scene.outputs]
        items = [item for row in rows for item in row]
        if len({*map(len, rows)}) > 1 and all(items):
            found += [(mark, pattern, cost) for pattern, cost in forms_of(items)]
    return found


def forms_of(values: Sequence[str], *, narrow: bool = True) -> Iterator[tuple[str, int]]:
    """Patterns that all the texts have, with what they cost; first, unless left out, one that counts characters."""
    rows = [re.findall(r"[0-9]+|[^\W0-9_]+|[\W_]", value) for value in values]
    if not all(rows):
        return
    if len({tuple(map(kind_of, row)) for row in rows}) == 1 and len(rows[0]) <= MOST_ATOMS:
        columns = list(zip(*rows, strict=True))
        for counted in (True, False) if narrow else (False,):
            atoms = [atom_of(column, narrow=counted) for column in columns]
            yield "".join(atoms), FORM_COST + sum(MARK_COST if _is_mark(column) else CLASS_COST for column in columns)
    marks = {c for value in values for c in value if not c.isalnum()}
    if len(marks) <= MOST_MARKS_IN_A_RUN and " " not in marks:
        yield _class_of(values, marks), FORM_COST + CLASS_COST + MARK_COST * len(marks)


def _is_mark(column: Sequence[str]) -> bool:
    return kind_of(column[0]) not in ("0", "a")


def kind_of(piece: str) -> str:
    """Digits, letters, or the mark that it is."""
    return "0" if "0" <= piece[0] <= "9" else "a" if piece[0].isalpha() else piece


def atom_of(column: Sequence[str], *, narrow: bool) -> str:
    """What matches the pieces of a column: of as many characters as all of them have, if it is to be narrow."""
    if _is_mark(column):
        return literally(column[0], SPECIAL)
    if kind_of(column[0]) == "0":
        return r"\d" + _times(column, narrow=narrow)
    if all(re.fullmatch("[A-Z][a-z]+", piece) for piece in column):
        return "[A-Z][a-z]" + _times([piece[1:] for piece in column], narrow=narrow)
    class_ = next((one for one in LETTERS if all(re.fullmatch(f"{one}+", piece) for piece in column)), ANY_LETTER)
    return class_ + _times(column, narrow=narrow)


def _times(column: Sequence[str], *, narrow: bool) -> str:
    """How often a character comes in the pieces of a column, as a pattern says it."""
    sizes = set(map(len, column))
    if not narrow or len(sizes) > 1:
        return "+"
    (size,) = sizes
    return "" if size == 1 else f"{{{size}}}"


def literally(character: str, special: str) -> str:
    """A character as a pattern has it, with a backslash if it is among the special ones."""
    return f"\\{character}" if character in special else character


def _class_of(values: Iterable[str], marks: Iterable[str]) -> str:
    """A run of the characters that the texts are made of."""
    together = "".join(values)
    kinds = [(r"\d", "[0-9]"), ("A-Z", "[A-Z]"), ("a-z", "[a-z]")]
    if re.search(r"[^\W0-9_A-Za-z]", together):
        kinds = [(r"\w", r"\w")]
    present = [class_ for class_, pattern in kinds if re.search(pattern, together)]
    return f"[{''.join(present)}{''.join(literally(mark, SPECIAL_IN_A_CLASS) for mark in sorted(marks))}]+"


def optional_ends(scene: Scene) -> Iterator[Reading]:
    """What is the output once some texts have lost a beginning or an end that others lack."""
    if scene.result_type != STR:
        return
    for source in (*cuts_of(scene), *_between_two_marks(scene)):
        pairs = list(zip(source.values, scene.outputs, strict=True))
        for name, remove in (("remove_prefix", str.removesuffix), ("remove_suffix", str.removeprefix)):
            ends = [remove(value, output) for value, output in pairs]
            are_cut = all(end != value or not output for end, (value, output) in zip(ends, pairs, strict=True))
            if any(ends) and are_cut:
                bodies = (*_without_form(source, ends), *_without_ends(source, name, ends))
                readings = (scene.read(body, extra=source.extra + extra) for body, extra in bodies)
                yield from (one for one in readings if one is not None and one.values == tuple(scene.outputs))


def outside_of(marks: Iterable[str]) -> str:
    """A pattern of the runs that have none of some marks."""
    return f"[^{''.join(literally(mark, SPECIAL_IN_A_CLASS) for mark in sorted(marks))}]+"


def _between_two_marks(scene: Scene) -> Iterator[Reading]:
    """The pieces of texts between two marks that all of them have."""
    for source in given_texts(scene):
        for pair in combinations(marks_of(source.values), 2):
            pattern = outside_of(pair)
            rows = scene.read(
                applied("matches", source.body, pattern), extra=priced(pattern, FORM_COST + 2 * MARK_COST)
            )
            if rows is not None:
                yield from items_of(rows)


def _without_form(source: Reading, ends: Sequence[str]) -> Iterator[tuple[Expression, int]]:
    """The texts without what has the form of the ends that only some of them have."""
    unlike = sorted({end for end in ends if end})
    # What is always the same, and not a number, is meant as it is.
    if not all(ends) and (len(unlike) > 1 or re.search("[0-9]", unlike[0])):
        for pattern, cost in forms_of(unlike, narrow=False):
            yield applied("remove_matches", source.body, pattern), priced(pattern, cost)


def _without_ends(source: Reading, name: str, ends: Sequence[str]) -> Iterator[tuple[Expression, int]]:
    """The texts without these ends, which are few."""
    unlike = sorted({end for end in ends if end}, key=lambda end: (-len(end), end))
    if len(unlike) <= MOST_OPTIONAL and len({*ends}) > 1 and 2 * len(unlike) <= len(ends):
        body = source.body
        for end in unlike:
            body = applied(name, body, end)
        yield body, sum(-len(end) if ends.count(end) > 1 else ONCE_COST for end in unlike)
