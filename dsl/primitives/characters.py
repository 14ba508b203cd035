"""Text as a sequence of characters, each edited by itself. The enumeration does not try them: rules are solved for."""

import re
import string

from ..core.bounds import MAX_LENGTH, gathered
from ..core.primitive import primitive

BACKSLASH, SPECIAL = "\\", r"\.^$*+?{}[]|()"
"""What means something else in a pattern."""


@primitive("(Str, (Str) -> Str) -> Str", cost=2, python='"".join([f(c) for c in s])')
def edit_characters(s, f):
    """s with what the function makes of each character in its place."""
    return "".join(gathered(f(c) for c in s))


@primitive("(Str, (Int, Str) -> Str) -> Str", cost=3, python='"".join([f(i, c) for i, c in enumerate(s)])')
def edit_by_position(s, f):
    """s with what the function makes of each position, counted from 0, and its character in place of that."""
    return "".join(gathered(f(i, c) for i, c in enumerate(s)))


@primitive("(List[t], (Int, t) -> u) -> List[u]", cost=5, python="[f(i, row) for i, row in enumerate(rows)]")
def map_by_position(rows, f):
    """What the function makes of each position, counted from 0, and its item."""
    return gathered(f(i, row) for i, row in enumerate(rows))


@primitive("(Str, (Str) -> Bool) -> Str", cost=3, python='"".join([c for c in s if p(c)])')
def keep_characters(s, p):
    """The characters for which the condition holds."""
    return "".join(c for c in s if p(c))


@primitive("(Str, (Str) -> Bool) -> Str", cost=5)
def reverse_among(s, p):
    """s with the characters for which the condition holds in reverse order, all others in their places."""
    moved = [c for c in s if p(c)]
    return "".join(moved.pop() if p(c) else c for c in s)


@primitive("(Str, (Str) -> Bool) -> Str", cost=6)
def sort_among(s, p):
    """s with the characters for which the condition holds in order, all others in their places."""
    moved = sorted((c for c in s if p(c)), reverse=True)
    return "".join(moved.pop() if p(c) else c for c in s)


@primitive("(Str, (Str) -> Bool) -> Str", cost=4, python='"".join(itertools.takewhile(p, s))')
def leading(s, p):
    """The characters up to the first for which the condition fails."""
    count = next((i for i, c in enumerate(s) if not p(c)), len(s))
    return s[:count]


@primitive("(Str, (Str) -> Bool) -> Str", cost=4, python='"".join(itertools.dropwhile(p, s))')
def without_leading(s, p):
    """The characters from the first on for which the condition fails."""
    count = next((i for i, c in enumerate(s) if not p(c)), len(s))
    return s[count:]


@primitive("(Str, Index) -> Bool", cost=5, python="s[i] in (s[i - 1 : i], s[i + 1 : i + 2])")
def is_beside_equal(s, i):
    """Whether the character at position i equals the one before it or the one after it; undefined outside of s."""
    if not 0 <= i < len(s):
        raise ValueError("no such position")
    return s[i] in (s[i - 1 : i], s[i + 1 : i + 2])


@primitive("(Str, Str) -> Str", cost=4)
def squeeze_runs(s, t):
    """s with one t in place of each run of them; undefined for empty t."""
    if not t:
        raise ValueError("nothing to look for")
    return re.sub(f"(?:{re.escape(t)})+", lambda _: t, s)


@squeeze_runs.spelled
def _(t):
    """The pattern, and the text for it."""
    escaped = "".join(f"\\{c}" if c in SPECIAL else c for c in t)
    run = escaped if len(t) == 1 else f"(?:{escaped})"
    return f"re.sub({run + '+'!r}, {t.replace(BACKSLASH, 2 * BACKSLASH)!r}, s)"


@primitive("(Str) -> Bool", cost=3)
def is_alphabetic(s):
    """Whether there are letters, and nothing else."""
    return s.isalpha()


@primitive("(Str) -> Bool", cost=4)
def is_alphanumeric(s):
    """Whether there are letters or digits, and nothing else."""
    return s.isalnum()


@primitive("(Str) -> Bool", cost=3)
def is_uppercase(s):
    """Whether there are letters, none of them in lower case."""
    return s.isupper()


