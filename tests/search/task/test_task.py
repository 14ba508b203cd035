"""Examples become a task: types, arguments, and every way in which they are none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from induce import InputError, Task
from induce.search.task.task import MISSING, MOST_EXAMPLES, MOST_ITEMS

Pairs = list[tuple[Any, Any]]


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("examples", "inputs", "parameters", "result"),
    [
        ([(1, True)], [], ["Int"], "Bool"),
        ([("a", [[1]])], [], ["Str"], "List[List[Int]]"),
        ([([], [])], [], ["List[Int]"], "List[Int]"),
        ([([], []), ([True], ["a"])], [], ["List[Bool]"], "List[Str]"),
        ([([], 1)], [["a"]], ["List[Str]"], "Int"),
        ([([], 1), ([[]], 1)], [[[], ["a"]]], ["List[List[Str]]"], "Int"),
        ([((1, "a"), 1)], [(2, "b")], ["Int", "Str"], "Int"),
        ([({"args": [[], True]}, 1), (([3], False), 1)], [], ["List[Int]", "Bool"], "Int"),
        ([((), 1)], [], [], "Int"),
        ([(nested(4), 2**53), (nested(4), 2**53)], [], ["List[List[List[List[Int]]]]"], "Int"),
        ([([0] * MOST_ITEMS, -(2**53))], [], ["List[Int]"], "Int"),
    ],
)
def test_types_are_joined_over_examples_and_inputs(
    examples: Pairs, inputs: list[Any], parameters: list[str], result: str
) -> None:
    task = Task.from_examples(examples, inputs=inputs)
    assert [str(type_) for type_ in task.parameter_types] == parameters
    assert str(task.result_type) == result


def test_a_tuple_and_args_are_several_arguments_and_a_list_is_one() -> None:
    pairs: Pairs = [(([1], 2), 3), ({"args": [[1, 1], 2]}, 4)]
    task = Task.from_examples(pairs, inputs=[([5], 6), {"args": [[7], 8]}])
    assert [example.inputs for example in task.train] == [([1], 2), ([1, 1], 2)]
    assert [example.output for example in task.train] == [3, 4]
    assert task.inputs == (([5], 6), ([7], 8))
    assert Task.from_examples([([1, 2], 3)]).train[0].inputs == ([1, 2],)


def test_expected_outputs_are_missing_unless_given() -> None:
    task = Task.from_examples([(1, 2)], inputs=[3, 4])
    assert task.expected == (MISSING, MISSING)
    assert Task.from_examples([(1, 2)], inputs=[3, 4], expected=[6, MISSING], name="x").expected == (6, MISSING)


def objects(depth: int) -> Any:
    """Objects within one another."""
    value: Any = 1
    for _ in range(depth):
        value = {"a": value}
    return value


def test_structure_is_seen_in_all_examples_together() -> None:
    task = Task.from_examples(
        [({"a": 1, "b": None}, ["x", 1]), ({"a": 2, "b": "y"}, ["z", 2])], inputs=[{"b": "", "a": 0}]
    )
    assert [str(type_) for type_ in task.parameter_types] == ["Record{a: Int, b: Optional[Str]}"]
    assert str(task.result_type) == "Tuple[Str, Int]"


def test_an_input_to_be_predicted_may_be_missing() -> None:
    task = Task.from_examples([(1, 1)], inputs=[None])
    assert str(task.parameter_types[0]) == "Optional[Int]"


def test_the_same_example_may_come_twice() -> None:
    assert len(Task.from_examples([([1], 2), ([1], 2)]).train) == 2


BAD_EXAMPLES: dict[str, tuple[Any, str]] = {
    "no examples": ([], "train: no examples; expected at least one pair of input and output"),
    "too many": ([(1, 1)] * (MOST_EXAMPLES + 1), "train: 1001 examples; expected at most 1000"),
    "no pair": ([(1, 1), (2,)], "train[1]: (2,) is not a valid example; expected a pair of input and output"),
    "text for a pair": (["ab"], "train[0]: 'ab' is not a valid example; expected a pair of input and output"),
    "fewer arguments": ([((1, "a", 2, "b"), 1), (1, 1)], "train[1].input: 1 arguments; expected 4 as in train[0]"),
    "more arguments": (
        [(1, 1), ({"args": [1, "a", 2, "b"]}, 1)],
        "train[1].input: 4 arguments; expected 1 as in train[0], or further ones of one type",
    ),
    "mixed lists": ([([1, "a"], 1), ([1], 1)], "train[1].input: Int and Str are mixed where one type is expected"),
    "true in lists of integers": ([(1, [1, True]), (2, [])], "train[1].output: Int and Bool are mixed"),
    "mixed rows": ([(1, [[1], ["a"]])], "train[0].output: Int and Str are mixed"),
    "mixed depth": ([(1, [1, [1]]), (2, [1])], "train[1].output: Int and List[Int] are mixed"),
    "true among integers": ([(1, 1), (True, 1)], "train[1].input: Int and Bool are mixed"),
    "outputs differ in type": ([(1, 1), (2, "a")], "train[1].output: Int and Str are mixed"),
    "an argument differs in type": (
        [((1, 1), 1), ((2, "a"), 1)],
        "train[1].input, argument 2: Int and Str are mixed",
    ),
    "contradiction": ([(1, 1), (2, 2), (1, 3)], "train[2]: contradicts train[0]: the same input has two outputs"),
    "too deep": ([(nested(5), 1)], "train[0].input: nested 5 levels deep; expected at most 4"),
    "text too deep": ([(1, [[[["a"]]]])], "train[0].output: nested 5 levels deep; expected at most 4"),
    "far too deep": ([(nested(100_000), 1)], "train[0].input: nested too deeply; expected at most 4 levels"),
    "output far too deep": ([(1, nested(100_000))], "train[0].output: nested too deeply; expected at most 4 levels"),
    "too many items": ([([0] * (MOST_ITEMS + 1), 1)], "train[0].input: 10001 items; expected at most 10000"),
    "a row too long": ([(1, [[], [0] * (MOST_ITEMS + 1)])], "train[0].output: 10001 items; expected at most 10000"),
    "text too long": ([(1, "a" * (MOST_ITEMS + 1))], "train[0].output: 10001 items; expected at most 10000"),
    "nan": ([(float("nan"), 1)], "train[0].input: nan is not a decimal"),
    "infinity": ([(1, [float("-inf")])], "train[0].output: -inf is not a decimal"),
    "text among decimals": ([(1.5, 1), ("a", 1)], "train[1].input: Decimal and Str are mixed"),
    "a large integer among decimals": ([(1.5, 1), (10**15, 2)], "train[1].input: 1000000000000000 lies outside of"),
    "a huge float": ([(1e300, 1)], "train[0].input: 1E+300 lies outside of +-9 * 10^9"),
    "a decimal that is none": ([(Decimal("NaN"), 1)], "train[0].input: NaN is not a decimal"),
    "equal decimals": ([(2.5, 1), (Decimal("2.50"), 2)], "train[1]: contradicts train[0]"),
    "past 2^53": ([(1, 1), (2, 2**53 + 1)], "train[1].output: the integer 9007199254740993 lies outside of +-2^53"),
    "below -2^53": ([([[-(2**53) - 1]], 1)], "train[0].input: the integer -9007199254740993 lies outside of +-2^53"),
    "1001 digits": ([(10**1000, 1)], "train[0].input: "),
    "5001 digits": ([(1, 10**5000)], "train[0].output: "),
    "an object without keys": ([(1, {})], "train[0].output: an object without keys; expected at least one"),
    "a key that is lacking": (
        [([{"a": 1}], 1), ([{"b": 1}], 1)],
        "train[1].input: the key 'a' is not in every object; expected it everywhere, with null where there is no value",
    ),
    "a key too many": ([(1, [{"a": 1}, {"a": 1, "b": 1}])], "train[0].output: the key 'b' is not in every object"),
    "a key that is no text": ([([{1: 1}], 1)], "train[0].input: 1 is a key of an object; expected a string"),
    "args beside other keys": (
        [({"args": [1], "n": 2}, 1)],
        'train[0].input: "args" beside the key \'n\'; expected {"args": [...]} alone, or another name',
    ),
    "objects 10 deep": ([(objects(10), 1)], "train[0].input: nested 10 levels deep; expected at most 4"),
    "objects 100 deep": ([(objects(100), 1)], "train[0].input: nested more than 12 levels deep"),
    "a field past the limits": ([({"a": 2**60}, 1)], "train[0].input: the integer 1152921504606846976 lies outside"),
    "null beside another type": ([(None, 1), (1, 1), ("a", 1)], "train[2].input: Int and Str are mixed"),
    "a set": ([({1, 2}, 1)], "train[0].input: a set has no order; write a list: sorted(values)"),
    "bytes": ([(b"a", 1)], "train[0].input: a bytes is not a value here"),
    "lone surrogate": ([("a\ud800", 1)], "train[0].input: a lone surrogate in a string; expected Unicode text"),
    "lone surrogate in a list": ([(1, [["\udfff"]])], "train[0].output: a lone surrogate in a string"),
}


def complaint(action: Callable[[], Any]) -> str:
    """The message of the input error, which is one line that a person would read."""
    with pytest.raises(InputError) as caught:
        action()
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 200
    return message


@pytest.mark.parametrize("name", BAD_EXAMPLES)
def test_a_bad_example_is_named(name: str) -> None:
    examples, message = BAD_EXAMPLES[name]
    assert complaint(lambda: Task.from_examples(examples)).startswith(message)


@pytest.mark.parametrize(
    ("examples", "value", "message"),
    [
        ([(1, 1)], (1, 2), "test[1].input: 2 arguments; expected 1 as in train[0]"),
        ([(1, 1)], "a", "test[1].input: Int and Str are mixed"),
        ([(1, 1)], True, "test[1].input: Int and Bool are mixed"),
        ([(1, 1)], 2**53 + 1, "test[1].input: the integer 9007199254740993 lies outside of +-2^53"),
        ([(1, 1)], nested(100_000), "test[1].input: nested too deeply; expected at most 4 levels"),
        ([((1, 1), 1)], (1, [0]), "test[1].input, argument 2: Int and List[Int] are mixed"),
    ],
    ids=["count", "text", "true", "past 2^53", "far too deep", "argument"],
)
def test_a_bad_input_to_be_predicted_is_named(examples: Pairs, value: Any, message: str) -> None:
    good = examples[0][0]
    assert complaint(lambda: Task.from_examples(examples, inputs=[good, value])).startswith(message)


def test_numbers_of_a_column_with_decimals_are_decimals() -> None:
    task = Task.from_examples([([1, 2.5], 2), ([3], 0.1 + 0.2)], inputs=[[7]], expected=[3.0])
    assert (str(task.parameter_types[0]), str(task.result_type)) == ("List[Decimal]", "Decimal")
    assert repr(task.train[0].inputs) == "([Decimal('1'), Decimal('2.5')],)"
    assert repr([example.output for example in task.train]) == "[Decimal('2'), Decimal('0.3')]"
    assert task.inputs == (([Decimal(7)],),)
    for predicted in (3, 3.0, Decimal("3.00")):
        assert task.foretold([predicted])
    assert not task.foretold([3.1])
    assert not task.foretold([True])


def test_tasks_of_integers_have_no_decimals() -> None:
    task = Task.from_examples([([1], 2)], inputs=[[3]], expected=[2.5])
    assert str(task.result_type) == "Int"
    assert not task.foretold([2])
