"""Which columns explain a column: how much of its cells occurs in theirs, or follows from their numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise, permutations
from typing import Any

SHORT = 0.5
"""What a single character is worth that also begins a word of the other cell."""
UNRELATED = 0.1
"""What a column is worth that has nothing in common with the outputs: texts may be told apart by it."""
ORDERED = 0.45
"""What numbers are worth that order the outputs."""
NUMBERISH = 0.3
"""What any numbers are worth where the outputs are numbers."""
PRICE = 0.12
"""What one more column has to explain."""
MOST_PAIRED, MOST_COMBINED, MOST_COLUMNS = 8, 5, 5
DIGITS = re.compile(r"-?\d+(?:[.,]\d+)*")


def covered(output: str, cell: str) -> list[float]:
    """For each character of an output how far it is explained by a cell: by a common piece, or a first letter."""
    out, given = output.lower(), cell.lower()
    marks = [0.0] * len(out)
    at = 0
    while at < len(out):
        length = 0
        while at + length < len(out) and out[at : at + length + 1] in given:
            length += 1
        if length > 1 or (length and len(out) == len(given) == 1):
            marks[at : at + length] = [1.0] * length
        elif length and re.search(rf"(?<![^\W_]){re.escape(out[at])}", given):
            marks[at] = SHORT
        at += max(length, 1)
    return marks


class Explanation:
    """What some columns explain of the outputs, for any choice of them."""

    def __init__(self, columns: Mapping[int, Sequence[Any]], outputs: Sequence[Any], named: frozenset[int]) -> None:
        """Compare each column with the outputs.

        Parameters
        ----------
        columns
            The values of each column in the rows of the examples, None where there is none.
        outputs
            Those of the examples.
        named
            Columns that examples were given by: these count more.
        """
        self._named = named
        texts = ["" if output is None else str(output) for output in outputs]
        self._wanted = [[char.isalnum() for char in text] for text in texts]
        self._marks = {
            index: [covered(text, _text(value)) for text, value in zip(texts, values, strict=True)]
            for index, values in columns.items()
        }
        self._numbers = {index: numbers for index, values in columns.items() if (numbers := _numbers(values))}
        self._outputs = _numbers(outputs)
        self._order = _ranks(outputs)
        self._base = {index: self._based(index) for index in columns}
        self.columns = sorted(columns, key=lambda index: (-self.of((index,)), index))

    def of(self, columns: Sequence[int]) -> float:
        """The share of the outputs that columns explain, from 0 to 1."""
        return max(
            self.shared(columns),
            self._calculated(columns),
            max(self._base[index] for index in columns) if len(columns) == 1 else 0.0,
        )

    def shared(self, columns: Sequence[int]) -> float:
        """The share of the letters and digits of the outputs that stand in columns."""
        shares = []
        for row, wanted in enumerate(self._wanted):
            marks = [max(self._marks[index][row][at] for index in columns) for at in range(len(wanted))]
            kept = [mark for mark, counts in zip(marks, wanted, strict=True) if counts]
            shares.append(sum(kept) / len(kept) if kept else 0.0)
        return sum(shares) / len(shares)

    def _calculated(self, columns: Sequence[int]) -> float:
        """Whether two columns of numbers give the outputs by one operation."""
        if len(columns) != 2 or not self._outputs or not all(index in self._numbers for index in columns):
            return 0.0
        for one, other in permutations(self._numbers[index] for index in columns):
            for operation in (lambda x, y: x * y, lambda x, y: x + y, lambda x, y: x - y, _divided):
                found = [operation(x, y) for x, y in zip(one, other, strict=True)]
                if all(abs(x - y) <= 0.006 + 1e-9 * abs(y) for x, y in zip(found, self._outputs, strict=True)):
                    return 1.0 + PRICE
        return NUMBERISH + PRICE

    def _based(self, index: int) -> float:
        named = 0.5 * (index in self._named)
        numbers = self._numbers.get(index)
        if not numbers:
            return UNRELATED + named
        if self._outputs and numbers == self._outputs:
            return 1.0
        if _monotone(numbers, self._order):
            return ORDERED + named
        return (NUMBERISH if self._outputs else UNRELATED) + named

    def choices(self) -> list[tuple[tuple[int, ...], float]]:
        """Choices of columns with what each promises, the best first: single ones, pairs, triples, and a longer one."""
        found: dict[tuple[int, ...], float] = {(index,): self.of((index,)) for index in self.columns}
        for size, among in ((2, MOST_PAIRED), (3, MOST_COMBINED)):
            for some in combinations(sorted(self.columns[:among]), size):
                found[some] = self.of(some) - PRICE * (size - 1)
        greedy: tuple[int, ...] = ()
        while len(greedy) < min(MOST_COLUMNS, len(self.columns)):
            rest = [index for index in self.columns if index not in greedy]
            best = max(rest, key=lambda index: self.shared((*greedy, index)))
            if greedy and self.shared((*greedy, best)) < self.shared(greedy) + PRICE / 4:
                break
            greedy = (*greedy, best)
            found.setdefault(tuple(sorted(greedy)), self.shared(greedy) - PRICE * (len(greedy) - 1) / 2)
        return sorted(found.items(), key=lambda one: (-one[1], len(one[0]), one[0]))


def _divided(x: float, y: float) -> float:
    return x / y if y else float("nan")


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _numbers(values: Sequence[Any]) -> list[float]:
    """The numbers that values are or say; nothing if one says none."""
    found = []
    for value in values:
        match = DIGITS.fullmatch(_text(value).strip("$€£% "))
        if match is None or isinstance(value, bool):
            return []
        try:
            found.append(float(match[0].replace(",", "")))
        except ValueError:  # A date, or an address.
            return []
    return found


def _ranks(outputs: Sequence[Any]) -> list[int]:
    """Outputs as numbers: in the order of their values, or of their first occurrence."""
    numbers = _numbers(outputs)
    known = sorted(set(numbers)) if numbers else list(dict.fromkeys(map(str, outputs)))
    return [known.index(value) for value in (numbers or map(str, outputs))]  # type: ignore[arg-type]


def _monotone(numbers: Sequence[float], order: Sequence[int]) -> bool:
    """Whether rows in the order of some numbers come in runs of equal outputs, or in the order of these."""
    if len(set(order)) < 2:
        return False
    sequence = [rank for _, rank in sorted(zip(numbers, order, strict=True))]
    if len(set(order)) == len(order):
        return sequence in (sorted(order), sorted(order, reverse=True))
    return sum(one != other for one, other in pairwise(sequence)) == len(set(order)) - 1
