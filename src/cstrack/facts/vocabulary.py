"""The words of the field, as data that a plugin can add to."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@final
@frozen(kw_only=True)
class Vocabulary:
    """Words by field: for each, the printed word (folded to lower case) and the word of the model it stands for.

    Attributes:
        terms: field -> printed word -> canonical word. Fields: ``noun``, ``measure``, ``basis``, ``service``, ``indicator``,
            ``body``, ``framework``, ``grade``, ``status``, ``owner`` ...
    """

    terms: Mapping[str, Mapping[str, str]]

    def words(self, field: str) -> Mapping[str, str]:
        """The printed words of one field and what they stand for; empty where the field is not there."""
        return self.terms.get(field, {})

    def extended(self, field: str, terms: Mapping[str, str]) -> Vocabulary:
        """A vocabulary with further words of one field; a word that is there keeps its meaning."""
        merged = {**{word.casefold(): meaning for word, meaning in terms.items()}, **self.words(field)}
        return evolve(self, terms={**self.terms, field: merged})


@cache
def default_vocabulary() -> Vocabulary:
    """The core's own words, read once from the files that stand beside this module.

    Each table of a file is a field; a table called ``terms`` is the field that the file is named for, in the plural. A line of it
    is ``meaning = [printed words]`` or ``printed word = meaning``. The catalogue of
    indicators fills four fields: ``indicator`` (wording -> id) and ``indicator_name``, ``indicator_unit``, ``indicator_polarity``
    (id -> name, unit code, ``H``, ``L`` or ``N``).

    >>> default_vocabulary().words("noun")["families"]
    'family'
    """
    terms: dict[str, dict[str, str]] = {}
    folder = files("cstrack.facts") / "vocabularies"
    for file in sorted(folder.iterdir(), key=lambda found: found.name):
        if not file.name.endswith(".toml"):
            continue
        for title, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
            field = file.name.removesuffix(".toml").removesuffix("s") if title == "terms" else title
            pairs = _catalogued(table) if field == "indicators" else _listed(field, table)
            for name, printed, meaning in pairs:
                terms.setdefault(name, {}).setdefault(printed, meaning)
    return Vocabulary(terms=terms)


def _listed(field: str, table: Mapping[str, str | list[str]]) -> Iterator[tuple[str, str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield field, key.casefold(), value
        else:
            yield from ((field, word.casefold(), key) for word in value)


def _catalogued(table: Mapping[str, Mapping[str, str | list[str]]]) -> Iterator[tuple[str, str, str]]:
    for key, indicator in table.items():
        for part in ("name", "unit", "polarity"):
            yield f"indicator_{part}", key, str(indicator[part])
        yield "indicator", str(indicator["name"]).casefold(), key
        yield from (("indicator", word.casefold(), key) for word in indicator["aliases"])
