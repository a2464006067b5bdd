"""How the code reads: types, lint, formatting, sizes and names."""

from __future__ import annotations

import ast
from pathlib import Path
from subprocess import CompletedProcess

import pytest

#: Lines a source file may have. One that needs more stands here with the decision that allows it.
CEILING = 300
LONGER: dict[str, str] = {}

#: Lines the body of a function may have, its docstring not counted.
BODY = 40
LONGER_BODIES: dict[str, str] = {}

#: Words that name nothing.
BANNED = {"data", "info", "item", "obj", "misc", "utils", "helpers", "common", "process", "handle", "manager"}


def complaint(outcome: CompletedProcess[str]) -> str:
    """An empty text, or all that a tool said where it found something."""
    return "" if outcome.returncode == 0 else outcome.stdout + outcome.stderr


@pytest.mark.timeout(600)
def test_types(root, child):
    """mypy --strict on everything that someone may import or copy: core, plugins, examples, consumer, front door."""
    places = [
        "src",
        *(str(path.parents[1].relative_to(root)) for path in sorted(root.glob("plugins/*/src/*/__init__.py"))),
        "dev.py",
    ]
    scripts = [str(path.relative_to(root)) for path in sorted(root.glob("examples/*.py"))]
    consumer = [str(path.relative_to(root)) for path in sorted(root.glob("tests/packaging/consumer/*.py"))]
    found = complaint(child("-m", "mypy", "--strict", *places, *scripts, *consumer))
    assert not found, found


def test_lint(child):
    """ruff, every rule, with a reason in pyproject.toml for each that is left out."""
    found = complaint(child("-m", "ruff", "check", "--no-cache", "--output-format", "concise", "."))
    assert not found, found


def test_formatting(child):
    """One formatter, so that no review speaks of blanks."""
    found = complaint(child("-m", "ruff", "format", "--check", "--no-cache", "."))
    assert not found, found + "\nrun: python -m ruff format ."


def test_a_file_can_be_read_in_one_sitting(core, plugins):
    """A file does one job that fits on its line; past the ceiling it does two."""
    sizes = {file.path: len(file.text.splitlines()) for file in (*core, *plugins)}
    broken = [f"{path}: {size} lines" for path, size in sizes.items() if size > CEILING and path not in LONGER]
    assert not broken, "\n".join(
        [*broken, f"over {CEILING} lines: divide it, or decide in docs/decisions and list it here"]
    )
    stale = [path for path in LONGER if sizes.get(path, 0) <= CEILING]
    assert not stale, f"no longer over {CEILING} lines: {stale}"


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function below its docstring."""
    body = function.body
    documented = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    statements = body[1:] if documented else body
    return (statements[-1].end_lineno or 0) - statements[0].lineno + 1 if statements else 0


def test_a_function_fits_on_a_screen(core, plugins):
    """The body of a function, docstring apart, has forty lines at most."""
    sizes = {
        f"{file.at(node)} {node.name}": body_lines(node)
        for file in (*core, *plugins)
        for node in ast.walk(file.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    broken = [
        f"{name}: {size} lines" for name, size in sizes.items() if size > BODY and name.split()[-1] not in LONGER_BODIES
    ]
    assert not broken, "\n".join([*broken, f"bodies over {BODY} lines"])


def test_every_exception_to_a_ceiling_names_its_decision(root):
    """A ceiling moves only by decision record."""
    missing = [reason for reason in (*LONGER.values(), *LONGER_BODIES.values()) if not (root / reason).is_file()]
    assert not missing


def own_names(tree: ast.AST) -> list[tuple[ast.AST, str]]:
    """Every name that a file gives: to functions, classes, arguments, variables and fields."""
    return [
        (
            node,
            node.name
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            else node.arg
            if isinstance(node, ast.arg)
            else node.id,
        )
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    ]


def test_no_name_says_nothing(core, plugins):
    """Names are the field's own; a word that fits everything tells the reader nothing."""
    broken = [
        f"{file.at(node)}: {name!r} names nothing; use the word of the field"
        for file in (*core, *plugins)
        for node, name in own_names(file.tree)
        if name.strip("_").lower() in BANNED
    ]
    broken += [
        f"{file.path}: a file of this name has no subject"
        for file in (*core, *plugins)
        if Path(file.path).stem in BANNED
    ]
    assert not broken, "\n".join(broken)
