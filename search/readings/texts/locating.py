"""Where pieces stand in texts: what cuts them out by the marks around them, or by what comes before and after.

The examples say where a piece begins and ends in each text. What they have in common there is the place (Gulwani,
"Automating string processing in spreadsheets using input-output examples", POPL 2011, section 4.1: positions by what
is on both sides of them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from ....dsl.core.types import INT, STR
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import given_texts, items_of, priced
from .pieces import CLASS_COST, FORM_COST, MARK_COST, SPECIAL, atom_of, forms_of, kind_of, literally, outside_of

Spans = Sequence[tuple[int, int]]
"""Where a piece begins and ends in the text of each example."""
START = r"(?:(?<![0-9])(?=[0-9])|(?<![^\W0-9_])(?=[^\W0-9_])|(?=[\W_]))"
END = r"(?:(?<=[0-9])(?![0-9])|(?<=[^\W0-9_])(?![^\W0-9_])|(?<=[\W_]))"
"""Where a run of digits or letters begins and ends, and beside any other character."""
TOKEN = re.compile(r"[0-9]+|[^\W0-9_]+|[\W_]")
MOST_MARKS = 4
"""At how many different marks a text is cut at once."""
MOST_BESIDE = 2
"""How many tokens on either side say where a piece is."""
WORD_COST = 3
"""What a word costs that comes before or after all pieces."""
MOST_PLACES = 2
"""How many ways to say where the pieces are, by what is beside them, are read."""


def pieces_in_place(scene: Scene) -> Iterator[Reading]:
    """The outputs that stand in texts as whole words or numbers, by what is around them."""
    if scene.result_type not in (STR, INT):
        return
    wanted = [str(output) for output in scene.outputs]
    for source in given_texts(scene) if scene.result_type == STR else _texts(scene):
        known = []
        for pick in (0, -1):
            spans = spans_of(source.values, [re.escape(text) for text in wanted], pick=pick)
            if spans is not None and spans not in known:
                known.append(spans)
                yield from located(scene, source, spans)


def _texts(scene: Scene) -> list[Reading]:
    given = set(scene.problem.parameters)
    return [reading for reading in scene.of_type(STR) if reading.body in given]


def spans_of(texts: Sequence[str], patterns: Sequence[str], *, pick: int = 0) -> list[tuple[int, int]] | None:
    """Where each text has the pattern that belongs to it, not within a word or number: the first place, or the last."""
    spans = []
    for text, pattern in zip(texts, patterns, strict=True):
        found = [*re.finditer(f"{START}{pattern}{END}", text, re.IGNORECASE)] if pattern else []
        if not found:
            return None
        spans.append(found[pick].span())
    return spans


def located(scene: Scene, source: Reading, spans: Spans) -> Iterator[Reading]:
    """What cuts just these pieces out of the texts."""
    pieces = tuple(text[start:end] for text, (start, end) in zip(source.values, spans, strict=True))
    yield from _between_marks(scene, source, spans, pieces)
    places = sorted(_places(source.values, spans, pieces), key=lambda place: place[1])
    readings = (_found(scene, source, pattern, cost, pieces) for pattern, cost in places)
    yield from islice(filter(None, readings), MOST_PLACES)


def _between_marks(scene: Scene, source: Reading, spans: Spans, pieces: Sequence[str]) -> Iterator[Reading]:
    """The pieces as what is between some marks, which they do not have: the first, the last, or those near them."""
    beside = {
        mark
        for text, (start, end) in zip(source.values, spans, strict=True)
        for mark in (*text[max(start - 1, 0) : start], *text[end : end + 1])
    }
    if not 0 < len(beside) <= MOST_MARKS or any(map(str.isalnum, beside)) or any(beside & {*one} for one in pieces):
        return
    pattern = outside_of(beside)
    rows = scene.read(
        applied("matches", source.body, pattern), extra=priced(pattern, FORM_COST + MARK_COST * len(beside))
    )
    if rows is not None and all(rows.values):
        yield from (item for item in items_of(rows) if item.values == tuple(pieces))


def _places(texts: Sequence[str], spans: Spans, pieces: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Patterns of the pieces with what is beside them, and what these cost."""
    groups = dict(forms_of(pieces, narrow=False))
    after = {text[end : end + 1] for text, (_, end) in zip(texts, spans, strict=True)}
    if len(after) == 1 and (mark := after.pop()) and not mark.isalnum():
        groups[outside_of(mark)] = FORM_COST + MARK_COST
    if not any(re.search("[0-9]", piece) for piece in pieces):
        groups[r"\D+"] = FORM_COST + CLASS_COST
    before = [TOKEN.findall(text[:start])[::-1] for text, (start, _) in zip(texts, spans, strict=True)]
    behind = [TOKEN.findall(text[end:]) for text, (_, end) in zip(texts, spans, strict=True)]
    sides = ([(tuple(reversed(atoms)), cost) for atoms, cost in _beside(before)], [*_beside(behind)])
    for (group, cost), (left, left_cost), (right, right_cost) in product(groups.items(), *sides):
        if left or right:
            yield f"{''.join(left)}({group}){''.join(right)}", cost + left_cost + right_cost


def _beside(rows: Sequence[Sequence[str]]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Patterns of the first few tokens that all have, none of them to begin with."""
    found: list[tuple[tuple[str, ...], int]] = [((), 0)]
    yield from found
    for column in list(zip(*rows, strict=False))[:MOST_BESIDE]:
        atoms = [*_atoms(column)]
        found = [((*before, atom), cost + more) for before, cost in found for atom, more in atoms]
        yield from found


def _atoms(column: Sequence[str]) -> Iterator[tuple[str, int]]:
    """What matches the tokens of a column: what they are, and of which kind."""
    if len({*map(kind_of, column)}) > 1:
        return
    is_mark = not column[0].isalnum()
    if is_mark:
        yield literally(column[0], SPECIAL), MARK_COST
    else:
        yield atom_of(column, narrow=False), CLASS_COST
        if len({*column}) == 1 and column[0].isalpha():
            yield column[0], WORD_COST


def _found(scene: Scene, source: Reading, pattern: str, cost: int, pieces: Sequence[str]) -> Reading | None:
    """The group of a pattern, if it is the pieces, also where there are inputs to be predicted."""
    body = applied("found", source.body, pattern)
    reading = scene.read(body, extra=priced(pattern, cost))
    return reading if reading is not None and reading.values == tuple(pieces) and scene.foretells(body) else None
