"""What a rule of a sequence is, how it is written, and how sure it is."""
