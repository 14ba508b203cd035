"""Texts edited character by character, and texts whose characters are put in another order."""
