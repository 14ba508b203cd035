"""Cases with numbers that are large although the input is small; run as a process, it prints those that run away."""

from __future__ import annotations

import json
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import product
from typing import Any

from induce import extend, parse, synthesize
from induce.dsl.core.application import apply, resolve
from induce.dsl.core.bounds import within_bounds
from induce.dsl.core.expression import Undefined
from induce.dsl.core.layout import encode
from induce.dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from induce.dsl.core.types import BOOL, CLASSES, FLOAT, INT, STR, Type, list_of
from induce.dsl.core.unification import substitute
from induce.dsl.language.language import BUILTIN
from induce.search.synthesis import warmup
from induce.search.task.budget import Budget
from induce.sequences.searched.forms import FORMS
from induce.sequences.searched.searched import searched_rules

from .dsl.primitives.test_kernels import run_kernel, run_reference

LARGE = (10**9, 10**15, 2**53)
NUMBERS = (*LARGE, *(-number for number in LARGE))
SECONDS, MEGABYTES = 1.0, 500
ADDRESSES = 6 * 10**9
"""Bytes after which a case that runs away fails, before the machine does."""
TIMEOUT = 0.1
CAP = 256

Case = tuple[str, float, Callable[[], Any]]
"""What it is, the seconds of the processor that it may take, and what is done."""


class TooSlow(Exception):
    pass


def references() -> Iterator[Case]:
    """Every primitive on large numbers, alone, in lists and in rows."""
    for row in BUILTIN.vocabulary.values():
        for types in _types(row):
            for each in (False, True):
                lifted = [list_of(type_) if each and type_ == INT else type_ for type_ in types]
                application = None if each and lifted == types else resolve(row, lifted, each=each)
                if application is not None and not row.lazy:
                    for values in _arguments(lifted):
                        yield f"{row.name} {values}", SECONDS, partial(_applied, row, application, values)


def _types(row: Primitive) -> Iterator[list[Type]]:
    """Types of arguments that it takes."""
    for sequence in (list_of(INT), STR) if "s" in str(row.signature) else (STR,):
        bound = {"a": INT, "e": INT, "n": INT, "t": INT, "u": INT, "s": sequence}
        yield [substitute(parameter, bound) for parameter in row.parameters]
    if row.elementwise and INT in row.parameters:
        yield [list_of(parameter) if parameter == INT else parameter for parameter in row.parameters]


def _arguments(types: list[Type]) -> Iterator[tuple[Any, ...]]:
    few = NUMBERS if types.count(INT) < 3 else LARGE
    yield from product(*(_values(type_, few) for type_ in types))


def _values(type_: Type, numbers: tuple[int, ...]) -> list[Any]:
    if type_.is_function:
        if type_.result is not None and type_.result.is_list:
            return [lambda first, *_: [first]]
        if type_.result == BOOL:
            return [lambda *_: False]
        place = type_.parameters.index(type_.result) if type_.result in type_.parameters else 0
        return [lambda *given: given[place]]
    if type_.name in CLASSES:
        class_: Any = CLASSES[type_.name]
        return [class_.max, class_.min] if hasattr(class_, "max") and type_.name != "Decimal" else [class_(9)]
    if type_.is_optional:
        return [None, *_values(type_.parts[0], numbers)]
    if type_.item is not None:
        return [[], *([value, value] for value in _values(type_.item, numbers))][:5]
    lists: dict[Type, list[Any]] = {INT: [*numbers, 3], FLOAT: [*map(float, numbers)], BOOL: [True], STR: ["a, b", ""]}
    return lists[type_]


def _applied(row: Primitive, application: Any, values: tuple[Any, ...]) -> None:
    with suppress(*UNDEFINED_ERRORS):
        within_bounds(apply(row, application, values), exact=True)


def kernels() -> Iterator[Case]:
    """Every kernel, which has to agree with its reference."""
    for row in BUILTIN.searched.values():
        if row.kernel is not None:
            for types in _types(row):
                application = resolve(row, types)
                if application is not None and not any(application.broadcast):
                    result = application.result
                    for values in _arguments(types):
                        yield f"{row.name} {values}", SECONDS, partial(_agree, row, values, types, result)


def _agree(row: Primitive, values: tuple[Any, ...], types: list[Type], result: Type) -> None:
    expected, got = run_reference(row, values), run_kernel(row, values, types, result, CAP)
    assert got == expected or (got is None and len(encode(expected, result)) + 1 >= CAP), (expected, got)


PROGRAMS = (
    "recurrence([1, 1], [0, 1], n)",
    "recurrence([2], [1], n)",
    "p_recursive([[1, 1], [-2, 4]], [1], n)",
    "p_recursive([[1], [0, 1]], [1], n)",
    "choose(n, n // 2)",
    "choose(n * n, n)",
    "power(3, n)",
    "power(n, n)",
    "such_that(n, n, (k: Int) -> k < 0)",
    "product(one_to(n))",
    "running_product(one_to(n))",
    "copies(iota(n), n)",
    "each.iota(copies(n, 1000))",
    "each.one_to(one_to(n))",
    "power(2, copies(n, 1000))",
    "map(iota(n), (k: Int) -> one_to(n))",
    "map(iota(n), (k: Int) -> power(2, n))",
    "scan(iota(n), [1], (acc: List[Int], k: Int) -> acc + acc)",
    "unfold(n, 3, (k: Int) -> k * k)",
    "euler_transform(one_to(n))",
    "exp_transform(one_to(n))",
    "invert_transform(one_to(n))",
    "to_base(power(2, n), 2)",
    "root_of(power(2, n), 999)",
    "gcd(power(2, n) + 1, power(3, n // 2))",
)
"""What grows with n; at 100,000 too, where lists have their greatest length."""


