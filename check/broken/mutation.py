"""Ways to break what is valid: values of JSON by their structure, texts by their characters, files by their bytes."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from random import Random
from typing import Any

ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 0.5, -0.0, 1e308, 1e-320, 2**53, 2**53+1, -(2**63), 10**25, "", " ", "x", "\0",
    "\x1b[2J", "é\u2028", "🙂", "[1, 2]", "(xs: List[Int]) -> xs", [], {}, [[]], [None], {"": None},
    {"input": 1},
)  # fmt: skip
"""In place of a value."""
ODD_KEYS = ("", " ", "input", "train", "Input", "\0", "\n", "é", "__class__", "0", "a" * 300)
RAW = (
    "NaN", "Infinity", "-Infinity", "1e999", "1" * 5000, "-" + "9" * 400, "0." + "1" * 400, "01", "'x'", "1,",
    "}", "",
)  # fmt: skip
"""In place of a value, as it is written."""
ODD_TEXTS = (
    "\0", "\n", "\r", "\r\n", "\t", "\x1b[31m", "\ufeff", "\u2028", "\u202e", "🙂", "é", '"', "'", "\\", "(",
    ")", "[", "]", "{", "}", ",", ";", ":", "->", "=", "#", "%", "-", "--", " ", "\u00a0", "٣", "1e999",
    "NaN", "inf", "9" * 400, "0x1F",
)  # fmt: skip
ODD_BYTES = (
    b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xfe\xff", b"\xff\xfe", b"\n", b"\x1a", b"PK\x03\x04",
    b"\x89PNG",
)  # fmt: skip
DEPTHS = (3, 40, 400, 3000)
DEEPEST = 30
"""Levels of a value that are changed again."""
MARK = "\ue000"
"""Holds the place of what is not JSON until it is written."""


def broken_json(value: Any, draw: Random) -> bytes:
    """A value of JSON as a file, with some of its parts dropped, repeated, of another type, or not JSON at all."""
    value, raw = copy.deepcopy(value), ""
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        value, raw = _changed(value, draw) if draw.random() < 0.85 else (_replaced(value, MARK, draw), draw.choice(RAW))
    text = json.dumps(value, ensure_ascii=draw.random() < 0.5).replace(json.dumps(MARK), raw).replace(f'"{MARK}"', raw)
    return broken_text(text, draw) if draw.random() < 0.2 else text.encode("utf-8", "surrogatepass")


def _changed(value: Any, draw: Random) -> tuple[Any, str]:
    return draw.choice(CHANGES)(value, draw), ""


def _places(value: Any, depth: int = DEEPEST) -> list[tuple[Any, Any]]:
    """Where a part may be put, down to a depth: what holds it, and its key or number."""
    if not depth:
        return []
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [place for key in keys for place in ((value, key), *_places(value[key], depth - 1))]


def _replaced(value: Any, new: Any, draw: Random) -> Any:
    places = _places(value)
    if not places or draw.random() < 0.03:
        return new
    holder, key = draw.choice(places)
    holder[key] = new
    return value


def _other(value: Any, draw: Random) -> Any:
    return _replaced(value, copy.deepcopy(draw.choice(ODD_VALUES)), draw)


def _dropped(value: Any, draw: Random) -> Any:
    if places := _places(value):
        holder, key = draw.choice(places)
        del holder[key]
    return value


def _repeated(value: Any, draw: Random) -> Any:
    lists = [holder for holder, _ in _places(value) if isinstance(holder, list)]
    if lists:
        chosen = draw.choice(lists)
        chosen.insert(draw.randrange(len(chosen) + 1), copy.deepcopy(draw.choice(chosen)))
    return value


def _swapped(value: Any, draw: Random) -> Any:
    """Two parts in each other's places: copies, so that none becomes a part of itself."""
    if places := _places(value):
        (one, first), (other, second) = draw.choice(places), draw.choice(places)
        parts = copy.deepcopy((one[first], other[second]))
        one[first], other[second] = parts[1], parts[0]
    return value


