"""The case of texts, and how names of things are styled."""

from __future__ import annotations

import re

from ..drawing import changed, form, integers, joined, lists, one_of, phrase, plain_phrase, sentence, word
from ..meant import meant

snake = joined(word, "_", 1, 4)
kebab = joined(word, "-", 2, 4)
spaced = changed(phrase, str.lower, str.title, str.capitalize)
camel = changed(joined(word, " ", 2, 4), lambda text: text[0] + text.title().replace(" ", "")[1:])
any_case = changed(word, str.lower, str.upper, str.capitalize)
shouted = changed(joined(word, " ", 1, 4), str.upper, str.upper, str.lower, str.title)
punctuated = form("{}{}", changed(phrase, str.capitalize), one_of(".", "!", "?", ""))


@meant(spaced)
def case_snake_of_words(text: str) -> str:
    """The words in small letters with underscores."""
    return text.lower().replace(" ", "_")


@meant(snake)
def case_kebab_of_snake(name: str) -> str:
    """Dashes instead of underscores."""
    return name.replace("_", "-")


@meant(snake)
def case_words_of_snake(name: str) -> str:
    """The name as words, the first with a capital."""
    return name.replace("_", " ").capitalize()


@meant(snake)
def case_camel_of_snake(name: str) -> str:
    """The name in camel case, which begins small."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


@meant(kebab)
def case_class_of_kebab(name: str) -> str:
    """All words with a capital, put together."""
    return "".join(word.capitalize() for word in name.split("-"))


@meant(camel)
def case_snake_of_camel(name: str) -> str:
    """A name in camel case with underscores."""
    return re.sub("[A-Z]", lambda capital: "_" + capital.group().lower(), name)


@meant(camel)
def case_words_in_camel(name: str) -> int:
    """How many words a name in camel case has."""
    return 1 + sum(letter.isupper() for letter in name)


@meant(phrase)
def case_title(text: str) -> str:
    """Each word with a capital."""
    return text.title()


@meant(spaced)
def case_first_capital_only(text: str) -> str:
    """The first letter as a capital, the rest small."""
    return text.capitalize()


@meant(changed(phrase, str.lower, lambda text: text.replace(" ", " Oslo ", 1)))
def case_first_letter_raised(text: str) -> str:
    """The first letter as a capital, the rest as it was."""
    return text[0].upper() + text[1:]


@meant(sentence)
def case_shouting(text: str) -> str:
    """The sentence shouted."""
    return text.upper().replace(".", "!")


@meant(shouted)
def case_is_shouted(text: str) -> bool:
    """Whether a text is all in capitals."""
    return text.isupper()


@meant(lists(any_case, 2, 6))
def case_shouted_words(words: list[str]) -> list[str]:
    """The words in capitals only."""
    return [word for word in words if word.isupper()]


@meant(any_case)
def case_name_of_case(word: str) -> str:
    """Which case a word has."""
    return "upper" if word.isupper() else "lower" if word.islower() else "mixed"


@meant(spaced)
def case_count_capitals(text: str) -> int:
    """How many capitals a text has."""
    return sum(letter.isupper() for letter in text)


@meant(phrase, integers(1, 3))
def case_nth_word_shouted(text: str, place: int) -> str:
    """The text with one word in capitals, counted from one."""
    words = text.split()
    words[place - 1] = words[place - 1].upper()
    return " ".join(words)


@meant(plain_phrase)
def case_long_words_raised(text: str) -> str:
    """A capital for each word of more than three letters."""
    return " ".join(word.capitalize() if len(word) > 3 else word for word in text.split())


@meant(punctuated)
def case_ends_with_stop(text: str) -> str:
    """The text with a full stop, unless it ends in a sign."""
    return text if text.endswith((".", "!", "?")) else text + "."


@meant(phrase)
def case_alternating_words(text: str) -> str:
    """Every second word in capitals."""
    return " ".join(word.upper() if place % 2 else word for place, word in enumerate(text.split()))


@meant(changed(phrase, str.title, str.title, str.capitalize, str.lower))
def case_is_title(text: str) -> bool:
    """Whether each word has a capital."""
    return text.istitle()


@meant(changed(phrase, str.lower, str.capitalize, lambda text: text.replace(" ", " Oslo ", 1)))
def case_begins_with_capital(text: str) -> bool:
    """Whether a text begins with a capital."""
    return text[0].isupper()


@meant(one_of(snake, kebab, camel))
def case_style_of_name(name: str) -> str:
    """Which style a name has."""
    return "snake" if "_" in name else "kebab" if "-" in name else "camel" if name != name.lower() else "word"
