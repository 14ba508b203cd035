"""Searches beside the plain one: guided, tolerant of wrong examples, with programs from elsewhere."""
