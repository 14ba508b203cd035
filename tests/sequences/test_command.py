"""`induce extend`: what it prints where, and its exit codes."""

from __future__ import annotations

import io
import json
import random
import re
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from induce import parse
from induce.search import synthesis
from induce.sequences.answer import extending
from induce.sequences.command import with_negative_numbers

from ..commands import Call
from .made import exact

FIBONACCI = ("0", "1", "1", "2", "3", "5", "8", "13", "21", "34", "55", "89")
PI = ("3", "1", "4", "1", "5", "9", "2", "6", "5", "3", "5", "8", "9", "7", "9", "--timeout", "0.01")


@pytest.fixture
def call(call: Call) -> Call:
    """Run `induce extend` here."""
    return partial(call, "extend")


def test_everything_a_person_wants_to_see(call: Call) -> None:
    code, out, err = call(*FIBONACCI, "--count", "3")
    assert (code, err) == (0, "")
    assert "\nformula   a(n) = a(n-1) + a(n-2)" in out
    assert "\nprogram   (n: Int) -> " in out
    assert "\ndef solve(n: int) -> int:\n" in out
    assert "\nnext terms, n = 12 to 14\n  144, 233, 377\n" in out
    assert re.search(r"\nconfidence (>99|\d\d)%\n$", out)
    assert " given, " not in out


@pytest.mark.parametrize(
    ("words", "following"),
    [
        (["-1", "-2", "-3", "-4", "-5", "-6", "-7"], [-8, -9]),
        (["-1,-2,-3,-4,-5,-6,-7"], [-8, -9]),
        (["-1, -2, -3, -4, -5, -6, -7, ..."], [-8, -9]),
        (["--", "-1", "-2", "-3", "-4", "-5", "-6", "-7"], [-8, -9]),
        (["-.5", "-1", "-1.5", "-2.0", "-2.5", "-3e0", "-3.5", "-4"], [-4.5, -5.0]),
    ],
)
def test_negative_numbers_are_no_options(call: Call, words: list[str], following: list[float]) -> None:
    for start in (["--start", "-3"], ["--start=-3"]):
        code, out, _ = call("--json", "--count", "2", *start, *words)
        document = json.loads(out)
        assert (code, document["terms"], document["start"]) == (0, pytest.approx(following), -3)


def test_what_is_an_option_stays_one() -> None:
    assert with_negative_numbers(["-1", "--json", "-h", "-", "-x1", "2"]) == [" -1", "--json", "-h", "-", "-x1", "2"]


def test_json(call: Call) -> None:
    code, out, err = call(*FIBONACCI, "--json", "--count", "2", "--start", "5")
    document = json.loads(out)
    assert (code, err) == (0, "")
    assert (document["status"], document["terms"], document["start"]) == ("found", [144, 233], 5)
    program = parse(document["program"], exact=True)
    assert [program(n) for n in (5, 6, 17)] == [0, 1, 144]


def test_the_program_alone(call: Call) -> None:
    code, out, _ = call(*FIBONACCI, "--text")
    assert code == 0
    assert parse(out.strip(), exact=True)(12) == 144
    code, out, _ = call(*FIBONACCI, "--python")
    scope: dict[str, Any] = {}
    exec(out, scope)
    assert (code, scope["solve"](12)) == (0, 144)


def test_no_rule(call: Call) -> None:
    code, out, err = call(*PI)
    assert (code, err) == (1, "")
    assert out.startswith("no rule: no exact rule with fewer numbers than terms gives all of them")
    code, out, err = call(*PI, "--text")
    assert (code, out) == (1, "")
    assert err.startswith("induce: no rule: no exact rule")
    assert json.loads(call(*PI, "--json")[1])["status"] == "none"


