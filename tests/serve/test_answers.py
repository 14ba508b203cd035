"""What the page is told of a result."""

from __future__ import annotations

import json
from typing import Any

from induce import Session
from induce.serve.answers import answer, in_sheet, nothing
from induce.serve.sheet import Sheet


def answered(*rows: list[str], **options: Any) -> dict[str, Any]:
    sheet = Sheet.of([*rows], [False] * len(rows[0]))
    session = Session(
        sheet.examples, inputs=sheet.inputs, **{"timeout": None, "max_candidates": 200_000, "guide": None, **options}
    )
    said = answer(sheet, session.solve(), session.changed, is_last=True)
    back: dict[str, Any] = json.loads(json.dumps(said))
    return back


def test_predictions_come_with_their_rivals() -> None:
    said = answered(["[2, 2]", "4"], ["", ""], ["[3, 5]", ""], ["[2, 2]", ""])
    assert (said["status"], said["kinds"], said["trust"]) == ("solved", ["list", "number"], "low")
    first, second = said["cells"]
    assert first["row"] == 2
    assert {rival["cell"] for rival in first["rivals"]} >= {"8", "15"}
    assert first["rivals"][0]["cell"] == first["cell"]
    assert second == {"row": 3, "cell": "4", "rivals": []}
    assert said["question"]["inputs"] == ["[3, 5]"]
    assert [one["cell"] for one in said["question"]["answers"]] == [one["cell"] for one in first["rivals"]]
    assert said["words"].startswith("Unsure: ")
    assert said["words"].endswith("% that all predictions are right")
    assert said["python"].startswith("def solve(xs: list[int]) -> int:\n")
    assert said["document"]["test"] == [{"input": [3, 5]}, {"input": [2, 2]}]


def test_a_sure_answer_says_so() -> None:
    said = answered(["[3, 1, 2]", "[6, 2, 4]"], ["[5, 10]", "[10, 20]"], ["[7, 0, 9]", "[14, 0, 18]"], ["[8]", ""])
    assert said["cells"] == [{"row": 3, "cell": "[16]", "rivals": []}]
    assert said["words"].startswith({"high": "Sure: ", "fair": "Fairly sure: "}[said["trust"]])
    assert said["words"].endswith("% that the prediction is right")
    assert (said["question"], said["hint"], said["change"]) == (None, "", "a first program")


def test_without_inputs_to_predict_it_is_the_program_that_may_be_right() -> None:
    assert answered(["3", "6"], ["5", "10"])["words"].endswith("% that this is the program you mean")


def test_an_output_that_a_program_does_not_have_is_null() -> None:
    said = answered(["[3, 1]", "3"], ["[5, 10]", "5"], ["[8, 2, 4]", "8"], ["[]", ""])
    assert said["cells"][0]["cell"] is None


def test_without_a_program_the_rows_that_are_wrong_are_named() -> None:
    said = answered(["[3, 1, 4]", "8561"], ["[9]", ""], ["[1, 5]", "40217"], ["[9, 2]", "-777123"], max_candidates=5000)
    assert said["status"] in ("partial", "none")
    assert (said["cells"], said["python"], said["program"], said["trust"]) == ([], "", "", "none")
    assert set(said["wrong"]) <= {0, 2, 3}
    assert said["wrong"]
    assert said["words"]


def test_without_examples_there_is_the_task_alone() -> None:
    said = nothing(Sheet.of([["a", ""]], [False, False]))
    assert (said["status"], said["kinds"]) == ("empty", ["text", "text"])
    assert said["document"] == {"train": [], "test": [{"input": "a"}]}


def test_messages_name_rows() -> None:
    sheet = Sheet.of([["1", ""], ["2", "3"], ["4", "5"], ["", ""], ["6", ""]], [False, False])
    message = "train[1].output: odd; train[0]: even; test[1].input: both"
    assert in_sheet(message, sheet) == "row 3, output: odd; row 2: even; row 5, input: both"
