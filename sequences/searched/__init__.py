"""Rules that the search finds."""
