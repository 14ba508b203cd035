"""Files of Python that declare primitives, and what may be wrong with them.

They are run. So nothing in them loops, or can open a file whatever characters are changed, and of kernels there are
only such as are refused or do no harm.
"""

from __future__ import annotations

from random import Random

from .mutation import broken_text

NAME = "spread"
"""The primitive that programs ask for."""
VALID = (
    f"""from induce import primitive


@primitive("(List[Int]) -> Int", cost=4)
def {NAME}(xs: list[int]) -> int:
    \"\"\"How far the items lie apart.\"\"\"
    return max(xs) - min(xs)
""",
    f"""import math

from induce import primitive


@primitive("(Int) -> Int", cost=4, elementwise=True)
def {NAME}(x: int) -> int:
    \"\"\"The root, rounded down.\"\"\"
    return math.isqrt(x) + 1


@primitive("(Str, Index) -> Str", python="text[-n:]")
def ending(text: str, n: int) -> str:
    \"\"\"The last characters.\"\"\"
    return text[len(text) - n :]
""",
)
ODD_SIGNATURES = (
    "", "x", "(Int)", "() -> Int", "(Int) -> ", "(Int) -> Foo", "(List) -> Int", "(Float) -> Float", "(Int) -> a",
    "((Int) -> Int) -> Int", "(Int, Int, Int, Int) -> Int", "(a) -> List[a]", "(List[List[List[Int]]]) -> Int",
    "(Optional[Int]) -> Int", "(Date) -> Int", "(Decimal) -> Decimal", "(Int) -> Int -> Int", "(Int) -> \x1b[2J",
    "(" * 400 + "Int" + ")" * 400, "(" + "List[" * 3000 + "Int" + "]" * 3000 + ") -> Int",
)  # fmt: skip
ODD_OPTIONS = (
    "cost=0", "cost=-1", "cost='4'", "cost=True", "cost=1.5", "cost=10**400", "cost=None", "elementwise=1",
    "elementwise=True", "lazy=True", "symbol='+'", "name='sum'", "name='solve'", "name='a b'", "name=3",
    "name=''", "name='é'", "python=3", "python='xs['", "python='eval(xs)'", "python='len(xs)'", "python=''",
    "laws=3", "laws={}", "rule=len", "nothing=1", "calculates=3", "python_for_text=3", "python_for_scalars='x('",
    "4", "*[1]", "**{'cost': 0}",
)  # fmt: skip
PARAMETERS = ("xs", "xs", "xs", "", "xs, ys", "*xs", "xs=None", "*, xs", "**xs", "xs, /")
BODIES = (
    "return max(xs) - min(xs)", "return None", "return 'x'", "return xs", "return 10**30", "return 10**5000",
    "return float('nan')", "return 1 / 0", "return 0.5", "return True", "return len", "return [xs]", "return {1}",
    "return iter(xs)", "yield 1", "return xs.nothing", "return nothing", "xs.append(1); return 1",
    "raise TypeError('no')", "raise ValueError('a\\nb')", "raise RecursionError", "raise MemoryError",
    "raise StopIteration", "assert not xs", "import math; return 1", "return open", "return '\\udcff'", "pass",
    "return [1, 'a']", "return [[]]", "return sum(xs, [])",
)  # fmt: skip
DOCUMENTED = ('"""What it means."""', '"""What it means."""', '""" """', "0")
KERNELS = (
    "",
    "def _(mem, xs, n_xs, out, cap):\n    return n_xs", "def _(xs):\n    return 1", "def _():\n    return 1",
    "def _(mem, xs, n_xs, out, cap):\n    return nothing(xs)",
    "def _(mem, xs, n_xs, out, cap):\n    return {1: 2}",
    "def _(mem, xs, n_xs, out, cap):\n    return 'a'",
    "def _(mem, xs, n_xs, out, cap):\n    return [i for i in range(3)]",
    "def _(mem, xs, n_xs, out, cap):\n    return later\n    later = 1",
    "def _(mem, xs, n_xs, out, cap):\n    pass",
    "def _(mem, xs, n_xs, out, cap):\n    with xs:\n        return 1",
    "def _(mem, xs, n_xs, out, cap):\n    try:\n        return 1\n    except ValueError:\n        return 2",
    "def _(mem, xs, n_xs, out, cap):\n    return 10**40",
    "def _(mem, xs, n_xs, out, cap):\n    a, b = n_xs\n    return a",
    "def _(mem, xs, n_xs, out, cap):\n    return n_xs.real",
    "def _(mem, xs, n_xs, out, cap):\n    return (lambda: 1)()",
    "def _(mem, xs, n_xs, out, cap):\n    return len(n_xs)",
    "def _(mem, xs, n_xs, out, cap):\n    return range(n_xs)",
    "async def _(mem, xs, n_xs, out, cap):\n    return 1",
    "def _(mem, xs, n_xs, out, *cap):\n    return 1",
    "def _(mem, xs, n_xs, out, cap):\n    yield 1",
    "class _:\n    pass",
)  # fmt: skip
RAISING = (
    "1 / 0", "raise SystemExit", "raise SystemExit(3)", "raise ValueError('a\\nb\\x1b[2J')", "import nowhere_at_all",
    "from induce import nothing", "raise RecursionError", "raise MemoryError", "raise StopIteration",
    "raise ExceptionGroup('many', [ValueError(1)])", "raise ValueError('x' * 9000)", "exec('(')",
    "class Odd(Exception):\n    def __str__(self):\n        raise ValueError\nraise Odd", "raise KeyError",
    "def f():\n    return f()\nf()", "raise UnicodeDecodeError('utf-8', b'a', 0, 1, 'no')", "raise 3",
    "raise OSError(28, 'No space left on device')", "raise BrokenPipeError",
)  # fmt: skip
OTHERS = (
    b"", b"\n", b"# nothing\n", b"x = 1\n", b"\0", b"\xff\xfe", b"def f(:\n", b"return 1\n", b"  x = 1\n", b"x = '",
    b"# -*- coding: nothing -*-\n", b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", b"x = '\xe9'\n", b"\xef\xbb\xbfx = 1\n",
    b"(" * 500, b"x = " + b"-" * 20_000 + b"1\n", b"x = " + b"[" * 3000 + b"]" * 3000, b"x = " + b"9" * 9000,
    b"from induce import primitive\nprimitive('(Int) -> Int')\n",
    b"from induce import primitive\n@primitive\ndef spread(xs):\n    return 1\n",
    b"from induce import primitive\nspread = primitive('(List[Int]) -> Int')(len)\n",
    b"from induce import primitive\nspread = primitive('(List[Int]) -> Int')(lambda xs: 1)\n",
    b"from induce import primitive\nspread = primitive('(List[Int]) -> Int')(3)\n",
    b"from induce import primitive\n@primitive('(List[Int]) -> Int')\nclass spread:\n    '''A class.'''\n",
    b"PK\x03\x04", b"{}", b"await x\n", b"x: int = yield\n",
)  # fmt: skip


