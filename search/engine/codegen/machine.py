"""LLVM: what makes machine code of a text in its language, and loads it."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import llvmlite.binding as llvm

_LOADERS: list[Any] = []
"""What has loaded code, which is there as long as its loader."""


GENERIC = "INDUCE_GENERIC"
"""The environment variable that asks for code that every processor of this kind runs, as the oldest ones do."""


def processor() -> tuple[str, str, str]:
    """What machine code is made for: the processor, what it can do, and the system."""
    if os.environ.get(GENERIC, "0") not in {"", "0"}:
        return "generic", "", llvm.get_process_triple()
    return llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten(), llvm.get_process_triple()


def machine_code(text: str) -> bytes:
    """The object file of some functions."""
    machine = _machine()
    unit = llvm.parse_assembly(text)
    unit.triple, unit.data_layout = llvm.get_process_triple(), str(machine.target_data)
    options = llvm.create_pipeline_tuning_options(speed_level=3)
    # Most loops go over a few words: vectorised they would be slower, and unrolled no faster.
    options.loop_vectorization = options.slp_vectorization = options.loop_unrolling = False
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(unit, builder)
    code: bytes = machine.emit_object(unit)
    return code


def loaded(objects: Iterable[bytes], functions: Sequence[str]) -> list[int]:
    """Where functions lie once the object files are loaded."""
    loader = llvm.create_mcjit_compiler(llvm.parse_assembly(""), _machine())
    _LOADERS.append(loader)
    for one in objects:
        loader.add_object_file(llvm.ObjectFileRef.from_data(one))
    loader.finalize_object()
    return [loader.get_function_address(name) for name in functions]


def callable_at(address: int, words: int) -> Any:
    """The function at an address, which takes so many integers; the interpreter's lock is released during a call."""
    return ctypes.CFUNCTYPE(*[ctypes.c_int64] * (1 + words))(address)


@cache
def _target() -> Any:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm.Target.from_triple(llvm.get_process_triple())


def _machine() -> Any:
    """Code for this processor, to be loaded at any address."""
    target = _target()
    name, features, _ = processor()
    return target.create_target_machine(
        cpu=name,
        features=features,
        opt=3,
        reloc="static" if target.name.startswith("x86") else "default",
        codemodel="jitdefault",
        jit=True,
    )
