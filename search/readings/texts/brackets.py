"""Texts with brackets: whether they are nested well, and how deep."""

from __future__ import annotations

from collections.abc import Iterator

from ....dsl.core.types import BOOL, INT, STR
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import priced

PAIRS = ("()", "[]", "{}", "<>")
PAIR_COST = 1
"""What it costs to say which brackets are meant, for each kind of them after the first."""
MEASURES = {BOOL: "is_nested", STR: "is_nested", INT: "nesting_depth"}
"""What is asked of brackets, by the type of the outputs: a text may be chosen by a condition."""


def brackets(scene: Scene) -> Iterator[Reading]:
    """Whether the brackets in texts are nested well, or how deep, where most of the texts have some."""
    measure, given = MEASURES.get(scene.result_type), set(scene.problem.parameters)
    for subject in scene.of_type(STR) if measure else ():
        pairs = "".join(pair for pair in PAIRS if any(c in text for text in subject.values for c in pair))
        having = sum(any(c in text for c in pairs) for text in subject.values)
        if subject.body in given and 2 * having > len(subject.values):
            extra = priced(pairs, PAIR_COST * (len(pairs) // 2 - 1))
            found = scene.read(applied(str(measure), subject.body, pairs), extra=extra)
            if found is not None and len(set(found.values)) > 1:
                yield found
