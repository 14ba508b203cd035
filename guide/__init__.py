"""The guide: a small network that looks at all examples of a task and says what its program is likely made of."""
