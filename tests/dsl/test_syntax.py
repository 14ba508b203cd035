import pytest

from induce import ProgramError, parse, synthesize


@pytest.mark.parametrize("text", ["(xs: List[Int], n: Int) -> compress(xs, xs % n == 0)", "(xs: List[Int]) -> (xs + 1) * 2 - -3"])
def test_print_parse_print(text):
    program = parse(text)
    assert str(program) == text
    assert parse(str(program)) == program


def test_unknown_primitive_points_at_the_place():
    with pytest.raises(ProgramError, match="did you mean reverse"):
        parse("(xs: List[Int]) -> revers(xs)")


def test_keeps_even_numbers():
    result = synthesize([([1, 2, 3, 4], [2, 4]), ([5, 6, 8], [6, 8])], timeout=None, max_candidates=50_000)
    assert result.status == "solved"
    assert result.program([10, 11]) == [10]
