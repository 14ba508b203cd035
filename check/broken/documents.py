"""Valid inputs of every kind that induce reads, drawn at random: what is to be broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

WORDS = ("ada", "Grace", "alan turing", "a,b", "x-1", "007", "3.50", "2024-03-01", "£5", "Zoë", "", " y ")
PROGRAMS = (
    "(xs: List[Int]) -> reverse(xs)",
    "(xs: List[Int], n: Int) -> take(xs, n)",
    '(s: Str) -> join(reverse(words(s)), ", ")',
    "(xs: List[Int]) -> sum(xs) + 2",
    "(xs: List[Int]) -> where(is_even(xs), xs // 2, xs)",
    "(xss: List[List[Int]]) -> each.sum(xss)",
)
Draw = Callable[[Random], Any]


def task(draw: Random) -> dict[str, Any]:
    """A task file."""
    value = draw.choice((_number, _numbers, _text, _rows, _record))
    pairs = [{"input": value(draw), "output": value(draw)} for _ in range(draw.randint(2, 4))]
    found: dict[str, Any] = {"train": pairs, "test": [{"input": value(draw)} for _ in range(draw.randrange(3))]}
    if draw.random() < 0.3:
        found["name"] = draw.choice(WORDS)
    if draw.random() < 0.2:
        for pair in found["train"]:
            pair["input"] = {"args": [pair["input"], 2]} if draw.random() < 0.5 else [pair["input"], 2]
    return found


def inputs(draw: Random) -> list[Any]:
    """The inputs for a program."""
    value = draw.choice((_number, _numbers, _text, _rows))
    return [value(draw) for _ in range(draw.randint(1, 4))]


def arc(draw: Random) -> dict[str, Any]:
    """A task of ARC: grids of colours."""
    pairs = [{"input": _grid(draw), "output": _grid(draw)} for _ in range(3)]
    return {"train": pairs, "test": [{"input": _grid(draw), "output": _grid(draw)}]}


def bigbench(draw: Random) -> dict[str, Any]:
    """A task of BIG-bench."""
    examples = [{"input": str(_numbers(draw)), "target": str(_numbers(draw))} for _ in range(10)]
    return {"name": "lists", "examples": examples}


def dreamcoder(draw: Random) -> list[Any]:
    """The list tasks of DreamCoder."""
    return [
        {
            "name": f"task {number}",
            "type": {"input": "list-of-int", "output": "int"},
            "examples": [{"i": _numbers(draw), "o": _number(draw)} for _ in range(12)],
        }
        for number in range(2)
    ]


def sygus(draw: Random) -> str:
    """A problem of SyGuS, by example."""
    constraints = "\n".join(f'(constraint (= (f "{_text(draw)}") "{_text(draw)}"))' for _ in range(4))
    grammar = '((Start String (_arg_0 " " (str.++ Start Start))))'
    return f"(set-logic SLIA)\n(synth-fun f ((_arg_0 String)) String {grammar})\n{constraints}\n(check-synth)\n"


def oeis(draw: Random) -> str:
    """Lines of the file of all sequences, or of an entry."""
    terms = ",".join(str(_number(draw)) for _ in range(28))
    number = draw.randrange(1, 400_000)
    if draw.random() < 0.5:
        return f"A{number:06} ,{terms},\nA{number + 1:06} ,{terms},\n"
    return f"%I A{number:06}\n%S A{number:06} {terms}\n%N A{number:06} A name.\n%O A{number:06} 0,2\n"


def numbered(draw: Random) -> str:
    """A b-file: numbers of terms, and the terms."""
    first = draw.choice((0, 1, -2))
    return "# of terms\n" + "".join(f"{first + i} {_number(draw)}\n" for i in range(12))


def terms(draw: Random) -> str:
    """The first terms of a sequence."""
    start, step = draw.randint(-3, 9), draw.randint(1, 5)
    return draw.choice((", ", " ")).join(str(start + step * i) for i in range(draw.randint(4, 12)))


def rows(draw: Random) -> list[list[str]]:
    """A table with a column that is filled in part."""
    count = draw.randint(3, 6)
    body = [[str(i), draw.choice(WORDS), f"{draw.choice(WORDS)} {i}"] for i in range(count)]
    header = ["id", "name", "first name", "out"]
    return [header, *([*row, row[1].upper() if i < 3 else ""] for i, row in enumerate(body))]


def separated(draw: Random) -> str:
    """A table of comma-separated values."""
    mark = draw.choice((",", ";", "\t"))
    quote = "" if draw.random() < 0.2 else '"'
    cells = [[f"{quote}{cell}{quote}" if set(cell) & set(mark + " ,") else cell for cell in row] for row in rows(draw)]
    return "".join(mark.join(row) + draw.choice(("\n", "\n", "\r\n")) for row in cells)


def cell(draw: Random) -> str:
    """A cell of a notebook: what stands behind its %%induce, and examples."""
    options = draw.choice(("", "best", "best --top 3", "--noise 1", "--seed 3 --top 2"))
    value = draw.choice((_number, _numbers, _text, _rows))
    shown = [f"{value(draw)!r} -> {value(draw)!r}" for _ in range(3)]
    return "\n".join([options, draw.choice(("", "# examples")), *shown, f"{value(draw)!r} -> ?", ""])


def lines(draw: Random) -> str:
    """Tasks as lines of JSON."""
    return "".join(json.dumps(task(draw)) + "\n" for _ in range(3))


def answers(draw: Random) -> str:
    """What is typed where induce asks: the number of an answer, or an output."""
    return "".join(draw.choice(("1\n", "2\n", "= 15\n", "= [1, 2]\n", '= "a"\n')) for _ in range(4))


def _number(draw: Random) -> int:
    return draw.randint(-5, 40)


def _numbers(draw: Random) -> list[int]:
    return [_number(draw) for _ in range(draw.randrange(6))]


def _text(draw: Random) -> str:
    return draw.choice(WORDS)


def _rows(draw: Random) -> list[list[int]]:
    return [_numbers(draw) for _ in range(draw.randrange(4))]


def _record(draw: Random) -> dict[str, Any]:
    return {"name": _text(draw), "n": _number(draw)}


def _grid(draw: Random) -> list[list[int]]:
    return [[draw.randrange(10) for _ in range(4)] for _ in range(draw.choice((1, 1, 3)))]
