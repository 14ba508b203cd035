"""Rules for comprehensions: one in place of several, over fewer things."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from .comparisons import mirrored
from .iterables import unlisted
from .tree import (
    all_names,
    argument_of,
    bound_in,
    calling,
    fresh_names,
    inside_loops,
    is_simple,
    load,
    names_in,
    put_in,
    substituted,
)

Comprehension = ast.ListComp | ast.GeneratorExp


def parts_of(node: Comprehension) -> list[ast.expr]:
    """What a comprehension with one loop evaluates for every item: its element and conditions."""
    return [node.elt, *node.generators[0].ifs]


def rebuilt(
    node: Comprehension, parts: Sequence[ast.expr], target: ast.expr, iterable: ast.expr, *earlier: ast.expr
) -> ast.expr:
    """The same sort of comprehension with one loop, and conditions that come before its own."""
    element, *conditions = parts
    return type(node)(element, [ast.comprehension(target, iterable, [*earlier, *conditions], 0)])


def is_single(node: Comprehension) -> bool:
    """Whether a comprehension has one loop."""
    return len(node.generators) == 1


def may_take(name: str, value: ast.expr, parts: Sequence[ast.expr]) -> bool:
    """Whether a value may stand wherever the name does: it is evaluated no more often than before."""
    used = sum(found == name for part in parts for found in all_names(part))
    looped = any(name in set(inside_loops(part)) for part in parts)
    return is_simple(value) or (used <= 1 and not looped)


def with_value(parts: Sequence[ast.expr], name: str, value: ast.expr) -> list[ast.expr] | None:
    """The parts with a value in place of a name, None where it would be evaluated more often."""
    if not may_take(name, value, parts):
        return None
    changed = [put_in(part, name, value) for part in parts]
    return None if None in changed else [part for part in changed if part is not None]


def read_from_list(node: ast.expr) -> ast.expr | None:
    """``for x in list(xs)`` is ``for x in xs``: always."""
    if isinstance(node, Comprehension):
        iterables = [unlisted(generator.iter) for generator in node.generators]
        if any(new is not old.iter for new, old in zip(iterables, node.generators, strict=True)):
            generators = [
                ast.comprehension(old.target, new, old.ifs, 0)
                for new, old in zip(iterables, node.generators, strict=True)
            ]
            return type(node)(node.elt, generators)
    return None


def over_a_comprehension(node: ast.expr) -> ast.expr | None:
    """``f(y) for y in [g(x) for x in xs]`` is ``f(g(x)) for x in xs``: where `y` is read once."""
    match node:
        case ast.ListComp(generators=[generator]) | ast.GeneratorExp(generators=[generator]):
            inner = generator.iter
            if (
                not isinstance(inner, Comprehension)
                or not is_single(inner)
                or not isinstance(generator.target, ast.Name)
            ):
                return None
            name = generator.target.id
            inner = renamed_apart(inner, names_of(parts_of(node)) - {name})
            parts = with_value(parts_of(node), name, inner.elt)
            return None if parts is None else rebuilt(node, parts, *first_loop(inner), *inner.generators[0].ifs)
    return None


def names_of(parts: Sequence[ast.expr]) -> set[str]:
    """All names that occur in some expressions."""
    return {name for part in parts for name in names_in(part)}


def first_loop(node: Comprehension) -> tuple[ast.expr, ast.expr]:
    """Target and iterable of the first loop."""
    return node.generators[0].target, node.generators[0].iter


def renamed_apart(node: Comprehension, taken: set[str]) -> Comprehension:
    """A comprehension whose own variables are none of those taken."""
    target, iterable = first_loop(node)
    clashing = sorted(bound_in(target) & taken)
    if not clashing:
        return node
    used = taken | names_in(node)
    names: dict[str, ast.expr] = {}
    for name in clashing:
        new = next(new for new in fresh_names(name) if new not in used)
        used.add(new)
        names[name] = load(new)
    parts = [substituted(part, names) for part in parts_of(node)]
    changed = rebuilt(node, parts, renamed(target, names), iterable)
    assert isinstance(changed, Comprehension)
    return changed


def renamed(target: ast.expr, names: dict[str, ast.expr]) -> ast.expr:
    """What is assigned to, with other names."""
    if isinstance(target, ast.Tuple):
        return ast.Tuple([renamed(part, names) for part in target.elts], ast.Store())
    assert isinstance(target, ast.Name)
    new = names.get(target.id)
    return ast.Name(new.id if isinstance(new, ast.Name) else target.id, ast.Store())


def enumerated_comprehension(node: ast.expr) -> ast.expr | None:
    """``enumerate([g(x) for x in xs])`` is ``enumerate(xs)`` with g(x) for its item: where that is read once.

    The comprehension has no conditions.
    """
    match node:
        case ast.ListComp(generators=[generator]) | ast.GeneratorExp(generators=[generator]):
            inner = argument_of(generator.iter, "enumerate")
            match generator.target:
                case ast.Tuple(elts=[ast.Name(id=counter), ast.Name(id=name)]) if isinstance(inner, Comprehension):
                    if not is_single(inner) or inner.generators[0].ifs:
                        return None
                    inner = renamed_apart(inner, (names_of(parts_of(node)) | {counter}) - {name})
                    if counter in names_in(inner.elt):
                        return None
                    parts = with_value(parts_of(node), name, inner.elt)
                    target, iterable = first_loop(inner)
                    pair = ast.Tuple([ast.Name(counter, ast.Store()), target], ast.Store())
                    return None if parts is None else rebuilt(node, parts, pair, calling("enumerate", iterable))
    return None


def enumerated_for_nothing(node: ast.expr) -> ast.expr | None:
    """``for i, x in enumerate(xs)`` is ``for i in range(len(xs))`` or ``for x in xs``: where the other is not read."""
    match node:
        case ast.ListComp(generators=[generator]) | ast.GeneratorExp(generators=[generator]):
            whole = argument_of(generator.iter, "enumerate")
            match generator.target:
                case ast.Tuple(elts=[ast.Name(id=counter), ast.Name(id=name)]) if whole is not None:
                    used = names_of(parts_of(node))
                    if counter not in used:
                        return rebuilt(node, parts_of(node), ast.Name(name, ast.Store()), whole)
                    if name not in used and isinstance(whole, ast.Name):
                        counted = calling("range", calling("len", whole))
                        return rebuilt(node, parts_of(node), ast.Name(counter, ast.Store()), counted)
    return None


def how_many(node: ast.expr) -> ast.expr | None:
    """``len([x for x in xs if p(x)])`` is ``sum(1 for x in xs if p(x))``, or ``len(xs)`` without conditions."""
    inner = argument_of(node, "len") if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else None
    if not isinstance(inner, ast.ListComp) or not is_single(inner):
        return None
    generator = inner.generators[0]
    if generator.ifs:
        return calling("sum", ast.GeneratorExp(ast.Constant(1), inner.generators))
    match generator.iter:
        case ast.Name() | ast.Call(func=ast.Name(id="str" | "range" | "sorted")) | ast.Subscript(slice=ast.Slice()):
            return calling("len", generator.iter)
    return None


def first_place(node: ast.expr) -> ast.expr | None:
    """``[p(x) for x in xs].index(True)`` is ``next(i for i, x in enumerate(xs) if p(x))``: wherever there is one."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.ListComp() as mask, attr="index"), args=[ast.Constant(value=True)]
        ) if is_single(mask) and not mask.generators[0].ifs:
            target, iterable = first_loop(mask)
            counter = next(new for new in ("i", "j", "k", *names_like("i")) if new not in names_in(mask))
            pair = ast.Tuple([ast.Name(counter, ast.Store()), target], ast.Store())
            loop = ast.comprehension(pair, calling("enumerate", iterable), [mask.elt], 0)
            return calling("next", ast.GeneratorExp(load(counter), [loop]))
    return None


