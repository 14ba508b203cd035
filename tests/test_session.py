"""Sessions: edits, what is kept of earlier answers, what an answer changes, and a cancelled search."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from induce import InputError, Session, Task, composition, synthesize
from induce.search.readings import readings
from induce.search.readings.texts.respelling import respelled_pieces

FEW: dict[str, Any] = {"timeout": None, "max_candidates": 200_000, "guide": None}
DOUBLED = [([3, 1, 2], [6, 2, 4]), ([5, 10], [10, 20])]
HARD = [([3, 1, 4], 8561), ([1, 5], 40217), ([9, 2, 6, 5], -777123), ([3, 5, 8], 91919)]


def session(examples: list[tuple[Any, Any]], inputs: tuple[Any, ...] = (), **options: Any) -> Session:
    return Session(examples, inputs=inputs, **{**FEW, **options})


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[Task]:
    """Every task that is searched for."""
    seen: list[Task] = []
    solve = composition.solve

    def recorded(task: Task, *arguments: Any, **others: Any) -> Any:
        seen.append(task)
        return solve(task, *arguments, **others)

    monkeypatch.setattr(composition, "solve", recorded)
    return seen


def test_an_answer_is_that_of_a_search() -> None:
    one = session(DOUBLED, ([7, 9],))
    result = one.solve()
    assert result.predictions == [[14, 18]]
    assert result is one.result
    assert result.to_json(timed=False) == synthesize(DOUBLED, inputs=[[7, 9]], **FEW).to_json(timed=False)
    assert one.changed is not None
    assert (one.changed.program, one.changed.searched, str(one.changed)) == ("first", True, "a first program")


def test_what_confirms_the_answer_needs_no_search(searches: list[Task]) -> None:
    one = session(DOUBLED, ([7, 9],))
    first = one.solve()
    one.add([4], [8])
    second = one.solve()
    assert second.fits == (True, True, True)
    assert str(second.program) == str(first.program)
    assert (len(searches), str(one.changed)) == (1, "the same program")


def test_a_session_goes_on_from_a_result_with_its_options_and_what_it_found(searches: list[Task]) -> None:
    found = synthesize(DOUBLED, inputs=[[7, 9]], **{**FEW, "top": 2})
    one = Session.about(found)
    assert one.result is found
    assert (one.options.max_candidates, one.options.top) == (FEW["max_candidates"], 2)
    assert one.solve() is found
    one.add([4], [8])
    assert one.solve().fits == (True, True, True)
    assert searches == [found.task]


def test_a_rival_that_is_as_cheap_takes_the_place_of_what_is_refuted(searches: list[Task]) -> None:
    one = session([([2, 2], 4)], ([3, 5],))
    (first,) = one.solve().predictions
    other = 15 if first == 8 else 8
    one.add([3, 5], other)
    one.inputs = [[3, 5], [2, 7]]
    result = one.solve()
    assert result.predictions[0] == other
    assert len(searches) == 1
    assert one.changed is not None
    assert one.changed.program == "other"
    assert [(one.input, one.before, one.after) for one in one.changed.predictions] == [([3, 5], first, other)]
    assert str(one.changed) == "another program, 1 prediction changed"


def test_a_dear_rival_does_not_keep_cheaper_programs_from_being_found(
    searches: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one example the search knows few programs; the one that holds for two is far from the cheapest that does.

    So it is where no reader has that one at once.
    """
    others = tuple(reader for reader in readings.READERS if reader is not respelled_pieces)
    monkeypatch.setattr(readings, "READERS", others)
    examples = [("A b", "a_b"), ("Green Tea now", "green_tea_now")]
    one = session(examples[:1], ("X Y",), max_candidates=2_000_000)
    one.solve()
    one.add(*examples[1])
    assert str(one.solve().program) == '(s: Str) -> lower(replace(s, " ", "_"))'
    assert len(searches) == 2


