"""Shopping lists, baskets and bills."""

from __future__ import annotations

from ..drawing import amounts, distinct, form, integers, lists, one_of
from ..meant import meant

GOODS = (
    "milk", "bread", "eggs", "butter", "rice", "apples", "onions", "olive oil", "coffee", "tea", "soap", "flour",
    "sugar", "carrots", "cheese", "bananas", "tomatoes", "salt", "pasta", "green beans", "honey", "yogurt",
)  # fmt: skip
goods = one_of(*GOODS)
basket = distinct(goods, 1, 6)
prices = lists(integers(1, 30), 0, 6)
entries = lists(form("{} {}", integers(1, 12), goods), 1, 5)


@meant(basket)
def shopping_in_one_line(basket: list[str]) -> str:
    """What to buy, in one line."""
    return "Buy: " + ", ".join(basket)


@meant(prices)
def shopping_to_pay(prices: list[int]) -> int:
    """What all costs together."""
    return sum(prices)


@meant(prices, integers(3, 25))
def shopping_count_affordable(prices: list[int], most: int) -> int:
    """How many things cost at most so much."""
    return sum(price <= most for price in prices)


@meant(distinct(one_of(*GOODS[:6]), 2, 5), one_of(*GOODS[:6]))
def shopping_is_listed(basket: list[str], item: str) -> bool:
    """Whether a thing is on the list."""
    return item in basket


@meant(distinct(one_of(*GOODS[:8]), 3, 7), one_of(*GOODS[:8]))
def shopping_crossed_off(basket: list[str], bought: str) -> list[str]:
    """The list without what was bought."""
    return [item for item in basket if item != bought]


@meant(basket)
def shopping_checklist(basket: list[str]) -> list[str]:
    """A box to tick before each thing."""
    return [f"[ ] {item}" for item in basket]


@meant(entries)
def shopping_quantities(entries: list[str]) -> list[int]:
    """How many of each are to be bought."""
    return [int(entry.split()[0]) for entry in entries]


@meant(entries)
def shopping_names_of_entries(entries: list[str]) -> list[str]:
    """What is to be bought, without the numbers."""
    return [entry.split(" ", 1)[1] for entry in entries]


@meant(entries)
def shopping_pieces(entries: list[str]) -> int:
    """How many pieces are bought in all."""
    return sum(int(entry.split()[0]) for entry in entries)


@meant(lists(integers(1, 20), 1, 4), lists(integers(1, 5), 1, 4))
def shopping_bill(prices: list[int], counts: list[int]) -> int:
    """What it costs, given the price and the number of each."""
    return sum(price * count for price, count in zip(prices, counts, strict=True))


@meant(distinct(one_of(*GOODS[:9]), 3, 7), distinct(one_of(*GOODS[:9]), 1, 5))
def shopping_still_missing(needed: list[str], at_home: list[str]) -> list[str]:
    """What is needed and not at home."""
    return [item for item in needed if item not in at_home]


@meant(lists(integers(1, 30), 2, 5), integers(35, 70))
def shopping_within_budget(prices: list[int], budget: int) -> bool:
    """Whether the money is enough for all."""
    return sum(prices) <= budget


@meant(distinct(goods, 2, 4), lists(integers(1, 40), 2, 4))
def shopping_most_expensive(items: list[str], prices: list[int]) -> str:
    """The thing with the highest price."""
    return max(zip(prices, items, strict=True))[1]


@meant(lists(integers(2, 40), 2, 6))
def shopping_cheapest_for_free(prices: list[int]) -> int:
    """What is to be paid if the cheapest thing is a gift."""
    return sum(prices) - min(prices)


@meant(lists(integers(3, 25), 1, 6))
def shopping_with_delivery(prices: list[int]) -> int:
    """The total, and five more for the delivery if it is under fifty."""
    total = sum(prices)
    return total if total >= 50 else total + 5


@meant(lists(integers(0, 14), 2, 7))
def shopping_to_restock(stock: list[int]) -> list[int]:
    """How many of each must be ordered to have ten again."""
    return [max(10 - count, 0) for count in stock]


@meant(basket)
def shopping_first_and_more(basket: list[str]) -> str:
    """The first thing, and how many more there are."""
    return f"{basket[0]} and {len(basket) - 1} more"


@meant(entries)
def shopping_with_several(entries: list[str]) -> list[str]:
    """The entries of which there are more than five."""
    return [entry for entry in entries if int(entry.split()[0]) > 5]


@meant(lists(integers(1, 24), 1, 5))
def shopping_all_cheap(prices: list[int]) -> bool:
    """Whether each thing costs less than twenty."""
    return all(price < 20 for price in prices)


@meant(lists(integers(0, 5), 2, 6))
def shopping_any_sold_out(stock: list[int]) -> bool:
    """Whether there is none left of something."""
    return 0 in stock


@meant(lists(integers(2, 30), 1, 6))
def shopping_gets_discount(prices: list[int]) -> bool:
    """Whether it is more than sixty or at least five things."""
    return sum(prices) > 60 or len(prices) >= 5


@meant(lists(amounts(0.2, 25), 1, 6))
def shopping_to_pay_with_cents(prices: list[float]) -> float:
    """What all costs together, in whole cents."""
    return round(sum(prices), 2)


@meant(amounts(1, 90), one_of(5, 10, 20, 25))
def shopping_price_after_discount(price: float, percent: int) -> float:
    """The price with so many percent off."""
    return round(price * (100 - percent) / 100, 2)
