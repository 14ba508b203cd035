"""Checks with a verdict: the quality gate, kills, sinusoids."""
