"""Programs on cells: values, doubts, and the reference interpreter behind them."""

from __future__ import annotations

import pickle

from induce import parse
from induce.tables.cells.written import INTEGERS, TEXT
from induce.tables.running.evaluating import Doubt, Evaluator, agree, function_of
from induce.tables.running.naming import named, only, used

FIRST = parse('(s: Str, n: Int) -> before(s, " ")')


def evaluator(**more: object) -> Evaluator:
    return Evaluator(FIRST.python(), (TEXT, INTEGERS), (False, False), TEXT, **more)  # type: ignore[arg-type]


def test_outcomes() -> None:
    one = evaluator(rivals=(parse("(s: Str, n: Int) -> take(s, 3)").python(),), shapes=({"a a"}, {"9"}))
    cells = [["Ada L", "Bo X", "", "Eva M", "Éva M"], ["1", "2", "3", "x", "5"]]
    assert one.outcomes(cells) == [
        ("Ada", Doubt.NONE),
        ("Bo", Doubt.RIVALS),
        (None, Doubt.MISSING),
        (None, Doubt.MISSING),
        ("Éva", Doubt.FORMAT),
    ]
    assert one.outcomes(cells, [True, False, False, False, False]) == [("Ada", Doubt.NONE), None, None, None, None]


def test_a_failure_is_no_value() -> None:
    program = parse("(s: Str, n: Int) -> 10 // n")
    one = Evaluator(program.python(), (TEXT, INTEGERS), (False, False), INTEGERS)
    assert one.outcomes([["a", "b"], ["0", "5"]]) == [(None, Doubt.UNDEFINED), ("2", Doubt.NONE)]


def test_another_process_gives_the_same() -> None:
    one = evaluator()
    cells = [["Ada L", "Bo X"], ["1", "2"]]
    expected = one.outcomes(cells)
    assert pickle.loads(pickle.dumps(one)).outcomes(cells) == expected


def test_the_interpreter_can_be_run_instead() -> None:
    one = Evaluator(str(FIRST), (TEXT, INTEGERS), (False, False), TEXT, interpreted=True)
    assert one.outcomes([["Ada L"], ["1"]]) == [("Ada", Doubt.NONE)]


def test_a_function_that_says_something_else_is_seen() -> None:
    assert agree(FIRST, function_of(FIRST), ("Ada L", 1))
    assert not agree(FIRST, lambda s, n: s, ("Ada L", 1))
    assert not agree(FIRST, lambda s, n: 1 // 0, ("Ada L", 1))
    assert agree(parse("(n: Int) -> 1 // n"), lambda n: 1 // n, (0,))


def test_programs_are_named_after_columns() -> None:
    assert used(FIRST) == (0,)
    program = named(only(FIRST, (0,)), ["Full name"])
    assert str(program) == '(full_name: Str) -> before(full_name, " ")'
    assert named(parse("(n: Int) -> n + 1"), ["%"]).parameters[0].name == "column"
    for column in ("class", "len", "not", "2nd", "len"):
        renamed = named(parse("(s: Str) -> len(s)"), [column])
        assert parse(str(renamed))("abc") == 3
        assert function_of(renamed)("abc") == 3
    loop = parse('(s: Str) -> join(map(chars(s), (c: Str) -> concat(c, s)), "")')
    assert named(loop, ["c"])("ab") == "aabbab"
