"""Areas, boxes, grids, and conversions of measures."""

from __future__ import annotations

import itertools
from math import ceil, hypot, pi

from ..drawing import amounts, integers, lists, one_of
from ..meant import meant

side = one_of(integers(1, 20), integers(1, 60))
length = amounts(0.5, 30, 1)


@meant(side, side)
def area_of_a_room(width: int, depth: int) -> int:
    """The area of a rectangle."""
    return width * depth


@meant(side, side)
def fence_round_a_field(width: int, depth: int) -> int:
    """The perimeter of a rectangle."""
    return 2 * (width + depth)


@meant(side)
def fence_round_a_square(width: int) -> int:
    """The perimeter of a square."""
    return 4 * width


@meant(one_of(integers(1, 20), integers(1, 40)))
def surface_of_a_cube(edge: int) -> int:
    """The area of all faces of a cube."""
    return 6 * edge**2


@meant(integers(1, 12), integers(1, 12), integers(1, 12))
def volume_of_a_box(width: int, depth: int, height: int) -> int:
    """The volume of a box."""
    return width * depth * height


@meant(integers(1, 12), integers(1, 12), integers(1, 12))
def paper_round_a_box(width: int, depth: int, height: int) -> int:
    """The area of all faces of a box."""
    return 2 * (width * depth + width * height + depth * height)


@meant(integers(1, 30), integers(1, 30))
def area_of_a_triangle(base: int, height: int) -> float:
    """Half of base times height."""
    return base * height / 2


@meant(length)
def area_of_a_circle(radius: float) -> float:
    """The area of a circle, with two decimals."""
    return round(pi * radius**2, 2)


@meant(integers(1, 24), integers(1, 24))
def diagonal_of_a_screen(width: int, height: int) -> float:
    """The diagonal of a rectangle, with one decimal."""
    return round(hypot(width, height), 1)


@meant(integers(5, 40), integers(5, 40))
def picture_is_upright(width: int, height: int) -> bool:
    """Whether a picture is higher than wide."""
    return height > width


@meant(integers(5, 40), integers(5, 40), integers(15, 40), integers(15, 40))
def box_fits_in(width: int, depth: int, inner_width: int, inner_depth: int) -> bool:
    """Whether a box fits into another without being turned."""
    return width <= inner_width and depth <= inner_depth


@meant(integers(1, 90), integers(1, 90))
def third_angle(one: int, two: int) -> int:
    """The third angle of a triangle."""
    return 180 - one - two


@meant(integers(3, 20))
def angles_of_a_polygon(corners: int) -> int:
    """The sum of the angles in a polygon."""
    return (corners - 2) * 180


@meant(integers(-20, 40))
def fahrenheit_of_celsius(degrees: int) -> float:
    """Degrees Celsius in Fahrenheit."""
    return round(degrees * 9 / 5 + 32, 1)


@meant(amounts(0.5, 45, 1))
def kilometres_of_miles(miles: float) -> float:
    """Miles in kilometres, of which there are about 1.6, with one decimal."""
    return round(miles * 1.6, 1)


@meant(integers(40, 999))
def metres_of_centimetres(centimetres: int) -> float:
    """Centimetres in metres."""
    return centimetres / 100


@meant(integers(48, 84))
def feet_and_inches(inches: int) -> str:
    """Inches as 5 ft 7 in."""
    return f"{inches // 12} ft {inches % 12} in"


@meant(integers(0, 9), integers(0, 4), integers(5, 10))
def number_of_a_cell(row: int, column: int, columns: int) -> int:
    """The number of a cell in a grid that is counted row by row, all from zero."""
    return row * columns + column


@meant(integers(2, 90), integers(5, 12))
def paint_cans_for_a_wall(area: int, covered: int) -> int:
    """How many cans paint a wall, where one paints so much."""
    return ceil(area / covered)


@meant(integers(1, 5), integers(1, 6))
def grid_of_zeros(rows: int, columns: int) -> list[list[int]]:
    """Rows of zeros."""
    return [[0] * columns for _ in range(rows)]


@meant(lists(integers(1, 20), 3, 6))
def greatest_rise_between(heights: list[int]) -> int:
    """The greatest step up from one height to the next."""
    return max(right - left for left, right in itertools.pairwise(heights))


@meant(one_of(integers(100, 999), integers(1000, 90000)))
def file_size_with_unit(size: int) -> str:
    """A size in bytes, or in kilobytes from one thousand on."""
    return f"{size} B" if size < 1000 else f"{size // 1000} kB"
