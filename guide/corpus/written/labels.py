"""Labels that are put together from two or three values."""

from __future__ import annotations

from ..drawing import changed, characters, city, first_name, form, integers, iso_date, last_name, one_of, truth, word
from ..meant import meant

number = integers(1, 250)
title = changed(word, str.capitalize)
extension = one_of("txt", "pdf", "csv", "jpg", "docx")
letters = characters("ABCDEFGHKLMNPRSTUVWXYZ", 2, 3)


@meant(word, word, number)
def label_with_dashes(kind: str, name: str, number: int) -> str:
    """All three with dashes between."""
    return f"{kind}-{name}-{number}"


@meant(letters, number)
def label_of_article(group: str, number: int) -> str:
    """The group, a dash, and the number with four digits."""
    return f"{group}-{number:04d}"


@meant(title, integers(1, 12))
def label_chapter(title: str, number: int) -> str:
    """A chapter's number and its title."""
    return f"Chapter {number}: {title}"


@meant(first_name, last_name, integers(18, 95))
def label_person_with_age(first: str, last: str, age: int) -> str:
    """The whole name, and the age in brackets."""
    return f"{first} {last} ({age})"


@meant(word, extension, integers(1, 40))
def label_file_with_version(name: str, extension: str, version: int) -> str:
    """A file's name with its version."""
    return f"{name}_v{version}.{extension}"


@meant(first_name, last_name, integers(1, 99))
def label_user_name(first: str, last: str, number: int) -> str:
    """The first letter, the last name and a number, all small."""
    return f"{first[0]}{last}{number}".lower()


@meant(word, integers(0, 5))
def label_plural(thing: str, count: int) -> str:
    """The number and the thing, in the plural unless it is one."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


@meant(city, one_of("N", "S", "E", "W"), integers(1, 30))
def label_platform(city: str, side: str, platform: int) -> str:
    """The place in capitals, the platform and its side."""
    return f"{city.upper()} {platform}{side}"


@meant(word, word)
def label_title_pair(first: str, second: str) -> str:
    """Both words with capitals and a stroke between."""
    return f"{first.capitalize()} / {second.capitalize()}"


@meant(letters, letters, integers(1, 60))
def label_flight(start: str, goal: str, number: int) -> str:
    """The number with three digits, and an arrow from here to there."""
    return f"{number:03d}: {start} -> {goal}"


@meant(iso_date, word, integers(1, 20))
def label_photo(date: str, place: str, number: int) -> str:
    """The date without dashes, the place, and the number with two digits."""
    return f"{date.replace('-', '')}_{place}_{number:02d}"


@meant(word, integers(1, 5))
def label_stars(thing: str, stars: int) -> str:
    """The thing, and as many stars as it has."""
    return f"{thing} {'*' * stars}"


@meant(title, number, truth)
def label_done_or_open(task: str, number: int, done: bool) -> str:
    """The number and the task, with a cross if it is done."""
    return f"[{'x' if done else ' '}] #{number} {task}"


@meant(word, integers(3, 10))
def label_filled_with_dots(name: str, width: int) -> str:
    """The name, with dots up to a width."""
    return name.ljust(width, ".")


@meant(letters, integers(0, 999))
def label_even_or_odd_side(street: str, house: int) -> str:
    """The street, the house, and on which side it is."""
    return f"{street} {house} {'left' if house % 2 == 0 else 'right'}"


@meant(form("{} {}", word, word), extension, integers(1, 9))
def label_copy_of_file(name: str, extension: str, copy: int) -> str:
    """A copy's file, in which dashes stand for blanks."""
    return f"{name.replace(' ', '-')}-copy{copy}.{extension}"
