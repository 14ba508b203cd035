"""Functions rewritten as a whole: names that are not worth a statement, and variables of comprehensions."""

from __future__ import annotations

import ast
import string
from collections import Counter
from collections.abc import Iterator

from .comprehensions import Comprehension, renamed
from .rewriting import Rule, tidied
from .tree import argument_of, bound_in, has_text, inside_loops, inside_texts, integer, load, names_in, substituted
from .unfolding import unfolded

LONG = 72
"""An expression longer than this should be broken up by names."""

LONG_IN_LINES = 120
"""A comprehension may be longer, for each of its clauses has a line of its own."""

POOLS = (("x", "y", "z", "w"), ("i", "j", "k"), ("p", "q", "r"), ("row", "part"), ("word", "text"))
"""Variables of comprehensions are called by the first of these that is free."""

CHARACTERS = ("c", "d", "e")
"""The same for one that is called c, perhaps with a number; d may be a divisor."""


def simplified(function: ast.FunctionDef, rules: tuple[Rule, ...]) -> ast.FunctionDef:
    """The function as a person would write it."""
    tidied(function, rules)
    _Simplifier(function, rules).improve()
    unfolded(function)
    _Letters().visit(function)
    return function


class _Simplifier:
    """Takes names out of the statements of one function."""

    def __init__(self, function: ast.FunctionDef, rules: tuple[Rule, ...]) -> None:
        self.function, self.rules = function, rules

    def improve(self) -> None:
        for body in _blocks(self.function):
            for position in reversed(range(len(body))):
                shorter = self.without(body, position)
                if shorter is not None:
                    body[position:] = shorter
            body[:] = [part for statement in body if not _is_idle(statement) for part in _tail_once(statement)]

    def without(self, body: list[ast.stmt], position: int) -> list[ast.stmt] | None:
        """What follows an assignment with its value in place of its name, None if the name had better stay."""
        match body[position]:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if self.is_constant(name, value):
                rest = body[position + 1 :]
                readers = [place for place, statement in enumerate(rest) if name in names_in(statement)]
                if not readers:
                    return None if self.is_read(name) else rest
                reader = rest[readers[0]]
                if len(readers) == 1 and (changed := self.read(reader, name, value)) is not None:
                    return [*rest[: readers[0]], changed, *rest[readers[0] + 1 :]]
        return None

    def is_read(self, name: str) -> bool:
        """Whether anything in the function reads the name: after a loop, or in its next round, for instance."""
        names = (part for part in ast.walk(self.function) if isinstance(part, ast.Name) and part.id == name)
        return any(isinstance(part.ctx, ast.Load) for part in names)

    def is_constant(self, name: str, value: ast.expr) -> bool:
        """Whether neither the name nor what its value depends on is ever assigned again."""
        stored = Counter(_stored(self.function))
        return stored[name] == 1 and all(stored[part] <= 1 for part in names_in(value))

    def read(self, statement: ast.stmt, name: str, value: ast.expr) -> ast.stmt | None:
        """The statement with the value in place of the name, None if it would be evaluated too often or be too long."""
        head = _head(statement)
        if head is None or any(name in names_in(part) for part in _after_head(statement)):
            return None
        if has_text(value) and name in inside_texts(head):
            return None
        uses = Counter(part.id for part in ast.walk(head) if isinstance(part, ast.Name))[name]
        once = uses == 1 and (name not in set(inside_loops(head)) or is_cheap(value))
        new = tidied(substituted(head, {name: value}), self.rules)
        text, before = ast.unparse(new), ast.unparse(head)
        collapsed = len(text) <= len(before) and ast.unparse(value) not in text
        if not (once or collapsed) or (len(text) > _room(new) and len(text) > len(before)):
            return None
        if _loops(new) > max(1, _loops(head), _loops(value)):
            return None
        return _with_head(statement, new)


def is_cheap(node: ast.expr) -> bool:
    """Whether it may be evaluated for every item of a list: a certain item, or a length."""
    match node:
        case ast.Subscript(value=ast.Name(), slice=index):
            return integer(index) is not None
    return isinstance(node, ast.Name) or isinstance(argument_of(node, "len"), ast.Name)


def _loops(node: ast.expr) -> int:
    """How many comprehensions and functions there are in an expression: those within others are hard to read."""
    return sum(isinstance(part, Comprehension | ast.Lambda) for part in ast.walk(node))


def _room(node: ast.expr) -> int:
    match node:
        case ast.ListComp() | ast.Call(args=[ast.GeneratorExp(), *_]):
            return LONG_IN_LINES
    return LONG


