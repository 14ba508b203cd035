"""Words listed in a sentence; text in lines, shortened, or as a headline. Readers propose these, no enumeration."""

import textwrap

from ..core.primitive import primitive


@primitive("(List[Str], Str, Str) -> Str", cost=5)
def listed(words, mark, last):
    """The words with a mark between them, and another one before the last."""
    if len(words) < 2:
        return "".join(words)
    return mark.join(words[:-1]) + last + words[-1]


@primitive("(List[Str], Str) -> Str", cost=6)
def listed_with_commas(words, last):
    """The words with commas between them, and what comes before the last; two words need no comma."""
    if len(words) < 3:
        return last.join(words)
    return ", ".join(words[:-1]) + "," + last + words[-1]


@primitive("(Str, Index) -> List[Str]", cost=5)
def wrapped(s, n):
    """The words of s in lines of n characters at most; longer words are broken."""
    return textwrap.wrap(s, n)


@primitive("(Str, Index) -> List[Str]", cost=6)
def wrapped_at_words(s, n):
    """The words of s in lines of n characters at most; longer words have a line of their own."""
    return textwrap.wrap(s, n, break_long_words=False)


@primitive("(Str, Index, Str) -> Str", cost=6, python="textwrap.shorten(s, n, placeholder=t)")
def shortened(s, n, t):
    """The words of s, where they are longer than n characters those that fit before t; undefined if t does not fit."""
    return textwrap.shorten(s, n, placeholder=t)


@primitive("(Str, List[Str]) -> Str", cost=6)
def headline(s, small):
    """The words of s in lower case with capitals, but for the small words that do not come first."""
    words = [word if word in small else word.capitalize() for word in s.lower().split()]
    return " ".join([word.capitalize() for word in words[:1]] + words[1:])
