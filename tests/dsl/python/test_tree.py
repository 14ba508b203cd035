"""Values put in place of names mean what they meant where they come from."""

from __future__ import annotations

import ast

import pytest

from induce.dsl.python.tree import substituted


@pytest.mark.parametrize(
    ("body", "value", "expected"),
    [
        ("x + y", "z * 2", "z * 2 + y"),
        ("[y + x for y in ys]", "y", "[z + y for z in ys]"),
        ("[x for x in x]", "xs", "[x for x in xs]"),
        ("[x for x in ys] + x", "x + 1", "[x for x in ys] + (x + 1)"),
        ("[z for z in x if all(x <= y for x, y in z)]", "x[0]", "[z for z in x[0] if all((x <= y for x, y in z))]"),
        ("sorted(ys, key=lambda y: y + x)", "y", "sorted(ys, key=lambda z: z + y)"),
        ("lambda x: x", "y", "lambda x: x"),
        ("[c + x for c in s for d in c]", "d + c", "[e + (d + c) for e in s for d2 in e]"),
    ],
)
def test_values_are_not_captured(body: str, value: str, expected: str) -> None:
    trees = [ast.parse(text, mode="eval").body for text in (body, value)]
    assert ast.unparse(substituted(trees[0], {"x": trees[1]})) == expected
