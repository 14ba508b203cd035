"""Text written anew: other letters, other marks, another order."""

from __future__ import annotations

import re
from itertools import groupby

from .exercise import Exercise


def _plural(word: str) -> str:
    if word.endswith("y"):
        return word[:-1] + "ies"
    return word + ("es" if word[-1] in "sx" else "s")


def _pig_latin(word: str) -> str:
    return word + "way" if word[0] in "aeiou" else word[1:] + word[0] + "ay"


EXERCISES = (
    Exercise(
        "shouted",
        "easy",
        "In capitals, with an exclamation mark.",
        lambda s: s.upper() + "!",
        ["hello", "come here", "Stop", "no"],
        ["wait for me", "Fire", "go"],
    ),
    Exercise(
        "as_a_headline",
        "easy",
        "Every word with a capital letter first.",
        str.title,
        ["the long road", "rain in spring", "end", "notes from a small town"],
        ["news of the day", "winter", "what we know so far"],
    ),
    Exercise(
        "backwards",
        "easy",
        "The letters in reverse order.",
        lambda s: s[::-1],
        ["lamp", "tree house", "a", "Otter"],
        ["garden", "no way", "Level 9"],
    ),
    Exercise(
        "dashes_for_spaces",
        "easy",
        "With a dash in place of every space.",
        lambda s: s.replace(" ", "-"),
        ["red blue", "one two three", "single", "a b c d"],
        ["north south", "left right left", "x y"],
    ),
    Exercise(
        "in_quotes",
        "easy",
        "Between quotation marks.",
        lambda s: f'"{s}"',
        ["yes", "open the door", "42", "To be"],
        ["no", "not now", "7 o'clock"],
    ),
    Exercise(
        "greeting",
        "easy",
        "A greeting with the name.",
        lambda s: f"Dear {s},",
        ["Ada", "Mr Smith", "Olu", "all"],
        ["Grace", "Dr Jones", "Li"],
    ),
    Exercise(
        "single_spaces",
        "easy",
        "The words with one space between them.",
        lambda s: " ".join(s.split()),
        ["a  b", "  green   tea ", "one", "to   be or   not"],
        ["x   y  z", " salt  and pepper", "  end  "],
    ),
    Exercise(
        "letters_twice",
        "medium",
        "Every letter twice.",
        lambda s: "".join(c + c for c in s),
        ["abc", "no", "tree", "x1", "window"],
        ["lamp", "aa", "boot"],
    ),
    Exercise(
        "with_the_currency",
        "easy",
        "An amount with the sign of the currency before it.",
        lambda n: f"${n}",
        [5, 120, 0, 99],
        [42, 1000, 7],
    ),
    Exercise(
        "without_vowels",
        "medium",
        "The text without vowels.",
        lambda s: re.sub("[aeiou]", "", s),
        ["house", "tree top", "aeon", "dry", "education is fun"],
        ["umbrella", "no idea", "rhythm and blues"],
    ),
    Exercise(
        "initials_with_dots",
        "medium",
        "The first letter of each word, each with a dot.",
        lambda s: "".join(word[0] + "." for word in s.split()),
        ["Ada Lovelace", "Grace Brewster Hopper", "Plato", "John R R Tolkien"],
        ["Alan Turing", "Mary", "Edsger Wybe Dijkstra"],
    ),
    Exercise(
        "last_name_first",
        "medium",
        "The last name, a comma and the first name.",
        lambda s: f"{s.split()[1]}, {s.split()[0]}",
        ["Ada Lovelace", "Alan Turing", "Li Na", "Wangari Maathai"],
        ["Grace Hopper", "Jo Roe", "Marie Curie"],
    ),
    Exercise(
        "telephone_number",
        "medium",
        "Ten digits as a telephone number.",
        lambda s: f"({s[:3]}) {s[3:6]}-{s[6:]}",
        ["5551234567", "8005550199", "2025550143", "3125550186"],
        ["4155550172", "6175550104"],
    ),
    Exercise(
        "date_by_year_first",
        "medium",
        "A date with the year first.",
        lambda s: "-".join(reversed(s.split("/"))),
        ["31/12/2024", "01/02/1999", "15/08/2010", "07/07/2007"],
        ["28/02/2023", "09/11/1989", "30/06/2015"],
    ),
    Exercise(
        "web_address_part",
        "medium",
        "A title in lower case with dashes, as part of an address.",
        lambda s: s.lower().replace(" ", "-"),
        ["Hello World", "My First Post", "About", "Ten Good Books To Read"],
        ["Site News", "Contact", "How We Work"],
    ),
    Exercise(
        "three_digits",
        "medium",
        "The number with zeros before it, three digits long.",
        lambda n: f"{n:03}",
        [7, 42, 100, 0, 999],
        [5, 88, 310],
    ),
    Exercise(
        "letters_in_order",
        "medium",
        "The letters in alphabetical order.",
        lambda s: "".join(sorted(s)),
        ["banana", "cab", "zoo", "stripe"],
        ["letter", "hello", "dcba"],
    ),
    Exercise(
        "repeated_letters_once",
        "medium",
        "The text with one letter for every run of the same.",
        lambda s: "".join(c for c, _ in groupby(s)),
        ["aaabb", "boot", "mississippi", "abc", "zzzz"],
        ["bookkeeper", "aabbaa", "hello"],
    ),
    Exercise(
        "next_letters",
        "medium",
        "Every letter replaced by the next of the alphabet.",
        lambda s: "".join(chr(ord(c) + 1) for c in s),
        ["abc", "hal", "tree", "mnop"],
        ["dog", "ibm", "code"],
    ),
    Exercise(
        "each_word_backwards",
        "medium",
        "Every word with its letters in reverse order.",
        lambda s: " ".join(word[::-1] for word in s.split()),
        ["red car", "one two three", "alone", "go to bed now"],
        ["blue sky", "step on no pets", "live"],
    ),
    Exercise(
        "all_but_four_hidden",
        "medium",
        "With stars in place of all but the last four characters.",
        lambda s: "*" * (len(s) - 4) + s[-4:],
        ["12345678", "9876543210", "55443", "400012341234"],
        ["1112223", "777788889999", "31415926535"],
    ),
    Exercise(
        "variable_name",
        "medium",
        "The words in lower case with underscores, without the spaces at the ends.",
        lambda s: "_".join(s.lower().split()),
        ["Order Total", "  Unit Price", "Id", "Date of  Birth "],
        ["First Name", " Street and Number", "Total  Tax"],
    ),
    Exercise(
        "camel_case",
        "hard",
        "The words put together, all but the first with a capital letter.",
        lambda s: s.split()[0] + "".join(word.capitalize() for word in s.split()[1:]),
        ["order total", "unit price net", "name", "date of last change", "row id"],
        ["user name", "max open file count", "size"],
    ),
    Exercise(
        "words_of_camel_case",
        "hard",
        "The words that are put together with capital letters, in lower case.",
        lambda s: re.sub("[A-Z]", lambda match: " " + match[0].lower(), s),
        ["orderTotal", "unitPriceNet", "name", "dateOfLastChange", "rowId"],
        ["userName", "maxOpenFileCount", "size"],
    ),
    Exercise(
        "plural",
        "hard",
        "The plural: -ies for -y, -es after s and x, else -s.",
        _plural,
        ["cat", "city", "bus", "fox", "table", "party"],
        ["dog", "story", "box", "glass"],
    ),
    Exercise(
        "pig_latin",
        "hard",
        "A word in Pig Latin: the first letter last with -ay, or -way after a word that begins with a vowel.",
        _pig_latin,
        ["pig", "latin", "apple", "table", "egg", "under"],
        ["dog", "idea", "banana", "orange"],
    ),
    Exercise(
        "shortened",
        "hard",
        "The first eight characters and three dots, or the text itself if it has no more than eight.",
        lambda s: s if len(s) <= 8 else s[:8] + "...",
        ["short", "a long sentence", "exactly8", "nine char", "programming", "no"],
        ["tiny", "another example", "12345678", "123456789"],
    ),
    Exercise(
        "thousands_separated",
        "hard",
        "The number with a comma before every three digits from the right.",
        lambda n: f"{n:,}",
        [1234, 7, 1000000, 999, 45678],
        [2500, 123456789, 50, 100000],
    ),
    Exercise(
        "letters_counted",
        "hard",
        "Every run of a letter as the letter and its length.",
        lambda s: "".join(f"{c}{len(list(run))}" for c, run in groupby(s)),
        ["aaab", "xyz", "hhhhh", "aabbaa", "zzzzyx"],
        ["bbbc", "q", "mmnnnmm"],
    ),
)
