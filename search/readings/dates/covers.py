"""Which patterns read all the texts of a column: one of them if possible, else several that are tried in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from ....dsl.primitives.patterns import fields_of
from .sightings import DATE, DURATION, MOMENT, TIME, Sighting, sightings, wholes

MOST_PATTERNS = 6
"""How many patterns are tried in turn."""
MOST_COVERS = 4
"""How many ways to read a column are kept."""

Keys = Mapping[tuple[str, str], None]
Style = Callable[[str], bool]
"""Whether a pattern has the day and the month in a certain order, or leaves it open."""


def covers(texts: Sequence[str], others: Sequence[str]) -> list[tuple[str, str]]:
    """Kinds and patterns by which all texts read as a whole, and as many of the others as can be.

    Where dates can be read with the day or the month first, both are there unless a text decides.
    """
    each = [_alike(wholes(text)) for text in texts]
    rest = [_alike(wholes(text)) for text in others]
    if not all(each):
        return []
    found: list[tuple[str, str]] = []
    shared = [key for key in each[0] if all(key in keys for keys in each)]
    if shared:
        most = max(sum(key in keys for keys in rest) for key in shared)
        best = [key for key in shared if sum(key in keys for keys in rest) == most]
        if most == len(rest):
            return [_shown(key, texts) for key in best][:MOST_COVERS]
    for style in (_day_first, _month_first):
        cover = _cover(each, rest, style)
        if cover is not None and cover not in found:
            found.append(cover)
    least = min((pattern.count(" | ") for _, pattern in found), default=0)
    covering = [key for key in found if key[1].count(" | ") == least]
    return covering or [_shown(key, texts) for key in shared][:MOST_COVERS]


def _alike(keys: Keys) -> dict[tuple[str, str], None]:
    """The same with patterns that read alike written alike: names short, fractions and halves in one way."""
    return {(kind, _plain(pattern)): None for kind, pattern in keys}


def _plain(pattern: str) -> str:
    plain = {"MMMM": "MMM", "ddd": "dddd", "am": "AM", "a.m.": "AM", "A.M.": "AM"}
    return "".join("SSS" if field.startswith("S") else plain.get(field, field) for field in fields_of(pattern))


def _shown(key: tuple[str, str], texts: Sequence[str]) -> tuple[str, str]:
    """The pattern as all texts show it, if they agree on how they write names and halves."""
    shown = {pattern for text in texts for kind, pattern in wholes(text) if (kind, _plain(pattern)) == key}
    return (key[0], shown.pop()) if len(shown) == 1 else key


def _day_first(pattern: str) -> bool:
    fields = [field for field in fields_of(pattern) if field in ("D", "DD", "M", "MM")]
    return fields[:2] not in (["M", "D"], ["M", "DD"], ["MM", "DD"]) or pattern.startswith("YY")


def _month_first(pattern: str) -> bool:
    fields = [field for field in fields_of(pattern) if field in ("D", "DD", "M", "MM")]
    return fields[:2] not in (["D", "M"], ["D", "MM"], ["DD", "MM"])


def _cover(each: Sequence[Keys], rest: Sequence[Keys], style: Style) -> tuple[str, str] | None:
    """Patterns of one style, of which each text reads by one: those that read the most texts first."""
    kinds = {kind for keys in each for kind, _ in keys} - {DURATION}
    wanted = TIME if kinds == {TIME} else DATE if kinds <= {DATE, MOMENT} else None
    if wanted is None:
        return None
    styled = [_styled(keys, style, wanted) for keys in (*each, *rest)]
    counts = Counter(pattern for patterns in styled for pattern in patterns)
    chosen: list[str] = []
    for position, patterns in enumerate(styled):
        if not patterns or any(pattern in chosen for pattern in patterns):
            continue
        if len(chosen) == MOST_PATTERNS:
            if position < len(each):
                return None
            break
        chosen.append(max(patterns, key=lambda pattern: counts[pattern]))
    has_times = MOMENT in kinds
    return (MOMENT if has_times else wanted), " | ".join(chosen)


def _styled(keys: Keys, style: Style, wanted: str) -> list[str]:
    fitting = [pattern for kind, pattern in keys if (kind == TIME) == (wanted == TIME) and kind in (DATE, TIME, MOMENT)]
    return [pattern for pattern in fitting if style(pattern)] or fitting


def parts(texts: Sequence[str], others: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Kinds and patterns by which a part of every text reads, and how often one does in each at least."""
    shown = [_counted(sightings(text)) for text in (*texts, *others)]
    for key in shown[0] if shown else ():
        least = min(counts[key] for counts in shown)
        if least:
            yield (*key, least)


def _counted(seen: Sequence[Sighting]) -> Counter[tuple[str, str]]:
    return Counter((one.kind, _plain(one.pattern)) for one in seen)