def _stored(function: ast.FunctionDef) -> Iterator[str]:
    """The names that are assigned anywhere in a function outside of comprehensions, each as often as it is."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=targets):
                yield from (part for target in targets for part in bound_in(target))
            case ast.AugAssign(target=target) | ast.For(target=target):
                yield from bound_in(target)


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """All lists of statements within, the innermost first."""
    for field in ("body", "orelse"):
        statements = getattr(node, field, None)
        if isinstance(statements, list):
            for statement in statements:
                yield from _blocks(statement)
            yield statements


def _head(statement: ast.stmt) -> ast.expr | None:
    """The expression that a statement evaluates once, before all that is within it."""
    match statement:
        case ast.Return(value=value) | ast.Assign(value=value) | ast.AugAssign(value=value) | ast.Expr(value=value):
            return value
        case ast.If(test=head) | ast.For(iter=head):
            return head
    return None


def _after_head(statement: ast.stmt) -> list[ast.stmt]:
    return [*getattr(statement, "body", []), *getattr(statement, "orelse", [])]


def _with_head(statement: ast.stmt, head: ast.expr) -> ast.stmt:
    match statement:
        case ast.If():
            statement.test = head
        case ast.For():
            statement.iter = head
        case ast.Return() | ast.Assign() | ast.AugAssign() | ast.Expr():
            statement.value = head
    return statement


def _is_idle(statement: ast.stmt) -> bool:
    """Whether it is a loop of which nothing is left."""
    return isinstance(statement, ast.For) and not statement.body


def _tail_once(statement: ast.stmt) -> list[ast.stmt]:
    """A statement that ends both branches follows them instead: always."""
    match statement:
        case ast.If(test=test, body=[*then, one], orelse=[*otherwise, other]) if then and otherwise:
            if ast.unparse(one) == ast.unparse(other) and not isinstance(one, ast.Return):
                return [ast.If(test, then, otherwise), one]
    return [statement]


class _Letters(ast.NodeTransformer):
    """Calls the variables of comprehensions by the first letters that are free."""

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        return self.named(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.expr:
        return self.named(node)

    def named(self, node: Comprehension) -> ast.expr:
        node = ignoring(node)
        names = {old: load(new) for old, new in _letters_for(node).items() if old != new}
        first, *others = node.generators
        generators = [
            ast.comprehension(
                renamed(generator.target, names),
                # The first iterable belongs to the scope around the comprehension.
                generator.iter if generator is first else substituted(generator.iter, names),
                [substituted(condition, names) for condition in generator.ifs],
                0,
            )
            for generator in (first, *others)
        ]
        return self.generic_visit(type(node)(substituted(node.elt, names), generators))  # type: ignore[return-value]


def ignoring(node: Comprehension) -> Comprehension:
    """The comprehension with ``_`` for the parts of tuples that nothing reads."""
    parts = [node.elt, *(part for loop in node.generators for part in (loop.iter, *loop.ifs))]
    read = set().union(*map(names_in, parts))
    loops = [ast.comprehension(_read(loop.target, read), loop.iter, loop.ifs, 0) for loop in node.generators]
    return type(node)(node.elt, loops)


def _read(target: ast.expr, read: set[str]) -> ast.expr:
    """What is assigned to, with ``_`` for names in tuples that are not read."""
    if not isinstance(target, ast.Tuple):
        return target
    unread = [isinstance(part, ast.Name) and part.id not in read for part in target.elts]
    parts = (
        ast.Name("_", ast.Store()) if ignored else _read(part, read)
        for part, ignored in zip(target.elts, unread, strict=True)
    )
    return ast.Tuple(list(parts), ast.Store())


def _letters_for(node: Comprehension) -> dict[str, str]:
    """New letters for the variables of a comprehension, none where one of them means something else within."""
    first, *others = node.generators
    targets = [name for generator in node.generators for name in _in_order(generator.target)]
    within = [node.elt, *first.ifs, *(part for other in others for part in (other.iter, *other.ifs))]
    if any(bound_in(part) & set(targets) for part in within):
        return {}
    taken = {name for part in within for name in names_in(part)} - set(targets)
    letters: dict[str, str] = {}
    for name in targets:
        stem = name.rstrip(string.digits)
        pool = CHARACTERS if stem == "c" else next((pool for pool in POOLS if stem in pool), ())
        free = (letter for letter in pool if letter not in taken and letter not in letters.values())
        letters[name] = next(free, name)
    return letters if len(set(letters.values())) == len(targets) else {}


def _in_order(target: ast.expr) -> list[str]:
    if isinstance(target, ast.Tuple):
        return [name for part in target.elts for name in _in_order(part)]
    return [target.id] if isinstance(target, ast.Name) and target.id != "_" else []
