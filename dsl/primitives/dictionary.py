"""Tables of what belongs to what. The enumeration does not try them: they are learnt from the examples."""

from ..core.primitive import primitive


@primitive("(t, List[t], List[u]) -> u", cost=5)
def lookup(key, keys, values):
    """The value that stands where the key is among the keys; undefined for any other key."""
    return values[keys.index(key)]


@primitive("(t, List[t], List[u], u) -> u", cost=6)
def lookup_or(key, keys, values, default):
    """The value that stands where the key is among the keys, or the default for any other key."""
    return values[keys.index(key)] if key in keys else default


@primitive("(Str, Str, Str) -> Str", cost=5, python="s.translate(str.maketrans(t, u))")
def translate(s, t, u):
    """Each character of s that is in t as the one at its place in u; undefined unless these are of one length."""
    if len(t) != len(u):
        raise ValueError("characters without a partner")
    return s.translate(str.maketrans(t, u))
