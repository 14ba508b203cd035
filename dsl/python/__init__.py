"""Programs as the Python that a person would write."""
