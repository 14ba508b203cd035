"""Tests of `induce check`."""
