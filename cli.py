"""The command line: solve, apply, fill, extend, serve, warmup, bench, train, check.

Exit codes: 0 solved, 1 no program within the budget, 2 bad input, 3 internal
error, 130 interrupted. What is slow to import is imported where it is used, so
that help and input errors are instant.
"""

from __future__ import annotations

import argparse
import errno
import gc
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .check.command import add_parser as add_check
from .information import SHELLS, Completion, Version
from .search.options import ANSWER, LIMITS, SEARCH, SearchOptions, options_from
from .sequences.command import add_parser as add_extend
from .sequences.command import with_negative_numbers
from .serve.command import add_parser as add_serve
from .support.arguments import Parser
from .support.errors import InputError, tell
from .support.files import why
from .support.kinds import MINUTES, POSITIVE, SEED
from .support.options import add_options
from .tables.command import add_apply, add_fill, is_table, run_apply

if TYPE_CHECKING:
    from .dsl.program import Program
    from .search.answer.result import Result
    from .search.task.settings import Progress
    from .search.task.task import Task
    from .session import Session

SOLVED, UNSOLVED, BAD_INPUT, INTERNAL_ERROR, INTERRUPTED = 0, 1, 2, 3, 130

ONE_BLAS_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""For NumPy, which would start one for each processor: that takes a tenth of a second, and matrices here are small."""
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    os.environ.setdefault(*ONE_BLAS_THREAD)
    words = list(sys.argv[1:] if argv is None else argv)
    benching = words[:1] == ["bench"]
    if benching:
        from .benchmarks.command import with_command

        words[1:] = with_command(words[1:])
    elif words[:1] == ["extend"]:
        words[1:] = with_negative_numbers(words[1:])
    completing = any(word.startswith("--print") for word in words[:1])
    parser = parser_of(benching=benching or completing)
    try:
        arguments = parser.parse_args(words)
        code: int = arguments.command(arguments)
        sys.stdout.flush()
        return code
    except InputError as error:
        return _complain(str(error), BAD_INPUT)
    except KeyboardInterrupt:
        return _complain("interrupted", INTERRUPTED)
    except BrokenPipeError:
        _forget_output()  # The reader has gone.
        return SOLVED
    except Exception as error:  # noqa: BLE001 - the last resort: one line instead of a traceback
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            _forget_output()
            return _complain(f"the output cannot be written: {why(error)}", BAD_INPUT)
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return _complain(
            f"internal error: {type(error).__name__}: {' '.join(str(error).split())} (at {where}); please report it",
            INTERNAL_ERROR,
        )


def _forget_output() -> None:
    """What Python flushes at exit must not tell either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str, code: int) -> int:
    tell(message)
    return code


