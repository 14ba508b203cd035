"""What whole lists are to themselves and to one another."""
