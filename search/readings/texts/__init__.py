"""Pieces of texts that outputs hold, and conditions on texts."""
