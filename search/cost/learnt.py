"""What was learnt of the programs that people mean: what each trait of a program adds to its cost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).with_name("learnt.json")
PARTS_OF_UNIT = 16
"""Weights are whole numbers of this part of a unit of cost, so that sums of them are the same on every machine."""
MOST_SAVED, MOST_ADDED = 6, 40
"""How much a program may cost less or more than its parts."""


@dataclass(frozen=True)
class Weights:
    """What traits add to the cost of a program that fits.

    Parameters
    ----------
    added
        By the name of the trait, in sixteenths of a unit, for each time that it occurs; 0 for all others.
    """

    added: Mapping[str, int]

    def surprise(self, traits: Mapping[str, int]) -> int:
        """What a program with these traits costs beyond its parts, in units of cost; less than 0 if it is usual."""
        total = sum(self.added.get(name, 0) * count for name, count in traits.items())
        return min(max(round(total / PARTS_OF_UNIT), -MOST_SAVED), MOST_ADDED)

    def surcharge(self, omens: Mapping[str, int]) -> int:
        """What omens in the predictions of a program add to its cost, in units of cost (see `omens`)."""
        return max(0, self.surprise(omens))


@cache
def document() -> dict[str, Any]:
    """What `induce train --prior` has written into the file that comes with induce: weights, and the calibration."""
    learnt: dict[str, Any] = json.loads(SHIPPED.read_text(encoding="utf-8"))
    return learnt


@cache
def shipped() -> Weights:
    """The weights that come with induce."""
    return Weights(document()["added"])
