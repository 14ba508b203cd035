"""Texts of a form: pieces, templates, conditions and tables of names."""

from __future__ import annotations

import csv
import re

from .exercise import Exercise

GRADES = ((90, "A"), (75, "B"), (50, "C"), (0, "F"))
SIZES = {"S": "small", "M": "medium", "L": "large"}

EXERCISES = (
    Exercise(
        "words_of_an_identifier",
        "medium",
        "The words of a name in camel case.",
        lambda s: re.sub(r"(?<=[a-z])(?=[A-Z])", " ", s).lower(),
        ["orderNumber", "dateOfBirth", "city", "lastLoginTime"],
        ["postalCode", "isReady", "rowsPerPage"],
    ),
    Exercise(
        "identifier_of_words",
        "medium",
        "The words as a name in camel case.",
        lambda s: s[0].lower() + s.title().replace(" ", "")[1:],
        ["order number", "date of birth", "city", "last login time"],
        ["postal code", "is ready", "rows per page"],
    ),
    Exercise(
        "number_of_a_part",
        "medium",
        "The digits of a part number, filled up to five.",
        lambda s: re.sub(r"\d+", lambda found: found[0].zfill(5), s),
        ["KX42", "B7", "LMN1234", "QR305"],
        ["Z99", "TU6", "VWX12345"],
    ),
    Exercise(
        "phone_in_groups",
        "medium",
        "The digits of a phone number in groups.",
        lambda s: re.sub(r"(...)(...)(....)", r"(\1) \2-\3", re.sub(r"\D", "", s)),
        ["6175550123", "415.555.0199", "(212)555-0147"],
        ["303 555 0101", "9195550188"],
    ),
    Exercise(
        "hidden_account",
        "medium",
        "All but the last three characters hidden.",
        lambda s: "*" * (len(s) - 3) + s[-3:],
        ["48215", "990017342", "7643"],
        ["5550123", "18002000"],
    ),
    Exercise(
        "second_field",
        "hard",
        "The second field of a line in which fields may be quoted.",
        lambda s: next(csv.reader([s]))[1],
        ['7,"Lake, upper",blue', "12,Hill,green", '3,"Moor, old",grey', "40,Fen,brown"],
        ['5,"Bay, small",white', "6,Cape,red"],
    ),
    Exercise(
        "port_of_a_setting",
        "medium",
        "The value that belongs to port.",
        lambda s: dict(pair.split("=") for pair in s.split(";"))["port"],
        ["host=alpha;port=8080;user=eve", "port=22;host=b", "host=c;user=x;port=5432"],
        ["user=adam;port=443;host=d", "host=e;port=9000"],
    ),
    Exercise(
        "releases_in_order",
        "hard",
        "The versions in the order of their numbers.",
        lambda xs: sorted(xs, key=lambda s: [int(part) for part in s.split(".")]),
        [["1.10", "1.9", "1.2"], ["3.0", "2.11", "2.8"], ["0.5", "0.12"]],
        [["4.1", "4.10", "4.2"], ["10.0", "9.9", "2.30"]],
    ),
    Exercise(
        "grade_of_points",
        "hard",
        "The grade that belongs to the points.",
        lambda n: next(grade for least, grade in GRADES if n >= least),
        [95, 90, 76, 60, 30, 50],
        [99, 77, 55, 12],
    ),
    Exercise(
        "urgent_or_not",
        "medium",
        "Whether the subject asks for an answer at once.",
        lambda s: "high" if "urgent" in s else "normal",
        ["urgent: server down", "lunch on friday", "please read, urgent", "minutes of the meeting", "is this urgent"],
        ["new desks", "urgent call", "notes, not so urgent"],
    ),
    Exercise(
        "size_in_words",
        "medium",
        "The word for the size at the end of an article.",
        lambda s: SIZES[s.rpartition("-")[2]],
        ["shirt-M", "cap-S", "coat-L", "belt-M", "glove-S", "vest-L"],
        ["scarf-L", "hood-M", "sock-S"],
    ),
    Exercise(
        "files_found",
        "medium",
        "The number of files in words that agree.",
        lambda n: f"{n} file" if n == 1 else f"{n} files",
        [3, 1, 12, 0],
        [2, 100, 7],
    ),
)
