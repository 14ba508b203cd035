"""Number sequences: the rule behind the first terms, and how they go on."""
