"""What a search is given: a task, its files, its budget and its goals."""
