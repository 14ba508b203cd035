"""Runs of a suite: workers, outcomes, and the store that survives a kill."""
