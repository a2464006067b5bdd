"""The example papers of a plugin, read and loaded as a run does it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from cstrack.hooks.calls import choose_reader, load_with, read_with
from cstrack.hooks.contracts import Limits, LoadContext
from cstrack.hooks.resolver import choose_loader
from cstrack.model.register import Register
from cstrack.sources.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from cstrack.document.document import Document
    from cstrack.hooks.contracts import LoadResult
    from cstrack.hooks.plugins import Plugins

#: Files of an examples folder that are no papers.
OTHERS = (".json", ".toml", ".py", ".html", ".csv")


def papers(folder: Path) -> tuple[Path, ...]:
    """The papers of a folder, in order of name: every file that is no golden file, no setting and no README."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".golden." not in path.name)
    return tuple(sorted(path for path in found if path.suffix.lower() not in OTHERS and path.stem.lower() != "readme"))


def read_paper(path: Path, plugins: Plugins) -> Document:
    """The document of a file.

    Raises:
        AssertionError: no reader takes it, or none could read it.
    """
    content = path.read_bytes()
    reader = choose_reader(content[:4096], path.name, plugins)
    assert reader is not None, f"no reader recognises {path.name}"
    source = Source(name=path.name, sha256=f"sha256:{sha256(content).hexdigest()}", media_type=reader.media_types[0])
    outcome = read_with(reader, source, content, Limits())
    assert outcome.value is not None, f"{path.name}: {'; '.join(problem.message for problem in outcome.problems)}"
    return outcome.value


def load_paper(document: Document, plugins: Plugins, authority: str | None = None) -> LoadResult:
    """What the loader that is chosen for a document makes of it.

    Raises:
        AssertionError: no loader may read it, or the loader failed.
    """
    choice = choose_loader(document, plugins, authority=authority)
    assert choice.loader is not None, f"{document.source.name}: {'; '.join(one.message for one in choice.problems)}"
    context = LoadContext(
        authority=authority, authority_basis="argument" if authority else None, vocabulary=plugins.vocabulary
    )
    outcome = load_with(choice.loader, document, context)
    assert outcome.value is not None, "; ".join(problem.message for problem in outcome.problems)
    return outcome.value


def register_of(folder: Path, plugins: Plugins) -> Register:
    """All papers of a folder in one register."""
    results = [load_paper(read_paper(path, plugins), plugins) for path in papers(folder)]
    return Register(
        papers=tuple(result.paper for result in results),
        records=tuple(record for result in results for record in result.records),
        problems=tuple(problem for result in results for problem in result.problems),
    )
