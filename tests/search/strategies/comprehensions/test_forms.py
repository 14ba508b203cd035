"""What the forms of comprehensions have in common."""

from __future__ import annotations

from induce.dsl.core.expression import Call, Function
from induce.search.readings.scene.applying import applied
from induce.search.strategies.comprehensions.lists import ItemByItem

from .banks import items_of, wanted


def test_items_that_stay_as_they_are_are_not_mapped() -> None:
    items = items_of([([3, 1], [3, 1]), ([2], [2])])
    forms = ItemByItem(items, items.problem.result_type, wanted(items), 60)
    source = items.source.body
    assert forms.mapped(source, items.variable) == source
    match forms.mapped(source, applied("square", items.variable)):
        case Call(primitive, (over, Function((variable,), _))):
            assert (primitive.name, over, variable) == ("map", source, items.variable)
        case other:
            raise AssertionError(other)


def test_no_program_maps_items_to_themselves() -> None:
    items = items_of([([3, 1, 2], [3, 1, 2]), ([2, 5], [2, 5]), ([4], [4])])
    found = [body for _, body in ItemByItem(items, items.problem.result_type, wanted(items), 60).found()]
    assert found[0] == items.source.body
