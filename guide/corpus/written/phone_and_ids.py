"""Phone numbers, article codes, plates, and other numbers by which things are known."""

from __future__ import annotations

from ..drawing import changed, characters, code, form, integers, joined, lists, one_of, repeating, word
from ..meant import meant

DIGITS = "0123456789"
digits = characters(DIGITS, 10, 10)
area, exchange, line = integers(201, 989), integers(200, 999), form("{:04d}", integers(0, 9999))
some_area = one_of(212, 415, 808)
phone = one_of(
    form("({}) {}-{}", area, exchange, line),
    form("{}-{}-{}", area, exchange, line),
    form("{} {} {}", area, exchange, line),
    form("{}.{}.{}", area, exchange, line),
)
dashed = form("{}-{}-{}", area, exchange, line)
abroad = form("+{} {} {}", one_of(1, 33, 41, 44, 351, 358), integers(10, 999), integers(10000, 9999999))
card = form("{}{}{}{}", one_of("4", "5", "37"), characters(DIGITS, 5, 5), characters(DIGITS, 5, 5), line)
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
local = one_of("B", "B", "B", "BA", "M")
plate = form("{}-{} {}", characters(LETTERS, 1, 3), characters(LETTERS, 1, 2), integers(1, 9999))
sku = form("{}-{}-{}", one_of("SHOE", "HAT", "BAG", "SOCK"), one_of("RED", "BLK", "BLU"), one_of("S", "M", "L", "XL"))
isbn = form("978-{}-{:04d}-{:04d}-{}", integers(0, 9), integers(0, 9999), integers(0, 9999), integers(0, 9))
serial = form("SN{:06d}{}", integers(1, 999999), one_of("", "A", "B"))
password = form("{}{}", joined(word, "-", 1, 2), one_of("", integers(1, 999), integers(10, 99)))


@meant(phone)
def phone_digits(text: str) -> str:
    """The number without anything that is not a digit."""
    return "".join(letter for letter in text if letter.isdigit())


@meant(digits)
def phone_grouped(number: str) -> str:
    """Ten digits in the way in which they are written in America."""
    return f"({number[:3]}) {number[3:6]}-{number[6:]}"


@meant(dashed)
def phone_with_dots(number: str) -> str:
    """The number with full stops between its groups."""
    return number.replace("-", ".")


@meant(phone)
def phone_last_four(text: str) -> str:
    """The last four digits."""
    return text[-4:]


@meant(abroad)
def phone_country(text: str) -> int:
    """The code of the country, which follows the plus sign."""
    return int(text.split(maxsplit=1)[0].lstrip("+"))


@meant(form("{}{}", one_of("0", "0", "+44 ", "+33 "), form("{} {}", integers(20, 99), integers(10000, 999999))))
def phone_made_international(text: str) -> str:
    """The number with the country's code instead of the first zero, if it has none yet."""
    return "+44 " + text[1:] if text.startswith("0") else text


@meant(one_of(phone, digits, form("{} {}", integers(20, 99), integers(20000, 9999999)), characters(DIGITS, 10, 12)))
def phone_has_ten_digits(text: str) -> bool:
    """Whether there are ten digits, however they are grouped."""
    return sum(letter.isdigit() for letter in text) == 10


@meant(lists(form("{}-{}-{}", some_area, exchange, line), 0, 6), some_area)
def phone_not_from_area(numbers: list[str], area_code: int) -> list[str]:
    """The numbers of another area."""
    return [number for number in numbers if not number.startswith(str(area_code))]


@meant(card)
def id_card_masked(number: str) -> str:
    """The number of a card with stars for all but its last four digits."""
    return "*" * (len(number) - 4) + number[-4:]


@meant(characters(DIGITS, 16, 16))
def id_card_in_fours(number: str) -> str:
    """The number of a card in groups of four."""
    return " ".join(number[i : i + 4] for i in range(0, len(number), 4))


@meant(form("{}-{} {}{}", local, characters(LETTERS, 1, 2), integers(1, 999), one_of("E", "E", "E", "")))
def id_plate_parks_free(text: str) -> bool:
    """Whether a car is an electric one of the city: its plate starts with "B-" and ends with E."""
    return text.startswith("B-") and text.endswith("E")


@meant(code)
def id_article_series(article: str) -> str:
    """The letters of an article's number."""
    return article.split("-", maxsplit=1)[0]


@meant(code)
def id_article_number(article: str) -> int:
    """The number of an article without its letters and zeros."""
    return int(article.split("-")[1])


@meant(code)
def id_next_article(article: str) -> str:
    """The article number that comes next in the series."""
    series, number = article.split("-")
    return f"{series}-{int(number) + 1:04d}"


@meant(characters(LETTERS, 2, 3), integers(1, 9999))
def id_new_article(series: str, number: int) -> str:
    """The code of an article, its number in four digits."""
    return f"{series}-{number:04d}"


@meant(sku)
def id_size_of_sku(article: str) -> str:
    """The size, the last part of an article's code."""
    return article.rsplit("-", maxsplit=1)[-1]


@meant(repeating(sku, 4, 0, 8), one_of("RED", "BLK", "BLU"))
def id_count_of_color(articles: list[str], color: str) -> int:
    """How many articles have a color."""
    return sum(article.split("-")[1] == color for article in articles)


@meant(isbn)
def id_isbn_without_hyphens(number: str) -> str:
    """A book's number as a shop stores it."""
    return number.replace("-", "")


@meant(changed(isbn, str, lambda text: text.replace("-", "")))
def id_isbn_check_digit(number: str) -> int:
    """The last digit of a book's number, which checks the others."""
    return int(number[-1])


@meant(plate)
def id_plate_district(text: str) -> str:
    """The district of a car: the letters before the hyphen."""
    return text.split("-", maxsplit=1)[0]


@meant(changed(plate, str.lower, str.upper, lambda text: text.replace(" ", "")))
def id_plate_normal(text: str) -> str:
    """The plate in capitals without hyphens and blanks."""
    return text.upper().replace("-", "").replace(" ", "")


@meant(characters("123456789", 3, 7))
def id_digit_sum(number: str) -> int:
    """The sum of a number's digits."""
    return sum(int(digit) for digit in number)


@meant(characters(DIGITS, 4, 8))
def id_weighted_check(number: str) -> int:
    """A check digit: the digits times their places, the last digit of the sum."""
    return sum(place * int(digit) for place, digit in enumerate(number, 1)) % 10


@meant(lists(serial, 1, 6))
def id_highest_serial(numbers: list[str]) -> int:
    """The highest number among serial numbers, some with a letter behind."""
    return max(int(number[2:8]) for number in numbers)


@meant(password)
def id_password_is_strong(text: str) -> bool:
    """Whether a password has eight characters or more, and a digit among them."""
    return len(text) >= 8 and any(letter.isdigit() for letter in text)
