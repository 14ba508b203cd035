"""Element-wise comparison and logic, and choosing by a condition."""

from ..core.primitive import Laws, primitive
from .kernels import UNDEFINED, same_words

SYMMETRIC = Laws(commutative=True, distinct=True)


@primitive("(n, n) -> Bool", alike=True, cost=3, symbol="==", elementwise=True, laws=SYMMETRIC)
def eq(x, y):
    """Whether the two are equal."""
    return x == y


@eq.kernel
def _(x, y):
    return 1 if x == y else 0


@primitive("(n, n) -> Bool", alike=True, cost=4, symbol="!=", elementwise=True, laws=SYMMETRIC)
def ne(x, y):
    """Whether the two differ."""
    return x != y


@ne.kernel
def _(x, y):
    return 1 if x != y else 0


@primitive("(n, n) -> Bool", alike=True, cost=3, symbol="<", elementwise=True, laws=Laws(distinct=True))
def lt(x, y):
    """Whether the first is less."""
    return x < y


@lt.kernel
def _(x, y):
    return 1 if x < y else 0


@primitive("(n, n) -> Bool", alike=True, cost=4, symbol="<=", elementwise=True, laws=Laws(distinct=True))
def le(x, y):
    """Whether the first is less or equal."""
    return x <= y


@le.kernel
def _(x, y):
    return 1 if x <= y else 0


@primitive(
    "(Bool, Bool) -> Bool",
    cost=4,
    symbol="and",
    name="and",
    elementwise=True,
    python="p and q",
    laws=Laws(distinct=True, commutative=True, associative=True),
)
def and_(p, q):
    """Whether both are true."""
    return p and q


@and_.kernel
def _(p, q):
    return p & q


@primitive(
    "(Bool, Bool) -> Bool",
    cost=4,
    symbol="or",
    name="or",
    elementwise=True,
    python="p or q",
    laws=Laws(distinct=True, commutative=True, associative=True),
)
def or_(p, q):
    """Whether one of them is true."""
    return p or q


@or_.kernel
def _(p, q):
    return p | q


@primitive(
    "(Bool, Bool) -> Bool",
    cost=6,
    elementwise=True,
    python="p != q",
    laws=Laws(distinct=True, commutative=True, associative=True),
)
def xor(p, q):
    """Whether exactly one of them is true."""
    return p != q


@xor.kernel
def _(p, q):
    return p ^ q


@primitive(
    "(Bool) -> Bool",
    cost=3,
    symbol="not",
    name="not",
    elementwise=True,
    python="not p",
    laws=Laws(absorbs={0: ("not", "eq", "ne", "is_even", "is_odd")}),
)
def not_(p):
    """The opposite."""
    return not p


@not_.kernel
def _(p):
    return 1 - p


@primitive("(Int) -> Bool", calculates=True, cost=3, elementwise=True)
def is_even(x):
    """Whether it is even."""
    return x % 2 == 0


@is_even.kernel
def _(x):
    return 1 - (x & 1)


@primitive("(Int) -> Bool", calculates=True, cost=3, elementwise=True)
def is_odd(x):
    """Whether it is odd."""
    return x % 2 == 1


@is_odd.kernel
def _(x):
    return x & 1


@primitive("(n) -> Bool", cost=4, elementwise=True)
def is_positive(x):
    """Whether it is greater than zero."""
    return x > 0


@is_positive.kernel
def _(x):
    return 1 if x > 0 else 0


@primitive("(Int, Int) -> Bool", calculates=True, cost=4, elementwise=True, laws=Laws(distinct=True))
def divisible(x, y):
    """Whether y divides x; undefined for y = 0."""
    return x % y == 0


@divisible.kernel
def _(x, y):
    if y == 0:
        return UNDEFINED
    return 1 if x % y == 0 else 0


@primitive("(Bool, e, e) -> e", alike=True, cost=4, elementwise=True)
def where(p, x, y):
    """The first value where the mask is true, the second elsewhere."""
    return x if p else y


@where.kernel
def _(p, x, y):
    return x if p else y


@primitive("(t, t) -> Bool", cost=6, laws=SYMMETRIC, python="x == y")
def same(x, y):
    """Whether two whole values are equal."""
    return x == y


@same.kernel
def _(mem, x, n_x, y, n_y, out, cap):
    if n_x != n_y:
        return 0
    return 1 if same_words(mem, x, y, n_x) else 0


@primitive("(Bool, t, t) -> t", alike=True, cost=6, lazy=True)
def if_else(p, x, y):
    """The first value if the condition holds, else the second, which may then be undefined."""
    return x if p else y
