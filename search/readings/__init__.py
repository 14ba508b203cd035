"""What the values of a task can be read as, before the search begins."""
