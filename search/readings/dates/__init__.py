"""Dates, times and durations: read from inputs, changed, and written as the outputs show."""
