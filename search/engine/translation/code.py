"""The instructions of a function as they are written, block by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .kinds import (
    BOOL,
    FLOAT,
    INT,
    ITEMS,
    UNSIGNED,
    Array,
    Kind,
    Record,
    Scalar,
    Untranslatable,
    Value,
    is_constant,
    record,
)


class Code:
    """Instructions and labels.

    What follows the end of a block is dropped until a label is placed that is jumped to.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.is_reached = True
        self._counts: Counter[str] = Counter()
        self._targets: set[str] = set()

    def fresh(self, prefix: str = "t") -> str:
        """A name that nothing else has; it depends only on what else began like this."""
        self._counts[prefix] += 1
        return f"{prefix}{self._counts[prefix]}"

    def emit(self, line: str) -> None:
        """Add an instruction."""
        if self.is_reached:
            self.lines.append(f"  {line}")

    def value(self, instruction: str) -> str:
        """Add an instruction that has a result, and return its name."""
        name = f"%{self.fresh()}"
        self.emit(f"{name} = {instruction}")
        return name

    def place(self, label: str) -> None:
        """Begin a block."""
        self.jump(label)
        self.is_reached = label in self._targets
        if self.is_reached:
            self.lines.append(f"{label}:")

    def jump(self, label: str) -> None:
        """End the block."""
        if self.is_reached:
            self._targets.add(label)
            self.end(f"br label %{label}")

    def branch(self, condition: str, then: str, otherwise: str) -> None:
        """End the block with a choice."""
        if self.is_reached:
            self._targets |= {then, otherwise}
            self.end(f"br i1 {condition}, label %{then}, label %{otherwise}")

    def end(self, line: str) -> None:
        """End the block with this instruction."""
        self.emit(line)
        self.is_reached = False

    def scalar(self, kind: Scalar, instruction: str) -> Value:
        """The result of an instruction as a value."""
        return Value(kind, (self.value(instruction),))

    def converted(self, value: Value, kind: Kind) -> Value:
        """A value as one of another kind that can hold it."""
        if value.kind == kind:
            return value
        if isinstance(value.kind, Record) and isinstance(kind, Record) and value.kind.names == kind.names:
            return record([self.converted(*pair) for pair in zip(value.parts(), kind.kinds, strict=True)], kind.names)
        match value.kind, kind:
            case (Scalar(), Scalar()) if value.kind == BOOL and kind != FLOAT:
                return self.scalar(kind, f"zext i1 {value.word} to i64")
            case (Scalar(), Scalar()) if value.kind == BOOL:
                return self.scalar(FLOAT, f"uitofp i1 {value.word} to double")
            case (Scalar(), Scalar()) if kind == FLOAT and value.kind == INT:
                return self.scalar(FLOAT, f"sitofp i64 {value.word} to double")
            case (Scalar(), Scalar()) if kind == UNSIGNED and is_constant(value):
                return Value(UNSIGNED, value.words)
        raise Untranslatable("a value is of another kind than expected")

    def truth(self, value: Value) -> str:
        """A number as a truth value."""
        if not isinstance(value.kind, Scalar):
            raise Untranslatable("expected a number or truth value")
        if value.kind == BOOL:
            return value.word
        if value.kind == FLOAT:
            return self.value(f"fcmp une double {value.word}, 0.0")
        return self.value(f"icmp ne i64 {value.word}, 0")

    def loaded(self, array: Array, place: str) -> Value:
        """The item of an array at an address."""
        item = ITEMS[array.item]
        word = self.value(f"load {item.stored}, ptr {place}")
        if item.stored == "i32":
            word = self.value(f"sext i32 {word} to i64")
        if item.stored == "i8":
            word = self.value(f"icmp ne i8 {word}, 0")
        return Value(item.kind, (word,))

    def store(self, array: Array, place: str, value: Value) -> None:
        """Put an item of an array at an address."""
        item = ITEMS[array.item]
        word = self.truth(value) if item.kind == BOOL else self.converted(value, item.kind).word
        if item.stored == "i32":
            word = self.value(f"trunc i64 {word} to i32")
        if item.stored == "i8":
            word = self.value(f"zext i1 {word} to i8")
        self.emit(f"store {item.stored} {word}, ptr {place}")

    def call(self, function: str, result: Kind, arguments: Sequence[Value]) -> Value:
        """Call a function, by name or address."""
        given = ", ".join(
            f"{kind} {word}" for value in arguments for kind, word in zip(value.kind.words, value.words, strict=True)
        )
        call = f"call {returned(result)} {function}({given})"
        if not result.words:
            self.emit(call)
            return Value(result, ())
        whole = self.value(call)
        if len(result.words) == 1:
            return Value(result, (whole,))
        type_ = returned(result)
        return Value(result, tuple(self.value(f"extractvalue {type_} {whole}, {i}") for i in range(len(result.words))))

    def leave(self, value: Value) -> None:
        """Return a value."""
        type_, words = returned(value.kind), value.words
        if len(words) < 2:
            self.end(f"ret {type_} {words[0]}" if words else "ret void")
            return
        whole = "undef"
        for i, (kind, word) in enumerate(zip(value.kind.words, words, strict=True)):
            whole = self.value(f"insertvalue {type_} {whole}, {kind} {word}, {i}")
        self.end(f"ret {type_} {whole}")


def returned(kind: Kind) -> str:
    """LLVM's type of what a function returns."""
    words = kind.words
    return words[0] if len(words) == 1 else f"{{{', '.join(words)}}}" if words else "void"
