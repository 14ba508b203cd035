"""From evidence to a probability."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.answer.calibration import MOST_SURE, Calibration, shipped

SIZES = st.floats(-1e6, 1e6)


def test_evidence_adds_log_odds() -> None:
    calibration = Calibration(math.log(2), {"for": 1.0, "against": -math.log(2)})
    assert calibration.confidence({}) == pytest.approx(2 / 3)
    assert calibration.confidence({"against": 2.0}) == pytest.approx(1 / 3)
    assert calibration.confidence({"unknown": 9.0}) == pytest.approx(2 / 3)
    assert calibration.confidence({"for": 100.0}) == MOST_SURE


@given(SIZES, st.dictionaries(st.sampled_from("ab"), SIZES), st.dictionaries(st.sampled_from("ab"), SIZES))
def test_it_is_a_probability(base: float, weights: dict[str, float], evidence: dict[str, float]) -> None:
    assert 0 <= Calibration(base, weights).confidence(evidence) <= MOST_SURE


def test_what_comes_with_induce_listens_to_agreement() -> None:
    assert shipped().weights["agreed"] > 0
