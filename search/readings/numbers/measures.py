"""Texts read as numbers with units: places of sixty, thousands by letters, bytes, hours and minutes in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from ....dsl.core.types import INT, STR, list_of
from ..scene.applying import applied, over_rows
from ..scene.scene import Reading, Scene
from .quantities import quantities, texts_with_numbers
from .refunds import refund

PLAIN = re.compile(r"[-+]?[0-9.]*")
PLACES = re.compile(r"[0-9]+(?::[0-9]+)+")
SHORT = re.compile(r"[0-9]\s*(?:[kKmMbBtT]|[bBmM]n)\b")
BYTES = re.compile(r"[0-9]\s*(?:[kKmMgGtTpP]i?[bB]?|[bB]|bytes?)\b")
SIZED = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([KMGTP]?B?)(?![A-Za-z])")
UNITS = re.compile(r"([0-9.]+)\s*([^\W\d_]+|['\"′″°])")
BASES = (60, 12, 24, 16, 100, 1000, 20, 7, 10, 3, 14, 365)
"""How many of one place may make one of the place before."""
MOST_PLACES = 4
KNOWN = 4
"""What it costs that some units or places are meant, whichever they are."""
Family = dict[str, tuple[int, frozenset[str]]]
"""Units that measure the same, by how their names begin: how many of the smallest they are, and their names."""


def _family(*units: str) -> Family:
    """Each unit as the beginning of its names, its size, and the names."""
    rows = [unit.split() for unit in units]
    return {row[0]: (int(row[1]), frozenset(row[2:])) for row in rows}


FAMILIES = (
    _family(
        "w 604800 w wk wks week weeks",
        "d 86400 d day days",
        "h 3600 h hr hrs hour hours",
        "m 60 m min mins minute minutes",
        "s 1 s sec secs second seconds",
    ),
    _family("mi 63360 mi mile miles", "y 36 yd yds yard yards", "f 12 ft foot feet", "i 1 in inch inches"),
    _family("' 12 ' ′", '" 1 " ″'),
    _family("km 1000000 km", "cm 10 cm", "mm 1 mm", "m 1000 m metre metres meter meters"),
    _family("t 1000000000 t tonne tonnes", "k 1000000 kg kilo kilos", "mg 1 mg", "g 1000 g gram grams"),
    _family("l 16 lb lbs", "p 16 pound pounds", "o 1 oz ounce ounces"),
    _family("ml 1 ml", "cl 10 cl", "l 1000 l litre litres liter liters"),
)


def read_measures(scene: Scene) -> Iterator[Reading]:
    """The numbers that texts write with units."""
    for text in texts_with_numbers(scene):
        if not all(map(PLAIN.fullmatch, text.values)):
            yield from _of_text(scene, text)
    for lines in scene.of_type(list_of(STR)):
        if all(PLACES.search(line) for lines_ in lines.values for line in lines_):
            body = over_rows("in_places", lines.body, 60)
            yield from _readable(scene.read(body, extra=-refund(body)))
    yield from _by_letters(scene)


def _of_text(scene: Scene, text: Reading) -> Iterator[Reading]:
    if all(PLACES.search(value) for value in text.values):
        body = applied("in_places", text.body, 60)
        yield from _readable(scene.read(body, extra=-refund(body)))
    if any(SHORT.search(value) for value in text.values):
        yield from _with_whole(scene, scene.read(applied("short_number", text.body)))
    if any(BYTES.search(value) for value in text.values):
        for base in (1024, 1000):
            yield from _with_whole(scene, scene.read(applied("byte_count", text.body, base)))
    yield from _in_units(scene, text)
    if scene.result_type == INT:
        yield from _by_places(scene, text)


def _readable(reading: Reading | None) -> Iterator[Reading]:
    if reading is not None:
        yield reading


def _with_whole(scene: Scene, reading: Reading | None) -> Iterator[Reading]:
    """The numbers, and the integers that they are."""
    if reading is not None:
        yield reading
        if all(value == value.to_integral_value() for value in reading.values):
            yield from _readable(scene.read(applied("whole", reading.body), extra=reading.extra))


def _in_units(scene: Scene, text: Reading) -> Iterator[Reading]:
    """Amounts in words, counted in the smallest unit that occurs, or in that in which the outputs count."""
    rows = [UNITS.findall(value) for value in text.values]
    words = {word.lower() for row in rows for _, word in row}
    if not all(rows):
        return
    for family in FAMILIES:
        used = [unit for unit, (_, names) in family.items() if words & names]
        if not words <= frozenset().union(*(names for _, names in family.values())):
            continue
        smallest = min(family[unit][0] for unit in used)
        for base in sorted({size for size, _ in family.values()}, key=lambda size: (size != smallest, size)):
            units = [unit for unit, (size, _) in family.items() if size % base == 0]
            if set(used) <= set(units):
                body = applied("measured", text.body, units, [family[unit][0] // base for unit in units])
                yield from _with_whole(scene, scene.read(body, extra=KNOWN - refund(body)))


def _by_places(scene: Scene, text: Reading) -> Iterator[Reading]:
    """The numbers of a text as places of the one wanted, whose bases follow from the outputs."""
    digits = [re.findall("[0-9]+", value) for value in text.values]
    count = len(digits[0])
    if not 2 <= count <= MOST_PLACES or any(len(row) != count for row in digits):
        return
    numbers = [[int(number) for number in row] for row in digits]
    for bases in product(BASES, repeat=count - 1):
        sizes = _sizes(bases)
        pairs = zip(numbers, scene.outputs, strict=True)
        if all(sum(n * size for n, size in zip(row, sizes, strict=True)) == wanted for row, wanted in pairs):
            if len(set(bases)) == 1:
                yield from _readable(scene.read(applied("in_places", text.body, bases[0])))
            else:
                parts = over_rows("to_number", applied("numbers", text.body))
                body = applied("sum", applied("mul", parts, sizes))
                yield from _readable(scene.read(body, extra=KNOWN - refund(body)))
            return


def _sizes(bases: Sequence[int]) -> list[int]:
    """What each place counts, from those that follow it."""
    sizes = [1]
    for base in reversed(bases):
        sizes.insert(0, sizes[0] * base)
    return sizes


def _by_letters(scene: Scene) -> Iterator[Reading]:
    """Numbers in thousands or in kilobytes, and the letters that say so, where the outputs have such letters."""
    if scene.result_type != STR:
        return
    shown = [SIZED.search(output) for output in scene.outputs]
    found = [match for match in shown if match is not None]
    if len(found) < len(shown) or not any(match[2] for match in found):
        return
    in_bytes = any("B" in match[2] and len(match[2]) > 1 for match in found)
    wanted = [Decimal(match[1]) for match in found]
    for source in quantities(scene):
        fitting = []
        for base in (1024, 1000):
            most = 5 if in_bytes else 4
            number = scene.read(applied("in_largest_unit", source.decimal, base, most))
            if number is not None:
                error = max(abs(value - w) for value, w in zip(number.values, wanted, strict=True))
                fitting.append((error, base, number))
        error, base, number = min(fitting, key=lambda fit: fit[0], default=(1, 0, source.reading))
        if error >= 1:
            continue
        name = applied("byte_unit", source.decimal, base) if in_bytes else applied("scale_letter", source.decimal)
        unit = scene.read(name, extra=-refund(name))
        if unit is not None and all(value == match[2] for value, match in zip(unit.values, found, strict=True)):
            yield unit
            yield Reading(number.body, number.values, -refund(number.body))
