"""What programs cost: the prior, and what makes a program unlikely to be meant."""
