"""What the tests of the house's rules read: every module of the package as a tree."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Parsed:
    """One source file.

    Attributes:
        path: from the root of the checkout, with forward slashes.
        module: dotted name; a package has the name of its folder.
        text: the file.
        tree: the file, parsed.
    """

    path: str
    module: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room below ``cstrack``, or an empty text for the package itself."""
        return self.module.partition(".")[2].partition(".")[0]

    @property
    def is_package(self) -> bool:
        """Whether the file is the ``__init__`` of its folder."""
        return self.path.endswith("/__init__.py")

    def at(self, node: ast.AST) -> str:
        """Where a node stands, as an editor takes it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def parsed(path: Path, below: Path, root: Path) -> Parsed:
    names = path.relative_to(below).with_suffix("").parts
    module = ".".join(names[:-1] if names[-1] == "__init__" else names)
    text = path.read_text(encoding="utf-8")
    return Parsed(path.relative_to(root).as_posix(), module, text, ast.parse(text, str(path)))


@pytest.fixture(scope="session")
def core(root: Path) -> tuple[Parsed, ...]:
    """Every module of the core."""
    below = root / "src"
    return tuple(parsed(path, below, root) for path in sorted((below / "cstrack").rglob("*.py")))


@pytest.fixture(scope="session")
def plugins(root: Path) -> tuple[Parsed, ...]:
    """Every module of the plugins of this repository."""
    return tuple(
        parsed(path, below, root)
        for below in sorted(root.glob("plugins/*/src"))
        for path in sorted(below.rglob("*.py"))
    )
