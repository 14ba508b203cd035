"""Exact rules of integer sequences."""
