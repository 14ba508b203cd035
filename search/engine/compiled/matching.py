"""Whether an instance on three entries gives a goal; compiled, as `loops` says."""

from __future__ import annotations

import numpy as np

from .arrays import BankArrays, ValueArrays
from .encoding import BITS, DIRECT, LAZY, MODE
from .intrinsics import invoke
from .lifting import apply


def evaluate(bank: BankArrays, kernel, instances, row, arity, out, e, i, j, k):
    """Write the value of an instance on three entries in one example; return its length or -1."""
    n_a = np.int64(bank.lengths[e, i])
    n_b = np.int64(bank.lengths[e, j]) if arity > 1 else 0
    n_c = np.int64(bank.lengths[e, k]) if arity > 2 else 0
    if n_a < 0 or ((n_b < 0 or n_c < 0) and instances[row, LAZY] == 0):
        return -1
    base = e * bank.width
    a = base + bank.offsets[e, i]
    b = base + bank.offsets[e, j] if arity > 1 else 0
    c = base + bank.offsets[e, k] if arity > 2 else 0
    if instances[row, MODE] == DIRECT:
        return invoke(kernel, instances[row, BITS], bank.mem, a, n_a, b, n_b, c, n_c, out, bank.cap)
    return apply(kernel, instances, row, bank.mem, a, n_a, b, n_b, c, n_c, out, bank.cap)


def cannot_agree(bank: BankArrays, goal: ValueArrays, kernel, instances, row, arity, out, i, j, k):
    """Whether an elementwise instance misses the goal on the first example by its length or its first word."""
    bits = instances[row, BITS]
    if bits == 0 or instances[row, MODE] != DIRECT:
        return False
    n_a = np.int64(bank.lengths[0, i])
    n_b = np.int64(bank.lengths[0, j]) if arity > 1 else 1
    n_c = np.int64(bank.lengths[0, k]) if arity > 2 else 1
    n = bank.cap
    if bits & 1:
        n = min(n, n_a)
    if bits & 2:
        n = min(n, n_b)
    if bits & 4:
        n = min(n, n_c)
    if n != goal.lengths[0]:
        return True
    if n == 0:
        return False
    a = np.int64(bank.offsets[0, i])
    b = np.int64(bank.offsets[0, j]) if arity > 1 else 0
    c = np.int64(bank.offsets[0, k]) if arity > 2 else 0
    n = invoke(kernel, bits, bank.mem, a, 1, b, 1, c, 1, out, bank.cap)
    return n != 1 or bank.mem[out] != bank.mem[goal.offsets[0]]


def gives(bank: BankArrays, goal: ValueArrays, kernel, instances, row, arity, out, e, i, j, k):
    """Whether an instance on three entries gives the goal in one example."""
    n = evaluate(bank, kernel, instances, row, arity, out, e, i, j, k)
    if n != goal.lengths[e]:
        return False
    wanted = e * bank.width + goal.offsets[e]
    for w in range(n):
        if bank.mem[out + w] != bank.mem[wanted + w]:
            return False
    return True


def agrees(bank: BankArrays, goal: ValueArrays, kernel, instances, row, arity, tails, noise, i, j, k):
    """Whether an instance on three entries, evaluated at `tails`, gives the goal on all but `noise` examples."""
    wrong = 0
    if cannot_agree(bank, goal, kernel, instances, row, arity, tails[0], i, j, k):
        if noise == 0:
            return False
        wrong = 1
    for e in range(wrong, len(tails)):
        if not gives(bank, goal, kernel, instances, row, arity, e * bank.width + tails[e], e, i, j, k):
            wrong += 1
            if wrong > noise:
                return False
    return True
