"""Blocks of candidates on their way into the bank; compiled, as `loops` says.

The values of an example lie together, far from those of the others. So a block is evaluated example by example: with
a thousand examples, as the items of lists are, fetching memory would take most of the time otherwise.
"""

from __future__ import annotations

import numpy as np

from .arrays import SCRATCHES, TAIL, BankArrays, BlockArrays, HashArrays, InstanceArrays
from .encoding import ARITY, PRIMITIVE, RESULT_SCALAR, ROOT, SIDES
from .hashing import find_slot, finish_hash, hash_column, hash_slice
from .intrinsics import invoke, prefetch
from .matching import evaluate

BLOCK = (SCRATCHES - 1) * TAIL
"""So many candidates are a block: their values, of `cap` words each at most, fit into scratch memory.

Fewer where values are longer than `cap`, which kernels may copy.
"""


def scratch_of(bank: BankArrays, e):
    """Where the scratch memory of an example begins, in which the values of a block lie one behind the other."""
    return (e + 1) * bank.width - SCRATCHES * TAIL * bank.cap


def room(bank: BankArrays, tails):
    """How many values of the greatest length fit for certain behind every tail, before the scratch memory."""
    least = np.int64(bank.width)
    for e in range(len(tails)):
        least = min(least, (bank.width - tails[e]) // bank.cap - SCRATCHES * TAIL)
    return least


def store_block(
    bank: BankArrays,
    table: HashArrays,
    kernels,
    instances: InstanceArrays,
    block: BlockArrays,
    count,
    type_id,
    tails,
    done,
):
    """Make entries, from number `done` on, of those candidates whose behaviour is new; return the number of entries."""
    evaluate_block(bank, kernels, instances, block, count)
    for c in range(count):
        if block.words[c] >= 0:
            block.keys[c] = finish_hash(block.keys[c], type_id)
            prefetch(table.keys, block.keys[c] & np.uint64(len(table.keys) - 1))
    first = done
    for c in range(count):
        if block.words[c] < 0:
            continue
        slot = find_slot(table, block.keys[c])
        if table.keys[slot] != np.uint64(0):
            block.words[c] = -1
            continue
        table.keys[slot], table.entries[slot] = block.keys[c], done
        bank.roots[done] = instances.rows[block.candidates[c, 0], ROOT]
        for part in range(4):
            bank.origins[part, done] = block.candidates[c, part]
        done += 1
    if done > first:
        keep_block(bank, instances, block, count, tails, first)
    return done


def evaluate_block(bank: BankArrays, kernels, instances: InstanceArrays, block: BlockArrays, count):
    """Evaluate the candidates of a block, and hash what they give."""
    others = 0
    for c in range(count):
        row = block.candidates[c, 0]
        block.keys[c], block.words[c] = np.uint64(0), 0
        block.sides[c] = instances.rows[row, SIDES] if bank.columns != 0 else 0
        if block.sides[c] != 0:
            evaluate_column(bank, kernels[instances.rows[row, PRIMITIVE]], block, c)
        else:
            others += 1
    if others == 0:
        return
    for e in range(len(block.lengths)):
        out = scratch_of(bank, e)
        for c in range(count):
            block.lengths[e, c] = 0
            if block.words[c] < 0 or block.sides[c] != 0:
                continue
            row = block.candidates[c, 0]
            kernel, arity = kernels[instances.rows[row, PRIMITIVE]], instances.rows[row, ARITY]
            i, j, k = block.candidates[c, 1], block.candidates[c, 2], block.candidates[c, 3]
            n = evaluate(bank, kernel, instances.rows, row, arity, out, e, i, j, k)
            if n < 0:
                block.words[c] = -1
                continue
            block.keys[c] = hash_slice(bank, out, n, block.keys[c], block.words[c])
            block.words[c] += n + 1
            block.lengths[e, c] = n
            out += n


def column_of(bank: BankArrays, block: BlockArrays, c):
    """Where the values of a candidate that is evaluated on all examples at once lie."""
    return bank.columns - (c + 1) * len(block.lengths)


def evaluate_column(bank: BankArrays, kernel, block: BlockArrays, c):
    """Evaluate a candidate on all examples at once, and hash what it gives."""
    examples = len(block.lengths)
    i, j, k = block.candidates[c, 1], block.candidates[c, 2], block.candidates[c, 3]
    a, b, third = bank.columns + i * examples, bank.columns + j * examples, bank.columns + k * examples
    out = column_of(bank, block, c)
    n = invoke(kernel, block.sides[c], bank.mem, a, examples, b, examples, third, examples, out, examples + 1)
    if n < 0:
        block.words[c] = -1
    else:
        block.keys[c] = hash_column(bank, out, examples)


def keep_block(bank: BankArrays, instances: InstanceArrays, block: BlockArrays, count, tails, first):
    """Copy the values of the new entries of a block, from number `first` on, behind those of the bank."""
    examples = len(tails)
    for e in range(examples):
        value, entry = scratch_of(bank, e), first
        for c in range(count):
            is_column = block.sides[c] != 0
            start = column_of(bank, block, c) + e if is_column else value
            n = 1 if is_column else block.lengths[e, c]
            if block.words[c] >= 0:
                to = e * bank.width + tails[e]
                for w in range(n):
                    bank.mem[to + w] = bank.mem[start + w]
                bank.offsets[e, entry], bank.lengths[e, entry] = tails[e], n
                if bank.columns != 0 and instances.rows[block.candidates[c, 0], RESULT_SCALAR] == 1:
                    bank.mem[bank.columns + entry * examples + e] = bank.mem[start]
                tails[e] += n
                entry += 1
            if not is_column:
                value += n
