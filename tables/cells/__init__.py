"""Cells: which values they hold, and what they look like."""