def drawn(draw: Random) -> bytes:
    """A file that is to declare primitives."""
    match draw.randrange(10):
        case 0 | 1 | 2 | 3:
            return broken_text(draw.choice(VALID), draw)
        case 4 | 5 | 6:
            return _declared(draw).encode("utf-8", "surrogatepass")
        case 7 | 8:
            text = draw.choice(VALID)
            return (text + draw.choice(RAISING) + "\n").encode()
        case _:
            return draw.choice(OTHERS)


def _declared(draw: Random) -> str:
    """A declaration in which something is odd."""
    signature, options, body, kernel = '"(List[Int]) -> Int"', "", BODIES[0], ""
    parameters, document, name = "xs", DOCUMENTED[0], NAME
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        match draw.randrange(7):
            case 0:
                signature = draw.choice((repr(draw.choice(ODD_SIGNATURES)), "3", "None", "b''", ""))
            case 1:
                options = f", {draw.choice(ODD_OPTIONS)}"
            case 2 | 3:
                body = draw.choice(BODIES)
            case 4:
                parameters, document = draw.choice(PARAMETERS), draw.choice(DOCUMENTED)
            case 5:
                kernel = draw.choice(KERNELS)
            case _:
                name = draw.choice((NAME, "sum", "reverse", "solve", "each", "_", "é", "print", "x" * 300))
    form = draw.choice(("def", "def", "def", "def", "async def"))
    whole = f"from induce import primitive\n\n\n@primitive({signature}{options})\n{form} {name}({parameters}):\n"
    attached = f"\n\n@{name}.kernel\n{kernel}\n" if kernel else ""
    return f"{whole}    {document}\n    {body}\n{attached}" + draw.choice(("", "", "", f"\n{NAME} = {NAME}\n"))
