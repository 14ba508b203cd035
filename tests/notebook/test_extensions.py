"""Sequences as HTML."""

from __future__ import annotations

from induce import extend
from induce.notebook.displays import DISPLAYS
from induce.notebook.extensions import extension_as_html

from .running import safe


def test_a_rule_is_shown_with_its_formula_and_the_next_terms() -> None:
    page = safe(extension_as_html(extend([1, 4, 9, 16, 25, 36], count=3)))
    assert page.words.startswith("a quadratic polynomial a(n) = (n + 1)^2 next terms, n = 6 to 8 49, 64, 81")
    assert "return ( n + 1 ) ** 2" in page.words
    assert "confidence" in page.words
    assert "note 6 terms fit many rules" in page.words


def test_noisy_terms_have_intervals() -> None:
    extension = extend([1.1, 2.05, 2.98, 4.02, 5.01, 5.97, 7.03, 8.0, 9.02, 9.98, 11.01], count=2)
    page = safe(extension_as_html(extension))
    assert extension.intervals is not None
    assert "n term 95% interval 11 11.978 11.8919 to 12.0703" in page.words
    assert "rivals probability next terms rule" in page.words


def test_terms_may_have_any_number_of_digits() -> None:
    extension = extend([10**5000 + number for number in range(1, 9)], count=1)
    assert extension.program is not None
    page = safe(extension_as_html(extension))
    assert "(5,001 digits)" in page.words
    shown = DISPLAYS["sequences.answer.answer", "Extension"][1](extension)
    assert "(5,001 digits)" in shown


def test_without_a_rule_there_is_a_reason() -> None:
    extension = extend([31, -7, 1004, 3, 92], noise="none", timeout=0.2)
    assert extension.program is None
    assert safe(extension_as_html(extension)).words.startswith(f"no rule: {extension.reason}")
