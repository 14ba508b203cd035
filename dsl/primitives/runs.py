"""Text as runs: letters, digits and what stands between them, and the words of names.

Letters are known for European scripts, as in `text`.
"""

import re

from ..core.primitive import Laws, primitive
from .character_kernels import is_symbol, kind_of
from .kernels import UNDEFINED, add_row, write_rows


def _known(s):
    if any(c >= "\u0600" and not is_symbol(ord(c)) for c in s):
        raise ValueError("a character beyond the European scripts")
    return s


@primitive("(Str) -> List[Str]", cost=6, python=r're.findall(r"\d+|[^\W\d_]+|[\W_]+", s)')
def runs(s):
    """The runs of letters, of digits, and of other characters; undefined for scripts that are not European."""
    return re.findall(r"[0-9]+|[^\W0-9_]+|[\W_]+", _known(s))


@runs.kernel
def _(mem, s, n_s, out, cap):
    k, start, before = 0, 0, 0
    for i in range(n_s):
        kind = min(kind_of(mem[s + i]), 2)
        if kind < 0:
            return UNDEFINED
        if i > 0 and kind != before:
            k = add_row(mem, k, s + start, i - start, out, cap)
            start = i
        before = kind
    if n_s > 0:
        k = add_row(mem, k, s + start, n_s - start, out, cap)
    return write_rows(mem, k, out, cap)


@primitive("(Str) -> List[Str]", cost=6, laws=Laws(absorbs={0: ("strip", "squeeze")}))
def name_parts(s):
    """The words and numbers of a name such as readFile2 or READ_FILE_2; undefined for scripts not European."""
    kinds = ["0" if "0" <= c <= "9" else "A" if c.isupper() else "a" if c.isalnum() else "-" for c in _known(s)]
    return [s[part.start() : part.end()] for part in re.finditer("0+|A+(?!a)|A?a+", "".join(kinds))]


@name_parts.helper
def _(s):
    """The words and numbers of a name such as readFile2 or READ_FILE_2."""
    kinds = ["0" if c.isdecimal() else "A" if c.isupper() else "a" if c.isalnum() else "-" for c in s]
    return [s[part.start() : part.end()] for part in re.finditer("0+|A+(?!a)|A?a+", "".join(kinds))]


@name_parts.kernel
def _(mem, s, n_s, out, cap):
    k, start, before = 0, -1, 0
    for i in range(n_s):
        kind = kind_of(mem[s + i])
        after = kind_of(mem[s + i + 1]) if i + 1 < n_s else 0
        if kind < 0:
            return UNDEFINED
        last_of_capitals = before == 2 and kind == 2 and after == 3
        begins = kind > 0 and (last_of_capitals or not (kind == before or (before == 2 and kind == 3)))
        if start >= 0 and (begins or kind == 0):
            k = add_row(mem, k, s + start, i - start, out, cap)
            start = -1
        if begins:
            start = i
        before = kind
    if start >= 0:
        k = add_row(mem, k, s + start, n_s - start, out, cap)
    return write_rows(mem, k, out, cap)


@primitive("(Str, (Str) -> Str) -> Str", cost=5, python='re.sub("[0-9]+", lambda run: f(run[0]), s)')
def edit_numbers(s, f):
    """s with what the function makes of each run of digits 0 to 9 in place of the run."""
    return re.sub("[0-9]+", lambda run: f(run[0]), s)


@primitive("(Str, (Str) -> Str) -> Str", cost=6)
def edit_last_number(s, f):
    """s with what the function makes of the last run of digits 0 to 9 in place of the run; undefined without one."""
    parts = re.split("([0-9]+)", s)
    parts[-2] = f(parts[-2])
    return "".join(parts)


@primitive("(Str, (Str) -> Str) -> Str", cost=5, python='re.sub(r"[^\\W_]+", lambda run: f(run[0]), s)')
def edit_words(s, f):
    """s with what the function makes of each run of letters and digits in place of the run."""
    return re.sub(r"[^\W_]+", lambda run: f(run[0]), s)
