"""Compiled with the loops (see there): whether an instance on three entries gives the target."""

from __future__ import annotations

import numpy as np

from .encoding import BITS, DIRECT, LAZY, MODE, PRIMITIVE
from .lifting import apply, invoke


def evaluate(group, instances, row, arity, offsets, lengths, mem, base, out, cap, e, i, j, k):
    """Write the value of an instance on three entries in one example; return its length or -1."""
    n_a = np.int64(lengths[e, i])
    n_b = np.int64(lengths[e, j]) if arity > 1 else 0
    n_c = np.int64(lengths[e, k]) if arity > 2 else 0
    if n_a < 0 or ((n_b < 0 or n_c < 0) and instances[row, LAZY] == 0):
        return -1
    b = base + offsets[e, j] if arity > 1 else 0
    c = base + offsets[e, k] if arity > 2 else 0
    if instances[row, MODE] == DIRECT:
        primitive, bits = instances[row, PRIMITIVE], instances[row, BITS]
        return invoke(group, primitive, bits, mem, base + offsets[e, i], n_a, b, n_b, c, n_c, out, cap)
    return apply(group, instances, row, mem, base + offsets[e, i], n_a, b, n_b, c, n_c, out, cap)


def cannot_agree(group, instances, row, arity, offsets, lengths, mem, out, cap, target, length, i, j, k):
    """Whether an elementwise instance misses the target on the first example by its length or its first word."""
    bits = instances[row, BITS]
    if bits == 0 or instances[row, MODE] != DIRECT:
        return False
    n_a = np.int64(lengths[0, i])
    n_b = np.int64(lengths[0, j]) if arity > 1 else 1
    n_c = np.int64(lengths[0, k]) if arity > 2 else 1
    n = cap
    if bits & 1:
        n = min(n, n_a)
    if bits & 2:
        n = min(n, n_b)
    if bits & 4:
        n = min(n, n_c)
    if n != length:
        return True
    if n == 0:
        return False
    b = np.int64(offsets[0, j]) if arity > 1 else 0
    c = np.int64(offsets[0, k]) if arity > 2 else 0
    primitive = instances[row, PRIMITIVE]
    n = invoke(group, primitive, bits, mem, np.int64(offsets[0, i]), 1, b, 1, c, 1, out, cap)
    return n != 1 or mem[out] != mem[target]


def gives(group, instances, row, arity, offsets, lengths, mem, base, out, cap, goal, length, e, i, j, k):
    """Whether an instance on three entries gives the goal in one example."""
    n = evaluate(group, instances, row, arity, offsets, lengths, mem, base, out, cap, e, i, j, k)
    if n != length:
        return False
    for w in range(n):
        if mem[out + w] != mem[goal + w]:
            return False
    return True


def agrees(
    group, instances, row, arity, offsets, lengths, mem, width, tails, cap, targets, target_lengths, noise, i, j, k
):
    """Whether an instance on three entries, evaluated at `tails`, gives the target on all but `noise` examples."""
    wrong = 0
    if cannot_agree(
        group, instances, row, arity, offsets, lengths, mem, tails[0], cap, targets[0], target_lengths[0], i, j, k
    ):
        if noise == 0:
            return False
        wrong = 1
    for e in range(wrong, len(tails)):
        base = e * width
        if not gives(
            group, instances, row, arity, offsets, lengths, mem, base, base + tails[e], cap, base + targets[e],
            target_lengths[e], e, i, j, k,
        ):  # fmt: skip
            wrong += 1
            if wrong > noise:
                return False
    return True
