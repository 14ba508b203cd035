"""Text by its form: patterns, templates and records, which the examples show and no search enumerates."""

import csv
import itertools
import re
from functools import lru_cache

from ..core.bounds import MAX_LENGTH
from ..core.primitive import primitive

CHARACTER = r"(?:\[\^?(?:\\.|[^]\\])+]|\\[dwsDWS]|\\[^\w\s]|[^]\\[()*+?{}|^$])"
TIMES = r"(?:\+|\*|\{\d{1,3}\})"
ROW = rf"(?:{CHARACTER}{TIMES}?)+"
"""A pattern: characters of some kind, each alone, as a run or so many times."""
ROW_WITH_GROUPS = rf"(?:{CHARACTER}{TIMES}?|\({ROW}\))+"
MOST_SEARCHED = 10_000
"""No longer text is searched for a pattern: the work may grow with the square of its length."""


@lru_cache(maxsize=4096)
def _compiled(pattern, form):
    """The pattern, compiled; undefined unless it is of this form, and without runs that run into each other."""
    if not re.fullmatch(form, pattern):
        raise ValueError("not a pattern of this form")
    atoms = re.findall(f"({CHARACTER})({TIMES}?)", pattern)
    try:
        kinds = [{c for c in map(chr, range(128)) if re.fullmatch(kind, c)} for kind, _ in atoms]
        compiled = re.compile(pattern)
    except re.error:
        raise ValueError("not a pattern") from None
    are_runs = [times in ("+", "*") for _, times in atoms]
    for (kind, is_run), (after, goes_on) in itertools.pairwise(zip(kinds, are_runs)):
        if is_run and goes_on and kind & after:
            raise ValueError("runs that run into each other")
    return compiled


def _searched(s, pattern, form):
    if len(s) > MOST_SEARCHED:
        raise ValueError("too long")
    return _compiled(pattern, form)


@primitive("(Str, Str) -> List[Str]", cost=5, python="re.findall(pattern, s)")
def matches(s, pattern):
    """The parts of s that match a regular expression of single characters, each alone, as a run or so many times."""
    return _searched(s, pattern, ROW).findall(s)


@primitive("(Str, Str) -> Str", cost=5, python='re.sub(pattern, "", s)')
def remove_matches(s, pattern):
    """s without the parts that match such a regular expression."""
    return _searched(s, pattern, ROW).sub("", s)


@primitive("(Str, Str) -> List[Str]", cost=5, python="list(re.fullmatch(pattern, s).groups())")
def fields(s, pattern):
    """The groups of such a regular expression, where it matches the whole of s; undefined if it does not."""
    found = _searched(s, pattern, ROW_WITH_GROUPS).fullmatch(s)
    if found is None:
        raise ValueError("another form")
    return list(found.groups())


@primitive("(Str, Str) -> Str", cost=5, python="re.search(pattern, s)[1]")
def found(s, pattern):
    """What the group of such a regular expression matches, where it first matches a part of s; undefined elsewhere."""
    first = _searched(s, pattern, ROW_WITH_GROUPS).search(s)
    if first is None or len(first.groups()) != 1:
        raise ValueError("no such part")
    return first[1]


@primitive(
    "(Str, List[Index]) -> List[Str]", cost=5, python="[s[i:j] for i, j in itertools.pairwise([0, *ns, len(s)])]"
)
def cut_at(s, ns):
    """The pieces of s from its start to the first position, from there to the next, and so on to its end."""
    if any(i > j for i, j in itertools.pairwise([0, *ns, len(s)])):
        raise ValueError("no such positions")
    return [s[i:j] for i, j in itertools.pairwise([0, *ns, len(s)])]


@primitive("(Str, Str) -> Str", cost=5)
def pour(s, template):
    """The template with each # replaced by the next character of s; undefined unless there are as many."""
    if template.count("#") != len(s):
        raise ValueError("another number of characters")
    rest = iter(s)
    return "".join(next(rest) if c == "#" else c for c in template)


@pour.helper
def _(s, template):
    """The template with each # replaced by the next character of s."""
    if template.count("#") != len(s):
        raise ValueError("the text does not fit into the template")
    rest = iter(s)
    return "".join(next(rest) if c == "#" else c for c in template)


