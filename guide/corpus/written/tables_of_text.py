"""Lines with separators: rows of tables, settings, and logs."""

from __future__ import annotations

from random import Random

from ..drawing import (
    amounts,
    city,
    clock,
    first_name,
    form,
    full_name,
    integers,
    iso_date,
    joined,
    lists,
    one_of,
    phrase,
    word,
)
from ..meant import meant

person = form("{},{},{}", first_name, city, integers(18, 80))
order = form("{};{};{};{:.2f}", integers(1000, 9999), word, integers(1, 12), amounts(0.5, 60))
numbers = joined(integers(0, 99), ",", 1, 7)
scores = joined(integers(0, 20), ";", 2, 6)
KEYS = ("color", "size", "host", "port", "user_name", "mode")
key = one_of(*KEYS)
setting = form("{}{}{}", key, one_of("=", " = ", "= "), one_of(word, integers(1, 9000), "on", "off"))
level = one_of("INFO", "INFO", "WARN", "ERROR", "ERROR", "DEBUG")
log = form("{} {} {} {}", iso_date, clock, level, phrase)
bracketed = form("[{}] {}", level, phrase)
piped = form("| {} | {} | {} |", word, integers(1, 500), city)
tabbed = form("{}\t{}\t{}", full_name, iso_date, integers(0, 100))
gappy = joined(one_of(word, word, word, ""), ",", 2, 6)
measured = form("{}: {}", word, integers(-20, 120))
stock = form("{} x {}", integers(1, 30), word)


def pairs(rng: Random) -> str:
    """A few settings on a line, none twice."""
    return ";".join(f"{name}={one_of(word, integers(1, 99))(rng)}" for name in rng.sample(KEYS, rng.randint(2, 6)))


@meant(person)
def row_first_field(row: str) -> str:
    """The first field of a row."""
    return row.split(",", maxsplit=1)[0]


@meant(person)
def row_second_field(row: str) -> str:
    """The second field of a row."""
    return row.split(",")[1]


@meant(person)
def row_last_number(row: str) -> int:
    """The number in the last field of a row."""
    return int(row.rsplit(",", maxsplit=1)[-1])


@meant(gappy)
def row_count_of_fields(row: str) -> int:
    """How many fields a row has, the empty ones too."""
    return len(row.split(","))


@meant(gappy)
def row_count_of_filled(row: str) -> int:
    """How many fields of a row are not empty."""
    return sum(field != "" for field in row.split(","))


@meant(gappy)
def row_is_complete(row: str) -> bool:
    """Whether no field is empty."""
    return all(row.split(","))


@meant(numbers)
def row_sum(row: str) -> int:
    """The sum of the numbers in a row."""
    return sum(int(field) for field in row.split(","))


@meant(scores)
def row_best_score(row: str) -> int:
    """The highest of the scores between semicolons."""
    return max(int(field) for field in row.split(";"))


@meant(numbers)
def row_as_numbers(row: str) -> list[int]:
    """The numbers of a row as a list."""
    return [int(field) for field in row.split(",")]


@meant(tabbed)
def row_tabs_to_commas(row: str) -> str:
    """A row from a spreadsheet with commas between its fields."""
    return row.replace("\t", ",")


@meant(form("{},{}", city, integers(1, 900)))
def row_swapped(row: str) -> str:
    """The two fields in the other order."""
    left, right = row.split(",")
    return f"{right},{left}"


@meant(form("{} , {},{}", word, word, one_of(word, form(" {} ", word))))
def row_trimmed(row: str) -> list[str]:
    """The fields of a row, without blanks around them."""
    return [field.strip() for field in row.split(",")]


@meant(piped)
def row_cells(row: str) -> list[str]:
    """The cells of a row that is drawn with bars."""
    return [cell.strip() for cell in row.strip("|").split("|")]


@meant(lists(integers(0, 99), 0, 6))
def row_from_numbers(fields: list[int]) -> str:
    """The numbers with semicolons between them."""
    return ";".join(str(field) for field in fields)


@meant(order)
def row_price_of_order(row: str) -> float:
    """What an order costs: its number of pieces times the price at the end."""
    fields = row.split(";")
    return round(int(fields[2]) * float(fields[3]), 2)


@meant(lists(order, 1, 5))
def row_pieces_ordered(rows: list[str]) -> int:
    """How many pieces are ordered in all rows, which is the third field."""
    return sum(int(row.split(";")[2]) for row in rows)


@meant(lists(person, 0, 6), integers(20, 70))
def row_people_older(rows: list[str], age: int) -> list[str]:
    """The names of those who are older, as the last field of the row says."""
    return [row.split(",")[0] for row in rows if int(row.split(",")[-1]) > age]


@meant(setting)
def setting_value(text: str) -> str:
    """What a setting is set to."""
    return text.split("=")[1].strip()


@meant(setting)
def setting_key(text: str) -> str:
    """The name of a setting."""
    return text.split("=", maxsplit=1)[0].strip()


@meant(pairs)
def setting_names(text: str) -> list[str]:
    """The names of all settings on a line."""
    return [pair.split("=")[0] for pair in text.split(";")]


@meant(pairs, key)
def setting_looked_up(text: str, name: str) -> str:
    """What a line sets that name to; a dash if it does not."""
    for pair in text.split(";"):
        if pair.startswith(name + "="):
            return pair.split("=")[1]
    return "-"


@meant(log)
def log_message(line: str) -> str:
    """The message of a line, after date, time, and level."""
    return line.split(maxsplit=3)[3]


@meant(bracketed)
def log_level(line: str) -> str:
    """The level in brackets, in small letters."""
    return line[1 : line.index("]")].lower()


@meant(lists(bracketed, 0, 7))
def log_count_of_errors(lines: list[str]) -> int:
    """How many lines report an error."""
    return sum("ERROR" in line for line in lines)


@meant(lists(measured, 2, 6))
def row_of_highest_value(rows: list[str]) -> str:
    """The name with the highest value behind its colon."""
    return max(rows, key=lambda row: int(row.split(": ")[1])).split(":")[0]
