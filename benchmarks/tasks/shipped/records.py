"""Records and tables: objects with named fields, rows of mixed types, and lists of either."""

from __future__ import annotations

from typing import Any

from .exercise import Exercise

Row = dict[str, Any]


def _totals(rows: list[Row]) -> list[Row]:
    cities = dict.fromkeys(row["city"] for row in rows)
    return [{"city": city, "sales": sum(row["sales"] for row in rows if row["city"] == city)} for city in cities]


def _by_month(rows: list[list[Any]]) -> list[list[Any]]:
    shops = dict.fromkeys(row[0] for row in rows)
    return [[shop, *(row[2] for row in rows if row[0] == shop)] for shop in shops]


EXERCISES = (
    Exercise(
        "cost_of_an_order",
        "easy",
        "The price of the order times its count.",
        lambda row: row["price"] * row["count"],
        [{"price": 4, "count": 3}, {"price": 12, "count": 5}, {"price": 7, "count": 1}, {"price": 30, "count": 2}],
        [{"price": 9, "count": 8}, {"price": 15, "count": 4}],
    ),
    Exercise(
        "name_of_a_person",
        "easy",
        "The given name and the family name.",
        lambda row: f"{row['given']} {row['family']}",
        [
            {"family": "Lund", "given": "Mia"},
            {"family": "Okafor", "given": "Chidi"},
            {"family": "Silva", "given": "Rui"},
        ],
        [{"family": "Novak", "given": "Petra"}, {"family": "Ito", "given": "Ken"}],
    ),
    Exercise(
        "record_of_a_coordinate",
        "medium",
        "The two numbers of the text, named.",
        lambda s: {"x": int(s.split(",")[0]), "y": int(s.split(",")[1])},
        ["3,14", "20,7", "118,45"],
        ["6,99", "81,2"],
    ),
    Exercise(
        "names_of_the_rows",
        "easy",
        "The names of all rows.",
        lambda rows: [row["name"] for row in rows],
        [
            [{"name": "bolt", "stock": 40}, {"name": "nut", "stock": 12}],
            [{"name": "saw", "stock": 3}],
            [{"name": "drill", "stock": 0}, {"name": "file", "stock": 9}, {"name": "vice", "stock": 1}],
        ],
        [[{"name": "clamp", "stock": 5}, {"name": "rasp", "stock": 2}], [{"name": "awl", "stock": 7}]],
    ),
    Exercise(
        "rows_in_stock",
        "medium",
        "The rows whose stock is not zero.",
        lambda rows: [row for row in rows if row["stock"] > 0],
        [
            [{"name": "bolt", "stock": 40}, {"name": "nut", "stock": 0}],
            [{"name": "saw", "stock": 3}, {"name": "axe", "stock": 6}],
            [{"name": "drill", "stock": 0}, {"name": "file", "stock": 1}, {"name": "vice", "stock": 0}],
        ],
        [[{"name": "clamp", "stock": 0}, {"name": "rasp", "stock": 2}], [{"name": "awl", "stock": 0}]],
    ),
    Exercise(
        "youngest_first",
        "medium",
        "The rows in the order of the ages.",
        lambda rows: sorted(rows, key=lambda row: row["age"]),
        [
            [{"name": "Ann", "age": 41}, {"name": "Bo", "age": 17}],
            [{"name": "Cy", "age": 30}, {"name": "Di", "age": 65}, {"name": "Ed", "age": 22}],
            [{"name": "Flo", "age": 9}, {"name": "Gus", "age": 8}, {"name": "Hal", "age": 50}],
        ],
        [
            [{"name": "Ida", "age": 70}, {"name": "Jo", "age": 33}, {"name": "Kim", "age": 12}],
            [{"name": "Lee", "age": 5}, {"name": "Max", "age": 4}],
        ],
    ),
    Exercise(
        "rows_with_totals",
        "hard",
        "Every row as its item and what all of it costs.",
        lambda rows: [{"item": row["item"], "total": row["price"] * row["count"]} for row in rows],
        [
            [{"item": "pen", "price": 2, "count": 10}, {"item": "ink", "price": 9, "count": 3}],
            [{"item": "pad", "price": 4, "count": 6}],
            [{"item": "cap", "price": 11, "count": 2}, {"item": "bag", "price": 25, "count": 1}],
        ],
        [[{"item": "mug", "price": 8, "count": 5}], [{"item": "map", "price": 3, "count": 7}]],
    ),
    Exercise(
        "sales_of_each_city",
        "hard",
        "The cities, each with the sum of its sales.",
        _totals,
        [
            [{"city": "Oslo", "sales": 5}, {"city": "Rome", "sales": 7}, {"city": "Oslo", "sales": 1}],
            [{"city": "Lima", "sales": 2}, {"city": "Lima", "sales": 3}],
            [{"city": "Bern", "sales": 4}, {"city": "Nice", "sales": 6}, {"city": "Nice", "sales": 10}],
        ],
        [
            [{"city": "Cork", "sales": 8}, {"city": "Bath", "sales": 1}, {"city": "Cork", "sales": 12}],
            [{"city": "Graz", "sales": 20}, {"city": "Graz", "sales": 2}],
        ],
    ),
    Exercise(
        "amount_first",
        "easy",
        "The row with its amount before its currency.",
        lambda row: [row[1], row[0]],
        [["USD", 100], ["EUR", 250], ["JPY", 9000]],
        [["GBP", 75], ["CHF", 1200]],
    ),
    Exercise(
        "a_row_for_each_tag",
        "hard",
        "A row for every tag of a row.",
        lambda rows: [[row[0], tag] for row in rows for tag in row[1].split(";")],
        [
            [["tea", "hot;green"], ["ice", "cold"]],
            [["jam", "sweet;red;fruit"]],
            [["oat", "dry"], ["soy", "bean;dry"]],
        ],
        [[["nut", "dry;hard"], ["fig", "sweet"]], [["rum", "strong"]]],
    ),
    Exercise(
        "a_column_for_each_month",
        "hard",
        "A row for every shop, with its figures side by side.",
        _by_month,
        [
            [["north", "may", 4], ["north", "june", 6], ["south", "may", 1], ["south", "june", 9]],
            [["east", "may", 3], ["east", "june", 2]],
            [["west", "may", 8], ["west", "june", 8], ["mid", "may", 5], ["mid", "june", 7]],
        ],
        [
            [["port", "may", 11], ["port", "june", 10], ["hill", "may", 12], ["hill", "june", 13]],
            [["lake", "may", 2], ["lake", "june", 3]],
        ],
    ),
)