@primitive("(Str) -> Bool", cost=3)
def is_lowercase(s):
    """Whether there are letters, none of them in upper case."""
    return s.islower()


@primitive("(Str) -> Bool", cost=3)
def is_blank(s):
    """Whether there is white space, and nothing else."""
    return s.isspace()


@primitive("(Str, Str) -> Bool", cost=5)
def comes_before(s, t):
    """Whether s comes before t in the order of characters."""
    return s < t


@primitive("(Str) -> Int", cost=4, python="ord(s)")
def code_of(s):
    """The Unicode code point of a character; undefined for any other text."""
    if len(s) != 1:
        raise ValueError("not a character")
    return ord(s)


@primitive("(Int) -> Str", cost=4, python="chr(n)")
def character_of(n):
    """The character with this Unicode code point; undefined if there is none."""
    if not 0 <= n < 0xD800:
        raise ValueError("not a code point")
    return chr(n)


@primitive("(Str) -> Int", cost=4, python="ord(s.lower()) - 96")
def letter_number(s):
    """1 for a or A to 26 for z or Z; undefined for any other text."""
    if len(s) != 1 or s not in string.ascii_letters:
        raise ValueError("not a letter")
    return ord(s.lower()) - 96


@primitive("(Str) -> Str", cost=5)
def spelling_word(s):
    """The word for a letter in the spelling alphabet of ICAO: Alfa for a or A; undefined for any other text."""
    words = (
        "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec "
        "Romeo Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu"
    )
    return {word[0]: word for word in words.split()}[s.upper()]


@primitive("(Str) -> Str", cost=5)
def morse(s):
    """The Morse code of ITU for a letter or a digit; undefined for any other text."""
    codes = (
        "A.- B-... C-.-. D-.. E. F..-. G--. H.... I.. J.--- K-.- L.-.. M-- N-. O--- P.--. Q--.- R.-. S... T- U..- "
        "V...- W.-- X-..- Y-.-- Z--.. 0----- 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----."
    )
    return {code[0]: code[1:] for code in codes.split()}[s.upper()]


@primitive("(Str, Int) -> Str", cost=3)
def shift_letters(s, n):
    """The letters a to z moved on by n in the alphabet, from its end to its start, in their case; others stay."""
    small = "abcdefghijklmnopqrstuvwxyz"
    moved = small[n % 26 :] + small[: n % 26]
    return s.translate(str.maketrans(small + small.upper(), moved + moved.upper()))


@primitive("(Str) -> Str", cost=4)
def mirror_letters(s):
    """The letters a to z in the order of the alphabet read backward, z for a, in their case; others stay."""
    small = "abcdefghijklmnopqrstuvwxyz"
    mirrored = small[::-1]
    return s.translate(str.maketrans(small + small.upper(), mirrored + mirrored.upper()))


@primitive("(Str, Int, Int) -> Str", cost=6)
def map_letters(s, m, n):
    """Each letter, numbered from 0 to 25, as the one with m times its number plus n, mod 26, in its case."""
    small = "abcdefghijklmnopqrstuvwxyz"
    mapped = "".join(small[(m * i + n) % 26] for i in range(26))
    return s.translate(str.maketrans(small + small.upper(), mapped + mapped.upper()))


@primitive("(Str, Index) -> Str", cost=5, python='"".join(s[i::n] for i in range(n))')
def by_columns(s, n):
    """The characters of s, written in rows of n, read column by column; undefined for n < 1."""
    if not 1 <= n <= MAX_LENGTH:
        raise ValueError("no such rows")
    return "".join(s[i::n] for i in range(n))


@primitive("(Str, Index) -> Str", cost=7)
def by_rails(s, n):
    """The characters of s, written down and up on n rails, read rail by rail; undefined for n < 1."""
    if not 1 <= n <= MAX_LENGTH:
        raise ValueError("no such rails")
    way = [*range(n), *range(n - 2, 0, -1)]
    places = [way[i % len(way)] for i in range(len(s))]
    return "".join(s[i] for i in sorted(range(len(s)), key=places.__getitem__))


@by_rails.helper
def _(s, n):
    """The characters of s, written down and up on n rails, read rail by rail."""
    way = [*range(n), *range(n - 2, 0, -1)]
    return "".join(c for rail in range(n) for i, c in enumerate(s) if way[i % len(way)] == rail)
