"""Lists as scenes: what has become of their objects."""

from __future__ import annotations

from collections.abc import Iterator

from induce.search.strategies.scenes import are_scenes, scenes_of


def test_scenes_have_a_background_and_runs() -> None:
    before, after = [[0, 2, 2, 0, 3], [4, 4, 0, 1, 0]], [[0, 5, 5, 0, 5], [5, 5, 0, 5, 0]]
    assert are_scenes(before, after)
    assert not are_scenes(before, before)
    assert not are_scenes(before, [ys[1:] for ys in after])
    assert not are_scenes([[0, 2, 1, 0, 3], [4, 5, 0, 1, 0]], after)
    assert not are_scenes([[2, 2, 3, 3, 1, 2], [4, 4, 1, 1, 2, 3]], [[3] * 6, [5] * 6])


def test_objects_that_are_missing_have_the_size_zero() -> None:
    before = [[1, 1, 0, 2, 0, 3, 3, 0], [0, 4, 0, 5, 5, 0, 0, 6]]
    after = [[1, 1, 0, 0, 0, 3, 3, 0], [0, 0, 0, 5, 5, 0, 0, 0]]
    (scenes,) = scenes_of(before, after)
    assert [scene.after for scene in scenes] == [
        ([0, 3, 5], [2, 0, 2], [1, 2, 3]),
        ([1, 3, 7], [0, 2, 0], [4, 5, 6]),
    ]


def test_what_may_be_cut_tells_nothing() -> None:
    before = [[0, 1, 0, 0, 2], [3, 0, 0, 4, 0, 0], [0, 5, 0, 0, 6, 6, 0, 0]]
    after = [[0, 1, 1, 0, 2], [3, 3, 0, 4, 4, 0], [0, 5, 5, 0, 6, 6, 6, 6]]
    (scenes,) = scenes_of(before[:2], after[:2])
    assert [scene.example for scene in scenes] == [0, 1]
    before.append(before[1])
    after.append(after[1])
    (scenes,) = scenes_of(before[1:], after[1:])
    assert [scene.example for scene in scenes] == [0, 2]


def test_long_lists_are_not_looked_through() -> None:
    class Long(list[int]):
        def __iter__(self) -> Iterator[int]:
            raise AssertionError

    assert not are_scenes([Long([0, 1, 1, 2, 0] * 100)] * 2, [Long([0, 3, 3, 2, 0] * 100)] * 2)
