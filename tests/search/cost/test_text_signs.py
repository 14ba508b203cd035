"""What outputs that are texts keep to in every example, and which predictions do not."""

from __future__ import annotations

import pytest

from induce import Task, synthesize
from induce.search.cost.text_signs import number_signs, text_signs

Pairs = list[tuple[str, str]]
SPANS: Pairs = [("(555) 123-4567", "555-123-4567"), ("555.222.1100", "555-222-1100")]
ROOMS: Pairs = [("Room 12, Floor 3", "3/12"), ("Room 7, Floor 10", "10/7")]


def shown(examples: Pairs, before: str, after: str) -> int:
    return sum(sign((before,), after) for sign in text_signs(Task.from_examples(examples)))


@pytest.mark.parametrize(
    ("examples", "before", "good", "bad"),
    [
        ([("lot a1: x", "A1!"), ("lot b22: y", "B22!")], "lot a3b: z", "A3B!", "A3!"),
        ([("ERROR db: lost", "DB"), ("INFO web: up", "WEB")], "INFO mail-out: up", "MAIL-OUT", "MAIL"),
        ([("AB-1234-X", "1234"), ("QRS-77-Y", "77")], "A1-22-B", "22", "122"),
        ([("Oslo (Norway)", "Oslo"), ("Nice (France)", "Nice")], "New York (USA)", "New York", "New"),
        ([("Lee (awu)", "Lee"), ("Bo", "Bo")], "Ann Roy", "Ann Roy", "Ann"),
        (
            [("Rome, Italy", "Italy"), ("Bonn", ""), ("Nice, France", "France")],
            "St. John, Canada",
            "Canada",
            "John, Canada",
        ),
        ([("a=10;b=2", "10"), ("a=30;b=4", "30")], "b=5;a=6", "6", "=6"),
        (ROOMS, "Room 8, Floor G", "G/8", "8"),
        (SPANS, "212 555 0142", "212-555-0142", "2125550142"),
        (SPANS, "+1 415 555 2671", "415-555-2671", "1-415-555-2671"),
    ],
)
def test_good_predictions_show_none_and_bad_ones_do(examples: Pairs, before: str, good: str, bad: str) -> None:
    assert not any(shown(examples, *pair) for pair in examples)
    assert shown(examples, before, good) == 0
    assert shown(examples, before, bad) > 0


def test_what_the_examples_do_is_no_sign() -> None:
    assert shown([("Lisbon", "Lis"), ("Oslo", "Osl")], "Madrid", "Mad") == 0
    assert shown([("a-b", "a + b"), ("c", "c!")], "d", "d e") == 0
    assert shown([("12 kg", "kg"), ("5 lb", "lb")], "J. Roe", "Roe") == 0  # A word after an abbreviation.


def test_numbers_that_texts_write() -> None:
    task = Task.from_examples([("GET /index.html 200 12ms", 200), ("POST /api/login 401 7ms", 401)])
    asked = ("DELETE /item-9 204 120ms",)
    assert [sum(sign(asked, number) for sign in number_signs(task)) for number in (204, 9, 9204120)] == [0, 1, 2]
    assert not number_signs(Task.from_examples([("a b", 2), ("a b c", 3)]))


def test_blanks_and_forms_without_marks() -> None:
    logins = [("JOHN SMITH", "jsmith"), ("mary jones", "mjones")]
    assert shown(logins, "Bob Q. Roy", "broy") == 0
    assert shown(logins, "Bob Q. Roy", "bq. roy") == 1
    assert shown([("12 34 56", "123456"), ("65 43 21", "654321")], "7 8 9", "789") == 0


def test_a_mark_of_the_input_may_be_missing_where_the_input_lacks_it() -> None:
    slashes: Pairs = [("a/b", "A/B!"), ("c/d", "C/D!")]
    assert shown(slashes, "e", "E!") == 0
    assert shown([("tea 2.txt", "tea-2"), ("a-b c.md", "a-b-c")], "tea", "tea") == 0
    assert shown(slashes, "e/f", "EF!") == 1


def test_nothing_is_known_of_one_output_or_of_single_characters() -> None:
    assert shown([("mail-12", "12")], "page 27", "page 27") == 0
    assert shown([("banana", "a"), ("tree", "e")], "letter", "r") == 0


def test_programs_that_show_signs_are_not_chosen() -> None:
    log = [
        ("2021-03-05 12:01:22 ERROR db: connection lost", "db"),
        ("2021-03-05 12:01:23 INFO web: started", "web"),
    ]
    asked = ["2021-03-07 09:00:10 ERROR mail-out: 550", "2021-03-07 10:10:10 INFO net.eth0: up"]
    result = synthesize(log, inputs=asked, timeout=None, max_candidates=300_000)
    assert result.predictions == ["mail-out", "net.eth0"]
