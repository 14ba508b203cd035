"""Ctrl-C while a command runs: what was found by then is printed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from induce.search.answer import result
from induce.search.portfolio.guided import GuidedSearch
from induce.search.task import loading

from ..commands import BUDGET, BY_NAME, DOUBLE, Call


@pytest.mark.parametrize(
    "form", [(), ("--json",), ("--python",), ("--text",)], ids=lambda form: "".join(form) or "read"
)
def test_an_interrupted_search_still_prints_the_best(
    form: tuple[str, ...], call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = GuidedSearch.run

    def interrupted(self: GuidedSearch) -> str:
        run(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(GuidedSearch, "run", interrupted)
    code, out, _ = call("solve", DOUBLE, *form, *BUDGET)
    assert code == 130
    assert "xs * 2" in out or "x * 2" in out
    if "--json" in form:
        answer = json.loads(out)
        assert (answer["status"], answer["stats"]["stopped_by"]) == ("solved", "interrupted")


@pytest.mark.parametrize("name", ["telling_question", "hint"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["read", "json"])
def test_interrupted_while_the_question_is_worked_out(
    form: tuple[str, ...], name: str, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(result, name, interrupted)
    code, out, _ = call("solve", str(BY_NAME["ambiguous"]), *form, *BUDGET)
    assert code == 130
    assert "predictions" in out
    assert "question: what" not in out


def test_interrupted_before_there_is_anything(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(GuidedSearch, "run", interrupted)
    code, out, _ = call("solve", DOUBLE)
    assert code == 130
    assert out.startswith("no program: ")
    assert "stopped by: interrupted" in out
    monkeypatch.setattr(loading, "load_task", interrupted)
    assert call("solve", DOUBLE) == (130, "", "induce: interrupted\n")
