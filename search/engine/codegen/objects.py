"""The compiled code on disk: made once in some seconds, then loaded in milliseconds.

The object files lie in a folder named by a hash of all sources, of LLVM's
version and of the processor, so they are never stale. The kernels of
primitives that people add lie in folders of their own, so that the built-in
ones stay as they are.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from ....dsl.language.language import BUILTIN, Language
from ....dsl.language.own import place_of
from ....support.errors import InputError
from ..translation.kinds import Untranslatable
from .cache import clear, digest, digest_of, folder_of, keep, kept
from .generation import Job, jobs, kernel_jobs
from .machine import loaded, machine_code
from .numbering import first_own, own_kernels

MOST_PROCESSES = 4
"""More would take longer to begin than they save."""
COMPILE = "import sys; from induce.search.engine.codegen.objects import build; build(sys.argv[1], sys.argv[2:])"


class CompilationError(RuntimeError):
    """The search engine could not be compiled."""


@dataclass(frozen=True)
class Objects:
    """Object files in one folder."""

    folder: Path
    jobs: tuple[Job, ...]

    @property
    def missing(self) -> list[Job]:
        """What is not compiled yet, or damaged."""
        return [job for job in self.jobs if kept(self.file(job.name)) is None]

    def file(self, name: str) -> Path:
        """The object file of a job."""
        return self.folder / f"{name}.o"

    def addresses(self) -> dict[str, int]:
        """Where each function lies once all are loaded.

        Raises
        ------
        CompilationError
            If a file is missing or damaged.
        """
        names = [name for job in self.jobs for name in job.functions]
        contents = [kept(self.file(job.name)) or _gone(self.file(job.name)) for job in self.jobs]
        return dict(zip(names, loaded(contents, names), strict=True))


def _gone(file: Path) -> bytes:
    raise CompilationError(f"{file}: damaged or removed meanwhile")


@cache
def _builtin() -> Objects:
    return Objects(folder_of(f"engine-{digest()}"), jobs())


@lru_cache(maxsize=64)
def _own(language: Language) -> Objects:
    """The kernels that a language has beside the built-in ones."""
    own = kernel_jobs(own_kernels(language), first_own())
    try:
        texts = [job.text() for job in own]
    except Untranslatable:
        _refuse(language)
        raise
    return Objects(folder_of(f"own-{digest_of([digest(), *texts])}"), own)


def _refuse(language: Language) -> None:
    """Name the kernel that does not compile.

    Raises
    ------
    InputError
        If there is one.
    """
    rows = [row for row in language.own.values() if row.kernel is not None]
    for row, kernel in zip(rows, own_kernels(language), strict=True):
        try:
            kernel_jobs((kernel,))[0].text()
        except Untranslatable as error:
            place = place_of(row.reference)
            raise InputError(f"{place}: {row.name}: its kernel does not compile: {error.statement}: {error}") from None


def is_warm(language: Language = BUILTIN) -> bool:
    """Whether all compiled code is on disk already."""
    return not _builtin().missing and not (own_kernels(language) and _own(language).missing)


def compile_all(language: Language = BUILTIN) -> None:
    """Compile whatever is missing.

    Raises
    ------
    CompilationError
        If a process fails; its last line says why.
    InputError
        If a kernel that is not built in cannot be compiled.
    """
    _compile(_builtin())
    if own_kernels(language) and (missing := _own(language).missing):
        _build(_own(language), missing)
        clear(_own(language).folder)


def _compile(objects: Objects) -> None:
    """Compile what is missing, here and in other processes: LLVM works under one lock."""
    missing = objects.missing
    if not missing:
        return
    shares = [missing[start :: _processes()] for start in range(min(_processes(), len(missing)))]
    # Modules come from where this process has them, not from a folder that happens to be the current one.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
    processes = [
        subprocess.Popen(
            [sys.executable, "-P", "-c", COMPILE, str(objects.folder), *(job.name for job in share)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for share in shares[1:]
    ]
    try:
        for share in shares[:1]:
            _build(objects, share)
        errors = [process.communicate()[1] for process in processes]
    finally:
        for process in processes:
            process.kill()
    for process, error in zip(processes, errors, strict=True):
        if process.returncode:
            last = (error.strip().splitlines() or ["nothing is known"])[-1]
            raise CompilationError(f"the engine does not compile: {last}")
    clear(objects.folder)


def _processes() -> int:
    return min(os.cpu_count() or 1, MOST_PROCESSES)


def build(folder: str, names: Sequence[str]) -> None:
    """Do the jobs of these names, in a process of their own."""
    _build(Objects(Path(folder), jobs()), [job for job in jobs() if job.name in names])


def _build(objects: Objects, wanted: Sequence[Job]) -> None:
    for job in wanted:
        if kept(objects.file(job.name)) is None:  # Another search may have begun to compile.
            keep(objects.file(job.name), machine_code(job.text()))


@cache
def addresses() -> dict[str, int]:
    """Where each built-in function lies; they are loaded, and if need be compiled first."""
    compile_all()
    return _builtin().addresses()


@lru_cache(maxsize=64)
def own_addresses(language: Language) -> tuple[int, ...]:
    """Where the kernels lie that a language has beside the built-in ones."""
    if not own_kernels(language):
        return ()
    compile_all(language)
    return tuple(_own(language).addresses().values())
