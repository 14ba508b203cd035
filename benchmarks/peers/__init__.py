"""Solvers that induce is measured against."""
