"""The formats in which sets of tasks come: from a path on disk to a suite."""

from .shipped import must_solve, shipped
from .table import FORMATS, Format, load_suite

__all__ = ["FORMATS", "Format", "load_suite", "must_solve", "shipped"]
