"""Names of people."""

from __future__ import annotations

from ..drawing import changed, first_name, form, full_name, integers, last_name, lists, one_of, repeating
from ..meant import meant

middle_name = form("{} {} {}", first_name, first_name, last_name)
double_name = form("{} {}-{}", first_name, last_name, last_name)
some_name = one_of(full_name, full_name, middle_name, double_name)
listed = form("{}, {}", one_of(last_name, last_name, form("de {}", last_name), form("van {}", last_name)), first_name)
titled = form("{}{}", one_of("Dr. ", "Prof. ", "Mr. ", "Ms. ", "", ""), some_name)
relatives = form("{} {}", first_name, one_of("Silva", "Weber", "Lee"))


@meant(full_name)
def initials_with_dots(name: str) -> str:
    """The initials, a full stop after each."""
    return "".join(f"{word[0]}." for word in name.split())


@meant(full_name)
def last_name_first(name: str) -> str:
    """The last name, a comma, and the first name."""
    first, last = name.split()
    return f"{last}, {first}"


@meant(form("{}, {}", last_name, first_name))
def greeting_by_first_name(entry: str) -> str:
    """A greeting of somebody who is listed by the last name."""
    return f"Dear {entry.split(', ')[1]},"


@meant(some_name)
def names_first_word(name: str) -> str:
    """The first name only."""
    return name.split(maxsplit=1)[0]


@meant(some_name)
def names_family(name: str) -> str:
    """The last name, whatever stands before it."""
    return name.rsplit(maxsplit=1)[-1]


@meant(listed)
def names_before_comma(entry: str) -> str:
    """The last name of a listed person, which may have two words."""
    return entry.split(",", maxsplit=1)[0]


@meant(listed)
def names_unlisted(entry: str) -> str:
    """A listed name in the order in which it is spoken."""
    last, first = entry.split(", ")
    return f"{first} {last}"


@meant(changed(form("{}{}{}", one_of("", " ", "  "), some_name, one_of("", " ")), str.upper, str.lower, str))
def names_typed_carelessly(name: str) -> str:
    """The name without blanks around it, each part with a capital."""
    return name.strip().title()


@meant(full_name)
def names_login(name: str) -> str:
    """A login: the first letter of the first name and the last name, in small letters."""
    first, last = name.lower().split()
    return first[0] + last


@meant(one_of(full_name, middle_name))
def names_on_a_badge(name: str) -> str:
    """The first name and the first letter of the last name."""
    words = name.split()
    return f"{words[0]} {words[-1][0]}."


@meant(middle_name)
def names_middle_initial(name: str) -> str:
    """The middle name cut to its letter."""
    first, middle, last = name.split()
    return f"{first} {middle[0]}. {last}"


@meant(titled)
def names_without_title(name: str) -> str:
    """The name without the title, where there is one."""
    first, _, rest = name.partition(" ")
    return rest if first.endswith(".") else name


@meant(titled)
def names_of_a_doctor(name: str) -> bool:
    """Whether the name starts with a doctor's or professor's title."""
    return name.startswith(("Dr.", "Prof."))


@meant(one_of(first_name, full_name, middle_name, middle_name))
def names_has_middle(name: str) -> bool:
    """Whether there is a name between the first and the last."""
    return len(name.split()) > 2


@meant(some_name)
def names_letters_on_a_cake(name: str) -> int:
    """How many letters the name has, blanks and hyphens not counted."""
    return sum(letter.isalpha() for letter in name)


@meant(relatives, relatives)
def names_same_family(one: str, other: str) -> bool:
    """Whether two people have the same last name."""
    return one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1]


@meant(relatives, relatives)
def names_on_a_doorbell(one: str, other: str) -> str:
    """A couple's names, with a common last name said once."""
    first, last = one.split()
    if other.endswith(" " + last):
        return f"{first} & {other}"
    return f"{one} & {other}"


@meant(lists(full_name, 1, 5))
def names_guests_by_family(guests: list[str]) -> list[str]:
    """The guests in the order of their last names."""
    return sorted(guests, key=lambda guest: guest.split()[1])


@meant(lists(some_name, 0, 5))
def names_guests_first(guests: list[str]) -> list[str]:
    """The first names of the guests."""
    return [guest.split()[0] for guest in guests]


@meant(lists(first_name, 1, 5))
def names_read_out(names: list[str]) -> str:
    """The names as one says them, with an "and" before the last."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


@meant(one_of(first_name, first_name, one_of("Jonas", "Lars", "Agnes", "Thomas", "Iris", "Carlos")))
def names_possessive(name: str) -> str:
    """The name with an apostrophe, and an s unless it ends in one."""
    return name + ("'" if name.endswith("s") else "'s")


@meant(repeating(full_name, 4, 0, 8))
def names_different_people(signatures: list[str]) -> int:
    """How many different people have signed."""
    return len(set(signatures))


@meant(lists(first_name, 2, 8))
def names_most_common_initial(names: list[str]) -> str:
    """The first letter that most names have, the earlier one of the alphabet if there are several."""
    letters = sorted(name[0] for name in names)
    return max(letters, key=letters.count)


@meant(lists(first_name, 2, 8), integers(3, 6))
def names_short_enough(names: list[str], most: int) -> list[str]:
    """The names that have at most so many letters."""
    return [name for name in names if len(name) <= most]


@meant(some_name)
def names_masked(name: str) -> str:
    """Each part of the name as its first letter and stars."""
    return " ".join(word[0] + "*" * (len(word) - 1) for word in name.split())
