"""Tags, hashtags and slugs."""

from __future__ import annotations

from ..drawing import changed, distinct, form, integers, joined, lists, one_of, phrase, repeating, sentence, word
from ..meant import meant

tag = form("#{}", word)
tags_line = joined(tag, " ", 1, 5)
tag_list = lists(tag, 1, 5)
post = joined(one_of(word, word, tag), " ", 3, 7)
title = changed(phrase, str.title, str.capitalize, str.lower)
slug = joined(word, "-", 2, 4)


@meant(title)
def tags_slug_of_title(title: str) -> str:
    """The title as it stands in an address."""
    return title.lower().replace(" ", "-")


@meant(slug)
def tags_title_of_slug(slug: str) -> str:
    """The title that a slug stands for."""
    return slug.replace("-", " ").title()


@meant(lists(word, 1, 5))
def tags_hash_each(words: list[str]) -> list[str]:
    """A hash before each word."""
    return ["#" + word for word in words]


@meant(tag_list)
def tags_without_hash(tags: list[str]) -> list[str]:
    """The tags without the hash."""
    return [tag[1:] for tag in tags]


@meant(post)
def tags_in_post(post: str) -> list[str]:
    """The hashtags of a post."""
    return [word for word in post.split() if word.startswith("#")]


@meant(post)
def tags_count_in_post(post: str) -> int:
    """How many hashtags a post has."""
    return post.count("#")


@meant(post)
def tags_text_of_post(post: str) -> str:
    """The post without its hashtags."""
    return " ".join(word for word in post.split() if not word.startswith("#"))


@meant(phrase)
def tags_camel_hashtag(phrase: str) -> str:
    """One hashtag of all words, each with a capital."""
    return "#" + "".join(word.capitalize() for word in phrase.split())


@meant(joined(word, ", ", 1, 5))
def tags_of_comma_list(text: str) -> list[str]:
    """The tags of a list with commas."""
    return text.split(", ")


@meant(joined(changed(word, str.lower, str.capitalize, str.upper), ",", 2, 5))
def tags_line_of_comma_list(text: str) -> str:
    """The tags of a list with commas, in small letters with hashes."""
    return " ".join("#" + tag.lower() for tag in text.split(","))


@meant(repeating(word, 4, 3, 7))
def tags_once_sorted(tags: list[str]) -> str:
    """The different tags, sorted, with commas."""
    return ", ".join(sorted(set(tags)))


@meant(distinct(one_of("sale", "new", "red", "sun", "old"), 1, 4), one_of("sale", "new", "red"))
def tags_added(tags: list[str], tag: str) -> list[str]:
    """The tags with one more, unless it is there."""
    return tags if tag in tags else [*tags, tag]


@meant(distinct(one_of("news", "sale", "draft", "travel", "food", "urgent"), 1, 4))
def tags_is_hidden(tags: list[str]) -> bool:
    """Whether something is a draft or for sale."""
    return "draft" in tags or "sale" in tags


@meant(tags_line)
def tags_first_of_line(line: str) -> str:
    """The first tag, without the hash."""
    return line.split(maxsplit=1)[0].lstrip("#")


@meant(sentence, integers(1, 3))
def tags_slug_of_first_words(text: str, count: int) -> str:
    """A slug of the first words."""
    return "-".join(text.lower().rstrip(".").split()[:count])


@meant(lists(title, 1, 4))
def tags_slugs_of_titles(titles: list[str]) -> list[str]:
    """The slug of each title."""
    return ["-".join(title.lower().split()) for title in titles]


@meant(form("{}/{}", joined(word, "/", 1, 3), slug))
def tags_slug_of_path(path: str) -> str:
    """The last part of an address."""
    return path.rsplit("/", 1)[-1]


@meant(one_of(slug, slug, title, changed(slug, str.title)))
def tags_is_slug(text: str) -> bool:
    """Whether a text is small and has no blanks."""
    return text == text.lower() and " " not in text


@meant(lists(one_of(tag, tag, tag, word), 1, 3))
def tags_all_have_hash(tags: list[str]) -> bool:
    """Whether all begin with a hash."""
    return all(tag.startswith("#") for tag in tags)
