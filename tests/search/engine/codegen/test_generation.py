"""The sources of the compiled code."""

from __future__ import annotations

import ast

import pytest

from induce.search.engine.codegen import generation
from induce.search.engine.codegen.generation import LOOPS, entry_points, is_checked, sources


def functions_of(module: str) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(sources()[module])
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_an_entry_point_takes_the_attributes_of_its_records() -> None:
    found = next(entry for entry in entry_points() if entry.name == "best_partial")
    assert [parameter.name for parameter in found.parameters] == ["bank", "goal", "missed", "low", "high", "best"]
    assert list(found.parameters[1].kinds) == ["offsets", "lengths"]
    assert list(found.parameters[2].kinds) == [""]
    assert found.results == 2


@pytest.mark.skipif(is_checked(), reason="the arena is an array where it is checked")
def test_an_entry_point_reads_the_words_of_what_it_needs() -> None:
    (called, *stored, _) = functions_of(LOOPS)["entry_rehash"].body
    assert ast.unparse(called) == (
        "value = rehash("
        "view(load(words, 0), (load(words, 1),), np.uint64), view(load(words, 2), (load(words, 3),), np.int32), "
        "view(load(words, 4), (load(words, 5),), np.uint64), view(load(words, 6), (load(words, 7),), np.int32))"
    )
    assert not stored
    (called, *stored, _) = functions_of(LOOPS)["entry_best_partial"].body
    # The arena, its width, offsets and lengths, then what follows the rest of the bank.
    assert ast.unparse(called).startswith("value = best_partial(load(words, 0), load(words, 2), view(load(words, 4), ")
    assert [ast.unparse(one) for one in stored] == ["store(results, 0, value[0])", "store(results, 1, value[1])"]


@pytest.mark.skipif(is_checked(), reason="the arena is an array where it is checked")
def test_the_arena_of_a_record_is_behind_an_address() -> None:
    texts = {name: ast.unparse(node) for name, node in functions_of(LOOPS).items()}
    assert "store(bank_mem, base + tails[e] + w, load(bank_mem, base + scratch + w))" in texts["settle"]
    assert not any("mem[" in text for text in texts.values())


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("def f(bank: BankArrays, n) -> int: ...", "n: expected an annotation"),
        ("def f(bank: Arrays) -> int: ...", "Arrays: expected int, a kind of array or a record"),
    ],
)
def test_an_entry_point_is_refused_that_does_not_say_what_it_takes(source: str, message: str) -> None:
    with pytest.raises(SyntaxError, match=message):
        list(generation._entries(ast.parse(source).body))
