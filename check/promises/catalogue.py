"""All promises, in the order of the table."""

from __future__ import annotations

from ...support.errors import InputError
from . import crash, inputs, kernels, leaks, limits, printed, sabotage, same_bytes, serving, sound
from .promise import Promise

PROMISES: tuple[Promise, ...] = (
    sound.PROMISE,
    sabotage.PROMISE,
    kernels.PROMISE,
    kernels.CHECKED_PROMISE,
    printed.PROMISE,
    limits.PROMISE,
    same_bytes.PROMISE,
    inputs.PROMISE,
    crash.PROMISE,
    leaks.PROMISE,
    serving.PROMISE,
)


def promise_named(name: str) -> Promise:
    """The promise of this name.

    Raises
    ------
    InputError
        If there is none.
    """
    for promise in PROMISES:
        if promise.name == name:
            return promise
    raise InputError(f"no promise is called {name}: expected {', '.join(promise.name for promise in PROMISES)}")
