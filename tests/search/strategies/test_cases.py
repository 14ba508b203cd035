"""Two programs, each found on the examples of its case."""

from __future__ import annotations

from induce import synthesize


def test_two_formats() -> None:
    examples = [
        ("17|Rio|2.5", "Rio"),
        ("city=Oslo;t=9", "Oslo"),
        ("4|Lima|11", "Lima"),
        ("city=Bern;t=21", "Bern"),
    ]
    result = synthesize(examples, inputs=["9|Kyoto|3", "city=Turin;t=1"], max_candidates=1_200_000)
    assert result.predictions == ["Kyoto", "Turin"]


def test_one_case_that_is_always_the_same_may_leave_one_example_to_the_other() -> None:
    examples = [("ann@x.org", "mail"), ("bo@y.net", "mail"), ("tel 0441", "0441")]
    result = synthesize(examples, inputs=["tel 977", "cy@z.com"], max_candidates=1_200_000)
    assert result.predictions == ["977", "mail"]


def test_one_text_that_lacks_a_part_says_what_stands_for_it() -> None:
    examples = [("name=Ann;age=31;city=Rome", "31"), ("name=Bo;city=Oslo", "unknown"), ("age=7;name=Cy", "7")]
    asked = ["name=Di;age=19", "city=Paris;name=Ed", "age=102;city=Lima"]
    result = synthesize(examples, inputs=asked, timeout=None, max_candidates=1_000_000)
    assert result.predictions == ["19", "unknown", "102"]


def test_one_example_that_holds_its_output_is_no_default() -> None:
    examples = [("name=Ann;age=31;city=Rome", "31"), ("name=Bo;city=Oslo", "Bo"), ("age=7;name=Cy", "7")]
    result = synthesize(examples, timeout=None, max_candidates=400_000)
    assert result.program is None or "Bo" not in str(result.program)


def test_long_texts_are_told_from_short_ones() -> None:
    short, long = ["elk", "ox", "fly"], ["heron", "woodpecker", "wolf", "lion", "kingfisher"]
    examples = [*((s, s) for s in short), *((s, f"{s[0]}*{s[-1]}") for s in long)]
    result = synthesize(examples, inputs=["yak", "hawk", "albatross"], max_candidates=1_200_000)
    assert result.predictions == ["yak", "h*k", "a*s"]


def test_lists_of_numbers_pay_nothing() -> None:
    examples = [([3, 1, 2], [1, 2, 3]), ([9, 4], [4, 9]), ([5], [5]), ([2, 2, 1], [1, 2, 2])]
    one, other = (synthesize(examples, max_candidates=50_000, without=w) for w in ([], ["cases", "tables"]))
    assert one.stats.candidates == other.stats.candidates


def test_what_is_right_in_both_cases_needs_no_choice() -> None:
    examples = [("1,2,3", 6), ("10,5", 15), ("7,30", 37), ("8,1,1", 10)]
    result = synthesize(examples, inputs=["4,4,4,1"], timeout=None, max_candidates=1_000_000)
    assert str(result.program) == "(s: Str) -> sum(each.to_number(numbers(s)))"
