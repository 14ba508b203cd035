"""Texts that are cleaned: blanks, punctuation, commas, what is to be hidden."""

from __future__ import annotations

import re
from random import Random

from ..drawing import amounts, changed, characters, email, form, full_name, integers, joined, lists, one_of, word
from ..meant import meant

padded = changed(
    joined(word, " ", 1, 3), lambda text: " " + text, lambda text: text + "  ", lambda text: f"  {text} ", str
)
maybe_padded = form("{}{}{}", one_of("", "", "", " "), joined(word, " ", 1, 3), one_of("", "", "", " ", "  "))


def gappy(rng: Random) -> str:
    """Words with one or more blanks between."""
    words = [word(rng) for _ in range(rng.randint(2, 5))]
    return "".join(word + " " * rng.choice((1, 1, 2, 3)) for word in words[:-1]) + words[-1]


spoken = form("{}, {}{}", changed(word, str.capitalize), joined(word, " ", 1, 4), one_of(".", "!", "?", "..."))
card = joined(form("{:04d}", integers(0, 9999)), " ", 4, 4)
telephone = form("({}) {}-{:04d}", integers(100, 999), integers(200, 999), integers(0, 9999))
money = form("{}{:,.2f}", one_of("$", "EUR ", ""), amounts(1, 9999))
with_digits = form("{}{}", word, one_of("", "7", "12", "2024", "03"))


@meant(padded)
def clean_strip(text: str) -> str:
    """The text without blanks at its ends."""
    return text.strip()


@meant(gappy)
def clean_one_blank(text: str) -> str:
    """One blank where there are several."""
    return " ".join(text.split())


@meant(gappy)
def clean_no_blanks(text: str) -> str:
    """The text without blanks."""
    return text.replace(" ", "")


@meant(gappy)
def clean_count_words(text: str) -> int:
    """How many words there are, whatever is between them."""
    return len(text.split())


@meant(maybe_padded)
def clean_had_blanks(text: str) -> bool:
    """Whether there are blanks at the ends."""
    return text != text.strip()


@meant(spoken)
def clean_no_punctuation(text: str) -> str:
    """The text without punctuation."""
    return re.sub(r"[^\w\s]", "", text)


@meant(spoken)
def clean_words_small(text: str) -> list[str]:
    """The words, small and without punctuation."""
    return [word.strip(".,!?").lower() for word in text.split()]


@meant(telephone)
def clean_digits_of_phone(number: str) -> str:
    """Only the digits."""
    return re.sub(r"\D", "", number)


@meant(money)
def clean_amount(text: str) -> float:
    """The number that an amount stands for."""
    return float(re.sub("[^0-9.]", "", text))


@meant(changed(form("{:,}", integers(100, 9999999)), str))
def clean_thousands(text: str) -> int:
    """A number that is written with commas."""
    return int(text.replace(",", ""))


@meant(joined(word, ",", 2, 5))
def clean_blank_after_comma(text: str) -> str:
    """A blank after each comma."""
    return text.replace(",", ", ")


@meant(joined(changed(word, str, str, lambda text: " " + text, lambda text: text + " "), ",", 2, 5))
def clean_parts_of_commas(text: str) -> list[str]:
    """What is between the commas, without blanks around."""
    return [part.strip() for part in text.split(",")]


@meant(joined(one_of(word, word, ""), ",", 3, 6))
def clean_no_empty_parts(text: str) -> str:
    """The list without its empty parts."""
    return ",".join(part for part in text.split(",") if part)


@meant(card)
def clean_mask_card(number: str) -> str:
    """The last four digits, stars for the others."""
    return "**** **** **** " + number[-4:]


@meant(email)
def clean_mask_mail(address: str) -> str:
    """The address with the first letter and stars before the at sign."""
    user, domain = address.split("@")
    return user[0] + "*" * (len(user) - 1) + "@" + domain


@meant(characters("abcdefghkmnpqrst23456789", 4, 10))
def clean_mask_password(password: str) -> str:
    """A star for each character."""
    return "*" * len(password)


@meant(with_digits)
def clean_no_digits(text: str) -> str:
    """The text without digits."""
    return "".join(sign for sign in text if not sign.isdigit())


@meant(lists(one_of(word, "", " ", "n/a"), 2, 7))
def clean_filled_cells(cells: list[str]) -> list[str]:
    """The cells that hold something."""
    return [cell for cell in cells if cell.strip() and cell != "n/a"]


@meant(changed(full_name, str.upper, str.lower, str.title, lambda text: text.replace(" ", "  ")))
def clean_name(name: str) -> str:
    """A name as it should be written."""
    return " ".join(name.split()).title()


@meant(form("{}{}{}", one_of('"', "'", ""), word, one_of('"', "'", "")))
def clean_quotes(text: str) -> str:
    """The text without quotes around it."""
    return text.strip("\"'")


@meant(one_of(changed(integers(1, 9999), str), form("{}{}", integers(1, 99), one_of("a", " ", ".5", "b"))))
def clean_is_whole_number(text: str) -> bool:
    """Whether a text has digits only."""
    return text.isdigit()


@meant(changed(joined(word, " ", 2, 4), str, lambda text: text.replace(" ", "  ", 1)))
def clean_has_double_blank(text: str) -> bool:
    """Whether there are two blanks together."""
    return "  " in text


@meant(one_of("n/a", word))
def clean_gap_as_dash(cell: str) -> str:
    """A dash for a cell that holds nothing."""
    return "-" if cell == "n/a" else cell
