"""Expressions are worth the same compiled as in Python."""

# mypy: disallow_untyped_defs = False, disallow_untyped_calls = False, disallow_incomplete_defs = False

from __future__ import annotations

import ctypes
from itertools import product

import numpy as np
import pytest

from induce.search.engine.compiled.intrinsics import invoke, prefetch
from induce.search.engine.translation.kinds import INT, UNSIGNED, Array, Record, Untranslatable

from .running import VECTOR, agree, compiled, text_of

SMALL = list(product(range(-2, 4), repeat=3))
TABLE = np.array([5, 7, 9], np.int64)
SEED = np.uint64(0x9E3779B97F4A7C15)


def chained(x, y, z):
    return (1 if x < y <= z else 0) + (10 if 0 <= x < y < z else 0)


def truths(x, y, z):
    a = (x < y and z > y) or not z
    return (100 if a else 1) + ((x and y) or z) + (10 if x and (y or z) else 0)


def nested(x, y, z):
    return (x if x > y else y) if z > 0 else (z if x == y else -z if x > z else 7)


def of_bools(x, y, z):
    return ((x < y) != (y < z)) + 2 * ((x < y) == (y < z)) + 4 * ((x < y) & (y < z)) + 8 * ((x < y) | (x < z))


@pytest.mark.parametrize("function", [chained, truths, nested, of_bools])
def test_expressions_of_integers(function) -> None:
    agree(function, *SMALL)


def helper(x, is_large):
    return x * 2 if is_large else x


def calling(x, y):
    return helper(x, x > y) + helper(y, x < 3) + TABLE[y] + len(TABLE)


def test_functions_and_arrays_are_found_by_their_names() -> None:
    agree(calling, *product(range(-4, 5), range(3)))


def hashing(x, y):
    state = np.uint64(x + 1) * SEED
    state ^= state >> np.uint64(31)
    state *= np.uint64(0xD6E8FEB86659FD93)
    return state % np.uint64(1000) + np.uint64(state > np.uint64(y)) + np.uint64(1)


def test_unsigned_numbers_wrap_around() -> None:
    fast = compiled(hashing, INT, INT)
    with np.errstate(over="ignore"):
        for x, y in product(range(-3, 4), (0, -1)):
            assert fast(x, y) == int(hashing(np.int64(x), np.int64(y)))


def of_matrix(x, rows, record):
    part, rest = rows[1], rows[x, 1:]
    tail = rows[1:]
    rest[0] = 50
    return part[2] + rest[0] + len(rest) + 10 * rows.shape[1] + 1000 * tail[0, 1] + record.first + record.second[1]


MATRIX = Array("int32", 2)


def test_parts_of_arrays_and_of_records() -> None:
    record = Record(("first", "second"), (INT, VECTOR))
    fast = compiled(of_matrix, INT, MATRIX, record)
    rows = np.array([[1, 2, 3], [4, 5, 6]], np.int32)
    second = np.array([70, 80], np.int64)
    wanted = rows.copy()
    for x in range(2):
        found = fast(x, rows.ctypes.data, 2, 3, 7, second.ctypes.data, 2)
        wanted[x, 1] = 50
        assert found == wanted[1, 2] + 50 + 2 + 30 + 1000 * wanted[1, 1] + 7 + 80
        assert (rows == wanted).all()


def through_address(kernel, xs, x):
    prefetch(xs, 0)
    return invoke(kernel, xs, x) + 1


def test_a_kernel_is_called_by_its_address() -> None:
    kind = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.POINTER(ctypes.c_int64), ctypes.c_int64)
    kernel = kind(lambda xs, x: xs[1] * x)
    fast = compiled(through_address, INT, VECTOR, INT)
    assert fast(ctypes.cast(kernel, ctypes.c_void_p).value, [3, 4], 10) == 41


def test_an_access_outside_is_noted_where_accesses_are_checked() -> None:
    assert "@outside" in text_of(calling, INT, INT, checked=True)
    assert "@outside" not in text_of(calling, INT, INT)


def undefined(x):
    return missing + x  # type: ignore[name-defined] # noqa: F821


def of_text(x):
    return x + "a"


def method(x):
    return x.bit_length()


def named(x):
    return max(x, key=x)


def too_few(x):
    return max(x)


def lists(x):
    return [x]


def signs(x):
    return np.uint64(x) + x


def assigned(x):
    helper = x
    return helper(x, 1)


def itself(x):
    return itself(x)


def fewer(x):
    return helper(x)  # type: ignore[call-arg]


def slices(xs):
    return xs[1:2]


@pytest.mark.parametrize(
    ("function", "kind", "why"),
    [
        (undefined, INT, "missing is not defined"),
        (of_text, INT, "expected a number"),
        (method, INT, "expected a function by its name"),
        (named, INT, "arguments are given by position"),
        (too_few, INT, "max takes other arguments"),
        (lists, INT, "no such expression"),
        (signs, INT, "another kind"),
        (assigned, INT, "expected a function by its name"),
        (itself, INT, "itself calls itself"),
        (fewer, INT, "helper takes 2 arguments"),
        (slices, VECTOR, "a slice has a beginning"),
        (calling, UNSIGNED, "calling takes 2 arguments"),
    ],
)
def test_other_expressions_are_refused(function, kind, why) -> None:
    with pytest.raises(Untranslatable, match=why):
        text_of(function, kind)
