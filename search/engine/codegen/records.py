"""Records in the sources of the search loops, taken apart into the attributes that they stand for.

A function that takes a record, such as `bank: BankArrays`, may read its
attributes and pass it on to another that takes the same record. What Numba
compiles knows no records: `bank.offsets` becomes a parameter `bank_offsets`, and
a function has one for each attribute that it reads itself or passes on.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Protocol, get_args, get_origin, get_type_hints

from ..compiled import arrays
from ..compiled.arrays import ArrayKind

Place = tuple[str, str]
"""A function, and one of its parameters that is a record."""
Kept = Mapping[Place, tuple[str, ...]]
"""The attributes that a function takes in the place of a record."""


@cache
def kinds_of(annotation: str) -> Mapping[str, ArrayKind]:
    """What a parameter with this annotation stands for: the attributes of a record, else itself under an empty name.

    Raises
    ------
    SyntaxError
        If there is no such kind of array and no such record.
    """
    declared = int if annotation == "int" else vars(arrays).get(annotation)
    if isinstance(declared, type) and Protocol in declared.__bases__:
        return {name: _kind(hint) for name, hint in get_type_hints(declared, include_extras=True).items()}
    if declared is int or get_origin(declared) is Annotated:
        return {"": _kind(declared)}
    raise SyntaxError(f"{annotation}: expected int, a kind of array or a record, as compiled/arrays.py declares them")


def _kind(hint: object) -> ArrayKind:
    if hint is int:
        return ArrayKind("int64", 0)
    kind: ArrayKind = get_args(hint)[1]
    return kind


def take_apart(functions: Sequence[ast.FunctionDef]) -> Kept:
    """Change functions that call one another so that none of them takes a record any more.

    Returns
    -------
    Mapping
        For each function and parameter that was a record the attributes that the function takes instead.

    Raises
    ------
    SyntaxError
        If a record is used for anything but its attributes, or passed on as anything but the same record.
    """
    signatures = {function.name: _signature(function) for function in functions}
    kept = _kept(signatures, [_Uses(function, signatures) for function in functions])
    for function in functions:
        _TakenApart(function, signatures, kept)
    return kept


@dataclass(frozen=True)
class _Signature:
    """The parameters of a function, and the names of the records among them."""

    parameters: tuple[str, ...]
    records: Mapping[str, str]


def _signature(function: ast.FunctionDef) -> _Signature:
    annotations = {one.arg: ast.unparse(one.annotation) for one in function.args.args if one.annotation is not None}
    records = {parameter: name for parameter, name in annotations.items() if "" not in kinds_of(name)}
    return _Signature(tuple(one.arg for one in function.args.args), records)


def _called(node: ast.Call, signatures: Mapping[str, _Signature]) -> tuple[str, _Signature] | None:
    """The function that a call names and its signature, if it takes records."""
    if isinstance(node.func, ast.Name) and node.func.id in signatures and signatures[node.func.id].records:
        return node.func.id, signatures[node.func.id]
    return None


class _Uses(ast.NodeVisitor):
    """What a function does with its records: the attributes that it reads, and where it passes a record on."""

    def __init__(self, function: ast.FunctionDef, signatures: Mapping[str, _Signature]) -> None:
        self.function, self.signatures = function.name, signatures
        self.records = signatures[function.name].records
        self.read: dict[Place, set[str]] = {(self.function, parameter): set() for parameter in self.records}
        self.passed: list[tuple[Place, Place]] = []
        self.taken = {_joined(parameter, name) for parameter, one in self.records.items() for name in kinds_of(one)}
        for statement in function.body:
            self.visit(statement)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        owner = node.value.id if isinstance(node.value, ast.Name) else ""
        if owner not in self.records:
            self.generic_visit(node)
            return
        attributes = kinds_of(self.records[owner])
        if node.attr not in attributes:
            raise self._refused(node, f"{self.records[owner]} has no {node.attr}, only {', '.join(attributes)}")
        self.read[self.function, owner].add(node.attr)

    def visit_Call(self, node: ast.Call) -> None:
        called = _called(node, self.signatures)
        if called is None:
            self.generic_visit(node)
            return
        name, signature = called
        if node.keywords or len(node.args) != len(signature.parameters):
            raise self._refused(node, f"expected {len(signature.parameters)} arguments by position")
        for argument, parameter in zip(node.args, signature.parameters, strict=True):
            wanted = signature.records.get(parameter)
            if wanted is None:
                self.visit(argument)
            elif isinstance(argument, ast.Name) and self.records.get(argument.id) == wanted:
                self.passed.append(((self.function, argument.id), (name, parameter)))
            else:
                raise self._refused(node, f"expected {wanted} for {parameter}, not {ast.unparse(argument)}")

    def visit_Name(self, node: ast.Name) -> None:
        if node.id in self.records:
            raise self._refused(node, "expected an attribute of the record, or the record as an argument for the same")
        if node.id in self.taken:
            raise self._refused(node, "expected another name, since an attribute of a record gets this one")

    def _refused(self, node: ast.expr, why: str) -> SyntaxError:
        return SyntaxError(f"{self.function}: {ast.unparse(node)}: {why}")


def _kept(signatures: Mapping[str, _Signature], uses: Sequence[_Uses]) -> Kept:
    """The attributes of each record that are read, by the function or by those that it passes the record on to."""
    needed = {place: set(attributes) for one in uses for place, attributes in one.read.items()}
    passed = [pair for one in uses for pair in one.passed]
    while any(needed[taker] - needed[giver] for giver, taker in passed):
        for giver, taker in passed:
            needed[giver] |= needed[taker]
    return {
        (function, parameter): tuple(name for name in kinds_of(record) if name in needed[function, parameter])
        for function, signature in signatures.items()
        for parameter, record in signature.records.items()
    }


class _TakenApart(ast.NodeTransformer):
    """Puts plain names in the place of the records of a function."""

    def __init__(self, function: ast.FunctionDef, signatures: Mapping[str, _Signature], kept: Kept) -> None:
        self.function, self.signatures, self.kept = function.name, signatures, kept
        own = signatures[function.name].parameters
        function.args.args = [name for parameter in own for name in self._parameters(parameter)]
        function.body = [self.visit(statement) for statement in function.body]

    def _parameters(self, parameter: str) -> list[ast.arg]:
        kept = self.kept.get((self.function, parameter))
        return [ast.arg(parameter)] if kept is None else [ast.arg(_joined(parameter, name)) for name in kept]

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if isinstance(node.value, ast.Name) and (self.function, node.value.id) in self.kept:
            return ast.Name(_joined(node.value.id, node.attr), ast.Load())
        self.generic_visit(node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        called = _called(node, self.signatures)
        if called is None:
            self.generic_visit(node)
            return node
        name, signature = called
        pairs = zip(node.args, signature.parameters, strict=True)
        node.args = [part for argument, parameter in pairs for part in self._parts(argument, (name, parameter))]
        return node

    def _parts(self, argument: ast.expr, place: Place) -> list[ast.expr]:
        """What an argument becomes: the attributes that are taken in the place of a record, else itself."""
        if place not in self.kept:
            return [self.visit(argument)]
        assert isinstance(argument, ast.Name)
        return [ast.Name(_joined(argument.id, attribute), ast.Load()) for attribute in self.kept[place]]


def _joined(parameter: str, attribute: str) -> str:
    """The plain name of an attribute of a record."""
    return f"{parameter}_{attribute}"
