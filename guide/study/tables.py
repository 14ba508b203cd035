"""The table of a study, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .figures import LATE, Figures

NOTHING = "–"


def table(rows: Sequence[Figures], settings: Mapping[str, Any]) -> str:
    """A row for each variant; the first one is the search without a guide."""
    unguided = rows[0]
    head = ["variant", "question", "parameters", "steps", "loss", "recall@10", "recall@20"]
    head += [*(f"{name} ({len(trials)})" for name, trials in unguided.trials.items()), "candidates"]
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *(_cells(row, unguided) for row in rows)]
    text = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return f"# Study\n\n{text}\n{_explained(settings)}{''.join(_remarks(rows))}\n![curves](study.png)\n"


def _cells(row: Figures, unguided: Figures) -> list[str]:
    learning = row.learning
    cells = [NOTHING] * 5
    if learning is not None:
        cells = [f"{learning.parameters:,}", f"{learning.steps:,}"]
        cells += [f"{figure:.3f}" for figure in (learning.loss, learning.recall10, learning.recall20)]
    trials = (row.trials[name] for name in unguided.trials)
    cells += [f"{sum(one.fitted for one in some)}, {sum(one.solved for one in some)}" for some in trials]
    ratio, count = row.ratio(unguided)
    return [row.name, str(row.question or NOTHING), *cells, NOTHING if ratio is None else f"{ratio:.2f} ({count})"]


def _explained(settings: Mapping[str, Any]) -> str:
    return (
        f"Each variant learnt for {settings['minutes']:g} minutes from the same tasks in the same order "
        f"(seed {settings['seed']}, {settings['device']}). Loss in nats a node, and the share of a program's "
        "primitives among the 10 and 20 likeliest productions in their place, on tasks that were not learnt from. Of "
        f"each set of tasks: how many were fitted, and solved, within {settings['candidates']:,} candidates; the guide "
        "is asked nearly at once. Candidates: the median ratio to the search without a guide, over so many tasks (in "
        f"brackets) that both fitted and that took it more than {LATE:,}.\n"
    )


def _remarks(rows: Iterable[Figures]) -> Iterable[str]:
    for row in rows:
        if row.guessed is not None:
            share, outputs = 100 * row.guessed.right / row.guessed.outputs, row.guessed.outputs
            yield f"\n{row.name}: the autoencoder's own guess is right on {share:.1f}% of {outputs:,} outputs.\n"
        if row.woken is not None:
            yield (
                f"\n{row.name}: half-way it found programs for {row.woken.found:,} of {row.woken.tasks:,} tasks and "
                f"learnt from them; the search took {row.woken.seconds:.0f} s, which are not counted as learning.\n"
            )
