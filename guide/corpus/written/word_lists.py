"""Lists of words."""

from __future__ import annotations

from ..drawing import changed, integers, lists, one_of, ordered, plain_word, repeating, word
from ..meant import meant

any_word = one_of(word, plain_word, plain_word)
words = lists(any_word, 0, 7)
some_words = lists(any_word, 3, 8)
mixed_words = lists(changed(any_word, *[str.lower] * 4, str.capitalize), 2, 5)
repeated_words = repeating(any_word, 4, 2, 7)


@meant(some_words)
def words_longer_than_five(words: list[str]) -> list[str]:
    """The words of more than five letters."""
    return [word for word in words if len(word) > 5]


@meant(words)
def longest_of_words(words: list[str]) -> str:
    """The longest word, the first if there are several."""
    return max(words, key=len)


@meant(words)
def first_letters_of_words(words: list[str]) -> list[str]:
    """The first letter of each word."""
    return [word[0] for word in words]


@meant(words)
def acronym_of_words(words: list[str]) -> str:
    """The acronym that the words have, in capitals."""
    return "".join(word[0].upper() for word in words)


@meant(some_words)
def words_in_alphabet_order(words: list[str]) -> list[str]:
    """The words in the order of the alphabet."""
    return sorted(words)


@meant(some_words)
def words_short_to_long(words: list[str]) -> list[str]:
    """The words from the shortest to the longest."""
    return sorted(words, key=len)


@meant(words)
def letters_in_words(words: list[str]) -> int:
    """How many letters the words have together."""
    return sum(len(word) for word in words)


@meant(lists(word, 2, 5))
def words_with_and(words: list[str]) -> str:
    """The words with commas, and the word and before the last."""
    return ", ".join(words[:-1]) + " and " + words[-1]


@meant(lists(one_of("sun", "sea", "cat", "cup", "tin", "tea", "ten", "star", "salt"), 2, 7), one_of("s", "c", "t"))
def words_starting_with(words: list[str], letter: str) -> list[str]:
    """The words that begin with a letter."""
    return [word for word in words if word.startswith(letter)]


@meant(some_words)
def count_of_words_in_er(words: list[str]) -> int:
    """How many of the words end in er."""
    return sum(word.endswith("er") for word in words)


@meant(words)
def words_with_capitals(words: list[str]) -> list[str]:
    """Each word with a capital."""
    return [word.capitalize() for word in words]


@meant(words)
def words_numbered(words: list[str]) -> list[str]:
    """The words as a numbered list."""
    return [f"{number}. {word}" for number, word in enumerate(words, 1)]


@meant(lists(one_of("tea", "dog", "sky", "rain", "cat", "cup", "hat", "ox", "sun", "map"), 2, 5))
def words_come_again(words: list[str]) -> bool:
    """Whether a word is there twice."""
    return len(set(words)) < len(words)


@meant(repeated_words)
def words_once_in_order(words: list[str]) -> list[str]:
    """The words without those that were there before."""
    return list(dict.fromkeys(words))


@meant(repeated_words)
def words_different_sorted(words: list[str]) -> list[str]:
    """The different words, sorted."""
    return sorted(set(words))


@meant(mixed_words)
def words_any_capital(words: list[str]) -> bool:
    """Whether one of the words has a capital."""
    return any(word != word.lower() for word in words)


@meant(some_words, integers(3, 6))
def words_of_length(words: list[str], length: int) -> int:
    """How many words have so many letters."""
    return len([word for word in words if len(word) == length])


@meant(words)
def words_mean_length(words: list[str]) -> float:
    """The mean length of the words, to one place."""
    return round(sum(map(len, words)) / len(words), 1)


@meant(some_words)
def words_joined_when_short(words: list[str]) -> str:
    """The words of at most five letters with dashes, in the order of the alphabet."""
    return "-".join(sorted(word for word in words if len(word) <= 5))


@meant(words)
def last_word_in_alphabet(words: list[str]) -> str:
    """The word that is last in the alphabet, in capitals."""
    return max(words).upper()


@meant(one_of(lists(any_word, 3, 5), ordered(any_word, 2, 4)))
def words_are_sorted(words: list[str]) -> bool:
    """Whether the words are in the order of the alphabet."""
    return words == sorted(words)


@meant(lists(any_word, 1, 4))
def words_all_short(words: list[str]) -> bool:
    """Whether no word has more than six letters."""
    return all(len(word) <= 6 for word in words)
