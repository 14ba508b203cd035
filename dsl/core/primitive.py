"""How a primitive is declared.

A primitive is declared once: the decorator gives signature, cost, laws and
Python template, the function is the reference implementation (the meaning),
and ``.kernel`` adds the compiled twin (the speed). Everything else that
induce knows about primitives is derived from these declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ...support.errors import InputError
from .notation import parse_type
from .types import INT, UNKNOWN, Type, function_of

UNDEFINED_ERRORS = (ValueError, IndexError, KeyError, ArithmeticError)
"""What a reference implementation raises where the primitive is undefined."""

MODULES = frozenset(
    {
        "bisect",
        "calendar",
        "collections",
        "csv",
        "datetime",
        "decimal",
        "functools",
        "itertools",
        "math",
        "operator",
        "re",
        "textwrap",
    }
)
"""What references may use, and printed Python import."""

TypeRule = Callable[[Sequence[Type], Sequence[Any]], Type | None]
"""The type of a result from the types of the arguments and the values of those that are constants (None for others);
None where the primitive does not apply."""

OWN = "own"
"""The family of primitives that are not built in."""

INDEX = "Index"
"""In a signature, an ``Int`` that says where or how many: a position, a length, a count."""


@dataclass(frozen=True, kw_only=True)
class Laws:
    """Equations that make some forms redundant, so that the search skips them.

    Parameters
    ----------
    commutative
        The first two arguments may be exchanged.
    distinct
        ``f(x, x)`` says nothing that another form does not say better: only different arguments are tried.
    associative
        ``f(f(x, y), z) == f(x, f(y, z))``: only the right-nested form is tried.
    identity
        Argument position -> the literal that makes the application equal to its other argument.
    absorbs
        Argument position -> names of primitives whose application there makes the form
        equal to one that costs no more (``sort`` absorbs ``reverse``; an involution
        absorbs itself).
    """

    commutative: bool = False
    distinct: bool = False
    associative: bool = False
    identity: Mapping[int, Any] = field(default_factory=dict)
    absorbs: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def leaves_other(self, position: int, value: Any) -> bool:
        """Whether a value at this position makes the application equal to its other argument."""
        neutral = self.identity.get(position)
        return neutral is not None and neutral == value and isinstance(neutral, bool) == isinstance(value, bool)


@dataclass(frozen=True, eq=False)
class Primitive:
    """One primitive of the language, as declared.

    `elementwise` primitives take scalars and broadcast over lists, which meet
    at the shortest. A `lazy` one evaluates only the branch that it chooses.
    One that takes a function has no kernel, and the enumeration leaves it out.
    """

    name: str
    parameters: tuple[Type, ...]
    result: Type
    cost: int
    reference: Callable[..., Any]
    kernel: Callable[..., Any] | None
    python: str | None
    python_for_text: str | None
    python_for_scalars: str | None
    symbol: str | None
    elementwise: bool
    lazy: bool
    laws: Laws
    family: str
    index_arguments: tuple[bool, ...]
    """Which arguments are written ``Index`` in the signature."""
    index_result: bool
    calculates: bool
    alike: bool
    witnesses: Mapping[int, Callable[..., Any]] = field(default_factory=dict)
    """Argument position -> kernel that deduces this argument from the result and the other argument."""
    multiset_witnesses: Mapping[int, Callable[..., Any]] = field(default_factory=dict)
    """The same where only the items of the result are known, not their order; nor is that of the argument."""
    helper: Callable[..., Any] | None = None
    """What is printed as a function where no expression will do, if that is not the reference."""
    rule: TypeRule | None = None
    """Gives the type of the result where no signature can: the key that a record is asked for decides it."""
    form: str = ""
    """The signature of such a primitive as people read it."""
    spelled: Callable[[Any], str] | None = None
    """The Python for a last argument that is known, if that says more than `python`."""

    @property
    def arity(self) -> int:
        return len(self.parameters)

    @property
    def signature(self) -> str:
        return self.form or str(function_of(self.parameters, self.result))

    def indexes(self, count: int) -> tuple[bool, ...]:
        """Which of so many arguments say where or how many; none of those of a primitive whose types follow a rule."""
        return self.index_arguments if self.rule is None else (False,) * count

    @property
    def is_own(self) -> bool:
        """Whether it is not built in."""
        return self.family == OWN

    @cached_property
    def takes_function(self) -> bool:
        """Whether an argument is a function: a loop, whose step it is."""
        return any(parameter.is_function for parameter in self.parameters)

    @cached_property
    def meaning(self) -> str:
        """What it does, in one line."""
        return (self.reference.__doc__ or "").strip().partition("\n")[0]


class Declaration:
    """A primitive in the making: the reference, to which `kernel` adds the compiled twin.

    It can be called as the reference can.
    """

    def __init__(self, reference: Callable[..., Any], options: Mapping[str, Any]) -> None:
        self.reference = reference
        self._options = dict(options)
        self._kernel: Callable[..., Any] | None = None
        self._helper: Callable[..., Any] | None = None
        self._spelled: Callable[[Any], str] | None = None
        self._witnesses: dict[int, Callable[..., Any]] = {}
        self._multiset_witnesses: dict[int, Callable[..., Any]] = {}

    def __call__(self, *arguments: Any) -> Any:
        return self.reference(*arguments)

    @property
    def kernel_function(self) -> Callable[..., Any] | None:
        """The kernel, if there is one."""
        return self._kernel

    def kernel(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Register the kernel. Its parameters are, in order: ``mem`` (unless the
        primitive is elementwise), for each argument either its value (a scalar or an
        ``a``) or its offset and length, then ``out`` and ``cap``. It returns the scalar
        result, or the length of what it wrote at ``out``; UNDEFINED where there is none.
        """
        self._kernel = function
        return function

    def helper(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Register what printed Python calls where no expression will do: what a person would write.

        It returns the same wherever the primitive is defined, and its name is printed, or the primitive's if it
        is ``_``. Without it the reference is printed, which may say more about limits than a person would.
        """
        self._helper = function
        return function

    def spelled(self, function: Callable[[Any], str]) -> Callable[[Any], str]:
        """Register what is printed where the last argument is a constant: a function from its value to Python.

        That is an expression over the other parameters. It may use functions and constants of the primitive's
        module, which are printed with it.
        """
        self._spelled = function
        return function

    def witness(self, position: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Register a witness function (Polozov and Gulwani, "FlashMeta", OOPSLA 2015, section 4).

        It is written as a kernel that takes the result and, if there is one, the
        other argument, and returns what the argument at `position` may have been:
        the primitive then gives that result. UNDEFINED where there is none, or none
        that can be told.
        """

        return _registering(self._witnesses, position)

    def multiset_witness(self, position: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Register a witness function for a result that is in order, ascending or descending.

        The primitive then gives its items, in some order, if the argument at `position` is
        what the function returns; a list is returned in the order of the result.
        """
        return _registering(self._multiset_witnesses, position)

    def build(self, family: str) -> Primitive:
        return Primitive(
            kernel=self._kernel,
            reference=self.reference,
            helper=self._helper,
            spelled=self._spelled,
            family=family,
            witnesses=dict(sorted(self._witnesses.items())),
            multiset_witnesses=dict(sorted(self._multiset_witnesses.items())),
            **self._options,
        )


def _registering(
    functions: dict[int, Callable[..., Any]], position: int
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        functions[position] = function
        return function

    return register


def primitive(
    signature: str,
    *,
    cost: int = 4,
    python: str | None = None,
    python_for_text: str | None = None,
    python_for_scalars: str | None = None,
    symbol: str | None = None,
    name: str | None = None,
    elementwise: bool = False,
    lazy: bool = False,
    laws: Laws | None = None,
    calculates: bool = False,
    alike: bool = False,
    rule: TypeRule | None = None,
) -> Callable[[Callable[..., Any]], Declaration]:
    """Declare a primitive whose meaning is the decorated function.

    Parameters
    ----------
    signature
        ``"(List[a], Index) -> List[a]"``; see `types.KINDS` for the variables. `INDEX`
        is the type ``Int``, and tells the prior what the number means. A function is
        written in the same way: ``"(List[t], (t) -> u) -> List[u]"``.
    cost
        Default cost, about twice -log2 of how often it is wanted.
    python
        An expression over the parameter names that says the same wherever the
        primitive is defined. Without it, a reference that is a single ``return``
        serves as template, and any other is printed as a helper function.
    python_for_text
        The same where a sequence is text.
    python_for_scalars
        The same where the items of all lists are scalars, which dictionaries and sets hold as well.
    symbol
        The infix operator that stands for it in program text.
    lazy
        Only the branch that the first argument chooses is evaluated.
    laws
        What holds for it, so that the search may skip some forms.
    name
        Its name in program text, where that is a Python keyword or built-in
        (the function is then called ``name_``).
    calculates
        It treats integers as quantities, not as names of things.
    alike
        Its arguments should stand for the same kind of thing: not an item of the data here, a position there.
    rule
        Gives the type of the result from the types of the arguments and the constants among them. The signature is
        then for people to read. The search does not try such a primitive.

    Raises
    ------
    InputError
        If the signature is not one.
    """
    type_ = _signature_of(signature) if rule is None else function_of((), UNKNOWN)

    def declare(reference: Callable[..., Any]) -> Declaration:
        return Declaration(
            reference,
            {
                "name": name or getattr(reference, "__name__", ""),  # What is not a function is refused later.
                "parameters": type_.parameters,
                "result": type_.result,
                "index_arguments": _index_arguments(signature, len(type_.parameters)),
                "index_result": INDEX in signature.rpartition("->")[2],
                "cost": cost,
                "python": python,
                "python_for_text": python_for_text,
                "python_for_scalars": python_for_scalars,
                "symbol": symbol,
                "elementwise": elementwise,
                "lazy": lazy,
                "laws": Laws() if laws is None else laws,
                "calculates": calculates,
                "alike": alike,
                "rule": rule,
                "form": "" if rule is None else signature,
            },
        )

    return declare


def _signature_of(text: str) -> Type:
    """The type of a function, as a signature says it."""
    expected = 'expected one such as "(List[Int], Index) -> Str"'
    if not isinstance(text, str):
        raise InputError(f"@primitive: {text!r:.60} is not a valid signature; {expected}")
    try:
        type_ = parse_type(text.replace(INDEX, str(INT)))
    except (ValueError, RecursionError) as error:
        raise InputError(f"@primitive: {text!r:.80} is not a valid signature: {error}; {expected}") from None
    if type_.result is None:
        raise InputError(f"@primitive: {text!r:.80} is not a valid signature; {expected}")
    return type_


def _index_arguments(signature: str, arity: int) -> tuple[bool, ...]:
    """Which arguments are written `INDEX`; none where a function of several parameters is among them."""
    parts = signature.rpartition("->")[0].split(",")
    return tuple(INDEX in part for part in parts) if len(parts) == arity else (False,) * arity
