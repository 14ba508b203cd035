"""The terms of a sequence: read and checked."""
