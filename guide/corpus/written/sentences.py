"""The words of a phrase or sentence: counting, choosing, ordering, and shortening them."""

from __future__ import annotations

from collections import Counter

from ..drawing import changed, characters, first_name, form, integers, joined, lists, one_of, phrase, sentence, word
from ..meant import meant

any_word = one_of(
    word, word, one_of("bus", "big", "blue", "milk", "road", "snow"), one_of("breakfast", "magazine", "blackberry")
)
words = joined(any_word, " ", 1, 7)
small = one_of("the", "a", "of", "and", "in", "to", "is")
prose = form("{} {} {} {} {}", small, word, small, word, one_of(word, phrase))
spoken = changed(prose, str.capitalize)
few = joined(one_of("red", "sun", "moon", "sea", "old"), " ", 2, 8)
untidy = changed(joined(word, " ", 1, 5), lambda text: text.replace(" ", "  ", 1), lambda text: f" {text} ", str)
listed = joined(word, ", ", 1, 6)
ended = form("{}{}", changed(prose, str.capitalize), one_of(".", "!", "?", "?"))
text = joined(sentence, " ", 1, 4)
mentions = form("{} @{} {}{}", word, changed(first_name, str.lower), phrase, one_of("", form(" @{}", word)))
tags = joined(one_of(word, word, form("#{}", word)), " ", 2, 7)
mixed = joined(one_of(word, first_name, word, integers(1, 99)), " ", 2, 7)


@meant(one_of(words, untidy))
def words_count(line: str) -> int:
    """How many words there are, however many blanks stand between them."""
    return len(line.split())


@meant(words)
def words_first(line: str) -> str:
    """The first word."""
    return line.split(maxsplit=1)[0]


@meant(sentence)
def words_last_of_sentence(line: str) -> str:
    """The last word of a sentence, without the full stop."""
    return line.rstrip(".").split()[-1]


@meant(words)
def words_longest(line: str) -> str:
    """The longest word, the first if there are several."""
    return max(line.split(), key=len)


@meant(words)
def words_longest_length(line: str) -> int:
    """The length of the longest word."""
    return max(len(one) for one in line.split())


@meant(words)
def words_backwards(line: str) -> str:
    """The words in the opposite order."""
    return " ".join(reversed(line.split()))


@meant(words)
def words_each_backwards(line: str) -> str:
    """The words in their order, each of them spelled backwards."""
    return " ".join(one[::-1] for one in line.split())


@meant(one_of(words, few))
def words_sorted(line: str) -> str:
    """The words in alphabetical order."""
    return " ".join(sorted(line.split()))


@meant(one_of(few, few, words))
def words_once_each(line: str) -> str:
    """Each word only where it comes first."""
    return " ".join(dict.fromkeys(line.split()))


@meant(one_of(few, words))
def words_any_twice(line: str) -> bool:
    """Whether a word comes up again."""
    found = line.split()
    return len(found) != len(set(found))


@meant(prose, integers(2, 4))
def words_longer_than(line: str, most: int) -> list[str]:
    """The words with more letters than that."""
    return [one for one in line.split() if len(one) > most]


@meant(prose)
def words_without_small_ones(line: str) -> str:
    """The phrase without its articles and other small words."""
    return " ".join(one for one in line.split() if one not in ("the", "a", "of", "and", "in", "to", "is"))


@meant(words)
def words_abbreviated(line: str) -> str:
    """The words cut to three letters, each with a full stop."""
    return " ".join(one[:3] + "." for one in line.split())


@meant(few, one_of("red", "sun", "moon", "sea", "old"))
def words_count_of_word(line: str, wanted: str) -> int:
    """How many times a word comes up."""
    return line.split().count(wanted)


@meant(joined(any_word, " ", 3, 8), characters("bmsw", 1, 1))
def words_with_initial(line: str, initial: str) -> list[str]:
    """The words that start with a letter."""
    return [one for one in line.split() if one.startswith(initial)]


@meant(words, integers(1, 4))
def words_opening(line: str, count: int) -> str:
    """The first so many words, and dots for what is left out."""
    found = line.split()
    return line if len(found) <= count else " ".join(found[:count]) + " ..."


@meant(spoken)
def words_made_a_sentence(line: str) -> str:
    """The phrase with a full stop at its end."""
    return f"{line}."


@meant(ended)
def words_is_asked(line: str) -> bool:
    """Whether the sentence is a question."""
    return line[-1] == "?"


@meant(text)
def words_sentences(paragraph: str) -> int:
    """How many sentences a text has."""
    return paragraph.count(".")


@meant(text)
def words_first_sentence(paragraph: str) -> str:
    """The first sentence of a text, with its full stop."""
    return paragraph.split(".", maxsplit=1)[0] + "."


@meant(listed)
def words_last_item(line: str) -> str:
    """What is named last, after the last comma if there is one."""
    return line.rsplit(", ", maxsplit=1)[-1]


@meant(tags)
def words_tagged(line: str) -> list[str]:
    """The tags of a post, without their hash signs."""
    return [one[1:] for one in line.split() if one.startswith("#")]


@meant(mixed)
def words_with_capital(line: str) -> int:
    """How many of the words start with a capital."""
    return sum(one[0].isupper() for one in line.split())


@meant(few)
def words_most_common(line: str) -> str:
    """The word that comes up most, the first among equals."""
    return Counter(line.split()).most_common(1)[0][0]


@meant(lists(mentions, 1, 3))
def words_people_mentioned(posts: list[str]) -> list[str]:
    """Whom the posts mention, in alphabetical order."""
    return sorted({one[1:] for post in posts for one in post.split() if one[0] == "@"})
