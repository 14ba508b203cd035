"""Data frames: columns of pandas and Polars, filled as those of files are."""
