"""The stream of training tasks: the same from any number of processes and any point on, harder as it goes on."""

from __future__ import annotations

from dataclasses import fields
from itertools import islice

from induce.guide.runtime.features import Batch
from induce.guide.tasks.stream import Replay, Stream, round_of


def same(one: Batch, other: Batch) -> bool:
    return all((getattr(one, field.name) == getattr(other, field.name)).all() for field in fields(Batch))


def test_a_stream_goes_on_where_it_was_left_in_any_number_of_processes() -> None:
    here = list(islice(Stream(seed=5, size=30, mixed=2).batches(), 5))
    assert all(len(batch.present) == 30 for batch in here)
    assert not same(here[0], here[1])
    assert not same(here[0], here[2])
    later = list(islice(Stream(seed=5, size=30, mixed=2, workers=1).batches(3), 2))
    assert same(later[0], here[3])
    assert same(later[1], here[4])


def test_the_curriculum_begins_with_short_programs() -> None:
    stream = Stream(seed=5, size=50, mixed=3, pace=2)
    assert [stream.deepest(number) for number in (0, 1, 2, 4, 99)] == [2, 2, 3, 4, 6]
    easy = [one.difficulty for one in round_of(stream, 0)]
    hard = [one.difficulty for one in round_of(stream, 20)]
    assert sum(easy) / len(easy) < sum(hard) / len(hard)


def test_batches_are_seen_again_and_a_replay_goes_on_where_it_was_left() -> None:
    stream = Stream(seed=5, size=20, mixed=2)
    new = list(islice(stream.batches(), 4))
    replay = Replay(stream, again=2, kept=2)
    seen = list(islice(replay.batches(), 12))
    assert all(same(seen[3 * number], batch) for number, batch in enumerate(new))
    for number in range(4):
        recent = new[max(0, number - 1) : number + 1]
        assert all(any(same(batch, one) for one in recent) for batch in seen[3 * number : 3 * number + 3])
    for start in (1, 5, 9):
        assert all(same(one, other) for one, other in zip(seen[start:], islice(replay.batches(start), 3), strict=False))
