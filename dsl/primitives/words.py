"""Text as words: splitting and joining, searching and replacing, trimming and padding."""

from ..core.primitive import Laws, primitive
from .character_kernels import ALPHANUMERIC, CLASSES, is_symbol, is_white, look_up, trimmed
from .kernels import (
    UNDEFINED,
    add_row,
    copy,
    find_in,
    find_last_in,
    joined,
    pieces_of,
    replace_in,
    same_words,
    slice_of,
    write_rows,
)

SPACED = Laws(absorbs={0: ("strip", "squeeze")})


@primitive("(Str) -> List[Str]", cost=4, python="s.split()", laws=SPACED)
def words(s):
    """The pieces between white space."""
    return s.split()


@words.kernel
def _(mem, s, n_s, out, cap):
    k, start = 0, 0
    for i in range(n_s + 1):
        if i == n_s or is_white(mem[s + i]):
            if i > start:
                k = add_row(mem, k, s + start, i - start, out, cap)
            start = i + 1
    return write_rows(mem, k, out, cap)


@words.witness(0)
def _(mem, result, n_result, out, cap):
    row, size = result + 1 + mem[result], 0
    if n_result > cap:
        return UNDEFINED
    for i in range(mem[result]):
        count = mem[result + 1 + i]
        if count == 0:
            return UNDEFINED
        if i > 0:
            mem[out + size] = 32
            size += 1
        for j in range(count):
            if is_white(mem[row + j]):
                return UNDEFINED
        size += copy(mem, row, count, out + size)
        row += count
    return size


@primitive("(Str, Str) -> List[Str]", cost=4, python="s.split(t)")
def split(s, t):
    """The pieces of s between the occurrences of t; undefined for empty t."""
    return s.split(t)


@split.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    return pieces_of(mem, s, n_s, t, n_t, out, cap)


@split.witness(0)
def _(mem, result, n_result, t, n_t, out, cap):
    size, place = joined(mem, result, n_result, t, n_t, out, cap), 0
    if size < 0 or n_t == 0 or mem[result] == 0:
        return UNDEFINED
    for i in range(mem[result]):
        end = place + mem[result + 1 + i]
        found = find_in(mem, out, size, t, n_t, place)
        if found != (end if i < mem[result] - 1 else -1):
            return UNDEFINED
        place = end + n_t
    return size


@primitive("(List[Str], Str) -> Str", cost=4, python="t.join(ws)")
def join(ws, t):
    """The texts one after the other, with t between them."""
    if sum(map(len, ws)) + len(t) * len(ws) > 100_000 + len(t):
        raise ValueError("too long")
    return t.join(ws)


@join.kernel
def _(mem, ws, n_ws, t, n_t, out, cap):
    return joined(mem, ws, n_ws, t, n_t, out, cap)


@join.witness(0)
def _(mem, result, n_result, t, n_t, out, cap):
    return pieces_of(mem, result, n_result, t, n_t, out, cap)


@primitive("(List[Str]) -> Str", cost=4, python='"".join(ws)')
def glue(ws):
    """The texts one after the other, with nothing between them."""
    return "".join(ws)


@glue.kernel
def _(mem, ws, n_ws, out, cap):
    skip = 1 + mem[ws]
    return slice_of(mem, ws + skip, n_ws - skip, out, cap)


@primitive("(Str, Str, Str) -> Str", cost=4, python="s.replace(t, u)")
def replace(s, t, u):
    """s with u in place of every t; undefined for empty t."""
    if not t or len(s) + s.count(t) * (len(u) - len(t)) > 100_000:
        raise ValueError("nothing to replace, or too much")
    return s.replace(t, u)


@replace.kernel
def _(mem, s, n_s, t, n_t, u, n_u, out, cap):
    return replace_in(mem, s, n_s, t, n_t, u, n_u, n_s, out, cap)


@primitive("(Str, Str, Str) -> Str", cost=6, python="s.replace(t, u, 1)")
def replace_first(s, t, u):
    """s with u in place of the first t, if there is one; undefined for empty t."""
    if not t:
        raise ValueError("nothing to replace")
    return s.replace(t, u, 1)


@replace_first.kernel
def _(mem, s, n_s, t, n_t, u, n_u, out, cap):
    return replace_in(mem, s, n_s, t, n_t, u, n_u, 1, out, cap)


@primitive("(Str, Str) -> Str", cost=4, python='s.replace(t, "")')
def remove_text(s, t):
    """s without the occurrences of t; undefined for empty t."""
    if not t:
        raise ValueError("nothing to remove")
    return s.replace(t, "")


@remove_text.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    return replace_in(mem, s, n_s, t, n_t, t, 0, n_s, out, cap)


@primitive("(Str) -> Str", cost=5, python="s.strip()", laws=Laws(absorbs={0: ("strip",)}))
def strip(s):
    """The text without white space at its ends."""
    return s.strip()


