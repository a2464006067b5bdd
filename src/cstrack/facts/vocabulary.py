"""The words of the field, as data that a plugin can add to."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


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
