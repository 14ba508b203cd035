"""The functions of the corpus, a module a field; importing this package declares them all."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from ..meant import DECLARED

FIELDS = tuple(sorted(module.name for module in iter_modules(__path__)))

for _name in FIELDS:
    import_module(f"{__name__}.{_name}")

FUNCTIONS = DECLARED
"""All of them, by name."""