def names_like(name: str) -> list[str]:
    """A few names with a number."""
    return [f"{name}{number}" for number in range(2, 100)]


def own_variable_first(node: ast.expr) -> ast.expr | None:
    """``x for x in xs if n < x`` is ``x for x in xs if x > n``: what varies comes first."""
    if not isinstance(node, Comprehension) or not is_single(node):
        return None
    varying = bound_in(node.generators[0].target)
    parts = [turned_towards(part, varying) for part in parts_of(node)]
    if all(new is old for new, old in zip(parts, parts_of(node), strict=True)):
        return None
    return rebuilt(node, parts, *first_loop(node))


def turned_towards(node: ast.expr, varying: set[str]) -> ast.expr:
    """A comparison, or several with `and` and `or`, with what varies on the left if only the right varies."""
    match node:
        case ast.BoolOp(op=op, values=values):
            turned = [turned_towards(value, varying) for value in values]
            changed = any(new is not old for new, old in zip(turned, values, strict=True))
            return ast.BoolOp(op, turned) if changed else node
        case ast.IfExp(test=test, body=then, orelse=otherwise):
            turned_test = turned_towards(test, varying)
            return node if turned_test is test else ast.IfExp(turned_test, then, otherwise)
        case ast.Compare(left=left, comparators=[right]):
            if names_in(right) & varying and not names_in(left) & varying:
                return mirrored(node) or node
    return node


def nothing_joined(node: ast.expr) -> ast.expr | None:
    """``"".join(c if p(c) else "" for c in s)`` is ``"".join(c for c in s if p(c))``: always."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(value=""), attr="join") as function,
            args=[ast.GeneratorExp(elt=ast.IfExp(test=test, body=then, orelse=otherwise)) as parts],
        ) if is_single(parts):
            target, iterable = first_loop(parts)
            earlier = parts.generators[0].ifs
            for kept, left_out, condition in ((then, otherwise, test), (otherwise, then, ast.UnaryOp(ast.Not(), test))):
                match left_out:
                    case ast.Constant(value=""):
                        return ast.Call(function, [rebuilt(parts, [kept, condition], target, iterable, *earlier)], [])
    return None


RULES = (
    nothing_joined,
    read_from_list,
    over_a_comprehension,
    enumerated_comprehension,
    enumerated_for_nothing,
    how_many,
    first_place,
    own_variable_first,
)
