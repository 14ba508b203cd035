"""Regular expressions that are matched in linear time: in each of them the next character decides how to go on.

They are the strongly deterministic ones (Brueggemann-Klein, "Regular expressions into finite automata", TCS 120,
1993): in the automaton of positions no two ways from one position have a character in common, and no way is there
twice. A backtracking matcher then fails at once wherever it could go on in another way.
"""

import itertools
import re
from functools import lru_cache

CHARACTER = re.compile(r"\[\^?(?:\\.|[^]\\])+]|\\[dwsDWS]|\\[^\w\s]|[^]\\[()*+?{}|^$]")
TIMES = re.compile(r"[?*+]|\{(\d{1,3})(?:(,)(\d{1,3})?)?\}")
SAMPLE = "".join(map(chr, range(128))) + "\xa0\xe9\u0662"
"""The characters on which classes are compared; those beyond ASCII stand for all others of their class."""
MOST_POSITIONS = 100
LONGEST = 10_000
"""No longer text is matched."""


@lru_cache(maxsize=4096)
def compiled(pattern):
    """The pattern, compiled.

    Raises
    ------
    ValueError
        If it is not a regular expression of characters, classes, groups without a name and repetitions in which the
        next character decides how to go on.
    """
    try:
        _Parser(pattern).check()
        return re.compile(pattern)
    except (re.error, RecursionError):
        raise ValueError("not a pattern") from None


class _Parser:
    """Reads a pattern, and notes which positions may follow one another.

    A part of it is what it may begin with, what it may end with, and whether it may be empty.
    """

    def __init__(self, pattern):
        self.pattern, self.place = pattern, 0
        self.characters = []
        self.follow = []

    def check(self):
        first, _, _ = self.alternatives()
        if self.place < len(self.pattern):
            raise ValueError("not a pattern of this form")
        for ways in (first, *self.follow):
            for one, other in itertools.combinations(ways, 2):
                if self.characters[one] & self.characters[other]:
                    raise ValueError("a pattern that may be matched in two ways")

    def alternatives(self):
        """Sequences between bars."""
        first, last, is_empty = self.sequence()
        while self.pattern[self.place : self.place + 1] == "|":
            self.place += 1
            more_first, more_last, more_empty = self.sequence()
            if is_empty and more_empty:
                raise ValueError("a pattern that may be empty in two ways")
            first, last, is_empty = first + more_first, last + more_last, is_empty or more_empty
        return first, last, is_empty

    def sequence(self):
        """Characters and groups, each perhaps repeated."""
        first, last, is_empty = [], [], True
        while self.place < len(self.pattern) and self.pattern[self.place] not in "|)":
            next_first, next_last, next_empty = self.repeated()
            self.lead(last, next_first)
            first = first + next_first if is_empty else first
            last = last + next_last if next_empty else next_last
            is_empty = is_empty and next_empty
        return first, last, is_empty

    def repeated(self):
        """A character or group, and how often it comes."""
        is_group = self.pattern.startswith("(?:", self.place)
        first, last, is_empty = self.group() if is_group else self.character()
        found = TIMES.match(self.pattern, self.place)
        if found is None:
            return first, last, is_empty
        self.place = found.end()
        least, most = _bounds_of(found)
        if is_empty:
            raise ValueError("nothing, repeated")
        # One character so many times is not a choice; a group is one that begins anew.
        if most > 1 and (is_group or least < most):
            self.lead(last, first)
        return first, last, least == 0

    def group(self):
        self.place += 3
        part = self.alternatives()
        if self.pattern[self.place : self.place + 1] != ")":
            raise ValueError("not a pattern of this form")
        self.place += 1
        return part

    def character(self):
        found = CHARACTER.match(self.pattern, self.place)
        if found is None or len(self.characters) == MOST_POSITIONS:
            raise ValueError("not a pattern of this form")
        self.place = found.end()
        position = len(self.characters)
        self.characters.append(_characters_of(found.group()))
        self.follow.append([])
        return [position], [position], False

    def lead(self, before, after):
        """Note that each position of one part may be followed by each of another."""
        for position in before:
            if set(self.follow[position]) & set(after):
                raise ValueError("a pattern that may be matched in two ways")
            self.follow[position] += after


def _bounds_of(times):
    """How often at least and at most: a thousand times stands for any number."""
    least, comma, most = times.groups()
    if least is None:
        return {"?": (0, 1), "*": (0, 1000), "+": (1, 1000)}[times.group()]
    least, most = int(least), int(most or 1000) if comma else int(least)
    if least > most or most == 0:
        raise ValueError("no such number of times")
    return least, most


@lru_cache(maxsize=4096)
def _characters_of(kind):
    """The characters of the sample that are of a kind."""
    return frozenset(c for c in SAMPLE if re.fullmatch(kind, c))
