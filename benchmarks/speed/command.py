"""`induce bench engine`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...search.options import DEFAULTS, THREADS
from ...support.errors import InputError, tell
from ...support.files import writable, write_whole
from ...support.kinds import POSITIVE, SECONDS

COUNTS = (2, 5, 10)
"""Numbers of examples with which each kind of task is measured."""
NOTHING = "-"
UNUSABLE = "its weights cannot be used"


def add_parser(commands: Any) -> None:
    """Add it to the commands of `induce bench`."""
    engine = commands.add_parser(
        "engine",
        help="measure the search itself",
        description="Measure candidates a second, memory, how long one waits for a start and for the guide, and how "
        "all that grows. Takes about a minute at one second a measurement. Run it on an idle machine.",
    )
    engine.add_argument(
        "--seconds", type=SECONDS, default=1.0, metavar="S", help="time for each measurement (default 1)"
    )
    engine.add_argument(
        "--threads", type=THREADS, default=DEFAULTS.threads, metavar="N", help="threads that match (default 1)"
    )
    engine.add_argument("--cold", action="store_true", help="also time a start that has to compile the engine")
    engine.add_argument(
        "--peers",
        action="store_true",
        help="also measure how many programs a second cvc5 enumerates, and induce over the same grammar, with one "
        "thread each; takes as long again",
    )
    engine.add_argument("--picture", metavar="FILE", help="draw how cost grows into this PNG file")
    engine.add_argument(
        "--against",
        metavar="COMMIT",
        help="install this commit of the clone beside the present code, and measure both in turn instead",
    )
    engine.add_argument(
        "--rounds", type=POSITIVE, default=3, metavar="N", help="how often in turn, with --against (default 3)"
    )
    engine.add_argument("--json", action="store_true", help="print everything as JSON")
    engine.set_defaults(command=_engine)


def _engine(arguments: argparse.Namespace) -> int:
    from ...search.synthesis import warmup
    from ..runs.provenance import commit, machine
    from .growth import growth, picture

    if arguments.against is not None:
        return _compare(arguments)
    version = _peer() if arguments.peers else None
    target = _target(arguments.picture)
    warmup()
    shown = not arguments.json
    rows = list(_rates(arguments, shown=shown))
    peers = None if version is None else {"cvc5": version, "rates": list(_peers(arguments, version, shown=shown))}
    waits = _waits(arguments, shown=shown)
    grown = growth(arguments.seconds)
    points = {name: [asdict(point) for point in found] for name, found in grown.items()}
    if shown:
        _print_growth(points)
    else:
        known = {"machine": machine(), "commit": commit(), "seconds": arguments.seconds, "threads": arguments.threads}
        print(json.dumps({**known, "rates": rows, "peers": peers, "waits": waits, "growth": points}))
    if target is not None:
        write_whole(target, picture(grown))
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    """An older commit beside this code: the rates of both, their ratio, and how far it spreads."""
    from .against import HERE, WHAT, built, compared, in_turn

    others = arguments.cold, arguments.peers, arguments.picture is not None, arguments.threads != DEFAULTS.threads
    if any(others):
        expected = "expected neither --cold nor --peers nor --picture nor --threads"
        raise InputError(f"--against: compares rates of one thread; {expected}")

    def told(number: int) -> None:
        tell(f"measuring both builds, round {number} of {arguments.rounds}")

    with built(arguments.against) as before:
        found = in_turn(before, HERE, seconds=arguments.seconds, rounds=arguments.rounds, told=told)
    rows = compared(found)
    if arguments.json:
        known = [
            {"kind": kind, "examples": examples, **{what: asdict(one) for what, one in rates.items()}}
            for (kind, examples), rates in rows.items()
        ]
        print(json.dumps({"against": arguments.against, "seconds": arguments.seconds, "rates": known}))
        return 0
    print(f"candidates a second at {arguments.against} and now, their ratio, and its least and most in the rounds")
    print(_line("kind", "examples", "phase", "before", "now", "ratio", "least", "most"))
    for (kind, examples), rates in rows.items():
        for what in WHAT:
            if (one := rates.get(what)) is not None:
                ratios = [f"{ratio:.2f}" for ratio in (one.ratio, one.least, one.most)]
                print(_line(kind, str(examples), what, _short(one.before), _short(one.now), *ratios))
    return 0


def _target(path: str | None) -> Path | None:
    """Where the picture goes; what stands in its way is told before anything is measured."""
    from ..report.drawing import check_installed

    if path is None:
        return None
    check_installed()
    return writable(path)


def _peer() -> str:
    """The version of the peer; that there is none is told before anything is measured."""
    from ..solvers.peers.cvc5 import installed

    return installed()


def _rates(arguments: argparse.Namespace, *, shown: bool) -> Iterator[dict[str, Any]]:
    """Each kind of task with each number of examples, printed as it is measured."""
    from .rates import rates
    from .unsolvable import KINDS, unsolvable_task

    if shown:
        print("candidates a second: storing, matching, plain Python; how many times plain Python; bytes a stored value")
        print(_line("kind", "examples", "store", "match", "plain", "store x", "match x", "bytes"))
    for kind in KINDS:
        for examples in COUNTS:
            found = rates(unsolvable_task(kind, examples=examples), arguments.seconds, threads=arguments.threads)
            ratios = [found.ratio(found.store), found.ratio(found.match)]
            if shown:
                shares = [_short(rate) for rate in (found.store, found.match, found.floor)]
                times = [NOTHING if ratio is None else f"{ratio:,.0f}" for ratio in ratios]
                print(_line(kind, str(examples), *shares, *times, f"{found.entry:.0f}"), flush=True)
            yield {
                "kind": kind, "examples": examples, **asdict(found), "store_ratio": ratios[0], "match_ratio": ratios[1]
            }  # fmt: skip


def _peers(arguments: argparse.Namespace, version: str, *, shown: bool) -> Iterator[dict[str, Any]]:
    """Each kind of task for which there is a grammar with each number of examples, printed as it is measured."""
    from .grammars import GRAMMARS
    from .peers import compared
    from .unsolvable import unsolvable_task

    if shown:
        told = f"induce storing and searching, cvc5 {version}; how many times cvc5; cvc5's rewriter"
        print(f"\nprograms a second of processor time over the same grammar: {told}")
        print(_line("kind", "examples", "store", "search", "cvc5", "store x", "search x", "rewriter"))
    for kind, grammar in GRAMMARS.items():
        for examples in COUNTS:
            found = compared(unsolvable_task(kind, examples=examples), grammar, arguments.seconds)
            times = {"store_ratio": found.store_ratio, "search_ratio": found.search_ratio}
            if shown:
                shares = [_short(rate) for rate in (found.store, found.search, found.cvc5)]
                ratios = [f"{ratio:,.0f}" for ratio in times.values()]
                print(_line(kind, str(examples), *shares, *ratios, found.rewriter), flush=True)
            yield {"kind": kind, "examples": examples, **asdict(found), **times}


def _waits(arguments: argparse.Namespace, *, shown: bool) -> dict[str, Any]:
    """Starts in seconds, the guide in milliseconds."""
    from .latency import cold_start, guide_latency, warm_start
    from .unsolvable import KINDS, unsolvable_task

    guide = guide_latency([unsolvable_task(kind) for kind in KINDS])
    warm, cold = warm_start(), cold_start() if arguments.cold else None
    if shown:
        print(f"\nfrom the start of a process to its first answer: {warm:.2f} s")
        if cold is not None:
            print(f"the same where the engine is yet to be compiled: {cold:.1f} s")
        told = UNUSABLE if guide is None else f"{guide.task:.1f} ms a task, {guide.load:.0f} ms to load"
        print(f"the guide: {told}")
    return {"warm": warm, "cold": cold, "guide": None if guide is None else asdict(guide)}


def _print_growth(points: dict[str, list[dict[str, Any]]]) -> None:
    for name, rows in points.items():
        print()
        print(_line(name, "candidates", "MB", "seconds"))
        for row in rows:
            cells = f"{row['candidates']:,}", f"{row['bytes'] / 1e6:.2f}", f"{row['seconds']:.3f}"
            print(_line(str(row["at"]), *cells))


def _line(first: str, *cells: str) -> str:
    return first.ljust(9) + "".join(cell.rjust(12) for cell in cells)


def _short(rate: float | None) -> str:
    if rate is None:
        return NOTHING
    return f"{rate / 1e6:.2f} M" if rate >= 1e6 else f"{rate / 1e3:.1f} k"
