"""Command lines that are changed: every option is known, and what keeps a line from long work stays."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from random import Random

from induce.check.broken import cases
from induce.check.broken.lines import OPTIONS, changed, numbered
from induce.cli import parser_of

SEEDS = range(50)


def _options(parser: argparse.ArgumentParser, command: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """The commands, each with its options that take a value."""
    yield command, " ".join(one.option_strings[-1] for one in parser._actions if one.option_strings and one.nargs != 0)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from _options(inner, (*command, name))


def test_the_options_are_those_of_the_commands() -> None:
    assert dict(OPTIONS) == dict(_options(parser_of(benching=True)))


def test_every_command_has_a_line() -> None:
    lines = {line.words[:2] for line in cases.LINES} | {line.words[:1] for line in cases.LINES}
    assert {*OPTIONS} - lines == {(), ("serve",), ("warmup",)}


def test_lines_are_changed_and_keep_their_ends() -> None:
    for line in cases.LINES:
        for change in (changed, numbered):
            found = {change(line, Random(seed)) for seed in SEEDS}
            assert len(found) > 10
            assert all(words[len(words) - len(line.ends) :] == line.ends for words in found)
