"""What readers see of a task, and what they give."""
