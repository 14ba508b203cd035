"""What an answer says of itself."""

from __future__ import annotations

import json

from induce import parse
from induce.sequences.answer.answer import Extension, Rival
from induce.sequences.rules.rule import Interval

PROGRAM = parse("(n: Int) -> n * n", exact=True)
RIVAL = Rival("another", parse("(n: Int) -> n", exact=True), (3, 4), 0.1234567891)
FOUND = Extension(
    "found",
    (0, 1, 4, 9),
    0,
    program=PROGRAM,
    terms=(16, 10**5_000),
    formula="a(n) = n^2",
    words="the squares",
    kind="polynomial",
    confidence=0.87654321,
    rivals=(RIVAL,),
    intervals=(Interval(15.0, 17.0), Interval(1.0, 2.0)),
    period=4.5,
    noise=0.5,
    outliers=(2,),
    notes=("few",),
)
NONE = Extension("none", (0.5, 1.5, 1.25), 3, reason="no rule is better than chance")


def test_it_prints_in_short() -> None:
    assert repr(FOUND) == "Extension(polynomial: 0, 1, 4, ... -> 16, 1.00e+5000)"
    assert repr(NONE) == "Extension(none: no rule is better than chance)"


def test_json_has_the_names_of_the_attributes() -> None:
    document = FOUND.to_json()
    assert set(document) == set(FOUND.__dataclass_fields__) | {"python"}
    assert document["program"] == "(n: Int) -> n * n"
    assert document["python"] == PROGRAM.python()
    assert document["terms"] == [16, 10**5_000]
    assert document["confidence"] == 0.876543
    assert document["rivals"] == [
        {"words": "another", "program": "(n: Int) -> n", "terms": [3, 4], "probability": 0.123457}
    ]
    assert document["intervals"] == [{"low": 15.0, "high": 17.0}, {"low": 1.0, "high": 2.0}]
    assert (document["period"], document["noise"], document["outliers"]) == (4.5, 0.5, [2])


def test_json_without_a_rule() -> None:
    document = json.loads(json.dumps(NONE.to_json()))
    assert (document["status"], document["reason"]) == ("none", "no rule is better than chance")
    assert (document["given"], document["start"]) == ([0.5, 1.5, 1.25], 3)
    assert document["program"] is document["python"] is document["intervals"] is document["period"] is None
    assert document["terms"] == document["rivals"] == document["outliers"] == []
