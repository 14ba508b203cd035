"""The folder of a study: what is done stays done, and goes on only with the same settings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from ...support.errors import InputError
from ...support.files import name_of_part, why, write_whole
from .curves import picture
from .figures import Figures
from .tables import table

FIGURES, TABLE, PICTURE = "study.json", "study.md", "study.png"


class Results:
    """The figures of a study in a folder, written anew after each variant.

    Parameters
    ----------
    settings
        All that the figures depend on beside the variants.
    rows
        What is known so far.
    """

    def __init__(self, folder: Path, settings: Mapping[str, Any], rows: Sequence[Figures]) -> None:
        self.folder, self.settings = folder, settings
        self._rows = {row.name: row for row in rows}

    @classmethod
    def of(cls, folder: Path, settings: Mapping[str, Any]) -> Self:
        """Those of a new folder, or of one with an earlier study of the same settings.

        Raises
        ------
        InputError
            If the folder holds anything else or cannot be made.
        """
        try:
            folder.mkdir(exist_ok=True)
            names = {name_of_part(path.name) for path in folder.iterdir()}
        except OSError as error:
            raise InputError(f"{folder}: not a valid folder for a study: {why(error)}") from None
        if foreign := names - {FIGURES, TABLE, PICTURE}:
            raise InputError(f"{folder}: holds {min(foreign)}; expected a new or empty folder, or one of a study")
        return cls(folder, settings, _earlier(folder / FIGURES, settings))

    def knows(self, name: str, config: str = "") -> bool:
        """Whether there are figures of this variant with this configuration."""
        return name in self._rows and self._rows[name].config == config

    def add(self, row: Figures) -> None:
        """Keep the figures of one more variant."""
        self._rows[row.name] = row
        self.write()

    def write(self) -> None:
        """Write figures, table and picture, each at once or not at all; InputError if that fails."""
        rows = list(self._rows.values())
        document = {"settings": dict(self.settings), "ratios": self._ratios(), "rows": [row.to_json() for row in rows]}
        write_whole(self.folder / FIGURES, json.dumps(document, indent=1, ensure_ascii=False).encode())
        write_whole(self.folder / TABLE, self.table().encode())
        write_whole(self.folder / PICTURE, picture(rows))

    def table(self) -> str:
        """The table, in Markdown."""
        return table(list(self._rows.values()), self.settings)

    def _ratios(self) -> dict[str, tuple[float | None, int]]:
        rows = list(self._rows.values())
        return {row.name: row.ratio(rows[0]) for row in rows}


def _earlier(path: Path, settings: Mapping[str, Any]) -> list[Figures]:
    """The figures of an earlier study, if there is one."""
    if not path.exists():
        return []
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        others, rows = dict(document["settings"]), [Figures.from_json(row) for row in document["rows"]]
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {why(error)}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(f"{path}: not a study of this version; expected it to be deleted, or another folder") from None
    for name, value in settings.items():
        if others.get(name) != value:
            raise InputError(f"{path}: a study with other settings: its {name} differ; name another folder")
    return rows
