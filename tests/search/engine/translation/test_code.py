"""Instructions, block by block."""

from __future__ import annotations

from induce.search.engine.translation.code import Code


def test_what_follows_the_end_of_a_block_is_dropped() -> None:
    code = Code()
    code.jump("there")
    code.emit("nowhere")
    code.place("nobody")
    code.emit("nowhere")
    code.place("there")
    code.end("ret void")
    assert code.lines == ["  br label %there", "there:", "  ret void"]


def test_a_name_depends_only_on_what_begins_like_it() -> None:
    code = Code()
    assert [code.fresh("a"), code.fresh("b"), code.fresh("a")] == ["a1", "b1", "a2"]
