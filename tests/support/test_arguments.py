"""Command lines that are wrong are told in one line, like any other input."""

from __future__ import annotations

import pytest

from induce.support.arguments import MOST, Parser
from induce.support.errors import InputError
from induce.support.kinds import SECONDS


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["run", "--limit", "x"], "--limit: 'x' is not a valid number of seconds; expected a positive number"),
        (["run", "--limit"], "--limit: expected one argument"),
        (["run", "--limit=--"], "--limit: -- is not a value"),
        (["run", "--other"], "unrecognized arguments: --other"),
        ([], "the following arguments are required: COMMAND"),
        (["walk"], "COMMAND: invalid choice: 'walk'"),
        (["run", "x" * 5000], f"unrecognized arguments: {'x' * 400}"),
    ],
)
def test_a_complaint_is_one_line(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser(prog="test")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("run").add_argument("--limit", type=SECONDS)
    with pytest.raises(InputError) as caught:
        parser.parse_args(words)
    assert str(caught.value).startswith(told)
    assert len(str(caught.value)) <= MOST
    assert capsys.readouterr() == ("", "")
