"""The shipped suite: tasks of our own, written as functions and inputs, from which the JSON lines are made."""
