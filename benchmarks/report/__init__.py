"""What runs of the benchmark say: figures, tables, pictures, a page, and what changed between two runs."""
