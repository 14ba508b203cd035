"""Codes and ciphers that children and clerks use."""

from __future__ import annotations

from itertools import groupby, pairwise

from ..drawing import changed, characters, form, integers, joined, lists, one_of, phrase, word
from ..meant import meant

capitals = changed(word, str.upper)
either_case = changed(word, str.lower, str.upper, str.capitalize)
runs = characters("aab", 2, 9)
counted = joined(form("{}{}", characters("abcxyz", 1, 1), integers(1, 4)), "", 1, 4)
digits = characters("0123456789", 3, 8)
both_ways = changed(
    characters("0123456789", 2, 3), str, str, lambda half: half + half[::-1], lambda half: half + half[-2::-1]
)
anagram = one_of("stop", "post", "spot", "pots", "star", "rats", "arts", "tea", "eat", "ate")
plate = form("{}{}", characters("ABCDEFGHKLMNPRSTUVWXYZ", 2, 3), integers(10, 999))


@meant(word, integers(1, 5))
def cipher_shift(word: str, by: int) -> str:
    """Each letter so many places further in the alphabet."""
    return "".join(chr((ord(letter) - 97 + by) % 26 + 97) for letter in word)


@meant(word)
def cipher_next_letter(word: str) -> str:
    """The next letter for each, a after z."""
    return "".join("a" if letter == "z" else chr(ord(letter) + 1) for letter in word)


@meant(word)
def cipher_mirrored_alphabet(word: str) -> str:
    """a for z, b for y, and so on."""
    return "".join(chr(219 - ord(letter)) for letter in word)


@meant(word)
def cipher_backwards(word: str) -> str:
    """The word backwards."""
    return word[::-1]


@meant(phrase)
def cipher_each_word_backwards(text: str) -> str:
    """Each word backwards, in its place."""
    return " ".join(word[::-1] for word in text.split())


@meant(word)
def cipher_mirror(word: str) -> str:
    """The word and its mirror image."""
    return word + word[::-1]


@meant(either_case)
def cipher_swapped_case(word: str) -> str:
    """Small letters for capitals and the other way."""
    return word.swapcase()


@meant(runs)
def cipher_run_lengths(text: str) -> str:
    """Each letter with how often it follows itself."""
    return "".join(f"{letter}{len(list(run))}" for letter, run in groupby(text))


@meant(counted)
def cipher_runs_written_out(code: str) -> str:
    """Each letter as often as the digit after it says."""
    return "".join(letter * int(count) for letter, count in zip(code[::2], code[1::2], strict=True))


@meant(word)
def cipher_letter_numbers(word: str) -> list[int]:
    """The place of each letter in the alphabet."""
    return [ord(letter) - 96 for letter in word]


@meant(capitals)
def cipher_letter_sum(word: str) -> int:
    """The sum of the letters, with A for one."""
    return sum(ord(letter) - ord("A") + 1 for letter in word)


@meant(lists(integers(1, 26), 2, 7))
def cipher_word_of_numbers(numbers: list[int]) -> str:
    """The letters that the numbers stand for."""
    return "".join(chr(number + 96) for number in numbers)


@meant(word)
def cipher_vowels_as_stars(word: str) -> str:
    """A star for each vowel."""
    return "".join("*" if letter in "aeiou" else letter for letter in word)


@meant(word)
def cipher_no_vowels(word: str) -> str:
    """The word without its vowels, in capitals."""
    return "".join(letter for letter in word if letter not in "aeiou").upper()


@meant(word)
def cipher_digits_for_letters(word: str) -> str:
    """Digits for some letters that look like them."""
    return word.replace("o", "0").replace("i", "1").replace("e", "3")


@meant(digits)
def cipher_check_digit(number: str) -> int:
    """The last digit of the sum of the digits."""
    return sum(map(int, number)) % 10


@meant(both_ways)
def cipher_reads_both_ways(number: str) -> bool:
    """Whether a number reads the same from behind."""
    return number == number[::-1]


@meant(word)
def cipher_first_to_the_end(word: str) -> str:
    """The first letter moved to the end, and ay after it."""
    return word[1:] + word[0] + "ay"


@meant(plate)
def cipher_letters_of_plate(plate: str) -> str:
    """The letters of a car's number."""
    return "".join(sign for sign in plate if sign.isalpha())


@meant(plate, one_of("-", " ", ":"))
def cipher_plate_with_gap(plate: str, gap: str) -> str:
    """A car's number with something between the letters and the digits."""
    letters = plate.rstrip("0123456789")
    return letters + gap + plate[len(letters) :]


@meant(anagram, anagram)
def cipher_same_letters(first: str, second: str) -> bool:
    """Whether two words have the same letters."""
    return sorted(first) == sorted(second)


@meant(word)
def cipher_has_double_letter(word: str) -> bool:
    """Whether a letter stands twice together."""
    return any(left == right for left, right in pairwise(word))


@meant(plate)
def cipher_plate_is_even(plate: str) -> bool:
    """Whether the last digit of a car's number is even."""
    return int(plate[-1]) % 2 == 0