def _deepened(value: Any, draw: Random) -> Any:
    deep: Any = 1
    for _ in range(draw.choice(DEPTHS[:2])):  # Python writes no deeper ones; `broken_text` has those.
        deep = {"a": deep} if draw.random() < 0.1 else [deep]
    return _replaced(value, deep, draw)


def _keyed(value: Any, draw: Random) -> Any:
    """A key is another."""
    holders = [(holder, key) for holder, key in _places(value) if isinstance(holder, dict)]
    if holders:
        holder, key = draw.choice(holders)
        holder[draw.choice(ODD_KEYS)] = holder.pop(key) if draw.random() < 0.5 else holder[key]
    return value


CHANGES: tuple[Callable[[Any, Random], Any], ...] = (
    _other, _other, _other, _dropped, _dropped, _repeated, _swapped, _deepened, _keyed,
)  # fmt: skip


def broken_text(text: str, draw: Random) -> bytes:
    """A text as a file, with some of its characters dropped, repeated, replaced or moved."""
    for _ in range(draw.choice((1, 1, 1, 2, 5))):
        text = draw.choice(TEXT_CHANGES)(text, draw)
    encoding = draw.choice(("utf-8",) * 6 + ("utf-8-sig", "utf-16", "cp1252", "utf-32"))
    data = text.encode(encoding, "replace")
    return broken_bytes(data, draw) if draw.random() < 0.1 else data


def _span(text: str | bytes, draw: Random) -> tuple[int, int]:
    start = draw.randrange(len(text) + 1)
    return start, min(len(text), start + draw.choice((1, 1, 3, 10, 100)))


def _cut(text: str, draw: Random) -> str:
    start, end = _span(text, draw)
    return text[:start] + text[end:]


def _again(text: str, draw: Random) -> str:
    start, end = _span(text, draw)
    return text[:end] + text[start:end] * draw.choice((1, 2, 50)) + text[end:]


def _odd(text: str, draw: Random) -> str:
    start, end = _span(text, draw)
    return text[:start] + draw.choice(ODD_TEXTS) + text[end if draw.random() < 0.5 else start :]


def _ended(text: str, draw: Random) -> str:
    return text[: draw.randrange(len(text) + 1)]


def _nested(text: str, draw: Random) -> str:
    start, depth = draw.randrange(len(text) + 1), draw.choice(DEPTHS)
    left, right = draw.choice(("[]", "()", "{}", "--", "(("))
    return text[:start] + left * depth + right * draw.choice((depth, depth, 1)) + text[start:]


def _renumbered(text: str, draw: Random) -> str:
    numbers = list(re.finditer(r"-?\d+", text))
    if not numbers:
        return text
    one = draw.choice(numbers)
    other = draw.choice(("", "-0", "1.5", "1e400", "9" * draw.choice((16, 20, 400, 5000)), "٣", "0x10", "1_0", "+-1"))
    return text[: one.start()] + other + text[one.end() :]


def _relined(text: str, draw: Random) -> str:
    lines = text.split("\n")
    draw.shuffle(lines)
    return "\n".join(lines[: draw.randrange(len(lines) + 1)])


TEXT_CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _cut, _cut, _again, _odd, _odd, _odd, _ended, _nested, _renumbered, _renumbered, _relined,
)  # fmt: skip


def broken_bytes(data: bytes, draw: Random) -> bytes:
    """A file with some of its bytes cut out, repeated, replaced, or cut off."""
    for _ in range(draw.choice((1, 1, 2, 5))):
        start, end = _span(data, draw)
        match draw.randrange(5):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:end] + data[start:end] + data[end:]
            case 2:
                data = data[:start] + draw.choice(ODD_BYTES) + data[end:]
            case 3:
                data = data[:start] + draw.randbytes(end - start) + data[end:]
            case _:
                data = data[:start]
    return data
