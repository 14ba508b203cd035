"""Letters of words: counting, comparing, and replacing them."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise

from ..drawing import (
    changed,
    characters,
    city,
    first_name,
    form,
    integers,
    joined,
    last_name,
    lists,
    one_of,
    phrase,
    word,
)
from ..meant import meant

VOWELS = "aeiou"
mirrored = one_of("level", "noon", "radar", "kayak", "civic", "deed", "refer", "rotor", "anna", "otto")
name = one_of(first_name, last_name, city)
any_word = one_of(word, word, changed(word, str.capitalize), name)
letter = characters("aeinorst", 1, 1)
german = changed(one_of(last_name, word), lambda text: text.replace("o", "ö").replace("u", "ü"))
doubled = one_of(word, "coffee", "butter", "balloon", "address", "bookkeeper", "committee", "success")
typed = changed(phrase, lambda text: text.replace(" ", "  "), lambda text: f" {text}", lambda text: f"{text} ", str)
dashed = one_of(form("{}-{}", word, word), form("{}_{}", word, word), form("{}-{}-{}", word, word, word))
shuffled = one_of("listen", "silent", "enlist", "stone", "notes", "onset", "tones", "night", "thing")
morse = characters("..--.", 2, 6)
keys = characters("wasd", 3, 9)
stuttered = form("{}{}{}", word, characters("aeo", 2, 5), characters("sst!!!", 1, 4))


@meant(one_of(any_word, changed(phrase, str.capitalize)))
def spelling_vowels(text: str) -> int:
    """How many vowels a word has, capitals too."""
    return sum(one in VOWELS for one in text.lower())


@meant(one_of(word, phrase))
def spelling_without_vowels(text: str) -> str:
    """The text without its vowels."""
    return "".join(one for one in text if one not in VOWELS)


@meant(one_of(word, phrase))
def spelling_vowels_starred(text: str) -> str:
    """The text with a star for each vowel."""
    return "".join("*" if one in VOWELS else one for one in text)


@meant(form("{} {}", one_of(first_name, one_of("Oscar", "Elena", "Ingrid", "Ulrich", "Emil", "Ana")), last_name))
def spelling_starts_with_vowel(text: str) -> bool:
    """Whether a name starts with a vowel."""
    return text[0] in "AEIOU"


@meant(word)
def spelling_article(noun: str) -> str:
    """The word with "a" or "an" before it."""
    return f"an {noun}" if noun[0] in VOWELS else f"a {noun}"


@meant(any_word)
def spelling_backwards(text: str) -> str:
    """The word from its end to its start."""
    return text[::-1]


@meant(one_of(mirrored, word, changed(mirrored, str.capitalize), changed(word, str.capitalize)))
def spelling_is_palindrome(text: str) -> bool:
    """Whether a word reads the same backwards, capitals or not."""
    return text.lower() == text.lower()[::-1]


@meant(phrase, letter)
def spelling_count_of_letter(text: str, one: str) -> int:
    """How many times a letter comes up."""
    return text.count(one)


@meant(typed)
def spelling_letters_without_blanks(text: str) -> int:
    """How many characters a text has, blanks not counted."""
    return len(text.replace(" ", ""))


@meant(any_word)
def spelling_different_letters(text: str) -> int:
    """How many different letters a word has, capitals counted as small ones."""
    return len(set(text.lower()))


@meant(one_of(doubled, word))
def spelling_has_double_letter(text: str) -> bool:
    """Whether a letter is followed by itself."""
    return any(a == b for a, b in pairwise(text))


@meant(one_of(doubled, stuttered))
def spelling_undoubled(text: str) -> str:
    """The word with each run of a letter written once."""
    return "".join(one for one, _ in groupby(text))


@meant(german)
def spelling_without_umlauts(text: str) -> str:
    """The word in letters that each keyboard has."""
    return text.replace("ö", "oe").replace("ü", "ue")


@meant(typed)
def spelling_single_blanks(text: str) -> str:
    """The text with single blanks between words and none around them."""
    return " ".join(text.split())


@meant(dashed)
def spelling_camel_case(text: str) -> str:
    """The parts of a name in one word, all but the first with a capital."""
    first, *others = text.replace("_", "-").split("-")
    return first + "".join(part.capitalize() for part in others)


@meant(any_word, integers(1, 4))
def spelling_last_letters(text: str, count: int) -> str:
    """The last letters of a word, so many."""
    return text[-count:]


@meant(word)
def spelling_middle(text: str) -> str:
    """The letter in the middle, the later one if there are two."""
    return text[len(text) // 2]


@meant(any_word)
def spelling_spaced_out(text: str) -> str:
    """The letters in capitals, with blanks between them."""
    return " ".join(text.upper())


@meant(shuffled, shuffled)
def spelling_same_letters(one: str, other: str) -> bool:
    """Whether two words are made of the same letters."""
    return sorted(one) == sorted(other)


@meant(word, word)
def spelling_letters_in_common(one: str, other: str) -> str:
    """The letters that are in both words, in the order of the alphabet."""
    return "".join(sorted(set(one) & set(other)))


@meant(morse)
def spelling_morse_aloud(signal: str) -> str:
    """The dots and dashes as one says them."""
    return " ".join("dit" if sign == "." else "dah" for sign in signal)


@meant(keys)
def spelling_runs_counted(pressed: str) -> str:
    """Each run of a key with its length, as in "w3a1"."""
    return "".join(f"{one}{len(list(run))}" for one, run in groupby(pressed))


@meant(one_of(doubled, word, changed(phrase, lambda text: text.replace(" ", ""))))
def spelling_most_frequent(text: str) -> str:
    """The letter that comes up most, the earlier of the alphabet among equals."""
    counts = Counter(text)
    return min(counts, key=lambda one: (-counts[one], one))


@meant(word, lists(letter, 0, 4))
def spelling_guessed(secret: str, guesses: list[str]) -> str:
    """What is known of a word after some guesses, an underscore for other letters."""
    return "".join(one if one in guesses else "_" for one in secret)


@meant(one_of(phrase, joined(one_of("silver", "sun", "sea", "summer", "stone", "saddle", "sweet"), " ", 2, 4)))
def spelling_is_alliteration(text: str) -> bool:
    """Whether all words start with the same letter."""
    return all(one[0] == text[0] for one in text.split())
