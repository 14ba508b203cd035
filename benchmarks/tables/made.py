"""Tables as people keep them, drawn at random, and the columns that they would want, written by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

Row = dict[str, str]

FIRST = (
    "Ada",
    "Grace",
    "Alan",
    "Barbara",
    "Emil",
    "Nora",
    "Otto",
    "Jean",
    "Maria",
    "Ines",
    "Kofi",
    "Yuki",
    "Lena",
    "Tom",
    "Rosa",
    "Ivan",
    "Priya",
    "Omar",
    "Eva",
    "Hugo",
)
LAST = [
    "Lovelace",
    "Hopper",
    "Turing",
    "Liskov",
    "Zola",
    "Noether",
    "Braun",
    "Curie",
    "Mensah",
    "Tanaka",
    "Novak",
    "Brandt",
    "Silva",
    "Petrov",
    "Rao",
    "Haddad",
]
CITIES = ("London", "New York", "Lagos", "São Paulo", "Kyoto", "Zürich", "Cape Town", "Oslo", "Lima", "Rabat")
COMPANIES = ("Acme", "Blue River", "Northwind", "Delta Works", "Iris", "Old Mill", "Quanta", "Tern & Sons")


@dataclass(frozen=True)
class Made:
    """A kind of table: how a row is drawn, and what each column to be filled holds in a row."""

    name: str
    row: Callable[[Random, int], Row]
    wanted: dict[str, Callable[[Row], str]]

    def rows(self, count: int, seed: int = 0) -> list[Row]:
        """Rows of the table, the same for the same seed."""
        draw = Random(f"{self.name} {seed}")
        return [self.row(draw, number) for number in range(count)]


def _day(draw: Random) -> date:
    return date(2019, 1, 1) + timedelta(draw.randrange(2200))


def _contact(draw: Random, number: int) -> Row:
    first, last = draw.choice(FIRST), draw.choice(LAST)
    host = draw.choice(("example.org", "mail.example.com", "web.example.net"))
    return {
        "id": f"{number:05d}",
        "first": first,
        "last": last,
        "city": draw.choice(CITIES),
        "mail": f"{first.lower()}{draw.choice('._')}{last.lower()}{draw.randrange(100)}@{host}",
        "phone": f"({draw.randrange(200, 999)}) {draw.randrange(200, 999)}-{draw.randrange(10000):04d}",
    }


def _invoice(draw: Random, number: int) -> Row:
    return {
        "invoice": f"INV-{draw.randrange(2019, 2026)}-{number:04d}",
        "customer": draw.choice(COMPANIES),
        "issued": _day(draw).isoformat(),
        "net": str(draw.randrange(5, 5000)),
        "quantity": str(draw.randrange(1, 40)),
        "currency": draw.choice(("EUR", "USD", "GBP")),
    }


def _log(draw: Random, number: int) -> Row:
    moment = datetime(2024, 1, 1) + timedelta(seconds=draw.randrange(31_000_000))
    level = draw.choice(("INFO", "WARN", "ERROR", "DEBUG"))
    path = "/" + "/".join(
        draw.choice(("api", "users", "orders", "static", "v2", "img")) for _ in range(draw.randrange(1, 4))
    )
    status = draw.choice((200, 201, 301, 404, 500))
    line = f"{moment:%Y-%m-%d %H:%M:%S} [{level}] GET {path} {status} {draw.randrange(1, 3000)}ms"
    return {"n": str(number), "host": f"web-{draw.randrange(1, 20):02d}.example.net", "line": line}


def _sensor(draw: Random, number: int) -> Row:
    moment = datetime(2023, 5, 1) + timedelta(minutes=5 * number)
    return {
        "device": f"{draw.choice(('TH', 'PR', 'LX'))}{draw.randrange(1, 400):03d}-{draw.choice('ABC')}",
        "at": f"{moment:%Y-%m-%dT%H:%M}",
        "celsius": f"{draw.randrange(-150, 400) / 10:.1f}",
        "low": str(draw.randrange(0, 50)),
        "high": str(draw.randrange(50, 120)),
    }


def _course(draw: Random, number: int) -> Row:
    return {
        "student": f"{draw.choice(LAST)}, {draw.choice(FIRST)}",
        "course": f"{draw.choice(('MATH', 'BIO', 'HIST', 'CS'))} {draw.randrange(100, 500)}",
        "exam": str(draw.randrange(0, 101)),
        "homework": str(draw.randrange(0, 101)),
        "term": f"{draw.choice(('Spring', 'Fall', 'Summer'))} {draw.randrange(2015, 2026)}",
    }


def _game(draw: Random, number: int) -> Row:
    home, away = draw.sample(("Lions", "Hawks", "Bears", "Red Stars", "Comets", "Sea Dogs"), 2)
    return {
        "round": str(number % 38 + 1),
        "home": home,
        "away": away,
        "score": f"{draw.randrange(0, 8)}:{draw.randrange(0, 8)}",
        "minutes": str(draw.randrange(80, 200)),
    }


def _address(draw: Random, number: int) -> Row:
    street = draw.choice(("Main St", "Oak Avenue", "Mill Road", "Station Rd", "High St", "Park Lane"))
    state, code = draw.choice(("CA", "NY", "TX", "WA", "MA")), f"{draw.randrange(1000, 99999):05d}"
    town = draw.choice(("Springfield", "Salem", "Fairview", "Clayton", "Georgetown"))
    return {
        "no": str(number),
        "address": f"{draw.randrange(1, 990)} {street}, {town}, {state} {code}",
        "unit": str(draw.randrange(1, 60)),
    }


def _item(draw: Random, number: int) -> Row:
    category = draw.choice(("Tools", "Garden", "Kitchen", "Paint"))
    return {
        "sku": f"{category[:2].upper()}-{draw.randrange(100, 9999)}-{draw.choice(('S', 'M', 'L', 'XL'))}",
        "name": f"{draw.choice(('steel', 'small', 'red', 'oak'))} {draw.choice(('hammer', 'bucket', 'pan', 'brush'))}",
        "category": category,
        "stock": str(draw.randrange(0, 300)),
        "ordered": str(draw.randrange(0, 90)),
        "price": f"${draw.randrange(1, 200)}.{draw.randrange(100):02d}",
    }


def _booking(draw: Random, number: int) -> Row:
    who = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
    kind = draw.choice(("TRANSFER", "CARD", "DIRECT DEBIT"))
    bank, *groups = f"GB{draw.randrange(10, 99)}", *(str(draw.randrange(1000, 9999)) for _ in range(3))
    sign, thousands, rest = draw.choice(("-", "")), draw.randrange(1, 9), draw.randrange(100_000)
    return {
        "booked": f"{_day(draw):%d/%m/%Y}",
        "text": f"{kind} {who} REF {draw.randrange(10**5, 10**6)}",
        "amount": f"{sign}{thousands},{rest // 100:03d}.{rest % 100:02d}",
        "iban": " ".join([bank, "NWBK", *groups]),
    }


def _answer(draw: Random, number: int) -> Row:
    picked = draw.sample(("price", "quality", "service", "speed", "design"), draw.randrange(1, 5))
    return {
        "respondent": f"R{number + 1}",
        "age": str(draw.randrange(16, 90)),
        "rating": str(draw.randrange(1, 6)),
        "reasons": "; ".join(picked),
        "country": draw.choice(("Ghana", "Japan", "Peru", "New Zealand", "South Africa")),
        "comment": " ".join(
            draw.choice(("good", "slow", "fine", "cheap", "nice", "bad")) for _ in range(draw.randrange(1, 7))
        ),
    }


def _goals(row: Row) -> tuple[int, int]:
    home, away = row["score"].split(":")
    return int(home), int(away)


TABLES = (
    Made(
        "contacts",
        _contact,
        {
            "full name": lambda row: f"{row['first']} {row['last']}",
            "initials": lambda row: f"{row['first'][0]}. {row['last'][0]}.",
            "domain": lambda row: row["mail"].split("@")[1],
            "digits": lambda row: "".join(char for char in row["phone"] if char.isdigit()),
        },
    ),
    Made(
        "invoices",
        _invoice,
        {
            "due": lambda row: (date.fromisoformat(row["issued"]) + timedelta(30)).isoformat(),
            "total": lambda row: str(int(row["net"]) * int(row["quantity"])),
            "label": lambda row: f"{row['customer']} ({row['invoice'].split('-')[1]})",
        },
    ),
    Made(
        "logs",
        _log,
        {
            "level": lambda row: row["line"].split("[")[1].split("]")[0],
            "status": lambda row: row["line"].split()[-2],
            "path": lambda row: row["line"].split()[4],
        },
    ),
    Made(
        "sensors",
        _sensor,
        {
            "hour": lambda row: row["at"][11:13],
            "range": lambda row: str(int(row["high"]) - int(row["low"])),
            "kind": lambda row: row["device"][:2],
        },
    ),
    Made(
        "courses",
        _course,
        {
            "name": lambda row: " ".join(row["student"].split(", ")[::-1]),
            "passed": lambda row: "yes" if int(row["exam"]) >= 50 else "no",
            "year": lambda row: row["term"].split()[1],
        },
    ),
    Made(
        "games",
        _game,
        {
            "goals": lambda row: str(sum(_goals(row))),
            "match": lambda row: f"{row['home']} - {row['away']}",
            "time": lambda row: f"{int(row['minutes']) // 60}:{int(row['minutes']) % 60:02d}",
        },
    ),
    Made(
        "addresses",
        _address,
        {
            "code": lambda row: row["address"][-5:],
            "town": lambda row: row["address"].split(", ")[1],
            "house": lambda row: row["address"].split()[0],
        },
    ),
    Made(
        "inventory",
        _item,
        {
            "size": lambda row: row["sku"].split("-")[2],
            "available": lambda row: str(int(row["stock"]) - int(row["ordered"])),
            "title": lambda row: f"{row['category']}: {row['name'].capitalize()}",
        },
    ),
    Made(
        "bank",
        _booking,
        {
            "month": lambda row: row["booked"][6:] + "-" + row["booked"][3:5],
            "reference": lambda row: row["text"].split()[-1],
            "value": lambda row: row["amount"].replace(",", ""),
        },
    ),
    Made(
        "survey",
        _answer,
        {
            "first reason": lambda row: row["reasons"].split("; ")[0],
            "count": lambda row: str(len(row["reasons"].split("; "))),
            "adult": lambda row: f"{row['country']}, {row['age']}",
        },
    ),
)
