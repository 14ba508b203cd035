"""Loops whose step is searched for, from the examples of it that the goal gives away."""
