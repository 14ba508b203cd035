"""All promises, in the order of the table."""

from __future__ import annotations

from ...support.errors import InputError
from . import crash, inputs, printed, serving
from .promise import Promise

PROMISES: tuple[Promise, ...] = (
    printed.PROMISE,
    inputs.PROMISE,
    serving.PROMISE,
    crash.PROMISE,
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
