"""Valid inputs of every kind, and ways to break them."""
