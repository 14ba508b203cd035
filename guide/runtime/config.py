"""What a network is and how it learns: one record, and the sizes of the arrays that it reads and writes."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True)
class Config:
    """A network and its training.

    Raises
    ------
    ValueError
        If a variant has no such choice.
    """

    # What the study varies.
    pairs: str = "together"
    """ "alone": each pair predicts by itself, and the log-probabilities are averaged."""
    boundary: str = "two"
    """ "shared": one token for start and end."""
    smoothing: float = 0.0
    """Share of the probability that is to be spread over all productions."""
    positions: bool = True
    """Whether the relations say where an item stands."""
    encoder: str = "convolution"
    """ "attention" over positions, "hypernetwork": kernels made from all pairs, "bag" of n-grams as in fastText."""
    pretrained: bool = False
    """Whether the encoder first learns to fill in what is hidden of a task."""
    second_head: bool = True
    """Whether it also learns which values of a bank are parts of the program."""
    wake_sleep: bool = False
    """Whether it solves tasks itself half-way, and from then on also learns from the programs that it found."""

    # Sizes; 0.9 million parameters in all.
    embedding: int = 32
    width: int = 96
    """Channels of a position."""
    blocks: int = 3
    kernel: int = 5
    """Positions that a block looks at; odd."""
    pair_vector: int = 128
    task_vector: int = 256
    candidate_vector: int = 64

    # Training.
    batch: int = 128
    """Tasks a step."""
    learning_rate: float = 2e-3
    """At its peak; it falls to nothing as a cosine."""
    warmup: float = 0.02
    """Share of the training in which the learning rate rises."""
    weight_decay: float = 0.01
    clip: float = 1.0
    """Largest norm of a gradient."""
    candidates_weight: float = 0.5
    """What the loss of the second head counts beside that of the first."""
    pretraining: float = 0.2
    """Share of the training that is spent on what is hidden, if `pretrained`."""

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name}: {getattr(self, name)!r}; expected {' or '.join(choices)}")
        if self.kernel % 2 == 0:
            raise ValueError(f"kernel: {self.kernel} is even; expected an odd number")
        if self.pretrained and (self.encoder == "bag" or self.pairs == "alone"):
            raise ValueError("pretrained: what is hidden is filled in from positions and from the other pairs")

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote; ValueError if it is anything else."""
        return cls(**_checked(cls, text))


CHOICES = {
    "pairs": ("together", "alone"),
    "boundary": ("two", "shared"),
    "encoder": ("convolution", "attention", "hypernetwork", "bag"),
}


@dataclass(frozen=True)
class Shape:
    """Sizes of the arrays between which a network stands; see `features.Batch`."""

    roles: int
    length: int
    vocabulary: int
    relations: int
    positions: int
    properties: int
    kinds: int
    nonterminals: int
    productions: int

    @classmethod
    def current(cls) -> Self:
        """Those of this version of induce."""
        from . import features, productions, relations

        return cls(
            roles=features.ROLES,
            length=features.LENGTH,
            vocabulary=features.VOCABULARY,
            relations=relations.RELATIONS,
            positions=relations.POSITIONS,
            properties=relations.PROPERTIES,
            kinds=len(productions.TypeClass),
            nonterminals=productions.NONTERMINALS,
            productions=len(productions.productions()),
        )

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote; ValueError if it is anything else."""
        return cls(**_checked(cls, text))


def _checked(cls: Any, text: str) -> dict[str, Any]:
    """The fields of a record, each of the type that its name has in the record.

    One that has a default may be missing: what was written before there was this field is still read.
    """
    found = json.loads(text)
    kinds = {"str": str, "int": int, "float": float, "bool": bool}
    wanted = {one.name: kinds[str(one.type)] for one in fields(cls)}
    needed = {one.name for one in fields(cls) if one.default is MISSING}
    if not isinstance(found, dict) or not needed <= found.keys() <= wanted.keys():
        raise ValueError(f"expected an object with {', '.join(wanted)}")
    for name, value in found.items():
        if type(value) is not wanted[name]:
            raise ValueError(f"{name}: {value!r}; expected {wanted[name].__name__}")
    return found
