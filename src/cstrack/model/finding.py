"""One point to check, with the words of both sides."""

from __future__ import annotations

from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.facts.persons import masked

if TYPE_CHECKING:
    from cstrack.sources.citation import Citation


class Priority(StrEnum):
    """How soon a person should look; never a judgement of a council or of a person."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOTE = "note"


@final
@frozen(kw_only=True)
class Finding:
    """What the record shows about the authority: due, variance, arithmetic, statements in tension.

    Attributes:
        code: stable code: ``action.due``, ``arithmetic.not_itemised``.
        priority: how soon a person should look.
        authority: GSS code; None where not known.
        message: one line in the words of docs/explanation/fair-reading.md.
        rule: the rule that fired, and its source where it is not ours.
        citations: the words of all sides.
        records: ids of the records concerned.
        subject: label of what it is about.
        document: name of the paper whose page it belongs to.
        expected: what the numbers say, where something was computed.
        state: a short word for tables: due, due soon, met, behind, not computable ...
    """

    code: str
    priority: Priority
    authority: str | None
    message: str
    rule: str
    citations: tuple[Citation, ...]
    records: tuple[str, ...] = ()
    subject: str = ""
    document: str = ""
    expected: str | None = None
    state: str | None = None

    def _repr_html_(self) -> str:
        """Priority, message and the words, for a notebook; names of persons masked, everything from a paper escaped."""
        quoted = "".join(
            f"<li><q>{escape(masked(one.quote))}</q> {escape(one.source.name)}</li>" for one in self.citations
        )
        return f"<p><b>{self.priority}</b>: {escape(masked(self.message))}</p><ul>{quoted}</ul>"
