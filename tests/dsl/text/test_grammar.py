"""What a text is, and where it stops being one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.text.grammar import Token, Tree, Unexpected, parse_tree


def written(tree: Any) -> str:
    """A tree with all its brackets, so that one sees what binds what."""
    if isinstance(tree, Token):
        return tree.text
    inner = [written(child) for child in tree.children]
    if tree.form in ("infix", "prefix", "negative"):
        sign = "-" if tree.form == "negative" else ""
        return f"({sign}{' '.join(inner)})"
    return inner[0] if tree.form in ("variable", "integer") else f"{tree.form}({', '.join(inner)})"


def body(text: str) -> str:
    return written(parse_tree(f"() -> {text}").children[-1])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a - b - c", "((a - b) - c)"),
        ("a - b * c // d", "(a - ((b * c) // d))"),
        ("-a * b", "((-a) * b)"),
        ("-(a * b)", "(-(a * b))"),
        ("a + b < c * d", "((a + b) < (c * d))"),
        ("a or b and c or d", "((a or (b and c)) or d)"),
        ("not a == b and c", "((not (a == b)) and c)"),
        ("not not a", "(not (not a))"),
        ("a and not b or c", "((a and (not b)) or c)"),
        ("(a or b) and c", "((a or b) and c)"),
        ("f(a, -1)", "call(f, a, (-1))"),
        ("each.f(a)", "each(f, a)"),
        ("f((x: Int) -> x + 1)", "call(f, function(parameter(x, type(Int)), (x + 1)))"),
        ("f((x))", "call(f, x)"),
        ("eachother", "eachother"),
        ("or_else + nothing", "(or_else + nothing)"),
        ("empty[List[Int]]", "empty(type(List, type(Int)))"),
    ],
)
def test_what_binds_what(text: str, read: str) -> None:
    assert body(text) == read


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a < b < c", 6),
        ("not a == b == c", 11),
        ("a + not b", 8),
        ("- - a", 2),
        ("f(a,)", 4),
        ("[]", 1),
        ("a b", 2),
        ('"a', 0),
        ("1.", 1),
        ("each", 4),
        ("f(a -> a)", 5),
        ("(x: Int) -> x", 2),
        ("f((true: Int) -> 1)", 7),
    ],
)
def test_the_first_character_that_cannot_follow_is_told(text: str, start: int) -> None:
    with pytest.raises(Unexpected) as caught:
        body(text)
    assert caught.value.start == len("() -> ") + start


def test_a_tree_begins_where_its_text_does() -> None:
    tree = parse_tree(" (x: Int) -> (x + 1) * 2")
    product = tree.children[-1]
    assert (tree.start, product.start, product.children[0].start) == (1, 13, 14)


def test_words_are_the_names_of_a_program() -> None:
    tree = parse_tree('(x: Int, r: Record{"a b": Str}) -> f(x, "no", 1) + each.g(y)')
    assert tree.words() == {"x", "Int", "r", "Record", "Str", "f", "g", "y"}


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> Any:
    """Expressions of operators and names."""
    if depth == 0 or draw(st.booleans()):
        return Tree("variable", (Token(draw(st.sampled_from(["a", "b", "note", "android"])), 0),), 0)
    sign = draw(st.sampled_from(["or", "and", "==", "<=", "-", "//", "not"]))
    parts = [draw(trees(depth - 1)) for _ in range(1 if sign == "not" else 2)]
    children = (Token(sign, 0), *parts) if sign == "not" else (parts[0], Token(sign, 0), parts[1])
    return Tree("prefix" if sign == "not" else "infix", children, 0)


@given(trees())
def test_what_is_written_with_all_brackets_is_read_back(tree: Any) -> None:
    assert body(written(tree)) == written(tree)


@given(st.text(alphabet='(ab:Int)->[]{},."=<+-*/ 12\nornt', max_size=40))
def test_every_text_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    whole = f"(x: Int) -> {text}"
    try:
        reached = len(whole) if parse_tree(whole) else 0
    except Unexpected as error:
        reached = error.start
    assert len("(x: Int) -> ") <= reached <= len(whole)
