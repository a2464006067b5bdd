"""The records that are known, to be found again by the words that they use."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import define, field

from cstrack.comparison.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.model.record import Record

#: What is compared: a kind of record, and the words of its wording.
Wording: TypeAlias = "tuple[type[Record], frozenset[str]]"


@final
@define
class Known:
    """Records by place; a later one may take the place of an earlier.

    Attributes:
        records: record by place.
        words: its words by place.
        counts: how many records use each word.
        places: places by wording.
        users: wordings by kind and word, in the order in which they came.
    """

    records: dict[int, Record] = field(factory=dict)
    words: dict[int, frozenset[str]] = field(factory=dict)
    counts: Counter[str] = field(factory=Counter)
    places: dict[Wording, set[int]] = field(factory=lambda: defaultdict(set))
    users: dict[tuple[type[Record], str], dict[Wording, None]] = field(factory=lambda: defaultdict(dict))

    def __len__(self) -> int:
        return len(self.records)

    def put(self, place: int, record: Record) -> None:
        """Know a record, in place of what stood there."""
        self._forget(place)
        words = words_of(record)
        self.records[place], self.words[place] = record, words
        self.counts.update(words)
        wording = type(record), words
        self.places[wording].add(place)
        for word in words:
            self.users[wording[0], word][wording] = None

    def _forget(self, place: int) -> None:
        before = self.records.pop(place, None)
        if before is None:
            return
        wording = type(before), self.words.pop(place)
        self.counts.subtract(wording[1])
        self.places[wording].discard(place)
        if not self.places[wording]:
            del self.places[wording]
            for word in wording[1]:
                del self.users[wording[0], word][wording]

    def sharing(self, kind: type[Record], words: Iterable[str]) -> tuple[Wording, ...]:
        """The wordings of records of a kind that use one of these words."""
        return tuple({wording: None for word in words for wording in self.users.get((kind, word), ())})
