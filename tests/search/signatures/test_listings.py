"""What parameters list, and the dictionaries made of that."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.expression import Variable, evaluate, free_variables
from induce.dsl.core.types import INT, STR, dict_of, list_of
from induce.dsl.text.variables import parameters_for
from induce.search.signatures.listings import listings_of


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (list_of(STR), ["b", "a", "b"], {"b": [0, 2], "a": [1]}),
        (STR, "aba", {"a": [0, 2], "b": [1]}),
        (list_of(list_of(STR)), [["p", "q"], ["q"]], {"p": [0], "q": [0, 1]}),
        (dict_of(STR, list_of(STR)), {"k": ["p", "q"], "l": ["q"]}, {"p": ["k"], "q": ["k", "l"]}),
    ],
)
def test_the_places_of_what_is_listed(type_: Any, value: Any, expected: Any) -> None:
    (parameter,) = parameters_for([type_])
    *_, listing = [one for one in listings_of(parameter, [parameter]) if one.row.type.is_tuple]
    if type_ == STR:
        listing = next(one for one in listings_of(parameter, [parameter]) if one.row.type.is_tuple)
    body = listing.grouped(listing.parts[-1], listing.parts[0])
    assert evaluate(body, {parameter.name: value}) == expected


def test_positions_are_counted_from_0_or_1_and_items_are_not() -> None:
    (parameter,) = parameters_for([list_of(INT)])
    items, places = listings_of(parameter, [parameter])
    assert [value for _, value in items.values(INT)] == [items.row]
    assert len([*places.values(INT)]) == 3


def test_another_row_is_in_all_parts() -> None:
    (parameter,) = parameters_for([list_of(STR)])
    _, places = listings_of(parameter, [parameter])
    other = Variable("pair2", places.row.type)
    changed = places.with_row(other)
    assert free_variables(changed.grouped(*changed.parts[::-1])) == {parameter}
