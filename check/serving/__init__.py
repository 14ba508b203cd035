"""A server that is asked by many at once."""
