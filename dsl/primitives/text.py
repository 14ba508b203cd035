"""Text as characters: case, classes, numbers and codes.

Case and classes are known for the characters of European scripts (below
U+0600), punctuation and pictograms; text with others has none here.
"""

from ..core.primitive import Laws, primitive
from .character_kernels import (
    ALPHANUMERIC,
    CASED,
    CLASSES,
    LETTER,
    LOWER,
    LOWERCASE,
    TITLE,
    UPPER,
    UPPERCASE,
    is_symbol,
    is_white,
    keep_class,
    look_up,
    map_case,
    mark_class,
)
from .kernels import LIMIT, UNDEFINED, copy, times


def _known(s):
    if any(c >= "\u0600" and not is_symbol(ord(c)) for c in s):
        raise ValueError("a character beyond the European scripts")
    return s


def _cased(s, image):
    if len(image) != len(s) or "Σ" in s:
        raise ValueError("a character without an image of its own")
    return image


@primitive("(Str) -> Str", cost=4, python="s.upper()", laws=Laws(absorbs={0: ("upper",)}))
def upper(s):
    """The text in upper case; undefined where a character becomes two, or is of a script that is not European."""
    image = _known(s).upper()
    if len(image) != len(s):
        raise ValueError("a character becomes two")
    return image


@upper.kernel
def _(mem, s, n_s, out, cap):
    return map_case(mem, s, n_s, UPPER, out, cap)


@primitive("(Str) -> Str", cost=4, python="s.lower()", laws=Laws(absorbs={0: ("lower",)}))
def lower(s):
    """The text in lower case; undefined where a character becomes two, or is of a script that is not European."""
    return _cased(s, _known(s).lower())


@lower.kernel
def _(mem, s, n_s, out, cap):
    return map_case(mem, s, n_s, LOWER, out, cap)


@primitive("(Str) -> Str", cost=5, python="s.capitalize()", laws=Laws(absorbs={0: ("capitalize",)}))
def capitalize(s):
    """The first character in upper case, all others in lower case; undefined where `lower` is."""
    return _cased(s, _known(s).capitalize())


@capitalize.kernel
def _(mem, s, n_s, out, cap):
    if n_s == 0:
        return 0
    if n_s > cap or map_case(mem, s, 1, TITLE, out, cap) == UNDEFINED:
        return UNDEFINED
    return UNDEFINED if map_case(mem, s + 1, n_s - 1, LOWER, out + 1, cap - 1) == UNDEFINED else n_s


@primitive("(Str) -> Str", cost=5, python="s.title()", laws=Laws(absorbs={0: ("title",)}))
def title(s):
    """Every letter that follows no letter in upper case, the others in lower case; undefined where `lower` is."""
    return _cased(s, _known(s).title())


@title.kernel
def _(mem, s, n_s, out, cap):
    if n_s > cap:
        return UNDEFINED
    inside = 0
    for i in range(n_s):
        code = mem[s + i]
        image = look_up(LOWER, code, code) if inside else look_up(TITLE, code, code)
        if image < 0:
            return UNDEFINED
        mem[out + i] = image
        inside = look_up(CLASSES, code, 0) & CASED
    return n_s


@primitive("(Str) -> Str", cost=6, python="s.swapcase()")
def swapcase(s):
    """Upper case for lower and lower for upper; undefined where `upper` or `lower` is."""
    return _cased(s, _known(s).swapcase())


@swapcase.kernel
def _(mem, s, n_s, out, cap):
    if n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        code = mem[s + i]
        found, image = look_up(CLASSES, code, 0), code
        if found & UPPERCASE:
            image = look_up(LOWER, code, code)
        elif found & LOWERCASE:
            image = look_up(UPPER, code, code)
        if found < 0 or image < 0:
            return UNDEFINED
        mem[out + i] = image
    return n_s


