"""Measures of confidences whose values are known."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.answer.reliability import Bin, reliability

TOLD = st.lists(st.tuples(st.integers(0, 20).map(lambda n: n / 20), st.booleans()), min_size=1, max_size=30)


def test_confidences_that_hold_have_no_error() -> None:
    found = reliability([0.8] * 5 + [0.5] * 4, [True] * 4 + [False] + [True, False] * 2)
    assert found.error == pytest.approx(0)
    assert (found.answers, found.right) == (9, 6)


def test_the_error_is_weighed_by_the_answers_of_a_bin() -> None:
    # Of 6 with a mean of 0.85 half are right, of 2 with a mean of 0.25 none: (6 * 0.35 + 2 * 0.25) / 8.
    found = reliability([0.82, 0.85, 0.88] * 2 + [0.22, 0.28], [True, False] * 3 + [False] * 2)
    assert [(one.number, one.answers, one.right) for one in found.bins] == [(2, 2, 0), (8, 6, 0.5)]
    assert [one.confidence for one in found.bins] == pytest.approx([0.25, 0.85])
    assert found.error == pytest.approx(0.325)


def test_too_much_and_too_little_in_one_bin_cancel_out_and_in_two_add_up() -> None:
    assert reliability([0.41, 0.49], [False, True]).error == pytest.approx(0.05)
    assert reliability([0.39, 0.41], [True, False]).error == pytest.approx((0.61 + 0.41) / 2)


def test_a_bin_has_its_upper_end() -> None:
    ends = [number / 10 for number in range(11)]
    assert [one.number for one in reliability(ends, [True] * 11).bins] == list(range(10))
    for number, end in enumerate(ends[1:]):
        (one,) = reliability([end], [True]).bins
        assert one == Bin(number, 1, end, 1)
        (one,) = reliability([end - 0.05], [False]).bins
        assert one.number == number


@pytest.mark.parametrize(
    ("right", "wrong", "area"),
    [
        ([0.9, 0.8], [0.1, 0.7], 1),
        ([0.1], [0.2, 0.9], 0),
        ([0.5, 0.5], [0.5], 0.5),
        ([0.9, 0.4], [0.6, 0.3], 0.75),
        ([0.9, 0.6], [0.6, 0.3], 0.875),
        ([0.9, 0.6], [], None),
        ([], [0.6], None),
    ],
)
def test_the_area_is_the_share_of_pairs_in_order(right: list[float], wrong: list[float], area: float | None) -> None:
    found = reliability([*right, *wrong], [True] * len(right) + [False] * len(wrong)).area
    assert found == (None if area is None else pytest.approx(area))


def test_the_sure_answers() -> None:
    found = reliability([0.99, 0.95, 0.95, 0.94, 0.5, 0.5], [True, True, False, True, True, False])
    assert (found.sure, found.sure_right) == (3, 2)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(2 / 4)
    lower = reliability([0.99, 0.6, 0.5], [True, False, True], sure=0.6)
    assert (lower.sure, lower.precision, lower.recall) == (2, 0.5, 0.5)


def test_without_sure_or_right_answers_there_are_no_shares_of_them() -> None:
    found = reliability([0.5, 0.6], [False, False])
    assert (found.sure, found.precision, found.recall) == (0, None, None)
    assert found.error == pytest.approx(0.55)


@given(TOLD)
def test_the_area_agrees_with_its_pairs_and_the_error_is_a_share(told: list[tuple[float, bool]]) -> None:
    confidences, right = [one for one, _ in told], [one for _, one in told]
    found = reliability(confidences, right)
    pairs = [(a > b) + (a == b) / 2 for a, is_right in told if is_right for b, other in told if not other]
    assert found.area == (pytest.approx(sum(pairs) / len(pairs)) if pairs else None)
    assert 0 <= found.error <= 1
    assert sum(one.answers for one in found.bins) == len(told)


@given(TOLD, st.data())
def test_an_answer_that_counts_twice_is_two(told: list[tuple[float, bool]], data: st.DataObject) -> None:
    often = data.draw(st.lists(st.integers(1, 3), min_size=len(told), max_size=len(told)))
    repeated = [one for one, count in zip(told, often, strict=True) for _ in range(count)]
    counted = reliability([one for one, _ in told], [one for _, one in told], often)
    written = reliability([one for one, _ in repeated], [one for _, one in repeated])
    assert counted.error == pytest.approx(written.error)
    assert counted.area == (None if written.area is None else pytest.approx(written.area))
    for name in ("answers", "right", "sure", "sure_right"):
        assert getattr(counted, name) == getattr(written, name)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([], []), "expected one for each of at least one"),
        (([0.5], [True, False]), "1 confidences of 2 answers"),
        (([0.5], [True], [1, 1]), "expected one for each"),
        (([1.5], [True]), "between 0 and 1"),
        (([float("nan")], [True]), "between 0 and 1"),
        (([0.5], [True], [0]), "expected positive numbers"),
    ],
)
def test_what_cannot_be_measured_is_refused(arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        reliability(*arguments)
