"""The search loops, in the part of Python that is compiled."""
