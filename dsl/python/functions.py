"""Rules for functions that are handed over, or called where they are written."""

from __future__ import annotations

import ast

from .tree import calling, has_text, inside_texts, is_simple, names_in, put_in, same


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


def function_itself(node: ast.expr) -> ast.expr | None:
    """``lambda x: f(x)`` is ``f``: for a function that has a name."""
    match node:
        case ast.Lambda(args=arguments, body=ast.Call(func=function, args=[ast.Name(id=name)], keywords=[])):
            modular = isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)
            named = isinstance(function, ast.Name) or (modular and name not in names_in(function))
            if [argument.arg for argument in arguments.args] == [name] and named and name not in names_in(function):
                return function
    return None


RULES = (while_it_holds, called_where_it_stands, function_itself)
