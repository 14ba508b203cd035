"""Finders of exact rules, a module for each sort."""
