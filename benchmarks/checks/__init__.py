"""Checks with a verdict: the quality gate, the crash test, sinusoids."""
