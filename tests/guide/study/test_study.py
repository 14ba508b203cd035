"""`induce train --study`: a small one from end to end, its resumption, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from induce.cli import main
from induce.dsl.program import parse
from induce.guide.runtime.config import Config
from induce.guide.runtime.features import Batch
from induce.guide.runtime.productions import nodes_of, productions
from induce.guide.study import study, trials
from induce.guide.study.figures import Figures, Trial
from induce.guide.study.study import VARIANTS, Variant, Waking
from induce.guide.study.tables import table
from induce.guide.study.trials import Told
from induce.guide.tasks.stream import processes
from induce.guide.training.checkpoint import restore_checkpoint, save_checkpoint
from induce.guide.training.trainer import Trainer
from induce.guide.training.training import Limit, train
from induce.search.cost.prior import Prior
from induce.search.task.task import Task

from ..synthetic import batch, source

ROOT = Path(__file__).parents[3]
SMALL = Config(batch=8, width=16, blocks=1)
SIZES = {
    study: {"VALIDATION_BATCHES": 2, "WAKING_TASKS": 12, "WAKING_CANDIDATES": 30_000},
    trials: {"MOST_GENERATED": 2, "MOST_OF_FILE": 2},
}
TASKS = "".join(
    json.dumps({"train": [{"input": xs, "output": list(map(change, xs))} for xs in ([1, 5], [4, 2, 7], [9])]}) + "\n"
    for change in (lambda x: x + x, lambda x: x + 3, lambda x: -x, lambda x: x * x)
)


def small(patch: pytest.MonkeyPatch, *variants: Variant) -> None:
    """Let a study be of seconds."""
    patch.setattr(study, "VARIANTS", variants)
    for module, sizes in SIZES.items():
        for name, size in sizes.items():
            patch.setattr(module, name, size)


def induce_study(folder: Path, *options: str) -> int:
    common = ["train", "--study", "--seed", "1", "--minutes", "0.02", "--candidates", "30000", "--device", "cpu"]
    return main([*common, "--output", str(folder), *options])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of a study of two variants, and a file of tasks that it was made with."""
    folder = tmp_path_factory.mktemp("study")
    tasks = folder / "sums.jsonl"
    tasks.write_text('{"train": "a line that is no task"}\n' + TASKS)
    output = folder / "out"
    with pytest.MonkeyPatch.context() as patch:
        wake_sleep = Variant("wake-sleep", 9, replace(SMALL, wake_sleep=True))
        small(patch, Variant("pretrained", 7, replace(SMALL, pretrained=True)), wake_sleep)
        assert induce_study(output, "--tasks", str(tasks)) == 0
    return output, tasks


def rows(folder: Path) -> dict[str, Any]:
    return {row["name"]: row for row in json.loads((folder / "study.json").read_text())["rows"]}


def test_a_study_leaves_a_table_figures_and_a_picture(made: tuple[Path, Path]) -> None:
    folder, _ = made
    assert sorted(path.name for path in folder.iterdir()) == ["study.json", "study.md", "study.png"]
    assert (folder / "study.png").read_bytes().startswith(b"\x89PNG")
    lines = (folder / "study.md").read_text().splitlines()
    table = [line.split(" | ")[0].removeprefix("| ") for line in lines if line.startswith("|")]
    assert table == ["variant", "---", "unguided", "pretrained", "wake-sleep"]
    assert any("sums (2)" in line and "generated (2)" in line for line in lines)
    assert any("own guess is right on" in line for line in lines)
    found = rows(folder)
    assert found["unguided"]["trials"]["sums"][0]["solved"]
    assert found["pretrained"]["guessed"]["outputs"] == 8 * SMALL.batch, "a round of validation batches"
    for name in ("pretrained", "wake-sleep"):
        learning = found[name]["learning"]
        assert learning["steps"] > 5
        assert 1 <= learning["seconds"] < 3
        assert 0 < learning["loss"] < 10
        assert len(learning["curve"]) >= 3
        assert found[name]["trials"]["sums"][0]["solved"]


