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
    "characters",
    "grammars",
    "firsts",
    "selections",
    "walks",
    "cases",
    "holes",
    "comprehensions",
    "local",
    "remainders",
    "loops",
    "objects",
    "recurrences",
    "tabulation",
    "reweighting",
)
"""Each can be switched off."""

OF_EXAMPLES = frozenset({"grammars", "walks", "selections", "comprehensions", "objects", "recurrences", "tabulation"})
"""Those that look at the examples alone, so that a second search with other costs has no use for them."""
