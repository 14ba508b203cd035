"""What compiled code has an instruction for, and Python a function that does the same."""

from __future__ import annotations


def invoke(kernel, *arguments):
    """Call a kernel; in compiled code through its address, and it gets the address of an array."""
    return kernel(*arguments)


def prefetch(array, index):
    """In compiled code, begin to fetch an item that will be wanted soon."""
