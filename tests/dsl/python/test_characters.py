"""What is said of all characters of a single character is said of itself."""

from __future__ import annotations

import pytest

from induce.dsl.program import parse

from .test_source import run


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("count_where(chars(s), (c: Str) -> all(is_upper(c)))", "return sum(1 for c in s if c.isupper())"),
        (
            "sum_of(filter(enumerated(chars(s)), (p: Tuple[Int, Str]) -> any(is_lower(part(p, 1)))), "
            "(p: Tuple[Int, Str]) -> part(p, 0))",
            "return sum(i for i, c in enumerate(s) if c.islower())",
        ),
        (
            "first_where(chars(s), (c: Str) -> count_of(chars(s), c) == 1, s)",
            "return next((c for c in s if s.count(c) == 1), s)",
        ),
        (
            "count_where(words(s), (word: Str) -> all(is_upper(word)))",
            "return sum(1 for word in s.split() if all(c.isupper() for c in word))",
        ),
    ],
    ids=["an item", "a part of an item", "how often it occurs", "a word"],
)
def test_conditions_on_characters(body: str, line: str) -> None:
    program = parse(f"(s: Str) -> {body}")
    assert program.python().splitlines()[-1].strip() == line
    for text in ("aBBa ca X", "", "zZ"):
        assert run(program.python(), (text,)) == program(text)
