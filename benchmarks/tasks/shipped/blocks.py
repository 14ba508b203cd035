"""Lists with blocks between separators, and texts that write what is calculated from the numbers of others."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import Any

from .exercise import Exercise


def _edited(items: list[Any], mark: Any, edit: Callable[[list[Any]], list[Any]]) -> list[Any]:
    runs = [(is_gap, list(run)) for is_gap, run in groupby(items, lambda item: bool(item == mark))]
    return [item for is_gap, run in runs for item in (run if is_gap else edit(run))]


def _filled(items: list[Any], mark: Any, choose: Callable[[list[Any]], Any]) -> list[Any]:
    return _edited(items, mark, lambda block: [choose(block)] * len(block))


EXERCISES = (
    Exercise(
        "hours_of_each_shift",
        "medium",
        "The total of each run of hours between zeros, in its place.",
        lambda xs: _edited(xs, 0, lambda block: [sum(block)]),
        [[0, 4, 3, 0, 0, 2, 5, 1], [6, 2, 0, 8, 1, 1, 0], [0, 0, 3, 5, 4, 0, 9, 9]],
        [[7, 1, 0, 2, 2, 2, 0, 5], [0, 3, 0]],
    ),
    Exercise(
        "beads_turned_round",
        "medium",
        "Each string of beads the other way round, the gaps as they are.",
        lambda xs: _edited(xs, 0, lambda block: block[::-1]),
        [[3, 5, 5, 0, 7, 2], [0, 4, 4, 1, 1, 6, 0], [8, 2, 2, 2, 0, 0, 9, 3, 3]],
        [[1, 7, 7, 0, 0, 6, 6, 4], [0, 5, 8]],
    ),
    Exercise(
        "paragraphs_in_order",
        "medium",
        "The lines between empty lines in alphabetical order.",
        lambda lines: _edited(lines, "", sorted),
        [
            ["tea", "milk", "", "soap", "brush"],
            ["fig", "", "", "nail", "bolt", "glue"],
            ["", "pen", "ink", "", "cup"],
        ],
        [["rice", "bread", "oil", "", "rope", "lamp"], ["ash", "", "oak", "elm"]],
    ),
    Exercise(
        "things_slide_to_the_wall",
        "medium",
        "Between walls (9) all things (3) move to the right.",
        lambda xs: _edited(xs, 9, sorted),
        [[3, 0, 0, 9, 0, 3, 3, 0], [0, 3, 0, 9, 3, 3, 0, 0, 9, 0], [9, 3, 0, 9, 3, 0, 3, 0, 0]],
        [[0, 3, 0, 0, 9, 3, 0], [3, 0, 9, 9, 3, 3, 0]],
    ),
    Exercise(
        "bars_show_their_length",
        "medium",
        "Every cell of a bar says how long the bar is.",
        lambda xs: _filled(xs, 0, len),
        [[7, 7, 0, 7], [0, 7, 7, 7, 7, 0, 0, 7, 7], [7, 0, 7, 7, 7]],
        [[7, 7, 7, 7, 7, 0, 7], [0, 0, 7, 7]],
    ),
    Exercise(
        "bars_painted_by_parity",
        "hard",
        "Bars of an odd length become 5, and others 8.",
        lambda xs: _filled(xs, 0, lambda block: 5 if len(block) % 2 else 8),
        [[3, 3, 0, 3, 0, 3, 3, 3], [0, 3, 3, 3, 3, 0, 3], [3, 0, 3, 3, 0, 0, 3, 3, 3]],
        [[3, 3, 3, 3, 3, 3, 0, 3, 3, 3, 3, 3], [0, 3, 0, 3, 3]],
    ),
    Exercise(
        "best_of_each_round",
        "medium",
        "Every score between two breaks (-1) becomes the best of them.",
        lambda xs: _filled(xs, -1, max),
        [[4, 9, 2, -1, 7, 3], [-1, 1, 5, -1, -1, 8, 6, 2], [3, 3, 1, -1, 2]],
        [[6, 1, 8, 8, -1, 5, 4], [-1, -1, 2, 7]],
    ),
    Exercise(
        "leader_of_each_team",
        "medium",
        "Every name between two dashes becomes the first of them.",
        lambda names: _filled(names, "-", lambda block: block[0]),
        [["Ann", "Bo", "-", "Cy"], ["-", "Di", "Eve", "Flo", "-"], ["Gil", "Hal", "-", "-", "Ida", "Jan"]],
        [["Kim", "Lou", "Max", "-", "Ned", "Ola"], ["-", "Pia"]],
    ),
    Exercise(
        "total_of_a_list_in_words",
        "medium",
        "The sum of the numbers of a text, as text.",
        lambda s: str(sum(map(int, s.split(",")))),
        ["1,2,3", "10,5", "7,30", "8,1,1", "12"],
        ["4,4,4,1", "100,23"],
    ),
    Exercise(
        "pieces_in_all",
        "medium",
        "How many pieces a list of goods is.",
        lambda s: f"{sum(map(int, re.findall('[0-9]+', s)))} pieces",
        ["3 pens, 4 cups", "10 pens, 1 cup, 2 mugs", "8 mugs", "12 cups, 30 pens"],
        ["1 cup, 1 pen, 9 mugs", "25 pens"],
    ),
)
