"""What induce promises, shown by tests that anyone can run: `induce check`."""
