"""What English does to numbers. The enumeration does not try it: readers propose it where the outputs show it."""

from ..core.primitive import primitive


@primitive("(Int) -> Str", cost=4)
def ordinal(n):
    """The number with the ending of its place in a row: 1st, 2nd, 3rd, 4th; undefined for negative numbers."""
    if n < 0:
        raise ValueError("no place in a row")
    ending = "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


@ordinal.helper
def _(n):
    """The number with the ending of its place in a row: 1st, 2nd, 3rd, 4th."""
    ending = "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"
