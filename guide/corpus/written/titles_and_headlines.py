"""Titles of books, songs, and chapters, and headlines."""

from __future__ import annotations

from ..drawing import changed, form, full_name, integers, joined, lists, one_of, phrase, sentence, word
from ..meant import meant

small = one_of("of", "the", "and", "in", "a", "to")
plain = one_of(phrase, form("the {} {}", word, word), form("{} {} {}", word, small, word))
long_title = form("{} {} the {} {} {}", word, small, word, small, phrase)
book = changed(plain, str.title)
dated = form("{} ({})", book, integers(1930, 2024))
song = form("{} - {}", full_name, book)
with_subtitle = form("{}{}", book, one_of("", form(": {}", word), form(": {}", changed(phrase, str.capitalize))))
with_article = form("{}{}", one_of("The ", "A ", "An ", "", ""), changed(joined(word, " ", 1, 3), str.title))
chapter = form("Chapter {}: {}", integers(1, 40), book)
headline = form("{}{}", changed(phrase, str.capitalize), one_of("", "!", "?", "?", ".", "?!"))
tagged = form("{}{}", book, one_of("", " [draft]", " [2nd ed.]", " [audio]"))
track = form("{:02d} {}", integers(1, 24), book)
episode = form("{} S{:02d}E{:02d}", book, integers(1, 9), integers(1, 24))


@meant(plain)
def title_capitals(text: str) -> str:
    """Each word with a capital."""
    return text.title()


@meant(changed(plain, str.title, str.upper))
def title_as_sentence(text: str) -> str:
    """Only the first letter of a title is a capital."""
    return text.capitalize()


@meant(changed(plain, str.title, str))
def title_shouted(text: str) -> str:
    """The headline in capitals with an exclamation mark."""
    return f"{text.upper()}!"


@meant(form("{} {} {}", one_of(word, form("{} {}", one_of("the", "a"), word)), one_of("of", "and", "in"), phrase))
def title_small_words(text: str) -> str:
    """Each word with a capital, except for the small ones that do not come first."""
    little = ("of", "the", "and", "in", "a", "to")
    words = [one if one in little else one.capitalize() for one in text.split()]
    return " ".join([words[0].capitalize(), *words[1:]])


@meant(changed(plain, str.title, str.capitalize))
def title_slug(text: str) -> str:
    """The title as it stands in a link."""
    return text.lower().replace(" ", "-")


@meant(changed(phrase, str.title, str))
def title_hashtag(text: str) -> str:
    """The words of a title in one, after a hash sign."""
    return "#" + "".join(one.capitalize() for one in text.split())


@meant(changed(joined(word, " ", 2, 5), str.title, str))
def title_acronym(text: str) -> str:
    """The first letters of the words, in capitals."""
    return "".join(one[0] for one in text.split()).upper()


@meant(one_of(book, changed(long_title, str.capitalize)), integers(12, 22))
def title_cut(text: str, most: int) -> str:
    """The title cut to so many characters and three dots, if it is longer."""
    return text if len(text) <= most else text[:most] + "..."


@meant(dated)
def title_year(text: str) -> int:
    """The year that stands in parentheses."""
    return int(text[-5:-1])


@meant(dated)
def title_without_year(text: str) -> str:
    """The title without the year in parentheses."""
    return text[:-7]


@meant(song)
def title_artist(text: str) -> str:
    """Who sings, before the dash."""
    return text.split(" - ", maxsplit=1)[0]


@meant(song)
def title_song_first(text: str) -> str:
    """The song, then who sings it."""
    artist, title = text.split(" - ")
    return f"{title} by {artist}"


@meant(with_subtitle)
def title_main(text: str) -> str:
    """The title without what follows the colon, if there is one."""
    return text.split(":", maxsplit=1)[0]


@meant(with_subtitle)
def title_has_subtitle(text: str) -> bool:
    """Whether there is a subtitle after a colon."""
    return ":" in text


@meant(with_article)
def title_on_the_shelf(text: str) -> str:
    """The title with its article at the end, as libraries sort it."""
    first, _, rest = text.partition(" ")
    return f"{rest}, {first}" if first in ("The", "A", "An") else text


@meant(lists(form("{}{}", one_of("The ", ""), changed(joined(word, " ", 1, 2), str.title)), 1, 5))
def title_sorted_shelf(titles: list[str]) -> list[str]:
    """The titles in alphabetical order, "The" not counted."""
    return sorted(titles, key=lambda title: title.removeprefix("The "))


@meant(chapter)
def title_chapter_number(text: str) -> int:
    """The number of a chapter."""
    return int(text.split()[1].rstrip(":"))


@meant(lists(book, 1, 5))
def title_contents(chapters: list[str]) -> list[str]:
    """The chapters, numbered from one."""
    return [f"{number}. {chapter}" for number, chapter in enumerate(chapters, 1)]


@meant(headline)
def title_is_question(text: str) -> bool:
    """Whether the headline asks something."""
    return text.endswith("?")


@meant(headline)
def title_without_mark(text: str) -> str:
    """The headline without the mark that ends it."""
    return text.rstrip("!?.")


@meant(tagged)
def title_without_brackets(text: str) -> str:
    """The title without what follows in brackets."""
    return text.split(" [", maxsplit=1)[0]


@meant(track)
def title_of_track(text: str) -> str:
    """The title of a track without its number."""
    return text[3:]


@meant(episode)
def title_of_episode(text: str) -> list[int]:
    """The season and the episode at the end of a file's name."""
    season, number = text.rsplit("S", 1)[1].split("E")
    return [int(season), int(number)]


@meant(lists(sentence, 1, 4))
def title_longest_headline(headlines: list[str]) -> int:
    """The length of the longest headline, for the width of a column."""
    return max(len(headline) for headline in headlines)


@meant(one_of(book, with_subtitle))
def title_fits_on_spine(text: str) -> bool:
    """Whether a title has at most twenty characters, which the back of a book has room for."""
    return len(text) <= 20
