"""Tests of `check.crashes`."""
