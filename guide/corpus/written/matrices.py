"""Tables of numbers, row by row."""

from __future__ import annotations

from random import Random
from typing import Any

from ..drawing import characters, integers, one_of, word
from ..meant import Draw, meant


def tables(item: Draw, most: int = 4, *, square: bool = False) -> Draw:
    """Tables of between two and so many rows and columns."""

    def draw(rng: Random) -> list[list[Any]]:
        rows = rng.randint(2, most)
        columns = rows if square else rng.randint(2, most)
        return [[item(rng) for _ in range(columns)] for _ in range(rows)]

    return draw


table = tables(integers(0, 20))
changes = tables(integers(-9, 25))
mostly_positive = tables(integers(-1, 9), 3)
square = tables(integers(0, 12), 4, square=True)
rows_or_square = one_of(table, square)
picture = tables(one_of(0, 1))
seats = tables(one_of(".", ".", "#"))


@meant(table)
def table_row_sums(table: list[list[int]]) -> list[int]:
    """The sum of each row."""
    return [sum(row) for row in table]


@meant(table)
def table_column_sums(table: list[list[int]]) -> list[int]:
    """The sum of each column."""
    return [sum(column) for column in zip(*table, strict=True)]


@meant(table)
def table_total(table: list[list[int]]) -> int:
    """The sum of all numbers."""
    return sum(sum(row) for row in table)


@meant(table)
def table_turned(table: list[list[int]]) -> list[list[int]]:
    """The columns as rows."""
    return [list(column) for column in zip(*table, strict=True)]


@meant(table)
def table_in_one_list(table: list[list[int]]) -> list[int]:
    """All numbers, row after row."""
    return [cell for row in table for cell in row]


@meant(square)
def table_diagonal(table: list[list[int]]) -> list[int]:
    """The numbers from the top left to the bottom right."""
    return [row[place] for place, row in enumerate(table)]


@meant(square)
def table_trace(table: list[list[int]]) -> int:
    """The sum of the diagonal."""
    return sum(row[place] for place, row in enumerate(table))


@meant(table)
def table_first_column(table: list[list[int]]) -> list[int]:
    """The first number of each row."""
    return [row[0] for row in table]


@meant(table, integers(0, 2))
def table_column(table: list[list[int]], place: int) -> list[int]:
    """The column at a place."""
    return [row[place] for row in table]


@meant(changes)
def table_largest(table: list[list[int]]) -> int:
    """The largest number of all."""
    return max(max(row) for row in table)


@meant(changes)
def table_largest_of_rows(table: list[list[int]]) -> list[int]:
    """The largest number of each row."""
    return [max(row) for row in table]


@meant(table)
def table_row_with_most(table: list[list[int]]) -> list[int]:
    """The row with the largest sum."""
    return max(table, key=sum)


@meant(table)
def table_mirrored(table: list[list[int]]) -> list[list[int]]:
    """Each row from right to left."""
    return [row[::-1] for row in table]


@meant(table)
def table_upside_down(table: list[list[int]]) -> list[list[int]]:
    """The last row first."""
    return table[::-1]


@meant(table, integers(2, 5))
def table_scaled(table: list[list[int]], factor: int) -> list[list[int]]:
    """Each number times a factor."""
    return [[factor * cell for cell in row] for row in table]


@meant(picture)
def table_marked_cells(picture: list[list[int]]) -> int:
    """How many cells are marked with a one."""
    return sum(row.count(1) for row in picture)


@meant(picture)
def table_as_picture(picture: list[list[int]]) -> list[str]:
    """The picture with a hash for one and a point for nought."""
    return ["".join("#" if cell else "." for cell in row) for row in picture]


@meant(tables(one_of(0, 1), 3))
def table_has_empty_row(picture: list[list[int]]) -> bool:
    """Whether a row has no mark at all."""
    return any(not any(row) for row in picture)


@meant(rows_or_square)
def table_is_square(table: list[list[int]]) -> bool:
    """Whether there are as many rows as columns."""
    return len(table) == len(table[0])


@meant(tables(integers(0, 9), 3), integers(0, 9))
def table_holds(table: list[list[int]], number: int) -> bool:
    """Whether a number is in the table."""
    return any(number in row for row in table)


@meant(mostly_positive)
def table_no_negatives(table: list[list[int]]) -> bool:
    """Whether no number is below zero."""
    return all(cell >= 0 for row in table for cell in row)


@meant(table)
def table_with_row_sums(table: list[list[int]]) -> list[list[int]]:
    """Each row with its sum at its end."""
    return [[*row, sum(row)] for row in table]


@meant(table)
def table_as_lines(table: list[list[int]]) -> str:
    """The rows as lines, with commas between the numbers."""
    return "\n".join(",".join(map(str, row)) for row in table)


@meant(tables(word, 3))
def table_of_words_joined(table: list[list[str]]) -> list[str]:
    """The words of each row, with blanks between."""
    return [" ".join(row) for row in table]


@meant(seats)
def table_free_seats(seats: list[list[str]]) -> list[int]:
    """How many seats of each row are free, which a point says."""
    return [row.count(".") for row in seats]


@meant(tables(characters("abc", 1, 1), 3))
def table_column_texts(table: list[list[str]]) -> list[str]:
    """What is read down each column."""
    return ["".join(column) for column in zip(*table, strict=True)]


@meant(table)
def table_row_means(table: list[list[int]]) -> list[float]:
    """The mean of each row, to two places."""
    return [round(sum(row) / len(row), 2) for row in table]