@strip.kernel
def _(mem, s, n_s, out, cap):
    return trimmed(mem, s, n_s, out, cap)


@primitive("(Str) -> Str", cost=6, python='" ".join(s.split())', laws=SPACED)
def squeeze(s):
    """The words with one space between them."""
    return " ".join(s.split())


@squeeze.kernel
def _(mem, s, n_s, out, cap):
    size = 0
    for i in range(n_s):
        if not is_white(mem[s + i]):
            if i > 0 and is_white(mem[s + i - 1]) and size > 0:
                if size >= cap:
                    return UNDEFINED
                mem[out + size] = 32
                size += 1
            if size >= cap:
                return UNDEFINED
            mem[out + size] = mem[s + i]
            size += 1
    return size


@primitive("(Str) -> Str", cost=6, python='"".join(word[0] for word in s.split())', laws=SPACED)
def initials(s):
    """The first character of each word."""
    return "".join(word[0] for word in s.split())


@initials.kernel
def _(mem, s, n_s, out, cap):
    size = 0
    for i in range(n_s):
        if not is_white(mem[s + i]) and (i == 0 or is_white(mem[s + i - 1])):
            if size >= cap:
                return UNDEFINED
            mem[out + size] = mem[s + i]
            size += 1
    return size


@primitive("(Str, Str) -> Bool", cost=4, python="t in s")
def has(s, t):
    """Whether t occurs in s."""
    return t in s


@has.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    return 1 if find_in(mem, s, n_s, t, n_t, 0) >= 0 else 0


@primitive("(Str, Str) -> Bool", cost=5, python="s.startswith(t)")
def starts_with(s, t):
    """Whether s starts with t."""
    return s.startswith(t)


@starts_with.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    return 1 if n_t <= n_s and same_words(mem, s, t, n_t) else 0


@primitive("(Str, Str) -> Bool", cost=5, python="s.endswith(t)")
def ends_with(s, t):
    """Whether s ends with t."""
    return s.endswith(t)


@ends_with.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    return 1 if n_t <= n_s and same_words(mem, s + n_s - n_t, t, n_t) else 0


@primitive("(Str, Str) -> Index", cost=5, python="s.index(t)")
def find_text(s, t):
    """The index at which t first occurs in s; undefined if it does not."""
    return s.index(t)


@find_text.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    found = find_in(mem, s, n_s, t, n_t, 0)
    return UNDEFINED if found < 0 else found


@primitive("(Str, Str) -> Index", cost=6, python="s.rindex(t)")
def find_last_text(s, t):
    """The index at which t last occurs in s; undefined if it does not."""
    return s.rindex(t)


@find_last_text.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    found = find_last_in(mem, s, n_s, t, n_t)
    return UNDEFINED if found < 0 else found


@primitive("(Str, Str) -> Index", cost=5, python="s.count(t)")
def count_text(s, t):
    """How often t occurs in s without overlap; undefined for empty t."""
    if not t:
        raise ValueError("nothing to count")
    return s.count(t)


@count_text.kernel
def _(mem, s, n_s, t, n_t, out, cap):
    if n_t == 0:
        return UNDEFINED
    count, found = 0, find_in(mem, s, n_s, t, n_t, 0)
    while found >= 0:
        count += 1
        found = find_in(mem, s, n_s, t, n_t, found + n_t)
    return count


@primitive("(Str) -> List[Str]", cost=5, python='re.findall(r"[0-9]+", s)')
def numbers(s):
    """The runs of digits 0 to 9, each as long as it can be."""
    return "".join(c if "0" <= c <= "9" else " " for c in s).split()


@numbers.kernel
def _(mem, s, n_s, out, cap):
    k, start = 0, 0
    for i in range(n_s + 1):
        if i == n_s or mem[s + i] < 48 or mem[s + i] > 57:
            if i > start:
                k = add_row(mem, k, s + start, i - start, out, cap)
            start = i + 1
    return write_rows(mem, k, out, cap)


@primitive("(Str) -> List[Str]", cost=6, python='re.findall(r"[^\\W_]+", s)')
def tokens(s):
    """The runs of letters and digits, each as long as it can be; undefined for scripts that are not European."""
    if any(c >= "\u0600" and not is_symbol(ord(c)) for c in s):
        raise ValueError("a character beyond the European scripts")
    return "".join(c if c.isalnum() else " " for c in s).split()


@tokens.kernel
def _(mem, s, n_s, out, cap):
    k, start = 0, 0
    for i in range(n_s + 1):
        found = look_up(CLASSES, mem[s + i], 0) if i < n_s else 0
        if found < 0:
            return UNDEFINED
        if not found & ALPHANUMERIC:
            if i > start:
                k = add_row(mem, k, s + start, i - start, out, cap)
            start = i + 1
    return write_rows(mem, k, out, cap)
