"""Queues: who comes next, who joins, leaves and changes places."""

from __future__ import annotations

from random import Random

from ..drawing import distinct, integers, lists, one_of
from ..meant import meant

ticket = integers(1, 60)
queue = distinct(ticket, 1, 8)
longer_queue = distinct(ticket, 4, 9)
maybe_empty = distinct(ticket, 0, 6)
few_tickets = distinct(integers(1, 9), 2, 8)
minutes = lists(integers(1, 15), 0, 7)


def queue_in_turn(rng: Random) -> list[int]:
    """Tickets in the order of their numbers, mostly."""
    tickets = sorted(rng.sample(range(1, 40), rng.randint(2, 7)))
    if rng.random() < 0.4:
        tickets.append(tickets.pop(0))
    return tickets


@meant(queue_in_turn)
def next_in_line(tickets: list[int]) -> int:
    """The first ticket."""
    return tickets[0]


@meant(queue_in_turn)
def last_in_line(tickets: list[int]) -> int:
    """The last ticket."""
    return tickets[-1]


@meant(queue_in_turn)
def lowest_ticket(tickets: list[int]) -> int:
    """The ticket with the lowest number, wherever it is."""
    return min(tickets)


@meant(queue)
def after_serving_one(tickets: list[int]) -> list[int]:
    """The queue without the first."""
    return tickets[1:]


@meant(distinct(ticket, 1, 7), integers(0, 3))
def after_serving_some(tickets: list[int], served: int) -> list[int]:
    """The queue without the first few."""
    return tickets[served:]


@meant(maybe_empty, ticket)
def one_joins_at_the_end(tickets: list[int], new: int) -> list[int]:
    """The queue and a new ticket."""
    return [*tickets, new]


@meant(maybe_empty, ticket)
def one_pushes_in_front(tickets: list[int], new: int) -> list[int]:
    """A new ticket before the queue."""
    return [new, *tickets]


@meant(queue)
def the_last_gives_up(tickets: list[int]) -> list[int]:
    """The queue without the last."""
    return tickets[:-1]


@meant(longer_queue)
def next_three_in_line(tickets: list[int]) -> list[int]:
    """The first three tickets."""
    return tickets[:3]


@meant(queue)
def call_of_the_next(tickets: list[int]) -> str:
    """What is called out for the first ticket."""
    return f"Ticket {tickets[0]}, please"


@meant(longer_queue, integers(1, 5))
def group_let_in(tickets: list[int], places: int) -> list[int]:
    """As many of the first as there are places."""
    return tickets[:places]


@meant(queue)
def first_goes_to_the_end(tickets: list[int]) -> list[int]:
    """The queue after the first went to its end."""
    return tickets[1:] + tickets[:1]


@meant(queue)
def last_goes_to_the_front(tickets: list[int]) -> list[int]:
    """The queue with the last moved before all."""
    return tickets[-1:] + tickets[:-1]


@meant(longer_queue, integers(0, 4))
def queue_rotated_by(tickets: list[int], turns: int) -> list[int]:
    """The queue after so many times the first went to its end."""
    return tickets[turns:] + tickets[:turns]


@meant(queue)
def first_two_swapped(tickets: list[int]) -> list[int]:
    """The queue with the first two in exchanged places."""
    return tickets[:2][::-1] + tickets[2:]


@meant(longer_queue)
def ends_swapped(tickets: list[int]) -> list[int]:
    """The queue with the first and the last in exchanged places."""
    return [tickets[-1], *tickets[1:-1], tickets[0]]


@meant(queue, ticket)
def one_joins_second(tickets: list[int], new: int) -> list[int]:
    """The queue with a new ticket behind the first."""
    return [tickets[0], new, *tickets[1:]]


@meant(few_tickets, integers(1, 9))
def one_leaves(tickets: list[int], leaving: int) -> list[int]:
    """The queue without a ticket, if it was there."""
    return [ticket for ticket in tickets if ticket != leaving]


@meant(few_tickets, integers(1, 9))
def is_waiting(tickets: list[int], ticket: int) -> bool:
    """Whether a ticket is in the queue."""
    return ticket in tickets


@meant(few_tickets, integers(1, 9))
def how_many_ahead(tickets: list[int], ticket: int) -> int:
    """How many are before a ticket, which is in the queue."""
    return tickets.index(ticket)


@meant(few_tickets, integers(1, 9))
def sent_to_the_end(tickets: list[int], ticket: int) -> list[int]:
    """The queue with one of its tickets moved to the end."""
    return [other for other in tickets if other != ticket] + [ticket] * tickets.count(ticket)


@meant(distinct(one_of(integers(1, 9), integers(10, 60)), 2, 8))
def low_tickets_first(tickets: list[int]) -> list[int]:
    """The tickets under 10, then the others, each in their order."""
    return sorted(tickets, key=lambda ticket: ticket >= 10)


@meant(minutes)
def wait_of_each(times: list[int]) -> list[int]:
    """How long each has to wait: the minutes of all before."""
    return [sum(times[:i]) for i in range(len(times))]


@meant(minutes, integers(10, 40))
def served_before_closing(times: list[int], left: int) -> int:
    """How many can be served in the minutes that are left."""
    served = 0
    for time in times:
        left -= time
        if left < 0:
            break
        served += 1
    return served


@meant(lists(queue, 2, 4))
def shortest_queue(queues: list[list[int]]) -> int:
    """The position of the queue with the fewest tickets."""
    return min(range(len(queues)), key=lambda i: len(queues[i]))
