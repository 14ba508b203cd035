"""What an operator means is what all its uses agree on."""

from __future__ import annotations

from induce.search.strategies.grammars.grammar import LEFT, RIGHT
from induce.search.strategies.grammars.meanings import meanings_of


def test_one_use_leaves_room_for_constants_which_come_last() -> None:
    found = meanings_of([([("A",)], ("A", "A"))])
    assert found[0] == (LEFT, LEFT)
    assert ("A", LEFT) in found


def test_another_use_leaves_none() -> None:
    assert meanings_of([([("A",)], ("A", "A")), ([("B",)], ("B", "B"))]) == [(LEFT, LEFT)]


def test_operands_that_are_alike_do_not_decide() -> None:
    uses = [([("A",), ("A",)], ("A", "A")), ([("A",), ("B",)], ("B", "A"))]
    assert meanings_of(uses)[0] == (RIGHT, LEFT)


def test_constants_that_all_uses_have() -> None:
    assert meanings_of([([("A",)], ("no", "A")), ([("B", "C")], ("no", "B", "C"))]) == [("no", LEFT)]


def test_uses_that_agree_on_nothing() -> None:
    assert meanings_of([([("A",)], ("A",)), ([("B",)], ("B", "B"))]) == []
    assert meanings_of([]) == []
