"""Batches with something simple to learn, made without the generator of tasks."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import fields

import numpy as np

from induce.guide.runtime.features import CANDIDATES, END, FIRST_INTEGER, LENGTH, PAIRS, ROLES, START, VOCABULARY, Batch
from induce.guide.runtime.productions import START_SYMBOL, TypeClass
from induce.guide.runtime.relations import PROPERTIES, RELATIONS

RULES = 8
"""What a task is made of: its output has tokens of the rule, its program the rule's productions."""


def batch(seed: int, count: int, *, random_programs: bool = False) -> Batch:
    """So many tasks. The rule shows in the tokens; which candidates are useful, in one of their properties."""
    draw = np.random.default_rng(seed)
    rules = draw.integers(RULES, size=count)
    present = np.arange(PAIRS) < draw.integers(1, PAIRS + 1, size=(count, 1))
    tokens = np.zeros((count, PAIRS, ROLES, LENGTH), np.int16)
    lengths = draw.integers(2, LENGTH - 2, size=(count, PAIRS, ROLES))
    inside = np.arange(LENGTH) <= lengths[..., None]
    values = draw.integers(FIRST_INTEGER + RULES, VOCABULARY, size=tokens.shape)
    values[:, :, -1] = np.where(
        draw.random((count, PAIRS, LENGTH)) < 0.4, FIRST_INTEGER + rules[:, None, None], values[:, :, -1]
    )
    tokens[inside] = values[inside]
    tokens[..., 0] = START
    np.put_along_axis(tokens, lengths[..., None], END, axis=3)
    tokens[~present] = 0
    relations = draw.random((count, PAIRS, LENGTH, RELATIONS), np.float32) * present[:, :, None, None]
    properties = draw.random((count, PAIRS, 2 * PROPERTIES), np.float32) * present[:, :, None]
    useful = draw.random((count, CANDIDATES)) < 0.3
    known = draw.random((count, CANDIDATES)) < 0.8
    candidates = draw.random((count, CANDIDATES, PAIRS, PROPERTIES), np.float32)
    candidates[..., 3] = useful[:, :, None]
    nonterminals = np.array([TypeClass.INTS, TypeClass.INT, START_SYMBOL])
    found = [
        (b, nonterminal, draw.integers(200) if random_programs else 25 * rule + 3 * part)
        for b, rule in enumerate(rules)
        for part, nonterminal in enumerate(nonterminals)
    ]
    return Batch(
        tokens=tokens,
        relations=relations,
        properties=properties,
        present=present,
        results=np.full(count, TypeClass.INTS),
        nodes=np.array(found, np.int32),
        candidates=candidates * present[:, None, :, None],
        useful=useful & known,
        known=known,
    )


def cut(batch: Batch, number: int) -> Batch:
    """The batch of one of its tasks, without what is to be learnt."""
    rows = slice(number, number + 1)
    parts = {one.name: getattr(batch, one.name)[rows] for one in fields(Batch) if one.name != "nodes"}
    return Batch(**parts, nodes=batch.nodes[:0])


def source(seed: int, count: int) -> Callable[[int], Generator[Batch, None, None]]:
    """A stream that can begin at any batch."""

    def batches(start: int) -> Generator[Batch, None, None]:
        number = start
        while True:
            yield batch(seed * 1_000_003 + number, count)
            number += 1

    return batches
