"""What all commands have in common: help, the version, and streams that end early."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from induce.information import version_line

from ..commands import DOUBLE, REVERSE, Call, written


def test_version_and_help_are_no_errors(call: Call) -> None:
    assert call("--version")[:2] == (0, f"{version_line()}\n")
    for arguments in (
        ("--help",),
        ("solve", "--help"),
        ("apply", "-h"),
        ("warmup", "-h"),
        ("bench", "-h"),
        ("bench", "run", "-h"),
    ):
        code, out, err = call(*arguments, "--help")
        assert (code, err) == (0, "")
        assert out.startswith("usage: induce ")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["solve", "--help"], ["solve", "none.json"], ["solve", DOUBLE, "--memory", "junk"]]
)
def test_help_and_errors_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom induce.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert not set(done.stderr.splitlines()[-1].split()) & {"llvmlite", "numpy", "torch", "lark", "rich"}


def test_warmup_says_when_it_is_done(call: Call) -> None:
    assert call("warmup")[:2] == (0, "the search engine is compiled\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_no_room_for_the_output_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "induce", "apply", REVERSE, "-"]
        done = subprocess.run(command, input=b"[[1, 2]]", stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"induce: the output cannot be written: no space left on device\n"


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    inputs = written(tmp_path, [[1, 2]] * 20_000)
    command = [sys.executable, "-m", "induce", "apply", REVERSE, str(inputs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
