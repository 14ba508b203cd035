"""Mail addresses, links, and names of files."""

from __future__ import annotations

from ..drawing import changed, email, first_name, form, integers, joined, lists, one_of, truth, word
from ..meant import meant

site = form("{}{}.{}", one_of("", "www.", "www.", "shop."), word, one_of("com", "org", "de", "co.uk"))
page = one_of("", word, joined(word, "/", 2, 3))
link = form("{}://{}/{}", one_of("https", "https", "http"), site, page)
extension = one_of("txt", "pdf", "jpg", "csv", "tar.gz", "JPG")
file_name = form("{}.{}", one_of(word, form("{}_{}", word, word), form("{}.{}", word, integers(1, 12))), extension)
plain_file = form("{}.{}", joined(word, "-", 1, 2), one_of("txt", "pdf", "jpg", "csv"))
path = form("{}/{}", joined(word, "/", 1, 4), plain_file)
query = form("https://{}/search?q={}&page={}", site, joined(word, "+", 1, 3), integers(1, 40))
few_mails = form("{}@{}", changed(first_name, str.lower), one_of("acme.com", "river.org", "mail.net"))
version = form("{}{}.{}.{}", one_of("v", "v", ""), integers(0, 4), integers(0, 20), integers(0, 15))


@meant(email)
def mail_user(address: str) -> str:
    """What stands before the at sign."""
    return address.split("@", maxsplit=1)[0]


@meant(email)
def mail_domain(address: str) -> str:
    """What stands after the at sign."""
    return address.split("@")[1]


@meant(email)
def mail_company(address: str) -> str:
    """The name of the domain, without its ending, with a capital."""
    return address.split("@")[1].split(".", maxsplit=1)[0].capitalize()


@meant(email)
def mail_full_name(address: str) -> str:
    """The name of the person to whom an address of first and last name belongs."""
    return address.split("@", maxsplit=1)[0].replace(".", " ").title()


@meant(first_name, word, one_of("acme.com", "river.org", "mail.net"))
def mail_new_address(first: str, last: str, domain: str) -> str:
    """The address of somebody new."""
    return f"{first}.{last}@{domain}".lower()


@meant(one_of(email, email, few_mails, changed(email, lambda text: text.replace("@", " at ")), word))
def mail_looks_right(text: str) -> bool:
    """Whether it looks like a mail address: an at sign and a full stop after it."""
    return "@" in text and "." in text.split("@")[1]


@meant(email)
def mail_masked(address: str) -> str:
    """The address with its user hidden except for the first letter."""
    user, domain = address.split("@")
    return f"{user[0]}***@{domain}"


@meant(lists(few_mails, 0, 7))
def mail_at_company(addresses: list[str]) -> int:
    """How many addresses belong to acme."""
    return sum(address.endswith("@acme.com") for address in addresses)


@meant(lists(few_mails, 1, 6))
def mail_providers(addresses: list[str]) -> list[str]:
    """The different domains, sorted."""
    return sorted({address.split("@")[1] for address in addresses})


@meant(lists(form("{}.{}", word, one_of("jpg", "jpg", "png", "png", "pdf")), 1, 4))
def file_all_images(names: list[str]) -> bool:
    """Whether all files are images, of one kind or the other."""
    return all(name.endswith((".jpg", ".png")) for name in names)


@meant(link)
def web_host(url: str) -> str:
    """The host of a link."""
    return url.split("/")[2]


@meant(link)
def web_is_secure(url: str) -> bool:
    """Whether the link is an encrypted one."""
    return url.startswith("https")


@meant(link)
def web_bare_host(url: str) -> str:
    """The host of a link, without www."""
    return url.split("://")[1].split("/", maxsplit=1)[0].removeprefix("www.")


@meant(query)
def web_page_number(url: str) -> int:
    """The page that is asked for."""
    return int(url.split("page=")[1])


@meant(query)
def web_search_terms(url: str) -> str:
    """What is searched, with blanks between the words."""
    return url.split("q=")[1].split("&", maxsplit=1)[0].replace("+", " ")


@meant(lists(form("{}={}", word, integers(1, 99)), 0, 3), site)
def web_with_parameters(parameters: list[str], host: str) -> str:
    """The link with its parameters, if there are any."""
    return f"https://{host}?{'&'.join(parameters)}" if parameters else f"https://{host}"


@meant(file_name)
def file_extension(name: str) -> str:
    """What stands after the last full stop, in small letters."""
    return name.rsplit(".", 1)[1].lower()


@meant(form("{}.{}", one_of(word, form("{}.{}", word, integers(1, 12))), one_of("txt", "pdf", "jpg")))
def file_stem(name: str) -> str:
    """The name without its ending, which is after the last full stop."""
    return name.rsplit(".", 1)[0]


@meant(path)
def file_of_path(location: str) -> str:
    """The name of the file, without its folders."""
    return location.rsplit("/", maxsplit=1)[-1]


@meant(path)
def file_folder(location: str) -> str:
    """The folder in which a file is."""
    return location.rsplit("/", 1)[0]


@meant(path)
def file_depth(location: str) -> int:
    """In how many folders the file is."""
    return location.count("/")


@meant(lists(plain_file, 0, 7), one_of("txt", "pdf", "jpg"))
def file_with_ending(names: list[str], ending: str) -> list[str]:
    """The files of a kind."""
    return [name for name in names if name.endswith("." + ending)]


@meant(word, integers(1, 120), truth)
def file_numbered_photo(name: str, number: int, raw: bool) -> str:
    """The name of the photo with that number."""
    return f"{name}_{number:03d}.{'raw' if raw else 'jpg'}"


@meant(version)
def file_version_numbers(text: str) -> list[int]:
    """The numbers of a version, with or without a v before them."""
    return [int(part) for part in text.lstrip("v").split(".")]


@meant(version, version)
def file_version_is_newer(one: str, other: str) -> bool:
    """Whether the first version came later than the second."""
    return [int(p) for p in one.lstrip("v").split(".")] > [int(p) for p in other.lstrip("v").split(".")]
