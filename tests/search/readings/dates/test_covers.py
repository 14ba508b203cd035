"""Patterns that read whole columns of texts."""

from __future__ import annotations

from induce.search.readings.dates.covers import covers, parts


def test_one_text_decides_the_order_of_day_and_month() -> None:
    both = covers(["03/05/2021", "04/06/2021"], [])
    assert [pattern for _, pattern in both] == ["D/M/YYYY", "M/D/YYYY"]
    assert covers(["03/05/2021", "24/06/2021"], []) == [("date", "D/M/YYYY")]
    assert covers(["03/05/2021"], ["06/24/2021"]) == [("date", "M/D/YYYY")]


def test_several_patterns_cover_what_none_reads_alone() -> None:
    assert covers(["3 May 2020", "2019/7/4"], ["Jan 9, 2018"]) == [("date", "D MMM YYYY | YYYY/M/D | MMM D, YYYY")]


def test_a_pattern_may_read_less_than_is_to_be_predicted() -> None:
    assert covers(["3 May 2020"], ["soon"]) == [("date", "D MMM YYYY")]
    assert covers(["3 May 2020", "soon"], []) == []


def test_parts_stand_in_every_text() -> None:
    texts = ["on 1/2/2021 and 13/3/2021", "until 14/4/2020"]
    assert list(parts(texts, [])) == [("date", "D/M/YYYY", 1)]
    assert list(parts(texts, ["never"])) == []
