"""Tests of `check.broken`."""
