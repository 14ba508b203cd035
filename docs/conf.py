"""How Sphinx makes a site of the documents: ``sphinx-build -W --keep-going -n -c docs . SITE``.

The source is the whole repository, so that a link between two documents is the same on the site and on a code host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from induce import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "induce"
author = "the developers of induce"
copyright = "2026, the developers of induce"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "numpydoc"]
root_doc = "docs/index"
include_patterns = ["[ACS]*.md", "docs/**", "*/**/README.md", "*/README.md", "benchmarks/*.md"]
exclude_patterns = ["**/.*", "findings", "build", "dist", "site", "**/site-packages", "**/__pycache__"]

CONTENTS = {
    "Using induce": [
        "docs/start", "docs/recipes", "docs/how-it-works", "docs/when-not", "docs/tasks", "docs/filling",
        "docs/engines", "docs/notebook", "docs/browser", "docs/sequences", "docs/trust", "docs/own-primitives",
        "docs/help",
    ],
    "Reference": ["docs/api", "docs/command-line", "docs/primitives"],
    "Measured": ["benchmarks/RESULTS", "benchmarks/FAILURES", "docs/peers", "docs/training"],
    "The project": ["CHANGELOG", "CONTRIBUTING", "ARCHITECTURE", "SECURITY"],
}  # fmt: skip
"""What stands beside every page. It is not in the pages, where a code host would show it as it is written."""

myst_heading_anchors = 3
default_role = "literal"
"""What docstrings write between single backticks."""

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
numpydoc_show_class_members = False
numpydoc_class_members_toctree = False
python_maximum_signature_line_length = 88
nitpick_ignore_regex = [
    ("py:class", r"(collections\.abc|pathlib|os|typing)\..*|PathLike|Guide|tuple\[~typing\.Any"),
    ("py:class", "AbstractContextManager|Listener"),
    ("py:class", r"induce\.(dsl|notebook|search|sequences)\..*"),
]
"""What has no page here: the standard library, and what is not public."""

html_theme = "furo"
html_title = "induce"
html_show_sphinx = False
html_copy_source = False
html_additional_pages = {"index": "to_start.html"}
templates_path = ["templates"]


def add_contents(_: Sphinx, page: str, source: list[str]) -> None:
    """Add the table of contents to the first page, and what lies below two others to those."""
    if page == root_doc:
        source[0] += "".join(_toctree(pages, caption=title) for title, pages in CONTENTS.items())
    if page == "docs/recipes":
        source[0] += _toctree(["docs/recipes/*"], glob="")
    if page == "ARCHITECTURE":
        source[0] += _toctree(["*/**/README", "*/README"], glob="")


def _toctree(pages: list[str], **options: str) -> str:
    told = "".join(f":{name}: {value}\n" for name, value in {"hidden": "", **options}.items())
    listed = "\n".join(f"/{name}" for name in pages)
    return f"\n```{{toctree}}\n{told}\n{listed}\n```\n"


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("source-read", add_contents)
