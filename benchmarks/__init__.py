"""How well induce does on sets of tasks."""
