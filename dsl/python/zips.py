"""Rules for what runs over several lists side by side."""

from __future__ import annotations

import ast
from typing import TypeGuard

from .comprehensions import (
    Comprehension,
    first_loop,
    is_single,
    names_of,
    parts_of,
    rebuilt,
    renamed_apart,
    with_value,
)
from .tree import argument_of, bound_in, calling, load, names_in, same, substituted

Operands = list[tuple[str, ast.expr]]
"""Names and what they run over."""


def is_whole(node: ast.expr) -> TypeGuard[Comprehension]:
    """Whether it is a comprehension with one loop and no condition."""
    return isinstance(node, Comprehension) and is_single(node) and not node.generators[0].ifs


def side_by_side(node: ast.expr) -> ast.expr | None:
    """``zip(xs, [g(z) for z in zs])`` is ``zip(xs, zs)`` with g(z) for the second item: where that is read once.

    The comprehension has no conditions; what it enumerates must be one of the other operands.
    """
    match node:
        case ast.ListComp(generators=[generator]) | ast.GeneratorExp(generators=[generator]):
            operands = zipped(generator)
            for place, (name, value) in enumerate(operands):
                if not is_whole(value):
                    continue
                others = {other for other, _ in operands} - {name}
                inner = renamed_apart(value, (names_of(parts_of(node)) | others) - {name})
                if names_in(inner.elt) & others:
                    continue
                parts = with_value(parts_of(node), name, inner.elt)
                loop = _merged(operands[:place], inner, operands[place + 1 :])
                if parts is not None and loop is not None:
                    return rebuilt(node, parts, *loop)
    return None


def zipped(generator: ast.comprehension) -> Operands:
    """Names and what they run over, where that is a `zip` over names; else none."""
    match generator:
        case ast.comprehension(
            target=ast.Tuple(elts=targets), iter=ast.Call(func=ast.Name(id="zip"), args=arguments, keywords=[])
        ) if len(targets) == len(arguments) and not any(isinstance(part, ast.Starred) for part in arguments):
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            return list(zip(names, arguments, strict=True)) if len(names) == len(targets) else []
    return []


def _merged(before: Operands, inner: Comprehension, after: Operands) -> tuple[ast.expr, ast.expr] | None:
    """Target and iterable of a loop over the operands and over what a comprehension among them runs over."""
    target, iterable = first_loop(inner)
    if isinstance(target, ast.Name):
        return _zip([*before, (target.id, iterable), *after])
    operands = zipped(inner.generators[0])
    if operands:
        return _zip([*before, *operands, *after])
    enumerated = argument_of(iterable, "enumerate")
    match target, [*before, *after]:
        case ast.Tuple(elts=[ast.Name(), ast.Name()]), [(other, whole)] if enumerated is not None:
            if same(enumerated, whole):
                return _enumerated_twice(target, other, whole)
    return None


def _enumerated_twice(target: ast.Tuple, other: str, whole: ast.expr) -> tuple[ast.expr, ast.expr]:
    """A loop over a list and over its enumeration: the second name of an item is taken apart in a tuple of names."""
    pair = ast.Tuple([target, ast.Name(other, ast.Store())], ast.Store())
    return pair, calling("zip", calling("enumerate", whole), whole)


def _zip(operands: Operands) -> tuple[ast.expr, ast.expr]:
    target = ast.Tuple([ast.Name(name, ast.Store()) for name, _ in operands], ast.Store())
    return target, calling("zip", *(value for _, value in operands))


def enumerated_beside_itself(node: ast.expr) -> ast.expr | None:
    """``for (i, x), y in zip(enumerate(xs), xs)`` is ``for i, x in enumerate(xs)``: always."""
    match node:
        case ast.ListComp(generators=[generator]) | ast.GeneratorExp(generators=[generator]):
            match generator:
                case ast.comprehension(
                    target=ast.Tuple(elts=[ast.Tuple(elts=[ast.Name(), ast.Name(id=item)]) as pair, ast.Name(id=name)]),
                    iter=ast.Call(func=ast.Name(id="zip"), args=[ast.Call() as first, second]),
                ):
                    enumerated = argument_of(first, "enumerate")
                    if enumerated is not None and same(enumerated, second):
                        parts = with_value(parts_of(node), name, load(item))
                        return None if parts is None else rebuilt(node, parts, pair, first)
    return None


def same_thing_twice(node: ast.expr) -> ast.expr | None:
    """``for x, y in zip(xs, xs)`` is ``for x in xs`` with x for y: always."""
    match node:
        case ast.ListComp(generators=[generator, *others]) | ast.GeneratorExp(generators=[generator, *others]):
            kept: Operands = []
            names: dict[str, ast.expr] = {}
            for name, value in zipped(generator):
                first = next((other for other, whole in kept if same(whole, value)), None)
                if first is None:
                    kept.append((name, value))
                else:
                    names[name] = load(first)
            if names and not bound_in(_without_targets(node)) & (set(names) | {name for name, _ in kept}):
                loop = _zip(kept) if len(kept) > 1 else (ast.Name(kept[0][0], ast.Store()), kept[0][1])
                conditions = [substituted(condition, names) for condition in generator.ifs]
                more = [
                    ast.comprehension(
                        other.target,
                        substituted(other.iter, names),
                        [substituted(condition, names) for condition in other.ifs],
                        0,
                    )
                    for other in others
                ]
                return type(node)(substituted(node.elt, names), [ast.comprehension(*loop, conditions, 0), *more])
    return None


