"""Texts with brackets: whether they are nested well, how deep, and what is left without what they enclose."""

from __future__ import annotations

from collections.abc import Iterator

from ....dsl.core.types import BOOL, INT, STR
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import given_texts, is_of_use, priced
from .pieces import SPECIAL, SPECIAL_IN_A_CLASS, literally

PAIRS = ("()", "[]", "{}", "<>")
PAIR_COST = 1
"""What it costs to say which brackets are meant, for each kind of them after the first."""
LEFT_OUT_COST = 2
"""What it costs to say which brackets are left out with what is in them."""
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


def without_brackets(scene: Scene) -> Iterator[Reading]:
    """Texts without what is in brackets, where some have it, with the blank before it or behind it or without any."""
    for source in given_texts(scene):
        for pair in PAIRS:
            opening, closing = pair[0], pair[1]
            if not any(opening in text and closing in text for text in source.values):
                continue
            inside = f"[^{literally(closing, SPECIAL_IN_A_CLASS)}]*"
            part = f"{literally(opening, SPECIAL)}{inside}{literally(closing, SPECIAL)}"
            for pattern in (f" {part}", f"{part} ", part):
                left = scene.read(applied("remove_matches", source.body, pattern), extra=priced(pattern, LEFT_OUT_COST))
                if left is not None and left.values != source.values and is_of_use(left.values, scene.outputs):
                    yield left
