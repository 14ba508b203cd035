"""What kernels share.

The functions here and the kernels are copied into one generated module and
compiled there (see `search.engine`); written plainly, they also run
uncompiled, which is how coverage is measured.

House rules, each of which a test enforces or a crash taught: no bare ``*`` or
``**`` on values (signed overflow is undefined in compiled code, so a check
afterwards is deleted); every write stays below ``out + cap``; every loop is
bounded by the lengths of the arguments or by ``cap``; scratch space is
``mem[out + cap : out + 2 * cap]``.
"""

import numpy as np

LIMIT = 2**53
UNDEFINED = -(2**63)
"""What a kernel returns where the primitive is undefined."""


def times(x, y):
    """The product, UNDEFINED past +-2^53: tested in floating point, before it can wrap."""
    if abs(float(x) * float(y)) > 9.1e15:
        return UNDEFINED
    return x * y


def copy(mem, source, count, out):
    """Copy `count` words from `source` to `out`."""
    for i in range(count):
        mem[out + i] = mem[source + i]
    return count


KNOWN = 0x600
"""Characters below it (Latin, Greek, Cyrillic, Armenian, Hebrew) are looked up in the tables that follow."""

LETTER, UPPERCASE, LOWERCASE, ALPHANUMERIC, CASED = 1, 2, 4, 8, 16


def _case_table(mapping):
    """Code point -> code point; -1 where the image is not one character, or depends on the neighbours (final sigma)."""
    images = [mapping(chr(code)) for code in range(KNOWN)]
    table = np.array([ord(image) if len(image) == 1 else -1 for image in images], dtype=np.int64)
    if mapping is not str.upper:
        table[ord("Σ")] = -1
    return table


def _class_of(character):
    upper, lower = character.isupper(), character.islower()
    flags = (character.isalpha(), upper, lower, character.isalnum(), upper or lower or character.istitle())
    return sum(flag << i for i, flag in enumerate(flags))


UPPER = _case_table(str.upper)
LOWER = _case_table(str.lower)
TITLE = _case_table(str.title)
CLASSES = np.array([_class_of(chr(code)) for code in range(KNOWN)], dtype=np.int64)


def is_symbol(code):
    """Whether a code point past the tables is punctuation, a sign or a pictogram: no letter, and without case."""
    if 0x2000 <= code < 0x2070 or 0x20A0 <= code < 0x20C1 or 0x2190 <= code < 0x2400:
        return 1
    return 1 if 0x2500 <= code < 0x2760 or 0xFE00 <= code < 0xFE10 or 0x1F300 <= code < 0x1FB00 else 0


def look_up(table, code, other):
    """What the table says of a code point, `other` for a symbol past the table, -1 for all else."""
    if code < KNOWN:
        return table[code]
    return other if is_symbol(code) else -1


def is_white(code):
    """Whether the code point is white space, as ``str.isspace`` sees it."""
    if code < 0x80:
        return 1 if code == 32 or 9 <= code <= 13 or 28 <= code <= 31 else 0
    if 0x2000 <= code <= 0x200A or code == 0x85 or code == 0xA0 or code == 0x1680:
        return 1
    return 1 if code == 0x2028 or code == 0x2029 or code == 0x202F or code == 0x205F or code == 0x3000 else 0


def kind_of(code):
    """1 for a digit 0 to 9, 2 for an upper-case letter, 3 for another letter or number, 0 for all else; -1 past all."""
    if 48 <= code <= 57:
        return 1
    found = look_up(CLASSES, code, 0)
    if found <= 0:
        return found
    return 2 if found & UPPERCASE else 3 if found & ALPHANUMERIC else 0


def mark_class(mem, s, n_s, flag, out, cap):
    """Write for each character whether its class has the flag; UNDEFINED for one past the tables."""
    if n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        found = look_up(CLASSES, mem[s + i], 0)
        if found < 0:
            return UNDEFINED
        mem[out + i] = 1 if found & flag else 0
    return n_s


def keep_class(mem, s, n_s, flag, out, cap):
    """Write the characters whose class has the flag; UNDEFINED if one lies past the tables."""
    if n_s > cap:
        return UNDEFINED
    size = 0
    for i in range(n_s):
        found = look_up(CLASSES, mem[s + i], 0)
        if found < 0:
            return UNDEFINED
        if found & flag:
            mem[out + size] = mem[s + i]
            size += 1
    return size


def map_case(mem, s, n_s, table, out, cap):
    """Write the image of each character; UNDEFINED if one has none."""
    if n_s > cap:
        return UNDEFINED
    for i in range(n_s):
        code = look_up(table, mem[s + i], mem[s + i])
        if code < 0:
            return UNDEFINED
        mem[out + i] = code
    return n_s


def same_words(mem, xs, ys, count):
    """Whether the `count` words at `xs` and at `ys` are the same."""
    for i in range(count):
        if mem[xs + i] != mem[ys + i]:
            return 0
    return 1


def starts_with(mem, s, n_s, t, n_t):
    """Whether the slice `s` begins with `t`."""
    return n_t <= n_s and same_words(mem, s, t, n_t) == 1


