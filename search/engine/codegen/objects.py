"""The compiled code on disk: built once by Numba, then loaded in milliseconds without it.

Numba has no ahead-of-time route, its cache does not notice a change in a
function from another file, and importing it takes longer than most searches.
So the generated modules are compiled in processes of their own, and what LLVM
makes of them is kept as object files in a folder named by a hash of all
sources, of Numba's version and of the processor: it can never be stale, and
nobody else's cache moves. The kernels of primitives that people add lie in
folders of their own, so that the built-in ones stay as they are.
"""

from __future__ import annotations

import atexit
import ctypes
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import llvmlite.binding as llvm
import platformdirs

from ....dsl.core import primitive, types
from ....dsl.language.language import BUILTIN, Language
from ....dsl.primitives import kernels
from ....support.errors import InputError
from .generation import COMPILED, LOOPS, function_names, group_sources, is_checked, module_names, sources
from .numbering import first_own, own_kernels

LOOPS_WEIGHT = 2
"""Compiling the loops takes about as long as so many groups of kernels."""

COMPILE = """
import gc, sys
from induce.search.engine.codegen.objects import build
gc.disable()
for name in sys.argv[1:]:
    build(name)
"""

OWN_PREFIX = "induce_own_kernels"
TEMPORARY = "INDUCE_CACHE"
"""Names the temporary folder that serves instead of the user's cache, for processes that this one starts."""
_LOADERS: list[Any] = []
"""What has loaded code, which is there as long as its loader."""

WITHOUT_PYTHON = re.compile(r"^(llvm\..*|mem(cpy|move|set)|\.numba\..*)$")
"""What the code may call: nothing that a running Numba would have to provide."""


class CompilationError(RuntimeError):
    """The search engine could not be compiled."""


@dataclass(frozen=True)
class Modules:
    """Generated modules that are compiled together into one folder."""

    folder: Path
    names: tuple[str, ...]
    sources: Callable[[], Mapping[str, str]]

    @property
    def missing(self) -> list[str]:
        """Those that are not compiled yet."""
        return [name for name in self.names if not all(self.object(name, f).exists() for f in function_names(name))]

    def object(self, module: str, function: str) -> Path:
        """The object file of a function."""
        return _object(self.folder, module, function)


@cache
def _builtin() -> Modules:
    return Modules(_folder(), tuple(module_names()), sources)


@lru_cache(maxsize=64)
def _own(language: Language) -> Modules:
    """The kernels that a language has beside the built-in ones."""
    try:
        texts = group_sources(own_kernels(language), first_own())
    except SyntaxError as error:
        raise InputError(f"{_names(language)}: a kernel does not compile: {error.msg}") from None
    digest = hashlib.sha256("\n".join([_digest(), *texts]).encode()).hexdigest()[:16]
    names = tuple(f"{OWN_PREFIX}_{digest}_{number:02}" for number in range(len(texts)))
    return Modules(_cached(f"own-{digest}", names[0]), names, lambda: dict(zip(names, texts, strict=True)))


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
        If that is the fault of a kernel that is not built in.
    """
    if _builtin().missing:
        _compile(_builtin())
    if own_kernels(language) and _own(language).missing:
        try:
            _compile(_own(language))
        except CompilationError as error:
            raise InputError(f"{_names(language)}: {str(error).replace('the engine does', 'a kernel does')}") from None


def _names(language: Language) -> str:
    return ", ".join(row.name for row in language.own.values() if row.kernel is not None)


def _compile(modules: Modules) -> None:
    """Compile what is missing of some modules, a process a core: Numba compiles under one lock."""
    for name, source in modules.sources().items():
        _replace(modules.folder / f"{name}.py", source.encode())
    shares: list[list[str]] = [[] for _ in range(os.cpu_count() or 1)]
    for name in reversed(modules.missing):
        min(shares, key=lambda share: sum(LOOPS_WEIGHT if job == LOOPS else 1 for job in share)).append(name)
    # Numba would optimise every function by itself and again in each of its callers.
    environment = {**os.environ, "NUMBA_OPT": "0", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    environment["INDUCE_OBJECTS"] = str(modules.folder)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", COMPILE, *share],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for share in shares
        if share
    ]
    try:
        errors = [process.communicate()[1] for process in processes]
    finally:
        for process in processes:
            process.kill()
    for process, error in zip(processes, errors, strict=True):
        if process.returncode:
            raise CompilationError(f"the engine does not compile: {_culprit(error)}")


def _culprit(error: str) -> str:
    """The line of code that Numba's message points at, as it was before it was rewritten; else its last line."""
    lines = error.strip().splitlines() or ["nothing is known"]
    pointed = [lines[i - 1].strip() for i, line in enumerate(lines) if i and line.strip() == "^"]
    return re.sub(r"\bk\d+_", "", pointed[-1]) if pointed else lines[-1]


