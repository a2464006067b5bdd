"""What somebody decided of doubtful pairs, and said of changes, kept in a small TOML file.

[[same]]
before = "We will start life story work before the second review"
after = "We will begin life-story work for every child"

[[different]]
before = "Recruit team managers"
after = "Recruit foster carers"
"""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any, final

from attrs import frozen

from cstrack.comparison.words import same_wording
from cstrack.errors import InvalidProfile
from cstrack.model.comment import Comment, CommentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.comparison.rows import Row

_KINDS = ("same", "different", "comment")
_SIDES = {"before", "after"}
_COMMENT = {"about": str, "kind": str, "text": str, "by": str, "on": date}
_NEEDED = {"about", "kind", "text"}


@final
@frozen(kw_only=True)
class Settled:
    """Decisions on pairs, by their wordings.

    Attributes:
        same: wordings before and after that are one promise.
        different: wordings before and after that are two.
        comments: what was said of changes and points to check.
    """

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    comments: tuple[Comment, ...] = ()

    def pairs(self, old: Sequence[Row], new: Sequence[Row]) -> frozenset[tuple[int, int]]:
        """Positions of the pairs that are one promise."""
        return _positions(self.same, old, new)

    def refused(self, old: Sequence[Row], new: Sequence[Row]) -> frozenset[tuple[int, int]]:
        """Positions of the pairs that are two."""
        return _positions(self.different, old, new)


#: Nobody has decided anything.
NOTHING_SETTLED = Settled()


def read_settled(text: str, path: str) -> Settled:
    """The decisions in a TOML text.

    Args:
        text: the text.
        path: its file, for messages.

    Raises:
        InvalidProfile: it is no TOML, or says something else than pairs of wordings.
    """
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidProfile(path, None, f"this is no TOML ({error})") from error
    strange = sorted(set(plain) - set(_KINDS))
    if strange:
        raise InvalidProfile(
            path, None, f"{strange[0]!r} is not known here: write [[same]], [[different]] or [[comment]]"
        )
    return Settled(
        same=_read(plain, "same", path),
        different=_read(plain, "different", path),
        comments=tuple(_comment(row, path) for row in _rows(plain, "comment")),
    )


def _rows(plain: dict[str, Any], kind: str) -> list[Any]:
    found = plain.get(kind, [])
    return found if isinstance(found, list) else [found]


def _comment(row: Any, path: str) -> Comment:
    kinds = ", ".join(f'"{kind}"' for kind in CommentKind)
    if not isinstance(row, dict) or not _NEEDED <= set(row) <= set(_COMMENT):
        raise InvalidProfile(
            path, None, "[[comment]] has the lines about, kind and text, may have by and on, and no other"
        )
    wrong = [key for key, value in row.items() if not isinstance(value, _COMMENT[key])]
    if wrong:
        expected = "a date such as 2023-10-19" if wrong[0] == "on" else "text in quotation marks"
        raise InvalidProfile(path, None, f"{wrong[0]} of a [[comment]] is {expected}")
    try:
        kind = CommentKind(row["kind"])
    except ValueError as error:
        raise InvalidProfile(
            path, None, f"the kind {row['kind']!r} of a [[comment]] is not known: write {kinds}"
        ) from error
    return Comment(about=row["about"], kind=kind, text=row["text"], by=row.get("by", ""), on=row.get("on"))


def _read(plain: dict[str, Any], kind: str, path: str) -> tuple[tuple[str, str], ...]:
    rows = _rows(plain, kind)
    for row in rows:
        if not isinstance(row, dict) or set(row) != _SIDES or not all(isinstance(text, str) for text in row.values()):
            raise InvalidProfile(
                path, None, f'[[{kind}]] has the two lines before = "..." and after = "..." and no other'
            )
    return tuple((row["before"], row["after"]) for row in rows)


def _positions(said: Sequence[tuple[str, str]], old: Sequence[Row], new: Sequence[Row]) -> frozenset[tuple[int, int]]:
    return frozenset(
        (one, two)
        for before, after in said
        for one, row in enumerate(old)
        if same_wording(row.title, before)
        for two, other in enumerate(new)
        if same_wording(other.title, after)
    )
