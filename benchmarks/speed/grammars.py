"""Grammars that induce and cvc5 are both held to: each production is declared once, for both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...dsl.core.expression import Expression, Literal, Variable
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...search.engine.instances import Instance
from ...search.task.settings import MOST_COST
from ...search.task.task import Task
from ..solvers.peers.sygus import NONTERMINALS, parameter_names, sort_of, stated
from ..solvers.peers.terms import written

LIST = list_of(INT)
ARGUMENTS = "xyz"
"""What the parameters of definitions are called."""


@dataclass(frozen=True)
class Production:
    """A primitive of induce at certain types, and the same in SMT-LIB.

    Where the primitive is defined, both have the same value; elsewhere SMT-LIB has one, too.

    Parameters
    ----------
    meaning
        An operator of SMT-LIB, or a term over x, y and z, which are the arguments.
    """

    primitive: str
    arguments: tuple[Type, ...]
    result: Type
    meaning: str

    @property
    def operator(self) -> str:
        """What SMT-LIB calls it: a function that has to be defined has the name of the primitive."""
        return self.primitive if self._is_defined else self.meaning

    @property
    def definition(self) -> str:
        """The definition of the function; "" if SMT-LIB has it."""
        if not self._is_defined:
            return ""
        pairs = zip(ARGUMENTS, self.arguments, strict=False)
        header = " ".join(f"({name} {sort_of(type_)})" for name, type_ in pairs)
        return f"(define-fun {self.primitive} ({header}) {sort_of(self.result)} {self.meaning})"

    @property
    def _is_defined(self) -> bool:
        return self.meaning.startswith("(")


@dataclass(frozen=True)
class Grammar:
    """Productions, and the constants beside the parameters of the task."""

    productions: tuple[Production, ...]
    constants: tuple[Literal, ...]

    def has(self, instance: Instance) -> bool:
        """Whether an instance is one of the productions."""
        return (instance.primitive.name, instance.arguments, instance.result) in self._known

    def problem(self, task: Task) -> str:
        """The task as a SyGuS problem with this grammar."""
        types = dict.fromkeys((task.result_type, *(row.result for row in self.productions)))
        definitions = "\n".join(filter(None, (row.definition for row in self.productions)))
        return stated(task, {sort_of(type_): self._written(type_, task) for type_ in types}, definitions)

    @cached_property
    def _known(self) -> frozenset[tuple[str, tuple[Type, ...], Type]]:
        return frozenset((row.primitive, row.arguments, row.result) for row in self.productions)

    def _written(self, wanted: Type, task: Task) -> list[str]:
        """The productions of a type."""
        names = zip(parameter_names(task), task.parameter_types, strict=True)
        return [
            *(name for name, type_ in names if type_ == wanted),
            *(written(one.value, sort_of(one.type)) for one in self.constants if one.type == wanted),
            *(f"({row.operator} {_holes(row.arguments)})" for row in self.productions if row.result == wanted),
        ]


@dataclass(frozen=True)
class GrammarPrior:
    """Costs that count what a program of the grammar is made of; all else costs more than any search can spend."""

    grammar: Grammar

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        return 1 if self.grammar.has(instance) else MOST_COST

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        """Constants that a task suggests are too dear: those of the grammar are given to the search."""
        return 1 if isinstance(terminal, Variable) else MOST_COST

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return 0


def _holes(types: Iterable[Type]) -> str:
    return " ".join(NONTERMINALS[sort_of(type_)] for type_ in types)


NUMBERS = (Literal(0, INT), Literal(1, INT))
INTEGERS = (
    Production("add", (INT, INT), INT, "+"),
    Production("sub", (INT, INT), INT, "-"),
)
CONDITIONS = (
    Production("eq", (INT, INT), BOOL, "="),
    Production("le", (INT, INT), BOOL, "<="),
)
ARITHMETIC = (
    *INTEGERS,
    Production("mul", (INT, INT), INT, "*"),
    Production("larger", (INT, INT), INT, "(ite (>= x y) x y)"),
    Production("smaller", (INT, INT), INT, "(ite (<= x y) x y)"),
    Production("where", (BOOL, INT, INT), INT, "ite"),
    *CONDITIONS,
    Production("and", (BOOL, BOOL), BOOL, "and"),
    Production("or", (BOOL, BOOL), BOOL, "or"),
    Production("not", (BOOL,), BOOL, "not"),
)
TEXTS = (
    Production("concat", (STR, STR), STR, "str.++"),
    Production("take", (STR, INT), STR, "(str.substr x 0 y)"),
    Production("drop", (STR, INT), STR, "(str.substr x y (str.len x))"),
    Production("slice", (STR, INT, INT), STR, "(str.substr x y (- z y))"),
    Production("replace", (STR, STR, STR), STR, "str.replace_all"),
    Production("replace_first", (STR, STR, STR), STR, "str.replace"),
    Production("if_else", (BOOL, STR, STR), STR, "ite"),
    *INTEGERS,
    Production("len", (STR,), INT, "str.len"),
    Production("find_text", (STR, STR), INT, "(str.indexof x y 0)"),
    *CONDITIONS,
    Production("has", (STR, STR), BOOL, "str.contains"),
)
LISTS = (
    Production("concat", (LIST, LIST), LIST, "seq.++"),
    Production("reverse", (LIST,), LIST, "seq.rev"),
    Production("single", (INT,), LIST, "seq.unit"),
    Production("take", (LIST, INT), LIST, "(seq.extract x 0 y)"),
    Production("drop", (LIST, INT), LIST, "(seq.extract x y (seq.len x))"),
    Production("set", (LIST, INT, INT), LIST, "(seq.update x y (seq.unit z))"),
    Production("if_else", (BOOL, LIST, LIST), LIST, "ite"),
    *INTEGERS,
    Production("len", (LIST,), INT, "seq.len"),
    Production("head", (LIST,), INT, "(seq.nth x 0)"),
    Production("index_of", (LIST, INT), INT, "(seq.indexof x (seq.unit y) 0)"),
    *CONDITIONS,
    Production("contains", (LIST, INT), BOOL, "(seq.contains x (seq.unit y))"),
)
GRAMMARS: Mapping[str, Grammar] = {
    "lists": Grammar(LISTS, NUMBERS),
    "text": Grammar(TEXTS, (*NUMBERS, Literal(" ", STR))),
    "scalars": Grammar(ARITHMETIC, NUMBERS),
}
"""By kind of task. SMT-LIB has few functions on nested lists and on lists of truth values."""
