"""Conditions that people have a word for, forms of texts, and choices between a few words."""

from __future__ import annotations

import re
from itertools import pairwise

from .exercise import Exercise


def _is_bracketed(s: str) -> bool:
    while "()" in s or "[]" in s:
        s = s.replace("()", "").replace("[]", "")
    return not s


def _grade(*marks: int) -> str:
    average = sum(marks) // len(marks)
    return next((letter for letter, least in (("A", 90), ("B", 80), ("C", 70)) if average >= least), "F")


def _fizz(n: int) -> str:
    return "FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else "none"


def _kind_of_triangle(a: int, b: int, c: int) -> str:
    return {1: "equilateral", 2: "isosceles", 3: "scalene"}[len({a, b, c})]


EXERCISES = (
    Exercise(
        "valid_user_name",
        "medium",
        "Whether the name begins with a letter and goes on with letters, digits and low lines.",
        lambda s: re.fullmatch(r"[A-Za-z]\w*", s) is not None,
        ["mira_k", "Otto7", "7otto", "li-wei", "Q_9", "ann lee", "_tom", "zoe"],
        ["max99", "9max", "eva!", "J_D"],
    ),
    Exercise(
        "product_code",
        "medium",
        "Whether the code is two capitals, a hyphen and three digits.",
        lambda s: re.fullmatch(r"[A-Z]{2}-\d{3}", s) is not None,
        ["KX-204", "kx-204", "PQ-77", "MN-318", "M-318", "ZT-950", "ZT950"],
        ["AB-123", "ABC-12", "ab-123", "XY-000"],
    ),
    Exercise(
        "version_number",
        "medium",
        "Whether the text is numbers with points between them, two at least.",
        lambda s: re.fullmatch(r"\d+(?:\.\d+)+", s) is not None,
        ["1.4", "2.10.3", "7", "3.x", "0.9.1", "1..2", "12.0"],
        ["5.5.5", "4.", "8", "10.2"],
    ),
    Exercise(
        "time_of_day",
        "medium",
        "Whether the text is a time of day such as 07:45.",
        lambda s: re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", s) is not None,
        ["07:45", "23:10", "24:10", "7:45", "12:60", "18:00", "00:59"],
        ["09:15", "29:00", "10:75", "20:20"],
    ),
    Exercise(
        "colour_code",
        "easy",
        "Whether the text is a colour such as #1a2B3c.",
        lambda s: re.fullmatch(r"#[0-9A-Fa-f]{6}", s) is not None,
        ["#1a2B3c", "#FFCC00", "1a2B3c", "#12345", "#gg0011", "#00ff7f"],
        ["#abcdef", "#abcdeg", "abcdef", "#123456"],
    ),
    Exercise(
        "palindrome_of_words",
        "medium",
        "Whether the letters read the same from the end, whatever their case.",
        lambda s: (t := s.lower()) == t[::-1],
        ["Otto", "Level", "Tango", "Noon", "River", "Kayak", "Apple"],
        ["Rotor", "Rotors", "Anna", "Tenet"],
    ),
    Exercise(
        "no_letter_twice",
        "easy",
        "Whether no letter comes twice.",
        lambda s: len(set(s)) == len(s),
        ["storm", "book", "planet", "tree", "cloud", "letter"],
        ["house", "moon", "bright", "banana"],
    ),
    Exercise(
        "double_letter",
        "medium",
        "Whether a letter stands twice in a row.",
        lambda s: any(a == b for a, b in pairwise(s)),
        ["coffee", "sugar", "apple", "lemon", "butter", "salt", "banana"],
        ["pepper", "honey", "egg", "papaya"],
    ),
    Exercise(
        "brackets_in_order",
        "hard",
        "Whether all brackets have their partners.",
        lambda s: _is_bracketed(re.sub(r"[^()\[\]]", "", s)),
        ["(a)", "(a", "[b](c)", "[b(c])", "((x))", ")(", "[]"],
        ["(([]))", "([)]", "(q)[r]", "]["],
    ),
    Exercise(
        "evenly_spaced",
        "medium",
        "Whether the difference of neighbours is always the same.",
        lambda xs: len({b - a for a, b in pairwise(xs)}) <= 1,
        [[2, 4, 6], [5, 5, 5], [1, 2, 4], [9, 6, 3, 0], [1, 1, 2], [10, 30, 50, 70], [3, 6, 12]],
        [[4, 7, 10], [8, 4, 2], [7, 7], [0, -5, -10, -16]],
    ),
    Exercise(
        "power_of_two",
        "easy",
        "Whether the number is a power of two.",
        lambda n: n > 0 and n & (n - 1) == 0,
        [8, 12, 1, 64, 20, 5, 2],
        [16, 24, 1024, 7],
    ),
    Exercise(
        "cube_number",
        "medium",
        "Whether the number is a cube.",
        lambda n: any(k**3 == n for k in range(100)),
        [8, 9, 27, 64, 16, 1, 100],
        [125, 36, 343, 81],
    ),
    Exercise(
        "lasting_palindrome",
        "hard",
        "Whether the list reads the same from the end and sums to no more than the limit.",
        lambda xs, limit: xs == xs[::-1] and sum(xs) <= limit,
        [([1, 2, 1], 9), ([4, 5, 4], 6), ([1, 3], 9), ([7], 7), ([2, 8, 8, 2], 25), ([6, 6], 11), ([1, 2, 3], 4)],
        [([3, 0, 3], 6), ([3, 0, 3], 5), ([9, 1], 20), ([], 0)],
    ),
    Exercise(
        "same_ends",
        "medium",
        "Whether two words begin with the same letter and end with the same letter.",
        lambda s, t: s[0] == t[0] and s[-1] == t[-1],
        [("tent", "toast"), ("tent", "toads"), ("pop", "pump"), ("sun", "run"), ("bird", "bed"), ("ask", "air")],
        [("lamp", "loop"), ("lamp", "lane"), ("cat", "bat"), ("noun", "neon")],
    ),
    Exercise(
        "same_scheme",
        "hard",
        "Whether the words follow the scheme of the letters.",
        lambda s, t: [s.index(c) for c in s] == [t.split().index(w) for w in t.split()],
        [
            ("aba", "red sky red"),
            ("aba", "red sky sea"),
            ("abc", "one two six"),
            ("aab", "go go stop"),
            ("aab", "go on on"),
            ("abb", "up up up"),
        ],
        [("abab", "tic tac tic tac"), ("abab", "tic tac tac tic"), ("aa", "ja ja"), ("ab", "ho ho")],
    ),
    Exercise(
        "between_the_two",
        "easy",
        "Whether the first number lies between the others.",
        lambda x, low, high: low <= x <= high,
        [(5, 1, 9), (0, 1, 9), (12, 10, 11), (10, 10, 20), (7, 2, 7), (3, 5, 8)],
        [(6, 6, 6), (4, 1, 3), (15, 10, 30), (1, 2, 3)],
    ),
    Exercise(
        "sides_of_a_triangle",
        "medium",
        "Whether there is a triangle with these sides.",
        lambda a, b, c: a + b > c and a + c > b and b + c > a,
        [(3, 4, 5), (1, 2, 3), (7, 2, 2), (6, 6, 6), (2, 9, 3), (5, 8, 4)],
        [(4, 4, 7), (4, 9, 4), (10, 3, 8), (1, 1, 2)],
    ),
    Exercise(
        "kind_of_triangle",
        "medium",
        "What a triangle is called by how many of its sides differ.",
        _kind_of_triangle,
        [(3, 3, 3), (3, 4, 5), (5, 5, 8), (7, 6, 7), (2, 2, 2), (6, 7, 8), (4, 9, 9)],
        [(8, 8, 8), (9, 8, 9), (5, 6, 7), (5, 5, 6)],
    ),
    Exercise(
        "grade_of_three_marks",
        "hard",
        "The grade for the average of three marks.",
        _grade,
        [
            (92, 95, 90),
            (85, 80, 84),
            (70, 75, 71),
            (50, 60, 55),
            (88, 99, 98),
            (79, 78, 74),
            (81, 79, 86),
            (66, 65, 64),
        ],
        [(90, 90, 90), (83, 88, 81), (60, 81, 72), (30, 90, 45)],
    ),
    Exercise(
        "hot_or_cold",
        "easy",
        "What the average of the temperatures is called.",
        lambda xs: "hot" if sum(xs) // len(xs) >= 25 else "mild" if sum(xs) // len(xs) >= 10 else "cold",
        [[30, 28], [12, 15, 11], [2, 5], [24, 20, 19], [27, 25, 31, 29], [8, 9], [10, 14], [-3, 1, 4]],
        [[33], [18, 22, 16], [0, 3, 6], [26, 28]],
    ),
    Exercise(
        "fizz_or_buzz",
        "medium",
        "Fizz for multiples of 3, Buzz for those of 5, FizzBuzz for both.",
        _fizz,
        [3, 5, 15, 7, 9, 10, 30, 8, 12, 20, 45, 1],
        [6, 25, 60, 11],
    ),
    Exercise(
        "welcome_the_owner",
        "easy",
        "A greeting for the owner, another for others.",
        lambda name, owner: "Welcome home" if name == owner else "Please ring",
        [("Ida", "Ida"), ("Bo", "Ida"), ("Cy", "Cy"), ("Cy", "Cyd"), ("Eve", "Eve"), ("Al", "Mo")],
        [("Uma", "Uma"), ("Uma", "Ulf"), ("Li", "Li")],
    ),
    Exercise(
        "held_within_limits",
        "easy",
        "The number, or the limit that it passes.",
        lambda x, low, high: min(max(x, low), high),
        [(5, 1, 9), (0, 1, 9), (12, 1, 9), (-4, -2, 3), (30, 10, 20), (15, 10, 20)],
        [(7, 8, 9), (100, 0, 50), (3, 0, 5)],
    ),
    Exercise(
        "middle_of_three",
        "medium",
        "The middle one of three numbers.",
        lambda a, b, c: sorted((a, b, c))[1],
        [(3, 9, 5), (8, 1, 4), (2, 7, 10), (6, 6, 1), (12, 11, 30), (40, 20, 10)],
        [(5, 4, 3), (1, 9, 2), (7, 7, 8)],
    ),
    Exercise(
        "leap_years",
        "medium",
        "Whether a year is a leap year.",
        lambda n: n % 4 == 0 and (n % 100 != 0 or n % 400 == 0),
        [1996, 1900, 2000, 2023, 2012, 2100, 1984],
        [2400, 2200, 2028, 1999],
    ),
)
