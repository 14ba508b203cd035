"""What kernels of decimals share: rounding, products and quotients, and decimals as text."""

from .kernels import LIMIT, UNDEFINED, times

PLACES, SCALE = 6, 1000000
"""Digits after the point of a decimal, and the word of the decimal 1 (see `dsl.core.decimals`)."""

TO_EVEN, HALF_UP, DOWN = 0, 1, 2
"""How a decimal that lies between two others is rounded: to the nearer one, of two the even one or that farther from
zero; or towards zero."""


def with_sign(magnitude, negative):
    """A magnitude with a sign; UNDEFINED stays."""
    return -magnitude if negative and magnitude != UNDEFINED else magnitude


def rounds_up(quotient, remainder, divisor, mode):
    """1 if a quotient with this remainder is rounded away from zero, else 0."""
    twice = remainder + remainder
    if mode == DOWN or twice < divisor:
        return 0
    return 1 if twice > divisor or mode == HALF_UP or quotient % 2 == 1 else 0


def to_multiple(x, step, mode):
    """The multiple of a positive step to which `x` is rounded."""
    quotient, remainder = abs(x) // step, abs(x) % step
    return with_sign(times(quotient + rounds_up(quotient, remainder, step, mode), step), x < 0)


def step_of(places):
    """The word of the decimal with a 1 in the last of so many places; 1 if a word has no more."""
    step = 1
    for _i in range(PLACES - places):
        step = times(step, 10)
    return step


def decimal_product(x, y):
    """The word of the product of two decimals, rounded half to even."""
    if abs(float(x) * float(y)) > 9.1e21:
        return UNDEFINED
    one, other = abs(x), abs(y)
    low = times(one % SCALE, other % SCALE)
    whole = times(one // SCALE, other) + times(one % SCALE, other // SCALE) + low // SCALE
    return with_sign(whole + rounds_up(whole, low % SCALE, SCALE, TO_EVEN), (x < 0) != (y < 0))


def decimal_quotient(x, y, factor):
    """The word of a small factor times the quotient of two decimals, rounded half to even; UNDEFINED for a zero y."""
    if y == 0 or abs(float(x) / float(y)) * factor > 9.1e9:
        return UNDEFINED
    rest, divisor = (abs(x) % abs(y)) * factor, abs(y)
    quotient = times(abs(x) // divisor, factor) + rest // divisor
    for _i in range(2):  # A thousand times a remainder does not wrap, a million times would.
        rest = (rest % divisor) * 1000
        quotient = times(quotient, 1000) + rest // divisor
    return with_sign(quotient + rounds_up(quotient, rest % divisor, divisor, TO_EVEN), (x < 0) != (y < 0))


def write_decimal(mem, x, places, negative, out, cap):
    """Write the digits of the word `x`, not negative, with a point before the last `places`, which may be 0."""
    size = places + 2 if negative else places + 1
    rest = x
    for _i in range(PLACES):
        rest //= 10
    whole = rest
    while rest >= 10:
        rest //= 10
        size += 1
    size += 1 if places > 0 else 0
    if size > cap:
        return UNDEFINED
    end = size - 1
    part = x % SCALE
    for _i in range(PLACES - places):
        part //= 10
    for _i in range(places):
        mem[out + end] = 48 + part % 10
        part //= 10
        end -= 1
    if places > 0:
        mem[out + end] = 46
        end -= 1
    while end > 0 or (end == 0 and not negative):
        mem[out + end] = 48 + whole % 10
        whole //= 10
        end -= 1
    if negative:
        mem[out] = 45
    return size


def read_decimal(mem, s, n_s):
    """The word of the decimal that the text writes, rounded half to even; UNDEFINED for any other text."""
    start = 1 if n_s > 0 and (mem[s] == 45 or mem[s] == 43) else 0
    value, digits, after, more, point = 0, 0, 0, 0, 0
    for i in range(start, n_s):
        code = mem[s + i]
        if code == 46 and point == 0:
            point = 1
        elif code < 48 or code > 57 or value > LIMIT:
            return UNDEFINED
        elif point == 1 and after >= PLACES:
            # What is left is compared with a half: 5 is one, what follows it makes it more.
            if after == PLACES:
                more = code - 48 + code - 48
            elif code > 48 and more % 2 == 0:
                more += 1
            after += 1
            digits += 1
        else:
            value = times(value, 10) + code - 48
            after += point
            digits += 1
    if digits == 0:
        return UNDEFINED
    for _i in range(PLACES - after):
        value = times(value, 10)
        if value == UNDEFINED:
            return UNDEFINED
    if after > PLACES:
        value += rounds_up(value, more, 20, TO_EVEN)
    return with_sign(value, start == 1 and mem[s] == 45)
