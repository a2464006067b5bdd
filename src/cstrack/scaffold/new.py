"""A new plugin: the files of a distribution, whose tests pass before its author has changed a word."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from cstrack.errors import NotWritten
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.hooks.builtin_readers import TextReader
from cstrack.hooks.contracts import Limits, LoadContext
from cstrack.hooks.discovery import CORE
from cstrack.hooks.paper_loader import paper_loaders
from cstrack.hooks.profile_toml import read_profiles
from cstrack.hooks.telling import canonical, told
from cstrack.sources.source import Source
from cstrack.values.authority import authority as authority_of
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from pathlib import Path

_SLUG = pattern("scaffold.new.slug", r"[a-z][a-z0-9]{0,39}(?:-[a-z0-9]{1,40}){0,3}")

#: Template -> where it goes; names are filled in too.
TEMPLATES = {
    "pyproject.toml.tmpl": "pyproject.toml",
    "README.md.tmpl": "README.md",
    "init.py.tmpl": "src/$module/__init__.py",
    "profile.toml.tmpl": "src/$module/$slug.toml",
    "test_plugin.py.tmpl": "tests/test_$module.py",
    "paper.txt.tmpl": "tests/examples/$slug-2015-01-20.txt",
}


def new_plugin(slug: str, authority: str, folder: Path) -> Path:
    """Write the beginning of a plugin.

    Args:
        slug: the plugin's name: small letters, digits and dashes.
        authority: GSS code, DfE code or name of the authority it serves.
        folder: where its folder, ``cstrack-<slug>``, is made.

    Returns:
        The folder that was made.

    Raises:
        UnknownAuthority: no authority has this code or name.
        NotWritten: the name cannot be a plugin's, or the folder is there already or cannot be made.
    """
    served = authority_of(authority)
    made = folder / f"cstrack-{slug}"
    if not _SLUG.fullmatch(slug) or slug == CORE:
        raise NotWritten(
            str(made), f"{slug!r} cannot be a plugin's name: use small letters, digits and dashes, such as 'devon'"
        )
    if made.exists():
        raise NotWritten(str(made), "it is there already: choose another name, or another folder with --into")
    words = {
        "slug": slug,
        "module": f"cstrack_{slug.replace('-', '_')}",
        "code": served.code,
        "council": served.official,
    }
    texts = {_filled(place, words): _filled(_template(name), words) for name, place in TEMPLATES.items()}
    paper = _filled("tests/examples/$slug-2015-01-20.txt", words)
    texts[f"{paper}.golden.json"] = _golden(
        paper.rpartition("/")[2], texts[paper], texts[_filled("src/$module/$slug.toml", words)]
    )
    texts[_filled("src/$module/py.typed", words)] = ""
    try:
        for place, text in texts.items():
            target = made / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise NotWritten(str(made), error.strerror or str(error)) from error
    return made


def _template(name: str) -> str:
    return (files("cstrack.scaffold") / "templates" / name).read_text(encoding="utf-8")


def _filled(text: str, words: dict[str, str]) -> str:
    return Template(text).substitute(words)


def _golden(name: str, paper: str, profile: str) -> str:
    """What the new plugin reads from its example: the golden file that its author will write anew."""
    content = paper.encode("utf-8")
    source = Source(name=name, sha256=f"sha256:{sha256(content).hexdigest()}")
    document = TextReader().read(source, content, Limits()).value
    assert document is not None, "the template of the example is no text"
    (loader,) = paper_loaders(read_profiles(profile.encode("utf-8"), "profile.toml"))
    return canonical(told(loader.load(document, LoadContext(vocabulary=default_vocabulary()))))
