"""What is done entry by entry is said of the dictionary."""

import pytest

from induce.dsl.language.language import BUILTIN
from induce.dsl.program import parse
from induce.search.signatures.entries import over_dictionaries

BY = "(row: Tuple[Str, Int]) -> part(row, {})"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("each.part(entries(d), 0)", "keys(d)"),
        ("sum(each.part(entries(d), 1))", "sum(values(d))"),
        (f"map(entries(d), {BY.format(1)})", "values(d)"),
        (f"map(entries(d), {BY.format(1)} + 1)", None),
        (f"map(sorted_by(entries(d), {BY.format(0)}), {BY.format(0)})", "sort(keys(d))"),
        (f"map(sorted_by(entries(d), {BY.format(1)}), {BY.format(0)})", None),
        ("at(each.part(entries(d), 1), index_of(each.part(entries(d), 0), s))", "get(d, s)"),
    ],
)
def test_over_dictionaries(text: str, plain: str | None) -> None:
    head = "(d: Dict[Str, Int], s: Str) -> "
    body = parse(head + text).body
    assert over_dictionaries(body, BUILTIN) == parse(head + (plain or text)).body
