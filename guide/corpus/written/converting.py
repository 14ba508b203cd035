"""Numbers to texts and back: bases, padding, signs and units."""

from __future__ import annotations

from ..drawing import amounts, characters, form, integers, joined, lists, one_of, truth, word
from ..meant import meant

small = one_of(integers(0, 9), integers(10, 99), integers(100, 999))
large = one_of(integers(100, 9999), integers(10000, 9999999))
binary = form("1{}", characters("01", 1, 6))
price_text = form("{} {}", amounts(1, 500), one_of("EUR", "USD", "CHF"))


@meant(one_of(integers(0, 99), integers(-50, 999)))
def number_as_text(number: int) -> str:
    """The number as a text."""
    return str(number)


@meant(one_of(form("{}", integers(-60, 999)), form("{:03d}", integers(0, 99)), form(" {}", integers(1, 80))))
def text_as_a_number(text: str) -> int:
    """The number that a text spells, with or without zeros before it."""
    return int(text)


@meant(small)
def padded_to_four_digits(number: int) -> str:
    """The number with zeros before it to a length of four."""
    return str(number).zfill(4)


@meant(one_of(form("{}", small), word))
def padded_on_the_left(value: str) -> str:
    """The text on the right of eight places."""
    return value.rjust(8)


@meant(integers(1, 9999))
def invoice_from_a_number(number: int) -> str:
    """The number as INV-00042."""
    return f"INV-{number:05d}"


@meant(form("INV-{:05d}", one_of(integers(1, 99), integers(100, 99999))))
def number_from_an_invoice(text: str) -> int:
    """The number in INV-00042."""
    return int(text.removeprefix("INV-"))


@meant(large)
def commas_between_thousands(number: int) -> str:
    """The number as 1,234,567."""
    return f"{number:,}"


@meant(integers(0, 100))
def number_with_percent_sign(number: int) -> str:
    """The number and a percent sign."""
    return f"{number}%"


@meant(amounts(0, 1))
def share_as_percent(share: float) -> str:
    """A share of one as a percentage without decimals."""
    return f"{round(share * 100)}%"


@meant(form("{}%", integers(0, 100)))
def percent_as_share(text: str) -> float:
    """A percentage as a share of one."""
    return int(text.rstrip("%")) / 100


@meant(integers(-30, 40))
def number_with_its_sign(change: int) -> str:
    """The number with a plus or a minus before it."""
    return f"{change:+d}"


@meant(one_of(integers(0, 15), integers(16, 255)))
def binary_of_a_number(number: int) -> str:
    """The number with base two."""
    return bin(number)[2:]


@meant(binary)
def number_of_a_binary(text: str) -> int:
    """The number that a text with base two means."""
    return int(text, 2)


@meant(one_of(integers(0, 15), integers(16, 255)))
def two_hex_digits(number: int) -> str:
    """The number in two digits with base sixteen, in capitals."""
    return f"{number:02X}"


@meant(integers(0, 255), integers(0, 255), integers(0, 255))
def colour_for_the_web(red: int, green: int, blue: int) -> str:
    """Red, green and blue as #ff8800."""
    return f"#{red:02x}{green:02x}{blue:02x}"


@meant(one_of(integers(1, 40), integers(12, 150)))
def number_in_dozens(number: int) -> str:
    """The number as 3 dozen and 4, or as 3 dozen where nothing is left over."""
    dozens, rest = divmod(number, 12)
    return f"{dozens} dozen and {rest}" if rest else f"{dozens} dozen"


@meant(lists(one_of("X", "V", "I"), 1, 6))
def sum_of_tally_letters(letters: list[str]) -> int:
    """Ten for each X, five for each V, and one for each I."""
    return sum({"X": 10, "V": 5, "I": 1}[letter] for letter in letters)


@meant(integers(1, 28))
def tally_marks(count: int) -> str:
    """Strokes in bundles of five."""
    return ("||||| " * (count // 5) + "|" * (count % 5)).strip()


@meant(price_text)
def amount_of_a_price(text: str) -> float:
    """The number before the currency."""
    return float(text.split(maxsplit=1)[0])


@meant(form("{},{:02d}", integers(0, 300), integers(0, 99)))
def number_with_a_comma(text: str) -> float:
    """The number in a text with a decimal comma."""
    return float(text.replace(",", "."))


@meant(joined(integers(0, 60), ", ", 1, 5))
def numbers_of_a_list(text: str) -> list[int]:
    """The numbers between the commas."""
    return [int(part) for part in text.split(", ")]


@meant(lists(integers(1, 99), 1, 5))
def list_of_numbers_as_text(numbers: list[int]) -> str:
    """The numbers with semicolons between them."""
    return "; ".join(str(number) for number in numbers)


@meant(truth, integers(1, 99))
def door_is_open_or_closed(opened: bool, number: int) -> str:
    """The number of a door, and how it is."""
    return f"Door {number} is {'open' if opened else 'closed'}"
