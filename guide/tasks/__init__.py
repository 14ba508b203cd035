"""Tasks to learn from, made by the search itself."""
