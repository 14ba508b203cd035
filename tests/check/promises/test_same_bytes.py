"""How answers of several processes are compared."""

from __future__ import annotations

from induce.check.promises.same_bytes import differences


def test_differences_are_told() -> None:
    assert differences("2 threads", ["a", "b"], ["a", "b"]) == []
    assert differences("2 threads", ["a", "b"], ["a", "c"]) == ["task 1 with 2 threads: c instead of b"]
    assert differences("2 threads", ["a", "b"], ["a"]) == ["2 threads: 1 answers instead of 2"]
