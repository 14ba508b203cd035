"""Text cut at marks, and filled up to a width."""

from ..core.primitive import primitive
from .kernels import UNDEFINED, copy, find_in, find_last_in, same_words, slice_of


@primitive("(Str, Str) -> Str", cost=4, python="s.partition(t)[0]")
def before(s, t):
    """What comes before the first t in s; undefined if there is none, or for empty t."""
    if not t or t not in s:
        raise ValueError("no such mark")
    return s[: s.index(t)]


@before.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    found = find_in(mem, s, n_s, t, n_t, 0)
    return UNDEFINED if n_t == 0 or found < 0 else slice_of(mem, s, found, out, cap)


@primitive("(Str, Str) -> Str", cost=4, python="s.partition(t)[2]")
def after(s, t):
    """What comes after the first t in s; undefined if there is none, or for empty t."""
    if not t or t not in s:
        raise ValueError("no such mark")
    return s[s.index(t) + len(t) :]


@after.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    found = find_in(mem, s, n_s, t, n_t, 0)
    if n_t == 0 or found < 0:
        return UNDEFINED
    return slice_of(mem, s + found + n_t, n_s - found - n_t, out, cap)


@primitive("(Str, Str) -> Str", cost=5, python="s.rpartition(t)[0]")
def before_last(s, t):
    """What comes before the last t in s; undefined if there is none, or for empty t."""
    if not t or t not in s:
        raise ValueError("no such mark")
    return s[: s.rindex(t)]


@before_last.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    found = find_last_in(mem, s, n_s, t, n_t)
    return UNDEFINED if n_t == 0 or found < 0 else slice_of(mem, s, found, out, cap)


@primitive("(Str, Str) -> Str", cost=5, python="s.rpartition(t)[2]")
def after_last(s, t):
    """What comes after the last t in s; undefined if there is none, or for empty t."""
    if not t or t not in s:
        raise ValueError("no such mark")
    return s[s.rindex(t) + len(t) :]


@after_last.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    found = find_last_in(mem, s, n_s, t, n_t)
    if n_t == 0 or found < 0:
        return UNDEFINED
    return slice_of(mem, s + found + n_t, n_s - found - n_t, out, cap)


@primitive("(Str, Str, Str) -> Str", cost=5, python="s.partition(t)[2].partition(u)[0]")
def between(s, t, u):
    """What comes after the first t in s and before the next u; undefined if one is missing or empty."""
    rest = s.partition(t)[2]
    if t not in s or not u or u not in rest:
        raise ValueError("no such marks")
    return rest[: rest.index(u)]


@between.kernel
def _(mem, s, n_s, t, n_t, u, n_u, out, cap):
    found = find_in(mem, s, n_s, t, n_t, 0)
    if n_t == 0 or n_u == 0 or found < 0:
        return UNDEFINED
    start = found + n_t
    end = find_in(mem, s, n_s, u, n_u, start)
    return UNDEFINED if end < 0 else slice_of(mem, s + start, end - start, out, cap)


@primitive("(Str, Index, Str) -> Str", cost=5, python="s.rjust(n, t)")
def pad_text_left(s, n, t):
    """s with the character t put before it until its length is n; undefined unless t is one character."""
    if len(t) != 1 or n > 100_000:
        raise ValueError("no such padding")
    return s.rjust(n, t)


@pad_text_left.kernel
def _(mem, s, n_s, n, t, n_t, out, cap):
    size = max(n, n_s)
    if n_t != 1 or size > cap:
        return UNDEFINED
    for i in range(size - n_s):
        mem[out + i] = mem[t]
    copy(mem, s, n_s, out + size - n_s)
    return size


@primitive("(Str, Index, Str) -> Str", cost=6, python="s.ljust(n, t)")
def pad_text_right(s, n, t):
    """s with the character t put after it until its length is n; undefined unless t is one character."""
    if len(t) != 1 or n > 100_000:
        raise ValueError("no such padding")
    return s.ljust(n, t)


@pad_text_right.kernel
def _(mem, s, n_s, n, t, n_t, out, cap):
    size = max(n, n_s)
    if n_t != 1 or size > cap:
        return UNDEFINED
    copy(mem, s, n_s, out)
    for i in range(n_s, size):
        mem[out + i] = mem[t]
    return size


@primitive("(Str, Str) -> Str", cost=6, python="s.removeprefix(t)")
def remove_prefix(s, t):
    """s without the t at its start, if it has one there."""
    return s.removeprefix(t)


@remove_prefix.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    skip = n_t if n_t <= n_s and same_words(mem, s, t, n_t) else 0
    return slice_of(mem, s + skip, n_s - skip, out, cap)


@primitive("(Str, Str) -> Str", cost=6, python="s.removesuffix(t)")
def remove_suffix(s, t):
    """s without the t at its end, if it has one there."""
    return s.removesuffix(t)


@remove_suffix.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    skip = n_t if n_t <= n_s and same_words(mem, s + n_s - n_t, t, n_t) else 0
    return slice_of(mem, s, n_s - skip, out, cap)
