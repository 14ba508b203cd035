"""Lists of contacts: names, mail addresses, telephone numbers."""

from __future__ import annotations

from ..drawing import changed, email, first_name, form, full_name, integers, last_name, lists, one_of, word
from ..meant import meant

domain = one_of("gmail.com", "acme.org", "mail.net", "uni.edu")
plain_email = changed(form("{}.{}@{}", first_name, last_name, domain), str.lower)
names = lists(full_name, 1, 5)
work_email = form("{}@{}", first_name, one_of("acme.org", "uni.edu"))
longer_name = one_of(full_name, full_name, form("{} {} {}", first_name, first_name, last_name))
addresses = lists(plain_email, 1, 5)
entry = form("{} <{}>", full_name, email)
telephone = form("+{} {:03d} {:04d}", integers(1, 99), integers(100, 999), integers(0, 9999))


@meant(addresses)
def contacts_domains(addresses: list[str]) -> list[str]:
    """The part after the at sign of each address."""
    return [address.split("@")[1] for address in addresses]


@meant(addresses)
def contacts_users(addresses: list[str]) -> list[str]:
    """The part before the at sign of each address."""
    return [address.split("@")[0] for address in addresses]


@meant(lists(longer_name, 1, 5))
def contacts_first_names(names: list[str]) -> list[str]:
    """The first names."""
    return [name.split()[0] for name in names]


@meant(lists(longer_name, 2, 6))
def contacts_by_last_name(names: list[str]) -> list[str]:
    """The names, sorted by the last name."""
    return sorted(names, key=lambda name: name.split()[-1])


@meant(lists(longer_name, 1, 5))
def contacts_initials(names: list[str]) -> list[str]:
    """The initials of each name."""
    return ["".join(part[0] for part in name.split()) for name in names]


@meant(addresses)
def contacts_to_line(addresses: list[str]) -> str:
    """The addresses as they stand in a mail's head."""
    return "To: " + "; ".join(addresses)


@meant(lists(plain_email, 2, 6), domain)
def contacts_count_at(addresses: list[str], domain: str) -> int:
    """How many addresses are at a domain."""
    return sum(address.endswith("@" + domain) for address in addresses)


@meant(lists(form("{}@{}", word, one_of("gmail.com", "web.com", "shop.com", "uni.edu")), 1, 4))
def contacts_all_at_com(addresses: list[str]) -> bool:
    """Whether all addresses end in .com."""
    return all(address.endswith(".com") for address in addresses)


@meant(plain_email)
def contact_name_of_address(address: str) -> str:
    """The name that an address is made of."""
    return address.split("@", maxsplit=1)[0].replace(".", " ").title()


@meant(full_name, domain)
def contact_address_of_name(name: str, domain: str) -> str:
    """The address that somebody has at a domain."""
    return name.lower().replace(" ", ".") + "@" + domain


@meant(names)
def contacts_short_addresses(names: list[str]) -> list[str]:
    """The address of each: the first letter and the last name."""
    return [f"{name[0]}{name.split()[1]}@acme.org".lower() for name in names]


@meant(entry)
def contact_address_in_brackets(entry: str) -> str:
    """The address, which stands in brackets after the name."""
    return entry[entry.index("<") + 1 : -1]


@meant(entry)
def contact_name_before_address(entry: str) -> str:
    """The name, which stands before the address."""
    return entry.split(" <", maxsplit=1)[0]


@meant(names)
def contacts_listed(names: list[str]) -> list[str]:
    """The names as in a register, the last name first."""
    return sorted(", ".join(reversed(name.split())) for name in names)


@meant(lists(first_name, 2, 6))
def contacts_and_others(names: list[str]) -> str:
    """Who is first, and how many others."""
    return f"{names[0]} and {len(names) - 1} {'other' if len(names) == 2 else 'others'}"


@meant(telephone)
def contact_number_without_country(number: str) -> str:
    """The telephone number without the country's."""
    return number.split(" ", 1)[1]


@meant(telephone)
def contact_number_digits(number: str) -> str:
    """The digits of a telephone number."""
    return "".join(sign for sign in number if sign.isdigit())


@meant(lists(plain_email, 2, 6))
def contacts_different_domains(addresses: list[str]) -> int:
    """At how many domains the addresses are."""
    return len({address.split("@")[1] for address in addresses})


@meant(changed(plain_email, str, str, lambda address: address.replace("@", "."), lambda address: address.split(".")[0]))
def contact_has_address(address: str) -> bool:
    """Whether an address has an at sign and a dot after it."""
    return "." in address.partition("@")[2]


@meant(work_email, work_email)
def contacts_are_colleagues(first: str, second: str) -> bool:
    """Whether two addresses are at the same domain."""
    return first.split("@")[1] == second.split("@")[1]


@meant(form("{}, {}", one_of(last_name, last_name, "Da Silva", "Van Dyck", "De Luca"), first_name))
def contact_last_name_before_comma(entry: str) -> str:
    """The last name, which may be two words, before the comma."""
    return entry.split(",", maxsplit=1)[0]
