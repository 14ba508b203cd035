"""What judges answers, and shares nothing with what found them."""
