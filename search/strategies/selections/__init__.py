"""Numbers that meet a condition: the condition is a task of its own."""
