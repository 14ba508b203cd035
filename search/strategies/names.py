"""The strategies by name: known without loading them, for options and for help."""

from __future__ import annotations

STRATEGIES = (
    "deduction",
    "concatenation",
    "constants",
    "edits",
    "branches",
    "junctions",
    "tables",
    "cases",
    "local",
    "remainders",
    "loops",
    "reweighting",
)
"""Each can be switched off."""
