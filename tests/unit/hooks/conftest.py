"""Real distributions, installed into a folder of their own on the path: metadata as an installer writes it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

GROUP = "cstrack.v1"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of packages, first on the path; what was imported from it is forgotten afterwards."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    before = set(sys.modules)
    yield folder
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", None) or "").startswith(str(folder)):
            del sys.modules[name]


@pytest.fixture
def install(site: Path) -> Callable[..., None]:
    """Install a distribution of one module."""

    def install(
        name: str,
        source: str = "",
        *,
        version: str = "1.0",
        plugins: Mapping[str, str] | None = None,
        authorities: tuple[str, ...] = (),
        group: str = GROUP,
        module: str | None = None,
    ) -> None:
        module = module or name.replace("-", "_")
        (site / f"{module}.py").write_text(source, encoding="utf-8")
        metadata = site / f"{name.replace('-', '_')}-{version}.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8"
        )
        plugins = plugins or {name.removeprefix("cstrack-"): f"{module}:plugin"}
        lines = [f"[{group}]", *(f"{key} = {value}" for key, value in plugins.items())]
        if authorities:
            lines += [f"[{group}.authorities]", *(f"{code} = {next(iter(plugins.values()))}" for code in authorities)]
        (metadata / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    return install


#: A plugin that works: one loader of everything, one exporter.
GOOD = """
from attrs import frozen
from cstrack.plugin import hookimpl, Match, Strength

@frozen(kw_only=True)
class Everything:
    id: str
    title: str = "everything"
    authorities: frozenset = frozenset()
    refines: object = None
    def recognise(self, document):
        return Match(strength=Strength.LAYOUT, evidence=("it is there",))
    def load(self, document, context):
        raise ValueError("nothing to load")

class Good:
    @hookimpl
    def cstrack_loaders(self):
        return [Everything(id="{name}.everything", authorities=frozenset({codes}))]
    {more}

plugin = Good()
"""


@pytest.fixture
def good() -> Callable[..., str]:
    """The source of a plugin that works, under a name and for some authorities."""

    def good(name: str, codes: tuple[str, ...] = (), more: str = "") -> str:
        return GOOD.format(name=name, codes=set(codes) or "()", more=more)

    return good