def test_where_nothing_is_left_it_is_searched_again(searches: list[Task]) -> None:
    one = session([([2, 2], 4)], ([3, 5],))
    one.solve()
    one.add([3, 5], 6)
    assert one.solve().predictions == [6]
    assert len(searches) == 2
    assert one.changed is not None
    assert one.changed.searched


def test_other_inputs_need_no_search(searches: list[Task]) -> None:
    one = session(DOUBLED)
    assert one.solve().predictions == []
    one.inputs = [[7, 9], []]
    assert one.solve().predictions == [[14, 18], []]
    assert len(searches) == 1


def test_what_is_known_takes_no_search(searches: list[Task]) -> None:
    one = session(DOUBLED)
    assert one.known() is None
    one.solve()
    one.add([4], [8])
    known = one.known()
    assert known is not None
    assert known is one.result
    assert known.fits == (True, True, True)
    one.add([5], [1])
    assert one.known() is None
    assert len(searches) == 1


def test_an_input_on_which_the_answer_is_undefined_begins_a_search(searches: list[Task]) -> None:
    one = session([([3, 1, 2], 3), ([5, 10], 5)])
    one.solve()
    one.inputs = [[]]
    one.solve()
    assert len(searches) == 2


def test_an_edit_that_is_undone_is_answered_at_once(searches: list[Task]) -> None:
    one = session(DOUBLED, ([7, 9],))
    first = one.solve()
    one.change(0, [9, 3, 6])
    one.change(1, [15, 30])
    assert one.solve().predictions == [[21, 27]]
    assert (one.undo(), one.undo(), one.undo()) == (True, True, False)
    assert one.solve() is first
    assert (one.redo(), one.redo(), one.redo()) == (True, True, False)
    assert one.solve().predictions == [[21, 27]]
    assert len(searches) == 2


def test_few_edits_can_be_undone_where_few_are_to_be() -> None:
    one = session(DOUBLED)
    one.most_undone = 1
    one.add([4], [8])
    one.add([6], [12])
    assert (one.undo(), one.undo()) == (True, False)
    one.most_undone = 0
    one.remove(0)
    assert not one.undo()


def test_a_new_edit_forgets_what_was_undone() -> None:
    one = session(DOUBLED)
    one.remove(0)
    one.undo()
    one.add([4], [8])
    assert not one.redo()
    assert one.examples == (*DOUBLED, ([4], [8]))
    one.remove(-1)
    one.remove(0)
    assert one.examples == (DOUBLED[1],)


def test_an_example_that_is_changed_uses_what_is_known_without_it(searches: list[Task]) -> None:
    """As somebody types "14", the answer for the other examples is there; "1" does not hide it."""
    one = session(DOUBLED, ([7],))
    one.solve()
    one.add([7], [1])
    one.solve()
    one.change(-1, [14])
    result = one.solve()
    assert result.predictions == [[14]]
    assert len(searches) == 2


def test_true_is_not_one(searches: list[Task]) -> None:
    one = session([(1, 2), (3, 4)])
    one.solve()
    one.replace([(True, False), (False, True)])
    assert str(one.solve().program) == "(p: Bool) -> not p"
    assert len(searches) == 2


def test_several_arguments_are_a_tuple() -> None:
    one = session([((2, 3), 6), ((4, 5), 20)], ((3, 3),))
    one.add((7, 2), 14)
    assert one.solve().predictions == [9]
    assert one.inputs == ((3, 3),)


def test_an_edit_that_makes_no_task_changes_nothing() -> None:
    one = session(DOUBLED)
    edits: list[Callable[[], None]] = [
        lambda: one.add([3], "a"),
        lambda: one.add([3, 1, 2], [0]),
        lambda: one.change(0, 7),
        lambda: one.replace([([1], [2]), (1, 2)]),
        lambda: one.change(2, [1]),
        lambda: one.remove(-3),
    ]
    for edit in edits:
        with pytest.raises(InputError):
            edit()
    assert one.examples == tuple(DOUBLED)
    assert not one.undo()


