"""No comprehension takes the name of a variable that an inner function has from an outer one."""

from __future__ import annotations

import ast
import subprocess

import pytest

from induce.check.judging.pythons import Python, pythons
from induce.dsl.python.shadowing import free_names, unshadowed

ARGUMENTS = "([1, 2], [3], 7)"
CLASHING = [
    """
def solve(xs, ys, x):
    def outer(k):
        doubled = [2 * x for x in xs]
        def inner(z):
            return [x + y + z for y in ys]
        return inner(doubled[k])
    return outer(0)
""",
    """
def solve(xs, ys, x):
    return sorted(ys, key=lambda k: ([x for x in xs if x > k], (lambda z: x + z)(k)))
""",
    """
def solve(xs, ys, x):
    def outer(k):
        return [x + k + y for y in [x for x in [x + 1 for x in xs]]], {x: (lambda x: x + k)(x) for x in ys}
    return outer(x)
""",
    """
def solve(xs, ys, x):
    return list((lambda: x)() + y for y in [x for x, z in zip(xs, xs)])
""",
]
FINE = [
    "def solve(xs, ys, x):\n    return [x for x in xs], (lambda: x)()\n",
    "def solve(xs, ys, x):\n    def outer(k):\n        return [x + k for x in xs]\n    return outer(x)\n",
    "def solve(xs, ys, x):\n    return sum((lambda: x)() + sum(x for x in xs) for y in ys)\n",
]


def changed(source: str) -> str:
    main = ast.parse(source).body[0]
    assert isinstance(main, ast.FunctionDef)
    return ast.unparse(unshadowed(main))


EXPECTED = ["[12]", "[3]", "([16, 17], {3: 10})", "[8, 9]", "([1, 2], 7)", "[8, 9]", "10"]
"""What Python 3.11 gives for the sources as they are, where a comprehension is a function and clashes with nothing."""


@pytest.mark.parametrize("python", pythons(), ids=str)
@pytest.mark.parametrize(("source", "expected"), [*zip([*CLASHING, *FINE], EXPECTED, strict=True)])
def test_every_python_gives_the_same(source: str, expected: str, python: Python) -> None:
    code = f"{changed(source)}\nprint(solve(*{ARGUMENTS}))"
    done = subprocess.run([python.path, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == expected


@pytest.mark.parametrize("source", CLASHING)
def test_such_variables_have_names_of_their_own(source: str) -> None:
    assert changed(source) != ast.unparse(ast.parse(source))


@pytest.mark.parametrize("source", FINE)
def test_other_variables_keep_theirs(source: str) -> None:
    assert changed(source) == ast.unparse(ast.parse(source))


def test_names_that_do_not_say_what_they_are_for_are_read() -> None:
    name = ast.Name("x")
    if hasattr(name, "ctx"):
        del name.ctx
    assert free_names(ast.Lambda(ast.arguments([], [], None, [], [], None, []), name)) == {"x"}


def test_free_names() -> None:
    tree = ast.parse("def f(a, b):\n    c = a + d\n    return [x + e for x in b if x > g], lambda y: y + h\n").body[0]
    assert free_names(tree) == {"d", "e", "g", "h"}
