"""Tests of the tasks that are taken apart."""
