"""The terms in a column of a table."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import InputError
from induce.sequences.terms.columns import column_of, looks_like_table

TABLE = "day,price,price in $\n1,2.5,5\n2,3,6\n3,4,\n4,5,\n"


@pytest.mark.parametrize(
    ("text", "column", "terms"),
    [
        (TABLE, "price", (2.5, 3.0, 4.0, 5.0)),
        (TABLE, "1", (1, 2, 3, 4)),
        ("1,5\n2,6\n3,7\n", "2", (5, 6, 7)),
        ("1\n2\n3\n", None, (1, 2, 3)),
        ("n\n1\n2\n3\n\n\n", None, (1, 2, 3)),
        ("year;2020;2021\n a ; 7;8\nb;8;9\nc;9;10", "2021", (8, 9, 10)),
        ("a\tb\n1\t2\n2\t3\n3\t4\n", "b", (2, 3, 4)),
        ('"a, b",c\r\n1,2\r\n2,3\r\n3,4\r\n', "a, b", (1, 2, 3)),
        ("\n\na,b\n1,2\n2,3\n3,4\n", "b", (2, 3, 4)),
        ("# prices\r\n\r\n# of 2026\r\nprice\r\n1\r\n2\r\n3\r\n", None, (1, 2, 3)),
        ("# of 2026\n#,price\n1,2\n2,3\n3,4\n", "price", (2, 3, 4)),
        ("# of 2026\n#,price\n\n1,2\n2,3\n3,4\n", "price", (2, 3, 4)),
        ("a,b\n\n1,2\n2,3\n\n3,4\n", "b", (2, 3, 4)),
        ("n   a(n)\n1   1\n2   4\n10  9\n", "a(n)", (1, 4, 9)),
        ("# n sq\n1.0 1\n2.0 4\n3.0 9\n", "2", (1, 4, 9)),
        ("closing price\n1\n2\n3\n", None, (1, 2, 3)),
    ],
)
def test_columns(text: str, column: str | None, terms: tuple[float, ...]) -> None:
    found = column_of(text, column, place="file.csv")
    assert found == terms
    assert [type(one) for one in found] == [type(one) for one in terms]


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        (TABLE, None, "file.csv: 3 columns (day, price, price in $); choose one with --column"),
        (TABLE, "4", "--column: file.csv: no column 4; expected 1 to 3"),
        (TABLE, "0", "--column: file.csv: no column 0; expected 1 to 3"),
        (TABLE, "-1", "--column: file.csv: no column '-1'; expected one of day, price, price in $"),
        (TABLE, "pricee", "--column: file.csv: no column 'pricee'; did you mean price?"),
        (TABLE, "zzz", "--column: file.csv: no column 'zzz'; expected one of day, price, price in $"),
        (TABLE, "price in $", "file.csv: column price in $: 2 given; expected at least 3 terms"),
        ("1,2\n2,3\n", "a", "--column: file.csv: no column 'a'; the table has no header: expected a number, 1 to 2"),
        ("a,a\n1,2\n2,3\n3,4\n", "a", "file.csv: 2 columns are called a; choose one by its number"),
        ("a,b\n1,2\n2,\n3,4\n", "b", "file.csv: column b, row 3: a missing value; expected an integer or a decimal"),
        ("a,b\n1,2\n2\n3,4\n", "b", "file.csv: column b, row 3: a missing value; expected an integer or a decimal"),
        ("a\n1\n\n3\n4\n", "a", "file.csv: column a, row 3: a missing value; expected an integer or a decimal"),
        (
            "a\n1\nNaN\n3\n",
            "a",
            "file.csv: column a, row 3: 'NaN' is not a valid number; expected an integer",
        ),
        (
            "NaN\n1\n2\n3\n",
            "1",
            "file.csv: column 1, row 1: 'NaN' is not a valid number; expected an integer",
        ),
        ("a;b\n1;2,5\n2;3,5\n3;4\n", "b", "file.csv: column b, row 2: '2,5' is not a valid number"),
        ("a\n1\n" + "x" * 200_000, "a", "file.csv: field larger than field limit"),
    ],
)
def test_columns_that_are_no_terms(text: str, column: str | None, message: str) -> None:
    with pytest.raises(InputError) as raised:
        column_of(text, column, place="file.csv")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@given(st.lists(st.tuples(st.text(st.characters(exclude_characters="\0", codec="utf-8")), st.integers()), min_size=3))
def test_what_the_other_columns_hold_does_not_matter(rows: list[tuple[str, int]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([("note", "value"), *rows])
    assert column_of(buffer.getvalue(), "value", place="file") == tuple(value for _, value in rows)


@pytest.mark.parametrize(
    ("lines", "place", "is_table"),
    [
        (["price", "1", "2"], "x.txt", True),
        (["a,b", "1,2"], "standard input", True),
        (["1,2", "3,4"], "x.csv", True),
        (["1\t2", "3\t4"], "x.TSV", True),
        (["1,2", "3,4"], "x.txt", False),
        (["1", "2"], "x.csv", False),
        (["1,2,3"], "x.csv", False),
        (["price"], "x.txt", False),
        (["NaN", "1", "2"], "x.txt", False),
        (["1 2 3", "4 5 6"], "x.txt", False),
    ],
)
def test_what_looks_like_a_table(lines: list[str], place: str, is_table: bool) -> None:
    assert looks_like_table(lines, place) is is_table
