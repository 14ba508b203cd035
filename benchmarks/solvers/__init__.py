"""What answers tasks: induce, and its peers."""
