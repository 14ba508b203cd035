"""Skeletons of texts: what all of them have in common, and the holes between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ...cost.literals import common_start

TOKEN = re.compile(r"\d+|[^\W\d_]+|\s+|.", re.DOTALL)
DECIMAL = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]*\d)|" + TOKEN.pattern, re.DOTALL)
"""The same, but that a number with a point is one token."""
MOST_HOLES = 8

Tokens = Sequence[str]


@dataclass(frozen=True)
class Skeleton:
    """Texts as literals and holes, in turn.

    Parameters
    ----------
    literals
        What all texts have before, between and after the holes: one more than there are holes, some may be empty.
    holes
        For each hole what stands there in each of the texts.
    """

    literals: tuple[str, ...]
    holes: tuple[tuple[str, ...], ...]


def skeletons_of(texts: Sequence[str]) -> list[Skeleton]:
    """The skeletons of texts, those with the most holes first; none without a literal.

    Tokens are runs of digits, of letters and of spaces, and every other character. Where all texts have the same
    kinds of tokens, each token that changes is a hole. Otherwise what stands between two tokens that all texts have
    equally often, and in the same order, is one. Where some texts have numbers with a point, these are tokens as well.
    """
    ways = [[kind.findall(text) for text in texts] for kind in (TOKEN, DECIMAL)]
    cuts = [cut for rows in (ways[:1] if ways[0] == ways[1] else ways) for cut in _cuts(rows)]
    found = {skeleton: None for cut in cuts if (skeleton := _skeleton(cut)) is not None}
    return sorted(found, key=lambda skeleton: -len(skeleton.holes))


def _cuts(rows: Sequence[Tokens]) -> Iterator[list[list[str]]]:
    """Ways to cut all texts into equally many pieces."""
    if len({tuple(map(_kind, row)) for row in rows}) == 1:
        yield [list(row) for row in rows]
    counts = [Counter(row) for row in rows]
    common = {token for token in counts[0] if not token[0].isdigit() and len({count[token] for count in counts}) == 1}
    for is_anchor in (
        common.__contains__,
        lambda token: token in common and not token.isalpha(),
        lambda token: token in common and counts[0][token] == 1,
    ):
        if len({tuple(filter(is_anchor, row)) for row in rows}) == 1:
            yield [_between(row, is_anchor) for row in rows]


def _kind(token: str) -> str:
    """What a token is: digits, letters, spaces, or itself."""
    return "0" if token[0].isdigit() else "a" if token.isalpha() else " " if token.isspace() else token


def _between(row: Tokens, is_anchor: Callable[[str], bool]) -> list[str]:
    """What stands before, between and after the anchors, and these."""
    pieces = [""]
    for token in row:
        if is_anchor(token):
            pieces += [token, ""]
        else:
            pieces[-1] += token
    return pieces


def _skeleton(cut: Sequence[Sequence[str]]) -> Skeleton | None:
    """The skeleton of texts that have been cut into pieces; None if it has no holes, too many, or nothing else."""
    literals, holes = [""], []
    for column in zip(*cut, strict=True):
        if len(set(column)) == 1:
            literals[-1] += column[0]
            continue
        before, inner, after = _narrowed(column)
        literals[-1] += before
        holes.append(inner)
        literals.append(after)
    is_whole = not any(literals)
    return None if is_whole or not 0 < len(holes) <= MOST_HOLES else Skeleton(tuple(literals), tuple(holes))


def _narrowed(column: Sequence[str]) -> tuple[str, tuple[str, ...], str]:
    """What all texts of a column begin with, as far as it has neither letters nor digits, the rest, and their end."""
    before = _marks("".join(common_start(column)))
    rest = [text[len(before) :] for text in column]
    after = _marks("".join(common_start([text[::-1] for text in rest])))[::-1]
    return before, tuple(text[: len(text) - len(after)] for text in rest), after


def _marks(text: str) -> str:
    return re.match(r"[\W_]*", text)[0]  # type: ignore[index]  # It always matches.


def filled(skeleton: Skeleton) -> list[str]:
    """The texts of a skeleton."""
    columns = [part for pair in zip_longest(skeleton.literals[:-1], skeleton.holes) for part in (pair[0], pair[1])]
    count = len(skeleton.holes[0])
    rows = [[part if isinstance(part, str) else part[row] for part in columns] for row in range(count)]
    return ["".join([*row, skeleton.literals[-1]]) for row in rows]
