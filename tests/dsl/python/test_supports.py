"""Functions and constants that are printed with the programs that use them."""

from __future__ import annotations

from induce.dsl.language.language import BUILTIN
from induce.dsl.program import parse
from induce.dsl.python.supports import scopes_of, supports


def test_only_primitives_that_are_spelled_out_have_supports() -> None:
    table = BUILTIN.vocabulary
    assert scopes_of([table["sum"], table["recurrence"]]) == []
    assert any("MONTHS" in scope for scope in scopes_of([table["write_date"]]))


def test_a_definition_comes_before_what_uses_it() -> None:
    scopes = scopes_of([BUILTIN.vocabulary["read_date"]])
    found = supports(["def solve(s):\n    return date_from(s)"], scopes, {})
    assert [text.partition("(")[0].split(" ")[-1] for text in found[1:]] == ["month_named", "date_from"]
    assert found[0].startswith('MONTHS = """')
    assert supports(["def solve(s):\n    return s"], scopes, {}) == []


def test_a_program_has_no_name_of_a_support() -> None:
    assert "def ordinal_(" in parse('(ordinal: Date) -> write_date(ordinal, "Do")').python()
    source = parse('(ordinal: Str) -> write_date(read_date(ordinal, "D MMM YYYY"), "Do")').python()
    space: dict[str, object] = {}
    exec(source, space)
    solve = space["solve"]
    assert callable(solve)
    assert solve("5 Mar 2021") == "5th"
