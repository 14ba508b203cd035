"""Two lists that belong together, or are compared."""

from __future__ import annotations

from ..drawing import city, distinct, first_name, integers, lists, one_of, ordered, repeating, word
from ..meant import meant

numbers = lists(integers(-9, 20), 2, 4)
small = lists(integers(0, 9), 2, 4)
guests = distinct(one_of("Ana", "Bo", "Cy", "Dora", "Emil", "Fay", "Greta", "Liam"), 2, 6)
order = one_of(["milk", "eggs", "tea"], ["tea", "milk", "eggs"], ["tea", "eggs"], ["milk", "eggs"], ["eggs", "milk"])
scores = lists(integers(0, 30), 3, 4)
tickets = distinct(integers(1, 20), 3, 7)


@meant(lists(first_name, 2, 4), lists(integers(1, 99), 2, 4))
def pairs_name_with_number(names: list[str], numbers: list[int]) -> list[str]:
    """Each name with its number."""
    return [f"{name}: {number}" for name, number in zip(names, numbers, strict=True)]


@meant(numbers, numbers)
def pairs_sums(first: list[int], second: list[int]) -> list[int]:
    """The sums of the numbers at the same place."""
    return [left + right for left, right in zip(first, second, strict=True)]


@meant(numbers, numbers)
def pairs_differences(now: list[int], before: list[int]) -> list[int]:
    """How much each number has grown."""
    return [new - old for new, old in zip(now, before, strict=True)]


@meant(small, small)
def pairs_dot_product(counts: list[int], weights: list[int]) -> int:
    """The sum of the products."""
    return sum(count * weight for count, weight in zip(counts, weights, strict=True))


@meant(numbers, numbers)
def pairs_larger_of_each(first: list[int], second: list[int]) -> list[int]:
    """The larger number at each place."""
    return [max(pair) for pair in zip(first, second, strict=True)]


@meant(guests, guests)
def pairs_in_both(invited: list[str], came: list[str]) -> list[str]:
    """Who is in both lists, in the order of the first."""
    return [name for name in invited if name in came]


@meant(guests, guests)
def pairs_absent(invited: list[str], came: list[str]) -> list[str]:
    """Who is in the first list only."""
    return [name for name in invited if name not in came]


@meant(guests, guests)
def pairs_all_names_sorted(first: list[str], second: list[str]) -> list[str]:
    """All names of both lists, each once, sorted."""
    return sorted({*first, *second})


@meant(tickets, tickets)
def pairs_count_of_hits(drawn: list[int], marked: list[int]) -> int:
    """How many of the marked numbers were drawn."""
    return len(set(drawn) & set(marked))


@meant(lists(integers(1, 12), 1, 4), lists(integers(1, 12), 2, 4))
def pairs_have_common(first: list[int], second: list[int]) -> bool:
    """Whether a number is in both lists."""
    return any(number in second for number in first)


@meant(ordered(integers(1, 40), 1, 5), ordered(integers(1, 40), 1, 5))
def pairs_merged(first: list[int], second: list[int]) -> list[int]:
    """All numbers of two sorted lists, sorted."""
    return sorted(first + second)


@meant(lists(word, 1, 4), lists(word, 1, 4))
def pairs_one_after_the_other(first: list[str], second: list[str]) -> list[str]:
    """The second list after the first."""
    return first + second


@meant(lists(word, 2, 4), lists(word, 2, 4))
def pairs_by_turns(first: list[str], second: list[str]) -> list[str]:
    """From each list in turn."""
    return [item for pair in zip(first, second, strict=True) for item in pair]


@meant(scores, scores)
def pairs_rounds_won(ours: list[int], theirs: list[int]) -> int:
    """How many rounds we have won."""
    return sum(us > them for us, them in zip(ours, theirs, strict=True))


@meant(scores, scores)
def pairs_who_leads(ours: list[int], theirs: list[int]) -> str:
    """Who has more points in all."""
    return "we" if sum(ours) > sum(theirs) else "they" if sum(theirs) > sum(ours) else "draw"


@meant(lists(one_of("a", "b", "c"), 3, 5), lists(one_of("a", "b", "c"), 3, 5))
def pairs_right_answers(given: list[str], right: list[str]) -> int:
    """How many answers are right."""
    return sum(answer == key for answer, key in zip(given, right, strict=True))


@meant(lists(city, 3, 5), lists(integers(-12, 35), 3, 5))
def pairs_warm_cities(cities: list[str], degrees: list[int]) -> list[str]:
    """The cities with more than fifteen degrees."""
    return [city for city, degree in zip(cities, degrees, strict=True) if degree > 15]


@meant(distinct(first_name, 3, 4), distinct(integers(18, 70), 3, 4))
def pairs_youngest(names: list[str], ages: list[int]) -> str:
    """Who is youngest."""
    return min(zip(ages, names, strict=True))[1]


@meant(repeating(integers(1, 9), 5, 2, 5), repeating(integers(1, 9), 5, 2, 5))
def pairs_longer_list(first: list[int], second: list[int]) -> list[int]:
    """The longer list, the first if both are as long."""
    return first if len(first) >= len(second) else second


@meant(order, order)
def pairs_same_items(first: list[str], second: list[str]) -> bool:
    """Whether both lists have the same items, in any order."""
    return sorted(first) == sorted(second)


@meant(lists(integers(8, 15), 2, 3), lists(integers(1, 11), 2, 3))
def pairs_always_ahead(first: list[int], second: list[int]) -> bool:
    """Whether the first is larger at each place."""
    return all(left > right for left, right in zip(first, second, strict=True))


@meant(lists(word, 2, 4), lists(word, 2, 4))
def pairs_as_many(first: list[str], second: list[str]) -> bool:
    """Whether both lists are as long."""
    return len(first) == len(second)
