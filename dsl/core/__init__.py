"""Types, primitives as declared, expressions and the reference interpreter, values in memory."""
