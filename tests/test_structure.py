"""How the parts depend on one another: one way, and light where it must be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "support": {"support"},
    "dsl": {"support", "dsl"},
    "search": {"support", "dsl", "search"},
    "guide": {"support", "dsl", "search", "guide"},
    "sequences": {"support", "dsl", "search", "sequences"},
    "serve": {"support", "dsl", "search", "changes", "session", "serve"},
    "tables": {"support", "dsl", "search", "composition", "tables"},
    "notebook": {"support", "dsl", "search", "sequences", "tables", "session", "dialogue", "report", "notebook"},
    "benchmarks": {"support", "dsl", "search", "guide", "sequences", "benchmarks", "composition", "tables"},
    "check": {
        "support",
        "dsl",
        "search",
        "guide",
        "sequences",
        "tables",
        "benchmarks",
        "serve",
        "notebook",
        "composition",
        "session",
        "check",
    },
}
LEARNING = {"guide.training", "guide.study"}
"""The only folders that may import torch. From outside they are imported inside of functions, if at all."""
ROOT_FILES = sorted(ROOT.glob("*.py"))
"""They may import everything, but not in a circle."""
FILES = [file for package in MAY_IMPORT for file in sorted((ROOT / package).rglob("*.py"))]


def folder_of(file: Path) -> str:
    """The folder of a file as the dotted name of a package."""
    return ".".join(file.relative_to(ROOT).parts[:-1])


PACKAGES = sorted({folder_of(file) for file in FILES})


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def imported(file: Path) -> tuple[str, ...]:
    """The dotted names, from the root, of the modules of this project that a file imports."""
    return tuple(imported_by(ast.walk(parsed(file)), file))


def imported_by(nodes: Iterable[ast.AST], file: Path) -> Iterator[str]:
    """The same of some statements of a file."""
    here = file.relative_to(ROOT).parts[:-1]
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.level:
            base = ".".join(filter(None, (*here[: len(here) - node.level + 1], node.module or "")))
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                exists = (ROOT / f"{inner.replace('.', '/')}.py").exists() or (ROOT / inner.replace(".", "/")).is_dir()
                yield inner if exists else base


def at_import(file: Path) -> Iterator[ast.AST]:
    """The statements that run when a module is imported: those of functions and of type checkers do not."""
    waiting: list[ast.AST] = [parsed(file)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield node
        if isinstance(node, ast.mod | ast.stmt | ast.excepthandler | ast.match_case):  # Expressions import nothing.
            waiting += ast.iter_child_nodes(node)


def folder_of_module(module: str) -> str:
    return module if (ROOT / module.replace(".", "/")).is_dir() else module.rpartition(".")[0]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_imports_go_one_way(file: Path) -> None:
    allowed = MAY_IMPORT[file.relative_to(ROOT).parts[0]]
    for target in imported(file):
        assert target.partition(".")[0] in allowed, f"{name_of(file)} imports {target}"


def cycle_among(graph: dict[str, set[str]]) -> list[str]:
    """Names that import one another in a circle; none if there is no circle."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for target in sorted(graph[name]):
            if circle := walk(target, [*path, name]):
                return circle
        done.add(name)
        return []

    return next((circle for name in sorted(graph) if (circle := walk(name, []))), [])


