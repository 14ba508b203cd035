"""How fast the search is, what it takes, and how that grows: measurements on tasks without an answer."""
