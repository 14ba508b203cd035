"""Dynamic programming: tables whose step is looked for among many small ones."""
