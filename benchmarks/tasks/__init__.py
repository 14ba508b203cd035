"""Sets of tasks: the formats that are read, those that ship, and public ones."""
