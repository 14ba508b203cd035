"""Headlines: texts whose words begin with capitals, but for small ones such as "of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....dsl.core.expression import Literal
from ....dsl.core.types import STR
from ...cost.costs import Costs
from ...cost.prior import DefaultPrior
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import TEXTS, given_texts

SMALL = (
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "nor", "of", "on", "or", "the", "to", "with",
)  # fmt: skip
"""The words that are small in the headlines of English."""
SMALL_COST, WORD_COST = 4, 3
"""What it costs to say that these are meant, and what any other small word costs."""


def headlines(scene: Scene) -> Iterator[Reading]:
    """Texts as headlines, where that gives the outputs: with all words that are small in English, or those seen."""
    if scene.result_type != STR:
        return
    small = _small_in(scene.outputs)
    costs = Costs(scene.problem.given, DefaultPrior())
    known = [(list(SMALL), SMALL_COST)] if small and set(small) <= {*SMALL} else []
    for source in given_texts(scene) if small else ():
        for words, cost in (*known, (small, WORD_COST * len(small))):
            listed = Literal(words, TEXTS)
            reading = scene.exact(applied("headline", source.body, listed), extra=cost - costs.of_parts(listed))
            if reading is not None:
                yield reading


def _small_in(outputs: Sequence[str]) -> list[str]:
    """The words in lower case after the first of each output, sorted."""
    return sorted({word for output in outputs for word in output.split()[1:] if word.islower()})
