"""Terms from arguments, files, standard input, tables and OEIS lines."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import InputError
from induce.sequences.terms.reading import Given, read_terms


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (["1", "4", "9"], (1, 4, 9)),
        (["1, 4, 9, ..."], (1, 4, 9)),
        (["1,", "4,", "9,", "…"], (1, 4, 9)),
        (["1", "4", "9..."], (1, 4, 9)),
        (["1 , 4,9 "], (1, 4, 9)),
        (["1;4;9"], (1, 4, 9)),
        (["[1, 4, 9]"], (1, 4, 9)),
        ([" -1", "2", " -3"], (-1, 2, -3)),
        (["-1,+2,-3"], (-1, 2, -3)),
        (["1", "2.5", "3e1"], (1.0, 2.5, 30.0)),
        ([".5", "1.", "-1.5e-3"], (0.5, 1.0, -0.0015)),
        (
            ["7" * 9_000, "1", "2"],
            (int("7" * 4_000) * 10**5_000 + int("7" * 4_000) * 10**1_000 + int("7" * 1_000), 1, 2),
        ),
    ],
)
def test_arguments(words: list[str], terms: tuple[int | float, ...]) -> None:
    assert read_terms(words) == Given(terms)


@given(
    st.lists(st.integers() | st.floats(allow_nan=False, allow_infinity=False), min_size=3), st.sampled_from([", ", " "])
)
def test_what_is_written_is_read(values: list[int | float], between: str) -> None:
    decimal = any(isinstance(value, float) for value in values)
    expected = tuple(float(value) if decimal else value for value in values)
    assert read_terms([between.join(map(repr, values))]).terms == expected


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["1", "2"], "terms: 2 given; expected at least 3 terms"),
        (["1,4,,9"], "term 3: a missing value; expected an integer or a decimal"),
        (["1", "x", "3"], "term 2: 'x' is not a valid number; expected an integer or a decimal"),
        (["nan", "1", "2"], "term 1: 'nan' is not a valid number; expected an integer or a decimal"),
        (["1", "2", "inf"], "term 3: 'inf' is not a valid number; expected an integer or a decimal"),
        (["1", "2", "1e999"], "term 3: inf is not finite; expected an integer or a decimal"),
        (["1", "2", "...", "5"], "term 3: dots in the middle; expected terms without a gap"),
        (["..."], "'...' is neither a number nor a file; expected terms, a file, or -"),
        ([""], "'' is neither a number nor a file; expected terms, a file, or -"),
        (
            ["no/file.txt"],
            "'no/file.txt' is neither a number nor a file; expected terms, a file, or -",
        ),
        (["day\n7,1\n8,2"], "terms: column 1: 2 given; expected at least 3"),
        (["x" * 5_000], "is neither a number nor a file"),
        (["a\0b"], "is neither a number nor a file"),
    ],
)
def test_bad_arguments(words: list[str], message: str) -> None:
    _refused(words, message)


def _refused(words: list[str], message: str, **options: str) -> None:
    with pytest.raises(InputError) as raised:
        read_terms(words, **options)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("options", [{"column": "1"}, {"name": "A000290"}])
def test_options_of_files_are_refused_with_plain_terms(options: dict[str, str]) -> None:
    _refused(["1", "4", "9"], f"--{'column' if 'column' in options else 'id'}: ", **options)


def written(folder: Path, content: str, name: str = "terms.txt") -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("content", "given"),
    [
        ("1 4 9 16", Given((1, 4, 9, 16))),
        ("1\n4\n9\n", Given((1, 4, 9))),
        ("# squares\n1, 4,\n\n9, ...\n", Given((1, 4, 9))),
        ("0 1 4 9\n16 25 36 49\n", Given((0, 1, 4, 9, 16, 25, 36, 49))),
        ("A000290 ,0,1,4,9,\n", Given((0, 1, 4, 9), name="A000290")),
        ("# OEIS\nA000290 ,0,1,4,9,\n", Given((0, 1, 4, 9), name="A000290")),
        ("%S A000290 0,1,4,9,\n%T A000290 16,25\n", Given((0, 1, 4, 9, 16, 25), name="A000290")),
        ("A000290: 0, 1, 4, 9, ...", Given((0, 1, 4, 9), name="A000290")),
        ("1 1\n2 4\n3 9\n4 16\n", Given((1, 4, 9, 16), start=1)),
        ("-1 5\n0 6\n1 7\n", Given((5, 6, 7), start=-1)),
        ("1 1\n2 4\n9 9\n", Given((1, 1, 2, 4, 9, 9))),
        ("1 1\n1 4\n2 9\n", Given((1, 1, 1, 4, 2, 9))),
        ("3 1\n2 4\n1 9\n0 16\n-1 25\n-2 36\n", Given((36, 25, 16, 9, 4, 1), start=-2)),
        ("2 4\n1 1\n3 9\n", Given((1, 4, 9), start=1)),
        ("A000290 ,0,1,4,9", Given((0, 1, 4, 9), name="A000290")),
        ("\ufeff1 2 3", Given((1, 2, 3))),
        ("{1, 4, 9}\n", Given((1, 4, 9))),
        ("(1, 4, 9, ...);", Given((1, 4, 9))),
        ("[\n  1,\n  4,\n  9\n]\n", Given((1, 4, 9))),
        ("A000290 = [1, 4, 9]", Given((1, 4, 9), name="A000290")),
        ("  # squares\n1 4 # two\n9", Given((1, 4, 9))),
        ("\ufeff# n, a(n)\r\n\r\n1\t1\r\n2\t4\r\n  # more\r\n3  9 # odd\r\n", Given((1, 4, 9), start=1)),
        ("1, 1\n2, 4\n3, 9\n", Given((1, 4, 9), start=1)),
        ("1 1\n2 4\n2 4\n3 9\n4 16\n", Given((1, 4, 9, 16), start=1)),
        ("0, 1,\n1, 2,\n3, 5,\n", Given((0, 1, 1, 2, 3, 5))),
        ("3 1\n4 1\n5 9\n2 6\n5 3\n5 8\n", Given((3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8))),
    ],
)
def test_files(tmp_path: Path, content: str, given: Given) -> None:
    assert read_terms([written(tmp_path, content)]) == given


def test_a_b_file_says_in_its_name_what_it_is(tmp_path: Path) -> None:
    assert read_terms([written(tmp_path, "1 1\n2 4\n3 9\n", "b000290.txt")]) == Given((1, 4, 9), "A000290", 1)
    _refused([written(tmp_path, "1 1\n5 4\n9 9\n", "b000290.txt")], "b000290.txt: no term with number 2")
    path = written(tmp_path, "1 1\n2 4\n3 9\n", "b000290.txt")
    assert read_terms([path], name="a000290").name == "A000290"
    _refused([path], "--id: ", name="A000291")


ANSWER = '{"number": 290, "id": "M3356 N1350", "data": "1,4,9,16", "name": "The squares.", "offset": "1,2"}'


@pytest.mark.parametrize(
    "text",
    [
        f"[{ANSWER}]",
        f'{{"greeting": "Hello", "query": "id:A000290", "count": 1, "start": 0, "results": [{ANSWER}]}}',
        "[\n\t" + ANSWER.replace(", ", ",\n\t\t") + "\n]\n",
    ],
)
def test_what_the_oeis_answers_as_json(tmp_path: Path, text: str) -> None:
    assert read_terms([written(tmp_path, text)]) == Given((1, 4, 9, 16), name="A000290", start=1)


def test_one_of_several_answers(tmp_path: Path) -> None:
    path = written(tmp_path, f'[{{"number": 1000290, "data": "5,-6,7"}}, {ANSWER}, {{"count": 2}}]')
    assert read_terms([path], name="A1000290") == Given((5, -6, 7), name="A1000290")
    _refused([path], "terms.txt: 2 sequences (A1000290, A000290); choose one with --id")
    _refused([written(tmp_path, '{"results": null, "count": 4321}')], "is not a valid number")


ENTRY = """\
# From the OEIS

