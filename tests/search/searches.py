"""Searches that tests look into."""

from __future__ import annotations

from typing import Any

from induce.search.cost.prior import DefaultPrior
from induce.search.enumeration.enumeration import Enumeration
from induce.search.task.budget import Budget
from induce.search.task.goals import Goal
from induce.search.task.problem import Problem
from induce.search.task.task import Task


def search_of(examples: list[tuple[Any, Any]]) -> tuple[Enumeration, Goal]:
    """A small search for a task, which has run, and its target."""
    task = Task.from_examples(examples)
    budget = Budget(timeout=None, max_candidates=20_000, memory=10**8)
    search = Enumeration(Problem.of(task), DefaultPrior(), budget)
    search.run()
    return search, search._target
