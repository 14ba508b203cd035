"""Text to trees: the grammar of programs, by recursive descent.

program     ->  "(" [formal ("," formal)*] ")" "->" expression
formal      ->  parameter | "*" parameter | parameter "=" expression
parameter   ->  NAME ":" type
type        ->  NAME ["[" type ("," type)* "]"] | NAME "{" key ":" type ("," key ":" type)* "}"
expression  ->  operands with operators; see `LEVELS`
operand     ->  atom | "-" atom
atom        ->  "(" expression ")" | ["each" "."] NAME "(" [argument ("," argument)*] ")"
             |  ("empty" | "missing") "[" type "]" | "[" expression ("," expression)* "]"
             |  NUMBER | STRING | "true" | "false" | NAME
argument    ->  expression | "(" parameter ("," parameter)* ")" "->" expression
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

TOKEN = re.compile(
    r"""
    [ \t\r\n]+
    | (?P<real>[0-9]+(?:\.[0-9]+(?:[eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+))
    | (?P<integer>[0-9]+)
    | (?P<string>"(?:[^"\\]|\\.)*")
    | (?P<name>[A-Za-z_][A-Za-z_0-9]*)
    | (?P<symbol>->|==|!=|<=|>=|//|[-()\[\]{},:.*=<>+/%])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
CONSTANTS = {"real", "integer", "string"}
OR, AND, NOT, COMPARISON, SUM, TERM = range(1, 7)
LEVELS = {
    "or": OR, "and": AND, "==": COMPARISON, "!=": COMPARISON, "<": COMPARISON, "<=": COMPARISON, ">": COMPARISON,
    ">=": COMPARISON, "+": SUM, "-": SUM, "*": TERM, "/": TERM, "//": TERM, "%": TERM,
}  # fmt: skip
"""How closely operators bind. Those of one level are applied from the left; comparisons do not follow one another."""


class Word(str):
    """A piece of text and where it stands; `kind` is a group of `TOKEN`."""

    kind: str
    line: int
    column: int


@dataclass(frozen=True)
class Tree:
    """What a rule of the grammar has read: its name, its words and trees, and where it begins."""

    data: str
    children: list[Any]
    line: int
    column: int


class UnexpectedWord(Exception):
    """A word stands where the grammar expects another."""

    def __init__(self, word: Word) -> None:
        super().__init__(str(word))
        self.word = word


def words_of(text: str) -> Iterator[Word]:
    """The words of a text, and an empty one at its end."""
    line, begin = 1, 0
    for found in TOKEN.finditer(text):
        if found.lastgroup:
            yield _word(found[0], found.lastgroup, line, found.start() - begin + 1)
        if "\n" in found[0]:
            line += found[0].count("\n")
            begin = found.start() + found[0].rindex("\n") + 1
    yield _word("", "end", line, len(text) - begin + 1)


def _word(text: str, kind: str, line: int, column: int) -> Word:
    word = Word(text)
    word.kind, word.line, word.column = kind, line, column
    return word


class Reader:
    """Reads one program.

    Attributes
    ----------
    names
        The names in it, in order.
    """

    def __init__(self, text: str) -> None:
        self._words = list(words_of(text))
        self._at = 0
        self.names = [str(word) for word in self._words if word.kind == "name"]

    def program(self) -> Tree:
        """The whole text as a tree.

        Raises
        ------
        UnexpectedWord
            If it is not a program.
        """
        begin = self._expect("(")
        formals = [] if self._now == ")" else self._several(self._formal)
        self._expect(")")
        self._expect("->")
        tree = self._tree("program", [*formals, self._expression()], begin)
        if self._now.kind != "end":
            raise UnexpectedWord(self._now)
        return tree

    # Words.

    @property
    def _now(self) -> Word:
        return self._words[self._at]

    def _ahead(self, *symbols: str) -> bool:
        """Whether these words follow the present one; "name" stands for any name."""
        following = self._words[self._at + 1 : self._at + 1 + len(symbols)]
        return [word.kind if word.kind == "name" else str(word) for word in following] == list(symbols)

    def _next(self) -> Word:
        word = self._now
        self._at += word.kind != "end"
        return word

    def _takes(self, symbol: str) -> bool:
        """Whether the present word is this symbol, which is then passed."""
        found = self._now.kind == "symbol" and self._now == symbol
        self._at += found
        return found

    def _expect(self, symbol: str) -> Word:
        word = self._now
        if not self._takes(symbol):
            raise UnexpectedWord(word)
        return word

    def _name(self) -> Word:
        if self._now.kind != "name":
            raise UnexpectedWord(self._now)
        return self._next()

    def _several(self, rule: Callable[[], Tree]) -> list[Tree]:
        """One or more of something, with commas between."""
        found = [rule()]
        while self._takes(","):
            found.append(rule())
        return found

    def _tree(self, data: str, children: list[Any], begin: Word) -> Tree:
        return Tree(data, children, begin.line, begin.column)

    # Parameters and types.

    def _formal(self) -> Tree:
        begin = self._now
        if self._takes("*"):
            return self._tree("rest", [self._parameter()], begin)
        parameter = self._parameter()
        return self._tree("default", [parameter, self._expression()], begin) if self._takes("=") else parameter

    def _parameter(self) -> Tree:
        name = self._name()
        self._expect(":")
        return self._tree("parameter", [name, self._type()], name)

    def _type(self) -> Tree:
        name = self._name()
        if self._takes("{"):
            fields = [part for field in self._several(self._field) for part in field.children]
            self._expect("}")
            return self._tree("record", [name, *fields], name)
        parts = []
        if self._takes("["):
            parts = self._several(self._type)
            self._expect("]")
        return self._tree("type", [name, *parts], name)

    def _field(self) -> Tree:
        word = self._next() if self._now.kind == "string" else self._name()
        self._expect(":")
        return self._tree("field", [self._tree("key", [word], word), self._type()], word)

    # Expressions.

    def _expression(self, least: int = OR) -> Tree:
        """Operands with operators that bind at least so closely."""
        begin, most = self._now, TERM
        if least <= NOT and begin == "not":
            tree = self._tree("prefix", [self._next(), self._expression(NOT)], begin)
            most = AND
        else:
            tree = self._operand()
        while least <= (level := LEVELS.get(self._now, 0)) <= most:
            operator = self._next()
            right = self._operand() if level == TERM else self._expression(level + 1)
            tree = self._tree("infix", [tree, operator, right], begin)
            most = AND if level == COMPARISON else level
        return tree

    def _operand(self) -> Tree:
        begin = self._now
        return self._tree("negative", [self._atom()], begin) if self._takes("-") else self._atom()

    def _atom(self) -> Tree:
        begin = self._now
        if self._takes("("):
            inner = self._expression()
            self._expect(")")
            return inner
        if self._takes("["):
            items = self._several(self._expression)
            self._expect("]")
            return self._tree("list", items, begin)
        if begin.kind in CONSTANTS:
            return self._tree(begin.kind, [self._next()], begin)
        if begin in ("true", "false"):
            return self._tree(self._next(), [], begin)
        return self._named()

    def _named(self) -> Tree:
        """What begins with a name."""
        begin = self._name()
        if begin in ("empty", "missing") and self._takes("["):
            type_ = self._type()
            self._expect("]")
            return self._tree(begin, [type_], begin)
        if begin == "each" and self._takes("."):
            name = self._name()
            if self._now != "(":
                raise UnexpectedWord(self._now)
            return self._tree("each", [name, *self._arguments()], begin)
        if self._now == "(":
            return self._tree("call", [begin, *self._arguments()], begin)
        return self._tree("variable", [begin], begin)

    def _arguments(self) -> list[Tree]:
        self._expect("(")
        found = [] if self._now == ")" else self._several(self._argument)
        self._expect(")")
        return found

    def _argument(self) -> Tree:
        begin = self._now
        if begin != "(" or not self._ahead("name", ":"):
            return self._expression()
        self._expect("(")
        parameters = self._several(self._parameter)
        self._expect(")")
        self._expect("->")
        return self._tree("function", [*parameters, self._expression()], begin)
