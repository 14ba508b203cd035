"""Fields and pairs are read from texts as the outputs show."""

from __future__ import annotations

from induce.search.readings.texts.records import (
    cut_at_marks,
    fields_between,
    fixed_columns,
    gaps_between,
    group_of,
    quoted_fields,
    values_by_key,
)

from .scenes import exact, readings


def test_fields_in_quotation_marks() -> None:
    lines = [('7,"Roe, Ann",ok', "Roe, Ann"), ("8,Lim,no", "Lim")]
    assert exact(quoted_fields, lines) == ['at(csv_fields(s, ","), 1)', 'at(csv_fields(s, ","), -2)']
    assert not readings(quoted_fields, [("7,Roe", "Roe"), ("8,Lim", "Lim")])


def test_columns_of_fixed_width() -> None:
    lines = [("ANNA  032PARIS", ["ANNA", "032", "PARIS"]), ("BO    007ROME ", ["BO", "007", "ROME"])]
    assert exact(fixed_columns, lines) == ["each.strip(cut_at(s, [6, 9]))"]
    assert not readings(fixed_columns, [("a b", ["a", "b"]), ("cc d", ["cc", "d"])])


def test_fields_between_the_same_marks() -> None:
    lines = [("<WARN> 5: it is hot", ["WARN", "5", "it is hot"]), ("<INFO> 17: up", ["INFO", "17", "up"])]
    assert exact(fields_between, lines) == ['fields(s, "<([^>]*)> ([^:]*): (.*)")']
    assert not readings(fields_between, [("a-b", ["a", "b"]), ("a+b", ["a", "b"])])


def test_what_stands_between_items() -> None:
    assert gaps_between("(a, b)", ["a", "b"]) == ("(", ", ", ")")
    assert gaps_between("b a", ["a", "b"]) is None


def test_a_field_may_have_the_mark_after_it() -> None:
    assert group_of(["a", "bc"], ", ") == "[^,]*"
    assert group_of(["10 20", "3 44"], " ") == "[^ ]* [^ ]*"
    assert group_of(["1a b", "3c"], " ") == ".*"
    assert group_of(["1.22.", "3."], ".") == r"[\d.]+"
    assert group_of(["a b", "c"], " ") == ".*"
    assert group_of(["a b", "c"], "") == ".*"


def test_values_by_key() -> None:
    pairs = [("name=Ann;age=41", "41"), ("age=7;name=Bo", "7"), ("city=Oslo;age=33;name=Cy", "33")]
    assert exact(values_by_key, pairs) == ['value_of_key(s, ";", "=", "age")']
    queries = [("x.org/s?q=tea&page=2", "tea"), ("y.io?page=9&q=milk", "milk")]
    assert exact(values_by_key, queries) == ['value_of_key(after(s, "?"), "&", "=", "q")']
    assert not readings(values_by_key, [("age=4", "4"), ("age=7", "7")])


def test_texts_are_cut_where_they_have_several_marks() -> None:
    names = [("Moss, Lea", "Lea Moss"), ("Ford, Ian", "Ian Ford")]
    assert readings(cut_at_marks, names) == {
        'split(s, ", ")': (["Moss", "Lea"], ["Ford", "Ian"]),
        'before(s, ", ")': ("Moss", "Ford"),
        'after(s, ", ")': ("Lea", "Ian"),
    }
    assert not readings(cut_at_marks, [("Moss, Lea", "Lea"), ("Ford, Ian, jr", "Ian")])
