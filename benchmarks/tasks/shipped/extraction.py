"""What is in a text: a part of it, a number, a list, yes or no."""

from __future__ import annotations

import re

from .exercise import Exercise

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _roman(s: str) -> int:
    values = [ROMAN[c] for c in s]
    return sum(-x if x < following else x for x, following in zip(values, [*values[1:], 0], strict=True))


def _order_total(s: str) -> int:
    return sum(int(a) * int(b) for a, b in re.findall(r"(\d+)x(\d+)", s))


EXERCISES = (
    Exercise(
        "file_name",
        "easy",
        "The part of a path after the last slash.",
        lambda s: s.rpartition("/")[2],
        ["/home/ada/notes.txt", "src/main.py", "/etc/hosts", "a/b/c/d"],
        ["/var/log/syslog", "docs/index.html", "/tmp/x/y.csv"],
    ),
    Exercise(
        "mail_domain",
        "easy",
        "The part of a mail address after the @.",
        lambda s: s.partition("@")[2],
        ["ada@example.org", "info@shop.test", "a.b@mail.example.com", "x@y.zz"],
        ["bob@example.net", "sales@north.test", "m@a.b.c"],
    ),
    Exercise(
        "mail_user",
        "easy",
        "The part of a mail address before the @.",
        lambda s: s.partition("@")[0],
        ["ada@example.org", "info@shop.test", "a.b@mail.example.com", "x@y.zz"],
        ["bob@example.net", "sales.team@north.test", "m1@a.b"],
    ),
    Exercise(
        "year_of_the_date",
        "easy",
        "The year at the end of a date, as a number.",
        lambda s: int(s[-4:]),
        ["3 May 2021", "17 October 1984", "1 June 2000", "25 March 1957"],
        ["9 April 2019", "30 December 1900", "12 July 2024"],
    ),
    Exercise(
        "first_word",
        "easy",
        "The first word.",
        lambda s: s.split()[0],
        ["red green blue", "hello world", "single", "to be or not"],
        ["north wind", "one two three four", "end"],
    ),
    Exercise(
        "last_word",
        "easy",
        "The last word.",
        lambda s: s.split()[-1],
        ["red green blue", "hello world", "single", "to be or not"],
        ["north wind", "one two three four", "end"],
    ),
    Exercise(
        "how_many_words",
        "easy",
        "How many words there are.",
        lambda s: len(s.split()),
        ["red green blue", "hello", "a long way to go", "two words"],
        ["one two three four", "end", "what do you think of it"],
    ),
    Exercise(
        "in_brackets",
        "easy",
        "What is between the brackets.",
        lambda s: s[s.index("(") + 1 : s.index(")")],
        ["notes (draft)", "Paris (France) 2024", "f(x)", "see (page 12) there"],
        ["tea (green)", "(old) news", "max(a, b) + 1"],
    ),
    Exercise(
        "short_weekday",
        "easy",
        "The first three letters in capitals.",
        lambda s: s[:3].upper(),
        ["Monday", "friday", "Sunday", "wednesday"],
        ["Tuesday", "saturday", "Thursday"],
    ),
    Exercise(
        "number_in_the_text",
        "easy",
        "The number in a text.",
        lambda s: int("".join(filter(str.isdigit, s))),
        ["order 66 sent", "7 days", "room 204", "about 1500 people"],
        ["page 9", "33 degrees today", "flight AB120"],
    ),
    Exercise(
        "major_version",
        "easy",
        "The number before the first dot.",
        lambda s: int(s.split(".")[0]),
        ["3.11.4", "2.0", "10.15.7", "1.0.0"],
        ["4.2", "12.1.3", "0.9.1"],
    ),
    Exercise(
        "fields",
        "easy",
        "The parts between commas.",
        lambda s: s.split(","),
        ["a,b,c", "red,green", "one", "x1,y22,z333,w"],
        ["north,south", "4,5,6", "end"],
    ),
    Exercise(
        "words_in_order",
        "easy",
        "The words in alphabetical order.",
        lambda s: sorted(s.split()),
        ["red green blue", "pear apple", "one", "the quick brown fox"],
        ["sun moon stars", "b a", "we all live here"],
    ),
    Exercise(
        "names_with_capitals",
        "easy",
        "The names with a capital letter first.",
        lambda names: [name.capitalize() for name in names],
        [["ada", "alan"], ["grace"], ["li", "olu", "mary"], ["x", "yves"]],
        [["bob", "eve"], ["noor", "sam", "kim"], ["jo"]],
    ),
    Exercise(
        "how_many_vowels",
        "medium",
        "How many vowels there are.",
        lambda s: sum(c in "aeiou" for c in s),
        ["house", "tree top", "dry", "education", "a quiet day", "sand on the beach"],
        ["umbrella", "no idea", "my gym", "queue"],
    ),
    Exercise(
        "sum_of_the_numbers",
        "medium",
        "The sum of the numbers in a text.",
        lambda s: sum(map(int, re.findall(r"\d+", s))),
        ["3 apples and 4 pears", "10 and 20", "room 7", "1 2 3 4", "paid 15, owes 30"],
        ["5 cats 2 dogs", "100", "6 plus 7 plus 8"],
    ),
    Exercise(
        "shortest_word",
        "medium",
        "The shortest word, the first of several.",
        lambda s: min(s.split(), key=len),
        ["red green gold", "hello my friend", "one", "tree top hat", "some words are long"],
        ["north by northwest", "apple fig", "we are all here"],
    ),
    Exercise(
        "long_words",
        "medium",
        "The words of more than four letters.",
        lambda s: [word for word in s.split() if len(word) > 4],
        ["the quick brown fox", "hello my friend", "all too short", "green tea leaves", "apple"],
        ["north and south pole", "one more window", "tiny"],
    ),
    Exercise(
        "value_of_the_parameter",
        "medium",
        "The value of id in the parameters of an address.",
        lambda s: re.search(r"id=([^&]*)", s)[1],  # type: ignore[index]
        ["?id=42&lang=en", "?lang=de&id=7&page=2", "?page=1&id=900", "?id=abc", "?w=12&id=x88&h=5"],
        ["?id=15&page=3", "?lang=fr&id=x9", "?a=1&id=60&b=2"],
    ),
    Exercise(
        "tags",
        "medium",
        "The words that begin with #, without it.",
        lambda s: [word[1:] for word in s.split() if word.startswith("#")],
        ["sun #beach #fun", "#one", "no tags here", "up #early and #running today", "#a b #c"],
        ["at the #lake", "#hot #cold drinks", "plain text #end"],
    ),
    Exercise(
        "same_both_ways",
        "medium",
        "Whether the text reads the same backwards, in capitals or not.",
        lambda s: s.lower() == s.lower()[::-1],
        ["Anna", "house", "level", "Noon", "Otter", "Radar"],
        ["Civic", "tent", "Kayak", "Hannah"],
    ),
    Exercise(
        "most_common_letter",
        "medium",
        "The most frequent letter, the first of several.",
        lambda s: max(s, key=s.count),
        ["banana", "tree", "hello", "abcbd", "abccc", "otter"],
        ["letter", "committee", "zoo"],
    ),
    Exercise(
        "settings",
        "medium",
        "The values of settings, as numbers.",
        lambda s: [int(part.split("=")[1]) for part in s.split(";")],
        ["a=1;b=2", "width=30", "x=5;y=60;z=700", "k=0;m=9"],
        ["r=8;g=16;b=32", "size=12", "p=7;q=77"],
    ),
    Exercise(
        "minutes_of_the_time",
        "hard",
        "The minutes since midnight of a time of day.",
        lambda s: 60 * int(s.split(":")[0]) + int(s.split(":")[1]),
        ["2:35", "0:10", "12:00", "23:59", "7:05"],
        ["1:01", "18:30", "9:45"],
    ),
    Exercise(
        "order_total",
        "hard",
        "The sum of number times price.",
        _order_total,
        ["2x3 4x5", "1x10", "3x7 2x2 1x9", "5x0 6x1", "10x12 2x20"],
        ["4x4 1x1", "7x3", "2x5 3x6 4x7"],
    ),
    Exercise(
        "roman_number",
        "hard",
        "The value of a Roman number.",
        _roman,
        ["XII", "IV", "LX", "XIX", "CXL", "VII"],
        ["IX", "XXIV", "LXVI", "CXC"],
    ),
    Exercise(
        "stray_bracket",
        "hard",
        "Whether every bracket is closed and none is closed before it is opened.",
        lambda s: s.count("(") == s.count(")") and all(s[:i].count("(") >= s[:i].count(")") for i in range(len(s))),
        ["(a)(b)", "(a)(b", "a)(b", "((x)y)", "(x))y(", "plain"],
        ["(())", ")(", "(a(b)c)", "((a)"],
    ),
)
