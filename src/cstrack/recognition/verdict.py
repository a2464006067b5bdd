"""What a clause tells of work, and what all verdicts ask of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.lexicon import word_set

if TYPE_CHECKING:
    from cstrack.recognition.clauses import Clause


@final
@frozen(kw_only=True)
class Verdict:
    """What a clause tells of work.

    Attributes:
        status: planned, in_progress, completed or unknown.
        firmness: committed, aimed, expected or reported.
        rule: name of the rule.
        dated: it counts only when a date stands beside it.
    """

    status: str
    firmness: str
    rule: str
    dated: bool = False


#: Work that somebody does or that happens.
WORK = frozenset({"deed", "event"})
#: What may be provided or made and is no work: "will provide some challenges".
_YIELD = word_set(
    """challenge challenges impact difficulty difficulties pressure pressures risk risks opportunity opportunities benefit benefits
    difference progress sense concern concerns question questions query queries savings efficiencies clarity confidence problem problems issue issues"""
)
_YIELDING = word_set("provide make present create bring put raise pose")


def undergoes(clause: Clause) -> bool:
    """Whether a plan, case or budget has work done to it: "the business case is being prepared"."""
    group = clause.group
    return (
        group.passive and group.act == "deed" and group.lemma not in ("make", "identify", "give", "raise", "highlight")
    )


def yields(clause: Clause) -> bool:
    """Whether what is provided or made is no work: "will provide some challenges"."""
    if clause.group.passive or clause.group.lemma not in _YIELDING:
        return False
    return any(word.strip(".,;") in _YIELD for word in clause.after.casefold().split()[:5])
