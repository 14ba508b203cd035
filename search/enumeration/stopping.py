"""When a search has gone on for long enough, and when its strategies have."""

from __future__ import annotations

from collections.abc import Callable

from ..answer.solutions import RecostedSolutions, Solutions
from ..task.budget import Budget

RIVAL_LEVELS = 2
RIVAL_WORK = 2e6
"""After the first solution this many dearer levels are matched for rivals, if they are no more work than this."""
PATIENCE, LEAST_PATIENCE = 3, 10_000_000
"""In search of a cheaper program, this many times the candidates that the best one took may be tried, and this many
more."""
FEW_EXAMPLES, LEAST_SHARE = 4, 0.1
"""A program that reproduces more examples than this is likelier to be meant, so that less of `LEAST_PATIENCE` is worth
spending, down to this share of it."""
DEAR = 2
"""A program that costs more than this (one bit) for each example has said little by reproducing them."""

LEAST_ROUND = 300_000
"""Once there is a program, the strategies may take this many candidates between two levels, or as many as all levels
have taken."""
REACH = 16
"""A program dearer than the level by at most this may soon be undercut by the levels to come; a dearer one says little,
and the strategies are as likely to find a better one."""


def patience(after: int, *, cost: int, examples: int) -> int:
    """The candidates that may be tried in all.

    Parameters
    ----------
    after
        The candidates that the best program took.
    cost
        What it costs.
    examples
        How many it reproduces.
    """
    if cost > DEAR * examples:
        return PATIENCE * after + LEAST_PATIENCE
    share = max((FEW_EXAMPLES / max(examples, FEW_EXAMPLES)) ** 3, LEAST_SHARE)
    return PATIENCE * after + int(share * LEAST_PATIENCE)


class StoppingRule:
    """Whether a search may end, from what it has found and what is left to be tried.

    Parameters
    ----------
    examples
        How many a program reproduces.
    work
        The candidates of a level.
    most_cost
        Programs of this cost or more are of no interest.
    unavoidable
        What every program pays. The levels need not come to that, but to the cost of the other parts.
    """

    def __init__(
        self,
        solutions: Solutions | RecostedSolutions,
        budget: Budget,
        *,
        examples: int,
        work: Callable[[int], float],
        most_cost: int,
        unavoidable: int = 0,
    ) -> None:
        self._solutions, self._budget, self._work = solutions, budget, work
        self._examples, self._most_cost, self._unavoidable = examples, most_cost, unavoidable

    def bound(self) -> int:
        """Programs of this cost or more are of no interest."""
        cheapest = self._solutions.cheapest
        return self._most_cost if cheapest is None else cheapest + RIVAL_LEVELS + 1

    def is_news(self, cost: int) -> bool:
        """Whether a program of this cost would be cheaper than all that are found."""
        return self._solutions.cheapest is None or self._solutions.cheapest > cost

    def is_turn_of_levels(self, level: int, *, backward: int, forward: int) -> bool:
        """Whether the strategies are to wait for the next level, since the levels to come may hold a cheaper program.

        What strategies find first is often dear, and fits by chance; plain programs may be a level or two away.

        Parameters
        ----------
        level
            What the bank has come to.
        backward, forward
            The candidates of the strategies since the last level, and those of all levels.
        """
        cost = self._cost_of_parts()
        if cost is None or cost > level + REACH:
            return False
        return backward > max(LEAST_ROUND, forward)

    def is_settled(self, matched: int) -> bool:
        """Whether nothing cheaper can exist, or it is not worth the search for it any more.

        Parameters
        ----------
        matched
            The cost up to which everything has been compared with the target.
        """
        cheapest, cost = self._solutions.cheapest, self._cost_of_parts()
        if cheapest is None or cost is None:
            return False
        if matched >= cost:
            return self.is_complete(matched)
        most = patience(self._solutions.after, cost=cheapest, examples=self._examples)
        return self._budget.total + self._work(matched + 1) > most

    def is_complete(self, matched: int) -> bool:
        """Whether nothing cheaper than what is found can exist, and rivals would be much work."""
        cost = self._cost_of_parts()
        if cost is None or matched < cost:
            return False
        return matched >= cost + RIVAL_LEVELS or self._work(matched + 1) > RIVAL_WORK

    def _cost_of_parts(self) -> int | None:
        """What the cheapest program costs beside what every program pays."""
        cheapest = self._solutions.cheapest
        return None if cheapest is None else cheapest - self._unavoidable
