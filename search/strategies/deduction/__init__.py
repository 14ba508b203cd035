"""Deduction: an argument follows from the goal and the other arguments."""
