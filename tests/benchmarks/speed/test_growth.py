"""Growth is measured at points that can be counted on, and drawn."""

from __future__ import annotations

from itertools import pairwise

import pytest

from induce.benchmarks.speed.growth import Growth, Point, growth, picture
from induce.benchmarks.speed.rates import forward_search
from induce.benchmarks.speed.unsolvable import unsolvable_task


@pytest.fixture(scope="module")
def found() -> Growth:
    return growth(1.0)


def test_points_rise_with_what_grows(found: Growth) -> None:
    assert set(found) == {"cost", "length", "examples"}
    costs = found["cost"]
    assert len(costs) > 5
    for one, next_one in pairwise(costs):
        assert one.at < next_one.at
        assert one.candidates <= next_one.candidates
        assert one.bytes < next_one.bytes
    lengths = found["length"]
    assert [point.at for point in lengths[:3]] == [2, 4, 8]
    assert lengths[0].bytes < lengths[2].bytes


def test_candidates_of_a_cost_do_not_depend_on_the_clock(found: Growth) -> None:
    search = forward_search(unsolvable_task(), 60.0)
    search.builder.grow(300)
    (point,) = [point for point in found["cost"] if point.at == search.builder.level]
    assert point.candidates == search.budget.total


def test_growth_is_drawn() -> None:
    points = [Point(n, n * n, 100 * n, n / 10) for n in range(4)]
    image = picture({"cost": points, "length": points, "examples": []})
    assert image.startswith(b"\x89PNG")
    assert len(image) > 10_000
