"""SyGuS-IF files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.benchmarks.tasks.formats import load_suite
from induce.benchmarks.tasks.formats.sygus import Text, load_task, parse
from induce.support.errors import InputError

from .reading import asked, fault_of, shown, task_of, written

HEAD = """\
; a comment (with a bracket and a "quote
(set-logic SLIA)
(synth-fun f ((s String) (n Int)) String
  ((Start String (s "" ";" (str.++ Start Start))) (I Int (0 1 -1 (+ I I)))))
(declare-var x String)
"""


def file_with(path: Path, *constraints: str) -> Path:
    return written(path, HEAD + "".join(f"(constraint {line})\n" for line in constraints) + "(check-synth)\n")


def test_constraints_are_examples(tmp_path: Path) -> None:
    path = file_with(tmp_path / "texts" / "cut.sl", '(= (f "a; b" 1) "b")', '(= "" (f "" (- 2)))', '(= (f "x" -3) "x")')
    suite = load_suite(path)
    [entry] = suite.entries
    assert (entry.name, entry.family) == ("cut", "texts")
    assert shown(entry) == [(("a; b", 1), "b"), (("", -2), ""), (("x", -3), "x")]
    assert asked(entry) == []


def test_the_first_train_and_the_others_are_asked(tmp_path: Path) -> None:
    path = file_with(tmp_path / "cut.sl", *(f'(= (f "{n}" {n}) "{n}")' for n in range(5)))
    [entry] = load_suite(path, given=2).entries
    assert shown(entry) == [(("0", 0), "0"), (("1", 1), "1")]
    assert asked(entry) == [(("2", 2), "2"), (("3", 3), "3"), (("4", 4), "4")]


def test_what_is_said_twice_counts_once(tmp_path: Path) -> None:
    path = file_with(tmp_path / "cut.sl", '(= (f "a" 1) "b")', '(= (f "a" 1) "b")', '(= (f "c" 1) "d")')
    assert len(shown(load_suite(path).entries[0])) == 2


def test_truth_values_are_stated_in_three_ways(tmp_path: Path) -> None:
    path = file_with(tmp_path / "cut.sl", '(= (f "a" 1) true)', '(f "b" 2)', '(not (f "c" 3))', '(= (f "d" 4) false)')
    [entry] = load_suite(path).entries
    assert [output for _, output in shown(entry)] == [True, True, False, False]
    assert str(task_of(entry).result_type) == "Bool"


def test_a_folder_of_both_versions(tmp_path: Path) -> None:
    file_with(tmp_path / "new" / "a.sl", r'(= (f "say ""hi"" \" 1) "\u{e4}\u00f6")')
    file_with(tmp_path / "old" / "b.sl", r'(= (f "say \"hi\" \\" 1) "\n")')
    new, old = load_suite(tmp_path).entries
    assert (new.family, old.family) == ("new", "old")
    assert shown(new) == [(('say "hi" \\', 1), "äö")]
    assert shown(old) == [(('say "hi" \\', 1), "\\n")]


@pytest.mark.parametrize(
    "constraint",
    [
        '(and (= (f "a" 1) "b") (= (f "c" 2) "d"))',
        '(and (= (f "a" 1) "b") (and (= (f "c" 2) "d")))',
        '(let ((x "a") (|the other| 2)) (and (= (f x 1) "b") (= "d" (f "c" |the other|))))',
        '(let ((x 1)) (let ((x 2) (y x)) (and (= (f "a" y) "b") (= (f "c" x) "d"))))',
        '(let ((x String "a")) (and (= (f x 1) "b") (= (f "c" 2) "d")))',
        '(let ((f 2)) (and (= (f "a" 1) "b") (= (f "c" f) "d")))',
        '(let ((e (= (f "a" 1) "b"))) (and e (= (f "c" 2) "d") e))',
        '(! (and (! (= (f "a" 1) "b") :named one) (= (f (! "c" :named c) 2) "d")) :named both :weight 2)',
        "(and (= (f A one) B) (= (f C two) D))",
    ],
)
def test_constraints_are_read_as_what_they_state(tmp_path: Path, constraint: str) -> None:
    constants = '(define-fun one () Int 1) (define-const two Int (! 2 :named zwei)) (define-fun A () String "a")\n'
    constants += '(define-fun B () String "b") (define-fun C () String (let ((c "c")) c)) (define-const D String "d")\n'
    path = written(tmp_path / "cut.sl", f"{HEAD}{constants}(constraint {constraint})\n(check-synth)\n")
    assert shown(load_suite(path).entries[0]) == [(("a", 1), "b"), (("c", 2), "d")]


def test_negative_numbers_may_be_constants(tmp_path: Path) -> None:
    path = written(tmp_path / "cut.sl", f'{HEAD}(define-fun k () Int (- 7))(constraint (= (f "a" k) "b"))')
    assert shown(load_suite(path).entries[0]) == [(("a", -7), "b")]


def test_conjunctions_that_are_shared_do_not_multiply(tmp_path: Path) -> None:
    doubled = "".join(f"(let ((x{n + 1} (and x{n} x{n}))) " for n in range(60))
    constraint = f'(let ((x0 (= (f "a" 1) "b"))) {doubled}x60{")" * 61}'
    assert shown(load_suite(file_with(tmp_path / "cut.sl", constraint)).entries[0]) == [(("a", 1), "b")]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_written_in_version_2(text: str) -> None:
    literal = text.replace("\\", "\\u{5c}").replace('"', '""')
    assert parse(f'(constraint (= (f "{literal}") 1))', place="x") == [["constraint", ["=", ["f", Text(text)], "1"]]]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("(set-logic SLIA)\n(constraint (= (f 1) 2)", "line 2: not SyGuS-IF"),
        ("(set-logic SLIA)\n(check-synth))", "line 2: not SyGuS-IF"),
        ("(check-synth)", "0 functions to be found"),
        ("(synth-fun f () Int) (synth-fun g () Int)", "2 functions to be found"),
        (
            "(synth-fun f ((x Int)) Int) (constraint (= (f 1) 2)) (constraint (> (f 1) 2))",
            "constraint 2: expected (= (f",
        ),
        (
            "(synth-fun f ((x Int)) Int) (constraint (= (f #x0f) #x0e))",
            "constraint 1: #x0f; expected a string, an",
        ),
        ("(synth-fun f ((x Int)) Int) (constraint (= (f 1) (* 2 x)))", "constraint 1: (* 2 x); expected a string"),
        ('(synth-fun f ((x Real)) Real) (constraint (= (f 1) (g "a" 1.5)))', 'constraint 1: (g "a" 1.5); expected'),
        ("(synth-fun f ((x Int)) Int) (constraint (or (= (f 1) 2) (= (f 1) 3)))", "constraint 1: expected (= (f value"),
        (
            "(synth-fun f ((x Int)) Int) (constraint (and (= (f 1) 2) (= (f 1) y)))",
            "constraint 1: y; expected a",
        ),
        ("(synth-fun f ((x Int)) Int) (constraint (let (x) (= (f x) 1)))", "constraint 1: x; expected a string"),
        ("(synth-fun f ((x Int)) Int) (constraint (= (f 1) 2) (= (f 2) 3))", "constraint 1: expected (= (f"),
        ("(synth-fun f ((x Int)) Int) (constraint)", "constraint 1: expected (= (f"),
        (
            "(synth-fun f ((x Int)) Int) (define-fun d ((x Int)) Int x) (constraint (= (f (d 1)) 2))",
            "constraint 1: (d 1); expected a string",
        ),
        ("(synth-fun f ((x Int)) Int)", "no examples"),
        (
            "(synth-fun f ((x Int)) Int) (constraint (= (f 1) 2)) (constraint (= (f 1) 3))",
            "train[1]: contradicts train[0]",
        ),
        ("(" * 10_000 + ")" * 10_000, "nested too deeply"),
    ],
)
def test_what_is_no_task_says_why(tmp_path: Path, content: str, fault: str) -> None:
    path = written(tmp_path / "bad.sl", content)
    [entry] = load_suite(path).entries
    assert fault_of(entry).startswith(f"{path}: ")
    assert fault in fault_of(entry)


def test_a_parse_error_is_an_input_error() -> None:
    with pytest.raises(InputError, match="x: line 1"):
        parse("a (b)", place="x")


def test_a_function_has_as_many_arguments_as_it_says(tmp_path: Path) -> None:
    wrong = file_with(tmp_path / "wrong.sl", '(= (f "a") "b")')
    with pytest.raises(InputError, match=r"constraint 1: 1 arguments; expected 2$"):
        load_task(wrong)
    for declared in ("(synth-fun (f g) ())", "(synth-fun f)", "(synth-fun f x String)"):
        with pytest.raises(InputError, match=r"expected one \(synth-fun NAME \(\.\.\.\) \.\.\.\)$"):
            load_task(written(tmp_path / "odd.sl", declared))
