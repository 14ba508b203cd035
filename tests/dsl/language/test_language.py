"""Languages: made from one another, never changed, and followed by text, printed Python and docs."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace

import pytest

from induce import InputError, ProgramError, parse, primitive
from induce.dsl.core.decimals import Style
from induce.dsl.core.expression import Call, Undefined
from induce.dsl.core.types import INT, STR
from induce.dsl.docs import page
from induce.dsl.language.language import BUILTIN
from induce.dsl.text.variables import parameters_for


@primitive("(Int, Int) -> Int", cost=3, elementwise=True)
def xs(left: int, right: int) -> int:
    """The larger one, thrice."""
    if left > right:
        return 3 * left
    return 3 * right


@primitive("(Str) -> List[Int]", python="[ord(c) - 96 for c in text]")
def places(text: str) -> list[int]:
    """Where the letters stand in the alphabet."""
    return [ord(c) - 96 for c in text]


@primitive("(List[t]) -> Int", name="sum")
def other_sum(items: list[int]) -> int:
    """Not the sum."""
    return len(items)


@primitive("(List[Int]) -> List[Int]")
def careless(items: list[int]) -> list[int]:
    """The items in order; it changes what it is given."""
    items.sort()
    return items


@primitive("(List[Int]) -> List[Int]")
def endless(items: list[int]) -> list[int]:
    """The items over and over."""
    return items * 10**5


@primitive("(Int) -> Int")
def fickle(n: int) -> object:
    """Something of every kind."""
    if n == 6:
        return 1 // 0
    if n == 7:
        return {"a": 1}["key"]
    if n == 8:
        raise SystemExit(1)
    return [n, 1.5, None, [1, "x"], "text", True][n]


def test_a_language_is_made_and_the_built_in_one_stays() -> None:
    before = dict(BUILTIN.vocabulary)
    language = BUILTIN.with_primitives([xs]).with_primitives([places])
    assert list(language.own) == ["xs", "places"]
    assert BUILTIN.vocabulary == before
    assert language.vocabulary == {**before, **language.own}
    with pytest.raises(TypeError):
        language.vocabulary["new"] = language.own["xs"]  # type: ignore[index]


def test_the_same_declarations_make_the_same_language() -> None:
    assert BUILTIN.with_primitives([]) is BUILTIN
    assert BUILTIN.with_primitives([xs, xs]) is BUILTIN.with_primitives((xs,))


def test_a_digest_tells_languages_apart() -> None:
    """It is kept with results: another process, whose hashes of texts differ, has to find the same."""
    code = "from induce.dsl.language.language import BUILTIN\nprint(BUILTIN.digest)"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == BUILTIN.digest
    assert BUILTIN.with_primitives([xs]).digest != BUILTIN.digest


def test_programs_of_it_are_parsed_printed_and_run() -> None:
    program = parse("(n: List[Int]) -> each.xs(n, 1) + xs(n, 2)", primitives=[xs])
    assert program([1, 5]) == [9, 30]
    assert str(parse(str(program), language=program.language)) == str(program)
    scope: dict[str, object] = {}
    exec(program.python(), scope)
    assert scope["solve"]([1, 5]) == [9, 30]  # type: ignore[operator]
    assert '"""The larger one, thrice."""' in program.python()


def test_a_template_is_printed_in_its_place() -> None:
    program = parse("(s: Str) -> sum(places(s))", primitives=[places])
    assert "return sum(ord(c) - 96 for c in s)" in program.python()


def test_others_do_not_know_it() -> None:
    with pytest.raises(ProgramError, match="unknown primitive places"):
        parse("(s: Str) -> places(s)")


def test_no_variable_is_called_like_it() -> None:
    language = BUILTIN.with_primitives([xs])
    assert [one.name for one in parameters_for([INT, STR])] == ["n", "s"]
    (one,) = parameters_for([parse("(xs: List[Int]) -> xs").parameters[0].type], language=language)
    assert one.name == "ys"


def test_the_page_lists_it() -> None:
    text = page(BUILTIN.with_primitives([places]))
    assert "## Primitives of your own\n" in text
    assert "| `places` | `(Str) -> List[Int]` | Where the letters stand in the alphabet. | 4 |" in text
    assert page().splitlines() == [line for line in page().splitlines() if "your own" not in line]


def test_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(InputError, match=r"^test_language\.py:\d+: sum: the name is that of a built-in primitive; exp"):
        BUILTIN.with_primitives([other_sum])
    with pytest.raises(InputError, match=r"xs: the name is that of another of your own"):
        BUILTIN.with_primitives([primitive("(Int, Int) -> Int")(xs.reference), xs])


@pytest.mark.parametrize("wrong", [7, "file.py", [7], [len], [[xs]]])
def test_what_is_not_declared_is_refused(wrong: object) -> None:
    with pytest.raises(InputError, match=r"^primitives: .*; expected functions declared with @primitive$"):
        BUILTIN.with_primitives(wrong)  # type: ignore[arg-type]


def test_a_reference_that_changes_its_argument_has_no_value_and_does_no_harm() -> None:
    program = parse("(ns: List[Int]) -> pair(careless(ns), ns)", primitives=[careless])
    given = [3, 1, 2]
    with pytest.raises(Undefined, match="careless changes its arguments"):
        program(given)
    assert given == [3, 1, 2]
    assert program([1, 2, 3]) == [[1, 2, 3], [1, 2, 3]]  # What is in order already is not changed.


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("(xs: List[Int], n: Int = 3) -> take(sort_desc(xs), n)", Style.FLOAT),
        ("(x: Decimal) -> x * 2.5", Style.SHORT),
        ("(rows: List[Str]) -> map(rows, (row: Str) -> upper(take(row, 1)))", Style.FLOAT),
    ],
)
def test_programs_go_through_pickle(text: str, style: Style) -> None:
    program = replace(parse(text), style=style)
    copy = pickle.loads(pickle.dumps(program))
    assert (copy, copy.exact, copy.style, copy.signature) == (program, program.exact, style, program.signature)
    assert copy.language is BUILTIN
    assert copy.python() == program.python()
    assert isinstance(copy.body, Call)
    assert isinstance(program.body, Call)
    assert copy.body.primitive is program.body.primitive


def test_a_program_with_primitives_of_somebody_is_not_pickled() -> None:
    program = parse("(ns: List[Int]) -> careless(ns)", primitives=[careless])
    with pytest.raises(TypeError, match=r"^careless is not built in, so pickle cannot take it to another process; t"):
        pickle.dumps(program)


def test_very_long_values_are_undefined() -> None:
    program = parse("(ns: List[Int]) -> endless(ns)", primitives=[endless])
    assert program([]) == []
    with pytest.raises(Undefined, match="more than 100000 items"):
        program([1, 2])


@pytest.mark.parametrize("n", range(1, 9))
def test_what_a_reference_should_not_return_or_raise_is_undefined(n: int) -> None:
    program = parse("(n: Int) -> fickle(n)", primitives=[fickle])
    assert program(0) == 0
    told = {6: "division", 7: "key", 8: "raises SystemExit"}.get(n, "returns .* where Int is expected")
    with pytest.raises(Undefined, match=told):
        program(n)
