"""The list of formats and public sets."""

from __future__ import annotations

from induce.benchmarks.tasks.catalogue import PUBLIC_SETS, listing
from induce.benchmarks.tasks.formats import FORMATS


def test_every_set_is_in_a_format_that_can_be_read() -> None:
    assert {one.format for one in PUBLIC_SETS} <= {row.name for row in FORMATS}
    assert len({one.name for one in PUBLIC_SETS}) == len(PUBLIC_SETS)


def test_every_figure_says_where_it_is_from() -> None:
    for one in PUBLIC_SETS:
        assert one.source
        assert one.licence
        for result in one.results:
            assert all((result.figure, result.citation, result.budget, result.hardware))


def test_the_listing_names_everything() -> None:
    text = listing()
    for row in FORMATS:
        assert f"  {row.name} " in text
    for one in PUBLIC_SETS:
        assert f"  {one.name}\n" in text
        for result in one.results:
            assert result.figure in text
            assert result.citation in text
