"""The options of a search, each listed once."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from ..dsl.core.primitive import Declaration
from ..support.errors import InputError, shown
from ..support.kinds import CALLBACK, SECONDS, SEED, SIZE, Kind, optional, whole
from ..support.options import check, given, option
from ..support.sizes import bytes_of
from .strategies.names import STRATEGIES

if TYPE_CHECKING:
    from .cost.prior import Guide
    from .task.settings import Progress

AUTO = "auto"
"""Names the guide that comes with induce."""

LIMITS, SEARCH, ANSWER = "limits", "search", "answer"
"""Groups of options: what a search may take, how it searches, and what is drawn and shown of it."""


def _parts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError
    parts = set()
    for part in value:
        if not isinstance(part, str):
            raise InputError(f"{shown(part)} is not a valid part; expected a name such as {STRATEGIES[0]}")
        if part not in STRATEGIES:
            raise InputError(f"{shown(part)} is not a valid part; expected {', '.join(STRATEGIES)}")
        parts.add(part)
    return tuple(name for name in STRATEGIES if name in parts)


def _guide(value: Any) -> Any:
    if not isinstance(value, str | PathLike) and not (hasattr(value, "prior") and hasattr(value, "odds")):
        raise TypeError
    if not isinstance(value, PathLike) and not value:
        raise ValueError
    return value


def _primitives(value: Any) -> tuple[Declaration | str, ...]:
    if isinstance(value, str | PathLike) or not isinstance(value, Iterable):
        raise TypeError
    listed = tuple(one if isinstance(one, Declaration) else _path(one) for one in value)
    return tuple(dict.fromkeys(listed))


def _path(value: Any) -> str:
    if not isinstance(value, str | PathLike):
        expected = "functions declared with @primitive, and paths of files that declare some"
        raise InputError(f"{shown(value)} is not a valid primitive; expected {expected}")
    return str(fspath(value))


THREADS = whole("number of threads", least=1, most=1024)
PRIMITIVES = Kind(
    "collection of primitives", "a list of functions declared with @primitive", _primitives, metavar="FILE"
)
PARTS = Kind("collection of parts of the search", "a list such as ['loops', 'edits']", _parts, metavar="PART")
GUIDE = optional(Kind("guide", "'auto', the path of a weights file, a guide", _guide, metavar="FILE"))


@dataclass(frozen=True, kw_only=True)
class SearchOptions:
    """How to search, and what that may take.

    Every field is declared with its meaning, from which the command line and its help are made. A field may
    be given in any form that its check accepts.

    Raises
    ------
    InputError
        If a value is not valid: one line that names the option and says what was expected.
    """

    timeout: float | None = option(
        10.0,
        optional(SECONDS),
        "seconds that the search may take",
        group=LIMITS,
        python="None for no limit",
        shell="no limit with --max-candidates alone",
    )
    max_candidates: int | None = option(
        None,
        optional(whole("number of candidates", least=1)),
        "candidates to try; with this limit alone the answer is the same on any machine",
        group=LIMITS,
        python="None for no limit",
    )
    memory: int | str = option(
        "2GB", SIZE, 'memory for the values found, in bytes or as "500MB" or "2GB"', group=LIMITS
    )
    seed: int = option(0, SEED, "where random draws start; only a search with `noise` draws", group=ANSWER)
    top: int = option(5, whole("number of programs", least=1), "how many ranked programs to show", group=ANSWER)
    progress: Callable[[Progress], None] | None = option(  # noqa: RUF009 - it makes a field
        None, CALLBACK, "called about ten times a second with a `Progress`"
    )
    without: Collection[str] = option(
        (),
        PARTS,
        f"parts of the search to switch off, of {', '.join(STRATEGIES)}",
        group=SEARCH,
        shell="may be repeated",
        repeated=True,
    )
    noise: int = option(
        0,
        whole("number of examples", least=0, metavar="K"),
        "how many examples may be wrong, fewer than half; a program pays for each that it does not reproduce",
        group=SEARCH,
        python="`Result.disbelieved` names them",
    )
    threads: int = option(
        1,
        THREADS,
        "how many threads match side by side; the answer does not depend on it",
        group=SEARCH,
    )
    guide: Guide | str | PathLike[str] | None = option(  # noqa: RUF009
        AUTO,
        GUIDE,
        "who is asked for the costs of a second search once the first moments have found nothing; with `noise` only "
        "where a search believes all the examples that it is given",
        group=SEARCH,
        python='"auto" is the network that comes with induce, a path names a file of weights, None is nobody',
        shell="FILE holds weights that `induce train` wrote",
        off="search with the usual costs alone",
    )
    primitives: Collection[Declaration | str | PathLike[str]] = option(
        (),
        PRIMITIVES,
        "what programs may use beside the built-in primitives; without a kernel it is run in Python, which makes the "
        "search slower",
        group=SEARCH,
        python="functions declared with `primitive`, or paths of files with such; `Result.notes` says what that costs",
        shell="FILE is Python and is run as such; may be repeated",
        repeated=True,
    )

    def __post_init__(self) -> None:
        """Check every option."""
        check(self)

    @property
    def memory_bytes(self) -> int:
        """The memory in bytes."""
        return bytes_of(self.memory)


DEFAULTS = SearchOptions()


def options_from(arguments: argparse.Namespace) -> SearchOptions:
    """The options that a command line means: a limit on candidates alone leaves the clock out of it.

    Raises
    ------
    InputError
        If a value is not valid.
    """
    words = given(arguments, SearchOptions)
    if "max_candidates" in words:
        words.setdefault("timeout", None)
    return SearchOptions(**words)