@primitive("(Str) -> List[Bool]", cost=5, python="[c.isalpha() for c in s]")
def is_letter(s):
    """For each character whether it is a letter; undefined for scripts that are not European."""
    return [c.isalpha() for c in _known(s)]


@is_letter.kernel
def _(mem, s, n_s, out, cap):
    return mark_class(mem, s, n_s, LETTER, out, cap)


@primitive("(Str) -> List[Bool]", cost=5, python='["0" <= c <= "9" for c in s]')
def is_digit(s):
    """For each character whether it is one of 0 to 9."""
    return ["0" <= c <= "9" for c in s]


@is_digit.kernel
def _(mem, s, n_s, out, cap):
    if n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        mem[out + i] = 1 if 48 <= mem[s + i] <= 57 else 0
    return n_s


@primitive("(Str) -> List[Bool]", cost=5, python="[c.isupper() for c in s]")
def is_upper(s):
    """For each character whether it is an upper-case letter; undefined for scripts that are not European."""
    return [c.isupper() for c in _known(s)]


@is_upper.kernel
def _(mem, s, n_s, out, cap):
    return mark_class(mem, s, n_s, UPPERCASE, out, cap)


@primitive("(Str) -> List[Bool]", cost=5, python="[c.islower() for c in s]")
def is_lower(s):
    """For each character whether it is a lower-case letter; undefined for scripts that are not European."""
    return [c.islower() for c in _known(s)]


@is_lower.kernel
def _(mem, s, n_s, out, cap):
    return mark_class(mem, s, n_s, LOWERCASE, out, cap)


@primitive("(Str) -> List[Bool]", cost=5, python="[c.isspace() for c in s]")
def is_space(s):
    """For each character whether it is white space."""
    return [c.isspace() for c in s]


@is_space.kernel
def _(mem, s, n_s, out, cap):
    if n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        mem[out + i] = is_white(mem[s + i])
    return n_s


@primitive("(Str) -> List[Bool]", cost=6, python="[c.isalnum() for c in s]")
def is_alnum(s):
    """For each character whether it is a letter or a digit; undefined for scripts that are not European."""
    return [c.isalnum() for c in _known(s)]


@is_alnum.kernel
def _(mem, s, n_s, out, cap):
    return mark_class(mem, s, n_s, ALPHANUMERIC, out, cap)


@primitive(
    "(Str) -> Str",
    cost=5,
    python='"".join(c for c in s if "0" <= c <= "9")',
    laws=Laws(absorbs={0: ("digits_of",)}),
)
def digits_of(s):
    """Only the digits 0 to 9."""
    return "".join(c for c in s if "0" <= c <= "9")


@digits_of.kernel
def _(mem, s, n_s, out, cap):
    if n_s > cap:
        return UNDEFINED
    size = 0
    for i in range(n_s):
        if 48 <= mem[s + i] <= 57:
            mem[out + size] = mem[s + i]
            size += 1
    return size


@primitive(
    "(Str) -> Str", cost=5, python='"".join(c for c in s if c.isalpha())', laws=Laws(absorbs={0: ("letters_of",)})
)
def letters_of(s):
    """Only the letters; undefined for scripts that are not European."""
    return "".join(c for c in _known(s) if c.isalpha())


@letters_of.kernel
def _(mem, s, n_s, out, cap):
    return keep_class(mem, s, n_s, LETTER, out, cap)


@primitive(
    "(Str) -> Str", cost=6, python='"".join(c for c in s if c.isupper())', laws=Laws(absorbs={0: ("capitals_of",)})
)
def capitals_of(s):
    """Only the upper-case letters; undefined for scripts that are not European."""
    return "".join(c for c in _known(s) if c.isupper())


@capitals_of.kernel
def _(mem, s, n_s, out, cap):
    return keep_class(mem, s, n_s, UPPERCASE, out, cap)


@primitive("(Str) -> Bool", cost=6, python="s.isascii() and s.isdigit()")
def is_numeric(s):
    """Whether the text is one or more of the digits 0 to 9, and nothing else."""
    return s.isascii() and s.isdigit()