def _without_targets(node: Comprehension) -> ast.AST:
    """All that the first loop of a comprehension goes round, as one tree."""
    first, *others = node.generators
    return ast.ListComp(ast.Tuple([node.elt, *first.ifs], ast.Load()), others)


def one_loop_for_all(node: ast.expr) -> ast.expr | None:
    """``for x, y in zip([f(i) for i in xs], [g(i) for i in xs])`` is ``for i in xs`` with f(i) for x and g(i) for y.

    Where each of them is read once, and where the loops need not be over names.
    """
    match node:
        case ast.ListComp(generators=[generator]) | ast.GeneratorExp(generators=[generator]):
            operands = zipped(generator)
            inner = joint_loop([value for _, value in operands])
            if inner is None:
                return None
            names = {name for name, _ in operands}
            inner = renamed_apart(inner, names_of(parts_of(node)) | names)
            parts: list[ast.expr] | None = parts_of(node)
            assert isinstance(inner.elt, ast.Tuple)
            for (name, _), value in zip(operands, inner.elt.elts, strict=True):
                parts = None if parts is None else with_value(parts, name, value)
            return None if parts is None else rebuilt(node, parts, *first_loop(inner))
    return None


def one_loop_for_items_in_turn(node: ast.expr) -> ast.expr | None:
    """``for pair in zip([f(i) for i in xs], [g(i) for i in xs]) for x in pair`` needs one loop over xs.

    It is ``for i in xs for x in (f(i), g(i))``, where `pair` is read nowhere else.
    """
    match node:
        case (
            ast.ListComp(elt=element, generators=[first, second])
            | ast.GeneratorExp(elt=element, generators=[first, second])
        ):
            match first.iter:
                case ast.Call(func=ast.Name(id="zip"), args=arguments) if isinstance(first.target, ast.Name):
                    inner = joint_loop(arguments)
                    name = first.target.id
                    read = names_in(element) | names_of([*first.ifs, *second.ifs])
                    if inner is None or not same(second.iter, load(name)) or name in read:
                        return None
                    inner = renamed_apart(inner, read | bound_in(second.target))
                    target, iterable = first_loop(inner)
                    loop = ast.comprehension(target, iterable, first.ifs, 0)
                    return type(node)(element, [loop, ast.comprehension(second.target, inner.elt, second.ifs, 0)])
    return None


def joint_loop(values: list[ast.expr]) -> Comprehension | None:
    """A comprehension of tuples in place of several over one and the same iterable, None if they are not."""
    loops = [value for value in values if is_whole(value)]
    if len(loops) < 2 or len(loops) < len(values):
        return None
    target, iterable = first_loop(loops[0])
    elements: list[ast.expr] = []
    for other in loops:
        names = _alike(target, first_loop(other)[0])
        if names is None or not same(iterable, first_loop(other)[1]):
            return None
        target = _filled(target, first_loop(other)[0])
        new = {name for name in names.values() if name not in names}
        if bound_in(other.elt) or names_in(other.elt) & new:
            return None
        elements.append(substituted(other.elt, {old: load(name) for old, name in names.items() if old != name}))
    # A run of `groupby` can be gone through only once.
    if any(sum(name in names_in(part) for part in elements) > 1 for name in _once(target, iterable)):
        return None
    return ast.ListComp(ast.Tuple(elements, ast.Load()), [ast.comprehension(target, iterable, [], 0)])


def _once(target: ast.expr, iterable: ast.expr) -> list[str]:
    """The names of items that are iterators."""
    match target, iterable:
        case ast.Tuple(elts=[_, ast.Name(id=run)]), ast.Call(func=ast.Attribute(attr="groupby")):
            return [run]
    return []


def _alike(one: ast.expr, other: ast.expr) -> dict[str, str] | None:
    """The names of one target for those of another of the same form, ignored ones left out."""
    match one, other:
        case ast.Name(id=name), ast.Name(id=old):
            return {} if old == "_" else {old: old if name == "_" else name}
        case ast.Tuple(elts=ones), ast.Tuple(elts=others) if len(ones) == len(others):
            parts = [_alike(*pair) for pair in zip(ones, others, strict=True)]
            return None if None in parts else {old: new for part in parts if part for old, new in part.items()}
    return None


def _filled(one: ast.expr, other: ast.expr) -> ast.expr:
    """A target whose ignored names are those of another of the same form."""
    match one, other:
        case ast.Tuple(elts=ones), ast.Tuple(elts=others):
            return ast.Tuple([_filled(*pair) for pair in zip(ones, others, strict=True)], ast.Store())
        case ast.Name(id="_"), _:
            return other
    return one


RULES = (
    same_thing_twice,
    one_loop_for_all,
    one_loop_for_items_in_turn,
    enumerated_beside_itself,
    side_by_side,
)
