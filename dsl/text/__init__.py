"""The text form of programs: grammar, printer and parser."""