def programs() -> Iterator[Case]:
    """Programs of exact integers, run."""
    for text in PROGRAMS:
        program = parse(f"(n: Int) -> {text}")
        for n in (*NUMBERS, 100_000):
            yield f"{text} {n}", SECONDS, partial(_run, program, n)


def _run(program: Any, n: int) -> None:
    with suppress(Undefined):
        program(n)


def tasks() -> Iterator[Case]:
    """Tasks from and to all types: large numbers as inputs of the examples, and as inputs to be predicted."""
    meanings: dict[str, Callable[[int], Any]] = {
        "Int": lambda x: x // 2 + 1,
        "Int by chance": lambda x: x * x % 1009,
        "Bool": lambda x: x % 3 == 0,
        "Str": lambda x: str(x)[::-1],
        "List": lambda x: [x // 2, x % 5],
    }
    for base, (name, meaning) in product(NUMBERS, meanings.items()):
        near = [base - (i * i * 7 + i) * (1 if base > 0 else -1) for i in range(7)]
        spread = [base // (i + 1) for i in range(7)]
        for xs in (near, spread, [*range(6), base]):
            yield f"Int -> {name} {xs}", SECONDS, partial(_solve, [(x, meaning(x)) for x in xs], list(NUMBERS))
        lists = [(near[: i + 1], meaning(sum(near[: i + 1]) // 8)) for i in range(6)]
        yield f"List -> {name} {base}", SECONDS, partial(_solve, lists, [[n, 3] for n in NUMBERS])
        pairs = [((x, i), meaning(x + i if base < 0 else x - i)) for i, x in enumerate(near)]
        yield f"two -> {name} {base}", SECONDS, partial(_solve, pairs, list(product(NUMBERS, (3, -3))))
    for name, small in SMALL.items():
        examples = [(n, small(n)) for n in range(2, 9)]
        yield f"predictions {name}", SECONDS, partial(_solve, examples, list(NUMBERS))
        lists = [([n, 2], [small(n), small(2)]) for n in range(2, 9)]
        yield f"predictions in lists {name}", SECONDS, partial(_solve, lists, [[n, 3] for n in NUMBERS])
    timestamps = [(1_700_000_000 + 86_400 * k * k, k) for k in range(7)]
    yield "timestamps", SECONDS, partial(_solve, timestamps, list(NUMBERS))
    scattered = [(1_700_000_000 + 1_234_567 * i**3 % 10**8, i * i % 7) for i in range(60)]
    yield "many examples", SECONDS, partial(_solve, scattered, list(NUMBERS))


SMALL: dict[str, Callable[[int], Any]] = {
    "range": lambda n: list(range(n)),
    "ones": lambda n: [1] * n,
    "text": lambda n: "ab" * n,
    "sum": lambda n: sum(range(n)),
    "power": lambda n: 2**n,
    "tribonacci": lambda n: (0, 0, 1, 1, 2, 4, 7, 13, 24, 44)[n],
    "rows": lambda n: [[n] * n] * n,
}


def _solve(examples: list[tuple[Any, Any]], inputs: list[Any]) -> None:
    synthesize(examples, inputs=inputs, max_candidates=10_000, timeout=None, memory="100MB", guide=None)


def sequences() -> Iterator[Case]:
    """Terms and numbers of first terms."""
    for n in NUMBERS:
        for terms in (
            [n + 3 * i * i for i in range(8)],
            [n * (i % 3) for i in range(8)],
            [1, n, n * n + 1, n**3, 7, 1],
            [abs(n) * i // 7 for i in range(12)],
            [1, 2, 4, 8, 15, 16, abs(n)],
        ):
            yield f"extend {terms}", SECONDS + TIMEOUT, partial(extend, terms, timeout=TIMEOUT)
    for start in (10**9, 10**15 - 1, -(10**15) + 1, 100_000):
        for terms in ([1, 3, 6, 10, 15, 21, 28], [2, 3, 5, 7, 11, 13, 17, 19], [1, 2, 5, 15, 52, 203, 877, 4140]):
            yield f"extend {terms} {start}", SECONDS + TIMEOUT, partial(extend, terms, start=start, timeout=TIMEOUT)

    far, budget = [i * (i + 1) // 2 for i in range(12)], Budget(None, 1_000_000, 10**8)
    search = partial(searched_rules, far, start=100_000, budget=budget, forms=FORMS[:1])
    yield (
        "a search for loops of very many steps",
        4 * SECONDS,
        search,
    )  # Comprehensions and recurrences take their share.


def _stop(*_: object) -> None:
    raise TooSlow


def main(group: str) -> None:
    """Run the cases of a group; print those that fail, in JSON, with their seconds and megabytes."""
    warmup()
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    signal.signal(signal.SIGPROF, _stop)
    failed, count = [], 0
    for name, seconds, action in globals()[group]():
        count += 1
        error, before, began = "", _peak(), time.process_time()
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            action()
        except (TooSlow, MemoryError, AssertionError) as problem:
            error = repr(problem)[:200]
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        grown = _peak() - before
        if error or grown > MEGABYTES:
            failed.append([name[:200], error, round(time.process_time() - began, 2), grown])
    print(json.dumps({"count": count, "failed": failed}))


def _peak() -> int:
    """The most memory that this process has taken, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "linux" else 1024**2)


if __name__ == "__main__":
    main(sys.argv[1])
