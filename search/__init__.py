"""How programs are found."""
