"""What programs are made of, each part where it stands."""

from __future__ import annotations

import pytest

from induce.dsl.program import parse
from induce.search.cost.contextual import READ, traits


def of(text: str) -> dict[str, int]:
    return dict(traits(parse(text).body))


def test_a_production_is_counted_alone_and_in_its_place() -> None:
    found = of("(xs: List[Int]) -> take(sort(xs), 2)")
    assert found == {
        "program": 1, "calls": 2,
        "take": 1, "result.list take": 1, "result.list call": 1,
        "sort": 1, "take.0 sort": 1, "take.0 call": 1,
        "input": 1, "sort.0 input": 1,
        "constant 2": 1, "take.1 constant 2": 1, "take.1 constant": 1,
        "input used 1 times": 1,
    }  # fmt: skip


def test_arguments_that_may_be_exchanged_have_one_place() -> None:
    one, other = of("(n: Int) -> n + 7"), of("(n: Int) -> 7 + n")
    assert one == other
    assert one["add.0 constant below ten"] == 1
    assert of("(n: Int) -> n - 7")["sub.1 constant below ten"] == 1


def test_a_function_is_where_its_body_is() -> None:
    found = of("(xs: List[Int]) -> map(xs, (x: Int) -> x + 1)")
    assert found["map.1 add"] == found["add.0 item"] == 1


@pytest.mark.parametrize(
    ("constant", "kind"),
    [
        ("-1", "-1"), ("-9", "negative"), ("100", "power of ten"), ("9", "below ten"), ("40", "round"), ("37", "large"),
        ('""', "''"), ('" "', "' '"), ('","', "mark"), ('", "', "marks"), ('"a"', "letter"), ('"4"', "digit"),
        ('"abc"', "word"), ('"a b"', "text"), ("true", "true"), ("[1, 2]", "List[Int]"),
    ],
)  # fmt: skip
def test_constants_have_kinds(constant: str, kind: str) -> None:
    assert of(f"(n: Int) -> {constant}")[f"constant {kind}"] == 1


def test_how_often_inputs_are_used_and_what_is_ignored() -> None:
    assert of("(xs: List[Int]) -> 3")["no input"] == 1
    assert of("(xs: List[Int]) -> sum(xs) - len(xs)")["input used 2 times"] == 1
    ignoring = traits(parse("(n: Int, m: Int) -> is_even(n)").body, ignored=1)
    assert ignoring["ignored: Bool"] == 1


def test_odd_uses_are_looked_for_in_what_is_judged() -> None:
    body = parse("(s: Str) -> is_even(len(s))").body
    assert traits(body)["odd: COUNT_CALCULATED_WITH"] == 1
    judged = traits(body, READ)
    assert "odd: COUNT_CALCULATED_WITH" not in judged
    assert judged["is_even.0 len"] == 1