def ends_with(mem, s, n_s, t, n_t):
    """Whether the slice `s` ends with `t`."""
    return n_t <= n_s and same_words(mem, s + n_s - n_t, t, n_t) == 1


def find_in(mem, s, n_s, t, n_t, start):
    """Where `t` first occurs in `s` from `start` on; -1 if it does not."""
    for i in range(start, n_s - n_t + 1):
        if same_words(mem, s + i, t, n_t):
            return i
    return -1


def find_last_in(mem, s, n_s, t, n_t):
    """Where `t` last occurs in `s`; -1 if it does not."""
    for k in range(n_s - n_t + 1):
        if same_words(mem, s + n_s - n_t - k, t, n_t):
            return n_s - n_t - k
    return -1


def replace_in(mem, s, n_s, t, n_t, u, n_u, most, out, cap):
    """Write `s` with the first `most` occurrences of `t` replaced by `u`; UNDEFINED for empty `t`."""
    if n_t == 0:
        return UNDEFINED
    size, i = 0, 0
    while i < n_s:
        if most > 0 and n_s - i >= n_t and same_words(mem, s + i, t, n_t):
            if n_u > cap - size:
                return UNDEFINED
            size += copy(mem, u, n_u, out + size)
            i += n_t
            most -= 1
        else:
            if size >= cap:
                return UNDEFINED
            mem[out + size] = mem[s + i]
            size += 1
            i += 1
    return size


def trimmed(mem, s, n_s, out, cap):
    """Write `s` without the white space at its ends."""
    start, end = 0, n_s
    while start < end and is_white(mem[s + start]):
        start += 1
    while end > start and is_white(mem[s + end - 1]):
        end -= 1
    return slice_of(mem, s + start, end - start, out, cap)


def slice_of(mem, source, count, out, cap):
    """Copy `count` words if they fit."""
    return UNDEFINED if count > cap else copy(mem, source, count, out)


def add_row(mem, k, source, count, out, cap):
    """Note a slice of memory as row number `k` of a nested result; `write_rows` writes them.

    Returns the number of rows noted so far; `cap` once there are too many.
    """
    if k + 1 >= cap:
        return cap
    mem[out + 1 + k] = count
    mem[out + cap + k] = source
    return k + 1


def write_rows(mem, k, out, cap):
    """Write the nested list of the `k` rows that `add_row` noted."""
    size = 1 + k
    if size > cap:
        return UNDEFINED
    for i in range(k):
        count = mem[out + 1 + i]
        if count > cap - size:
            return UNDEFINED
        size += copy(mem, mem[out + cap + i], count, out + size)
    mem[out] = k
    return size


def pieces_of(mem, s, n_s, t, n_t, out, cap):
    """Write the pieces of `s` between the occurrences of `t` as rows; UNDEFINED for empty `t`."""
    if n_t == 0:
        return UNDEFINED
    k, start, found = 0, 0, find_in(mem, s, n_s, t, n_t, 0)
    while found >= 0:
        k = add_row(mem, k, s + start, found - start, out, cap)
        start = found + n_t
        found = find_in(mem, s, n_s, t, n_t, start)
    k = add_row(mem, k, s + start, n_s - start, out, cap)
    return write_rows(mem, k, out, cap)


def pieces_at(mem, xs, n_xs, x, out, cap):
    """Write the pieces between the words equal to `x` as rows."""
    k, start = 0, 0
    for i in range(n_xs):
        if mem[xs + i] == x:
            k = add_row(mem, k, xs + start, i - start, out, cap)
            start = i + 1
    k = add_row(mem, k, xs + start, n_xs - start, out, cap)
    return write_rows(mem, k, out, cap)


def columns(mem, rows, width, out, cap):
    """Write so many columns of a nested list as rows."""
    k = mem[rows]
    if 1 + width + width * k > cap:
        return UNDEFINED
    row = rows + 1 + k
    for i in range(k):
        for j in range(width):
            mem[out + 1 + width + j * k + i] = mem[row + j]
        row += mem[rows + 1 + i]
    for j in range(width):
        mem[out + 1 + j] = k
    mem[out] = width
    return 1 + width + width * k


def half(mem, items, n, position, others, n_others, out, cap):
    """Write every second of `n` items from a position on; UNDEFINED unless `others` begin with those between."""
    k = n // 2
    if n != 2 * k or k > n_others or k > cap:
        return UNDEFINED
    for i in range(k):
        if mem[items + 2 * i + 1 - position] != mem[others + i]:
            return UNDEFINED
        mem[out + i] = mem[items + 2 * i + position]
    return k


def half_of_pairs(mem, rows, position, others, n_others, out, cap):
    """The same of rows that must be pairs."""
    k = mem[rows]
    for i in range(k):
        if mem[rows + 1 + i] != 2:
            return UNDEFINED
    return half(mem, rows + 1 + k, 2 * k, position, others, n_others, out, cap)


