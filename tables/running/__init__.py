"""Programs at work: run on every row, and what raises doubts about a row."""
