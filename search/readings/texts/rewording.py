"""Texts in which a few words become others, such as their abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ....dsl.core.expression import Expression
from ....dsl.core.types import STR
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import given_texts, priced
from .pieces import ONCE_COST

TOKEN = re.compile(r"[^\W_]+\.?|[\W_]")
LEAST_PAIRS, MOST_PAIRS = 2, 5
"""How many words become others: one is found without this, and more would be learnt by heart."""
SHORT_COST = 3
"""What a word costs that shortens the one that it stands for."""


def reworded_texts(scene: Scene) -> Iterator[Reading]:
    """Texts that are the outputs once each of a few words has become another one."""
    if scene.result_type != STR:
        return
    for source in given_texts(scene):
        pairs = _pairs(source, scene)
        # Some word has to come again, or be shortened: others could have become anything.
        is_meant = any(times > 1 or _is_short(pair) for pair, times in pairs.items())
        if is_meant and LEAST_PAIRS <= len(pairs) <= MOST_PAIRS:
            body, extra = _reworded(source.body, pairs)
            reading = scene.exact(body, extra=extra)
            if reading is not None:
                yield reading


def _pairs(source: Reading, scene: Scene) -> Mapping[tuple[str, str], int]:
    """The words that become others, and these, with in how many places; none if texts differ in anything else."""
    pairs: Counter[tuple[str, str]] = Counter()
    for value, output in zip(source.values, scene.outputs, strict=True):
        before, after = TOKEN.findall(value), TOKEN.findall(output)
        if len(before) != len(after):
            return {}
        pairs.update((old, new) for old, new in zip(before, after, strict=True) if old != new)
    words = {old for old, _ in pairs}
    are_words = all(old.isalpha() and new.removesuffix(".").isalpha() for old, new in pairs)
    return pairs if len(words) == len(pairs) and are_words else {}


def _is_short(pair: tuple[str, str]) -> bool:
    """Whether a word becomes some of its letters, the first among them."""
    old, new = (word.removesuffix(".").casefold() for word in pair)
    letters = iter(old)
    return len(new) < len(old) and new[0] == old[0] and all(letter in letters for letter in new)


def _reworded(text: Expression, pairs: Mapping[tuple[str, str], int]) -> tuple[Expression, int]:
    """The text with each word replaced, the longest first, and what that costs beyond its parts."""
    extra = 0
    for old, new in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        text = applied("replace", text, old, new)
        extra += ONCE_COST * (pairs[old, new] == 1) + (priced(new, SHORT_COST) if _is_short((old, new)) else 0)
    return text, extra
