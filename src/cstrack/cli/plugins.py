"""``cstrack plugins`` and ``cstrack plugin new``: what is installed and how it fares; a plugin begun."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cstrack.cli.console import give, say, tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.hooks.failure import Failure
    from cstrack.hooks.plugins import PluginRow


@click.command()
@click.option("--check", is_flag=True, help="Import every plugin and say what it offers, or why it fails.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("-v", "--verbose", is_flag=True, help="With the traceback of plugins that fail; checks them too.")
def plugins(*, check: bool, as_json: bool, verbose: bool) -> int:
    """List the plugins that are installed; without --check nothing of them is imported."""
    from cstrack.hooks.registry import list_plugins, load_plugins

    loaded = load_plugins() if check or verbose else None
    rows = loaded.rows if loaded is not None else list_plugins()
    failures = loaded.failures if loaded is not None else ()
    if as_json:
        give(_json(rows))
    else:
        say(_table(rows))
    for failure in failures:
        tell(f"error: {failure.problem.message} [{failure.code}]")
        if verbose and failure.traceback:
            _trace(failure)
    return 1 if any(row.state.value == "FAILED" for row in rows) else 0


def _table(rows: Iterable[PluginRow]) -> str:
    from cstrack.export.text import grid
    from cstrack.export.words import authority_name

    told = [
        [
            row.name,
            f"{row.distribution} {row.version}".strip(),
            row.state.value,
            ", ".join(f"{authority_name(code)} ({code})" for code in row.authorities) or "any",
            row.detail,
        ]
        for row in rows
    ]
    return grid(("Plugin", "Brought by", "State", "Serves", "Detail"), told, shares=(2, 2, 1, 3, 5))


def _json(rows: Iterable[PluginRow]) -> str:
    import json

    told = [
        {
            "name": row.name,
            "distribution": row.distribution,
            "version": row.version,
            "state": row.state.value,
            "authorities": list(row.authorities),
            "detail": row.detail,
        }
        for row in rows
    ]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _trace(failure: Failure) -> None:
    for line in failure.traceback.splitlines():
        tell(f"    {line}")


@click.group()
def plugin() -> None:
    """Begin a plugin for an authority."""


@plugin.command()
@click.argument("slug")
@click.option(
    "--authority", required=True, metavar="GSS", help="The authority it serves: a GSS code, a DfE code or a name."
)
@click.option(
    "--into", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="The folder to make it in."
)
def new(slug: str, *, authority: str, into: Path) -> int:
    """Make the folder cstrack-SLUG: a profile, a test that runs, and the files of a distribution."""
    from cstrack.scaffold.new import new_plugin
    from cstrack.values.authority import authority as authority_of

    made = new_plugin(slug, authority_of(authority).code, into)
    say(f"made: {made}")
    return 0
