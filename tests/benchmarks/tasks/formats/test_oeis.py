"""OEIS `stripped` lines."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from induce.benchmarks.tasks.formats import load_suite, sources
from induce.support.errors import InputError

from .reading import asked, fault_of, shown, written

TERMS = [n * n - 3 for n in range(30)]
LINE = f"A900001 ,{','.join(map(str, TERMS))},\n"


def test_fifteen_terms_are_given_and_ten_asked(tmp_path: Path) -> None:
    suite = load_suite(written(tmp_path / "stripped", f"# a comment\n\n{LINE}"))
    [entry] = suite.entries
    assert (suite.name, entry.name, entry.family) == ("stripped", "A900001", "oeis")
    assert shown(entry) == [((n,), TERMS[n]) for n in range(15)]
    assert asked(entry) == [((n,), TERMS[n]) for n in range(15, 25)]


@pytest.mark.parametrize("line", ["A900001 {}\n", "\ufeff# 2026\r\nA900001 ,{},\r\n", "A900001: {}", "A900001\t{} ,"])
@pytest.mark.parametrize("comma", [",", ", "])
def test_lines_may_look_different(tmp_path: Path, line: str, comma: str) -> None:
    path = tmp_path / "stripped"
    path.write_bytes(line.format(comma.join(map(str, TERMS))).encode())
    [entry] = load_suite(path).entries
    assert entry.name == "A900001"
    assert shown(entry) == [((n,), TERMS[n]) for n in range(15)]


def test_packed_is_the_same(tmp_path: Path) -> None:
    plain = load_suite(written(tmp_path / "stripped", LINE))
    packed = tmp_path / "stripped.gz"
    packed.write_bytes(gzip.compress(LINE.encode()))
    assert load_suite(packed) == plain


def test_a_packed_file_that_is_damaged_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "stripped.gz"
    data = bytearray(gzip.compress(LINE.encode()))
    data[12:20] = b"\xff" * 8
    packed.write_bytes(data)
    with pytest.raises(InputError, match=r"stripped\.gz: cannot be read: .*; expected lines of text"):
        load_suite(packed, format="oeis")


def test_terms_from_the_first_that_is_too_large_are_left_out(tmp_path: Path) -> None:
    terms = [*range(17), 2**53 + 1, 3]
    [entry] = load_suite(written(tmp_path / "stripped", f"A900002 ,{','.join(map(str, terms))},\n")).entries
    assert asked(entry) == [((15,), 15), ((16,), 16)]


def test_bad_lines_say_which(tmp_path: Path) -> None:
    path = written(tmp_path / "stripped", f"{LINE}A900003 ,1,2,3,\nA900004 ,,\nnonsense\nA900005 ,{'9' * 5000},\n")
    good, short, empty, nonsense, huge = load_suite(path).entries
    assert len(shown(good)) == 15
    assert fault_of(short) == f"{path}:2: 3 terms within 2^53; expected at least 16"
    assert fault_of(empty).startswith(f"{path}:3: expected an A-number and terms")
    assert fault_of(nonsense).startswith(f"{path}:4: expected an A-number and terms")
    assert fault_of(huge) == f"{path}:5: 0 terms within 2^53; expected at least 16"


@pytest.mark.parametrize("limit", ["MOST_LINE", "MOST_CHARACTERS"])
def test_packed_lines_are_not_unpacked_without_end(limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "stripped.gz"
    path.write_bytes(gzip.compress(LINE.encode() * 3))
    assert len(load_suite(path).entries) == 3
    monkeypatch.setattr(sources, limit, len(LINE) - 1)
    with pytest.raises(InputError, match=r"stripped.gz: too large; expected at most .* characters in a line"):
        load_suite(path, format="oeis")
