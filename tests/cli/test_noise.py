"""`induce solve --noise`: examples that may be wrong, and what is said of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..commands import BUDGET, Call, one_line, written

NOISY = {
    "train": [
        {"input": [3, 1, 2], "output": [6, 2, 4]},
        {"input": [5, 1], "output": [10, 2]},
        {"input": [7], "output": [3]},
        {"input": [8, 0], "output": [16, 0]},
        {"input": [8, 0], "output": [16, 1]},
    ],
    "test": [{"input": [7, 9], "output": [14, 18]}],
}


def test_an_answer_says_which_examples_it_disbelieves(call: Call, tmp_path: Path) -> None:
    task = written(tmp_path, NOISY)
    code, out, _ = call("solve", task, "--noise", "2", *BUDGET)
    assert code == 0
    assert "program   (xs: List[Int]) -> xs * 2" in out
    assert "disbelieves train[2]: expected [3], the program gives [14]" in out
    assert "disbelieves train[4]: expected [16, 1], the program gives [16, 0]" in out
    code, out, _ = call("solve", task, "--noise", "2", "--json", *BUDGET)
    answer = json.loads(out)
    assert code == 0
    assert (answer["status"], answer["disbelieved"]) == ("solved", [2, 4])
    assert answer["fits"] == [True, True, False, True, False]
    assert answer["predictions"] == [[14, 18]]


@pytest.mark.parametrize("noise", ["0", "1"])
def test_with_less_noise_than_there_is_there_is_no_answer(noise: str, call: Call, tmp_path: Path) -> None:
    nonsense = {"input": [7], "output": [913, 37, 571, 88, 205]}
    task = {"train": [*NOISY["train"][:2], nonsense, *NOISY["train"][3:]]}
    code, out, err = call("solve", written(tmp_path, task), "--noise", noise, *BUDGET)
    if noise == "0":
        assert code == 2
        assert one_line(err).endswith("contradicts train[3]: the same input has two outputs")
    else:
        assert code == 1
        assert "reproduces 4 of 5 examples" in out


def test_noise_that_leaves_no_majority_is_refused_in_a_line(call: Call, tmp_path: Path) -> None:
    code, out, err = call("solve", written(tmp_path, NOISY), "--noise", "3")
    assert (code, out) == (2, "")
    expected = "noise: 3 wrong among 5 examples; expected fewer than half, and two to be believed"
    assert one_line(err) == f"induce: {expected}"
