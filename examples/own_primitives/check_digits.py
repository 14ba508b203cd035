"""A primitive of your own.

induce solve examples/own_primitives/valid_cards.json --primitives examples/own_primitives/check_digits.py
"""

from induce import primitive


@primitive("(Str) -> Int", cost=4)
def luhn_sum(number: str) -> int:
    """The Luhn sum: every second digit from the right is doubled, and the digits of all of these are added up."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value // 10 + value % 10
    return total
