"""Declarations that are wrong: each is refused in one line that names the file, the line and what was expected."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Any

import pytest

from induce import InputError, primitive
from induce.dsl.core.primitive import Declaration, Laws
from induce.dsl.language.own import own_primitive
from induce.dsl.primitives.kernels import UNDEFINED, times

OUTSIDE = 3


def half(x: int) -> int:
    """Half of it."""
    return x // 2


def two(x: int, y: int) -> int:
    """Both of them."""
    return x + y


def silent(x: int) -> int:
    return x


def hollow(x: int) -> int:
    """
    """  # fmt: skip
    return x


def defaulting(x: int = 3) -> int:
    """With a default."""
    return x


def collecting(*x: int) -> int:
    """Any number."""
    return x[0]


def yielding(x: int) -> Any:
    """One after the other."""
    yield x


def outside(x: int) -> int:
    """With a constant from around it."""
    return x + OUTSIDE


def importing(x: int) -> int:
    """With a module of its own."""
    import fractions

    return int(fractions.Fraction(x))


def rolling(x: int) -> int:
    """With a module that is not allowed."""
    return sum(random.randrange(x) for _ in range(1))


def closing() -> Callable[[int], int]:
    inner = 4

    def closed(x: int) -> int:
        """With a variable from around it."""
        return x + inner

    return closed


def useful(x: int) -> int:
    """With what printed Python may have."""
    return max(math.isqrt(x), len(str(x)))


@pytest.mark.parametrize(
    ("signature", "told"),
    [
        ("Int", "'Int' is not a valid signature; expected one such as"),
        ("(Int -> Int", "is not a valid signature: unknown type"),
        ("(Number) -> Int", "is not a valid signature: unknown type 'Number'"),
        ("() -> Int", "is not a valid signature: unknown type ''"),
        (7, "7 is not a valid signature"),
    ],
)
def test_a_signature_that_is_none(signature: Any, told: str) -> None:
    with pytest.raises(InputError, match=r"^@primitive: ") as caught:
        primitive(signature)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("signature", "function", "options", "told"),
    [
        ("(Int) -> Int", two, {}, "two: its function takes 2 parameters; its signature (Int) -> Int has 1"),
        ("(Int) -> Int", silent, {}, "it has no docstring; expected one whose first line says what it means"),
        ("(Int) -> Int", hollow, {}, "it has no docstring"),
        ("(Int) -> Int", defaulting, {}, "its function is not a plain one; expected parameters without defaults or *"),
        ("(Int) -> Int", collecting, {}, "its function is not a plain one"),
        ("(Int) -> Int", yielding, {}, "its function is not a plain one"),
        ("(Int) -> Int", outside, {}, "its function uses OUTSIDE, which the printed Python does not have; expected"),
        ("(Int) -> Int", closing(), {}, "its function uses inner, which"),
        ("(Int) -> Int", rolling, {}, "its function uses random, which"),
        ("(Int) -> Int", importing, {}, "its function imports within itself"),
        ("(Int) -> Int", half, {"name": "my half"}, "'my half' cannot be its name; expected ASCII letters"),
        ("(Int) -> Int", half, {"name": "each"}, "'each' cannot be its name"),
        ("(Int) -> Int", half, {"name": "lambda"}, "'lambda' cannot be its name"),
        ("(Int) -> Int", half, {"name": "solve"}, "'solve' cannot be its name"),
        ("(Int) -> Int", half, {"name": "größe"}, "cannot be its name"),
        ("(Int) -> Int", half, {"cost": 0}, "its cost is 0; expected a positive integer"),
        ("(Int) -> Int", half, {"cost": 1.5}, "its cost is 1.5; expected a positive integer"),
        ("(Int) -> Int", half, {"cost": True}, "its cost is True; expected a positive integer"),
        ("(Int) -> Int", half, {"python": "x //"}, "its Python template 'x //' cannot be read: invalid syntax"),
        ("(Int) -> Int", half, {"python": 7}, "its Python template 7 cannot be read: it is not a text"),
        ("(Int) -> Int", half, {"python": "y // 2"}, "its Python template uses y; expected its parameters: x"),
        ("(Int) -> Int", half, {"symbol": "+"}, "its symbol is '+'; only built-in primitives"),
        ("(Int) -> Int", half, {"lazy": True}, "it is lazy"),
        ("(Int) -> Int", half, {"laws": {}}, "its laws are {}; expected Laws(...)"),
        ("(Int) -> Int", half, {"python_for_text": 3}, "it has python_for_text; only built-in primitives"),
        ("(Float) -> Int", half, {}, "has Float in it, which no search tries"),
        ("((Int) -> Int) -> Int", half, {}, "has a function in it; expected values only"),
        ("(Int) -> a", half, {}, "has a result that no argument tells"),
        ("(Int, Int, Int, Int) -> Int", half, {}, "has 4 parameters; expected 1 to 3"),
        ("(Str) -> Int", half, {"elementwise": True}, "it is elementwise, and its signature is (Str) -> Int"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    signature: str, function: Callable[..., Any], options: dict[str, Any], told: str
) -> None:
    with pytest.raises(InputError, match=r"^test_own\.py:\d+: ") as caught:
        own_primitive(primitive(signature, **options)(function))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_has_no_source_cannot_be_printed() -> None:
    scope: dict[str, Any] = {}
    exec('def typed(x):\n    """Typed in."""\n    return x', scope)
    with pytest.raises(InputError, match="typed: its source cannot be read"):
        own_primitive(primitive("(Int) -> Int")(scope["typed"]))


def test_what_is_not_a_function_is_refused() -> None:
    with pytest.raises(InputError, match="is not a function; expected one written with def"):
        own_primitive(primitive("(Int) -> Int", name="size")(len))


def test_a_sound_declaration_is_built_once() -> None:
    declared = primitive("(Int) -> Int", laws=Laws())(useful)
    assert own_primitive(declared) is own_primitive(declared)
    assert declared(26) == 5
    assert own_primitive(declared).is_own


def with_kernel(kernel: Any, signature: str = "(Int) -> Int", **options: Any) -> Declaration:
    declared = primitive(signature, **options)(half)
    declared.kernel(kernel)
    return declared


def words(mem: Any, s: int, n_s: int, out: int, cap: int) -> int:
    return n_s


def word(mem: Any, x: int, out: int, cap: int) -> int:
    return UNDEFINED if times(x, 2) > 7 else x  # type: ignore[no-untyped-call]


def scalar(x: int) -> int:
    return x


def reaching(mem: Any, x: int, out: int, cap: int) -> int:
    return x + OUTSIDE


@pytest.mark.parametrize(
    ("declaration", "told"),
    [
        (with_kernel(words), "its kernel takes (mem, s, n_s, out, cap); expected (mem, x, out, cap)"),
        (with_kernel(word, "(Str) -> Int"), "its kernel takes (mem, x, out, cap); expected (mem, x, n_x, out, cap)"),
        (with_kernel(word, elementwise=True), "its kernel takes (mem, x, out, cap); expected (x)"),
        (with_kernel(scalar), "its kernel takes (x); expected (mem, x, out, cap)"),
        (with_kernel(reaching), "its kernel uses OUTSIDE; expected what induce.dsl.primitives.kernels has"),
        (with_kernel(len), "its kernel is <built-in function len>; expected a function written with def"),
    ],
)
def test_a_wrong_kernel_is_told(declaration: Declaration, told: str) -> None:
    with pytest.raises(InputError, match=r"^test_own\.py:\d+: half: ") as caught:
        own_primitive(declaration)
    assert told in str(caught.value)


def test_a_kernel_that_comes_later_counts() -> None:
    declared = primitive("(Int) -> Int")(half)
    assert own_primitive(declared).kernel is None
    declared.kernel(word)
    assert own_primitive(declared).kernel is word


def test_a_witness_is_not_taken() -> None:
    declared = primitive("(Int) -> Int")(half)
    declared.witness(0)(word)
    with pytest.raises(InputError, match="it has a witness; only built-in primitives may have one"):
        own_primitive(declared)
