"""Prices of baskets, offers and shares."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import ceil
from random import Random

from ..drawing import amounts, integers, lists, one_of
from ..meant import meant

price = one_of(amounts(0.5, 40), lambda rng: round(rng.randint(1, 30) - 0.01, 2), lambda rng: rng.randint(2, 60) / 2)
basket = lists(price, 1, 6)
whole_prices = lists(integers(1, 60), 1, 7)
tens = lists(lambda rng: 10 * rng.randint(1, 30), 1, 6)


def course(rng: Random) -> list[int]:
    """The course of a share."""
    values = [rng.randint(30, 90)]
    for _ in range(rng.randint(1, 7)):
        values.append(max(1, values[-1] + rng.randint(-8, 9)))
    return values


@meant(basket)
def basket_total(prices: list[float]) -> float:
    """What all costs together."""
    return round(sum(prices), 2)


@meant(basket)
def cheapest_price(prices: list[float]) -> float:
    """The lowest price."""
    return min(prices)


@meant(course)
def highest_course(values: list[int]) -> int:
    """The highest value of the share."""
    return max(values)


@meant(course)
def closing_course(values: list[int]) -> int:
    """The last value of the share."""
    return values[-1]


@meant(course)
def gain_since_the_start(values: list[int]) -> int:
    """How much the share is worth more than at first."""
    return values[-1] - values[0]


@meant(course)
def cheapest_so_far(values: list[int]) -> list[int]:
    """The lowest price up to each day."""
    return list(accumulate(values, min))


@meant(course)
def days_the_course_fell(values: list[int]) -> int:
    """How often the value is lower than the one before."""
    return sum(after < before for before, after in pairwise(values))


@meant(course)
def most_gained_in_a_day(values: list[int]) -> int:
    """The greatest gain from one day to the next."""
    return max(after - before for before, after in pairwise(values))


@meant(course)
def never_got_cheaper(values: list[int]) -> bool:
    """Whether the value never went under the first one."""
    return min(values) == values[0]


@meant(basket)
def prices_under_ten(prices: list[float]) -> list[float]:
    """The prices below 10."""
    return [price for price in prices if price < 10]


@meant(whole_prices, integers(10, 50))
def affordable_prices(prices: list[int], budget: int) -> list[int]:
    """The prices that are within the budget."""
    return [price for price in prices if price <= budget]


@meant(lists(integers(1, 60), 2, 6), integers(60, 170))
def within_budget(prices: list[int], budget: int) -> bool:
    """Whether the budget is enough for all."""
    return sum(prices) <= budget


@meant(whole_prices, integers(20, 90))
def money_that_remains(prices: list[int], money: int) -> int:
    """What is left of the money when all is paid; negative if it is not enough."""
    return money - sum(prices)


@meant(whole_prices, integers(20, 100))
def bought_in_order(prices: list[int], money: int) -> list[int]:
    """What is bought if one takes each thing in order for which the money still suffices."""
    bought: list[int] = []
    for price in prices:
        if sum(bought) + price <= money:
            bought.append(price)
    return bought


@meant(lists(integers(3, 40), 1, 5))
def total_with_shipping(prices: list[int]) -> int:
    """The total, and 5 for shipping if it is under 50."""
    total = sum(prices)
    return total if total >= 50 else total + 5


@meant(lists(integers(3, 40), 2, 6))
def cheapest_one_free(prices: list[int]) -> int:
    """The total without the cheapest."""
    return sum(prices) - min(prices)


@meant(lists(integers(3, 40), 2, 8))
def every_third_free(prices: list[int]) -> int:
    """The total if of three, the dearest first, each third one is free."""
    return sum(price for i, price in enumerate(sorted(prices, reverse=True)) if i % 3 != 2)


@meant(tens)
def ten_percent_off(prices: list[int]) -> list[int]:
    """Each price less a tenth."""
    return [price * 9 // 10 for price in prices]


@meant(tens)
def fifth_off_large_prices(prices: list[int]) -> list[int]:
    """A fifth off prices of 100 or more."""
    return [price * 4 // 5 if price >= 100 else price for price in prices]


@meant(lists(amounts(1, 60, 1), 1, 5))
def with_value_added_tax(prices: list[float]) -> list[float]:
    """Each price with a tax of 20 percent."""
    return [round(price * 1.2, 2) for price in prices]


@meant(basket)
def rounded_up_prices(prices: list[float]) -> list[int]:
    """The prices rounded up to whole ones."""
    return [ceil(price) for price in prices]


@meant(basket)
def prices_in_cents(prices: list[float]) -> list[int]:
    """The prices as cents."""
    return [round(price * 100) for price in prices]


@meant(basket)
def dearest_first(prices: list[float]) -> list[float]:
    """The prices, the highest first."""
    return sorted(prices, reverse=True)


@meant(price)
def price_on_the_label(price: float) -> str:
    """The price with two places and a dollar sign."""
    return f"${price:.2f}"


@meant(one_of(tens, whole_prices))
def mean_price(prices: list[int]) -> float:
    """The mean price, to two places."""
    return round(sum(prices) / len(prices), 2)
