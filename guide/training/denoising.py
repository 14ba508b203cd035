"""Learning to fill in what is hidden of a task, and guessing an output by it.

Either single tokens are hidden, or the whole output of one pair: then the
task has to be understood from the others (a denoising autoencoder, Vincent et
al., ICML 2008, whose noise is that of a task to solve).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from ..runtime.arrangement import Arranged, arrange, positions
from ..runtime.features import END, LENGTH, PADDING, VOCABULARY, Batch
from ..runtime.relations import POSITIONS
from .model import Model, Reader, moved

HIDDEN = VOCABULARY
"""The token that stands for what is hidden."""
SHARE = 0.15
"""Of the tokens, where single ones are hidden; as in BERT."""
WHOLE = 0.5
"""Share of the tasks with two pairs or more of which a whole output is hidden."""
OUTPUT = -1
ARGUMENT_POSITIONS = 2
"""Of the relations that say where something stands, the last ones, which concern the first argument."""


@dataclass(frozen=True)
class Hidden:
    """A batch of which something is hidden.

    Parameters
    ----------
    batch
        What is still to be seen.
    tokens : int16, (B, PAIRS, ROLES, LENGTH)
        The tokens before.
    places : bool, like `tokens`
        What is hidden.
    """

    batch: Batch
    tokens: np.ndarray
    places: np.ndarray


def hide(batch: Batch, draw: np.random.Generator) -> Hidden:
    """Hide single tokens of some tasks, and a whole output of others."""
    pairs = batch.present.sum(axis=1)
    whole = (draw.random(len(pairs)) < WHOLE) & (pairs > 1)
    places = (draw.random(batch.tokens.shape) < SHARE) & (batch.tokens != PADDING)
    places[whole] = False
    places[whole, draw.integers(pairs)[whole], OUTPUT] = True
    return _hidden(batch, places)


def hide_output(batch: Batch) -> Hidden:
    """Hide the whole output of the last pair of each task, as if it were the one to be predicted."""
    places = np.zeros(batch.tokens.shape, np.bool_)
    places[np.arange(len(places)), batch.present.sum(axis=1) - 1, OUTPUT] = True
    return _hidden(batch, places)


def _hidden(batch: Batch, places: np.ndarray) -> Hidden:
    """Relations and properties that would give the hidden output away are hidden with it."""
    relations, properties = batch.relations.copy(), batch.properties.copy()
    whole = places[:, :, OUTPUT].all(axis=2)
    relations[..., :-POSITIONS][places[:, :, OUTPUT]] = 0
    relations[..., :-ARGUMENT_POSITIONS][whole] = 0
    properties[whole] = 0
    tokens = np.where(places, HIDDEN, batch.tokens).astype(np.int16)
    return Hidden(replace(batch, tokens=tokens, relations=relations, properties=properties), batch.tokens, places)


def denoising_loss(model: Model, hidden: Hidden, *, device: torch.device | str = "cpu") -> Tensor:
    """Cross-entropy of the hidden tokens, in nats a token."""
    logits, wanted = _filled(model, hidden, device)
    return cross_entropy(logits.float(), wanted)


@torch.no_grad()
def guesses(model: Model, hidden: Hidden, *, device: torch.device | str = "cpu") -> np.ndarray:
    """Of outputs that are hidden whole: whether the likeliest tokens are the right ones up to the end, bool (B,)."""
    logits, wanted = _filled(model, hidden, device)
    likeliest = logits[:, :VOCABULARY].argmax(dim=1)
    said, meant = (_until_end(tokens.cpu().numpy()) for tokens in (likeliest, wanted))
    right: np.ndarray = (said == meant).all(axis=1)
    return right


def _until_end(tokens: np.ndarray) -> np.ndarray:
    rows = tokens.reshape(-1, LENGTH)
    is_end = rows == END
    return np.where(np.cumsum(is_end, axis=1) > is_end, PADDING, rows)


def _filled(model: Model, hidden: Hidden, device: torch.device | str) -> tuple[Tensor, Tensor]:
    """Logits of the hidden tokens, and the tokens, pair by pair and position by position."""
    assert isinstance(model.reader, Reader)
    arranged = moved(arrange(hidden.batch, model.config), device)
    row, role, wanted = (torch.from_numpy(part).to(device) for part in _targets(hidden))
    found = model.reader.positions(arranged)
    vectors = model.reader.summary(found, arranged)[_task_of_rows(arranged)[row]]
    embedding = model.reader.positions.embedding.weight
    return model.decoder(found[row], vectors, arranged.index[row], role, embedding), wanted


def _targets(hidden: Hidden) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row of the position, role and token of all that is hidden, in the rows of `arrange`."""
    inside, present = positions(hidden.batch), hidden.batch.present
    places = hidden.places[present].transpose(0, 2, 1)[inside]
    tokens = hidden.tokens[present].transpose(0, 2, 1)[inside]
    row, role = np.nonzero(places)
    return row, role, tokens[row, role].astype(np.int64)


def _task_of_rows(arranged: Arranged[Tensor]) -> Tensor:
    device = arranged.pairs.device
    task = torch.arange(len(arranged.pairs), device=device).repeat_interleave(arranged.pairs)
    return task.repeat_interleave(arranged.lengths)
