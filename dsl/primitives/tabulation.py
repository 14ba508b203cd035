"""Dynamic programming: tables whose cells follow from cells before them. The enumeration tries none of them."""

from ..core.bounds import MAX_LENGTH, MAX_SIZE, gathered
from ..core.primitive import primitive


@primitive("(List[t], List[u], (Int) -> a, (Int) -> a, (t, u, a, a, a) -> a) -> List[List[a]]", cost=6)
def pair_table(xs, ys, top, side, step):
    """A table over two lists: row 0 is top(j), column 0 side(i), any other cell step(x, y, above, left, corner).

    The corner is the cell above on the left. Undefined for more than 1000000 cells.
    """
    _check_size((len(xs) + 1) * (len(ys) + 1))
    table = [gathered(top(j) for j in range(len(ys) + 1))]

    def cells(x, first):
        above, left = table[-1], first
        yield left
        for j, y in enumerate(ys):
            left = step(x, y, above[j + 1], left, above[j])
            yield left

    for i, x in enumerate(xs, 1):
        table.append(gathered(cells(x, side(i))))
    return table


@primitive("(List[List[t]], (t) -> a, (t, a) -> a, (t, a, a, a) -> a) -> List[List[a]]", cost=6)
def cell_table(rows, first, edge, step):
    """A table like the rows: first(x), along the top and the left edge(x, before), then step(x, above, left, corner).

    Undefined for rows of different lengths.
    """
    if any(len(row) != len(rows[0]) for row in rows):
        raise ValueError("rows of different lengths")
    table = []

    def cells(row):
        above, left = table[-1] if table else None, None
        for j, x in enumerate(row):
            if above is not None and j:
                left = step(x, above[j], left, above[j - 1])
            elif above is not None:
                left = edge(x, above[j])
            else:
                left = edge(x, left) if j else first(x)
            yield left

    for row in rows:
        table.append(gathered(cells(row)))
    return table


@primitive("(List[Int], Index, a, a, (Int, a, a) -> a) -> List[a]", cost=6)
def amounts_repeated(xs, n, start, other, step):
    """The amounts 0 to n: the start, else the other; each x in turn makes those from x on step(x, value, less).

    There, `less` is the new value of the amount that is x less. Undefined for x < 1, n < 0 and n > 99999.
    """
    return _amounts(xs, n, start, other, step, lambda old, new: new)


@primitive("(List[Int], Index, a, a, (Int, a, a) -> a) -> List[a]", cost=6)
def amounts_once(xs, n, start, other, step):
    """Like `amounts_repeated`, but with the old value of x less, so that no x is used twice."""
    return _amounts(xs, n, start, other, step, lambda old, new: old)


def _amounts(xs, n, start, other, step, chosen):
    """The values of the amounts; of the old values and the new ones those are chosen that are read for x less."""
    if not 0 <= n < MAX_LENGTH or any(x < 1 for x in xs):
        raise ValueError("no such amounts")

    def changed(old, x):
        new = []
        less = chosen(old, new)
        for amount, value in enumerate(old):
            new.append(value if amount < x else step(x, value, less[amount - x]))
            yield new[-1]

    values = [start] + [other] * n
    for x in xs:
        values = gathered(changed(values, x))
    return values


def _check_size(cells):
    if cells > MAX_SIZE:
        raise ValueError("too many cells")
