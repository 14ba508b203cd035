"""`induce fill` and `induce apply` for tables: files before and after, messages, exit codes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from induce import parse

from ..commands import Call

BUDGET = ("--max-candidates", "20000")
PEOPLE = '''id;name;city
007;Ada Lovelace;"Lon;don"
008;Grace Hopper;New York
009;Alan Turing;"He said ""no"""
010;Émile Zola;Paris
011;;Rome
012;Cher;Malibu
'''


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A table with a column of surnames, of which three are there."""
    names = {"Ada Lovelace": "Lovelace", "Grace Hopper": "Hopper", "Alan Turing": "Turing"}
    lines = PEOPLE.splitlines()
    rows = [f"{line};{names.get(line.split(';')[1], '')}\r\n" for line in lines[1:]]
    path = tmp_path / "people.csv"
    path.write_bytes(("\ufeff" + f"{lines[0]};surname\r\n" + "".join(rows)).encode())
    return path


def test_a_column_is_filled_and_nothing_else_changes(call: Call, people: Path) -> None:
    before = people.read_bytes()
    code, out, err = call("fill", people, "--column", "surname", *BUDGET)
    assert (code, err) == (0, "")
    assert "def solve(name: str) -> str:" in out
    assert 'row 5: name "Émile Zola"  ->  "Zola"' in out
    assert 'row 6: name ""  ->  (empty)' in out
    assert people.read_bytes() == before
    after = people.with_name("people.filled.csv").read_bytes()
    new = before.replace("Émile Zola;Paris;".encode(), "Émile Zola;Paris;Zola".encode())
    assert after == new.replace(b"Malibu;", b"Malibu;Cher")


def test_json_says_the_same(call: Call, people: Path) -> None:
    code, out, _ = call("fill", people, "--column", "surname", "--json", "--check", *BUDGET)
    told = json.loads(out)
    assert (code, told["status"], told["from"], told["written"]) == (0, "solved", ["name"], None)
    assert (told["filled"], told["left_empty"]) == (2, 1)
    assert [(flag["row"], flag["doubt"]) for flag in told["check"]] == [
        (5, "format"),
        (6, "missing"),
        (7, "rivals"),
    ]
    assert parse(told["program"])("Jane Austen") == "Austen"
    assert not people.with_name("people.filled.csv").exists()


def test_in_place_and_a_saved_program(call: Call, people: Path, tmp_path: Path) -> None:
    saved = tmp_path / "surname.txt"
    assert call("fill", people, "--column", "surname", "--in-place", "--save", saved, *BUDGET)[0] == 0
    assert b";Paris;Zola\r\n" in people.read_bytes()
    other = tmp_path / "other.tsv"
    other.write_text("Name\tn\nMary Shelley\t1\n\nJane Austen\t2\n")
    code, out, _ = call("apply", saved, other, "--to", "last")
    assert (code, other.with_name("other.filled.tsv").read_text()) == (
        0,
        "Name\tn\tlast\nMary Shelley\t1\tShelley\n\nJane Austen\t2\tAusten\n",
    )
    assert "2 cells filled, 0 left empty" in out


def test_a_new_column_from_examples(call: Call, tmp_path: Path) -> None:
    table = tmp_path / "orders.csv"
    table.write_text('item,"count",price\n"pot",2,1.5\n"pan",3,2.25\n"lid",10,0.5\n"mug",4,5\n')
    examples = ("--examples", "pot=>3", "--examples", "pan => 6.75", "--examples", "lid=>5")
    code, out, err = call("fill", table, "--to", "total", *examples, *BUDGET)
    assert (code, err) == (0, "")
    assert "total, from count, price" in out
    assert table.with_name("orders.filled.csv").read_text() == (
        'item,"count",price,total\n"pot",2,1.5,3\n"pan",3,2.25,6.75\n"lid",10,0.5,5\n"mug",4,5,20\n'
    )


def test_prices_are_read_and_written_as_the_table_has_them(call: Call, tmp_path: Path) -> None:
    table = tmp_path / "prices.csv"
    table.write_text("net;count;sum\n1,50;2;3,00\n2,25;4;9,00\n0,99;3;2,97\n5,50;3;\n")
    saved = tmp_path / "sum.txt"
    code, out, err = call("fill", table, "--save", saved, *BUDGET)
    assert (code, err) == (0, "")
    assert "sum, from net, count" in out
    assert table.with_name("prices.filled.csv").read_text().endswith("\n5,50;3;16,50\n")
    assert call("apply", saved, table, "--to", "again")[0] == 0
    assert table.with_name("prices.filled.csv").read_text().endswith("\n0,99;3;2,97;2,97\n5,50;3;;16,50\n")


def test_no_program(call: Call, tmp_path: Path) -> None:
    table = tmp_path / "noise.csv"
    table.write_text("a,b\nxq,1\nuv,92\nxq,2\nxq,\n")
    code, out, _ = call("fill", table, *BUDGET)
    assert (code, out) == (
        1,
        'no program: rows 2 and 4 have the same inputs, but b is "1" in one and "2" in the other\n',
    )
    assert not table.with_name("noise.filled.csv").exists()
    table.write_text("a,b\nxq,7fh2\nxp,p0!kq\nxr,Zwn-1\nxq,\n")
    code, out, _ = call("fill", table, *BUDGET)
    assert code == 1
    assert out.startswith("no program: none was found for b that reproduces all 3 examples")


HALF = "a,b,c\nx,X,\ny,,Y\nz,,\n"


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ("a,b\nx,1\ny,\n", ("--column", "q"), "--column: no column 'q'; expected one of a, b"),
        ("a,b\nx,\ny,\n", (), "no cell of b is filled; expected a few examples in the column to be filled"),
        ("a,b\nx,\ny,\n", ("--column", "b"), "--column: no cell of b is filled; expected a few examples in it"),
        ("a,b\nx,1\ny,2\n", ("--column", "b"), "--column: every cell of b is filled; expected one with empty cells"),
        ("a,b\nx,1\ny,2\n", (), "every cell is filled; expected a column with empty cells, or --to NEW and --examples"),
        (HALF, ("--column", "b", "--from", "b"), "--from: b is the column to fill; expected one that it follows from"),
        (
            "a\nx\ny\n",
            ("--to", "b", "--examples", "x=>1", "--examples", "x => 2"),
            "--examples: 'x' has two outputs, '1' and '2'",
        ),
        (HALF, (), "2 columns are partly filled (b, c); choose one with --column"),
        ("a,b\nx,1\ny\n", (), "{path}: row 3: 1 cell; expected 2, as in the header"),
        ('a,b\nx,"1\ny,\n', (), '{path}: a quote is never closed: "1 y,; expected "" for a quote in a cell'),
        ("", (), "{path}: the first line is empty; expected a header"),
        ("a,b\n", (), "{path}: no rows below the header; expected some"),
        ("a,b\0\n", (), "{path}: is not a text file; expected separated values"),
        (HALF, ("--to", "d"), "--to: a new column has no filled cells; expected --examples 'input=>output'"),
        (HALF, ("--to", "d", "--examples", "x"), "--examples: 'x' is not a valid example; expected input=>output"),
        (HALF, ("--to", "d", "--examples", "q=>x"), "--examples: no cell of a or b or c is 'q'; expected the value of "
                                                    "a row"),
        (HALF, ("--to", "a", "--examples", "x=>x"), "--to: there is a column a; expected a new name"),
        (HALF, ("--column", "b", "--to", "d"), "--column and --to: expected one of them: a column there is, or a new "
                                               "one"),
        ("b\nx\n\n", ("--column", "b"), "{path}: no other column can be read; expected one that b follows from"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line(call: Call, tmp_path: Path, text: str, options: tuple[str, ...], message: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text(text)
    code, out, err = call("fill", table, *options)
    assert (code, out, err) == (2, "", f"induce: {message.format(path=table)}\n")


def test_files_that_are_not_tables(call: Call, tmp_path: Path) -> None:
    expected = "expected .csv, .tsv, .xlsx or .parquet"
    for name, message in (("t.doc", f"t.doc: .doc is not a kind of table; {expected}"), ("t.csv", "no such file")):
        code, _, err = call("fill", tmp_path / name)
        assert code == 2
        assert message in err
    for name in ("t.xlsx", "t.parquet"):
        (tmp_path / name).write_text("nonsense")
        code, _, err = call("fill", tmp_path / name)
        assert (code, err.count("\n")) == (2, 1)
        assert "cannot be read" in err


def test_the_table_is_never_written_over_unasked(call: Call, people: Path) -> None:
    code, _, err = call("fill", people, "--output", people)
    assert code == 2
    assert "is the table itself; expected another file, or --in-place" in err
    code, _, err = call("fill", people, "--output", people.with_suffix(".parquet"))
    assert "expected a name that ends in .csv" in err


def test_the_program_is_not_saved_over_the_table(call: Call, people: Path) -> None:
    before = people.read_bytes()
    for name in (people, people.with_name("people.filled.csv")):
        code, _, err = call("fill", people, "--column", "surname", "--save", name, *BUDGET)
        assert code == 2
        assert err.endswith(f"--save: {name} is the table; expected another file for the program\n")
    assert people.read_bytes() == before


@pytest.mark.parametrize("name", ["openpyxl", "pyarrow"])
def test_a_library_that_is_missing(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    table = tmp_path / {"openpyxl": "t.xlsx", "pyarrow": "t.parquet"}[name]
    table.touch()
    code, _, err = call("fill", table)
    assert (code, err) == (2, f"induce: induce fill needs {name}: pip install 'induce[tables]'\n")


def test_a_program_that_does_not_go_with_the_table(call: Call, people: Path) -> None:
    code, _, err = call("apply", "(first: Str) -> upper(first)", people)
    assert code == 2
    assert "no column is called first" in err
    code, _, err = call("apply", "(first: Str) -> upper(first)", people, "--column", "id", "--column", "name")
    assert "--column: 2 given; the program takes 1 (first)" in err
    code, _, err = call("apply", "() -> 3", people)
    assert (code, err) == (2, "induce: the program has no parameters; expected one for each column that it is given\n")
    code, _, err = call("apply", "(name: Str) -> upper(name)", people, "--to", "")
    assert "--to: the name is empty" in err
    code, _, err = call("apply", "(name: Str) -> words(name)", people)
    assert "the program gives List[Str]; expected text, numbers or truth values for a cell" in err
