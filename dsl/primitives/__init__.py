"""The primitives, a family in each module, and the table that collects them."""
