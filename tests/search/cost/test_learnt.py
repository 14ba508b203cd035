"""What traits add to a cost."""

from __future__ import annotations

from induce.search.cost.learnt import MOST_ADDED, MOST_SAVED, PARTS_OF_UNIT, Weights, document, shipped


def test_a_surprise_is_the_rounded_sum_within_bounds() -> None:
    weights = Weights({"odd": 3 * PARTS_OF_UNIT, "usual": -PARTS_OF_UNIT // 2, "mad": 10**6, "dull": -(10**6)})
    assert weights.surprise({}) == weights.surprise({"unknown": 5}) == 0
    assert weights.surprise({"odd": 2, "usual": 2}) == 5
    assert weights.surprise({"mad": 1}) == MOST_ADDED
    assert weights.surprise({"dull": 1}) == -MOST_SAVED


def test_what_comes_with_induce_is_whole() -> None:
    assert shipped().added
    assert all(isinstance(weight, int) for weight in shipped().added.values())
    assert set(document()) == {"added", "calibration"}
