"""What `extend` answers, prints and draws."""
