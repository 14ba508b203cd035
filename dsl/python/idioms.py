"""Rules for calls: functions of the standard library that say the same in one word."""

from __future__ import annotations

import ast

from .slices import is_reversal
from .tree import (
    bound_in,
    calling,
    has_text,
    inside_texts,
    integer,
    is_simple,
    load,
    names_in,
    number,
    same,
    substituted,
)

CONSUMERS = frozenset({"sum", "sorted", "any", "all", "set", "tuple", "list", "enumerate", "zip", "join", "fromkeys"})
"""Functions and methods that go once through all their arguments."""

REDUCTIONS = frozenset({"min", "max"})
"""Those that do so where they have a single one."""

FIRST = frozenset({"accumulate", "groupby", "prod", "combinations", "permutations", "pairwise", "Counter"})
SECOND = frozenset({"reduce", "takewhile", "dropwhile", "map"})
"""Functions of which only one argument is gone through."""

GENERATED = frozenset(
    {"Counter", "all", "any", "list", "max", "min", "set", "sorted", "sum", "tuple", "join", "fromkeys", "prod"}
)
"""Functions of one iterable, which a generator serves as well as a list."""


def name_of(function: ast.expr) -> str:
    """The last part of the name of a function."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def argument_of(node: ast.AST, name: str) -> ast.expr | None:
    """The argument of a call of this function with a single one."""
    match node:
        case ast.Call(func=function, args=[argument], keywords=[]) if name_of(function) == name:
            return argument
    return None


def generator_for_list(node: ast.expr) -> ast.expr | None:
    """``sum([f(x) for x in xs])`` is ``sum(f(x) for x in xs)``: where a function goes through its argument once."""
    match node:
        case ast.Call(func=ast.Name(id="list"), args=[ast.ListComp() | ast.GeneratorExp() as inner], keywords=[]):
            return ast.ListComp(inner.elt, inner.generators)
        case ast.Call(func=function, args=[ast.ListComp() as inner]) if name_of(function) in GENERATED:
            return ast.Call(function, [ast.GeneratorExp(inner.elt, inner.generators)], node.keywords)
    return None


def list_that_is_only_read(node: ast.expr) -> ast.expr | None:
    """``sum(list(xs))`` is ``sum(xs)``: where a function goes through its argument once."""
    match node:
        case ast.Call(func=function, args=arguments):
            read = _read_once(name_of(function), len(arguments))
            changed = [unlisted(part) if place in read else part for place, part in enumerate(arguments)]
            if name_of(function) == "Counter" and any(argument_of(part, "fromkeys") for part in changed):
                return None  # It takes the values of a dictionary for counts.
            if any(new is not old for new, old in zip(changed, arguments, strict=True)):
                return ast.Call(function, changed, node.keywords)
    return None


def _read_once(name: str, count: int) -> range:
    """The places of the arguments that a function goes through once."""
    if name in CONSUMERS or (name in REDUCTIONS and count == 1):
        return range(count)
    return range(1) if name in FIRST else range(1, 2) if name in SECOND else range(0)


def unlisted(iterable: ast.expr) -> ast.expr:
    """The expression without a call of `list` around it."""
    inner = argument_of(iterable, "list")
    return iterable if inner is None else inner


def item_of_list(node: ast.expr) -> ast.expr | None:
    """``list(range(n))[i]`` is ``range(n)[i]``, and ``range(n)[-1]`` is ``n - 1``: wherever there is an item."""
    match node:
        case ast.Subscript(value=value, slice=index) if not isinstance(index, ast.Slice):
            if (count := argument_of(value, "range")) is not None and integer(index) == -1:
                return ast.BinOp(count, ast.Sub(), number(1))
            inner = argument_of(value, "list")
            if inner is not None and name_of(getattr(inner, "func", inner)) == "range":
                return ast.Subscript(inner, index, ast.Load())
    return None


def entry_of_table(node: ast.expr) -> ast.expr | None:
    """``[a, b][[1, 2].index(x)]`` is ``{1: a, 2: b}[x]``: for constants, each of which stands there once."""
    match node:
        case ast.Subscript(
            value=ast.List(elts=values),
            slice=ast.Call(func=ast.Attribute(value=ast.List(elts=keys), attr="index"), args=[key], keywords=[]),
        ) if len(keys) == len(values) and all(isinstance(part, ast.Constant) for part in keys):
            if len({ast.unparse(part) for part in keys}) == len(keys):
                return ast.Subscript(ast.Dict([*keys], values), key, ast.Load())
    return None


def entry_or_default(node: ast.expr) -> ast.expr | None:
    """``{1: a, 2: b}[x] if x in [1, 2] else c`` is ``{1: a, 2: b}.get(x, c)``: where keys are constants."""
    match node:
        case ast.IfExp(
            test=ast.Compare(left=tested, ops=[ast.In()], comparators=[listed]),
            body=ast.Subscript(value=ast.Dict(keys=keys) as table, slice=key),
            orelse=ast.Constant() | ast.Name() as default,
        ) if same(tested, key) and same(listed, ast.List([part for part in keys if part is not None], ast.Load())):
            return ast.Call(ast.Attribute(table, "get", ast.Load()), [key, default], [])
    return None


def end_of_sorted(node: ast.expr) -> ast.expr | None:
    """``sorted(xs)[0]`` is ``min(xs)``, and ``sorted(xs)[-1]`` is ``max(xs)``: without a key, for equals are alike."""
    match node:
        case ast.Subscript(
            value=ast.Call(
                func=ast.Name(id="sorted"), args=[argument], keywords=[] | [ast.keyword(arg="reverse")] as down
            ),
            slice=index,
        ):
            position = integer(index)
            if position in (0, -1):
                return calling("min" if (position == 0) is (not down) else "max", argument)
    return None


def extreme_of_some(node: ast.expr) -> ast.expr | None:
    """``max([x, y])`` is ``max(x, y)``: of two or more."""
    match node:
        case ast.Call(func=ast.Name(id="min" | "max"), args=[ast.List(elts=[_, _, *_] as items)], keywords=[]):
            if not any(isinstance(item, ast.Starred) for item in items):
                return ast.Call(node.func, [*items], [])
    return None


def without_repetitions(node: ast.expr) -> ast.expr | None:
    """``sorted(dict.fromkeys(xs))`` is ``sorted(set(xs))``: where the order does not matter, as it does among items of
    equal keys. A maximum needs no set.
    """
    match node:
        case ast.Call(func=ast.Name(id="sorted" | "len" | "sum" | "max" | "min" as name), args=[argument]):
            keys = argument_of(unlisted(argument), "fromkeys")
            if keys is None or any(keyword.arg == "key" for keyword in node.keywords):
                return None
            return ast.Call(node.func, [keys if name in REDUCTIONS else calling("set", keys)], node.keywords)
    return None


def sorted_by_key(node: ast.expr) -> ast.expr | None:
    """``[x for _, x in sorted(zip([f(x) for x in xs], xs), key=...)]`` is ``sorted(xs, key=f)``: both sorts are stable.

    The key of the first is the first item of a pair, in whatever words.
    """
    match node:
        case ast.ListComp(
            elt=ast.Name(id=item),
            generators=[
                ast.comprehension(
                    target=ast.Tuple(elts=[ast.Name(), ast.Name(id=second)]),
                    iter=ast.Call(
                        func=ast.Name(id="sorted"),
                        args=[ast.Call(func=ast.Name(id="zip"), args=[keys, whole])],
                        keywords=[ast.keyword(arg="key")],
                    ),
                    ifs=[],
                )
            ],
        ) if item == second and (key := function_over(keys, whole)) is not None:
            return ast.Call(load("sorted"), [whole], [ast.keyword("key", key)])
    return None


def extreme_by_key(node: ast.expr) -> ast.expr | None:
    """``xs[[f(x) for x in xs].index(max(f(x) for x in xs))]`` is ``max(xs, key=f)``: both take the first one."""
    match node:
        case ast.Subscript(
            value=whole,
            slice=ast.Call(
                func=ast.Attribute(value=ast.ListComp() as keys, attr="index"),
                args=[ast.Call(func=ast.Name(id="max" | "min" as name), args=[again], keywords=[])],
            ),
        ) if (key := function_over(keys, whole)) is not None:
            if isinstance(again, ast.GeneratorExp) and same(ast.ListComp(again.elt, again.generators), keys):
                return ast.Call(load(name), [whole], [ast.keyword("key", key)])
    return None


def while_it_holds(node: ast.expr) -> ast.expr | None:
    """``take_while(xs, [p(x) for x in xs])`` is ``list(itertools.takewhile(p, xs))``, so too drop_while: always."""
    match node:
        case ast.Call(func=ast.Name(id="take_while" | "drop_while" as name), args=[whole, mask]):
            condition = function_over(mask, whole)
            if condition is not None:
                return calling("list", calling(f"itertools.{name.replace('_', '')}", condition, whole))
    return None


def function_over(values: ast.expr, whole: ast.expr) -> ast.expr | None:
    """f where the values are ``[f(x) for x in whole]``."""
    match values:
        case ast.ListComp(elt=element, generators=[ast.comprehension(target=ast.Name(id=name), iter=over, ifs=[])]):
            if same(over, whole):
                parameters = ast.arguments([], [ast.arg(name)], None, [], [], None, [])
                function = ast.Lambda(parameters, element)
                return function_itself(function) or function
    return None


def function_itself(node: ast.expr) -> ast.expr | None:
    """``lambda x: f(x)`` is ``f``: for a function that has a name."""
    match node:
        case ast.Lambda(args=arguments, body=ast.Call(func=function, args=[ast.Name(id=name)], keywords=[])):
            modular = isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)
            named = isinstance(function, ast.Name) or (modular and name not in names_in(function))
            if [argument.arg for argument in arguments.args] == [name] and named and name not in names_in(function):
                return function
    return None


def called_where_it_stands(node: ast.expr) -> ast.expr | None:
    """``(lambda x: x[:1] + x)(y[0])`` is ``y[0][:1] + y[0]``: of what costs next to nothing to evaluate again."""
    match node:
        case ast.Call(func=ast.Lambda(args=arguments, body=body), args=[value], keywords=[]):
            if has_text(value) and arguments.args[0].arg in inside_texts(body):
                return None
            match value:
                case ast.Subscript(value=ast.Name(), slice=ast.Constant()):
                    return put_in(body, arguments.args[0].arg, value)
            return put_in(body, arguments.args[0].arg, value) if is_simple(value) else None
    return None


def most_common(node: ast.expr) -> ast.expr | None:
    """``max(list(s), key=list(s).count)`` is ``max(s, key=s.count)``: for lists, and for text and its characters."""
    match node:
        case ast.Call(
            func=function,
            args=[argument],
            keywords=[ast.keyword(arg="key", value=ast.Attribute(value=counted, attr="count"))],
        ) if name_of(function) in REDUCTIONS:
            inner = unlisted(counted)
            if inner is not counted and isinstance(inner, ast.Name) and same(unlisted(argument), inner):
                key = ast.Attribute(inner, "count", ast.Load())
                return ast.Call(function, [inner], [ast.keyword("key", key)])
    return None


def digits_read(node: ast.expr) -> ast.expr | None:
    """A number put together of ``[int(c) for c in str(n)[::-1]]`` is ``int(str(n)[::-1])``: for any slice of digits."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="reduce"),
            args=[
                ast.Lambda(body=ast.BinOp(left=ast.BinOp(left=ast.Constant(value=10)))),
                ast.ListComp(
                    elt=ast.Call(func=ast.Name(id="int"), args=[ast.Name(id=item)]),
                    generators=[ast.comprehension(target=ast.Name(id=name), iter=text, ifs=[])],
                ),
            ],
        ) if item == name and _is_number_as_text(text):
            return calling("int", text)
    return None


