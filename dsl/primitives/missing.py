"""Missing values: None, told, left out and filled."""

from ..core.primitive import primitive


@primitive("(Optional[t]) -> Bool", cost=2, python="x is None")
def is_missing(x):
    """Whether there is no value."""
    return x is None


@primitive("(Optional[t]) -> t", cost=1, python="x")
def present(x):
    """The value; undefined if there is none."""
    if x is None:
        raise ValueError("no value")
    return x


@primitive("(t) -> Optional[t]", cost=1, python="x")
def some(x):
    """The value, where there might have been none."""
    return x


@primitive("(Optional[t], t) -> t", cost=2, python="otherwise if x is None else x")
def coalesce(x, otherwise):
    """The value, or another if there is none."""
    return otherwise if x is None else x


@primitive("(List[Optional[t]]) -> List[t]", cost=2, python="[x for x in xs if x is not None]")
def drop_missing(xs):
    """The values that there are."""
    return [x for x in xs if x is not None]


@primitive("(List[Optional[t]]) -> List[t]", cost=2)
def fill_down(xs):
    """Each missing value replaced by the one before; undefined if the first is missing."""
    filled = []
    for x in xs:
        if x is None and not filled:
            raise ValueError("nothing to fill in")
        filled.append(filled[-1] if x is None else x)
    return filled


@fill_down.helper
def _(xs):
    """Each missing value replaced by the one before."""
    filled = []
    for x in xs:
        filled.append(filled[-1] if x is None else x)
    return filled


@primitive("(List[Optional[t]]) -> List[t]", cost=3)
def fill_up(xs):
    """Each missing value replaced by the one after; undefined if the last is missing."""
    filled = []
    for x in reversed(xs):
        if x is None and not filled:
            raise ValueError("nothing to fill in")
        filled.append(filled[-1] if x is None else x)
    return filled[::-1]


@fill_up.helper
def _(xs):
    """Each missing value replaced by the one after."""
    filled = []
    for x in reversed(xs):
        filled.append(filled[-1] if x is None else x)
    return filled[::-1]
