"""Text laid out as formatters do says what the tree says."""

from __future__ import annotations

import ast

import pytest

from induce.dsl.python.documents import Break, Group, IfBroken, bracketed, laid_out, separated
from induce.dsl.python.rendering import WIDTH, rendered

EXPRESSIONS = [
    "-x ** 2",
    "(-x) ** 2",
    "2 ** -x",
    "(x + 1) ** 2",
    "x - (y - z)",
    "x - y - z",
    "(x + y) * z % 2",
    "x ** y ** z",
    "(x ** y) ** z",
    "not (p and q)",
    "(not p) == q",
    "(x < y) == p",
    "p and (q or r)",
    "(x if p else y) + 1",
    "x if p else y if q else z",
    "(x if p else y) if q else z",
    "[x for x in (ys if p else zs) if (p if q else r)]",
    "max(xs, key=lambda x: (x if p else y))",
    "(lambda x: x)(1)",
    "xs[1:][::-1][i:len(xs) - 1:2]",
    "xs[:len(xs)]",
    "xs[-1]",
    "(-1).bit_length()",
    "(8).bit_count()",
    "(x, y)[0]",
    "f((x,), ())",
    "sum((x for x in xs), 1)",
    "zip(*rows[::-1])",
    "{x: y for x, y in zip(xs, ys)}",
    "[(i, x) for i, (x, y) in enumerate(pairs)]",
    "~x & y | z ^ 1",
    "x not in xs",
    "1 < x <= 2",
    "10 ** 20",
    "1e-05 + 0.5",
    r"'it\'s'",
    r"""'a "quoted" text'""",
    r"""'both " and \''""",
    r"'\\d+\n'",
    r"'[^\\W_]+'",
    r"'ends in \\'",
    r"""f'{x}{{{y[1:]}}}"'""",
    r"'\ud800\t'",
]


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_rendered_text_means_the_same(text: str) -> None:
    tree = ast.parse(f"x = {text}")
    assert ast.dump(ast.parse(rendered(tree.body))) == ast.dump(tree)


@pytest.mark.parametrize("text", ["(x + y) * f(z)", "(p or q) and f(z)", "p and q or f(z)", "x ** 2 * xs[1]"])
def test_what_comes_before_brackets_keeps_its_own(text: str) -> None:
    tree = ast.parse(f"x = {text}")
    assert ast.dump(ast.parse(rendered(tree.body))) == ast.dump(tree)


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_broken_text_means_the_same(text: str) -> None:
    long = f"result = function({text}, {'long' * 10}, {'name' * 10})"
    tree = ast.parse(long)
    assert "\n" in rendered(tree.body)
    assert ast.dump(ast.parse(rendered(tree.body))) == ast.dump(tree)


@pytest.mark.parametrize("text", [text for text in EXPRESSIONS if "\\n" not in text])
@pytest.mark.parametrize("place", ["{text}, {long}", "{long}, {text}", "({text}, {long}), {long}"])
def test_several_values_that_are_broken_stay_in_their_statement(text: str, place: str) -> None:
    """A line that began with an operator was a statement of its own; this was found by a drawn program."""
    both = place.format(text=text, long=f"{'long' * 10} + {'name' * 10} + [x for x in {'rest' * 10}]")
    tree = ast.parse(f"x, y = {both}")
    assert "\n" in rendered(tree.body)
    assert ast.dump(ast.parse(rendered(tree.body))) == ast.dump(tree)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("-x ** 2, -f(x) ** 2", ["-(x**2), -(f(x) ** 2)"]),
        ("xs[i:i + 2], x ** 2, (x + 1) ** 2", ["xs[i : i + 2], x**2, (x + 1) ** 2"]),
        (f"return {'a' * 40} + {'b' * 50}", ["return (", f"    {'a' * 40}", f"    + {'b' * 50}", ")"]),
        (
            f"return [{'a' * 30} for x in {'b' * 40}]",
            ["return [", f"    {'a' * 30} for x in {'b' * 40}", "]"],
        ),
        (
            f"return [{'a' * 30} for x in {'b' * 40} if {'c' * 20}]",
            ["return [", f"    {'a' * 30}", f"    for x in {'b' * 40}", f"    if {'c' * 20}", "]"],
        ),
        (f"x = [{'a' * 40}, {'b' * 50}]", ["x = [", f"    {'a' * 40},", f"    {'b' * 50},", "]"]),
        (f"x = f({'a' * 40}, {'b' * 41})", ["x = f(", f"    {'a' * 40}, {'b' * 41}", ")"]),
        ("if x:\n    y = 1\nelif z:\n    y = 2\nelse:\n    y = 3", None),
        ("while x:\n    x -= 1\n    break", None),
        ("while x:\n    x -= 1\nelse:\n    y = 2", None),
        ("for x in xs:\n    if x:\n        break\nelse:\n    y = 2", None),
        ("def f(x: int) -> int:\n    def g(x):\n        return x\n\n    return g(x)", None),
        ("x, y = y, x", None),
        ("(x,) = (y,)", None),
        ("for (x,) in zs:\n    y = [z for (z,) in x]", None),
        ('raise ValueError("no such item")', None),
        ("try:\n    f(x)\nexcept (KeyError, re.error) as e:\n    raise ValueError(f\"{x} is 'none'\") from None", None),
        ("f'{\", \".join(xs)}: {y}'", ["f\"{', '.join(xs)}: {y}\""]),
    ],
)
def test_statements_are_laid_out_as_formatters_do(source: str, lines: list[str] | None) -> None:
    assert rendered(ast.parse(source).body).splitlines() == (source.splitlines() if lines is None else lines)


def test_a_long_docstring_takes_several_lines() -> None:
    comment = "word " * 30 + "end."
    first, *others, last = rendered([ast.Expr(ast.Constant(comment))], indent=4).splitlines()
    assert first.startswith('    """word')
    assert others
    assert last == '    """'
    assert max(map(len, [first, *others])) <= WIDTH


def test_a_group_is_broken_only_where_it_does_not_fit() -> None:
    inner = Group((separated(["one", "two"], ",", Break(" ")), IfBroken(",")))
    document = ("f", bracketed("(", inner, ")"), ";;;;")
    assert laid_out(document, width=15) == "f(one, two);;;;"
    assert laid_out(document, width=14) == "f(\n    one, two\n);;;;"
    assert laid_out(document, width=11) == "f(\n    one,\n    two,\n);;;;"


def test_of_two_brackets_in_a_row_the_last_is_broken() -> None:
    document = ("f", bracketed("(", "one", ")"), bracketed("[", "two", "]"))
    assert laid_out(document, width=11) == "f(one)[two]"
    assert laid_out(document, width=10) == "f(one)[\n    two\n]"
    assert laid_out(document, width=6) == "f(\n    one\n)[two]"
