"""The trained guide as a search asks it, without torch."""
