"""What sets of drawn tasks have in common: how an example is written, and the command that writes a file of them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

Inputs = tuple[Any, ...]
TASKS, SEED = 100, 0
"""How many tasks there are, and the seed that they are drawn with, unless others are asked for."""


class Document(Protocol):
    """A drawn task."""

    def document(self, number: int) -> dict[str, Any]:
        """The task as a line of task JSONL."""


def pair(inputs: Inputs, output: Any) -> dict[str, Any]:
    """An example as it is written."""
    return {"input": inputs[0] if len(inputs) == 1 else {"args": list(inputs)}, "output": output}


def write(
    drawn: Callable[[int, int], Sequence[Document]], module: str, about: str | None, argv: Sequence[str] | None
) -> int:
    """Write the tasks that `drawn` gives for a number of tasks and a seed, as a command line says."""
    parser = argparse.ArgumentParser(prog=f"python -m induce.benchmarks.tasks.{module}", description=about)
    parser.add_argument("file", type=Path)
    parser.add_argument("--tasks", type=int, default=TASKS)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(argv)
    tasks = drawn(options.tasks, options.seed)
    lines = (json.dumps(one.document(number)) + "\n" for number, one in enumerate(tasks))
    options.file.write_text("".join(lines), encoding="utf-8", newline="\n")
    return 0