def _is_number_as_text(node: ast.expr) -> bool:
    match node:
        case ast.Subscript(value=value, slice=ast.Slice()):
            return _is_number_as_text(value)
        case ast.Call(func=ast.Name(id="str"), args=[_]):
            return True
    return False


def letters_in_order(node: ast.expr) -> ast.expr | None:
    """``chr(x) for x in sorted(ord(c) for c in s)`` is ``sorted(s)``: characters are ordered by their codes."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="join") as function,
            args=[
                ast.GeneratorExp(
                    elt=ast.Call(func=ast.Name(id="chr"), args=[ast.Name(id=item)]),
                    generators=[
                        ast.comprehension(
                            target=ast.Name(id=name),
                            iter=ast.Call(
                                func=ast.Name(id="sorted") as by,
                                args=[
                                    ast.GeneratorExp(
                                        elt=ast.Call(func=ast.Name(id="ord"), args=[ast.Name(id=character)]),
                                        generators=[
                                            ast.comprehension(target=ast.Name(id=inner), iter=text, ifs=conditions)
                                        ],
                                    )
                                ],
                                keywords=keywords,
                            ),
                            ifs=[],
                        )
                    ],
                )
            ],
        ) if item == name and character == inner and not conditions:
            return ast.Call(function, [ast.Call(by, [text], keywords)], [])
    return None


def initials_joined(node: ast.expr) -> ast.expr | None:
    """``".".join("".join(word[0] for word in s.split()))`` is ``".".join(word[0] for word in s.split())``.

    Where the parts of the inner text are items of words, and so characters.
    """
    match node:
        case ast.Call(
            func=ast.Attribute(attr="join") as function,
            args=[ast.Call(func=ast.Attribute(value=ast.Constant(value=""), attr="join"), args=[inner])],
        ):
            match inner:
                case ast.GeneratorExp(
                    elt=ast.Subscript(value=ast.Name(id=item), slice=index),
                    generators=[
                        ast.comprehension(target=ast.Name(id=name), iter=ast.Call(func=ast.Attribute(attr="split")))
                    ],
                ) if item == name and integer(index) is not None:
                    return ast.Call(function, [inner], [])
    return None


def rotated_a_little(node: ast.expr) -> ast.expr | None:
    """``rotate(xs, 1)`` is ``xs[1:] + xs[:1]``: by two places at most, where lists that are shorter stay the same."""
    match node:
        case ast.Call(func=ast.Name(id="rotate"), args=[ast.Name() as whole, by]):
            places = integer(by)
            if places is not None and 0 < abs(places) <= 2:
                ends = (ast.Slice(number(places)), ast.Slice(None, number(places)))
                one, other = (ast.Subscript(whole, end, ast.Load()) for end in ends)
                return ast.BinOp(one, ast.Add(), other)
    return None


def list_within_list(node: ast.expr) -> ast.expr | None:
    """``[0, *[x, y]]`` is ``[0, x, y]``: always."""
    match node:
        case ast.List(elts=items) if any(isinstance(item, ast.Starred) for item in items):
            spread = [
                item.value.elts if isinstance(item, ast.Starred) and isinstance(item.value, ast.List) else [item]
                for item in items
            ]
            flat = [part for parts in spread for part in parts]
            return ast.List(flat, ast.Load()) if flat != items else None
    return None


def backwards(node: ast.expr) -> ast.expr | None:
    """``sorted(xs)[::-1]`` is ``sorted(xs, reverse=True)``: without a key, for what is equal is the same."""
    match node:
        case ast.Subscript(value=ast.Call(func=ast.Name(id="sorted"), args=[whole], keywords=[]), slice=reversal):
            if is_reversal(reversal):
                return ast.Call(load("sorted"), [whole], [ast.keyword("reverse", ast.Constant(True))])
    return None


def put_in(element: ast.expr, name: str, value: ast.expr) -> ast.expr | None:
    """The expression with a value in place of a name, unless the name means something else within it."""
    return None if name in bound_in(element) else substituted(element, {name: value})


RULES = (
    most_common,
    without_repetitions,
    generator_for_list,
    list_that_is_only_read,
    item_of_list,
    entry_of_table,
    entry_or_default,
    end_of_sorted,
    extreme_of_some,
    backwards,
    extreme_by_key,
    sorted_by_key,
    while_it_holds,
    called_where_it_stands,
    function_itself,
    digits_read,
    letters_in_order,
    initials_joined,
    rotated_a_little,
    list_within_list,
)
