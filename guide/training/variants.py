"""What the study puts in place of the fixed kernels, each as small as possible."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import pad, relu

from ..runtime.arrangement import Arranged
from ..runtime.config import Config, Shape


class Attention(nn.Module):
    """Two layers of self-attention over the positions of each pair."""

    LAYERS, HEADS = 2, 4

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(
                config.width, self.HEADS, 2 * config.width, dropout=0.0, batch_first=True, norm_first=True
            )
            for _ in range(self.LAYERS)
        )

    def forward(self, positions: Tensor, arranged: Arranged[Tensor]) -> Tensor:
        longest = int(arranged.lengths.max())
        inside = torch.arange(longest, device=positions.device) < arranged.lengths[:, None]
        padded = positions.new_zeros(*inside.shape, positions.shape[1])
        padded[inside] = positions
        for layer in self.layers:
            padded = layer(padded, src_key_padding_mask=~inside)
        return padded[inside]


class Hypernetwork(nn.Module):
    """Residual blocks whose kernels are made on the fly from a summary of all pairs of the task.

    The kernels work on few channels, lest making them costs more than using them.
    """

    CHANNELS = 16

    def __init__(self, config: Config) -> None:
        super().__init__()
        width, inner = config.width, self.CHANNELS
        self.kernel = config.kernel
        self.into = nn.ModuleList(nn.Linear(width, inner) for _ in range(config.blocks))
        self.back = nn.ModuleList(nn.Linear(inner, width) for _ in range(config.blocks))
        self.make = nn.Sequential(
            nn.Linear(2 * width, width), nn.ReLU(), nn.Linear(width, config.blocks * config.kernel * inner * inner)
        )

    def forward(self, positions: Tensor, arranged: Arranged[Tensor]) -> Tensor:
        inner, reach = self.CHANNELS, self.kernel // 2
        counts = torch.segment_reduce(arranged.lengths.float(), "sum", lengths=arranged.pairs, axis=0).long()
        task = torch.arange(len(counts), device=positions.device).repeat_interleave(counts)
        sides = [torch.segment_reduce(positions.float(), kind, lengths=counts, axis=0) for kind in ("mean", "max")]
        kernels = self.make(torch.cat(sides, dim=1)).view(len(counts), len(self.into), self.kernel * inner, inner)
        # The tape again, cut into one strip a task.
        gaps = reach * pad(arranged.pairs.cumsum(0), (1, 0))[:-1]
        place = arranged.place - (pad(counts.cumsum(0), (1, 0))[:-1] + gaps)[task]
        strips = positions.new_zeros(len(counts), int(place.max()) + 1, inner)
        for block, (into, back) in enumerate(zip(self.into, self.back, strict=True)):
            strip = strips.index_put((task, place), into(positions).to(strips.dtype))
            padded = pad(strip, (0, 0, reach, reach))
            windows = torch.cat([padded[:, k : k + strip.shape[1]] for k in range(self.kernel)], dim=2)
            seen = torch.bmm(windows, kernels[:, block].to(windows.dtype))
            positions = positions + relu(back(seen[task, place]))
        return positions


class Bag(nn.Module):
    """The mean of hashed n-grams of the tokens of each role: no order, no pairs.

    This is fastText (Joulin et al., "Bag of Tricks for Efficient Text Classification", EACL 2017).
    """

    BUCKETS, LONGEST = 4096, 3
    FACTORS = (1_000_003, 7_368_787, 15_485_863)

    def __init__(self, config: Config, shape: Shape) -> None:
        super().__init__()
        self.grams = nn.EmbeddingBag(self.BUCKETS, config.task_vector, mode="mean", padding_idx=0)

    def forward(self, arranged: Arranged[Tensor]) -> Tensor:
        counts = torch.segment_reduce(arranged.lengths.float(), "sum", lengths=arranged.pairs, axis=0).long()
        grams = self._grams(arranged)
        starts = (counts.cumsum(0) - counts) * grams.shape[1]
        vectors: Tensor = self.grams(grams.flatten(), starts)
        return vectors

    def _grams(self, arranged: Arranged[Tensor]) -> Tensor:
        """Buckets of the n-grams that begin at each position; 0 where there is none: (R, ROLES * LONGEST)."""
        tape = arranged.tokens.new_zeros(len(arranged.real) + self.LONGEST, arranged.tokens.shape[1])
        tape[arranged.place] = arranged.tokens
        role = torch.arange(tape.shape[1], device=tape.device)
        code, found = role.expand(len(arranged.place), -1), []
        there = torch.ones_like(code, dtype=torch.bool)
        for length, factor in enumerate(self.FACTORS):
            token = tape[arranged.place + length]
            code = (code * factor + token) % (2**31 - 1)
            there = there & (token != 0)
            found.append(torch.where(there, 1 + code % (self.BUCKETS - 1), 0))
        return torch.cat(found, dim=1)


class Decoder(nn.Module):
    """Fills in hidden tokens, from what is around them and from the vector of the task."""

    def __init__(self, config: Config, shape: Shape) -> None:
        super().__init__()
        self.index = nn.Embedding(shape.length, config.width)
        self.hidden = nn.Linear(config.width + config.task_vector, config.width)
        self.roles = nn.Linear(config.width, shape.roles * config.embedding)

    def forward(self, positions: Tensor, task: Tensor, index: Tensor, role: Tensor, tokens: Tensor) -> Tensor:
        """Logits of K hidden tokens: (K, VOCABULARY + 1).

        Parameters
        ----------
        positions : (K, width)
        task : (K, task_vector)
        index, role : int64, (K,)
            Where the tokens are hidden: position in the pair, and role.
        tokens : (VOCABULARY + 1, embedding)
            The embeddings of the tokens, which it shares.
        """
        hidden = relu(self.hidden(torch.cat([positions, task], dim=1)) + self.index(index))
        wanted = self.roles(hidden).view(len(hidden), -1, tokens.shape[1])
        logits: Tensor = wanted[torch.arange(len(hidden), device=hidden.device), role] @ tokens.T
        return logits
