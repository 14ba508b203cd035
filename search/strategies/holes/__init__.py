"""Texts with holes: what stays the same in all outputs, and a search for what stands in each hole."""
