"""Variants of the network, compared."""
