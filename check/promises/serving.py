"""The server answers or refuses every request, whatever its size and whoever goes away meanwhile."""

from __future__ import annotations

from random import Random

from .promise import Promise, Tally

REQUESTS = 200
"""Beside one another."""


def batch(seed: int) -> Tally:
    """Ask a server so many times at once, half of the requests given up and half of them hostile in size."""
    from ..serving.load import faults  # What the server is made of may not be installed.

    return Tally(REQUESTS, tuple(faults(Random(seed), requests=REQUESTS)))


PROMISE = Promise(
    "serving",
    f"{REQUESTS} requests at once, half of them given up and half hostile: each answered in time, and nothing left",
    goal=1_000,
    batch=batch,
    alone=True,
    needs=("starlette", "uvicorn"),
)