def joined(mem, ws, n_ws, t, n_t, out, cap):
    """Write the rows of `ws` one after the other with `t` between them."""
    k = mem[ws]
    if n_ws - 1 - k + n_t * max(0, k - 1) > cap:
        return UNDEFINED
    row, size = ws + 1 + k, 0
    for i in range(k):
        if i > 0:
            size += copy(mem, t, n_t, out + size)
        size += copy(mem, row, mem[ws + 1 + i], out + size)
        row += mem[ws + 1 + i]
    return size


def total(mem, xs, n):
    """The sum of `n` words; UNDEFINED where it leaves the range by far, and exact although the plain sum could wrap."""
    high, low = 0, 0
    for i in range(n):
        high += mem[xs + i] >> 28
        low += mem[xs + i] & 0xFFFFFFF
    high += low >> 28
    if abs(high) > 0x4000000:
        return UNDEFINED
    return (high << 28) + (low & 0xFFFFFFF)


def extreme(mem, xs, n, largest):
    """The position of the first largest word (or smallest, if `largest` is 0) of a non-empty list."""
    best = 0
    for i in range(1, n):
        if (mem[xs + i] > mem[xs + best]) if largest else (mem[xs + i] < mem[xs + best]):
            best = i
    return best


def find(mem, xs, n, x):
    """The position of the first word equal to `x`, -1 if there is none."""
    for i in range(n):
        if mem[xs + i] == x:
            return i
    return -1


def insert_block(mem, keys, start, end, order):
    """Write the positions from `start` to `end` at `order`, sorted by their keys."""
    for i in range(start, end):
        j = i
        while j > start and mem[keys + mem[order + j - 1]] > mem[keys + i]:
            mem[order + j] = mem[order + j - 1]
            j -= 1
        mem[order + j] = i


def merge_blocks(mem, keys, order, start, middle, end, out):
    """Merge two neighbouring sorted blocks of positions at `order` into `out`."""
    i, j = start, middle
    for k in range(start, end):
        if j >= end or (i < middle and mem[keys + mem[order + i]] <= mem[keys + mem[order + j]]):
            mem[out + k] = mem[order + i]
            i += 1
        else:
            mem[out + k] = mem[order + j]
            j += 1


def argsort(mem, keys, n, order, scratch):
    """Write the positions that sort `n` keys stably at `order`; both that and `scratch` take `n` words."""
    for start in range(0, n, 16):
        insert_block(mem, keys, start, min(start + 16, n), order)
    width = 16
    while width < n:
        both = width + width
        for start in range(0, n, both):
            merge_blocks(mem, keys, order, start, min(start + width, n), min(start + both, n), scratch)
        copy(mem, scratch, n, order)
        width = both
    return n


def multiset_rest(mem, items, n, xs, n_xs, out, cap):
    """Write what `n` items in order have beyond those of `xs`, in the same order; UNDEFINED if `xs` has others."""
    if n_xs > n or n > cap:
        return UNDEFINED
    order = out + cap
    argsort(mem, xs, n_xs, order, out)
    falling = n > 0 and mem[items] > mem[items + n - 1]
    used, kept = 0, 0
    for i in range(n):
        next_used = order + (n_xs - 1 - used if falling else used)
        if used < n_xs and mem[xs + mem[next_used]] == mem[items + i]:
            used += 1
        else:
            mem[out + kept] = mem[items + i]
            kept += 1
    return kept if used == n_xs else UNDEFINED


def group_end(mem, keys, n, order, start):
    """Where the group of equal keys that begins at `start` of a sorted order ends."""
    key = mem[keys + mem[order + start]]
    end = start + 1
    while end < n and mem[keys + mem[order + end]] == key:
        end += 1
    return end


def lookup(mem, keys, n, order, x):
    """The position of the first key equal to `x` by bisection of a sorted order, -1 if there is none."""
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        if mem[keys + mem[order + middle]] < x:
            low = middle + 1
        else:
            high = middle
    if low < n and mem[keys + mem[order + low]] == x:
        return mem[order + low]
    return -1


def run_end(mem, xs, n, start):
    """Where the run of equal words that begins at `start` ends."""
    end = start + 1
    while end < n and mem[xs + end] == mem[xs + start]:
        end += 1
    return end


def root(x):
    """The square root, rounded down, of a non-negative integer."""
    guess, better = x, (x + 1) // 2
    while better < guess:
        guess = better
        better = (guess + x // guess) // 2
    return guess


def write_digits(mem, x, base, out, cap):
    """Write the digits of a non-negative integer, the most significant first."""
    count = 1
    rest = x // base
    while rest > 0:
        rest //= base
        count += 1
    if count > cap:
        return UNDEFINED
    for i in range(count):
        mem[out + count - 1 - i] = x % base
        x //= base
    return count


def read_digits(mem, xs, n, base):
    """The number that these digits make; UNDEFINED where one is none, or there are none."""
    value = 0
    for i in range(n):
        if mem[xs + i] < 0 or mem[xs + i] >= base:
            return UNDEFINED
        value = times(value, base)
        if value == UNDEFINED or value + mem[xs + i] > LIMIT:
            return UNDEFINED
        value += mem[xs + i]
    return value if n > 0 else UNDEFINED


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
