"""The compiled code on disk: built once by Numba, then loaded in milliseconds without it.

Numba has no ahead-of-time route, its cache does not notice a change in a
function from another file, and importing it takes longer than most searches.
So the generated modules are compiled in processes of their own, and what LLVM
makes of them is kept as object files in a folder named by a hash of all
sources, of Numba's version and of the processor: it can never be stale, and
nobody else's cache moves.
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
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import llvmlite.binding as llvm
import platformdirs

from ....dsl.core import primitive, types
from ....dsl.primitives import kernels
from .generation import COMPILED, LOOPS, function_names, is_checked, module_names, sources

LOOPS_WEIGHT = 2
"""Compiling the loops takes about as long as so many groups of kernels."""

COMPILE = """
import gc, sys
from induce.search.engine.codegen.objects import build
gc.disable()
for name in sys.argv[1:]:
    build(name)
"""

WITHOUT_PYTHON = re.compile(r"^(llvm\..*|mem(cpy|move|set)|\.numba\..*)$")
"""What the code may call: nothing that a running Numba would have to provide."""


class CompilationError(RuntimeError):
    """The search engine could not be compiled."""


def is_warm() -> bool:
    """Whether all compiled code is on disk already."""
    return all(_object(module, function).exists() for module in module_names() for function in function_names(module))


def compile_all() -> None:
    """Compile whatever is missing, a process a core: Numba compiles under one lock.

    Raises
    ------
    CompilationError
        If a process fails; its last line says why.
    """
    _write_sources(_folder())
    shares: list[list[str]] = [[] for _ in range(os.cpu_count() or 1)]
    missing = [name for name in module_names() if not all(_object(name, f).exists() for f in function_names(name))]
    for name in reversed(missing):
        min(shares, key=lambda share: sum(LOOPS_WEIGHT if job == LOOPS else 1 for job in share)).append(name)
    # Numba would optimise every function by itself and again in each of its callers.
    environment = {**os.environ, "NUMBA_OPT": "0", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    environment["INDUCE_OBJECTS"] = str(_folder())
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
            raise CompilationError(f"the engine does not compile: {error.strip().rpartition(chr(10))[2]}")


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
        _replace(_object(name, function), machine.emit_object(unit))


def _optimise(unit: Any, machine: Any) -> None:
    """Optimise once what Numba has linked; vectorising loops over a few words would only make them slower."""
    options = llvm.create_pipeline_tuning_options(speed_level=3)
    options.loop_vectorization = options.slp_vectorization = False
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(unit, builder)


@cache
def addresses() -> dict[tuple[str, str], int]:
    """Where each function of each generated module lies; they are loaded, and if need be compiled first."""
    if not is_warm():
        compile_all()
    loader = _loader()
    wanted = [(module, function) for module in module_names() for function in function_names(module)]
    for module, function in wanted:
        loader.add_object_file(llvm.ObjectFileRef.from_data(_object(module, function).read_bytes()))
    loader.finalize_object()
    return {pair: loader.get_function_address(_symbol(*pair)) for pair in wanted}


def callable_at(address: int, words: int) -> Any:
    """The function at an address, which takes so many integers in Numba's convention.

    Two pointers come first, to the result and to what an error would be told by;
    the interpreter's lock is released during a call.
    """
    return ctypes.CFUNCTYPE(ctypes.c_int32, *[ctypes.c_void_p] * 2, *[ctypes.c_int64] * words)(address)


@cache
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


def _object(module: str, function: str) -> Path:
    return _folder() / f"{module}-{function}.o"


def _imported(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot import the generated module {file}")
    module = sys.modules[file.stem] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _folder() -> Path:
    """The folder of the compiled code.

    Where the user's cache is not writable, a temporary folder serves for as long as this process and those
    that it starts.
    """
    given = os.environ.get("INDUCE_OBJECTS")
    if given:
        return Path(given)
    folder = Path(platformdirs.user_cache_dir("induce", appauthor=False)) / f"engine-{_digest()}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if os.access(folder, os.W_OK) or (folder / f"{LOOPS}.py").exists():
            return folder
    except OSError:
        pass
    temporary = tempfile.TemporaryDirectory(prefix="induce-")
    atexit.register(temporary.cleanup)
    os.environ["INDUCE_OBJECTS"] = temporary.name
    return Path(temporary.name)


def _digest() -> str:
    """What the compiled code depends on: generating the sources to find out would cost more than loading it."""
    folders = [Path(__file__).parent, COMPILED, Path(kernels.__file__).parent]
    files = [file for folder in folders for file in sorted(folder.glob("*.py"))]
    files += [Path(module.__file__ or "") for module in (primitive, types)]
    machine = [llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten(), llvm.get_process_triple()]
    known = [version("numba"), version("llvmlite"), sys.version, str(is_checked()), *machine]
    text = "\n".join([*known, *(file.read_text(encoding="utf-8") for file in files)])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _write_sources(folder: Path) -> None:
    for name, source in sources().items():
        _replace(folder / f"{name}.py", source.encode())


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
