"""``cstrack doctor``: what this installation can do, and what to install for the rest."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import click
from attrs import fields

from cstrack.cli.console import say
from cstrack.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Optional dependencies: distribution, extra that brings it, and what it is needed for.
EXTRAS = (
    ("jinja2", "report", "web pages (--to report.html)"),
    ("python-calamine", "xlsx", "reading workbooks (.xlsx, .ods)"),
    ("xlsxwriter", "xlsx", "workbooks (--to report.xlsx)"),
    ("pandas", "data", "data frames of pandas"),
    ("polars", "data", "data frames of polars"),
)

REQUIRED = ("attrs", "cattrs", "pluggy", "pint", "tabulate", "click")


@click.command()
def doctor() -> int:
    """Say what this installation can do, and what to install for the rest."""
    from cstrack.hooks.contracts import Limits
    from cstrack.hooks.plugins import State
    from cstrack.hooks.registry import load_plugins

    plugins = load_plugins()
    failed = [row for row in plugins.rows if row.state is State.FAILED]
    limits = Limits()
    say(f"cstrack {VERSION} on Python {platform.python_version()} ({platform.system()})")
    say(f"Python: {sys.executable}")
    say(f"Terminal: output {_encoding(sys.stdout)}, errors {_encoding(sys.stderr)}")
    say("\nDependencies")
    say("\n".join(_required()))
    say("\nOptional parts")
    say("\n".join(_extras()))
    say("\nPlugins")
    for row in plugins.rows:
        say(
            f"  {row.name}: {row.state.value}, {row.distribution} {row.version}"
            + (f": {row.detail}" if row in failed else "")
        )
    say("\nLimits of one file")
    say("\n".join(f"  {field.name} {getattr(limits, field.name):,}" for field in fields(Limits)))
    return 1 if failed or None in map(_version, REQUIRED) else 0


def _encoding(stream: object) -> str:
    return str(getattr(stream, "encoding", None) or "not known")


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _required() -> Iterator[str]:
    for name in REQUIRED:
        yield f"  {name} {_version(name) or 'MISSING: python -m pip install cstrack'}"


def _extras() -> Iterator[str]:
    for name, extra, use in EXTRAS:
        found = _version(name)
        told = found or f'not installed: python -m pip install "cstrack[{extra}]"'
        yield f"  {name}, for {use}: {told}"