def test_a_circle_is_seen() -> None:
    assert cycle_among({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": set()}) == ["a", "b", "c", "a"]
    assert cycle_among({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_folder_imports_in_a_circle() -> None:
    graph: dict[str, set[str]] = defaultdict(set)
    for file in FILES:
        for target in map(folder_of_module, imported(file)):
            graph[target] |= set()
            graph[folder_of(file)] |= {target} - {folder_of(file)}
    assert cycle_among(graph) == []


def test_no_module_imports_in_a_circle() -> None:
    files = [*FILES, *ROOT_FILES]
    modules = {".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in files}
    graph = {name: {target for target in imported(file) if target in modules} for name, file in modules.items()}
    assert cycle_among(graph) == []


def needs_torch(file: Path) -> bool:
    """Whether a module imports torch when it is imported."""
    for node in at_import(file):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if "torch" in {name.partition(".")[0] for name in names}:
            return True
    return False


TORCH = {".".join(file.relative_to(ROOT).with_suffix("").parts) for file in FILES if needs_torch(file)}


def test_only_what_learns_needs_torch() -> None:
    assert {name.rpartition(".")[0] for name in TORCH} == LEARNING


@pytest.mark.parametrize("file", [file for file in FILES if folder_of(file) not in LEARNING], ids=name_of)
def test_what_needs_torch_is_imported_in_functions(file: Path) -> None:
    assert not set(imported_by(at_import(file), file)) & TORCH


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_says_what_it_is(package: str) -> None:
    assert ast.get_docstring(parsed(ROOT / package.replace(".", "/") / "__init__.py"))


DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
"""The documents about the project as a whole; those of people's files, such as `TASK.json`, name others too."""
FILE = re.compile(r"[\w./-]+\.(?:py|md|lark|smt2|jsonl|txt|safetensors|css|svg|png)")
FIRST = re.compile(r"^\*\*Read first:\*\* \[`([\w./]+)`\]\(\1\)", re.MULTILINE)
ALLOWED = re.compile(r"^\*\*May import:\*\* (.+?)\n\n", re.MULTILINE | re.DOTALL)


def readme_of(package: str) -> Path:
    return ROOT / package.replace(".", "/") / "README.md"


def linked(text: str) -> Iterator[str]:
    """The files that a document links to."""
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:|#", target):
            yield target.partition("#")[0]


def is_missing(name: str, folder: Path) -> bool:
    return not ((folder / name).exists() or (ROOT / name).exists())


@pytest.mark.parametrize("package", PACKAGES)
def test_a_readme_names_what_to_read_first_and_only_files_that_exist(package: str) -> None:
    readme = readme_of(package)
    text = readme.read_text(encoding="utf-8")
    first = FIRST.search(text)
    assert first, "expected a line that begins with **Read first:**"
    assert (readme.parent / first[1]).is_file()
    named = [name for quoted in re.findall(r"`([^`\n]+)`", text) for name in FILE.findall(quoted)]
    assert [name for name in [*named, *linked(text)] if is_missing(name, readme.parent)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_what_its_readme_says(package: str) -> None:
    allowed = ALLOWED.search(readme_of(package).read_text(encoding="utf-8"))
    assert allowed, "expected a line that begins with **May import:**"
    bases = [package, *(name.removesuffix(".py") for name in re.findall(r"`([\w.]+)`", allowed[1]))]
    for file in (ROOT / package.replace(".", "/")).glob("*.py"):
        targets = {
            target for target in imported(file) if not any(f"{target}.".startswith(f"{base}.") for base in bases)
        }
        assert not targets, f"{name_of(file)} imports {', '.join(sorted(targets))}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_documents_link_to_files_that_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert [name for name in linked(text) if is_missing(name, document.parent)] == []


def loaded(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_induce_loads_nothing_heavy() -> None:
    assert not loaded("import induce, induce.cli") & {"llvmlite", "numpy", "scipy", "lark", "rich", "torch"}


def test_programs_run_without_the_compiler() -> None:
    used = loaded("from induce import parse\nassert parse('(xs: List[Int]) -> reverse(xs)')([1, 2]) == [2, 1]")
    assert not used & {"llvmlite", "torch"}


def test_an_easy_task_is_solved_without_what_only_hard_ones_need() -> None:
    task = ROOT / "examples" / "double.json"
    code = f"from induce.cli import main\nmain(['solve', '--text', {str(task)!r}])\nimport gc, sys\n"
    done = subprocess.run(
        [sys.executable, "-c", code + "print(gc.isenabled(), *sys.modules)"], capture_output=True, text=True, check=True
    )
    program, rest = done.stdout.splitlines()
    collects, *modules = rest.split()
    assert program == "(xs: List[Int]) -> xs * 2"
    assert collects == "True"
    assert "induce.search.enumeration.enumeration" in modules
    assert not {"numpy.random", "induce.search.strategies.strategies"} & set(modules)


MIRRORED = ("support", "search", "dsl/core", "dsl/text", "guide/runtime", "serve")
"""The folders of which every module has a test module of its own name at the same place below `tests`."""
COMPILED = "compiled: plain functions of memory, tested against plain Python through the modules that call them"
TABLES = "compared with the interpreter by test_cells.py, which fills tables of every kind"
WITHOUT_TESTS = {
    "search/components.py": "declarations only",
    "search/engine/compiled/arrays.py": "declarations only",
    "search/engine/compiled/encoding.py": "declarations only",
    "search/engine/compiled/fits.py": COMPILED,
    "search/engine/compiled/hashing.py": COMPILED,
    "search/engine/compiled/intrinsics.py": COMPILED,
    "search/engine/compiled/lifting.py": COMPILED,
    "search/engine/compiled/loops.py": COMPILED,
    "search/engine/compiled/matching.py": COMPILED,
    "search/engine/compiled/probes.py": COMPILED,
    "search/engine/compiled/rowwise.py": COMPILED,
    "search/engine/compiled/stepping.py": COMPILED,
    "search/engine/compiled/storing.py": COMPILED,
    "search/engine/compiled/walking.py": COMPILED,
    "search/portfolio/search.py": "a protocol",
    "search/strategies/recurrences/forms.py": "tested through the strategies that are built on it",
    "search/strategies/tabulation/amounts.py": TABLES,
    "search/strategies/tabulation/ends.py": TABLES,
    "search/strategies/tabulation/grids.py": TABLES,
    "search/strategies/tabulation/items.py": TABLES,
    "search/strategies/tabulation/pairs.py": TABLES,
    "search/strategies/tabulation/steps.py": TABLES,
    "search/strategies/tabulation/tables.py": TABLES,
    "search/task/goals.py": "a record",
    "search/task/settings.py": "a record",
    "search/task/terminal.py": "a record",
    "search/task/values.py": "a record",
    "serve/guard.py": "tested through the server, with real requests",
    "serve/limits.py": "declarations, tested on the command line",
}
"""Modules that have none, and why."""


def untested(root: Path, folders: Iterable[str]) -> set[str]:
    """The modules of some folders that have no test module of their name."""
    modules = (file.relative_to(root) for folder in folders for file in (root / folder).rglob("*.py"))
    return {
        module.as_posix()
        for module in modules
        if module.name != "__init__.py" and not (root / "tests" / module.parent / f"test_{module.name}").exists()
    }


def test_a_module_without_tests_is_seen(tmp_path: Path) -> None:
    for name in (
        "part/__init__.py",
        "part/one.py",
        "part/inner/two.py",
        "tests/part/test_one.py",
        "tests/part/test_two.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert untested(tmp_path, ["part"]) == {"part/inner/two.py"}


def test_every_module_has_tests_of_its_own() -> None:
    assert untested(ROOT, MIRRORED) == set(WITHOUT_TESTS)
