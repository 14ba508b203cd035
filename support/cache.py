"""The folder of the user's cache."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path | None:
    """The folder, which is made if need be; None if nothing can be written there."""
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("induce", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
