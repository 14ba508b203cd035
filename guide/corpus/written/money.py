"""Money: taxes, discounts, change, and bills that are split."""

from __future__ import annotations

from ..drawing import amounts, integers, lists, one_of, truth
from ..meant import meant

price = amounts(1, 200)
whole_price = one_of(integers(1, 40), integers(40, 300))
cents = one_of(integers(5, 99), integers(100, 1000))
percent = one_of(5, 10, 15, 20, 25, 30, 40, 50)


@meant(price, integers(1, 12))
def price_of_several(each: float, count: int) -> float:
    """What several of the same cost."""
    return round(each * count, 2)


@meant(price)
def price_with_a_fifth_tax(net: float) -> float:
    """The price with twenty percent on top."""
    return round(net * 1.2, 2)


@meant(whole_price, percent)
def price_after_discount(full: int, off: int) -> float:
    """The price less some percent."""
    return full * (100 - off) / 100


@meant(amounts(10, 150, 1), one_of(10, 20, 30))
def tip_on_a_meal(bill: float, rate: int) -> float:
    """So many percent of the bill, to the cent."""
    return round(bill * rate / 100, 2)


@meant(integers(20, 300), integers(2, 7))
def bill_for_each_guest(bill: int, guests: int) -> float:
    """The bill split equally, to the cent."""
    return round(bill / guests, 2)


@meant(integers(1, 90), one_of(100, 50, 200))
def change_given(cost: int, paid: int) -> int:
    """What comes back, nothing where too little was paid."""
    return max(paid - cost, 0)


@meant(cents)
def euros_of_cents(amount: int) -> float:
    """An amount in cents as euros."""
    return amount / 100


@meant(amounts(0.05, 60))
def cents_of_euros(amount: float) -> int:
    """An amount in euros as cents."""
    return round(amount * 100)


@meant(one_of(amounts(0.5, 120), amounts(120, 900)))
def price_tag(amount: float) -> str:
    """A price with a dollar sign and two decimals."""
    return f"${amount:.2f}"


@meant(lists(amounts(1, 60), 1, 5))
def total_of_the_receipt(prices: list[float]) -> float:
    """The sum of the prices."""
    return round(sum(prices), 2)


@meant(one_of(integers(5, 49), integers(30, 120)))
def total_with_delivery(basket: int) -> int:
    """The basket with five for delivery, which is free from fifty."""
    return basket if basket >= 50 else basket + 5


@meant(one_of(integers(20, 99), integers(80, 250)))
def tenth_off_from_one_hundred(basket: int) -> float:
    """The price, less a tenth from one hundred on."""
    return basket * 9 / 10 if basket >= 100 else basket


@meant(integers(1, 60), integers(10, 50))
def can_be_paid(cost: int, purse: int) -> bool:
    """Whether there is enough in the purse."""
    return purse >= cost


@meant(integers(20, 60), integers(10, 25))
def pay_with_overtime(hours: int, rate: int) -> float:
    """The pay, with half as much again for each hour above forty."""
    return hours * rate + max(hours - 40, 0) * rate * 0.5


@meant(one_of(integers(5, 20), integers(10, 60), integers(30, 90)))
def tax_by_brackets(income: int) -> float:
    """A tax of a tenth on what exceeds ten, and of a fifth more on what exceeds forty."""
    return round(max(income - 10, 0) * 0.1 + max(income - 40, 0) * 0.2, 2)


@meant(one_of(integers(1, 99), integers(50, 400)))
def coins_that_make_up(amount: int) -> list[int]:
    """The fewest coins of 50, 20, 10, 5, 2 and 1 that make an amount."""
    coins = []
    for coin in [50, 20, 10, 5, 2, 1]:
        coins += [coin] * (amount // coin)
        amount %= coin
    return coins


@meant(integers(1, 200))
def number_of_notes(amount: int) -> int:
    """How many notes and coins of 20, 5 and 1 an amount takes."""
    return amount // 20 + amount % 20 // 5 + amount % 5


@meant(one_of(100, 500, 800, 1000, 1200, 2000, 2500, 5000), integers(1, 10), integers(1, 3))
def savings_after_years(start: int, rate: int, years: int) -> float:
    """Savings with a percentage of interest each year, to the cent."""
    return round(start * (1 + rate / 100) ** years, 2)


@meant(integers(10, 200), integers(3, 20))
def weeks_to_save(goal: int, weekly: int) -> int:
    """After how many weeks the savings reach the goal."""
    return -(-goal // weekly)


@meant(lists(integers(1, 40), 2, 6), integers(30, 130))
def within_the_budget(prices: list[int], budget: int) -> bool:
    """Whether the prices come to no more than the budget."""
    return sum(prices) <= budget


@meant(integers(5, 60), truth)
def ticket_price(full: int, member: bool) -> float:
    """Half the price for members."""
    return full / 2 if member else full


@meant(lists(integers(5, 60), 3, 6))
def cheapest_one_is_free(prices: list[int]) -> int:
    """The total without the cheapest."""
    return sum(prices) - min(prices)


@meant(integers(1, 20), integers(2, 9))
def three_for_two(count: int, each: int) -> int:
    """What a number of things cost if every third is free."""
    return (count - count // 3) * each
