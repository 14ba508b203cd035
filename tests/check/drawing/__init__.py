"""Tests of `check.drawing`."""
