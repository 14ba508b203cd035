"""Learning a column from its filled cells: from which other columns, by which program."""
