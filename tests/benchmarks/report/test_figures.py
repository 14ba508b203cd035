"""Rates, families, causes and curves against values worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from induce.benchmarks.report.figures import (
    Rate,
    causes,
    families,
    fitted_rate,
    reliability_by_family,
    reliability_of,
    solved_against_time,
    solved_rate,
)
from induce.benchmarks.report.intervals import wilson

from .rows import confident, outcome, rows


def test_rates_count_tasks() -> None:
    outcomes = rows("ssfnd")
    assert solved_rate(outcomes) == Rate(2, 5)
    assert fitted_rate(outcomes) == Rate(3, 5)
    assert solved_rate(outcomes).interval == wilson(2, 5)
    assert solved_rate([]).share == 0


def test_a_repeated_task_counts_once() -> None:
    often = [outcome(0, "solved", repeat=0), outcome(0, "none", repeat=1)]
    rate = solved_rate([*often, outcome(1, "solved")])
    assert rate.total == 2
    assert rate.successes == pytest.approx(1.5)
    assert rate.interval == pytest.approx(wilson(1.5, 2))


def test_a_rate_is_written_with_its_interval() -> None:
    assert str(Rate(50, 100)) == "50.0% (40.4 to 59.6)"


def test_families_have_their_own_rates() -> None:
    even, odd = families(rows("sfsn"))
    assert (even.name, even.fitted, even.solved) == ("even", Rate(2, 2), Rate(2, 2))
    assert (odd.name, odd.fitted, odd.solved) == ("odd", Rate(1, 2), Rate(0, 2))


def test_causes_hold_what_is_not_solved() -> None:
    found = causes(rows("sfndfu"))
    assert [(cause.status, [one.number for one in cause.outcomes]) for cause in found] == [
        ("fitted", [1, 4]),
        ("none", [2]),
        ("unsupported", [5]),
        ("died", [3]),
    ]
    assert found[0].rate == Rate(2, 6)
    assert found[0].meaning == "fits the examples, predicts wrongly"


def test_causes_count_repeated_tasks_once() -> None:
    often = [outcome(number, "none", repeat=repeat) for number in range(1500) for repeat in range(3)]
    (cause,) = causes([*often, outcome(0, "solved", repeat=3)])
    assert cause.rate.count == "1,499.75"
    assert len(cause.outcomes) == 4500


def test_solved_against_time_rises_with_the_seconds_of_the_solved() -> None:
    outcomes = [outcome(0, "solved", seconds=3), outcome(1, "none", seconds=0.1), outcome(2, "solved", seconds=0.5)]
    assert solved_against_time(outcomes) == ([0.5, 3], [1, 2])
    assert solved_against_time([]) == ([], [])


def test_confidences_are_held_against_what_was_solved() -> None:
    found = reliability_of(confident({0.98: "sssf", 0.4: "sf"}))
    assert found is not None
    assert (found.answers, found.right, found.sure, found.sure_right) == (6, 4, 4, 3)
    assert found.error == pytest.approx((4 * 0.23 + 2 * 0.1) / 6)
    assert found.area == pytest.approx((3 * 1.5 + 0.5) / 8)


def test_only_answers_that_fit_and_can_be_checked_count() -> None:
    counted = confident({0.8: "ssf"})
    others = [
        replace(one, number=10 + place)
        for place, one in enumerate(
            [
                *confident({0.9: "nud"}),
                replace(counted[0], checked=False),
                replace(counted[0], confidence=None),
            ]
        )
    ]
    assert reliability_of([*counted, *others]) == reliability_of(counted)
    assert reliability_of(others) is None
    assert reliability_of(rows("sfn")) is None


def test_a_task_that_is_repeated_counts_by_its_repeats() -> None:
    first, second, other = confident({0.97: "sfs"})
    again = replace(second, number=first.number, repeat=1)
    missed = replace(first, repeat=2, status="none", confidence=None)
    found = reliability_of([first, again, missed, other])
    assert found is not None
    assert [found.answers, found.right] == pytest.approx([5 / 3, 4 / 3])


def test_each_family_has_its_confidences() -> None:
    found = reliability_by_family(confident({0.9: "sfsn"}))
    assert {family: (one.answers, one.right) for family, one in found.items()} == {"even": (2, 2), "odd": (1, 0)}
    assert list(reliability_by_family([*confident({0.9: "s"}), *rows("ss")])) == ["even"]
