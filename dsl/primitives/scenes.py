"""Lists of integers as scenes: coloured items on a background of zeros. Strategies solve for what is drawn anew."""

import itertools

from ..core.bounds import MAX_LENGTH
from ..core.primitive import primitive

KINDS = {"0": "not {0}", "x": "{0}", "*": "{0}", "=": "{0} == x", "!": "{0} != x"}
"""The marks of a pattern, and the condition that each is of a neighbour; "." is none."""
MOST_WORK = 10_000_000


@primitive("(List[Int], List[Str]) -> List[Int]", cost=7)
def repaint(xs, patterns):
    """The items, each replaced by what the first of the patterns that fits around it says, if one does.

    A pattern has a mark for each neighbour, the item itself being in the middle: 0 for a zero, x for any other, = for
    one like the item, ! for one unlike it, and . for all. It becomes the neighbour under *, which is no zero, or else
    the number after the marks: "0*0", or "0x0 5". Outside of the list are zeros. Undefined for other patterns.
    """
    rules = [_read(pattern) for pattern in patterns]
    if len(xs) * sum(len(marks) for marks, _ in rules) > MOST_WORK:
        raise ValueError("too much work")
    return [_repainted(xs, i, rules) for i in range(len(xs))]


@repaint.helper
def repainted(xs, patterns):
    """The items, each replaced by what the first of the patterns that fits around it says, if one does."""
    tests = {"0": lambda x, y: y == 0, "=": lambda x, y: y == x, "!": lambda x, y: y != x, ".": lambda x, y: True}
    made = []
    for i, x in enumerate(xs):
        for pattern in patterns:
            marks, _, number = pattern.partition(" ")
            places = range(i - len(marks) // 2, i + len(marks) // 2 + 1)
            around = [xs[j] if 0 <= j < len(xs) else 0 for j in places]
            if all(tests[mark](x, y) if mark in tests else y != 0 for mark, y in zip(marks, around)):
                made.append(int(number) if number else around[marks.index("*")])
                break
        else:
            made.append(x)
    return made


@repaint.spelled
def _(patterns):
    """A choice for every item, whose neighbours go by their places."""
    rules = [_read(pattern) for pattern in patterns]
    told = {0}
    choices = ""
    for marks, made in rules:
        radius = len(marks) // 2
        cells = sorted((abs(k - radius), k - radius, mark) for k, mark in enumerate(marks) if mark != ".")
        told |= {offset for _, offset, _ in cells}
        conditions = [KINDS[mark].format(_called(offset)) for _, offset, mark in cells]
        result = _called(marks.index("*") - radius) if made is None else str(made)
        choices += f"{result} if {' and '.join(conditions) or 'True'} else "
    offsets = sorted(told)
    if offsets == [0]:
        return f"[{choices}x for x in xs]"
    lists = [_shifted(offset) for offset in offsets]
    return f"[{choices}x for {', '.join(map(_called, offsets))} in zip({', '.join(lists)})]"


def _read(pattern):
    """The marks of a pattern, and the number that an item becomes, None if it becomes one of its neighbours."""
    marks, _, made = pattern.partition(" ")
    middle = len(marks) // 2
    if len(marks) % 2 == 0 or not {*marks} <= {*KINDS, "."} or marks[middle] not in "0x.":
        raise ValueError("no such pattern")
    if marks.count("*") != (0 if made else 1):
        raise ValueError("it is not told what becomes of the item")
    return marks, int(made) if made else None


def _repainted(xs, i, rules):
    for marks, made in rules:
        radius = len(marks) // 2
        around = [xs[j] if 0 <= j < len(xs) else 0 for j in range(i - radius, i + radius + 1)]
        if all(_is_of(mark, y, xs[i]) for mark, y in zip(marks, around, strict=True)):
            return around[marks.index("*")] if made is None else made
    return xs[i]


def _is_of(mark, y, x):
    if mark in "=!":
        return (y == x) == (mark == "=")
    return mark == "." or (y == 0) == (mark == "0")


def _called(offset):
    """What a neighbour is called."""
    if offset == 0:
        return "x"
    return ("before" if offset < 0 else "after") + (str(abs(offset)) if abs(offset) > 1 else "")


def _shifted(offset):
    """The list of all neighbours at an offset; before an item are as many zeros as are missing."""
    zeros = ", ".join(["0"] * abs(offset))
    if offset <= 0:
        return f"[{zeros}, *xs]" if offset else "xs"
    return f"[*xs[{offset}:], {zeros}]"


@primitive(
    "(List[Int]) -> List[Index]", cost=5, python="[i for i, (w, x) in enumerate(zip([0, *xs], xs)) if x and x != w]"
)
def object_starts(xs):
    """The position at which each object begins, a run of equal items that are not zero."""
    return [i for i, x in enumerate(xs) if x != 0 and (i == 0 or x != xs[i - 1])]


@primitive("(List[Int]) -> List[Index]", cost=5, python="[len(list(run)) for x, run in itertools.groupby(xs) if x]")
def object_sizes(xs):
    """The length of each object, a run of equal items that are not zero."""
    return [len(list(run)) for x, run in itertools.groupby(xs) if x != 0]


@primitive("(List[Int]) -> List[Int]", cost=5, python="[x for x, _ in itertools.groupby(xs) if x]")
def object_colours(xs):
    """The item of each object, a run of equal items that are not zero."""
    return [x for x, _ in itertools.groupby(xs) if x != 0]


@primitive("(List[Index], List[Index], List[Int], Index) -> List[Int]", cost=6)
def drawn(starts, sizes, colours, n):
    """The list of n zeros in which objects are drawn that begin there and are so long, each over those before it.

    What would lie outside of the list is left out. Undefined for negative n.
    """
    if not 0 <= n <= MAX_LENGTH:
        raise ValueError("no such length")
    items, work = [0] * n, 0
    for start, size, colour in zip(starts, sizes, colours, strict=False):
        places = range(max(start, 0), min(start + size, n))
        work += len(places)
        if work > MOST_WORK:
            raise ValueError("too much work")
        for i in places:
            items[i] = colour
    return items


@drawn.helper
def _(starts, sizes, colours, n):
    """The list of n zeros in which objects are drawn that begin there and are so long, each over those before it."""
    items = [0] * n
    for start, size, colour in zip(starts, sizes, colours):
        for i in range(max(start, 0), min(start + size, n)):
            items[i] = colour
    return items
