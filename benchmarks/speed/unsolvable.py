"""Tasks without an answer: what is asked for is drawn at random."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any

from ...search.task.task import Task

LENGTH = 8
ALPHABET = "abcdefgh  ABC,.-123"
MOST = 100
FAR = 10**9
"""Single integers are drawn up to this, so that none is hit by chance."""
BITS = 4
"""A mask is this many times as long as other lists, since an item has only one bit."""

Draw = random.Random
Example = tuple[tuple[Any, ...], Any]


def _numbers(draw: Draw, length: int) -> list[int]:
    return [draw.randrange(MOST) for _ in range(length)]


def _text(draw: Draw, length: int) -> str:
    return "".join(draw.choice(ALPHABET) for _ in range(2 * length))


def _rows(draw: Draw, length: int) -> list[list[int]]:
    return [_numbers(draw, draw.randint(1, 4)) for _ in range(length // 2)]


def _list_example(draw: Draw, length: int) -> Example:
    return (_numbers(draw, length),), _numbers(draw, length)


def _text_example(draw: Draw, length: int) -> Example:
    return (_text(draw, length),), _text(draw, length)


def _nested_example(draw: Draw, length: int) -> Example:
    return (_rows(draw, length),), _rows(draw, length)


def _scalar_example(draw: Draw, _: int) -> Example:
    return (draw.randrange(MOST), draw.randrange(MOST)), draw.randrange(FAR)


def _mask_example(draw: Draw, length: int) -> Example:
    return (_numbers(draw, BITS * length),), [draw.random() < 0.5 for _ in range(BITS * length)]


KINDS: Mapping[str, Callable[[Draw, int], Example]] = {
    "lists": _list_example,
    "text": _text_example,
    "nested": _nested_example,
    "scalars": _scalar_example,
    "masks": _mask_example,
}
"""From integers to integers, text to text, rows to rows, two integers to one, integers to bits."""


def unsolvable_task(kind: str = "lists", *, examples: int = 5, length: int = LENGTH, seed: int = 1) -> Task:
    """A task of some kind whose outputs are drawn at random."""
    draw = random.Random(seed)
    return Task.from_examples([KINDS[kind](draw, length) for _ in range(examples)], name=kind)
