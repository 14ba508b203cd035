"""What strategies see of the search that they serve, and how they search for parts of a program themselves."""
