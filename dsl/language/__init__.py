"""What a program may be made of: the built-in primitives, and those that people add to them."""
