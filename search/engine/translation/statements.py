"""Statements, and with them whole functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from .expressions import Expressions, Surroundings
from .kinds import INT, NOTHING, Kind, Record, Untranslatable, Value, constant, is_constant, joined
from .operations import operation


class Statements(Expressions):
    """The statements of a function."""

    def __init__(
        self, around: Surroundings, names: Mapping[str, Any], given: Mapping[str, Value], kinds: dict[str, Kind],
        result: Kind | None,
    ) -> None:  # fmt: skip
        super().__init__(around, names, given, kinds)
        self.result = result
        self._loops: list[tuple[str, str]] = []

    def body(self, nodes: Sequence[ast.stmt]) -> None:
        """Translate statements."""
        for node in nodes:
            try:
                self._statement(node)
            except Untranslatable as error:
                error.statement = error.statement or ast.unparse(node).splitlines()[0]
                raise

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Pass():
                pass
            case ast.Expr():
                self.expression(node.value)
            case ast.Assign():
                value = self.expression(node.value)
                for target in node.targets:
                    self._store(target, value)
            case ast.AugAssign():
                self._augmented(node)
            case ast.Return():
                self._return(node.value)
            case ast.If():
                self._if(node)
            case ast.While(orelse=[]):
                self._while(node)
            case ast.For(orelse=[]):
                self._for(node)
            case ast.Break():
                self.jump(self._loops[-1][1])
            case ast.Continue():
                self.jump(self._loops[-1][0])
            case _:
                raise Untranslatable("there is no such statement in compiled code")

    def _store(self, target: ast.expr, value: Value) -> None:
        match target:
            case ast.Name():
                self.assign(target.id, value)
            case ast.Subscript():
                array, place = self.item(target)
                self.store(array, place, value)
            case ast.Tuple() if isinstance(value.kind, Record) and len(value.kind.kinds) == len(target.elts):
                for one, part in zip(target.elts, value.parts(), strict=True):
                    self._store(one, part)
            case _:
                raise Untranslatable("this is not assigned to in compiled code")

    def _augmented(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Subscript):
            array, place = self.item(node.target)
            old = self.loaded(array, place)
            self.store(array, place, operation(self, node.op, old, self.expression(node.value)))
            return
        assert isinstance(node.target, ast.Name)
        old = self.expression(ast.Name(node.target.id, ast.Load()))
        self.assign(node.target.id, operation(self, node.op, old, self.expression(node.value)))

    def _return(self, node: ast.expr | None) -> None:
        value = Value(NOTHING, ()) if node is None else self.expression(node)
        if not self.is_reached:
            return
        kind = value.kind if self.result is None else joined(self.result, value.kind)
        self.is_settled = self.is_settled and self.result in (None, kind)
        self.result = kind
        self.leave(self.converted(value, kind))

    def _if(self, node: ast.If) -> None:
        then, otherwise, end = self.fresh("then"), self.fresh("else"), self.fresh("end")
        self.condition(node.test, then, otherwise if node.orelse else end)
        self.place(then)
        self.body(node.body)
        self.jump(end)
        if node.orelse:
            self.place(otherwise)
            self.body(node.orelse)
        self.place(end)

    @contextmanager
    def _loop(self, following: str, end: str) -> Iterator[None]:
        """Where `continue` and `break` jump to."""
        self._loops.append((following, end))
        yield
        self._loops.pop()

    def _while(self, node: ast.While) -> None:
        head, body, end = self.fresh("while"), self.fresh("do"), self.fresh("end")
        self.place(head)
        if isinstance(node.test, ast.Constant) and node.test.value is True:
            self.jump(body)
        else:
            self.condition(node.test, body, end)
        self.place(body)
        with self._loop(head, end):
            self.body(node.body)
        self.jump(head)
        self.place(end)

    def _for(self, node: ast.For) -> None:
        if isinstance(node.iter, ast.Tuple):
            self._for_each(node, [self.expression(one) for one in node.iter.elts])
        elif isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name) and node.iter.func.id == "range":
            self._for_range(node, node.iter.args)
        else:
            raise Untranslatable("a loop goes over a range, or over a tuple")

    def _for_each(self, node: ast.For, values: Sequence[Value]) -> None:
        """A loop over a tuple, once for each item."""
        end = self.fresh("end")
        for value in values:
            following = self.fresh("next")
            self._store(node.target, value)
            with self._loop(following, end):
                self.body(node.body)
            self.place(following)
        self.place(end)

    def _for_range(self, node: ast.For, bounds: Sequence[ast.expr]) -> None:
        """A loop over a range; Python takes the bounds and the step before it begins."""
        values = [self.converted(self.expression(one), INT) for one in bounds]
        start, stop = (constant(0), values[0]) if len(values) == 1 else (values[0], values[1])
        step = values[2] if len(values) > 2 else constant(1)
        counter = self.fresh(".count")
        head, body, following, end = (self.fresh(name) for name in ("for", "do", "next", "end"))
        self.assign(counter, start)
        self.place(head)
        now = self.variable(counter)
        self.branch(self._goes_on(now, stop, step), body, end)
        self.place(body)
        self._store(node.target, now)
        with self._loop(following, end):
            self.body(node.body)
        self.place(following)
        now = self.variable(counter)
        self.assign(counter, operation(self, ast.Add(), now, step))
        self.jump(head)
        self.place(end)

    def _goes_on(self, now: Value, stop: Value, step: Value) -> str:
        """Whether the counter of a loop has not passed the end; a step of 0 ends it at once."""
        below = self.value(f"icmp slt i64 {now.word}, {stop.word}")
        if is_constant(step) and int(step.word) > 0:
            return below
        above = self.value(f"icmp sgt i64 {now.word}, {stop.word}")
        rises, falls = (self.value(f"icmp {relation} i64 {step.word}, 0") for relation in ("sgt", "slt"))
        up, down = self.value(f"and i1 {rises}, {below}"), self.value(f"and i1 {falls}, {above}")
        return self.value(f"or i1 {up}, {down}")