def build(name: str) -> None:
    """Compile one generated module and write its object files."""
    module = _imported(_folder() / f"{name}.py")
    for function in function_names(name):
        wrapper = vars(module)[f"entry_{function}"]
        unit = llvm.parse_assembly(wrapper.inspect_llvm())
        machine = _machine(llvm.Target.from_triple(unit.triple))
        # The wrapper would report errors to Python; what it wraps is called directly.
        unit.get_function(wrapper.native_name).linkage = "internal"
        unit.get_function(wrapper.native_name.removeprefix("cfunc.")).name = _symbol(name, function)
        _optimise(unit, machine)
        unknown = [one.name for one in unit.functions if one.is_declaration and not WITHOUT_PYTHON.match(one.name)]
        if unknown:
            raise CompilationError(f"{name}.{function} calls {', '.join(unknown)}")
        _replace(_object(_folder(), name, function), machine.emit_object(unit))


def _optimise(unit: Any, machine: Any) -> None:
    """Optimise once what Numba has linked; vectorising loops over a few words would only make them slower."""
    options = llvm.create_pipeline_tuning_options(speed_level=3)
    options.loop_vectorization = options.slp_vectorization = False
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(unit, builder)


@cache
def addresses() -> dict[tuple[str, str], int]:
    """Where each function of each built-in module lies; they are loaded, and if need be compiled first."""
    return _loaded(_builtin(), BUILTIN)


@lru_cache(maxsize=64)
def own_addresses(language: Language) -> tuple[int, ...]:
    """Where the groups of kernels lie that a language has beside the built-in ones."""
    return tuple(_loaded(_own(language), language).values()) if own_kernels(language) else ()


def _loaded(modules: Modules, language: Language) -> dict[tuple[str, str], int]:
    if modules.missing:
        compile_all(language)
    loader = _loader()
    _LOADERS.append(loader)
    wanted = [(module, function) for module in modules.names for function in function_names(module)]
    for module, function in wanted:
        loader.add_object_file(llvm.ObjectFileRef.from_data(modules.object(module, function).read_bytes()))
    loader.finalize_object()
    return {pair: loader.get_function_address(_symbol(*pair)) for pair in wanted}


def callable_at(address: int, words: int) -> Any:
    """The function at an address, which takes so many integers in Numba's convention.

    Two pointers come first, to the result and to what an error would be told by;
    the interpreter's lock is released during a call.
    """
    return ctypes.CFUNCTYPE(ctypes.c_int32, *[ctypes.c_void_p] * 2, *[ctypes.c_int64] * words)(address)


def _loader() -> Any:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return llvm.create_mcjit_compiler(llvm.parse_assembly(""), _machine(target))


def _machine(target: Any) -> Any:
    """Code for this processor, to be loaded at any address."""
    x86 = target.name.startswith("x86")
    return target.create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=3,
        reloc="static" if x86 else "default",
        codemodel="jitdefault",
        jit=True,
    )


def _symbol(module: str, function: str) -> str:
    return f"{module}_{function}"


def _object(folder: Path, module: str, function: str) -> Path:
    return folder / f"{module}-{function}.o"


def _imported(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot import the generated module {file}")
    module = sys.modules[file.stem] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _folder() -> Path:
    """The folder of the built-in compiled code, or of the modules that this process is to compile."""
    given = os.environ.get("INDUCE_OBJECTS")
    return Path(given) if given else _cached(f"engine-{_digest()}", LOOPS)


def _cached(name: str, module: str) -> Path:
    """The folder of this name in the user's cache, with the source of a module in it once it has been filled.

    Where the user's cache is not writable, a temporary folder serves for as long as this process and those
    that it starts.
    """
    folder = Path(platformdirs.user_cache_dir("induce", appauthor=False)) / name
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if os.access(folder, os.W_OK) or (folder / f"{module}.py").exists():
            return folder
    except OSError:
        pass
    given = os.environ.get(TEMPORARY)
    if given is None:
        temporary = tempfile.TemporaryDirectory(prefix="induce-")
        atexit.register(temporary.cleanup)
        given = os.environ[TEMPORARY] = temporary.name
    folder = Path(given) / name
    folder.mkdir(exist_ok=True)
    return folder


@cache
def _digest() -> str:
    """What the compiled code depends on: generating the sources to find out would cost more than loading it."""
    folders = [Path(__file__).parent, COMPILED, Path(kernels.__file__).parent]
    files = [file for folder in folders for file in sorted(folder.glob("*.py"))]
    files += [Path(module.__file__ or "") for module in (primitive, types)]
    machine = [llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten(), llvm.get_process_triple()]
    known = [version("numba"), version("llvmlite"), sys.version, str(is_checked()), *machine]
    text = "\n".join([*known, *(file.read_text(encoding="utf-8") for file in files)])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _replace(file: Path, content: bytes) -> None:
    """Write a file at once or not at all."""
    handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
    try:
        os.replace(temporary, file)
    except PermissionError:
        # On Windows a file in use is not replaced: another process has written the same just now.
        Path(temporary).unlink()
        if not file.exists():
            raise
