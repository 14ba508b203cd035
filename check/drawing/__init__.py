"""Values, tasks and programs drawn at random."""
