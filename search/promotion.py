"""Values of a bank that a guide takes for parts of the answer: a search with its costs starts from them too.

A value says more beside the output than a primitive does before it is applied (Odena et al., "BUSTLE:
bottom-up program synthesis through learning-guided exploration", ICLR 2021).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .enumeration import Enumeration
from .leaves import Leaf
from .prior import Guide
from .task import Task

LOOKED_AT = 2000
"""Values that the guide is asked about, the cheapest ones."""
PROMOTED = 12
"""So many of them are promoted."""
PROMOTED_COST = 3
"""What they then cost, about as much as a constant."""


def promoted(search: Enumeration, guide: Guide, task: Task) -> list[Leaf]:
    """The values of the search's bank that are likeliest to be parts of the task's program, as cheap leaves."""
    leaves = _dear_values(search)
    if not leaves:
        return []
    odds = guide.odds(task, leaves)
    if odds is None:
        return []
    return [replace(leaves[number], cost=PROMOTED_COST) for number in np.argsort(-odds, kind="stable")[:PROMOTED]]


def _dear_values(search: Enumeration) -> list[Leaf]:
    """The cheapest values of the bank that cost more than promotion would make them cost."""
    bank = search.bank
    found = [
        (entry, type_)
        for type_ in bank.types
        for level in bank.levels(type_, least=PROMOTED_COST + 1)
        for entry in level[:LOOKED_AT]
        if entry not in bank.leaves
    ]
    return [search.leaf(entry, type_) for entry, type_ in sorted(found, key=lambda one: one[0])[:LOOKED_AT]]
