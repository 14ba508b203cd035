"""What works backward from the target over the bank, a strategy in each module."""
