"""What a search has run of primitives without a kernel, for the notes of its result."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class ReferenceLog:
    """The applications of references in all searches for one task: how many, how long, and what went wrong."""

    names: set[str] = field(default_factory=set)
    applications: int = 0
    left_out: int = 0
    seconds: float = 0.0
    faults: dict[str, str] = field(default_factory=dict)

    def notes(self, *, timed: bool) -> tuple[str, ...]:
        """What should be known of them; without what depends on the machine's speed unless `timed`."""
        faults = tuple(f"{fault}; that counts as undefined" for fault in self.faults.values())
        if not self.applications:
            return faults
        took = f" and {self.seconds:.1f} s" if timed else ""
        kept = f"; {self.left_out:,} others were left out, which a kernel would have allowed for" * (self.left_out > 0)
        has = "has" if len(self.names) == 1 else "have"
        cost = f"{self.applications:,} applications in Python{took}{kept}"
        return (f"{', '.join(sorted(self.names))} {has} no kernel, which makes the search slower: {cost}", *faults)
