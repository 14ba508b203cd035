"""A process beside a search that watches what it takes."""
