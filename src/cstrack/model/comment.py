"""What somebody said of a change or a point to check, kept beside it in every later report."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from datetime import date


class CommentKind(StrEnum):
    """Kinds of comment."""

    ACCEPTED = "accepted"
    AGREED = "agreed"
    ERROR = "data error"
    REPLY = "reply"
    NOTE = "note"


@final
@frozen(kw_only=True)
class Comment:
    """A comment.

    Attributes:
        about: the wording of the promise, measure or service that it is about.
        kind: accepted; agreed (a new date that a meeting agreed); a data error; the service's reply; a note.
        text: what was said.
        by: the role of who said it.
        on: when it was said, or agreed.
    """

    about: str
    kind: CommentKind
    text: str
    by: str = ""
    on: date | None = None

    def is_about(self, subject: str) -> bool:
        """Whether it is about a promise of this wording; capitals, dashes and points do not matter."""
        return _bare(self.about) == _bare(subject)


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
