"""The forward search: level by level, cheapest programs first."""
