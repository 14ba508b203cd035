"""Text to trees."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.text.syntax import Reader, Tree, UnexpectedWord, words_of


def shown(tree: Any) -> Any:
    """A tree as nested tuples."""
    return (tree.data, *map(shown, tree.children)) if isinstance(tree, Tree) else str(tree)


def body(text: str) -> Any:
    """The expression of a program without parameters, whose variables and integers are shown as they are written."""

    def plain(found: Any) -> Any:
        if isinstance(found, str):
            return found
        name, *parts = found
        return parts[0] if name in ("variable", "integer") else (name, *map(plain, parts))

    return plain(shown(Reader(f"() -> {text}").program().children[-1]))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a - b - c", ("infix", ("infix", "a", "-", "b"), "-", "c")),
        ("a + b * c < 1", ("infix", ("infix", "a", "+", ("infix", "b", "*", "c")), "<", "1")),
        ("a or b and c or d", ("infix", ("infix", "a", "or", ("infix", "b", "and", "c")), "or", "d")),
        ("a and not b and c", ("infix", ("infix", "a", "and", ("prefix", "not", "b")), "and", "c")),
        ("not a == b", ("prefix", "not", ("infix", "a", "==", "b"))),
        ("-a * -1", ("infix", ("negative", "a"), "*", ("negative", "1"))),
        ("(a + b) // c", ("infix", ("infix", "a", "+", "b"), "//", "c")),
        ("f(a, g())", ("call", "f", "a", ("call", "g"))),
        ("each.f(each, empty)", ("each", "f", "each", "empty")),
        ("[1.5, true]", ("list", ("real", "1.5"), ("true",))),
        ("empty[List[Int]]", ("empty", ("type", "List", ("type", "Int")))),
        ("f((p: Int, q: Int) -> p)",
         ("call", "f", ("function", ("parameter", "p", ("type", "Int")), ("parameter", "q", ("type", "Int")), "p"))),
        ("f((p))", ("call", "f", "p")),
    ],
)  # fmt: skip
def test_expressions(text: str, tree: Any) -> None:
    assert body(text) == tree


def test_parameters() -> None:
    tree = Reader('(a: Record{x: Int, "y z": Str}, b: Int = -1, *c: Int) -> a').program()
    record = ("record", "a", ("key", "x"), ("type", "Int"), ("key", '"y z"'), ("type", "Str"))
    assert [shown(formal) for formal in tree.children[:-1]] == [
        ("parameter", "a", ("record", "Record", *record[2:])),
        ("default", ("parameter", "b", ("type", "Int")), ("negative", ("integer", "1"))),
        ("rest", ("parameter", "c", ("type", "Int"))),
    ]


def test_words_know_where_they_stand() -> None:
    found = [(str(word), word.line, word.column) for word in words_of('a\n  "b\nc" ->$')]
    assert found == [("a", 1, 1), ('"b\nc"', 2, 3), ("->", 3, 4), ("$", 3, 6), ("", 3, 7)]


@pytest.mark.parametrize(
    ("text", "word", "column"),
    [
        ("", "", 1),
        ("() -> ", "", 7),
        ("() -> a b", "b", 9),
        ("() -> a < b < c", "<", 13),
        ("() -> 1 + not a", "a", 15),
        ("() -> --a", "-", 8),
        ("() -> (x: Int) -> x", ":", 9),
        ("(x Int) -> x", "Int", 4),
        ("() -> each.f", "", 13),
        ("() -> []", "]", 8),
        ("() -> 'a'", "'", 7),
    ],
)
def test_what_is_not_a_program(text: str, word: str, column: int) -> None:
    with pytest.raises(UnexpectedWord) as found:
        Reader(text).program()
    assert (found.value.word, found.value.word.line, found.value.word.column) == (word, 1, column)