def parser_of(*, benching: bool) -> argparse.ArgumentParser:
    """The whole command line; the commands of `bench` are many, and left out where none is called."""
    parser = Parser(prog="induce", description="Finds short programs from input/output examples.")
    parser.add_argument("--version", action=Version, nargs=0, help="print what a report of a mistake needs")
    parser.add_argument(
        "--print-completion",
        action=Completion,
        choices=SHELLS,
        help="print a script that makes a shell complete commands and options (pip install 'induce[completion]')",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_solve(commands)
    _add_apply(commands)
    add_fill(commands)
    add_extend(commands)
    add_serve(commands)
    _add_warmup(commands)
    bench = commands.add_parser("bench", help="solve sets of tasks", description="Solve sets of tasks, and compare.")
    if benching:
        from .benchmarks.command import add_parsers

        add_parsers(bench)
    _add_train(commands)
    add_check(commands)
    return parser


def _add_solve(commands: Any) -> None:
    solve = commands.add_parser(
        "solve", help="find a program for a task file", description="Find a program for a task file."
    )
    solve.add_argument("task", help="a JSON file with train and test examples, or a .sl file; - for standard input")
    add_options(solve, SearchOptions, LIMITS, SEARCH, ANSWER)
    form = solve.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print everything as JSON")
    form.add_argument("--python", action="store_true", help="print nothing but the Python source")
    form.add_argument(
        "--text", action="store_true", help="print nothing but the program text, as `induce apply` reads it"
    )
    solve.add_argument(
        "--ask", action="store_true", help="ask, on standard input, for the outputs that tell the rivals apart"
    )
    solve.set_defaults(command=_solve)


def _add_apply(commands: Any) -> None:
    apply = commands.add_parser(
        "apply", help="run a saved program on new inputs", description="Run a saved program on new inputs."
    )
    apply.add_argument("program", help="a file with a program text, or the text itself; - for standard input")
    apply.add_argument(
        "inputs", help="a JSON file with a list of inputs, a task file, whose test inputs are taken, or a table"
    )
    apply.add_argument(
        "--primitives",
        action="append",
        default=[],
        metavar="FILE",
        help="Python that declares primitives which the program uses, run as such; may be repeated",
    )
    add_apply(apply)
    apply.set_defaults(command=_apply)


def _add_warmup(commands: Any) -> None:
    warmup = commands.add_parser(
        "warmup", help="compile ahead", description="Compile the engine ahead of its first use."
    )
    warmup.set_defaults(command=_warmup)


def _add_train(commands: Any) -> None:
    train = commands.add_parser("train", help="train the guide", description="Train the network that guides searches.")
    limit = train.add_mutually_exclusive_group()
    limit.add_argument("--minutes", type=MINUTES, metavar="M", help="how long to train (default 60; 3 with --study)")
    limit.add_argument("--steps", type=POSITIVE, metavar="N", help="how many steps to train")
    train.add_argument("--seed", type=SEED, default=0, metavar="S", help="of all that is drawn (default 0)")
    train.add_argument("--workers", type=POSITIVE, default=1, metavar="W", help="processes that make tasks (default 1)")
    train.add_argument(
        "--output",
        metavar="FILE",
        help="where the weights go (default: weights.safetensors, or prior.json; if new), or the folder of a study "
        "(default: study)",
    )
    train.add_argument(
        "--checkpoint",
        metavar="FILE",
        help="keep the state of the training, or what the searches found, here, and go on from it if it is there",
    )
    train.add_argument("--device", choices=("auto", "cpu", "cuda"), help="what to compute on (default auto)")
    kind = train.add_mutually_exclusive_group()
    kind.add_argument("--study", action="store_true", help="train each variant for the same time, and compare them")
    kind.add_argument(
        "--prior",
        action="store_true",
        help="learn the prior of whole programs and the confidence instead, from what searches find for the corpus",
    )
    train.add_argument("--draws", type=POSITIVE, metavar="N", help="tasks of each function of the corpus (default 3)")
    train.add_argument(
        "--tasks", nargs="+", metavar="FILE", help="JSON lines of tasks to compare them on, or to learn from, as well"
    )
    train.add_argument(
        "--candidates", type=POSITIVE, metavar="N", help="candidates for a search of the study (default 3,000,000)"
    )
    train.set_defaults(command=_train)


def _solve(arguments: argparse.Namespace) -> int:
    if arguments.ask and arguments.task == "-":
        raise InputError("--ask: answers come from standard input, so the task cannot; expected a file")
    options = options_from(arguments)
    task = _task_of(arguments.task, noise=options.noise)
    with _loading():
        from .dialogue import questioned
        from .report import print_result, print_source
        from .session import Session

    session = Session.of(task, options, warn=tell)
    with _progress_line() as progress:
        result = session.solve(progress=progress)
    result = questioned(result)
    if arguments.ask:
        result = _asked(session, result, alone=arguments.json or arguments.python or arguments.text)
    if arguments.json:
        print(json.dumps(result.to_json(timed=options.max_candidates is None), ensure_ascii=False))
    elif arguments.python or arguments.text:
        print_source(result, python=arguments.python)
    else:
        print_result(result)
    if result.stats.stopped_by == "interrupted":
        return INTERRUPTED
    return SOLVED if result.status == "solved" else UNSOLVED


def _task_of(source: str, *, noise: int) -> Task:
    if source.lower().endswith(".sl"):
        from .benchmarks.tasks.formats import sygus

        return sygus.load_task(Path(source), noise=noise)
    from .search.task.loading import load_task

    return load_task(source, noise=noise)


@contextmanager
def _loading() -> Iterator[None]:
    """Import what stays for good: the collector of garbage neither looks at it meanwhile nor ever after."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def _asked(session: Session, result: Result, *, alone: bool) -> Result:
    """What the dialogue makes of a result; it goes to standard error where the answer is to stand alone."""
    from .dialogue import Dialogue

    out = sys.stderr if alone else sys.stdout
    return Dialogue(sys.stdin.buffer, out, _progress_line).hold(session, result)


@contextmanager
def _progress_line() -> Iterator[Callable[[Progress], None]]:
    """A callback that keeps one line up to date on a terminal; elsewhere it only tells of a compilation."""
    if not sys.stderr.isatty():
        yield _tell_compilation
        return
    from rich.console import Console

    from .report import told_progress

    with Console(stderr=True).status("starting") as status:
        yield lambda progress: status.update(told_progress(progress))


def _tell_compilation(progress: Progress) -> None:
    if progress.phase in ("compile", "kernels"):
        from .report import told_progress

        print(f"induce: {told_progress(progress)}", file=sys.stderr)


def _apply(arguments: argparse.Namespace) -> int:
    from .dsl.core.expression import Undefined
    from .search.task.loading import load_inputs
    from .sequences.rules.digits import all_digits

    program = _program_of(arguments.program, arguments.primitives)
    if is_table(arguments.inputs):
        return run_apply(arguments, program)
    inputs = load_inputs(arguments.inputs)
    name = "standard input" if arguments.inputs == "-" else arguments.inputs
    code = SOLVED
    for number, values in enumerate(inputs):
        try:
            with all_digits():
                print(json.dumps(program(*values), ensure_ascii=False))
        except Undefined as error:
            print("null")
            code = _complain(f"{name}: input {number}: undefined: {error}", UNSOLVED)
        except TypeError as error:
            raise InputError(f"{name}: input {number}: {error}") from None
    return code


def _program_of(text: str, primitives: Sequence[str]) -> Program:
    """The program of a text, of a file or of standard input."""
    from .dsl.language.loading import load_primitives
    from .dsl.program import parse
    from .dsl.text.parser import ProgramError
    from .search.task.loading import load_text

    source = "program"
    if not text.lstrip().startswith("("):
        source = "standard input" if text == "-" else text
        text = load_text(text).strip()
    added = load_primitives(primitives)
    try:
        return parse(text, primitives=added)
    except ProgramError as error:
        raise InputError(f"{source}: {error.told}") from None


def _warmup(_: argparse.Namespace) -> int:
    from .search.synthesis import warmup

    with _progress_line() as progress:
        warmup(progress)
    print("the search engine is compiled")
    return SOLVED


def _train(arguments: argparse.Namespace) -> int:
    from .guide.command import run

    run(arguments)
    return SOLVED


if __name__ == "__main__":
    sys.exit(main())
