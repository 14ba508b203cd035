"""Values of a bank that a guide takes for parts of the answer: a search with its costs starts from them too.

A value says more beside the output than a primitive does before it is applied (Odena et al., "BUSTLE:
bottom-up program synthesis through learning-guided exploration", ICLR 2021).
"""

from __future__ import annotations

import numpy as np

from ...dsl.core.types import Type
from ..cost.prior import Guide
from ..enumeration.enumeration import Enumeration
from ..task.terminal import Terminal
from ..task.values import Values

LOOKED_AT = 4000
"""Values that the guide is asked about, the cheapest ones."""
PROMOTED = 12
"""How many of them are promoted."""
PROMOTED_COST = 2
"""What they then cost, as much as the cheapest constants."""
MOST_WORDS = 64
"""How many words of a value are shown."""
MOST_SHOWN = 10_000_000
"""Words of all values together: of very many examples fewer values are looked at."""
DEEPEST = 2
"""How deeply nested the types that are shown may be."""


def promoted(search: Enumeration, guide: Guide) -> list[Terminal]:
    """The values of the search's bank that are likeliest to be parts of the task's program, as cheap terminals."""
    values = _dear_values(search)
    odds = guide.odds(search.problem.given, values) if values else None
    if odds is None:
        return []
    entries = np.concatenate([one.entries for one in values])
    types = [one.type for one in values for _ in one.entries]
    likeliest = np.argsort(-odds, kind="stable")[:PROMOTED].tolist()
    return [search.builder.terminal(int(entries[one]), types[one], cost=PROMOTED_COST) for one in likeliest]


def _dear_values(search: Enumeration) -> list[Values]:
    """The cheapest values of the bank that cost more than promotion would make them cost, type by type."""
    bank = search.bank
    every = {
        type_: np.concatenate([np.arange(level.start, level.stop) for level in levels])
        for type_ in bank.types
        if type_.depth <= DEEPEST and (levels := bank.levels(type_, least=PROMOTED_COST + 1))
    }
    if not every:
        return []
    # Entries have numbers in the order in which they were stored, which is that of costs.
    most = max(1, min(LOOKED_AT, MOST_SHOWN // (bank.examples * MOST_WORDS)))
    last = np.sort(np.concatenate([*every.values()]))[:most][-1]
    terminals = np.array([*bank.terminals], np.int64)
    kept = {type_: entries[(entries <= last) & ~np.isin(entries, terminals)] for type_, entries in every.items()}
    return [_shown(search, type_, entries) for type_, entries in kept.items() if len(entries)]


def _shown(search: Enumeration, type_: Type, entries: np.ndarray) -> Values:
    bank = search.bank
    order = search.problem.in_given_order
    lengths = bank.lengths[:, entries][order].astype(np.int64).T
    width = min(int(lengths.max(initial=1)), MOST_WORDS)
    starts = bank.starts(entries)[order].T
    inside = np.arange(width) < lengths[..., None]
    words = np.where(inside, bank.mem[np.where(inside, starts[..., None] + np.arange(width), 0)], 0)
    return Values(type_, entries, words, lengths)