def test_wake_sleep_finds_programs(made: tuple[Path, Path]) -> None:
    found = rows(made[0])
    woken = found["wake-sleep"]["woken"]
    assert woken["tasks"] == 12
    assert 0 < woken["found"] <= 12
    assert found["pretrained"]["woken"] is None


def test_what_is_learnt_are_the_programs_that_were_found(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "(xs: List[Int]) -> reverse(xs)"
    found = tuple(Trial(fitted, False, 1, program if fitted else "") for fitted in (True, False, True))
    monkeypatch.setattr(study, "WAKING_TASKS", 3)
    monkeypatch.setattr(study, "searched", lambda *_, **__: found)
    with processes(1) as unused:
        waking = Waking(1, [batch(1, 8)], unused)
        [learnt] = waking(Trainer(SMALL))
    assert len(learnt.present) == 2
    assert {tuple(node[1:]) for node in learnt.nodes} == set(nodes_of(parse(program).body))
    assert waking.woken is not None
    assert (waking.woken.tasks, waking.woken.found) == (3, 2)


def test_from_half_way_on_every_fourth_step_is_of_what_was_found(tmp_path: Path) -> None:
    stream, found, path = source(4, 8), [batch(77, 5), batch(78, 5)], tmp_path / "checkpoint"
    wakings: list[int] = []
    sizes: list[int] = []

    def wake(trainer: Trainer) -> list[Batch]:
        wakings.append(trainer.state.steps)
        return found

    def watch(trainer: Trainer, _: float) -> None:
        sizes.append(trainer.state.tasks - sum(sizes))
        if trainer.state.steps == 13:
            save_checkpoint(path, trainer)

    whole = Trainer(replace(SMALL, wake_sleep=True), seed=2)
    train(whole, stream, Limit(steps=20), wake=wake, watch=watch)
    assert wakings == [10]
    assert [step for step, size in enumerate(sizes) if size == 5] == [12, 16]
    assert whole.state.taken == 18
    again = Trainer(whole.config, seed=2)
    restore_checkpoint(path, again)
    train(again, stream, Limit(steps=20), wake=lambda _: pytest.fail("solved again"))
    some = [batch(1, 8)]
    assert all((again.tensors(some)[name] == tensor).all() for name, tensor in whole.tensors(some).items())


def test_what_is_done_is_not_done_again(made: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, tasks = made
    before = (folder / "study.json").read_bytes()
    pretrained = Variant("pretrained", 7, replace(SMALL, pretrained=True))
    small(monkeypatch, pretrained)
    monkeypatch.setattr(study, "_measured", lambda *_: pytest.fail("measured again"))
    assert induce_study(folder, "--tasks", str(tasks)) == 0
    assert (folder / "study.json").read_bytes() == before


def test_what_is_missing_is_made_up_for_after_an_interrupt(
    made: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, tasks = tmp_path / "again", made[1]
    folder.mkdir()
    for path in made[0].iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    measured: list[str] = []

    def interrupted(variant: Variant, *_: Any) -> Figures:
        measured.append(variant.name)
        if variant.name == "third":
            raise KeyboardInterrupt
        return Figures(variant.name, Figures.from_json(rows(folder)["unguided"]).trials)

    done, new = Variant("pretrained", 7, replace(SMALL, pretrained=True)), Variant("second", 1, SMALL)
    small(monkeypatch, done, new, Variant("third", 2, SMALL))
    monkeypatch.setattr(study, "_measured", interrupted)
    assert induce_study(folder, "--tasks", str(tasks)) == 130
    assert measured == ["second", "third"]
    assert list(rows(folder)) == ["unguided", "pretrained", "wake-sleep", "second"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--tasks", "missing.jsonl"], "missing.jsonl: cannot be read"),
        (["--tasks", "bad.jsonl"], "bad.jsonl:1: line 1, column 1: not JSON"),
        (["--tasks", "empty.jsonl"], "empty.jsonl: no tasks"),
        (["--tasks", "good.jsonl", "good.jsonl"], "another set of tasks called good"),
        (["--output", "foreign"], "holds letter.txt"),
        (["--output", "nowhere/study"], "not a valid folder for a study"),
        (["--output", "good.jsonl"], "not a valid folder for a study"),
        (["--output", "broken"], "not a study of this version"),
        (["--steps", "3"], "--steps"),
        (["--checkpoint", "file"], "--checkpoint: not with --study"),
    ],
)
def test_what_is_refused_is_told_in_one_line_before_anything_is_made(
    options: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(study, "processes", lambda _: pytest.fail("began"))
    Path("good.jsonl").write_text(TASKS)
    Path("bad.jsonl").write_text("no JSON\n")
    Path("empty.jsonl").write_text("\n")
    for name, file in (("foreign", "letter.txt"), ("broken", "study.json")):
        Path(name).mkdir()
        (Path(name) / file).write_text("{}")
    assert main(["train", "--study", *options]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert told in lines[0]


def test_another_study_is_not_gone_on_with(made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert induce_study(made[0], "--tasks", str(made[1]), "--seed", "2") == 2
    assert "its seed differ" in capsys.readouterr().err
    assert main(["train", "--tasks", "file"]) == 2
    assert "--tasks: only with --study" in capsys.readouterr().err


def test_the_variants_are_distinct_and_every_question_has_one() -> None:
    assert len({variant.name for variant in VARIANTS}) == len(VARIANTS)
    assert len({variant.config for variant in VARIANTS}) == len(VARIANTS)
    assert {variant.question for variant in VARIANTS} == set(range(10))
    assert all(Config.from_json(variant.config.to_json()) == variant.config for variant in VARIANTS)
    assert len({variant.config.batch for variant in VARIANTS}) == 1, "they see the same batches"


def test_a_trial_asks_its_guide_as_soon_as_there_is_a_bank() -> None:
    class Asked(Told):
        def prior(self, task: Task, usual: Prior) -> Prior:
            asked.append(task)
            return super().prior(task, usual)

    def hard(xs: list[int]) -> list[int]:
        return [x * (i + 3) % 17 + xs[0] * i for i, x in enumerate(sorted(xs))]

    asked: list[Task] = []
    easy = Task.from_examples([([3, 1, 2], [2, 1, 3]), ([5, 4], [4, 5])], inputs=[[1, 2]], expected=[[2, 1]])
    never = Task.from_examples([(xs, hard(xs)) for xs in ([3, 1, 2], [9, 4, 7, 7], [5, 8])])
    guide = Asked(np.zeros((8, len(productions())), np.int64))
    found, missed = trials._searched(easy, guide, 40_000), trials._searched(never, guide, 40_000)
    assert (found.fitted, found.solved, missed.fitted) == (True, True, False)
    assert asked == [never]


def test_a_configuration_from_before_there_was_wake_sleep_is_read() -> None:
    fields = json.loads(Config(smoothing=0.1).to_json())
    del fields["wake_sleep"]
    assert Config.from_json(json.dumps(fields)) == Config(smoothing=0.1)


def test_the_ratio_is_of_tasks_that_both_fit_and_that_take_long() -> None:
    def of(name: str, *trials: tuple[bool, int]) -> Figures:
        return Figures(name, {"set": tuple(Trial(fitted, False, after, "") for fitted, after in trials)})

    unguided = of("unguided", (True, 1_000_000), (True, 1000), (False, 0), (True, 2_000_000), (True, 400_000))
    guided = of("guided", (True, 100_000), (True, 5000), (True, 10), (False, 0), (True, 800_000))
    assert guided.ratio(unguided) == (1.05, 2)
    settings = {"minutes": 3.0, "seed": 0, "device": "cpu", "candidates": 3_000_000}
    text = table([unguided, guided], settings)
    assert "| guided | – | – | – | – | – | – | 4, 0 | 1.05 (2) |" in text
