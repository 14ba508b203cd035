"""Orders that the examples show: by which keys, and which of them up and which down."""