Search: id:a000290
Showing 1-1 of 1

%I A000290 M3356 N1350 #804 Oct 19 2024 20:08:55
%S A000290 1,4,9,
%T A000290 16,25
%U A000290 36,
%N A000290 The squares: a(n) = n^2.
%C A000290 1, 2, 3 are the roots of these.
%F A000290 G.f.: x*(1 + x)/(1 - x)^3.
"""
SIGNED = "%V A000290 1,-4,9,\n%W A000290 -16,25,\n"


@pytest.mark.parametrize(
    ("more", "given"),
    [
        ("", Given((1, 4, 9, 16, 25, 36), name="A000290")),
        ("%O A000290 1,2\n%K A000290 nonn\n", Given((1, 4, 9, 16, 25, 36), name="A000290", start=1)),
        ("%O A000290 -3\n", Given((1, 4, 9, 16, 25, 36), name="A000290", start=-3)),
        (SIGNED, Given((1, -4, 9, -16, 25), name="A000290")),
        ("A000290 is the sequence of squares\n", Given((1, 4, 9, 16, 25, 36), name="A000290")),
    ],
)
def test_entries(tmp_path: Path, more: str, given: Given) -> None:
    assert read_terms([written(tmp_path, ENTRY + more)]) == given


def test_one_of_several_entries(tmp_path: Path) -> None:
    other = ENTRY.replace("A000290", "A000291") + "%O A000291 5,1\n"
    path = written(tmp_path, f"{other}\n{ENTRY}%O A000290 1,2\n")
    assert read_terms([path], name="A000291") == Given((1, 4, 9, 16, 25, 36), name="A000291", start=5)
    _refused([path], "terms.txt: 2 sequences (A000291, A000290); choose one with --id")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"1\n4\n9\n")))
    assert read_terms(["-"]) == Given((1, 4, 9))


def test_a_number_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "1 2 3", "5")
    assert read_terms(["5", "6", "7"]).terms == (5, 6, 7)
    assert read_terms(["./5"]).terms == (1, 2, 3)


SEVERAL = "A000045 ,0,1,1,2,3,\nA000290 ,0,1,4,9,\n"


@pytest.mark.parametrize("name", ["A000290", "a000290"])
def test_one_of_several_sequences(tmp_path: Path, name: str) -> None:
    assert read_terms([written(tmp_path, SEVERAL)], name=name) == Given((0, 1, 4, 9), name="A000290")


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (SEVERAL, None, "terms.txt: 2 sequences (A000045, A000290); choose one with --id"),
        (SEVERAL, "A000291", "terms.txt: no sequence A000291; did you mean A000290?"),
        (SEVERAL, "B", "terms.txt: no sequence B"),
        ("1 4 9", "A000290", 'terms.txt: no OEIS lines; expected some like "A000290 ,0,1,4,9,"'),
        ("A000290 ,0,1,x,9,", None, "terms.txt: A000290: term 3: 'x' is not a valid number"),
        ("A000290 ,0,1,", None, "terms.txt: A000290: 2 given; expected at least 3 terms"),
        ("%I A000290\n%N A000290 The squares.\n", None, 'A000290: no terms; expected some like "%S A000290 0,1,4,9"'),
        (
            "%S A000290 1,4,9\n%O A000290 x,2",
            None,
            "terms.txt: A000290: 'x' is not a valid offset; expected an integer",
        ),
        ("", None, "terms.txt: empty; expected terms"),
        ("\n# nothing\n", None, "terms.txt: empty; expected terms"),
        ("1\n2\nNaN\n4", None, "terms.txt: term 3: 'NaN' is not a valid number"),
        ("1, 2, , 4", None, "terms.txt: term 3: a missing value"),
        ("1 1\n2 4\n3 1e999\n", None, "terms.txt: term 3: inf is not finite"),
        ("0 1\n1 4\n2 9\n4 25\n5 36\n", None, "terms.txt: no term with number 3; expected one for each from 0 to 5"),
        ("5 1\n4 4\n3 9\n1 25\n0 36\n", None, "terms.txt: no term with number 2; expected one for each from 0 to 5"),
        ("0 1\n1 4\n1 5\n2 9\n3 16\n", None, "terms.txt: two terms with number 1; expected one"),
        ("0 1\n1 4\n2 9\n3\n", None, "terms.txt: '3'; expected a number of at most 15 digits and its term"),
        ("0 1\n1 4\n2 9\n3 ...\n", None, "terms.txt: term 3: '...' is not a valid number"),
        (f"{10**16} 1\n{10**16 + 1} 4\n{10**16 + 2} 9\n", None, "expected a number of at most 15 digits and its term"),
        ("hello", None, "terms.txt: term 1: 'hello' is not a valid number"),
        ("1 1", None, "terms.txt: 2 given; expected at least 3 terms"),
    ],
)
def test_bad_files(tmp_path: Path, content: str, name: str | None, message: str) -> None:
    options = {} if name is None else {"name": name}
    _refused([written(tmp_path, content)], message, **options)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    _refused([str(tmp_path)], "cannot be read: is a directory; expected a file with terms")
    (tmp_path / "bytes").write_bytes(b"1 2 \xff")
    _refused([str(tmp_path / "bytes")], "byte 4 is not UTF-8")
    _refused(["1", written(tmp_path, "1 2 3")], "2 arguments; expected terms, or one file")


def test_tables_are_recognised(tmp_path: Path) -> None:
    assert read_terms([written(tmp_path, "price\n1\n2\n3\n")]) == Given((1, 2, 3))
    assert read_terms([written(tmp_path, "1,4,9,16", "line.csv")]) == Given((1, 4, 9, 16))
    assert read_terms([written(tmp_path, "day,price\n1,2.5\n2,3\n3,4\n")], column="price") == Given((2.5, 3.0, 4.0))
