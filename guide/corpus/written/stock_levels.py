"""Numbers of pieces on shelves and what comes and goes."""

from __future__ import annotations

from itertools import accumulate, pairwise
from random import Random

from ..drawing import integers, lists, one_of
from ..meant import meant

pieces = one_of(integers(1, 60), integers(2, 60), integers(8, 40), integers(1, 12), integers(3, 15), 0)
shelves = lists(pieces, 1, 7)
movements = lists(one_of(integers(1, 15), integers(-15, -1)), 1, 6)
five_counts = lists(integers(0, 9), 5, 5)


def falling_counts(rng: Random) -> list[int]:
    """Counts of one article, which is sold and sometimes delivered."""
    counts = [rng.randint(20, 60)]
    for _ in range(rng.randint(2, 6)):
        counts.append(max(0, counts[-1] + rng.choice((-9, -7, -5, -3, -2, 0, 20))))
    return counts


@meant(lists(pieces, 0, 7))
def pieces_in_stock(levels: list[int]) -> int:
    """All pieces together."""
    return sum(levels)


@meant(shelves)
def empty_shelves(levels: list[int]) -> int:
    """How many shelves are empty."""
    return levels.count(0)


@meant(shelves)
def something_sold_out(levels: list[int]) -> bool:
    """Whether a shelf is empty."""
    return 0 in levels


@meant(shelves)
def low_levels(levels: list[int]) -> list[int]:
    """The levels under 5."""
    return [level for level in levels if level < 5]


@meant(shelves)
def low_shelf_positions(levels: list[int]) -> list[int]:
    """Where fewer than 5 are left."""
    return [i for i, level in enumerate(levels) if level < 5]


@meant(shelves)
def shelves_with_goods(levels: list[int]) -> list[int]:
    """The levels of shelves that are not empty."""
    return [level for level in levels if level > 0]


@meant(shelves)
def pieces_to_order(levels: list[int]) -> list[int]:
    """What is missing to 20 on each shelf."""
    return [max(0, 20 - level) for level in levels]


@meant(shelves, integers(5, 30))
def total_order(levels: list[int], target: int) -> int:
    """What is missing to a target, all shelves together."""
    return sum(target - level for level in levels if level < target)


@meant(integers(0, 60), movements)
def stock_after_movements(start: int, changes: list[int]) -> int:
    """The stock after pieces came and went."""
    return start + sum(changes)


@meant(integers(10, 60), movements)
def stock_after_each_movement(start: int, changes: list[int]) -> list[int]:
    """The stock after each of the movements."""
    return list(accumulate(changes, initial=start))[1:]


@meant(movements)
def pieces_delivered(changes: list[int]) -> int:
    """All that came."""
    return sum(change for change in changes if change > 0)


@meant(movements)
def pieces_sold(changes: list[int]) -> int:
    """All that went, as a positive number."""
    return -sum(change for change in changes if change < 0)


@meant(integers(5, 25), movements)
def reserve_is_kept(start: int, changes: list[int]) -> bool:
    """Whether the stock is never under 5 while pieces come and go."""
    return min(accumulate(changes, initial=start)) >= 5


@meant(one_of(integers(1, 300), integers(1, 40)))
def dozens_needed(quantity: int) -> int:
    """How many boxes of twelve hold so many."""
    return -(-quantity // 12)


@meant(lists(integers(0, 90), 1, 6))
def full_boxes_of_ten(levels: list[int]) -> list[int]:
    """How many full boxes of ten each shelf has."""
    return [level // 10 for level in levels]


@meant(lists(integers(0, 70), 1, 6))
def singles_beside_boxes(levels: list[int]) -> list[int]:
    """What is left of each level when boxes of six are full."""
    return [level % 6 for level in levels]


@meant(shelves)
def fullest_shelf(levels: list[int]) -> int:
    """The position of the shelf with most pieces."""
    return levels.index(max(levels))


@meant(falling_counts)
def latest_count(counts: list[int]) -> int:
    """What was counted last."""
    return counts[-1]


@meant(falling_counts)
def fewest_counted(counts: list[int]) -> int:
    """The lowest count."""
    return min(counts)


@meant(falling_counts)
def sold_between_counts(counts: list[int]) -> int:
    """How many were sold: what the counts fell by, all together."""
    return sum(max(0, before - after) for before, after in pairwise(counts))


@meant(shelves, integers(1, 12))
def one_order_taken_from_each(levels: list[int], order: int) -> list[int]:
    """The levels when so many were taken from each shelf, as far as there were."""
    return [max(0, level - order) for level in levels]


@meant(shelves, integers(1, 9))
def must_reorder(levels: list[int], least: int) -> bool:
    """Whether one of the levels is under the least."""
    return any(level < least for level in levels)


@meant(five_counts, lists(integers(2, 40), 5, 5))
def value_of_stock(levels: list[int], prices: list[int]) -> int:
    """What all pieces are worth."""
    return sum(level * price for level, price in zip(levels, prices, strict=True))


@meant(one_of(integers(0, 9), integers(0, 40)))
def stock_notice(level: int) -> str:
    """What a shop shows for a level."""
    return "sold out" if level == 0 else f"only {level} left" if level < 5 else "in stock"
