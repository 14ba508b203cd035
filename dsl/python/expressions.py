"""Expressions of Python as documents, with parentheses and quotes where Black and ruff put them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from .documents import Break, Document, Group, IfBroken, Indented, bracketed, laid_out, separated

BINARY = {
    ast.BitOr: ("|", 7),
    ast.BitXor: ("^", 8),
    ast.BitAnd: ("&", 9),
    ast.LShift: ("<<", 10),
    ast.RShift: (">>", 10),
    ast.Add: ("+", 11),
    ast.Sub: ("-", 11),
    ast.Mult: ("*", 12),
    ast.Div: ("/", 12),
    ast.FloorDiv: ("//", 12),
    ast.Mod: ("%", 12),
    ast.Pow: ("**", 14),
}
"""Binary operators, and how strongly each binds."""
COMPARISONS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "is",
    ast.IsNot: "is not",
}
CHOICE, OR, AND, NOT, COMPARISON, UNARY, POWER, ATOM = 2, 3, 4, 5, 6, 13, 14, 16
"""How strongly the other forms bind."""
LINES = re.compile(r"\n([^\W\d_][\w ]*\n){2,}")
"""Words in several lines, which three double quotes show as they are."""
BRACKETED = ast.Call | ast.List | ast.ListComp | ast.GeneratorExp | ast.Subscript | ast.Dict | ast.DictComp | ast.Set
"""Expressions that end in brackets, within which they may be broken."""


def text_of(node: ast.expr) -> str:
    """The text of an expression on one line."""
    return _on_one_line(node, 0)


def _on_one_line(node: ast.expr, strength: int) -> str:
    return laid_out(Group(document(node, strength)), width=10**9)


def target_text(node: ast.expr) -> str:
    """What is assigned to: a tuple has no parentheses there."""
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        return ", ".join(map(text_of, node.elts))
    return text_of(node)


def free(node: ast.expr) -> Document:
    """An expression that no brackets surround: parentheses are put around it where it has to be broken."""
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        parts = (document(one) if isinstance(one, ast.Tuple) else free(one) for one in node.elts)
        return separated(parts, ", ")
    if isinstance(node, BRACKETED):
        return document(node)
    match node:
        case ast.BinOp(left=left, op=op, right=right) if isinstance(right, BRACKETED) and len(_chain(node)[0]) == 2:
            symbol, own = BINARY[type(op)]
            return (_on_one_line(left, own), f" {symbol} ", document(right))
        case ast.BinOp(left=left, op=op, right=ast.BinOp(left=inner, op=last, right=ast.Name() as factor)) if (
            isinstance(left, BRACKETED) and isinstance(inner, BRACKETED) and len(_chain(node)[0]) == 2
        ):
            symbol, own = BINARY[type(op)]
            if BINARY[type(last)][1] > own:
                return (
                    _on_one_line(left, own),
                    f" {symbol} ",
                    document(inner),
                    f" {BINARY[type(last)][0]} {factor.id}",
                )
        case ast.BoolOp(op=logic, values=[left, right]) if isinstance(right, BRACKETED):
            word, own = ("and", AND) if isinstance(logic, ast.And) else ("or", OR)
            return (_on_one_line(left, own + 1), f" {word} ", document(right))
    return Group((IfBroken("("), Indented((Break(), Group(document(node)))), Break(), IfBroken(")")))


def document(node: ast.expr, strength: int = 0) -> Document:
    """An expression, in parentheses where it binds less strongly than what is around it."""
    inner, own = _expression(node)
    return bracketed("(", Group(inner), ")") if own < strength else inner


def _expression(node: ast.expr) -> tuple[Document, int]:
    """An expression and how strongly it binds."""
    match node:
        case ast.Name(id=name):
            return name, ATOM
        case ast.Constant(value=str() as text):
            return _quoted(text), ATOM
        case ast.JoinedStr(values=values):
            return _formatted(values), ATOM
        case ast.Constant(value=value):
            return repr(value), UNARY if repr(value).startswith("-") else ATOM
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            space = "" if _is_plain(left) and _is_plain_exponent(right) else " "
            return (document(left, POWER + 1), f"{space}**{space}", document(right, UNARY)), POWER
        case ast.BinOp():
            return _chained(node)
        case ast.BoolOp(op=op, values=values):
            word, own = ("and", AND) if isinstance(op, ast.And) else ("or", OR)
            parts = [document(value, own + 1) for value in values]
            return Group(separated(parts, Break(" "), f"{word} ")), own
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return ("not ", document(operand, NOT)), NOT
        case ast.UnaryOp(op=op, operand=operand):
            symbol = "-" if isinstance(op, ast.USub) else "~" if isinstance(op, ast.Invert) else "+"
            power = isinstance(operand, ast.BinOp) and isinstance(operand.op, ast.Pow)
            return (symbol, document(operand, ATOM if power else UNARY)), UNARY
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            others = [
                (Break(" "), f"{COMPARISONS[type(op)]} ", document(value, COMPARISON + 1))
                for op, value in zip(ops, comparators, strict=True)
            ]
            return Group((document(left, COMPARISON + 1), *others)), COMPARISON
        case ast.IfExp():
            return Group(tuple(_choices(node))), CHOICE
        case ast.Lambda(args=arguments, body=body):
            names = ", ".join(argument.arg for argument in arguments.args)
            inside = document(body, CHOICE) if isinstance(body, ast.Tuple | ast.Lambda) else free(body)
            return (f"lambda {names}: " if names else "lambda: ", inside), CHOICE - 1
        case ast.Starred(value=value):
            return ("*", document(value, ATOM)), ATOM
        case ast.Attribute(value=ast.Constant(value=int() as number), attr=attribute):
            return f"({number}).{attribute}", ATOM  # "1.real" would begin with a number that has a point.
        case ast.Attribute(value=value, attr=attribute):
            return (document(value, ATOM), f".{attribute}"), ATOM
        case _:
            return _in_brackets(node), ATOM


def _choices(node: ast.expr) -> Iterator[Document]:
    """The parts of a choice, and of those in its last case: either all of them are on one line, or none."""
    if not isinstance(node, ast.IfExp):
        yield document(node, CHOICE)
        return
    yield from (document(node.body, CHOICE + 1), Break(" "), "if ", document(node.test, CHOICE + 1))
    yield from (Break(" "), "else ")
    yield from _choices(node.orelse)


def _in_brackets(node: ast.expr) -> Document:
    """An expression that ends in brackets."""
    match node:
        case ast.Call(func=function, args=[ast.GeneratorExp() as generator], keywords=[]):
            return (document(function, ATOM), bracketed("(", _clauses(generator.elt, generator.generators), ")"))
        case ast.Call(func=function, args=arguments, keywords=keywords):
            parts = [*map(document, arguments), *map(_keyword, keywords)]
            if not parts:
                return (document(function, ATOM), "()")
            inner = Group((separated(parts, ",", Break(" ")), IfBroken(",")))
            return (document(function, ATOM), bracketed("(", inner, ")"))
        case ast.Subscript(value=value, slice=index):
            return (document(value, ATOM), bracketed("[", _index(index), "]"))
        case ast.ListComp(elt=element, generators=generators):
            return bracketed("[", _clauses(element, generators), "]")
        case ast.GeneratorExp(elt=element, generators=generators):
            return bracketed("(", _clauses(element, generators), ")")
        case ast.List(elts=items) if items:
            return bracketed("[", (separated(map(document, items), ",", Break(" ")), IfBroken(",")), "]")
        case ast.Tuple(elts=[item]):
            return ("(", document(item), ",)")
        case ast.Tuple(elts=items) if items:
            return bracketed("(", (separated(map(document, items), ",", Break(" ")), IfBroken(",")), ")")
        case ast.Dict(keys=keys, values=values) if keys:
            entries = [
                ("**", document(value, ATOM)) if key is None else (document(key), ": ", document(value))
                for key, value in zip(keys, values, strict=True)
            ]
            return bracketed("{", (separated(entries, ",", Break(" ")), IfBroken(",")), "}")
        case ast.DictComp(key=key, value=value, generators=generators):
            return bracketed("{", _clauses((document(key), ": ", document(value)), generators), "}")
        case _:
            return ast.unparse(node)


def _clauses(element: ast.expr | Document, generators: list[ast.comprehension]) -> Document:
    """The inside of a comprehension; each clause stands on a line of its own where it is broken."""
    clauses: list[Document] = [document(element) if isinstance(element, ast.expr) else element]
    for generator in generators:
        clauses.append((f"for {target_text(generator.target)} in ", document(generator.iter, OR)))
        clauses += [("if ", document(condition, OR)) for condition in generator.ifs]
    return Group(separated(clauses, Break(" ")))


def _chain(node: ast.BinOp) -> tuple[list[ast.expr], list[str]]:
    """The operands and operators of what is calculated from left to right with operators that bind alike."""
    own = BINARY[type(node.op)][1]
    operands, symbols = [node.right], [BINARY[type(node.op)][0]]
    left = node.left
    while isinstance(left, ast.BinOp) and BINARY[type(left.op)][1] == own:
        operands.append(left.right)
        symbols.append(BINARY[type(left.op)][0])
        left = left.left
    return [left, *operands[::-1]], symbols[::-1]


def _chained(node: ast.BinOp) -> tuple[Document, int]:
    own = BINARY[type(node.op)][1]
    (first, *others), symbols = _chain(node)
    rest = [
        (Break(" "), f"{symbol} ", document(operand, own + 1)) for symbol, operand in zip(symbols, others, strict=True)
    ]
    return Group((document(first, own), *rest)), own


def _index(index: ast.expr) -> Document:
    """An index or slice; a colon between more than names and numbers has spaces around it."""
    if isinstance(index, ast.Tuple) and index.elts:
        return separated(map(document, index.elts), ",", Break(" "))
    if not isinstance(index, ast.Slice):
        return document(index)
    ends = [end for end in (index.lower, index.upper, index.step) if end is not None]
    space = "" if all(isinstance(end, ast.Name) or _is_number(end) for end in ends) else " "
    text = f"{text_of(index.lower)}{space}:" if index.lower is not None else ":"
    text += f"{space}{text_of(index.upper)}" if index.upper is not None else ""
    if index.step is not None:
        text += f"{space if index.upper is not None else ''}:{space}{text_of(index.step)}"
    return text


def _is_number(node: ast.expr) -> bool:
    return isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, ast.Constant)


def _is_plain(node: ast.expr) -> bool:
    """Whether a power of it, or with it as exponent, is written without spaces."""
    return isinstance(node, ast.Name) or _is_number(node) or (isinstance(node, ast.Attribute) and _is_plain(node.value))


def _is_plain_exponent(node: ast.expr) -> bool:
    """The same of an exponent, which may be a negative, or such a power itself."""
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _is_plain(operand)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _is_plain(left) and _is_plain_exponent(right)
    return _is_plain(node)


def _keyword(keyword: ast.keyword) -> Document:
    return ("**" if keyword.arg is None else f"{keyword.arg}=", document(keyword.value))


def _quoted(text: str) -> str:
    """Text in double quotes, unless single ones save escapes; raw where that saves backslashes."""
    if LINES.fullmatch(text):
        return f'"""{text}"""'
    quote = _quote_for(text)
    if "\\" in text and text.isprintable() and quote not in text and not text.endswith("\\"):
        return f"r{quote}{text}{quote}"
    return f"{quote}{_escaped(text, quote)}{quote}"


def _formatted(values: Sequence[ast.expr]) -> str:
    """A format string: text, and expressions in braces, each with what it is formatted by.

    Before Python 3.12 its own quotes may not be within braces.
    """
    texts = [part.value for part in values if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    quote = _quote_for("".join(texts))
    other = "'" if quote == '"' else '"'
    inner = "".join(_in_format_string(part, quote) for part in values if isinstance(part, ast.FormattedValue))
    if quote in inner and (other in inner or "\\" in inner):
        quote, other = other, quote
    return f"f{quote}{''.join(_within(part, quote, other) for part in values)}{quote}"


def _within(part: ast.expr, quote: str, other: str) -> str:
    """A part of a format string; what is in braces has the other quotes."""
    text = _in_format_string(part, quote)
    return text.replace(quote, other) if isinstance(part, ast.FormattedValue) else text


def _in_format_string(part: ast.expr, quote: str) -> str:
    match part:
        case ast.Constant(value=str() as text):
            return _escaped(text, quote).replace("{", "{{").replace("}", "}}")
        case ast.FormattedValue(value=value, format_spec=ast.JoinedStr(values=specification)):
            return f"{{{text_of(value)}:{''.join(_in_format_string(one, quote) for one in specification)}}}"
        case ast.FormattedValue(value=value, conversion=conversion):
            return f"{{{text_of(value)}{f'!{chr(conversion)}' if conversion > 0 else ''}}}"
    raise AssertionError(part)


def _quote_for(text: str) -> str:
    return "'" if text.count('"') > text.count("'") else '"'


def _escaped(text: str, quote: str) -> str:
    return "".join(f"\\{c}" if c == quote else c if c in "'\"" else repr(c)[1:-1] for c in text)
