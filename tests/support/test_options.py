"""Options, each declared once: the check, the flag and the help follow from the declaration."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import pytest

from induce.support.errors import InputError
from induce.support.kinds import SECONDS, Kind, optional, whole
from induce.support.options import add_options, check, declared, given, option

COUNT = whole("number of things", least=1)
NAMES = Kind("list of names", "names", tuple, metavar="NAME")


@dataclass(frozen=True)
class Some:
    """Options of all sorts."""

    how_many: int = option(3, COUNT, "how many", group="things", shell="no fewer than one")
    timeout: float | None = option(2.5, optional(SECONDS), "how long", group="limits", off="as long as it takes")
    names: tuple[str, ...] = option((), NAMES, "which", group="things", repeated=True)
    inner: int = option(1, COUNT, "for callers from Python")
    plain: str = "not an option"

    def __post_init__(self) -> None:
        check(self)


def parser_of(*groups: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="test", exit_on_error=False)
    add_options(parser, Some, *groups)
    return parser


def test_declared_are_the_options_in_order() -> None:
    assert [(name, default) for name, _, default in declared(Some)] == [
        ("how_many", 3), ("timeout", 2.5), ("names", ()), ("inner", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], {}),
        (["--how-many", "7"], {"how_many": 7}),
        (["--timeout", "1"], {"timeout": 1.0}),
        (["--no-timeout"], {"timeout": None}),
        (["--names", "a", "--names", "b"], {"names": ["a", "b"]}),
    ],
)
def test_only_what_the_command_line_gives_is_given(words: list[str], expected: dict[str, object]) -> None:
    arguments = parser_of("things", "limits").parse_args(words)
    assert given(arguments, Some) == expected
    assert Some(**given(arguments, Some)).how_many == expected.get("how_many", 3)


def test_a_command_has_the_flags_of_its_groups_alone() -> None:
    told = parser_of("limits").format_help()
    assert "--timeout SECONDS" in told
    assert "--no-timeout" in told
    assert "--how-many" not in told
    assert "--inner" not in parser_of("things", "limits").format_help()


def test_help_says_what_it_is_for_and_the_default() -> None:
    told = " ".join(parser_of("things", "limits").format_help().split())
    assert "how many; no fewer than one (default 3)" in told
    assert "how long (default 2.5)" in told
    assert "as long as it takes" in told


def test_a_flag_and_its_opposite_exclude_one_another() -> None:
    with pytest.raises((argparse.ArgumentError, SystemExit)):
        parser_of("limits").parse_args(["--timeout", "1", "--no-timeout"])


def test_values_are_checked_and_put_in_form() -> None:
    assert Some(timeout=4, names=["x"]) == Some(timeout=4.0, names=("x",))  # type: ignore[arg-type]
    assert isinstance(Some(timeout=4).timeout, float)
    assert Some(timeout=None).timeout is None
    for name, value in (("how_many", 0), ("inner", -1)):
        with pytest.raises(InputError) as caught:
            Some(**{name: value})  # type: ignore[arg-type]
        assert str(caught.value) == f"{name}: {value} is not a valid number of things; expected an integer from 1 on"
