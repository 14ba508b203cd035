"""Lists that are made of texts: digits, words, lengths, places, pieces."""

from __future__ import annotations

import re

from ..drawing import (
    changed,
    characters,
    form,
    integers,
    iso_date,
    joined,
    one_of,
    phrase,
    plain_phrase,
    sentence,
    word,
)
from ..meant import meant

digits = changed(integers(10, 999999), str)
binary = characters("01", 4, 9)
note = form("{} {} {} {}", word, integers(1, 99), word, integers(1, 99))
letters = characters("abcd", 2, 9)
even_text = characters("ABCDEF0123456789", 3, 10)


@meant(digits)
def pieces_digits(number: str) -> list[int]:
    """The digits of a number."""
    return [int(digit) for digit in number]


@meant(plain_phrase)
def pieces_words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


@meant(plain_phrase)
def pieces_word_lengths(text: str) -> list[int]:
    """How long each word is."""
    return [len(word) for word in text.split()]


@meant(word)
def pieces_letters(word: str) -> list[str]:
    """The letters of a word."""
    return list(word)


@meant(word)
def pieces_letters_sorted(word: str) -> list[str]:
    """The different letters of a word, sorted."""
    return sorted(set(word))


@meant(sentence)
def pieces_words_of_sentence(text: str) -> list[str]:
    """The words of a sentence, small and without the full stop."""
    return text.rstrip(".").lower().split()


@meant(note)
def pieces_numbers_of_text(text: str) -> list[int]:
    """The numbers that stand in a text."""
    return [int(number) for number in re.findall(r"\d+", text)]


@meant(word)
def pieces_places_of_vowels(word: str) -> list[int]:
    """Where the vowels are, counted from nought."""
    return [place for place, letter in enumerate(word) if letter in "aeiou"]


@meant(letters, one_of("a", "b"))
def pieces_places_of_letter(text: str, letter: str) -> list[int]:
    """Where a letter is, counted from one."""
    return [place for place, found in enumerate(text, 1) if found == letter]


@meant(iso_date)
def pieces_of_date(date: str) -> list[int]:
    """The year, the month and the day."""
    return [int(part) for part in date.split("-")]


@meant(even_text)
def pieces_of_two(text: str) -> list[str]:
    """The text in pieces of two characters."""
    return [text[start : start + 2] for start in range(0, len(text), 2)]


@meant(word)
def pieces_beginnings(word: str) -> list[str]:
    """All beginnings of a word, from one letter to all."""
    return [word[:end] for end in range(1, len(word) + 1)]


@meant(word)
def pieces_neighbours(word: str) -> list[str]:
    """Each two letters that stand together."""
    return [word[place : place + 2] for place in range(len(word) - 1)]


@meant(binary)
def pieces_bits(text: str) -> list[bool]:
    """True for each one."""
    return [bit == "1" for bit in text]


@meant(binary)
def pieces_runs_of_ones(text: str) -> list[int]:
    """How long each run of ones is."""
    return [len(run) for run in text.split("0") if run]


@meant(phrase)
def pieces_words_backwards(text: str) -> list[str]:
    """The words, the last first."""
    return text.split()[::-1]


@meant(plain_phrase)
def pieces_long_words(text: str) -> list[str]:
    """The words of at least six letters, in capitals."""
    return [word.upper() for word in text.split() if len(word) >= 6]


@meant(joined(joined(word, " ", 1, 3), "; ", 2, 4))
def pieces_words_in_parts(text: str) -> list[int]:
    """How many words each part between semicolons has."""
    return [len(part.split()) for part in text.split("; ")]


@meant(letters)
def pieces_letter_counts(text: str) -> list[int]:
    """How often a, b, c and d are there."""
    return [text.count(letter) for letter in "abcd"]


@meant(joined(form("{},{}", integers(0, 9), integers(0, 9)), " ", 1, 4))
def pieces_points(text: str) -> list[list[int]]:
    """The points that are written with commas."""
    return [[int(part) for part in point.split(",")] for point in text.split()]
