"""The grammar of program texts, read by recursive descent.

::

    program:     "(" [formal ("," formal)*] ")" "->" expression
    formal:      parameter | "*" parameter | parameter "=" expression
    parameter:   NAME ":" type
    type:        NAME ["[" type ("," type)* "]"] | NAME "{" key ":" type ("," key ":" type)* "}"
    key:         NAME | STRING

    expression:  conjunction ("or" conjunction)*
    conjunction: negation ("and" negation)*
    negation:    "not" negation | sum [COMPARE sum]
    sum:         term (("+" | "-") term)*
    term:        factor (("*" | "//" | "/" | "%") factor)*
    factor:      ["-"] atom
    atom:        "(" expression ")" | "[" expression ("," expression)* "]"
                 | ["each" "."] NAME "(" [argument ("," argument)*] ")"
                 | ("empty" | "missing") "[" type "]"
                 | REAL | INTEGER | STRING | "true" | "false" | NAME

    argument:    expression | "(" parameter ("," parameter)* ")" "->" expression

There is no lexer: what a word or a sign is depends on where it stands, and each rule asks for what may come next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

SPACE = re.compile(r"[ \t\r\n]*")
NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
STRING = re.compile(r'"([^"\\]|\\.)*"')
CONSTANTS = (
    ("real", re.compile(r"[0-9]+(\.[0-9]+([eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)")),
    ("integer", re.compile(r"[0-9]+")),
    ("string", STRING),
)
NOT = re.compile(r"not\b")
OPERATORS = tuple(map(re.compile, (r"or\b", r"and\b", "==|!=|<=|>=|<|>", "[+-]", r"\*|//|/|%")))
"""From those that bind least to those that bind most."""
COMPARISON = 2
"""The operators that do not chain, and which `not` stands before."""
FUNCTION = re.compile(
    r"\([ \t\r\n]*(?!(?:not|true|false|each|empty|missing)\b)[A-Za-z_][A-Za-z_0-9]*[ \t\r\n]*:", re.ASCII
)
"""How an argument begins that is a function."""


class Token(NamedTuple):
    """A word, sign or constant, and where it begins."""

    text: str
    start: int


class Tree(NamedTuple):
    """What a rule has read: the name of its form, its parts, and where it begins."""

    form: str
    children: tuple[Any, ...]
    start: int

    def words(self) -> set[str]:
        """All names in it."""
        found, waiting = set(), [self]
        while waiting:
            for child in waiting.pop().children:
                if isinstance(child, Tree):
                    waiting.append(child)
                elif NAME.fullmatch(child.text):
                    found.add(child.text)
        return found


class Unexpected(Exception):
    """A text goes on in a way that the grammar does not know.

    Attributes
    ----------
    start
        Where: the place of the first character that cannot follow what stands before it.
    """

    def __init__(self, start: int) -> None:
        self.start = start
        super().__init__(start)


def parse_tree(text: str) -> Tree:
    """The program that a text is.

    Raises
    ------
    Unexpected
        If it is none.
    RecursionError
        If it is nested too deeply.
    """
    grammar = _Grammar(text)
    program = grammar.program()
    if grammar.start < len(text):
        raise Unexpected(grammar.start)
    return program


class _Grammar:
    """Reads a text from its beginning, one method for a rule."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = 0
        self._skip(0)

    def _skip(self, end: int) -> None:
        """Go on behind the space that begins somewhere."""
        space = SPACE.match(self.text, end)
        self.start = space.end() if space else end

    def taken(self, pattern: re.Pattern[str]) -> Token | None:
        """What comes next, if it is of some kind; it is behind us then."""
        found = pattern.match(self.text, self.start)
        if found is None:
            return None
        token = Token(found[0], self.start)
        self._skip(found.end())
        return token

    def expected(self, pattern: re.Pattern[str]) -> Token:
        """What comes next, which has to be of some kind."""
        token = self.taken(pattern)
        if token is None:
            raise Unexpected(self.start)
        return token

    def passed(self, sign: str) -> bool:
        """Whether a sign comes next; it is behind us then."""
        if not self.text.startswith(sign, self.start):
            return False
        self._skip(self.start + len(sign))
        return True

    def expect(self, sign: str) -> None:
        """Pass a sign that has to come next."""
        if not self.passed(sign):
            raise Unexpected(self.start)

    def separated(self, rule: Callable[[], Tree], end: str) -> list[Tree]:
        """One or more of a kind with commas between them, up to a closing bracket."""
        read = [rule()]
        while not self.passed(end):
            self.expect(",")
            read.append(rule())
        return read

    def program(self) -> Tree:
        start = self.start
        self.expect("(")
        formals = [] if self.passed(")") else self.separated(self.formal, ")")
        self.expect("->")
        return Tree("program", (*formals, self.expression()), start)

    def formal(self) -> Tree:
        start = self.start
        if self.passed("*"):
            return Tree("rest", (self.parameter(),), start)
        parameter = self.parameter()
        return Tree("default", (parameter, self.expression()), start) if self.passed("=") else parameter

    def parameter(self) -> Tree:
        name = self.expected(NAME)
        self.expect(":")
        return Tree("parameter", (name, self.type()), name.start)

    def type(self) -> Tree:
        name = self.expected(NAME)
        if self.passed("["):
            return Tree("type", (name, *self.separated(self.type, "]")), name.start)
        if self.passed("{"):
            return Tree("record", (name, *self.separated(self.field, "}")), name.start)
        return Tree("type", (name,), name.start)

    def field(self) -> Tree:
        key = self.taken(STRING) or self.expected(NAME)
        self.expect(":")
        return Tree("field", (key, self.type()), key.start)

    def expression(self, loosest: int = 0) -> Tree:
        """Operands and the operators between them that bind no less than some."""
        start = self.start
        negation = self.taken(NOT) if loosest <= COMPARISON else None
        if negation is not None:
            left = Tree("prefix", (negation, self.expression(COMPARISON)), start)
            tightest = COMPARISON - 1
        else:
            left = self.factor()
            tightest = len(OPERATORS) - 1
        while True:
            for level in range(tightest, loosest - 1, -1):
                if operator := self.taken(OPERATORS[level]):
                    break
            else:
                return left
            left = Tree("infix", (left, operator, self.expression(level + 1)), start)
            tightest = level - 1 if level == COMPARISON else level

    def factor(self) -> Tree:
        start = self.start
        return Tree("negative", (self.atom(),), start) if self.passed("-") else self.atom()

    def atom(self) -> Tree:
        start = self.start
        if self.passed("("):
            inner = self.expression()
            self.expect(")")
            return inner
        if self.passed("["):
            return Tree("list", tuple(self.separated(self.expression, "]")), start)
        for form, pattern in CONSTANTS:
            if constant := self.taken(pattern):
                return Tree(form, (constant,), start)
        return self.named()

    def named(self) -> Tree:
        """What begins with a word."""
        word = self.expected(NAME)
        if word.text in ("true", "false"):
            return Tree(word.text, (), word.start)
        if word.text in ("empty", "missing"):
            self.expect("[")
            inner = self.type()
            self.expect("]")
            return Tree(word.text, (inner,), word.start)
        if word.text == "each":
            self.expect(".")
            name = self.expected(NAME)
            self.expect("(")
            return Tree("each", (name, *self.arguments()), word.start)
        if self.passed("("):
            return Tree("call", (word, *self.arguments()), word.start)
        return Tree("variable", (word,), word.start)

    def arguments(self) -> list[Tree]:
        return [] if self.passed(")") else self.separated(self.argument, ")")

    def argument(self) -> Tree:
        start = self.start
        if not FUNCTION.match(self.text, start):
            return self.expression()
        self.expect("(")
        parameters = self.separated(self.parameter, ")")
        self.expect("->")
        return Tree("function", (*parameters, self.expression()), start)
