"""Texts as sequences of characters: each edited by itself, or put in another order."""

from __future__ import annotations

from string import ascii_lowercase

from .exercise import Exercise


def _shifted(s: str, n: int) -> str:
    small, capital = ascii_lowercase, ascii_lowercase.upper()
    moved = small[n % 26 :] + small[: n % 26]
    return s.translate(str.maketrans(small + capital, moved + moved.upper()))


def _refilled(s: str, chosen: str) -> str:
    kept = [c for c in s if c in chosen]
    return "".join(kept.pop() if c in chosen else c for c in s)


EXERCISES = (
    Exercise(
        "vowels_in_capitals",
        "easy",
        "With the vowels in upper case.",
        lambda s: "".join(c.upper() if c in "aeiou" else c for c in s),
        ["harbour", "tulip", "a quiet lane", "rhythm", "orchid"],
        ["saffron", "iron ore", "bee"],
    ),
    Exercise(
        "vowels_left_out",
        "easy",
        "The characters that are not vowels.",
        lambda s: "".join(c for c in s if c.lower() not in "aeiou"),
        ["Harbour", "Eastern tulip", "a quiet lane", "rhythm", "orchid"],
        ["Saffron", "Iron ore", "bee"],
    ),
    Exercise(
        "hidden_digits",
        "easy",
        "With a cross in place of every digit.",
        lambda s: "".join("x" if c.isdigit() else c for c in s),
        ["room 12", "b4 and c19", "no number", "2025-01-30"],
        ["gate 7", "flight 880", "31/12"],
    ),
    Exercise(
        "up_and_down",
        "easy",
        "Letters in upper and lower case in turn.",
        lambda s: "".join(c.upper() if i % 2 == 0 else c.lower() for i, c in enumerate(s)),
        ["harbour", "Tulip", "quiet lane", "ORCHID"],
        ["saffron", "Iron Ore", "bee"],
    ),
    Exercise(
        "five_letters_on",
        "medium",
        "Every letter as the fifth after it in the alphabet, which begins again after z.",
        lambda s: _shifted(s, 5),
        ["harbour", "Tulip", "quiet lane!", "Xylophone", "zoo"],
        ["saffron", "Iron Ore", "yes"],
    ),
    Exercise(
        "letters_moved_by_a_number",
        "medium",
        "Every letter moved on in the alphabet by a number.",
        _shifted,
        [("harbour", 3), ("Tulip", 10), ("xyz", 1), ("quiet lane", 25), ("orchid", 13)],
        [("saffron", 4), ("Zebra", 2)],
    ),
    Exercise(
        "alphabet_backward",
        "medium",
        "Every letter as the one at its place in the alphabet read backward.",
        lambda s: s.translate(str.maketrans(ascii_lowercase, ascii_lowercase[::-1])),
        ["harbour", "tulip", "quiet lane", "zebra"],
        ["saffron", "iron ore", "xylophone"],
    ),
    Exercise(
        "growing_syllables",
        "medium",
        "Every letter once more than the one before, with a capital first and dashes between.",
        lambda s: "-".join((c * (i + 1)).capitalize() for i, c in enumerate(s)),
        ["abc", "tuLip", "Go", "oRe"],
        ["Bee", "iRon", "x"],
    ),
    Exercise(
        "seen_before",
        "medium",
        "With a dash in place of every letter that has come before.",
        lambda s: "".join("-" if c in s[:i] else c for i, c in enumerate(s)),
        ["harbour", "saffron", "banana", "tulip", "committee"],
        ["papaya", "orchid", "letter"],
    ),
    Exercise(
        "once_or_often",
        "medium",
        "A minus for every letter that comes once, a plus for every other.",
        lambda s: "".join("+" if s.count(c) > 1 else "-" for c in s),
        ["harbour", "saffron", "banana", "tulip", "noon"],
        ["papaya", "orchid", "letter"],
    ),
    Exercise(
        "vowels_numbered",
        "medium",
        "With its position, counted from 1, in place of every vowel.",
        lambda s: "".join(str(i + 1) if c in "aeiou" else c for i, c in enumerate(s)),
        ["harbour", "tulip", "committee", "orchid", "saffron"],
        ["papaya", "iron", "lane"],
    ),
    Exercise(
        "bits_of_letters",
        "medium",
        "The code of every character in eight binary digits.",
        lambda s: [format(ord(c), "08b") for c in s],
        ["hat", "Go!", "7 up"],
        ["bee", "X1"],
    ),
    Exercise(
        "numbers_of_letters",
        "medium",
        "The number of every letter in the alphabet, with commas between.",
        lambda s: ",".join(str(ord(c) - 96) for c in s),
        ["harbour", "tulip", "zoo", "orchid"],
        ["saffron", "quiet", "lane"],
    ),
    Exercise(
        "spoonlike_speech",
        "medium",
        "With ob before every vowel.",
        lambda s: "".join("ob" + c if c in "aeiou" else c for c in s),
        ["harbour", "tulip", "quiet lane", "rhythm"],
        ["saffron", "iron ore", "bee"],
    ),
    Exercise(
        "consonants_twice",
        "medium",
        "Every consonant twice, with an o between.",
        lambda s: "".join(c + "o" + c if c in "bcdfghjklmnpqrstvwxyz" else c for c in s),
        ["harbour", "tulip", "a quiet lane", "orchid"],
        ["saffron", "iron ore", "bee"],
    ),
    Exercise(
        "signals",
        "medium",
        "The signal of every letter, always the same.",
        lambda s: "".join({"r": "..", "g": "--", "b": ".-.", "y": "-"}[c] for c in s),
        ["rgb", "yr", "bbg", "gyrb"],
        ["bry", "gg"],
    ),
    Exercise(
        "digits_as_letters",
        "medium",
        "With a digit in place of some letters.",
        lambda s: s.translate(str.maketrans("aeios", "43105")),
        ["a noise", "sea side", "rose", "solo iris", "tea"],
        ["mosaic", "oasis", "raisin"],
    ),
    Exercise(
        "vowels_backward",
        "hard",
        "With the vowels in reverse order in their places.",
        lambda s: _refilled(s, "aeiou"),
        ["harbour", "tulip", "quiet lane", "committee"],
        ["saffron", "iron ore", "orchid"],
    ),
    Exercise(
        "letters_backward_in_place",
        "hard",
        "With the letters in reverse order, all other characters in their places.",
        lambda s: _refilled(s, ascii_lowercase),
        ["ab-cde", "r2d2", "quiet lane", "x-ray 5"],
        ["hi, you", "a1b2c3", "one-two"],
    ),
    Exercise(
        "letters_before_digits",
        "medium",
        "The letters, then the digits.",
        lambda s: "".join(c for c in s if c.isalpha()) + "".join(c for c in s if c.isdigit()),
        ["a1b2", "9lives", "tea42two", "x7"],
        ["4u2", "r2d2", "go1"],
    ),
    Exercise(
        "hidden_but_for_these",
        "medium",
        "With a line in place of every letter that the other text lacks.",
        lambda s, t: "".join(c if c in t else "_" for c in s),
        [("harbour", "ar"), ("tulip", "lxu"), ("orchid", "q"), ("lane", "lane")],
        [("saffron", "fso"), ("bee", "ex")],
    ),
    Exercise(
        "read_by_columns",
        "medium",
        "Every third letter from the first, then from the second, then from the third.",
        lambda s: "".join(s[i::3] for i in range(3)),
        ["harbour", "tulip", "quiet lane", "committee"],
        ["saffron", "orchid", "bee"],
    ),
    Exercise(
        "pairs_in_the_other_case",
        "hard",
        "With letters that stand beside an equal one in the other case.",
        lambda s: "".join(
            c.swapcase() if s[:i].endswith(c) or s[i + 1 :].startswith(c) else c for i, c in enumerate(s)
        ),
        ["saffron", "BOOK", "harbour", "aAbbB", "committee"],
        ["letter", "Tulip", "ooze"],
    ),
    Exercise(
        "low_and_high_digits",
        "easy",
        "L for every digit below 5, H for every other.",
        lambda s: "".join("L" if c < "5" else "H" for c in s),
        ["4917", "5504", "12345678", "90"],
        ["365", "1999", "4"],
    ),
)
