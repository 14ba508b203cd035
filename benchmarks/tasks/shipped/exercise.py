"""What a task of the shipped suite is written as: the function that people have in mind, and inputs for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Exercise:
    """A function to be found.

    Parameters
    ----------
    name, meaning
        What it is called and what it says, for people.
    grade
        "easy" is one or two steps, "medium" a few, "hard" a case distinction, a loop, or many.
    function
        What is to be found. An input that is a tuple is several arguments.
    shown, asked
        The inputs of the examples, and those whose outputs are held out.
    """

    name: str
    grade: Literal["easy", "medium", "hard"]
    meaning: str
    function: Callable[..., Any]
    shown: Sequence[Any]
    asked: Sequence[Any]

    def document(self, family: str) -> dict[str, Any]:
        """The task as a line of task JSONL."""
        return {
            "name": self.name,
            "train": [self._pair(value) for value in self.shown],
            "test": [self._pair(value) for value in self.asked],
            "meta": {"family": f"{family}/{self.grade}", "grade": self.grade, "meaning": self.meaning},
        }

    def _pair(self, value: Any) -> dict[str, Any]:
        if isinstance(value, tuple):
            return {"input": {"args": list(value)}, "output": self.function(*value)}
        return {"input": value, "output": self.function(value)}
