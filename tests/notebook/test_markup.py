"""HTML that cannot be forged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from induce.notebook.markup import Markup, card, element, together

from .running import safe


def test_what_is_not_known_to_be_markup_is_escaped() -> None:
    inner = element("b", "<i>")
    assert (
        element("p", "a < b & ", inner, title='"x"') == '<p title="&quot;x&quot;">a &lt; b &amp; <b>&lt;i&gt;</b></p>'
    )
    assert together("<", Markup("<br>")) == "&lt;<br>"
    assert element("p", class_="x", aria_label="y") == '<p class="x" aria-label="y"></p>'


@given(st.text(), st.text())
def test_any_text_comes_back_as_text(text: str, label: str) -> None:
    page = safe(card(element("div", text), label=label))
    assert [tag for tag, _ in page.elements] == ["style", "div", "div"]


def test_half_of_a_surrogate_pair_can_be_sent() -> None:
    assert element("p", "a\ud800b") == "<p>a?b</p>"