@pytest.mark.parametrize("index", [2, -3, True, 1.0, "0", None])
def test_an_index_is_the_number_of_an_example(index: Any) -> None:
    with pytest.raises(InputError, match=r"^index: .* is not the number of an example; expected one of 0 to 1$"):
        session(DOUBLED).remove(index)


def test_without_examples_there_is_no_answer() -> None:
    empty = Session()
    empty.inputs = [[1]]
    with pytest.raises(InputError, match=r"^train: no examples; "):
        empty.solve()
    empty.add([1], 1)
    assert empty.inputs == ([1],)


def test_what_is_given_may_be_changed_afterwards() -> None:
    xs = [3, 1, 2]
    one = session([(xs, [6, 2, 4])], (xs,))
    xs.clear()
    assert one.examples == (([3, 1, 2], [6, 2, 4]),)
    assert one.inputs == ([3, 1, 2],)


def test_decimals_and_known_outputs_of_a_task_stay() -> None:
    task = Task.from_examples([(1.5, 3.0), (2.25, 4.5)], inputs=[0.75, 8.0], expected=[1.5, 16.0])
    one = Session.of(task, **FEW)
    one.add(4.0, 8.0)
    one.inputs = [8.0, 0.1]
    result = one.solve()
    assert result.predictions == [16.0, 0.2]
    assert {type(value) for value in result.predictions} == {float}
    assert result.task.agrees(16.0, result.task.expected[0])
    assert not result.task.agrees(0.2, result.task.expected[0])


def test_a_default_that_was_found_stays_as_examples_come() -> None:
    one = session([((17, 10), 7), ((23, 4), 3), ((45,), 5), ((38, 6), 2), ((91,), 1)], ((67,),))
    first = one.solve()
    assert first.predictions == [7]
    one.add((58, 7), 2)
    result = one.solve()
    assert str(result.program) == str(first.program)
    assert one.changed is not None
    assert not one.changed.searched


def test_a_default_of_a_task_is_still_left_out() -> None:
    examples = [((17, 10), 7), ((23, 4), 3), ((45,), 5), ((38, 6), 2), ((91,), 1)]
    one = Session.of(Task.from_examples(examples, inputs=[(67,)]), **FEW)
    assert one.inputs == ((67,),)
    assert one.solve().predictions == [7]
    one.add((58, 7), 3)  # Nothing gives that.
    assert one.task.signature.defaults == (None,)
    one.undo()
    one.add((58, 7), 2)
    assert one.solve().predictions == [7]


def test_wrong_examples_are_still_disbelieved() -> None:
    one = session([([1], 2), ([2], 3), ([3], 4), ([9], 0)], noise=1, max_candidates=60_000)
    assert one.solve().disbelieved == (3,)
    one.add([5], 6)
    assert one.solve().disbelieved == (3,)


@pytest.mark.parametrize("options", [{}, {"guide": "auto"}, {"noise": 1}])
def test_a_search_ends_soon_after_it_is_cancelled(options: dict[str, Any]) -> None:
    one = session(HARD, **{"max_candidates": None, "timeout": 120, **options})
    began = threading.Event()
    ended: list[float] = []

    def solve() -> None:
        one.solve(progress=lambda _: began.set())
        ended.append(time.perf_counter())

    thread = threading.Thread(target=solve)
    thread.start()
    assert began.wait(60)
    cancelled = time.perf_counter()
    one.cancel()
    thread.join(60)
    assert ended[0] - cancelled < 15
    assert one.result is not None
    assert one.result.stats.stopped_by == "interrupted"


def test_a_cancelled_search_is_not_built_upon(searches: list[Task]) -> None:
    one = session(HARD[:3], max_candidates=3_000_000)
    assert one.solve(progress=lambda _: one.cancel()).stats.stopped_by == "interrupted"
    assert len(searches) == 1
    one.cancel()  # There is nothing to cancel, and the next search is not it.
    assert one.solve().stats.stopped_by == "candidates"
    assert len(searches) == 2