@is_numeric.kernel
def _(mem, s, n_s, out, cap):
    for i in range(n_s):
        if mem[s + i] < 48 or mem[s + i] > 57:
            return 0
    return 1 if n_s > 0 else 0


@primitive("(Int) -> Str", cost=4, python="str(n)")
def to_text(n):
    """The number in decimal digits."""
    return str(n)


@to_text.kernel
def _(mem, n, out, cap):
    sign = 1 if n < 0 else 0
    rest, size = abs(n) // 10, 1 + sign
    while rest > 0:
        rest //= 10
        size += 1
    if size > cap:
        return UNDEFINED
    rest = abs(n)
    for i in range(size - sign):
        mem[out + size - 1 - i] = 48 + rest % 10
        rest //= 10
    if sign:
        mem[out] = 45
    return size


@primitive("(Str) -> Int", cost=4, python="int(s)")
def to_number(s):
    """The integer that the text writes in digits, after a sign or none; undefined for any other text."""
    digits = s[1:] if s[:1] in ("+", "-") else s
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("not a number")
    return int(s)


@to_number.kernel
def _(mem, s, n_s, out, cap):
    start = 1 if n_s > 0 and (mem[s] == 43 or mem[s] == 45) else 0
    if n_s == start or n_s > 4300:
        return UNDEFINED
    number = 0
    for i in range(start, n_s):
        if mem[s + i] < 48 or mem[s + i] > 57:
            return UNDEFINED
        number = times(number, 10)
        if number == UNDEFINED or number > LIMIT:
            return UNDEFINED
        number += mem[s + i] - 48
    return -number if mem[s] == 45 else number


@primitive("(Str, Index) -> Str", cost=4, python="s[n]")
def char_at(s, n):
    """The character at index n, counted from 0, or from the end for negative n; undefined outside of the text."""
    return s[n]


@char_at.kernel
def _(mem, s, n_s, n, out, cap):
    place = n + n_s if n < 0 else n
    if place < 0 or place >= n_s or cap < 1:
        return UNDEFINED
    mem[out] = mem[s + place]
    return 1


@primitive("(Str) -> List[Str]", cost=4, python="list(s)")
def chars(s):
    """The characters, a text of one each."""
    return list(s)


@chars.kernel
def _(mem, s, n_s, out, cap):
    if 1 + 2 * n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        mem[out + 1 + i] = 1
        mem[out + 1 + n_s + i] = mem[s + i]
    mem[out] = n_s
    return 1 + 2 * n_s


@chars.witness(0)
def _(mem, result, n_result, out, cap):
    k = mem[result]
    if n_result != 1 + 2 * k or k > cap:
        return UNDEFINED
    for i in range(k):
        if mem[result + 1 + i] != 1:
            return UNDEFINED
    return copy(mem, result + 1 + k, k, out)


@primitive("(Str) -> List[Int]", cost=5, python="[ord(c) for c in s]")
def codes(s):
    """The Unicode code points of the characters."""
    return [ord(c) for c in s]


@codes.kernel
def _(mem, s, n_s, out, cap):
    if n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        mem[out + i] = mem[s + i]
    return n_s


@primitive("(List[Int]) -> Str", cost=5, python="[chr(x) for x in xs]", laws=Laws(absorbs={0: ("codes",)}))
def from_codes(xs):
    """The text of these Unicode code points; undefined if one is no character."""
    if any(not (0 <= x < 0xD800 or 0xE000 <= x <= 0x10FFFF) for x in xs):
        raise ValueError("not a code point")
    return "".join(map(chr, xs))


@from_codes.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs > cap:
        return UNDEFINED
    for i in range(n_xs):
        x = mem[xs + i]
        if x < 0 or x > 0x10FFFF or 0xD800 <= x < 0xE000:
            return UNDEFINED
        mem[out + i] = x
    return n_xs
