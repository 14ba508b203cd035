"""Programs that fit: collected, checked, ranked, and made into a result."""
