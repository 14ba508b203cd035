"""Command lines in which a word is left out, or one too many, and numbers that an option does not take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

ODD_WORDS = (
    "", " ", "-1", "0", "1", "7", "nan", "inf", "-inf", "1e999", "1e-400", "9" * 400, "9" * 5000, "٣", "x",
    "-", "--", "1_0", "0x10", " 5", "1/0", "2/1", "a=b", "\n", "a\nb", "\x1b[2J", "🙂", "é" * 300, ".", "/",
    "nowhere/at/all", "x" * 300, "*", "induce", "auto", "cpu", "none", "lists", "1GB", "-1GB", "1e9GB",
    "latest", "floor", "command:", "a:b", "=>", "a=>b", "*.csv", "~", "http://localhost", "\udcff",
    "case.json", "case.sqlite:9",
)  # fmt: skip
NUMBERS = (
    "-1", "0", "-0", "+1", "1.5", "1e3", "1e-9", "1e-400", "1e400", "nan", "-nan", "inf", "-inf", "1_0", "0x10",
    "٣", "1,5", "1/2", "1 0", "1023", "1025", "65536", "1000000000", "9223372036854775808", "9" * 31, "9" * 400,
    "-" + "9" * 40, "1KB", "-1GB", "1e9GB", "1e400GB", "GB", "0MB", "2/1", "0/1", "1/0", "-1/2",
)  # fmt: skip
"""Most of them are out of the range of every option; some are at the end of one."""


@dataclass(frozen=True)
class Line:
    """A command line that is right.

    Parameters
    ----------
    words
        What may be changed.
    ends
        What stays, and keeps it from long work.
    """

    words: tuple[str, ...]
    ends: tuple[str, ...] = ()


OPTIONS: Mapping[tuple[str, ...], str] = {
    (): "--print-completion",
    ("solve",): "--timeout --max-candidates --memory --seed --top --without --noise --threads --guide --primitives",
    ("apply",): "--primitives --column --to --output --engine",
    ("fill",): "--column --to --examples --from --output --save --timeout --max-candidates",
    ("extend",): "--count --start --validate --noise --column --id --timeout --plot",
    ("serve",): "--host --port --timeout --memory --searches",
    ("warmup",): "",
    ("bench",): "",
    (
        "bench",
        "run",
    ): "--format --given --asked --every --solver --repeat --timeout --max-candidates --memory "
    "--without --noise --threads --guide --primitives --engine --jobs --shard --db --output",
    ("bench", "merge"): "--db",
    ("bench", "report"): "--against --output --db",
    ("bench", "diff"): "--db",
    ("bench", "engine"): "--seconds --threads --picture --against --rounds",
    ("bench", "gate"): "--jobs",
    ("bench", "tables"): "--rows --shown --questions --timeout",
    ("train",): "--minutes --steps --seed --workers --output --checkpoint --device --draws --tasks --candidates",
    ("check",): "--minutes --only --batch --record --jobs",
}
"""The options that take a value, by command."""


def changed(line: Line, draw: Random) -> tuple[str, ...]:
    """A line with words left out, repeated, exchanged or put in."""
    words = [*line.words]
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        words = draw.choice(CHANGES)(words, draw)
    return (*words, *line.ends)


def _left_out(words: list[str], draw: Random) -> list[str]:
    place = draw.randrange(len(words) + 1)
    return words[:place] + words[place + 1 :]


def _ended(words: list[str], draw: Random) -> list[str]:
    return words[: draw.randrange(len(words) + 1)]


def _twice(words: list[str], draw: Random) -> list[str]:
    start = draw.randrange(len(words) + 1)
    part = words[start : start + draw.choice((1, 2))]
    return draw.choice((words[:start] + part + words[start:], words + part))


def _exchanged(words: list[str], draw: Random) -> list[str]:
    words = [*words]
    if words:
        one, other = draw.randrange(len(words)), draw.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return words


def _put_in(words: list[str], draw: Random) -> list[str]:
    place = draw.randrange(len(words) + 1)
    return [*words[:place], draw.choice(ODD_WORDS), *words[place:]]


def _misspelt(words: list[str], draw: Random) -> list[str]:
    """A word with a letter less, or one more, or in other case."""
    if not words:
        return words
    place = draw.randrange(len(words))
    word = words[place]
    other = draw.choice((word[:-1], word[1:], word + "s", word.upper(), f"{word}=", f"{word}=1", f"-{word}"))
    return [*words[:place], other, *words[place + 1 :]]


CHANGES: tuple[Callable[[list[str], Random], list[str]], ...] = (
    _left_out, _left_out, _ended, _twice, _twice, _exchanged, _put_in, _misspelt, _misspelt,
)  # fmt: skip


def numbered(line: Line, draw: Random) -> tuple[str, ...]:
    """A line with a number, most likely out of range, behind one of the options of its command."""
    command = max((one for one in OPTIONS if line.words[: len(one)] == one), key=len)
    flag, number = draw.choice(OPTIONS[command].split()), draw.choice(NUMBERS)
    return (*line.words, *draw.choice(([flag, number], [f"{flag}={number}"])), *line.ends)
