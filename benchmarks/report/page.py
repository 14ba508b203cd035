"""A report as one HTML page that needs nothing else: no scripts, no other files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from ..runs.outcome import FAULTS, Outcome
from ..runs.store import Run
from .changes import comparison_part
from .confidences import confidences_part
from .drawing import colour, svg
from .figures import Family, Rate, causes, families, solved_rate, status_rate
from .markup import Markup, element, folded, joined, table
from .measured import Measured, Section
from .pictures import Gallery, shown_families
from .summary import LIMITS
from .tables import NOTHING, percent, seconds

STYLE = Path(__file__).with_name("page.css")
STRIP = (
    ("solved", "solved", ("solved",)),
    ("fitted", "fits the examples, predicts wrongly", ("fitted",)),
    ("none", "no program", ("none",)),
    ("unsupported", "not supported", ("unsupported",)),
    ("fault", "killed, crashed, out of memory or not a task", FAULTS),
)
"""What becomes of tasks: class, meaning and statuses."""
LEAST_WRITTEN = 0.07
"""A narrower part of a strip has no room for its share."""


def page(sections: Sequence[Section], galleries: Sequence[Gallery]) -> str:
    """The whole page, from the sections and the pictures of each."""
    title = "induce bench: " + ", ".join(section.suite for section in sections)
    head = element(
        "head",
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", title),
        element("style", Markup(STYLE.read_text(encoding="utf-8"))),
    )
    parts = zip(sections, galleries, strict=True)
    body = element("body", *(_section(section, some, f"s{number}") for number, (section, some) in enumerate(parts)))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _section(section: Section, pictures: Gallery, name: str) -> Markup:
    paragraphs = dict.fromkeys([_introduction(section), *(_circumstances(one.run) for one in section.runs)])
    parts: list[object] = [
        element("h1", section.suite),
        *(element("p", text, class_="faint") for text in paragraphs),
        element("div", *(_card(number, one) for number, one in enumerate(section.runs)), class_="cards"),
        element("h2", "What became of the tasks"),
        _strips(section.runs),
        element("h2", "Solved against time"),
        element("figure", svg(pictures.cactus, f"{name}-cactus"), _note("Higher and further left is better.")),
        element("h2", "Families: fitted against solved"),
        _families(section, svg(pictures.families, f"{name}-families")),
    ]
    if pictures.reliability is not None:
        parts.append(confidences_part(section.runs, svg(pictures.reliability, f"{name}-reliability")))
    for number, ((other, comparison), figure) in enumerate(zip(section.comparisons, pictures.scatters, strict=True)):
        parts.append(comparison_part(comparison, section.baseline, other, svg(figure, f"{name}-scatter{number}")))
    parts += [element("h2", "Not solved, by cause"), *map(_failures, section.runs)]
    parts += [element("h2", "How it was measured"), *map(_setting, section.runs)]
    return element("section", *parts)


def _introduction(section: Section) -> str:
    tasks = max(one.summary.tasks for one in section.runs)
    days = sorted({one.run.started[:10] for one in section.runs})
    return (
        f"{tasks:,} tasks, {', '.join(days)}. A task is fitted when a program reproduces its examples, and solved when "
        "that program also predicts every output held back. Ranges are 95% intervals."
    )


def _circumstances(run: Run) -> str:
    """What the figures of a run depend on most."""
    limits = run.limits
    most = [
        "" if limits.timeout is None else f"{limits.timeout:g} s",
        "" if limits.candidates is None else f"{limits.candidates:,} candidates",
        f"{limits.memory / 1e9:g} GB",
    ]
    where = f"{run.machine.get('cpu', 'unknown processor')}, commit {run.commit or 'unknown'}"
    return f"At most {', '.join(filter(None, most))} a task; {where}."


def _card(number: int, one: Measured) -> Markup:
    solved = solved_rate(one.outcomes)
    return element(
        "div",
        element("div", one.label, class_="faint"),
        element("div", percent(solved.share), class_="big"),
        element("div", f"solved, {_range(solved)}", class_="faint"),
        _interval(solved),
        element("dl", *(joined([element("dt", key), element("dd", value)]) for key, value in _lines(one))),
        class_="card",
        style=f"--run: {colour(number)}",
    )


def _lines(one: Measured) -> Iterable[tuple[str, str]]:
    summary = one.summary
    yield "fitted", percent(summary.fitted)
    for limit, share in zip(LIMITS, summary.within, strict=True):
        yield f"solved in {limit:g} s", percent(share)
    yield "median time of the solved", f"{seconds(summary.median)} s"
    most = max((outcome.memory or 0 for outcome in one.outcomes), default=0)
    yield "most memory", f"{most / 1e6:,.0f} MB" if most else NOTHING
    yield "killed, crashed or no task", str(summary.faults)
    if summary.tasks < one.run.tasks:
        yield "tasks not run yet", f"{one.run.tasks - summary.tasks:,}"


def _range(found: Rate) -> str:
    low, high = found.interval
    return f"{100 * low:.1f} to {percent(high)}"


def _interval(found: Rate) -> Markup:
    low, high = found.interval
    band = element("i", style=f"left: {100 * low:.2f}%; width: {100 * (high - low):.2f}%")
    return element("div", band, element("b", style=f"left: {100 * found.share:.2f}%"), class_="range")


def _strips(runs: Sequence[Measured]) -> Markup:
    key = [element("span", element("i", class_=name), meaning) for name, meaning, _ in STRIP]
    rows = [joined([element("div", one.label, class_="faint"), _strip(one.outcomes)]) for one in runs]
    return element("figure", *rows, element("div", *key, class_="legend"))


def _strip(outcomes: Sequence[Outcome]) -> Markup:
    parts = []
    for name, meaning, statuses in STRIP:
        found = status_rate(outcomes, statuses)
        if found.successes:
            title = f"{meaning}: {found.count} tasks, {percent(found.share)}"
            shown = percent(found.share) if found.share >= LEAST_WRITTEN else ""
            parts.append(element("span", shown, class_=name, title=title, style=f"flex: {found.successes:g} 0 0"))
    return element("div", *parts, class_="strip")


def _families(section: Section, picture: Markup) -> Markup:
    known = [(one.label, {family.name: family for family in families(one.outcomes)}) for one in section.runs]
    names = sorted(set().union(*(by_name for _, by_name in known)))
    rows = [
        (family, label, found.solved.total, *_shares(found))
        for family in names
        for label, by_name in known
        if (found := by_name.get(family)) is not None
    ]
    shown = shown_families(section.series)
    note = f"The {len(shown)} largest of {len(names)} families." if len(shown) < len(names) else ""
    heads = ("family", "run", "*tasks", "*fitted", "*solved", "*95% interval")
    return joined([element("figure", picture, _note(note)), folded("The figures of every family", table(heads, rows))])


def _shares(family: Family) -> tuple[str, str, str]:
    return percent(family.fitted.share), percent(family.solved.share), _range(family.solved)


def _failures(one: Measured) -> Markup:
    return joined(
        [
            element("h3", one.label),
            *(
                folded(
                    joined([cause.meaning, element("span", f"  {cause.rate.count}", class_="faint")]),
                    table(("task", "family", "*seconds", "*candidates", "program or fault"), map(_row, cause.outcomes)),
                )
                for cause in causes(one.outcomes)
            ),
        ]
    )


def _row(one: Outcome) -> Sequence[object]:
    name = f"{one.name} (repeat {one.repeat})" if one.repeat else one.name
    tried = NOTHING if one.candidates is None else f"{one.candidates:,}"
    shown = element("code", one.program) if one.program else one.fault
    return name, one.family, seconds(one.seconds), tried, shown


def _setting(one: Measured) -> Markup:
    run = one.run
    known = {
        "started": run.started,
        "commit": run.commit,
        "suite": f"{run.suite} ({run.tasks:,} tasks, {run.digest})",
        "repeats": run.repeats,
        "digests of the code and the language": f"{run.sources}, {run.dsl}",
        **{f"limit: {key}": value for key, value in asdict(run.limits).items()},
        **{f"option: {key}": value for key, value in run.settings.items()},
        **{f"machine: {key}": value for key, value in run.machine.items()},
    }
    return folded(one.label, table(("", ""), known.items()))


def _note(text: str) -> Markup:
    return element("figcaption", text) if text else Markup("")
