"""Who leads an action: the names and roles of one cell, each as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURE = pattern("recognition.tables_owners.sure", r"[\r\n;|]|<br[ ]?/?>|[ ]/[ ]|/(?![a-z])|[ ]\+[ ]|,(?=[ ])")
_PERHAPS = pattern("recognition.tables_owners.perhaps", r"[ ](?:&|and)[ ](?!the[ ])")
_ROLE = pattern(
    "recognition.tables_owners.role",
    r"\b(?:managers?|heads?|directors?|leads?|leaders?|officers?|members?|nurse|doctor|workers?|partners?|commissioners?|executive|chair|coordinator|co-ordinator|consultant|"
    r"inspector|superintendent|team|psychologist|principal|headteachers?|advis[eo]rs?|practitioners?|board|accountant|governance)\b|\A(?-i:[A-Z]{2,6})\b",
    2,
)


def owners_in(text: str) -> tuple[str, ...]:
    """The owners that a cell names, each once.

    Commas, semicolons, slashes and line ends part them; "and" and "&" only where a role stands on both sides, since services are called
    "MASH & Assessment" too.

    >>> owners_in("DCS & HR Business Partner")
    ('DCS', 'HR Business Partner')
    >>> owners_in("Head of MASH & Assessment")
    ('Head of MASH & Assessment',)
    """
    parts = (one for part in _SURE.split(text) for one in _apart(part.strip(" .,:")))
    return tuple(dict.fromkeys(one for one in parts if one and any(map(str.isalpha, one))))


def says_a_role(text: str) -> bool:
    """Whether a cell names an office or a team: "Head of Service", "QA Manager"."""
    return _ROLE.search(text) is not None


def _apart(part: str) -> Iterator[str]:
    joint = _PERHAPS.search(part)
    if joint is None:
        yield " ".join(part.split())
        return
    left, right = part[: joint.start()], part[joint.end() :]
    if _ROLE.search(left) and _ROLE.search(right):
        yield " ".join(left.split())
        yield from _apart(right)
    else:
        yield " ".join(part.split())
