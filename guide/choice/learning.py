"""`induce train --prior`: what the choice among programs that fit knows, learnt from the corpus."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ...search.answer.calibration import Calibration
from ...search.answer.reliability import Reliability, reliability
from ...search.cost.learnt import Weights
from ...support.errors import InputError
from ...support.files import why, write_whole
from .calibrating import Judged, calibrated, judged
from .fitting import START, Table, fitted, rounded
from .samples import Plan, Sample, collected

FOLDS = 5
"""Parts of the corpus; what is learnt from the others is measured on each. A field is in one of them as a whole."""
BEGINNING = b'{"name": "'
"""Of the line of a sample: a last line that begins otherwise was not cut short, but is something else."""
FIRMNESS = 0.001
"""Of the weights (see `fitted`): of the values tried, the best on what was held out."""


@dataclass(frozen=True)
class Measured:
    """How good the choice is on fields that it was not learnt from.

    Parameters
    ----------
    samples
        Tasks in which something was found.
    before, after
        The share of the tasks with right and wrong programs whose first is right: under the weights from which the
        learning starts, and under those learnt.
    reliability
        Of the confidence.
    """

    samples: int
    before: float
    after: float
    reliability: Reliability


def learn(output: Path, plan: Plan, *, workers: int, kept: Path | None) -> Measured:
    """Learn the prior of whole programs and the calibration, and write both into a file.

    Parameters
    ----------
    plan
        What is searched for.
    kept
        A file that keeps the samples; those that are in it are not made again.

    Raises
    ------
    InputError
        If a file cannot be read or written, or the samples are too few to hold some out.
    """
    samples = [*_samples(plan, workers=workers, kept=kept)]
    telling = {one.field for one in samples if one.is_telling}
    if not telling or any(telling <= fold for fold in _folds(samples)):
        raise InputError(f"{len(samples)} samples: too few; expected right and wrong programs in more fields")
    weights, calibration = learnt(samples)
    document = {"added": weights.added, "calibration": asdict(calibration)}
    write_whole(output, (json.dumps(document, indent=1, sort_keys=True) + "\n").encode())
    return held_out(samples)


def learnt(samples: Sequence[Sample]) -> tuple[Weights, Calibration]:
    """What these samples say of traits and of evidence."""
    weights = Weights(rounded(fitted(Table.of(samples), firmness=FIRMNESS)))
    return weights, calibrated(judged(samples, weights))


def held_out(samples: Sequence[Sample]) -> Measured:
    """The choice on each fold of the fields, learnt from the others."""
    start, before, after, answers = Weights(rounded(START)), [], [], []
    for out in _folds(samples):
        weights, calibration = learnt([one for one in samples if one.field not in out])
        rest = [one for one in samples if one.field in out]
        telling = [one for one in rest if one.is_telling]
        before += judged(telling, start)
        after += judged(telling, weights)
        answers += [(calibration.confidence(one.evidence), one.right) for one in judged(rest, weights)]
    told, right = zip(*answers, strict=True)
    return Measured(len(answers), right_share(before), right_share(after), reliability(told, right))


def _folds(samples: Sequence[Sample]) -> list[set[str]]:
    """The fields of the samples in parts, of which each is held out once."""
    fields = sorted({one.field for one in samples})
    return [{*fields[fold::FOLDS]} for fold in range(min(FOLDS, len(fields)))]


def right_share(answers: Sequence[Judged]) -> float:
    """The share of answers that are right; functions count alike."""
    total = sum(one.share for one in answers)
    return sum(one.share for one in answers if one.right) / total if total else 1.0


def _samples(plan: Plan, *, workers: int, kept: Path | None) -> Iterator[Sample]:
    """The samples that are kept, then the new ones, each kept as it is made.

    Raises
    ------
    InputError
        If the file cannot be read or written.
    """
    if kept is None:
        yield from collected(plan, workers=workers)
        return
    try:
        old = kept_samples(kept) if kept.is_file() else []
        yield from old
        with kept.open("a", encoding="utf-8") as file:
            for one in collected(plan, workers=workers, done={one.name for one in old}):
                file.write(one.to_line() + "\n")
                file.flush()
                yield one
    except OSError as error:
        raise InputError(f"{kept}: cannot be read or written: {why(error)}; expected a file of samples") from None


def kept_samples(kept: Path) -> list[Sample]:
    """The samples of a file; the last line, if a kill cut it short, is cut off.

    Raises
    ------
    InputError
        If a line is not a sample; the file is left as it was.
    OSError
        If it cannot be read or written.
    """
    *whole, rest = kept.read_bytes().split(b"\n")
    samples = [_sample_of(line, f"{kept}, line {number}") for number, line in enumerate(whole, start=1)]
    if not rest.startswith(BEGINNING[: len(rest)]):
        raise _no_sample(f"{kept}, line {len(samples) + 1}")
    if rest:
        os.truncate(kept, kept.stat().st_size - len(rest))
    return samples


def _sample_of(line: bytes, place: str) -> Sample:
    try:
        return Sample.of_line(line.decode())
    except (ValueError, RecursionError):
        raise _no_sample(place) from None


def _no_sample(place: str) -> InputError:
    return InputError(f"{place}: expected a sample that `induce train --prior` wrote")