@primitive("(Str, Str, Index, Index) -> Str", cost=6)
def hide(s, mask, first, last):
    """s with the mask in place of every letter and digit but so many first and last ones; undefined below 0."""
    if len(mask) != 1 or first < 0 or last < 0:
        raise ValueError("no such mask")
    places = [i for i, c in enumerate(s) if c.isalnum()]
    hidden = set(places[first : max(first, len(places) - last)])
    return "".join(mask if i in hidden else c for i, c in enumerate(s))


@hide.helper
def _(s, mask, first, last):
    """s with the mask in place of every letter and digit but so many first and last ones."""
    places = [i for i, c in enumerate(s) if c.isalnum()]
    hidden = set(places[first : max(first, len(places) - last)])
    return "".join(mask if i in hidden else c for i, c in enumerate(s))


@primitive("(Str, Str) -> List[Str]", cost=6, python="next(csv.reader([s], delimiter=t))")
def csv_fields(s, t):
    """The fields of a line of CSV, which t separates and quotation marks may enclose; undefined for several lines."""
    if len(t) != 1 or t in '"\r\n' or "\n" in s or "\r" in s or s.count('"') % 2:
        raise ValueError("not a line of CSV")
    try:
        return next(csv.reader([s], delimiter=t))
    except (csv.Error, TypeError) as error:
        raise ValueError("not a line of CSV") from error


@primitive(
    "(Str, Str, Str, Str) -> Str", cost=5, python="dict(pair.split(t, 1) for pair in s.split(u) if t in pair)[key]"
)
def value_of_key(s, u, t, key):
    """What follows key and t in one of the parts of s between u; the last of several, undefined if there is none."""
    if not t or not u:
        raise ValueError("empty separator")
    return dict(pair.split(t, 1) for pair in s.split(u) if t in pair)[key]


@primitive("(Str) -> Str", cost=7, python='"".join(f"{c}{len(list(run))}" for c, run in itertools.groupby(s))')
def run_length_code(s):
    """Each run of equal characters as the character and the length of the run: aaab is a3b1."""
    return "".join(f"{c}{len(list(run))}" for c, run in itertools.groupby(s))


@primitive("(Str) -> Str", cost=7, python='"".join(f"{len(list(run))}{c}" for c, run in itertools.groupby(s))')
def count_first_code(s):
    """Each run of equal characters as the length of the run and the character: aaab is 3a1b."""
    return "".join(f"{len(list(run))}{c}" for c, run in itertools.groupby(s))


def _repeated(pairs):
    if any(len(n) > 6 for _, n in pairs) or sum(int(n or 1) for _, n in pairs) > MAX_LENGTH:
        raise ValueError("too long")
    return "".join(c * int(n or 1) for c, n in pairs)


@primitive("(Str) -> Str", cost=7, python=r'"".join(c * int(n or 1) for c, n in re.findall(r"([^0-9])([0-9]*)", s))')
def run_length_text(s):
    """Each character as often as the number after it says, once without one: a3b is aaab."""
    return _repeated(re.findall(r"([^0-9])([0-9]*)", s))


@primitive("(Str) -> Str", cost=7, python=r'"".join(c * int(n or 1) for n, c in re.findall(r"([0-9]*)([^0-9])", s))')
def count_first_text(s):
    """Each character as often as the number before it says, once without one: 3ab is aaab."""
    return _repeated([(c, n) for n, c in re.findall(r"([0-9]*)([^0-9])", s)])


@primitive("(List[Str]) -> List[Str]", cost=6)
def sort_naturally(ws):
    """The texts in ascending order, in which runs of digits count as numbers."""
    return sorted(ws, key=lambda w: [int(piece) if piece.isdecimal() else piece for piece in re.split(r"(\d+)", w)])


@primitive("(Str, Int) -> Str", cost=6, python="str(int(s) + n).zfill(len(s))")
def count_on(s, n):
    """The number that s writes in digits, n more, with as many digits at least; undefined for any other text."""
    if not (s.isascii() and s.isdigit()) or len(s) > 15 or int(s) + n < 0:
        raise ValueError("not a number")
    return str(int(s) + n).zfill(len(s))
