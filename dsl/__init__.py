"""The language: types, primitives, programs and how they print."""
