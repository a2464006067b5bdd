"""The directive ``spec``: the tables of ``tests/spec`` as a chapter, so that what is printed is what is tested."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, final

from attrs import frozen
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from docutils import nodes
    from sphinx.application import Sphinx

_SPEC = Path(__file__).resolve().parents[1] / "tests" / "spec"


@final
@frozen
class Rule:
    """A rule of the specification: a test with its table.

    Attributes:
        said: the rule in words, the docstring of the test.
        fields: the fields that are shown on the right-hand side; empty where the rows say it themselves.
        rows: what is read, and what it is read as.
    """

    said: str
    fields: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]


def rules(path: Path) -> tuple[str, tuple[Rule, ...]]:
    """The title of one file of the specification and its rules that are tables.

    Args:
        path: a test module.

    Returns:
        Its title, and a rule for each test that checks rows.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    titles = [
        str(ast.literal_eval(node.value))
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "title"
    ]
    tests = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    found = (Rule(" ".join((ast.get_docstring(test) or "").split()), *_table(test)) for test in tests)
    return titles[0] if titles else path.stem, tuple(rule for rule in found if rule.rows)


def _table(test: ast.FunctionDef) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The fields and rows of every table that a test checks."""
    fields: tuple[str, ...] = ()
    rows: list[tuple[str, str]] = []
    for call in (node for node in ast.walk(test) if isinstance(node, ast.Call)):
        told = [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if isinstance(call.func, ast.Name) and told and "\n" in told[0]:
            fields = fields or tuple(told[2:] if len(told) > 2 else ())
            rows += _rows(told[0])
    return fields, tuple(rows)


def _rows(table: str) -> Iterator[tuple[str, str]]:
    for row in filter(None, map(str.strip, table.splitlines())):
        words, bar, read = row.rpartition("|")
        if bar:
            yield words.strip(), read.strip()


def chapter(folder: str) -> str:
    """The rules of one folder of the specification as Markdown."""
    lines: list[str] = []
    for path in sorted((_SPEC / folder).glob("test_*.py")):
        title, found = rules(path)
        lines += [f"## {title}", ""] if found else []
        for rule in found:
            shown = f"read as {', '.join(rule.fields)}" if rule.fields else "read as"
            lines += [rule.said, "", f"| words of a paper | {shown} |", "| --- | --- |"]
            lines += [f"| {_cell(words)} | {_cell(read) or '*nothing*'} |" for words, read in rule.rows]
            lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    """Words as a cell shows them, letter for letter; ``//`` divides the lines of a paper."""
    return f"`` {text.replace('|', chr(92) + '|')} ``" if text else ""


@final
class SpecChapter(SphinxDirective):
    """``{spec} figures``: the tables of that folder."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The chapter's nodes."""
        self.env.note_dependency(str(_SPEC / self.arguments[0]))
        found: list[nodes.Node] = self.parse_text_to_nodes(chapter(self.arguments[0]), allow_section_headings=True)
        return found


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("spec", SpecChapter)
    return {"parallel_read_safe": True}
