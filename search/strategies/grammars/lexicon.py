"""Words that mean something by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .grammar import Tokens

LEAST_SEEN = 2
"""In how many phrases a word has to be that never stands alone."""

Said = tuple[Tokens, Tokens]
"""A phrase, and what it means."""


def lexicons_of(said: Sequence[Said]) -> Iterator[dict[str, Tokens]]:
    """What words mean that stand alone, then also what those mean that come where a token does.

    The others are operators. There is no lexicon if a word means two things.
    """
    found: dict[str, Tokens] = {}
    for phrase, meaning in said:
        if len(phrase) == 1 and found.setdefault(phrase[0], meaning) != meaning:
            return
    if found:
        yield found
    more = _beside_tokens(said, found)
    if more:
        yield found | more


def _beside_tokens(said: Sequence[Said], known: Mapping[str, Tokens]) -> dict[str, Tokens]:
    """Words that come in the very phrases whose meaning has a token, and in no others."""
    found: dict[str, Tokens] = {}
    taken = {token for meaning in known.values() for token in meaning}
    words = dict.fromkeys(word for phrase, _ in said for word in phrase if word not in known)
    places = _places([phrase for phrase, _ in said])
    meant = _places([meaning for _, meaning in said])
    for word in words:
        alike = [token for token, where in meant.items() if where == places[word] and token not in taken]
        rivals = [other for other in words if places[other] == places[word]]
        if len(alike) == len(rivals) == 1 and len(places[word]) >= LEAST_SEEN:
            found[word] = (alike[0],)
    return found


def _places(rows: Sequence[Tokens]) -> Mapping[str, frozenset[int]]:
    """The rows that each token stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for token in row:
            found.setdefault(token, set()).add(number)
    return {token: frozenset(numbers) for token, numbers in found.items()}
