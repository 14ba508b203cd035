"""Versions on one line, and completions for shells, which cost nothing where they are not asked for."""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from induce import __version__
from induce.cli import main, parser_of
from induce.information import SHELLS, actions_of, takes_file, version_line


def test_the_version_says_what_a_report_needs() -> None:
    line = version_line()
    assert line.startswith(f"induce {__version__}, {platform.python_implementation()} {platform.python_version()}, ")
    assert platform.machine() in line
    assert " numpy " in line
    assert " llvmlite " in line
    assert "\n" not in line


def test_a_package_that_is_not_there_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("induce.information.COMPILERS", ("no-such-package-for-induce",))
    assert version_line().endswith(", no-such-package-for-induce missing")


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", SHELLS)
def test_completions_name_every_command_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = printed(capsys, "--print-completion", shell)
    for word in ("solve", "extend", "gate", "max-candidates", "no-guide"):
        assert word in script


def test_bash_takes_what_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    script = tmp_path / "completion"
    script.write_text(printed(capsys, "--print-completion", "bash"), encoding="utf-8")
    asked = f"source {script}; COMP_WORDS=(induce so); COMP_CWORD=1; _shtab_induce; echo ${{COMPREPLY[@]}}"
    done = subprocess.run(["bash", "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["solve"]


def test_without_shtab_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["--print-completion", "zsh"]) == 2
    expected = "induce: --print-completion: shtab is missing; pip install 'induce[completion]'\n"
    assert capsys.readouterr().err == expected


def test_files_are_known_by_their_place_or_their_name() -> None:
    files = {action.dest for action in actions_of(parser_of(benching=True)) if takes_file(action)}
    assert {"task", "program", "inputs", "terms", "suites", "guide", "primitives", "plot", "output"} <= files
    assert not files & {"timeout", "noise", "json", "help", argparse.SUPPRESS}
