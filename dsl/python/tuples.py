"""Rules for lists that are made of tuples, such as `itertools` and `collections` give: a tuple that is only read
need not become a list."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from .comprehensions import Comprehension, first_loop, is_single, names_of, parts_of, rebuilt, renamed, with_value
from .tree import (
    all_names,
    argument_of,
    bound_in,
    calling,
    copy_of,
    fresh_names,
    integer,
    load,
    name_of,
    names_in,
    same,
    substituted,
)

READERS = frozenset({"len", "sum", "max", "min", "sorted", "any", "all", "set", "list", "prod", "join", "Counter"})
"""Functions of a list that say the same of a tuple."""

MAKERS = frozenset({"zip", "enumerate", "combinations", "permutations", "product", "pairwise", "items", "most_common"})
"""Functions and methods that give tuples one by one."""

COMMON = frozenset({"row", "part", "p", "x"})
"""Names that say nothing of what they stand for."""


def tuples_of(node: ast.expr) -> ast.expr | None:
    """What gives the tuples of which a list is made: ``zip(xs, ys)`` for ``[list(row) for row in zip(xs, ys)]``.

    A part of the list and the list in order are made of the same tuples. None for other lists.
    """
    match node:
        case ast.ListComp(elt=element, generators=[generator]) | ast.GeneratorExp(elt=element, generators=[generator]):
            row = argument_of(element, "list")
            if isinstance(row, ast.Name) and same(row, generator.target) and _gives_tuples(generator.iter):
                return generator.iter if not generator.ifs else ast.GeneratorExp(row, [generator])
        case ast.Call(func=ast.Name(id="sorted") as function, args=[rows], keywords=keywords):
            inner = tuples_of(rows)
            return None if inner is None else ast.Call(function, [inner], keywords)
        case ast.Subscript(value=rows, slice=ast.Slice() as piece):
            inner = tuples_of(rows)
            return ast.Subscript(inner, piece, ast.Load()) if inner is not None and _is_list(inner) else None
    return None


def _gives_tuples(node: ast.expr) -> bool:
    """Whether what it gives one by one are tuples for certain: not texts, of which more may be asked."""
    return isinstance(node, ast.Call) and (name_of(node.func) in MAKERS or _is_sorted(node))


def _is_sorted(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "sorted" and any(map(_gives_tuples, node.args))


def _is_list(node: ast.expr) -> bool:
    """Whether it is a list already, of which there are pieces and items."""
    return isinstance(node, ast.Call) and name_of(node.func) in ("sorted", "most_common")


def is_only_read(name: str, part: ast.expr) -> bool:
    """Whether an expression asks nothing of a list but what a tuple answers in the same way."""
    return sum(found == name for found in all_names(part)) == sum(_reads(name, node) for node in ast.walk(part))


def _reads(name: str, node: ast.AST) -> int:
    """How often a node itself, not what is within its parts, reads the list of this name."""
    match node:
        case ast.Call(func=function, args=[argument]) if name_of(function) in READERS:
            read = [argument]
        case ast.Subscript(value=value, slice=index) if not isinstance(index, ast.Slice):
            read = [value]
        case ast.comprehension(iter=iterable):
            read = [iterable]
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=comparators):
            read = comparators
        case ast.Starred(value=value):
            read = [value]
        case _:
            read = []
    return sum(isinstance(part, ast.Name) and part.id == name for part in read)


def over_tuples(node: ast.expr) -> ast.expr | None:
    """``f(x, y) for x, y in [list(row) for row in zip(xs, ys)]`` is ``f(x, y) for x, y in zip(xs, ys)``.

    So it is for a row with one name that is only read. What is a list in the end becomes one there.
    """
    if not isinstance(node, Comprehension):
        return None
    for place, generator in enumerate(node.generators):
        tuples = tuples_of(generator.iter)
        if tuples is None:
            continue
        element, conditions = node.elt, generator.ifs
        if isinstance(generator.target, ast.Name):
            name, later = generator.target.id, node.generators[place + 1 :]
            inner = [*conditions, *(part for other in later for part in (other.iter, *other.ifs))]
            if isinstance(element, ast.Name) and element.id == name:
                element = calling("list", load(name))
            if name in bound_in(element) or not all(is_only_read(name, part) for part in (element, *inner)):
                continue
        generators = list(node.generators)
        generators[place] = ast.comprehension(generator.target, tuples, conditions, 0)
        return _better_named(type(node)(element, generators), generator)
    return None


def _better_named(node: Comprehension, generator: ast.comprehension) -> Comprehension:
    """The comprehension with rows called as they were within the list, where their name says nothing else."""
    match generator.target, generator.iter:
        case ast.Name(id=old), ast.ListComp(generators=[ast.comprehension(target=ast.Name(id=new))]):
            if old in COMMON and new not in names_in(node) and is_single(node):
                parts = [substituted(part, {old: load(new)}) for part in parts_of(node)]
                named = rebuilt(node, parts, ast.Name(new, ast.Store()), node.generators[0].iter)
                assert isinstance(named, Comprehension)
                return named
    return node


def over_displays(node: ast.expr) -> ast.expr | None:
    """``f(x, n) for x, n in [[g(y), h(y)] for y in ys]`` is ``f(g(y), h(y)) for y in ys``: where each is read once."""
    match node:
        case ast.ListComp(generators=[generator]) | ast.GeneratorExp(generators=[generator]):
            inner = generator.iter
            match generator.target, inner:
                case ast.Tuple(elts=targets), ast.ListComp(elt=ast.List(elts=values)) | ast.GeneratorExp(
                    elt=ast.List(elts=values)
                ) if len(targets) == len(values) and all(isinstance(target, ast.Name) for target in targets):
                    names = [target.id for target in targets if isinstance(target, ast.Name)]
                    inner = _renamed_apart(inner, names_of(parts_of(node)) | set(names))
                    inner = _named_as(inner, names)
                    assert isinstance(inner.elt, ast.List)
                    parts: list[ast.expr] | None = parts_of(node)
                    for name, value in zip(names, inner.elt.elts, strict=True):
                        parts = None if parts is None else with_value(parts, name, value)
                    return None if parts is None else _within(inner, type(node), parts)
    return None


def _within(inner: Comprehension, kind: type[Comprehension], parts: Sequence[ast.expr]) -> Comprehension:
    """The loops of a comprehension with another element and more conditions."""
    *loops, last = inner.generators
    element, *conditions = parts
    return kind(element, [*loops, ast.comprehension(last.target, last.iter, [*last.ifs, *conditions], 0)])


def over_nested_loops(node: ast.expr) -> ast.expr | None:
    """``f(x) for x in [g(i, j) for i in xs for j in ys]`` is ``f(g(i, j)) for i in xs for j in ys``.

    Where x is read once. If g makes a list of a tuple that is only read, f may read it more often.
    """
    if not isinstance(node, Comprehension) or not is_single(node):
        return None
    generator = node.generators[0]
    inner = generator.iter
    if not isinstance(inner, Comprehension) or is_single(inner) or not isinstance(generator.target, ast.Name):
        return None
    parts = parts_of(node)
    inner = _renamed_apart(inner, names_of(parts) - {generator.target.id})
    name, row = generator.target.id, _row_of(inner)
    if row is not None and all(
        is_only_read(name, part) or (isinstance(part, ast.Name) and part is node.elt) for part in parts
    ):
        whole = isinstance(node.elt, ast.Name) and node.elt.id == name
        changed: list[ast.expr] | None = with_value([inner.elt if whole else parts[0], *parts[1:]], name, row)
    else:
        changed = with_value(parts, name, inner.elt)
    return None if changed is None else _within(inner, type(node), changed)


def _renamed_apart(node: Comprehension, taken: set[str]) -> Comprehension:
    """A comprehension of several loops whose own variables are none of those taken."""
    own = {name for generator in node.generators for name in bound_in(generator.target)}
    used = taken | names_in(node)
    names: dict[str, ast.expr] = {}
    for name in sorted(own & taken):
        new = next(new for new in fresh_names(name) if new not in used)
        used.add(new)
        names[name] = load(new)
    return _with_names(node, names) if names else node


def _named_as(node: Comprehension, names: Sequence[str]) -> Comprehension:
    """A comprehension of lists whose own variables are called by other names where they stand alone in the lists."""
    own = {name for generator in node.generators for name in bound_in(generator.target)}
    assert isinstance(node.elt, ast.List)
    pairs = zip(node.elt.elts, names, strict=True)
    changed = {value.id: load(name) for value, name in pairs if isinstance(value, ast.Name) and value.id in own}
    return _with_names(node, {**changed}) if changed and not set(names) & names_in(node) else node


def _with_names(node: Comprehension, names: dict[str, ast.expr]) -> Comprehension:
    """A comprehension whose own variables have other names."""
    generators = [
        ast.comprehension(
            renamed(generator.target, names),
            generator.iter if place == 0 else substituted(generator.iter, names),
            [substituted(condition, names) for condition in generator.ifs],
            0,
        )
        for place, generator in enumerate(node.generators)
    ]
    return type(node)(substituted(node.elt, names), generators)


def extreme_of_tuples(node: ast.expr) -> ast.expr | None:
    """``max([list(row) for row in rows], key=f)`` is ``list(max(rows, key=f))``: where f only reads the row."""
    match node:
        case ast.Call(
            func=ast.Name(id="max" | "min") as function,
            args=[ast.ListComp() | ast.GeneratorExp() as rows],
            keywords=[] | [ast.keyword(arg="key")] as keywords,
        ) if all(_is_reading(keyword.value) for keyword in keywords):
            row = _row_of(rows)
            if row is None:
                return None
            plain = is_single(rows) and not rows.generators[0].ifs and same(rows.generators[0].target, row)
            tuples = rows.generators[0].iter if plain else ast.GeneratorExp(row, rows.generators)
            return calling("list", ast.Call(function, [tuples], keywords))
    return None


def _row_of(rows: Comprehension) -> ast.Name | None:
    """The name of the tuples, of each of which a comprehension makes a list; None if it does something else."""
    row, last = argument_of(rows.elt, "list"), rows.generators[-1]
    is_row = isinstance(row, ast.Name) and same(row, last.target) and _gives_tuples(last.iter)
    return row if is_row and isinstance(row, ast.Name) else None


def _is_reading(function: ast.expr) -> bool:
    match function:
        case ast.Lambda(args=ast.arguments(args=[ast.arg(arg=name)]), body=body):
            return is_only_read(name, body)
    return isinstance(function, ast.Name) and function.id in READERS


PART_NAMES = {"items": ("key", "values"), "enumerate": ("i", "part")}
"""What the parts of a pair are called, by what gives the pairs."""


def parts_of_pairs(node: ast.expr) -> ast.expr | None:
    """``y + p[0] for p in enumerate(rows) for y in p[1]`` is ``y + i for i, part in enumerate(rows) for y in part``."""
    match node:
        case ast.ListComp(generators=[first, _, *_]) | ast.GeneratorExp(generators=[first, _, *_]):
            maker = name_of(first.iter.func) if isinstance(first.iter, ast.Call) else None
            if maker in PART_NAMES and isinstance(first.target, ast.Name):
                names = [next(n for n in fresh_or(name) if n not in names_in(node)) for name in PART_NAMES[maker]]
                target = ast.Tuple([ast.Name(name, ast.Store()) for name in names], ast.Store())
                parts = _Parts(first.target.id, names)
                loops = [ast.comprehension(target, first.iter, first.ifs, 0), *node.generators[1:]]
                made = parts.visit(copy_of(type(node)(node.elt, loops)))
                if isinstance(made, ast.expr) and first.target.id not in names_in(made):
                    return made
    return None


def fresh_or(name: str) -> Iterator[str]:
    """A name, and names like it."""
    yield name
    yield from fresh_names(name)


class _Parts(ast.NodeTransformer):
    """Puts names in place of the parts of a pair."""

    def __init__(self, pair: str, names: Sequence[str]) -> None:
        self.pair, self.names = pair, names

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        match node.value, integer(node.slice):
            case ast.Name(id=self.pair), (0 | 1) as place:
                return load(self.names[place])
        self.generic_visit(node)
        return node


def how_many_tuples(node: ast.expr) -> ast.expr | None:
    """``len([list(row) for row in rows])`` is ``len(list(rows))``: always."""
    inner = argument_of(node, "len")
    tuples = None if inner is None else tuples_of(inner)
    if tuples is None:
        return None
    return calling("len", tuples if _is_list(tuples) else calling("list", tuples))


def most_common_few(node: ast.expr) -> ast.expr | None:
    """``Counter(xs).most_common()[:n]`` is ``Counter(xs).most_common(n)``: unless n counts from the end.

    The first item is that of ``most_common(1)``.
    """
    match node:
        case ast.Subscript(value=ast.Call(func=ast.Attribute(attr="most_common") as function, args=[]), slice=index):
            match index:
                case ast.Slice(lower=None, upper=ast.expr() as upper, step=None) if not isinstance(upper, ast.UnaryOp):
                    return ast.Call(function, [upper], [])
                case _ if integer(index) == 0:
                    return ast.Subscript(ast.Call(function, [ast.Constant(1)], []), index, ast.Load())
        case ast.ListComp() | ast.GeneratorExp() if is_single(node):
            generator = node.generators[0]
            if (piece := most_common_few(generator.iter)) is not None:
                return rebuilt(node, parts_of(node), generator.target, piece)
    return None


def piece_of_tuples(node: ast.expr) -> ast.expr | None:
    """``[list(row) for row in rows][:n]`` is ``[list(row) for row in rows[:n]]``, and an item is ``list(rows[i])``.

    Where the rows are a list already. A part of an item is ``rows[i][j]``.
    """
    match node:
        case ast.Subscript(value=ast.ListComp() as rows, slice=index) if tuples_of(rows) is not None:
            tuples = tuples_of(rows)
            if tuples is None or not _is_list(tuples):
                return None
            part = ast.Subscript(tuples, index, ast.Load())
            if isinstance(index, ast.Slice):
                return rebuilt(rows, parts_of(rows), rows.generators[0].target, part)
            return calling("list", part)
        case ast.Subscript(value=ast.Call(func=ast.Name(id="list"), args=[row]), slice=index):
            if integer(index) is not None and isinstance(row, ast.Subscript) and _is_list(row.value):
                return ast.Subscript(row, index, ast.Load())
    return None


def sorted_tuples(node: ast.expr) -> ast.expr | None:
    """``sorted([list(row) for row in rows], key=f)`` is ``[list(row) for row in sorted(rows, key=f)]``.

    Where f only reads the row.
    """
    match node:
        case ast.Call(
            func=ast.Name(id="sorted") as function,
            args=[ast.ListComp() | ast.GeneratorExp() as rows],
            keywords=keywords,
        ) if is_single(rows) and not rows.generators[0].ifs and _row_of(rows) is not None:
            if all(_is_reading(keyword.value) for keyword in keywords if keyword.arg == "key"):
                target, iterable = first_loop(rows)
                return ast.ListComp(
                    rows.elt, [ast.comprehension(target, ast.Call(function, [iterable], keywords), [], 0)]
                )
    return None


def counts_in_order(node: ast.expr) -> ast.expr | None:
    """``sorted(Counter(xs).items(), key=lambda p: p[0])`` is ``sorted(Counter(xs).items())``: no item comes twice."""
    match node:
        case ast.Call(
            func=ast.Name(id="sorted") as function,
            args=[ast.Call(func=ast.Attribute(value=ast.Call(func=counter), attr="items")) as counts],
            keywords=[ast.keyword(arg="key", value=ast.Lambda(args=ast.arguments(args=[row]), body=key)), *others],
        ) if name_of(counter) == "Counter" and same(key, ast.Subscript(load(row.arg), ast.Constant(0), ast.Load())):
            return ast.Call(function, [counts], others)
    return None


RULES = (
    over_tuples,
    over_displays,
    over_nested_loops,
    parts_of_pairs,
    extreme_of_tuples,
    how_many_tuples,
    most_common_few,
    piece_of_tuples,
    sorted_tuples,
    counts_in_order,
)