def test_noisy_terms(call: Call, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    draws = random.Random(1)
    rows = [f"{n},{2.5 * n + 1 + draws.gauss(0, 0.1):.3f}" for n in range(30)]
    table.write_text("day,price\n" + "\n".join(rows) + "\n", encoding="utf-8")
    code, out, _ = call(table, "--column", "price", "--count", "2", "--plot", tmp_path / "x.png", "--draw")
    assert code == 0
    assert "rule      a line: 2.5015 more each term, noise about 0.09" in out
    assert "\nnoise     0.0" in out
    assert out.count("(95%)") == 2
    assert "* given, o next" in out
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    code, out, _ = call(table, "--column", "price", "--noise", "none")
    assert (code, out) == (1, "no rule: decimals have noisy rules alone, and these are switched off\n")


def test_oeis_lines_and_their_names(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "A000027 ,1,2,3,4,5,6,7,8,9,10,\nA000290 ,0,1,4,9,16,25,36,49,64,81,100,\n"
    (tmp_path / "stripped").write_text(lines, encoding="utf-8")
    _, out, _ = call(tmp_path / "stripped", "--id", "A000290", "--json", "--count", "1")
    assert (json.loads(out)["name"], json.loads(out)["terms"]) == ("A000290", [121])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    _, out, _ = call("-", "--id", "A000290")
    assert out.startswith("sequence  A000290\nrule      ")


def test_rivals_and_notes(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [exact("(n: Int) -> pow(2, n)", bits=5), exact("(n: Int) -> pow(2, n) - n // 5", bits=6)]
    monkeypatch.setattr(extending, "exact_rules", lambda *_, **__: rules)
    _, out, _ = call("1", "2", "4", "8", "16", "--count", "5", "--timeout", "1e-9")
    assert "note: 5 terms fit many rules: give more to be sure\nrivals that continue differently\n" in out
    assert "%  31, 63, 127, 255, ...  the rule (n: Int) -> pow(2, n) - n // 5\n" in out


def test_equal_terms(call: Call) -> None:
    code, out, _ = call("7", "7", "7")
    assert code == 0
    assert "note: all terms are equal, which says little of what comes next\n" in out


def test_a_terminal_gets_a_drawing(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    _, out, _ = call(*FIBONACCI, "--count", "2")
    drawing = out[out.index(" |") :]
    assert "* given, o next" in drawing
    assert all(len(line) <= 50 for line in drawing.splitlines() if "|" in line)


@pytest.mark.parametrize(("start", "formula"), [([], "a(n) = n^2"), (["--start", "0"], "a(n) = (n + 1)^2")])
def test_the_offset_of_an_entry_numbers_the_terms(call: Call, tmp_path: Path, start: list[str], formula: str) -> None:
    (tmp_path / "entry.seq").write_text(
        "%I A000290 M3356\n%S A000290 1,4,9,16,25,36,49,\n%T A000290 64,81,100,121,144\n%O A000290 1,2\n",
        encoding="utf-8",
    )
    code, out, _ = call(tmp_path / "entry.seq", *start)
    assert (code, f"\nformula   {formula}\n" in out) == (0, True)


def test_huge_terms(call: Call) -> None:
    code, out, _ = call(*(str(7 * 10**3_000 * n) + "0" * 2_000 for n in range(1, 10)), "--count", "1", "--draw")
    assert code == 0
    assert "(5,002 digits)" in out
    code, out, _ = call(*(str(7 * 10**3_000 * n) + "0" * 2_000 for n in range(1, 10)), "--count", "1", "--json")
    assert f'"terms": [7{"0" * 5_001}]' in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["1", "2"], "terms: 2 given; expected at least 3 terms"),
        (["1", "4", "nine"], "term 3: 'nine' is not a valid number; expected an integer or a decimal"),
        (["1", "nan", "3"], "term 2: 'nan' is not a valid number; expected an integer or a decimal"),
        (["1,,3,4"], "term 2: a missing value; expected an integer or a decimal"),
        (
            ["missing.txt"],
            "'missing.txt' is neither a number nor a file; expected terms, a file, or - for standard input",
        ),
        (["1", "2", "3", "--column", "x"], "--column: only with a file or standard input; these are terms"),
        (["1", "2", "3", "4", "--validate", "3"], "validate: 3; expected 1 to 2, of 4 terms"),
        (["1", "2", "3", "--plot", "x.jpg"], "--plot: x.jpg: expected the name of a PNG file, picture.png say"),
        (["1", "2", "3", "--plot", "no/x.png"], "no/x.png: cannot be written: expected a file in a folder that exists"),
        (["1", "2", "3", "--count", "10001"], "count: 10001; expected 1 to 10000"),
    ],
)
def test_bad_input_is_one_line(call: Call, words: list[str], message: str) -> None:
    assert call(*words) == (2, "", f"induce: {message}\n")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["1", "2", "3", "--count", "0"],
        ["1", "2", "3", "--start", "x"],
        ["1", "2", "3", "--noise", "much"],
        ["-inf"],
    ],
)
def test_options_that_are_none(call: Call, words: list[str]) -> None:
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    assert err.startswith("induce: ")
    assert err.count("\n") == 1


def test_interrupted(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(extending, "exact_rules", interrupt)
    assert call(*FIBONACCI) == (130, "", "induce: interrupted\n")


def test_interrupted_while_it_searches_what_was_solved_for_is_printed(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(extending, "searched_rules", interrupt)
    code, out, err = call("1", "4", "9", "16", "25", "--json")
    assert (code, err) == (130, "")
    answer = json.loads(out)
    assert (answer["terms"][:2], answer["interrupted"]) == ([36, 49], True)
    code, out, _ = call("3", "1", "4", "1", "5", "9", "2")
    assert code == 130
    assert out.startswith("no rule: interrupted")


def test_internal_errors_are_one_line(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no\nway")

    monkeypatch.setattr(extending, "exact_rules", fail)
    code, out, err = call(*FIBONACCI)
    assert (code, out) == (3, "")
    assert err.startswith("induce: internal error: RuntimeError: no way (at ")


def test_a_compilation_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extending, "warmup", lambda progress: progress(None))
    _, _, err = call(*PI[:-2], "--timeout", "1")
    assert err == f"induce: {synthesis.COMPILING}\n"
