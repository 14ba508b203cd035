"""Separated values come back character by character."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.program import parse
from induce.support.errors import InputError
from induce.tables.applying import Application, apply
from induce.tables.formats import separated
from induce.tables.formats.opening import open_table
from induce.tables.formats.records import delimiter_of, quoted, records, unquoted
from induce.tables.formats.table import Target
from induce.tables.running import passing

CELL = st.text(st.sampled_from("ab ,;\"\n\r'é7"), max_size=6)
AS_THEY_COME = {
    "plain": b"a,b\n1,x\n007,\n",
    "quoted": b'"a","b"\n"1","x"\n"007",""\n',
    "windows": b"a,b\r\n1,x\r\n",
    "mark": b"\xef\xbb\xbfa,b\n1,x\n",
    "semicolons": b"a;b\n1,5;x\n",
    "no end": b"a,b\n1,x",
    "embedded": b'a,b\n"x\ny","say ""hi"""\n"p\r\n\r\nq",\n',
    "spaces": b"a,b\n 1 , x\n",
    "gaps": b"a,b\n1,x\n\n2,y\n\n",
    "stray quotes": b'a,b\n5" disk,x"y\n"k"l,\n',
    "twice the name": b"a,a\n1,x\n",
    "unknown": b'a,b\nNA,null\n"",\n',
    "latin": "a,b\nJosé,x\n".encode("cp1252"),
    "separators of lines": "a,b\n\u2028\x0b\x1c,\x85\n".encode(),
    "tabs": b"a\tb\n1,5\t2\n",
    "two bytes": "a,b\né,ü\n".encode("utf-16"),
}


@pytest.mark.parametrize("name", AS_THEY_COME)
def test_what_is_not_written_stays(tmp_path: Path, name: str) -> None:
    path, copy = tmp_path / "t.csv", tmp_path / "u.csv"
    path.write_bytes(AS_THEY_COME[name])
    table = open_table(path)
    with table.writer(copy, Target(1, table.names[1])) as writer:
        for chunk in table.chunks():
            writer.write(chunk, [None] * len(chunk.numbers))
    assert copy.read_bytes() == AS_THEY_COME[name]


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1), st.sampled_from(",;"), st.booleans())
def test_records_are_those_of_the_standard_library(rows: list[list[str]], delimiter: str, always: bool) -> None:
    out = io.StringIO(newline="")
    dialect = {"quoting": csv.QUOTE_ALL} if always else {}
    csv.writer(out, delimiter=delimiter, **dialect).writerows(rows)  # type: ignore[arg-type]
    found = list(records(io.StringIO(out.getvalue(), newline=""), delimiter))
    assert [list(map(unquoted, record.fields)) for record in found] == rows
    assert "".join(delimiter.join(record.fields) + record.end for record in found) == out.getvalue()


@given(CELL, st.booleans())
def test_quotes_come_off_again(cell: str, always: bool) -> None:
    assert unquoted(quoted(cell, ",", always=always)) == cell or cell.startswith('"')


def test_delimiters() -> None:
    assert [delimiter_of(line) for line in ("a,b", "a;b,c;d", '"a,b,c"\td', "a|b", "a")] == [",", ";", "\t", "|", ","]


def test_new_cells_are_quoted_as_their_column_is(tmp_path: Path) -> None:
    path, copy = tmp_path / "t.csv", tmp_path / "u.csv"
    path.write_text('a,b\n"1","x"\n"2",""\n')
    table = open_table(path)
    with table.writer(copy, Target(1, "b")) as writer:
        for chunk in table.chunks():
            writer.write(chunk, [None, "y"])
    assert copy.read_text() == 'a,b\n"1","x"\n"2","y"\n'


def test_nothing_is_left_of_a_file_that_could_not_be_written(tmp_path: Path) -> None:
    path, copy = tmp_path / "t.csv", tmp_path / "u.csv"
    path.write_bytes("a\nJosé\n".encode("cp1252"))
    table = open_table(path)
    (chunk,) = table.chunks()
    with pytest.raises(InputError, match="cannot be written"), table.writer(copy, Target(None, "b")) as writer:
        writer.write(chunk, ["→"])
    assert sorted(tmp_path.iterdir()) == [path]


def test_processes_write_what_one_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a cell goes on in the next line, from where on one process does the rest."""
    monkeypatch.setattr(passing, "LARGE", 0)
    monkeypatch.setattr(separated, "PIECE", 2000)
    path = tmp_path / "t.csv"
    lines = [f'{i},"n{i}, x"' for i in range(600)]
    lines[500], lines[7], lines[300] = '500,"a\nb"', "7,", "300,"
    path.write_text("i,name\n" + "\n".join(lines))
    program = parse("(name: Str) -> upper(name)")
    for processes in (1, 2):
        output = tmp_path / f"{processes}.csv"
        applied = apply(Application(program, path, output=output, processes=processes))
        assert (applied.tally.rows, applied.tally.left_empty) == (600, 2)
        assert [flag.row for flag in applied.tally.flags] == [9, 302]
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "2.csv").read_bytes()
    assert (tmp_path / "1.csv").read_text().splitlines()[2] == '1,"n1, x","N1, X"'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("a,b\n1,".encode("utf-16") + b"\x00\xd8", "is not UTF-16, as its first bytes say"),
        ("a,b\n1,".encode("utf-8-sig") + b"\xff\n", "is not UTF-8, as its first bytes say"),
    ],
)
def test_a_text_that_is_not_what_it_says_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=told):
        open_table(path)
