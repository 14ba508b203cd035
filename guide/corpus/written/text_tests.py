"""What is true of a text."""

from __future__ import annotations

import itertools
import re
from random import Random

from ..drawing import (
    changed,
    characters,
    code,
    email,
    first_name,
    form,
    full_name,
    integers,
    joined,
    last_name,
    one_of,
    phrase,
    word,
)
from ..meant import meant

CAPITALS = "ABCDEFGHKLMNPRSTUVWXYZ"
plate = one_of(
    form("{}-{:03d}", characters(CAPITALS, 3, 3), integers(1, 999)),
    form("{}-{:02d}", characters(CAPITALS, 2, 4), integers(1, 99)),
    form("{}{:03d}", characters(CAPITALS, 3, 3), integers(1, 999)),
)
"""Number plates of several forms."""
pin = one_of(characters("0123456789", 4, 4), characters("0123456789", 3, 6), characters("0123456789AX", 4, 4))
"""Four digits, most of the time."""
password = one_of(
    characters("abcdefghknopst", 4, 11), characters("abcdEFGH234579", 5, 12), form("{}{}", word, integers(1, 99))
)
"""Passwords as people choose them."""
cased = changed(one_of(word, phrase), str.upper, str.lower, str.capitalize, str.title)
"""Texts with capitals here and there."""
quoted = one_of(
    form('{} said "{}"', first_name, phrase),
    form('the "{}" is {}', word, word),
    form('"{}" and "{}"', word, word),
    form('{} "{}', phrase, word),
    form('the {}" of "{}" {}', word, word, phrase),
)
"""Texts with quotes, some of which are left open."""
file_name = form("{}.{}", word, one_of("pdf", "pdf", "txt", "jpg", "docx"))
"""A name of a file."""
yes_and_no = changed(
    one_of("yes", "no", "y", "n", "maybe", "yes please", "not yet", "yeah", "nope", "yes, thanks", "perhaps"),
    str.upper,
    str.capitalize,
    str.lower,
)
"""An answer as people write it."""


def palindrome(rng: Random) -> str:
    """A word that reads the same backwards."""
    half = "".join(rng.choice("abelnorst") for _ in range(rng.randint(2, 3)))
    return half + half[::-1][rng.randint(0, 1) :]


@meant(one_of(file_name, form("{} {}", word, file_name), form("pdf-{}.txt", word)))
def names_a_pdf(name: str) -> bool:
    """Whether a file is a PDF."""
    return name.endswith(".pdf")


@meant(
    one_of(form("Re: {}", phrase), form("{}: {}", one_of("Re", "Fwd", "News"), phrase), changed(phrase, str.capitalize))
)
def subject_is_a_reply(subject: str) -> bool:
    """Whether a subject starts with Re and a colon."""
    return subject.startswith("Re:")


@meant(password)
def text_has_a_digit(text: str) -> bool:
    """Whether any character is a digit."""
    return any(character.isdigit() for character in text)


@meant(one_of(word, password, first_name, changed(code, str, str.lower)))
def text_has_a_capital(text: str) -> bool:
    """Whether any character is a capital letter."""
    return any(character.isupper() for character in text)


@meant(one_of(changed(phrase, str.upper), cased))
def written_in_capitals(text: str) -> bool:
    """Whether all letters are capitals."""
    return text.isupper()


@meant(one_of(first_name, full_name, word, form("{} {}", word, first_name)))
def begins_with_a_capital(text: str) -> bool:
    """Whether the first letter is a capital."""
    return text[0].isupper()


@meant(one_of(word, first_name, one_of("apple", "engine", "island", "office", "umbrella", "orange", "anchor", "ocean")))
def begins_with_a_vowel(text: str) -> bool:
    """Whether the first letter is a vowel, in either case."""
    return text[0].lower() in "aeiou"


@meant(one_of(palindrome, word))
def word_is_a_palindrome(text: str) -> bool:
    """Whether the word reads the same backwards."""
    return text == text[::-1]


@meant(one_of(form("{} gift {}", word, phrase), phrase, form("gifted {}", phrase)))
def mentions_a_gift(order: str) -> bool:
    """Whether the word gift is among the words."""
    return "gift" in order.split()


@meant(joined(one_of(word, "urgent", "urgent", "urgently"), " ", 2, 4), one_of("urgent", "urgent", word))
def word_is_in_the_text(text: str, wanted: str) -> bool:
    """Whether a word is among the words of a text."""
    return wanted in text.split()


@meant(one_of(word, phrase))
def is_a_single_word(text: str) -> bool:
    """Whether the text has no space."""
    return " " not in text


@meant(one_of(email, email, changed(full_name, str.lower), form("{}.{}", word, word), form("@{}", word)))
def looks_like_a_mail_address(text: str) -> bool:
    """Whether there is an at sign in it, and a point."""
    return "@" in text and "." in text


@meant(pin)
def valid_pin(text: str) -> bool:
    """Whether the text is four digits."""
    return len(text) == 4 and text.isdigit()


@meant(plate)
def valid_plate(text: str) -> bool:
    """Whether the text is three capitals, a hyphen, and three digits."""
    return re.fullmatch("[A-Z]{3}-[0-9]{3}", text) is not None


@meant(password)
def password_is_strong(text: str) -> bool:
    """Whether there are eight characters or more, and a digit."""
    return len(text) >= 8 and any(character.isdigit() for character in text)


@meant(one_of(characters("0123456789", 1, 5), characters("0123456789ab.", 2, 5), word))
def only_digits(text: str) -> bool:
    """Whether all characters are digits."""
    return text.isdigit()


@meant(yes_and_no)
def agreed(answer: str) -> bool:
    """Whether the answer starts with a y, in either case."""
    return answer.lower().startswith("y")


@meant(one_of(characters("abc", 2, 4), word))
def letters_all_differ(text: str) -> bool:
    """Whether no letter comes twice."""
    return len(set(text)) == len(text)


@meant(word)
def double_letter_in_word(text: str) -> bool:
    """Whether a letter is followed by itself."""
    return any(left == right for left, right in itertools.pairwise(text))


@meant(quoted)
def quotes_come_in_pairs(text: str) -> bool:
    """Whether each quote that opens is closed: their number is even."""
    return text.count('"') % 2 == 0


@meant(
    one_of(form("{} Lee", first_name), form("{} Ortiz", first_name), form("Lee {}", last_name)), one_of("Lee", "Ortiz")
)
def name_ends_with(name: str, ending: str) -> bool:
    """Whether a name ends with another."""
    return name.endswith(ending)


@meant(one_of(form("https://www.{}.com", word), form("http://{}.org/{}", word, word), form("https://{}.net", word)))
def address_is_secure(address: str) -> bool:
    """Whether an address starts with https."""
    return address.startswith("https://")


@meant(one_of(word, phrase, joined(word, ", ", 2, 4)))
def longer_than_ten(text: str) -> bool:
    """Whether the text has more than ten characters."""
    return len(text) > 10
