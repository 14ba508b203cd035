"""Rows worked on by Ray Data: chunks go out to the cluster, and the cells come back in order."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from ...support.errors import InputError
from ...support.files import why
from .evaluating import Evaluator, Outcome

Work = tuple[list[Sequence[Any]], list[bool] | None]
"""The inputs of some rows, and which of these are wanted."""
Cluster = Callable[[Sequence[Work]], Iterator[list[Outcome | None]]]
QUIET = {"RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0", "RAY_DATA_DISABLE_PROGRESS_BARS": "1"}


@contextmanager
def cluster(evaluator: Evaluator) -> Iterator[Cluster]:
    """A cluster that works with an evaluator; without an address in `RAY_ADDRESS` Ray begins one on this machine.

    Its machines need the same version of induce.

    Raises
    ------
    InputError
        If Ray is not installed, or there is no cluster at the address.
    """
    ray = _ray()
    try:
        ray.init(log_to_driver=False, logging_level="ERROR", include_dashboard=False, ignore_reinit_error=True)
    except (ConnectionError, ValueError) as error:
        told = why(error).rstrip(".")
        raise InputError(f"--engine ray: {told}; expected the address of a cluster in RAY_ADDRESS, or none") from None
    try:
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.execution_options.preserve_order = True
        yield lambda work: _outcomes(ray, evaluator, work)
    finally:
        ray.shutdown()


def _ray() -> Any:
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import_module("ray.data")
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        return import_module("ray")
    except ImportError as error:
        raise InputError(f"--engine ray: {why(error)}; expected pip install 'induce[ray]'") from None


def _outcomes(ray: Any, evaluator: Evaluator, work: Sequence[Work]) -> Iterator[list[Outcome | None]]:
    """What becomes of the rows of each part, in order: cells of any type travel as pickles, one part to a block."""
    parts = [{"part": pickle.dumps(one)} for one in work]
    dataset = ray.data.from_items(parts, override_num_blocks=max(len(parts), 1)).map(_worked, fn_args=(evaluator,))
    try:
        for row in dataset.iter_rows():
            outcomes: list[Outcome | None] = pickle.loads(row["part"])
            yield outcomes
    except ray.exceptions.RayError as error:
        raise InputError(f"--engine ray: {str(error).strip().splitlines()[-1]}") from None


def _worked(row: dict[str, Any], evaluator: Evaluator) -> dict[str, Any]:
    columns, wanted = pickle.loads(row["part"])
    return {"part": pickle.dumps(evaluator.outcomes(columns, wanted))}
