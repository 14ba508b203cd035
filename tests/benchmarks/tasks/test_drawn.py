"""Tasks whose programs are drawn."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from induce.benchmarks.tasks.drawn import (
    ASKED,
    CALLS,
    CONSTANTS,
    SHOWN,
    Drawn,
    Part,
    draw_part,
    drawn,
    is_plain,
    is_telling,
    main,
    value,
)
from induce.search.task.loading import load_tasks
from induce.search.task.task import Task

FEW = 10
LIST = Part("list", "a")
SORTED = Part("list", "sorted({list})", (LIST,))
FIRST = Part("list", "take({int}, {list})", (Part("int", "2"), SORTED))
ODD = Part("test", "{mapped} % 2 == 1", (Part("mapped", "x"),))
KEPT = Part("list", "[x for x in {list} if {test}]", (SORTED, ODD))


def _mapped(form: str, *names: str) -> Part:
    """A list with a function of these items applied to each of its items."""
    return Part(
        "list", "[{mapped} for x in {list}]", (Part("mapped", form, tuple(Part("mapped", n) for n in names)), LIST)
    )


@pytest.fixture(scope="module")
def few() -> list[Drawn]:
    return drawn(FEW)


def test_the_same_seed_draws_the_same(few: list[Drawn]) -> None:
    assert drawn(FEW) == few
    assert drawn(FEW, seed=1) != few
    assert drawn(3) == few[:3]


def test_sizes_are_equally_frequent(few: list[Drawn]) -> None:
    assert [one.program.calls for one in few] == [CALLS[number % len(CALLS)] for number in range(FEW)]


def test_outputs_are_those_of_the_text(few: list[Drawn]) -> None:
    """Only what Python itself knows: the others have names of this module."""
    plain = [one for one in few if not any(name in str(one.program) for name in ("take", "drop", "at(", "accumulate"))]
    assert plain
    for one in plain:
        for inputs, output in one.shown + one.asked:
            assert eval(str(one.program), dict(zip("abc", inputs, strict=False))) == output


def test_enough_is_shown_and_asked(few: list[Drawn]) -> None:
    for one in few:
        assert len(one.shown) in SHOWN
        assert len(one.asked) == ASKED
        inputs = [repr(inputs) for inputs, _ in one.shown + one.asked]
        assert len({*inputs}) == len(inputs)


def test_every_part_matters(few: list[Drawn]) -> None:
    for one in few:
        outputs = [output for _, output in one.shown]
        for shorter in one.program.shortened():
            assert [value(shorter, inputs) for inputs, _ in one.shown] != outputs, f"{one.program}: {shorter} does"


def test_a_part_that_does_nothing_is_seen() -> None:
    ordered = [(([1, 2, 3],), [1, 2]), (([4, 5, 6],), [4, 5])]
    assert not is_telling(FIRST, ordered)
    assert is_telling(FIRST, [*ordered[:1], (([6, 5, 4],), [4, 5])])


def test_an_argument_that_does_nothing_is_seen() -> None:
    program = _mapped("min({mapped}, {mapped})", "x", "b")
    assert not is_telling(program, [(([1, 9], 5), [1, 5]), (([2, 9], 5), [2, 5])])
    assert is_telling(program, [(([1, 9], 5), [1, 5]), (([2, 9], 6), [2, 6])])


def test_outputs_that_are_mostly_the_same_say_little() -> None:
    assert not is_telling(FIRST, [(([3, 2, 1],), [1, 2]), (([2, 9, 1],), [1, 2])])


@pytest.mark.parametrize(
    ("program", "parameters"),
    [
        (SORTED, ["list"]),
        (KEPT, ["list", "int"]),
        (_mapped("({mapped} + {mapped})", "1", "2"), ["list"]),
        (_mapped("({mapped} + {mapped})", "b", "b"), ["list", "int"]),
        (_mapped("({mapped} - {mapped})", "x", "x"), ["list"]),
    ],
    ids=["no function", "an argument unused", "constants", "an item unused", "twice the same"],
)
def test_what_nobody_would_write_is_not_plain(program: Part, parameters: list[str]) -> None:
    assert is_plain(KEPT, ["list"])
    assert not is_plain(program, parameters)


@pytest.mark.parametrize("kind", ["list", "int", "mapped", "joined", "test"])
@pytest.mark.parametrize("calls", [1, 2, 5])
def test_parts_have_as_many_calls_as_wanted(kind: str, calls: int) -> None:
    for seed in range(20):
        part = draw_part(Random(seed), kind, ("list", "int"), calls)
        assert part.calls == calls
        assert part.leaves <= {"a", "b", "x", "y", *CONSTANTS}


def test_what_is_undefined_has_no_value() -> None:
    place = Part("int", "at({int}, {list})", (Part("int", "b"), LIST))
    assert [value(place, ([5, 6], number)) for number in (1, 2, -1)] == [6, None, None]


def test_a_shorter_program_lacks_one_call() -> None:
    assert [str(one) for one in FIRST.shortened()] == ["sorted(a)", "a", "take(2, a)"]


def test_the_file_holds_tasks(tmp_path: Path) -> None:
    file = tmp_path / "drawn.jsonl"
    assert main([str(file), "--tasks", "4"]) == 0
    tasks = [*load_tasks(file)]
    assert [one.program.calls for one in drawn(4)] == [*CALLS]
    assert all(isinstance(one, Task) for one in tasks)
    families = [json.loads(line)["meta"]["family"] for line in file.read_text(encoding="utf-8").splitlines()]
    assert families == [f"{calls} calls" for calls in CALLS]
