"""An editable installation without pip: what a page's ``python -m pip install -e FOLDER`` leaves behind, in a folder of its own."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: Where the metadata of what a page installs is written.
SITE = ".site"


def install(project: Path, folder: Path) -> None:
    """Write the metadata of a distribution, and put its source on the path of the commands that follow.

    Args:
        project: holds the distribution's pyproject.toml and src.
        folder: the page's folder.
    """
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    metadata = folder / SITE / f"{told['name'].replace('-', '_')}-{told['version']}.dist-info"
    metadata.mkdir(parents=True)
    lines = [f"Metadata-Version: 2.1\nName: {told['name']}\nVersion: {told['version']}\n"]
    (metadata / "METADATA").write_text("".join(lines), encoding="utf-8")
    groups = (
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in entries.items())
        for group, entries in told["entry-points"].items()
    )
    (metadata / "entry_points.txt").write_text("\n".join(groups), encoding="utf-8")
    with (folder / SITE / "sources").open("a", encoding="utf-8") as sources:
        sources.write(f"{project / 'src'}\n")


def installed(folder: Path) -> list[str]:
    """What the path of a command begins with: the metadata and the sources of all that the page installed."""
    sources = folder / SITE / "sources"
    return [str(folder / SITE), *sources.read_text(encoding="utf-8").splitlines()] if sources.is_file() else []
