"""From the first terms of a sequence to its rule, and to the terms that come next."""
