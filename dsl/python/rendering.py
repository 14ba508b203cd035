"""Printed Python laid out as Black and ruff do, so that a formatter has nothing to change.

`ast.unparse` writes slices, powers, text and long lines in a style of its own.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator, Sequence

from .documents import INDENT, Break, Document, Group, IfBroken, Indented, bracketed, laid_out, separated

WIDTH = 88
"""The line length that formatters take where nothing else is set: what is pasted anywhere stays as it is."""

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


def rendered(statements: Sequence[ast.stmt], *, indent: int = 0) -> str:
    """The text of statements, each line indented so far, without a newline at the end."""
    lines: list[str] = []
    for position, statement in enumerate(statements):
        before = statements[position - 1] if position else None
        if before is not None and any(isinstance(part, ast.FunctionDef) for part in (before, statement)):
            lines.append("")
        lines += _lines(statement, indent)
    return "\n".join(lines)


def text_of(node: ast.expr) -> str:
    """The text of an expression on one line."""
    return _on_one_line(node, 0)


def _on_one_line(node: ast.expr, strength: int) -> str:
    return laid_out(Group(_document(node, strength)), width=10**9)


def _lines(statement: ast.stmt, indent: int) -> Iterator[str]:
    """The lines of one statement."""
    margin = " " * indent
    match statement:
        case ast.FunctionDef(name=name, args=arguments, returns=returns, body=body):
            result = f" -> {text_of(returns)}" if returns is not None else ""
            formals = list(_formals(arguments))
            parameters = separated(formals, ",", Break(" "))
            inner = (parameters, IfBroken(","))
            # As Black has it, several may stand on a line of their own without a comma, and one alone has one.
            listed = bracketed("(", Group(inner) if len(formals) > 1 else inner, ")") if formals else "()"
            yield margin + laid_out((f"def {name}", listed, f"{result}:"), width=WIDTH, indent=indent)
            yield rendered(body, indent=indent + INDENT)
        case ast.If(test=test, body=body, orelse=otherwise):
            yield from _headed("if", test, body, indent)
            match otherwise:
                case [ast.If() as other]:
                    first, *others = _lines(other, indent)
                    yield from [first.replace("if", "elif", 1), *others]
                case [_, *_]:
                    yield f"{margin}else:"
                    yield from _body(otherwise, indent + INDENT)
        case ast.While(test=test, body=body):
            yield from _headed("while", test, body, indent)
        case ast.For(target=target, iter=iterable, body=body):
            yield from _headed(f"for {_target(target)} in", iterable, body, indent)
        case ast.Return(value=ast.expr() as value):
            yield _line("return ", value, indent)
        case ast.Assign(targets=targets, value=value):
            yield _line("".join(f"{_target(target)} = " for target in targets), value, indent)
        case ast.AugAssign(target=target, op=op, value=value):
            yield _line(f"{_target(target)} {BINARY[type(op)][0]}= ", value, indent)
        case ast.Raise(exc=ast.expr() as error, cause=cause):
            yield _line("raise ", error, indent) + (f" from {text_of(cause)}" if cause is not None else "")
        case ast.Try(body=body, handlers=handlers, orelse=[], finalbody=[]):
            yield f"{margin}try:"
            yield from _body(body, indent + INDENT)
            for handler in handlers:
                caught = f" {text_of(handler.type)}" if handler.type is not None else ""
                yield f"{margin}except{caught}{f' as {handler.name}' if handler.name else ''}:"
                yield from _body(handler.body, indent + INDENT)
        case ast.Expr(value=ast.Constant(value=str() as comment)):
            yield _docstring(comment, margin)
        case ast.Expr(value=value):
            yield _line("", value, indent)
        case _:
            yield textwrap.indent(ast.unparse(statement), margin)


def _headed(keyword: str, head: ast.expr, body: list[ast.stmt], indent: int) -> Iterator[str]:
    """A statement with a body: its first line ends in a colon."""
    document = (f"{keyword} ", _free(head), ":")
    yield " " * indent + laid_out(document, width=WIDTH, indent=indent)
    yield from _body(body, indent + INDENT)


def _body(statements: list[ast.stmt], indent: int) -> Iterator[str]:
    """What a loop or a branch holds: an empty line stands before a function even there."""
    if isinstance(statements[0], ast.FunctionDef):
        yield ""
    yield rendered(statements, indent=indent)


def _line(before: str, value: ast.expr, indent: int) -> str:
    """A statement that is an expression behind a keyword or the names to which it is assigned."""
    if isinstance(value, ast.JoinedStr | ast.Constant) and indent + INDENT + len(text_of(value)) > WIDTH:
        return f"{' ' * indent}{before}{text_of(value)}"  # Parentheses would not make it fit.
    return " " * indent + laid_out((before, _free(value)), width=WIDTH, indent=indent)


def _docstring(comment: str, margin: str) -> str:
    """A comment in three double quotes, in several lines where one would be too long."""
    lines = inspect.cleandoc(comment).splitlines()
    if len(lines) == 1 and len(margin) + len(lines[0]) + 6 <= WIDTH:
        return f'{margin}"""{lines[0]}"""'
    wrapped = [part for line in lines for part in textwrap.wrap(line, WIDTH - len(margin) - 6) or [""]]
    return "\n".join(
        [f'{margin}"""{wrapped[0]}', *(margin * bool(line) + line for line in wrapped[1:]), f'{margin}"""']
    )


def _target(node: ast.expr) -> str:
    """What is assigned to: a tuple has no parentheses there."""
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        return ", ".join(map(text_of, node.elts))
    return text_of(node)


def _free(node: ast.expr) -> Document:
    """An expression that no brackets surround: parentheses are put around it where it has to be broken."""
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        parts = (_document(one) if isinstance(one, ast.Tuple) else _free(one) for one in node.elts)
        return separated(parts, ", ")
    if isinstance(node, BRACKETED):
        return _document(node)
    match node:
        case ast.BinOp(left=left, op=op, right=right) if isinstance(right, BRACKETED) and len(_chain(node)[0]) == 2:
            symbol, own = BINARY[type(op)]
            return (_on_one_line(left, own), f" {symbol} ", _document(right))
        case ast.BinOp(left=left, op=op, right=ast.BinOp(left=inner, op=last, right=ast.Name() as factor)) if (
            isinstance(left, BRACKETED) and isinstance(inner, BRACKETED) and len(_chain(node)[0]) == 2
        ):
            symbol, own = BINARY[type(op)]
            if BINARY[type(last)][1] > own:
                return (
                    _on_one_line(left, own),
                    f" {symbol} ",
                    _document(inner),
                    f" {BINARY[type(last)][0]} {factor.id}",
                )
        case ast.BoolOp(op=logic, values=[left, right]) if isinstance(right, BRACKETED):
            word, own = ("and", AND) if isinstance(logic, ast.And) else ("or", OR)
            return (_on_one_line(left, own + 1), f" {word} ", _document(right))
    return Group((IfBroken("("), Indented((Break(), Group(_document(node)))), Break(), IfBroken(")")))


def _document(node: ast.expr, strength: int = 0) -> Document:
    """An expression, in parentheses where it binds less strongly than what is around it."""
    document, own = _expression(node)
    return bracketed("(", Group(document), ")") if own < strength else document


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
            return (_document(left, POWER + 1), f"{space}**{space}", _document(right, UNARY)), POWER
        case ast.BinOp():
            return _chained(node)
        case ast.BoolOp(op=op, values=values):
            word, own = ("and", AND) if isinstance(op, ast.And) else ("or", OR)
            parts = [_document(value, own + 1) for value in values]
            return Group(separated(parts, Break(" "), f"{word} ")), own
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return ("not ", _document(operand, NOT)), NOT
        case ast.UnaryOp(op=op, operand=operand):
            symbol = "-" if isinstance(op, ast.USub) else "~" if isinstance(op, ast.Invert) else "+"
            power = isinstance(operand, ast.BinOp) and isinstance(operand.op, ast.Pow)
            return (symbol, _document(operand, ATOM if power else UNARY)), UNARY
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            others = [
                (Break(" "), f"{COMPARISONS[type(op)]} ", _document(value, COMPARISON + 1))
                for op, value in zip(ops, comparators, strict=True)
            ]
            return Group((_document(left, COMPARISON + 1), *others)), COMPARISON
        case ast.IfExp(test=test, body=then, orelse=otherwise):
            test_, then_ = _document(test, CHOICE + 1), _document(then, CHOICE + 1)
            return Group((then_, Break(" "), "if ", test_, Break(" "), "else ", _document(otherwise, CHOICE))), CHOICE
        case ast.Lambda(args=arguments, body=body):
            names = ", ".join(argument.arg for argument in arguments.args)
            inside = _document(body, CHOICE) if isinstance(body, ast.Tuple | ast.Lambda) else _free(body)
            return (f"lambda {names}: " if names else "lambda: ", inside), CHOICE - 1
        case ast.Starred(value=value):
            return ("*", _document(value, ATOM)), ATOM
        case ast.Attribute(value=ast.Constant(value=int() as number), attr=attribute):
            return f"({number}).{attribute}", ATOM  # "1.real" would begin with a number that has a point.
        case ast.Attribute(value=value, attr=attribute):
            return (_document(value, ATOM), f".{attribute}"), ATOM
        case _:
            return _in_brackets(node), ATOM


def _in_brackets(node: ast.expr) -> Document:
    """An expression that ends in brackets."""
    match node:
        case ast.Call(func=function, args=[ast.GeneratorExp() as generator], keywords=[]):
            return (_document(function, ATOM), bracketed("(", _clauses(generator.elt, generator.generators), ")"))
        case ast.Call(func=function, args=arguments, keywords=keywords):
            parts = [*map(_document, arguments), *map(_keyword, keywords)]
            if not parts:
                return (_document(function, ATOM), "()")
            inner = Group((separated(parts, ",", Break(" ")), IfBroken(",")))
            return (_document(function, ATOM), bracketed("(", inner, ")"))
        case ast.Subscript(value=value, slice=index):
            return (_document(value, ATOM), bracketed("[", _index(index), "]"))
        case ast.ListComp(elt=element, generators=generators):
            return bracketed("[", _clauses(element, generators), "]")
        case ast.GeneratorExp(elt=element, generators=generators):
            return bracketed("(", _clauses(element, generators), ")")
        case ast.List(elts=items) if items:
            return bracketed("[", (separated(map(_document, items), ",", Break(" ")), IfBroken(",")), "]")
        case ast.Tuple(elts=[item]):
            return ("(", _document(item), ",)")
        case ast.Tuple(elts=items) if items:
            return bracketed("(", (separated(map(_document, items), ",", Break(" ")), IfBroken(",")), ")")
        case ast.Dict(keys=keys, values=values) if keys:
            entries = [
                ("**", _document(value, ATOM)) if key is None else (_document(key), ": ", _document(value))
                for key, value in zip(keys, values, strict=True)
            ]
            return bracketed("{", (separated(entries, ",", Break(" ")), IfBroken(",")), "}")
        case ast.DictComp(key=key, value=value, generators=generators):
            return bracketed("{", _clauses((_document(key), ": ", _document(value)), generators), "}")
        case _:
            return ast.unparse(node)


def _clauses(element: ast.expr | Document, generators: list[ast.comprehension]) -> Document:
    """The inside of a comprehension; each clause stands on a line of its own where it is broken."""
    clauses: list[Document] = [_document(element) if isinstance(element, ast.expr) else element]
    for generator in generators:
        clauses.append((f"for {_target(generator.target)} in ", _document(generator.iter, OR)))
        clauses += [("if ", _document(condition, OR)) for condition in generator.ifs]
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
        (Break(" "), f"{symbol} ", _document(operand, own + 1)) for symbol, operand in zip(symbols, others, strict=True)
    ]
    return Group((_document(first, own), *rest)), own


def _index(index: ast.expr) -> Document:
    """An index or slice; a colon between more than names and numbers has spaces around it."""
    if isinstance(index, ast.Tuple) and index.elts:
        return separated(map(_document, index.elts), ",", Break(" "))
    if not isinstance(index, ast.Slice):
        return _document(index)
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


def _argument(argument: ast.arg) -> Document:
    return argument.arg if argument.annotation is None else f"{argument.arg}: {text_of(argument.annotation)}"


def _formals(arguments: ast.arguments) -> Iterator[Document]:
    """The parameters of a function, with their defaults."""
    first = len(arguments.args) - len(arguments.defaults)
    for number, argument in enumerate(arguments.args):
        formal = _argument(argument)
        yield formal if number < first else (formal, " = ", _document(arguments.defaults[number - first]))
    if arguments.vararg is not None:
        yield ("*", _argument(arguments.vararg))


def _keyword(keyword: ast.keyword) -> Document:
    return ("**" if keyword.arg is None else f"{keyword.arg}=", _document(keyword.value))


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
