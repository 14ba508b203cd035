"""Rules for slices and items of slices."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from .tree import integer, is_simple, number, same, substituted

SLICED_METHODS = frozenset({"split", "upper", "lower", "title", "strip", "replace", "capitalize", "swapcase"})
"""Methods of text whose result is text or a list."""


@dataclass(frozen=True)
class Cut:
    """A slice without a step whose bounds are constants or left out."""

    whole: ast.expr
    start: int
    stop: int | None


def cut_of(node: ast.AST) -> Cut | None:
    """How an expression cuts a sequence; None if it is not such a slice."""
    match node:
        case ast.Subscript(value=whole, slice=ast.Slice(lower=lower, upper=upper, step=None)):
            start, stop = integer(lower), integer(upper)
            if (lower is None or start is not None) and (upper is None or stop is not None):
                return Cut(whole, start or 0, stop)
    return None


def sliced(whole: ast.expr, start: int | None, stop: int | None) -> ast.expr:
    """``whole[start:stop]``."""
    ends = [None if end is None else number(end) for end in (start or None, stop)]
    return ast.Subscript(whole, ast.Slice(*ends), ast.Load())


def is_reversal(node: ast.AST) -> bool:
    """Whether it is ``[::-1]``."""
    return isinstance(node, ast.Slice) and node.lower is None and node.upper is None and integer(node.step) == -1


def slice_of_slice(node: ast.expr) -> ast.expr | None:
    """``xs[1:][:-1]`` is ``xs[1:-1]``: see `joint_bounds`."""
    outer = cut_of(node)
    inner = cut_of(outer.whole) if outer is not None else None
    if outer is None or inner is None:
        return None
    bounds = joint_bounds(inner, outer)
    return None if bounds is None else sliced(inner.whole, *bounds)


def joint_bounds(inner: Cut, outer: Cut) -> tuple[int, int | None] | None:
    """The bounds of two slices, one after the other, as those of one; None where that depends on the length.

    Starts that are not negative add up, and an end counted from one side goes with a start counted from any. Of two
    ends, those counted from the right add up, and those counted from the left are compared.
    """
    if outer.start < 0 or (inner.start < 0 and outer.start > 0):
        return None
    start = inner.start + outer.start
    if outer.stop is None:
        return start, inner.stop
    if outer.stop < 0:
        return (start, outer.stop + (inner.stop or 0)) if inner.stop is None or inner.stop < 0 else None
    if inner.start < 0 or (inner.stop is not None and inner.stop < 0):
        return None
    stop = inner.start + outer.stop
    return start, stop if inner.stop is None else min(stop, inner.stop)


def item_of_slice(node: ast.expr) -> ast.expr | None:
    """``xs[:-1][-1]`` is ``xs[-2]``, and ``xs[1:][0]`` is ``xs[1]``: wherever the slice has the item.

    An item counted from the start needs a start that is not negative; one counted from the end needs
    an end that is left out or counted from the end.
    """
    match node:
        case ast.Subscript(value=inner, slice=index) if (position := integer(index)) is not None:
            cut = cut_of(inner)
            if cut is None:
                return None
            if position >= 0 and cut.start >= 0:
                return ast.Subscript(cut.whole, number(cut.start + position), ast.Load())
            if position < 0 and (cut.stop is None or cut.stop < 0):
                return ast.Subscript(cut.whole, number((cut.stop or 0) + position), ast.Load())
    return None


def item_of_reversed(node: ast.expr) -> ast.expr | None:
    """``xs[::-1][0]`` is ``xs[-1]``: always."""
    match node:
        case ast.Subscript(value=ast.Subscript(value=whole, slice=reversal), slice=index) if is_reversal(reversal):
            position = integer(index)
            return None if position is None else ast.Subscript(whole, number(-1 - position), ast.Load())
    return None


def reversed_twice(node: ast.expr) -> ast.expr | None:
    """``xs[::-1][::-1]`` is ``xs``: always, as no list is changed in place."""
    match node:
        case ast.Subscript(value=ast.Subscript(value=whole, slice=one), slice=other):
            return whole if is_reversal(one) and is_reversal(other) else None
    return None


def last_items(node: ast.expr) -> ast.expr | None:
    """``xs[max(len(xs) - 3, 0):]`` is ``xs[-3:]``, and likewise as the end: for a constant above 0."""
    match node:
        case ast.Subscript(value=whole, slice=ast.Slice(lower=lower, upper=upper, step=None)):
            for bound, other in ((lower, upper), (upper, lower)):
                if other is None and (count := _count_from_the_end(bound, whole)) is not None:
                    return sliced(whole, -count, None) if bound is lower else sliced(whole, None, -count)
    return None


def _count_from_the_end(bound: ast.expr | None, whole: ast.expr) -> int | None:
    """n where the bound is ``max(len(whole) - n, 0)`` with a constant n above 0."""
    match bound:
        case ast.Call(
            func=ast.Name(id="max"),
            args=[
                ast.BinOp(left=ast.Call(func=ast.Name(id="len"), args=[measured]), op=ast.Sub(), right=right),
                ast.Constant(value=0),
            ],
        ):
            count = integer(right)
            return count if count is not None and count > 0 and same(measured, whole) else None
    return None


def whole_slice(node: ast.expr) -> ast.expr | None:
    """``xs[0:]`` is ``xs``: always, as no list is changed in place."""
    cut = cut_of(node)
    return cut.whole if cut is not None and cut.start == 0 and cut.stop is None else None


def slice_of_comprehension(node: ast.expr) -> ast.expr | None:
    """``[f(x) for x in xs][1:]`` is ``[f(x) for x in xs[1:]]``: without conditions, where `xs` can be sliced."""
    match node:
        case ast.Subscript(
            value=ast.ListComp(elt=element, generators=[ast.comprehension(target=target, iter=whole, ifs=[])]),
            slice=ast.Slice() as index,
        ) if can_be_sliced(whole):
            part = ast.Subscript(whole, index, ast.Load())
            return ast.ListComp(element, [ast.comprehension(target, part, [], 0)])
    return None


def item_of_comprehension(node: ast.expr) -> ast.expr | None:
    """``[f(x) for x in xs][0]`` is ``f(xs[0])``: without conditions, where `xs` can be sliced and has a name."""
    match node:
        case ast.Subscript(
            value=ast.ListComp(
                elt=element, generators=[ast.comprehension(target=ast.Name(id=name), iter=whole, ifs=[])]
            ),
            slice=index,
        ) if is_simple(whole) and integer(index) is not None:
            return substituted(element, {name: ast.Subscript(whole, index, ast.Load())})
    return None


def can_be_sliced(node: ast.expr) -> bool:
    """Whether the value is surely text or a list."""
    match node:
        case ast.Name() | ast.ListComp() | ast.List():
            return True
        case ast.Subscript(value=value, slice=ast.Slice()):
            return can_be_sliced(value)
        case ast.Call(func=ast.Name(id="sorted" | "str" | "list")):
            return True
        case ast.Call(func=ast.Attribute(attr=method)):
            return method in SLICED_METHODS
    return False


def slice_of_prefixed_text(node: ast.expr) -> ast.expr | None:
    """``("(" + s)[:4]`` is ``"(" + s[:3]``: where the constant is no longer than the slice."""
    cut = cut_of(node)
    match cut:
        case Cut(whole=ast.BinOp(left=ast.Constant(value=str() as text) as left, op=ast.Add(), right=right), start=0):
            if cut.stop is not None and cut.stop >= len(text):
                return ast.BinOp(left, ast.Add(), sliced(right, None, cut.stop - len(text)))
    return None


RULES = (
    last_items,
    slice_of_slice,
    item_of_slice,
    reversed_twice,
    item_of_reversed,
    whole_slice,
    slice_of_prefixed_text,
    slice_of_comprehension,
    item_of_comprehension,
)
