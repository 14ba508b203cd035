"""Expressions: what they are worth, as instructions."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Mapping, Sequence
from types import FunctionType
from typing import Any, Protocol

import numpy as np

from ..compiled.intrinsics import invoke, prefetch
from .code import Code
from .kinds import (
    BOOL,
    INT,
    ITEMS,
    NOTHING,
    UNSIGNED,
    Array,
    Kind,
    Record,
    Untranslatable,
    Value,
    constant,
    joined,
    record,
)
from .operations import FUNCTIONS, comparison, negated, operation


class Surroundings(Protocol):
    """What a function is translated with: other functions, and arrays that never change."""

    checked: bool

    def function(self, function: Callable[..., Any], arguments: Sequence[Kind]) -> tuple[str, Kind]:
        """The name and the result of a function for arguments of these kinds."""

    def array(self, array: np.ndarray) -> Value:
        """An array that is known when the code is compiled."""


class Expressions(Code):
    """The expressions of a function.

    Parameters
    ----------
    names
        What a name means that is not a variable.
    given
        Parameters that are never assigned to.
    kinds
        The kinds of the variables, as far as they are known: those of an earlier translation.
    """

    def __init__(
        self, around: Surroundings, names: Mapping[str, Any], given: Mapping[str, Value], kinds: dict[str, Kind]
    ) -> None:
        super().__init__()
        self.around, self.names, self.given, self.kinds = around, names, given, kinds
        self.is_settled = True

    def expression(self, node: ast.expr) -> Value:
        """What an expression is worth."""
        match node:
            case ast.Constant():
                return constant(node.value)
            case ast.Name():
                return self._name(node.id)
            case ast.BinOp():
                return operation(self, node.op, self.expression(node.left), self.expression(node.right))
            case ast.UnaryOp():
                return negated(self, node.op, self.expression(node.operand))
            case ast.Compare():
                return self._comparison(node)
            case ast.BoolOp():
                return self._choice(node.op, node.values)
            case ast.IfExp():
                return self._conditional(node)
            case ast.Call():
                return self._call(node)
            case ast.Tuple():
                return record([self.expression(one) for one in node.elts])
            case ast.Subscript():
                return self._subscript(node)
            case ast.Attribute():
                return self._attribute(node)
        raise Untranslatable("there is no such expression in compiled code")

    def condition(self, node: ast.expr, then: str, otherwise: str) -> None:
        """Jump to one of two labels."""
        match node:
            case ast.BoolOp():
                for one in node.values[:-1]:
                    following = self.fresh("and" if isinstance(node.op, ast.And) else "or")
                    both = (following, otherwise) if isinstance(node.op, ast.And) else (then, following)
                    self.condition(one, *both)
                    self.place(following)
                self.condition(node.values[-1], then, otherwise)
            case ast.UnaryOp(op=ast.Not()):
                self.condition(node.operand, otherwise, then)
            case _:
                self.branch(self.truth(self.expression(node)), then, otherwise)

    # Variables.

    def assign(self, name: str, value: Value) -> None:
        """Give a variable a value; its kind grows with what it is given."""
        if name in self.given:
            raise Untranslatable(f"{name} is assigned to")
        old = self.kinds.get(name)
        kind = value.kind if old is None else joined(old, value.kind)
        self.is_settled = self.is_settled and old in (None, kind)
        self.kinds[name] = kind
        words = self.converted(value, kind).words
        for i, (type_, word) in enumerate(zip(kind.words, words, strict=True)):
            self.emit(f"store {type_} {word}, ptr {slot(name, i)}")

    def variable(self, name: str) -> Value:
        """The value of a variable."""
        kind = self.kinds[name]
        return Value(kind, tuple(self.value(f"load {w}, ptr {slot(name, i)}") for i, w in enumerate(kind.words)))

    def _name(self, name: str) -> Value:
        if name in self.given:
            return self.given[name]
        if name in self.kinds:
            return self.variable(name)
        found = self._known(name)
        if isinstance(found, np.ndarray):
            return self.around.array(found)
        return constant(found)

    def _known(self, name: str) -> Any:
        """What a name means that is not a variable."""
        if name in self.names:
            return self.names[name]
        if not hasattr(builtins, name):
            raise Untranslatable(f"{name} is not defined")
        return getattr(builtins, name)

    # Choices.

    def _comparison(self, node: ast.Compare) -> Value:
        if len(node.ops) == 1:
            return comparison(self, node.ops[0], self.expression(node.left), self.expression(node.comparators[0]))
        result = self.fresh(".is")
        end = self.fresh("end")
        left = self.expression(node.left)
        for i, (operator, other) in enumerate(zip(node.ops, node.comparators, strict=True)):
            right = self.expression(other)
            holds = comparison(self, operator, left, right)
            self.assign(result, holds)
            left = right
            if i < len(node.ops) - 1:
                following = self.fresh("and")
                self.branch(holds.word, following, end)
                self.place(following)
        self.place(end)
        return self.variable(result)

    def _choice(self, operator: ast.boolop, nodes: Sequence[ast.expr]) -> Value:
        """The first value that decides, or the last."""
        result, end = self.fresh(".one"), self.fresh("end")
        for node in nodes[:-1]:
            value, following = self.expression(node), self.fresh("next")
            self.assign(result, value)
            both = (following, end) if isinstance(operator, ast.And) else (end, following)
            self.branch(self.truth(value), *both)
            self.place(following)
        self.assign(result, self.expression(nodes[-1]))
        self.place(end)
        return self.variable(result)

    def _conditional(self, node: ast.IfExp) -> Value:
        result = self.fresh(".if")
        then, otherwise, end = self.fresh("then"), self.fresh("else"), self.fresh("end")
        self.condition(node.test, then, otherwise)
        self.place(then)
        self.assign(result, self.expression(node.body))
        self.jump(end)
        self.place(otherwise)
        self.assign(result, self.expression(node.orelse))
        self.place(end)
        return self.variable(result)

    # Functions.

    def _call(self, node: ast.Call) -> Value:
        if node.keywords:
            raise Untranslatable("arguments are given by position")
        function = self._function(node.func)
        arguments = [self.expression(one) for one in node.args]
        if function is invoke:
            return self._invoked(*arguments)
        if function is prefetch:
            return self._prefetched(*arguments)
        if isinstance(function, FunctionType):
            passed = [self.converted(one, INT) if one.kind == BOOL else one for one in arguments]
            symbol, result = self.around.function(function, [one.kind for one in passed])
            return self.call(f"@{symbol}", result, passed)
        known = FUNCTIONS.get(function)
        if known is None:
            raise Untranslatable(f"there is no {ast.unparse(node.func)} in compiled code")
        if not known.least <= len(arguments) <= known.most:
            raise Untranslatable(f"{ast.unparse(node.func)} takes other arguments")
        return known.apply(self, *arguments)

    def _function(self, node: ast.expr) -> Any:
        match node:
            case ast.Name() if node.id not in self.kinds and node.id not in self.given:
                return self._known(node.id)
            case ast.Attribute(value=ast.Name(id=owner)) if self.names.get(owner) is np:
                return getattr(np, node.attr, None)
        raise Untranslatable("expected a function by its name")

    def _invoked(self, function: Value, *arguments: Value) -> Value:
        """A kernel's result, called by its address; of an array it gets the address."""
        pointer = self.value(f"inttoptr i64 {function.word} to ptr")
        address = Array("int64", 0)
        given = [Value(address, one.words[:1]) if isinstance(one.kind, Array) else one for one in arguments]
        return self.call(pointer, INT, given)

    def _prefetched(self, array: Value, index: Value) -> Value:
        place = self._place(array, [index])
        self.emit(f"call void @llvm.prefetch.p0(ptr {place}, i32 1, i32 3, i32 1)")
        return Value(NOTHING, ())

    # Arrays and records.

    def _attribute(self, node: ast.Attribute) -> Value:
        owner = self.expression(node.value)
        if isinstance(owner.kind, Array) and node.attr == "shape":
            return record([Value(INT, (word,)) for word in owner.words[1:]])
        if isinstance(owner.kind, Record) and node.attr in owner.kind.names:
            return owner.parts()[owner.kind.names.index(node.attr)]
        raise Untranslatable(f"there is no {node.attr}")

    def _subscript(self, node: ast.Subscript) -> Value:
        whole = self.expression(node.value)
        if isinstance(whole.kind, Record):
            return _part_of(whole, node.slice)
        array, indices, start = self._indices(whole, node.slice)
        if start is None and len(indices) == array.dimensions:
            return self.loaded(array, self._place(whole, indices))
        return self._part(whole, indices, start)

    def item(self, node: ast.Subscript) -> tuple[Array, str]:
        """The array of an item that is assigned to, and the item's address."""
        whole = self.expression(node.value)
        array, indices, start = self._indices(whole, node.slice)
        if start is not None or len(indices) != array.dimensions:
            raise Untranslatable("only an item of an array is assigned to")
        return array, self._place(whole, indices)

    def _indices(self, whole: Value, node: ast.expr) -> tuple[Array, list[Value], Value | None]:
        """The kind of an array, the indices, and where a slice begins that follows them."""
        if not isinstance(whole.kind, Array):
            raise Untranslatable("expected an array")
        nodes = node.elts if isinstance(node, ast.Tuple) else [node]
        start = None
        if isinstance(nodes[-1], ast.Slice):
            last = nodes[-1]
            if last.lower is None or last.upper is not None or last.step is not None:
                raise Untranslatable("a slice has a beginning and goes to the end")
            start, nodes = self.expression(last.lower), nodes[:-1]
        return whole.kind, [self.expression(one) for one in nodes], start

    def _part(self, whole: Value, indices: Sequence[Value], start: Value | None) -> Value:
        """An array within an array: at some indices, and from a start on."""
        array, shape = whole.kind, list(whole.words[1 + len(indices) :])
        assert isinstance(array, Array)
        first = [*indices, *([] if start is None else [start])]
        zeros = [constant(0)] * (array.dimensions - len(first))
        if start is not None:
            shape[0] = self.value(f"sub i64 {shape[0]}, {start.word}")
        return Value(Array(array.item, len(shape)), (self._address(whole, [*first, *zeros]), *shape))

    def _address(self, whole: Value, indices: Sequence[Value]) -> str:
        """The address of an item: row after row."""
        assert isinstance(whole.kind, Array)
        first, *others = (one.word if one.kind == UNSIGNED else self.converted(one, INT).word for one in indices)
        place = first
        for length, index in zip(whole.words[2:], others, strict=True):
            before = self.value(f"mul i64 {place}, {length}")
            place = self.value(f"add i64 {before}, {index}")
        return self.value(f"getelementptr {ITEMS[whole.kind.item].stored}, ptr {whole.words[0]}, i64 {place}")

    def _place(self, whole: Value, indices: Sequence[Value]) -> str:
        """The address of an item; where accesses are checked, that of a word outside for an index outside."""
        place = self._address(whole, indices)
        if not self.around.checked:
            return place
        inside = "true"
        for length, index in zip(whole.words[1:], indices, strict=True):
            holds = self.value(f"icmp ult i64 {index.word}, {length}")
            inside = self.value(f"and i1 {inside}, {holds}")
        failed = self.value("load i64, ptr @failed")
        outside = self.value(f"select i1 {inside}, i64 {failed}, i64 1")
        self.emit(f"store i64 {outside}, ptr @failed")
        return self.value(f"select i1 {inside}, ptr {place}, ptr @outside")


def _part_of(whole: Value, node: ast.expr) -> Value:
    """The value of a tuple at a place that is written as a number."""
    match node:
        case ast.Constant(value=int(place)) if place < len(whole.parts()):
            return whole.parts()[place]
    raise Untranslatable("expected the number of a value of the tuple")


def slot(name: str, part: int) -> str:
    """Where a word of a variable is kept."""
    return f'%"{name}.{part}"'
