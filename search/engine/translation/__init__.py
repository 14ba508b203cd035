"""From functions in a small part of Python to LLVM's language."""
