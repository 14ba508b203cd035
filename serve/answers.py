"""What the page is told of a result: predictions with their rivals, how sure it is, and what would settle it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from ..changes import Change
from ..dsl.core.decimals import returned
from ..dsl.program import NO_VALUE
from ..search.answer.result import Result
from .cells import cell_of
from .sheet import Sheet

MOST_RIVALS = 5
"""Outputs that are offered for a cell or a question, the likeliest."""
LEAST_SHARE = 0.04
"""A rival of less than this share is not worth a look."""
PLACE = re.compile(r"(train|test)\[(\d+)\](?:\.(input|output))?")


def answer(sheet: Sheet, result: Result, change: Change | None, *, is_last: bool) -> dict[str, Any]:
    """The answer for a table as JSON values; unless `is_last`, a longer search may give a better one."""
    solved = result.status == "solved"
    return {
        "status": result.status,
        "kinds": list(sheet.kinds),
        "last": is_last,
        "cells": _cells(sheet, result) if solved else [],
        "wrong": [row for row, fits in zip(sheet.numbers[0], result.fits, strict=True) if not fits and not solved],
        "confidence": round(result.confidence, 4),
        "trust": result.trust if solved else "none",
        "words": in_words(result, predictions=len(sheet.numbers[1])),
        "hint": result.hint or "",
        "question": _question(sheet, result),
        "notes": list(result.notes),
        "python": result.program.python() if solved and result.program is not None else "",
        "program": str(result.program) if solved else "",
        "document": sheet.document,
        "change": str(change or ""),
        "seconds": round(result.stats.seconds, 2),
        "candidates": result.stats.candidates,
    }


def nothing(sheet: Sheet) -> dict[str, Any]:
    """The answer for a table without examples."""
    return {"status": "empty", "kinds": list(sheet.kinds), "last": True, "words": "", "document": sheet.document}


def in_words(result: Result, *, predictions: int) -> str:
    """How sure an answer is, or why there is none, as a person would say it."""
    if result.status != "solved":
        return _in_rows(result.reason[:1].upper() + result.reason[1:])
    sure = {"high": "Sure", "fair": "Fairly sure", "low": "Unsure"}[result.trust]
    of = "that all predictions are right" if predictions > 1 else "that the prediction is right"
    return f"{sure}: {round(100 * result.confidence)}% {of if predictions else 'that this is the program you mean'}"


def _in_rows(text: str) -> str:
    return PLACE.sub(lambda found: f"example {int(found[2]) + 1}", text)


def in_sheet(message: str, sheet: Sheet) -> str:
    """An error message with the rows of a table in place of the examples of a task."""

    def place(found: re.Match[str]) -> str:
        numbers = sheet.numbers[found[1] == "test"]
        number = int(found[2])
        row = numbers[number] + 1 if number < len(numbers) else number + 1
        return f"row {row}" + (f", {found[3]}" if found[3] else "")

    return PLACE.sub(place, message)


def _cells(sheet: Sheet, result: Result) -> list[dict[str, Any]]:
    """The predictions, each with its row and with what rivals say instead; those without an output are None."""
    cells = []
    for column, row in enumerate(sheet.numbers[1]):
        shares: dict[str | None, float] = defaultdict(float)
        for one in result.ranked:
            shares[_written(sheet, result, one.predictions[column])] += one.probability
        own = _written(sheet, result, result.ranked[0].predictions[column])
        likely = sorted((pair for pair in shares.items() if pair[0] is not None), key=lambda pair: -pair[1])
        rivals = [(cell, share) for cell, share in likely if share >= LEAST_SHARE or cell == own][:MOST_RIVALS]
        cells.append({"row": row, "cell": own, "rivals": _offered(rivals) if len(rivals) > 1 else []})
    return cells


def _written(sheet: Sheet, result: Result, output: Any) -> str | None:
    task = result.task
    return None if output is NO_VALUE else sheet.written(returned(output, task.result_type, task.style))


def _offered(shares: list[tuple[str | None, float]]) -> list[dict[str, Any]]:
    return [{"cell": cell, "share": round(share, 3)} for cell, share in shares]


def _question(sheet: Sheet, result: Result) -> dict[str, Any] | None:
    """The input whose output would settle which rival is meant, and what they say."""
    question = result.question()
    if question is None:
        return None
    said = [(sheet.written(one.output), one.probability) for one in question.answers if one.output is not None]
    if len(said) < 2:
        return None  # All that can be chosen is what is predicted anyway.
    inputs = ["" if value is None else cell_of(value) for value in question.inputs]
    return {"inputs": inputs, "answers": _offered([*said[:MOST_RIVALS]])}
