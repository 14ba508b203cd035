"""What the compiled code needs beyond Numba: raw memory, array views of it, and calls through addresses.

Only generated modules import this, when they are compiled. Reading an array
in Numba tests every index for being negative, and passing one hands over
seven words; `mem`, which every kernel reads and writes, is therefore a plain
address, and its subscripts become `load` and `store`.
"""

from __future__ import annotations

from functools import reduce
from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic
from numba.np.arrayobj import populate_array

WORD, STATUS, BYTES = ir.IntType(64), ir.IntType(32), ir.IntType(8).as_pointer()


def _place(builder: Any, base: Any, index: Any) -> Any:
    return builder.gep(builder.inttoptr(base, WORD.as_pointer()), [index])


@intrinsic
def load(_context: Any, base: Any, index: Any) -> Any:
    """The word at an index from an address."""

    def lower(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.load(_place(builder, *arguments))

    return types.int64(types.int64, types.int64), lower


@intrinsic
def store(_context: Any, base: Any, index: Any, value: Any) -> Any:
    """Put a word at an index from an address."""

    def lower(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        builder.store(arguments[2], _place(builder, *arguments[:2]))
        return context.get_dummy_value()

    return types.void(types.int64, types.int64, types.int64), lower


@intrinsic
def invoke(
    _context: Any,
    address: Any,
    primitive: Any,
    bits: Any,
    mem: Any,
    a: Any,
    n_a: Any,
    b: Any,
    n_b: Any,
    c: Any,
    n_c: Any,
    out: Any,
    cap: Any,
) -> Any:
    """Call the kernels at an address, in Numba's own convention: the result comes back through memory.

    Where `mem` is an array, it is passed as an address, and a failed check is noted two words before it.
    """

    def lower(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        function, *words = arguments
        checked = isinstance(signature.args[3], types.Array)
        if checked:
            data = context.make_array(signature.args[3])(context, builder, value=words[2]).data
            words[2] = builder.ptrtoint(data, WORD)
        result, error = cgutils.alloca_once(builder, WORD), cgutils.alloca_once(builder, BYTES)
        kind = ir.FunctionType(STATUS, [result.type, error.type] + [WORD] * len(words))
        status = builder.call(builder.inttoptr(function, kind.as_pointer()), [result, error, *words])
        if checked:
            with builder.if_then(builder.icmp_unsigned("!=", status, STATUS(0)), likely=False):
                builder.store(WORD(1), builder.gep(data, [WORD(-2)]))
        return builder.load(result)

    memory = mem if isinstance(mem, types.Array) else types.int64
    return types.int64(*[types.int64] * 3, memory, *[types.int64] * 8), lower


@intrinsic
def view(_context: Any, address: Any, shape: Any, dtype: Any) -> Any:
    """The memory at an address as an array of a shape, which owns nothing."""
    array = types.Array(dtype.dtype, len(shape), "C")

    def lower(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        result = context.make_array(array)(context, builder)
        item = context.get_data_type(array.dtype)
        size = context.get_abi_sizeof(item)
        dimensions = cgutils.unpack_tuple(builder, arguments[1])
        strides = [
            reduce(builder.mul, dimensions[position + 1 :], context.get_constant(types.intp, size))
            for position in range(len(dimensions))
        ]
        populate_array(
            result,
            data=builder.inttoptr(arguments[0], item.as_pointer()),
            shape=dimensions,
            strides=strides,
            itemsize=context.get_constant(types.intp, size),
            meminfo=None,
        )
        return result._getvalue()

    return array(types.int64, types.UniTuple(types.int64, len(shape)), dtype), lower


@intrinsic
def prefetch(_context: Any, array: Any, index: Any) -> Any:
    """Begin to fetch the item of a one-dimensional array at an index."""

    def lower(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        data = context.make_array(signature.args[0])(context, builder, value=arguments[0]).data
        place = builder.bitcast(builder.gep(data, [arguments[1]]), BYTES)
        kind = ir.FunctionType(ir.VoidType(), [BYTES, STATUS, STATUS, STATUS])
        fetch = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0")
        builder.call(fetch, [place, STATUS(1), STATUS(3), STATUS(1)])
        return context.get_dummy_value()

    return types.void(array, types.uint64), lower
