"""Addresses, rooms, and places."""

from __future__ import annotations

from ..drawing import amounts, characters, city, form, integers, lists, one_of, repeating
from ..meant import meant

street = form(
    "{} {}",
    one_of("Elm", "Mill", "Oak", "Station", "High", "Church", "Old Mill", "Queen Mary", "North"),
    one_of("Street", "Street", "Road", "Avenue", "Lane"),
)
number = integers(1, 199)
zip_code = form("{:05d}", integers(501, 99950))
house = form("{} {}", number, street)
address = form("{}, {}, {}", house, city, zip_code)
flat = form("{}{}", house, one_of("", "", ", Apt 4B", ", Apt 12", ", Apt 3"))
american = form("{}, {} {}", city, one_of("CA", "NY", "TX", "WA", "OH"), zip_code)
room = form("{}-{}{:02d}", one_of("A", "B", "C", "West", "East"), integers(1, 12), integers(1, 30))


@meant(house)
def address_house_number(line: str) -> int:
    """The number of the house."""
    return int(line.split(maxsplit=1)[0])


@meant(house)
def address_street_of(line: str) -> str:
    """The street, without the number before it."""
    return line.split(maxsplit=1)[1]


@meant(form("{} {}{}", street, number, one_of("", "", "a", "b")))
def address_number_at_the_end(line: str) -> str:
    """The number of the house, with its letter, where it stands last."""
    return line.rsplit(maxsplit=1)[-1]


@meant(address)
def address_city_of(line: str) -> str:
    """The city, between the commas."""
    return line.split(", ")[1]


@meant(one_of(address, form("{}, {}", house, zip_code)))
def address_zip_of(line: str) -> str:
    """The zip code, after the last comma."""
    return line.rsplit(", ", 1)[1]


@meant(house)
def address_short_street(line: str) -> str:
    """The address with the kind of the street abbreviated."""
    return line.replace("Street", "St").replace("Road", "Rd").replace("Avenue", "Ave")


@meant(street, number, zip_code, city)
def address_on_one_line(road: str, house_number: int, code: str, town: str) -> str:
    """The parts of an address, as they are written on an envelope."""
    return f"{road} {house_number}, {code} {town}"


@meant(one_of(integers(501, 9999), integers(10000, 99950)))
def address_zip_from_number(value: int) -> str:
    """A zip code that a spreadsheet took for a number."""
    return str(value).zfill(5)


@meant(one_of(zip_code, form("{}", integers(100, 999999)), characters("0123456789ABX", 5, 5), form("{}-12", zip_code)))
def address_zip_is_right(text: str) -> bool:
    """Whether it is a zip code: five digits."""
    return len(text) == 5 and text.isdigit()


@meant(form("{}{}", zip_code, one_of("", "-0042", "-1234", "-8120")))
def address_short_zip(text: str) -> str:
    """The first five digits of a zip code."""
    return text[:5]


@meant(house)
def address_even_side(line: str) -> bool:
    """Whether the house is on the side of the even numbers."""
    return int(line.split(maxsplit=1)[0]) % 2 == 0


@meant(american)
def address_state_of(line: str) -> str:
    """The state, which stands before the zip code."""
    return line.split()[-2]


@meant(flat)
def address_without_flat(line: str) -> str:
    """The address without the number of the apartment."""
    return line.split(", Apt", maxsplit=1)[0]


@meant(flat)
def address_is_a_flat(line: str) -> bool:
    """Whether the address is an apartment."""
    return "Apt" in line


@meant(room)
def address_building_of_room(name: str) -> str:
    """The building that a room is in."""
    return name.split("-", maxsplit=1)[0]


@meant(room)
def address_floor_of_room(name: str) -> int:
    """The floor, which is the number of the room without its last two digits."""
    return int(name.split("-")[1]) // 100


@meant(lists(number, 0, 8))
def address_odd_houses(numbers: list[int]) -> list[int]:
    """The houses across the road, in their order: the odd numbers."""
    return sorted(n for n in numbers if n % 2 == 1)


@meant(repeating(city, 4, 2, 7))
def address_route(stops: list[str]) -> str:
    """The stops of a trip, in one line."""
    return " > ".join(stops)


@meant(repeating(city, 3, 2, 8))
def address_is_round_trip(stops: list[str]) -> bool:
    """Whether a trip ends where it began."""
    return stops[0] == stops[-1]


@meant(repeating(city, 4, 2, 8))
def address_stay_put(stops: list[str]) -> list[str]:
    """The cities of a diary, each said once for the days that one stays."""
    return [stop for i, stop in enumerate(stops) if i == 0 or stop != stops[i - 1]]


@meant(form("{:.2f}, {:.2f}", amounts(-89, 89), amounts(-179, 179)))
def address_coordinates(text: str) -> list[float]:
    """Latitude and longitude as numbers."""
    return [float(part) for part in text.split(", ")]


@meant(amounts(-89, 89, 1))
def address_latitude_in_words(degrees: float) -> str:
    """The latitude with its half of the earth."""
    return f"{abs(degrees)} {'N' if degrees >= 0 else 'S'}"


@meant(lists(form("{}{:04d}", integers(1, 3), integers(1, 9999)), 0, 7), one_of("1", "2", "3"))
def address_parcels_for_region(codes: list[str], region: str) -> int:
    """How many parcels go to a region: codes that start with its digit."""
    return sum(code.startswith(region) for code in codes)


@meant(lists(address, 1, 4))
def address_cities_served(lines: list[str]) -> list[str]:
    """The different cities of these addresses, in the order of the alphabet."""
    return sorted({line.split(", ")[1] for line in lines})


@meant(lists(form("{}, {}", house, one_of("Porto", "Porto", "Porto", "Graz", "Leeds")), 1, 4))
def address_all_in_one_city(lines: list[str]) -> bool:
    """Whether all addresses are in the same city."""
    return len({line.split(", ")[1] for line in lines}) == 1
