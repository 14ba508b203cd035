"""Conditions that people have a word for, and patterns learnt from texts."""
