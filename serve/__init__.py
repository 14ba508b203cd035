"""A page on this machine, on which cells of a table are filled in by example: `induce serve`."""
