"""Numbers that inputs give, and how outputs were written from them."""
