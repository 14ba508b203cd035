"""Formulas of several integers: sums of few products, whose coefficients are solved for.

Every choice of a few products of the parameters is a system of linear equations, which the examples overdetermine.
All systems of one size are solved at once, in doubles; what is rounded from that is checked in integers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations, combinations_with_replacement

import numpy as np

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.types import INT
from ...cost.prior import expression_cost
from ..scene.applying import applied, expression_of
from ..scene.scene import Reading, Scene

FEWEST, MOST = 2, 4
"""Of so many integers there are formulas: of one, the rules of sequences have polynomials."""
MOST_DEGREE, MOST_TERMS = 3, 4
"""Of how many factors a product is, one fewer of four integers, and of how many products a sum."""
SPARE = 2
"""So many more examples than coefficients confirm a formula."""
DEAR = 6
"""What each example that is missing for that adds."""
MOST_COEFFICIENT = 100_000
"""No larger coefficient is meant."""
MOST_MAGNITUDE = 10**6
"""Products of larger numbers are not solved for: doubles would not tell them apart."""
DENOMINATORS = (1, 2, 6)
"""By which sums are divided: halves and sixths are those of sums of numbers and of squares."""
MOST_SOLVED = 40
"""So many examples are solved for at once; the others confirm what is found."""
MOST_FOUND = 3
"""So many formulas are offered."""
LEAST_DETERMINANT, MOST_ERROR = 1e-9, 1e-6
"""Of scaled systems: what is closer to singular is not solved, and what is further from its outputs is not rounded."""

Product = tuple[int, ...]
"""The positions of its factors."""


def formulas(scene: Scene) -> Iterator[Reading]:
    """The cheapest formulas that give the outputs."""
    given = [reading for reading in scene.readings if isinstance(reading.values[0], int)]
    parameters = [reading for reading in given if reading.body in scene.problem.parameters]
    if scene.result_type != INT or not FEWEST <= len(parameters) <= MOST or len(set(scene.outputs)) < FEWEST:
        return
    if any(reading.body.type != INT for reading in parameters) or len(parameters) != len(scene.problem.parameters):
        return
    columns = [[int(value) for value in reading.values] for reading in parameters]
    if max(abs(value) for row in (*columns, scene.outputs) for value in row) > MOST_MAGNITUDE:
        return
    found = [
        _expression([reading.body for reading in parameters], products, coefficients, denominator)
        for products, coefficients, denominator in solutions(columns, list(scene.outputs))
    ]
    for body, count in sorted(found, key=lambda one: expression_cost(one[0]))[:MOST_FOUND]:
        reading = scene.exact(body, extra=DEAR * max(0, count + SPARE - len(scene.outputs)))
        if reading is not None:
            yield reading


def solutions(
    columns: Sequence[Sequence[int]], outputs: Sequence[int]
) -> Iterator[tuple[tuple[Product, ...], tuple[int, ...], int]]:
    """Products, their coefficients and a denominator that give the outputs, those of the fewest products."""
    products = _products(len(columns))
    table = np.array([_values(product, columns) for product in products], dtype=object).T
    for count in range(2, min(MOST_TERMS, len(outputs) - 1) + 1):
        found = False
        for denominator in DENOMINATORS:
            wanted = np.array([denominator * output for output in outputs], dtype=object)
            for chosen, coefficients in _solved(table[:MOST_SOLVED], wanted[:MOST_SOLVED], count):
                if not all(table[:, chosen].dot(np.array(coefficients, dtype=object)) == wanted):
                    continue
                found = True
                yield tuple(products[number] for number in chosen), coefficients, denominator
            if found:
                return


def _products(count: int) -> list[Product]:
    """The products of so many numbers, by the positions of their factors; the empty one is 1."""
    degree = MOST_DEGREE if count < MOST else MOST_DEGREE - 1
    return [one for size in range(degree + 1) for one in combinations_with_replacement(range(count), size)]


def _values(product: Product, columns: Sequence[Sequence[int]]) -> list[int]:
    return [reduce(lambda value, position: value * row[position], product, 1) for row in zip(*columns, strict=True)]


def _solved(table: np.ndarray, wanted: np.ndarray, count: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Choices of so many columns, and the integers by which their sum is about what is wanted."""
    floats = table.astype(float)
    scale = np.maximum(np.abs(floats).max(axis=0), 1.0)
    floats, target = floats / scale, wanted.astype(float)
    size = max(1.0, float(np.abs(target).max()))
    choices = np.array(list(combinations(range(table.shape[1]), count)))
    chosen = floats[:, choices].transpose(1, 0, 2)
    squares = chosen.transpose(0, 2, 1) @ chosen
    regular = np.abs(np.linalg.det(squares)) > LEAST_DETERMINANT
    choices, chosen, squares = choices[regular], chosen[regular], squares[regular]
    if not len(choices):
        return
    right = chosen.transpose(0, 2, 1) @ (target / size)
    solved = np.linalg.solve(squares, right[..., None])[..., 0]
    coefficients = np.rint(solved * size / scale[choices])
    near = (np.abs(coefficients) <= MOST_COEFFICIENT).all(axis=1) & (coefficients != 0).all(axis=1)
    error = np.abs((chosen @ (coefficients * scale[choices] / size)[..., None])[..., 0] - target / size).max(axis=1)
    for number in np.flatnonzero(near & (error < MOST_ERROR)):
        integers = tuple(int(value) for value in coefficients[number])
        yield tuple(int(column) for column in choices[number]), integers


def _expression(
    bodies: Sequence[Expression], products: Sequence[Product], coefficients: Sequence[int], denominator: int
) -> tuple[Expression, int]:
    """The sum of the products, positive ones first, and how many coefficients it has."""
    terms = sorted(zip(products, coefficients, strict=True), key=lambda term: (term[1] < 0, -len(term[0]), term[0]))
    first, *others = terms
    total = _term(bodies, *first)
    for product, coefficient in others:
        name = "sub" if coefficient < 0 else "add"
        total = applied(name, total, _term(bodies, product, abs(coefficient)))
    return (total if denominator == 1 else applied("div", total, denominator)), len(terms)


def _term(bodies: Sequence[Expression], product: Product, coefficient: int) -> Expression:
    factors: list[Expression] = [bodies[position] for position in product]
    if len(product) > 1 and product[0] == product[1]:
        factors[:2] = [applied("square", factors[0])]
    elif len(product) > 2 and product[1] == product[2]:
        factors[1:] = [applied("square", factors[1])]
    if not factors:
        return expression_of(coefficient)
    if coefficient != 1:
        factors.insert(0, Literal(coefficient, INT))
    return reduce(lambda one, other: applied("mul", one, other), factors)
