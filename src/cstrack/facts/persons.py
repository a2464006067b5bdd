"""Names of persons in what a paper prints: outputs show roles, so a name that its title, role or first name shows is masked.

Only what stands in the place of a name is masked: titles and roles stay, as do places, schools, bodies and references. A surname alone
is no sign; "Casey's report" stays as printed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cstrack.facts.vocabulary import default_vocabulary
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from re import Match

#: What stands for a name.
MASK = "[name]"

#: What stands for a person's e-mail address.
MASKED_ADDRESS = "[e-mail address]"

_NAME = r"(?:(?:Mc|Mac|O['’]|De|de|van|von|al-)[ ]?)?[A-Z](?:[a-z'’]{1,20}+(?:-[A-Z][a-z]{1,20}+)?|\.(?=[ ]?[A-Z])|(?=[ ](?:[A-Z][a-z]|de[ ]|van[ ]|von[ ])))"
_CAPITALS = r"[A-Z]{2,20}(?![A-Za-z])"
_TITLE = r"(?:Councillors?|COUNCILLORS?|Cllrs?|CLLRS?|Alderm[ae]n|Mrs?|MRS?|Ms|Miss|Mx|Messrs|Dr|Professor|Prof|Sir|Dame|Lord|Lady|Baroness|Reverend|Revd?|Canon)"
_TITLED = pattern(
    "facts.persons.titled",
    rf"(?<![A-Za-z])(?P<title>{_TITLE}\.?)[ ](?:{_TITLE}\.?[ ])?(?P<names>(?:{_CAPITALS}(?:[ ]{_CAPITALS})?|{_NAME}(?:[ ]{_NAME}){{0,3}}+))",
)
#: Behind a title in the plural: further names of the list.
_LISTED = pattern(
    "facts.persons.listed", rf"(?P<joint>[ ]?,[ ](?:and[ ])?|[ ](?:and|&)[ ])(?P<names>{_NAME}(?:[ ]{_NAME}){{0,2}}+)"
)
_PAIR = pattern(
    "facts.persons.pair",
    rf"(?<![A-Za-z'’.-])(?<!St[ ])(?P<given>[A-Z][a-z]{{1,14}})[ ](?P<rest>(?:[A-Z]\.?[ ])?{_NAME})(?![A-Za-z])",
)
_PROPOSED = pattern(
    "facts.persons.proposed",
    rf"(?<![A-Za-z])(?P<by>(?:[Mm]oved|[Pp]roposed|[Ss]econded|[Nn]ominated|MOVED|PROPOSED|SECONDED)[ ](?:by|BY)[ ])(?P<names>{_NAME}(?:[ ]{_NAME}){{0,2}}+)",
)
_BEFORE_ROLE = pattern(
    "facts.persons.before_role",
    rf"(?<![A-Za-z'’.-])(?P<names>{_NAME}[ ]{_NAME})(?P<role>[ ]?[,(][ ]?(?:the[ ])?(?:(?:Interim|Acting|Deputy|Assistant|Corporate|Strategic|Executive|Lead|Service|Senior|Principal)[ ]){{0,3}}(?:Director|Head|Chief|Chair|Leader|Manager|Officer|Cabinet|Member)(?![a-z]))",
)
_BEHIND_ROLE = pattern(
    "facts.persons.behind_role",
    rf"(?P<role>(?<![A-Za-z])(?:Director|Head|Officer|Manager|Chair|Chairman|Leader|Member|Lead|Author|Contact)(?:[ ](?:of|for)[ ][A-Z][A-Za-z'’&, -]{{2,60}})?:[ ])(?P<names>{_NAME}[ ]{_NAME})(?![A-Za-z])",
)
_ADDRESS = pattern(
    "facts.persons.address",
    r"(?<![A-Za-z0-9._%+-])[A-Za-z][A-Za-z0-9_%+-]{0,30}\.[A-Za-z][A-Za-z0-9._%+-]{0,40}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){1,5}",
)

#: Behind a name, or its last word: it names a place, a building or a body.
_PLACES = frozenset(
    (
        *("School", "Schools", "Academy", "College", "University", "Street", "Road", "Lane", "Avenue", "Close", "Drive", "Way", "Square"),
        *("House", "Hall", "Court", "Centre", "Ward", "Park", "Gardens", "Trust", "Foundation", "Primary", "Infant", "Infants", "Junior"),
        *("Nursery", "Hospital", "Hub", "Library", "Church", "Building", "Suite", "Room", "Farm", "Bay", "Hill", "Wood", "Green", "Associates"),
        *("Ltd", "Limited", "Partners", "Institute", "Fund", "Award", "Awards", "Prize", "Ward's"),
    )
)  # fmt: skip
_BEHIND = pattern("facts.persons.behind", r"(?:['’]s)?(?:[ ][A-Z][a-z]{1,20}){1,3}+")

#: What is no name behind the title of a councillor.
_OF_COUNCILLORS = frozenset(
    (
        *("Call", "Development", "Training", "Conduct", "Allowances", "Champion", "Champions", "Group", "Code", "Questions", "Working"),
        *("Services", "Service", "Surgery", "Surgeries", "Member", "Members", "Chair", "Chairman", "Leader", "Lead", "Portfolio"),
        *("Cabinet", "Committee", "Panel", "Board", "Executive", "Briefing", "Briefings", "Visits", "Support", "Enquiries"),
    )
)  # fmt: skip
#: What is no name before a role, behind one, or behind "moved by".
_NO_NAMES = _OF_COUNCILLORS | frozenset(
    (
        *("Council", "Director", "Head", "Officer", "Officers", "Manager", "Mayor", "Deputy", "Chief", "Assistant", "Interim", "Acting"),
        *("Children", "Children's", "Families", "Family", "Adult", "Adults", "Social", "Care", "Health", "Education", "Learning", "Skills"),
        *("Early", "Help", "Housing", "Public", "Corporate", "Strategic", "Senior", "Principal", "Finance", "Overview", "Scrutiny"),
        *("Performance", "Governance", "Legal", "Democratic", "Resources", "People", "Safeguarding", "Improvement", "Department"),
        *("The", "That", "This", "In", "On", "At", "Of", "For", "And", "With", "By", "From", "To", "Labour", "Conservative"),
        *("Conservatives", "Liberal", "Independent", "Opposition", "County", "City", "Borough", "District", "Government", "Secretary"),
        *("State", "Minister", "Ofsted", "Commissioner", "Commissioners", "Group's", "Inclusion", "Commissioning", "Partnership"),
    )
)  # fmt: skip


def masked(text: str) -> str:
    """A text in which names of persons are masked.

    Args:
        text: words of a paper.

    Returns:
        The text with :data:`MASK` for names behind titles ("Councillor ...", "Mrs ..."), behind "moved by", "proposed by" and "seconded
        by", beside a role, or that begin with a given name common in England, and :data:`MASKED_ADDRESS` for addresses of persons.

    >>> masked("Moved by Councillor Ann Other, seconded by Cllr Price, for Jack Hunt School in St Mark Street.")
    'Moved by Councillor [name], seconded by Cllr [name], for Jack Hunt School in St Mark Street.'
    """
    return _masked(text) if any(letter.isupper() for letter in text) or "@" in text else text


@lru_cache(maxsize=8192)
def _masked(text: str) -> str:
    text = _ADDRESS.sub(MASKED_ADDRESS, text)
    text = _without_titled(text)
    text = _PROPOSED.sub(_unless_no_name, text)
    text = _BEHIND_ROLE.sub(_unless_no_name, text)
    text = _BEFORE_ROLE.sub(_unless_no_name, text)
    return _PAIR.sub(_if_given, text)


def _without_titled(text: str) -> str:
    """Names behind titles, and behind a title in the plural each name of its list."""
    told: list[str] = []
    at = 0
    for found in _TITLED.finditer(text):
        title = found["title"].casefold().rstrip(".")
        end = found.end("names")
        if found.start() < at or not _is_name(found["names"], _OF_COUNCILLORS):
            continue
        if title in _OF_PLACES_TOO and _is_place(text, found["names"], end):
            continue
        told += [text[at : found.start("names")], MASK, _owning(found["names"])]
        at = end
        while title in _PLURALS and (further := _LISTED.match(text, at)) and _is_name(further["names"], _NO_NAMES):
            told += [further["joint"], MASK, _owning(further["names"])]
            at = further.end()
    return "".join((*told, text[at:]))


#: Titles of several persons, and titles that streets, schools and bodies are called by too.
_PLURALS = frozenset(("councillors", "cllrs", "aldermen", "messrs"))
_OF_PLACES_TOO = frozenset(("sir", "dame", "lord", "lady", "baroness", "dr", "canon", "professor", "prof"))


def _unless_no_name(found: Match[str]) -> str:
    whole, names = found.group(), found["names"]
    if not _is_name(names, _NO_NAMES) or _is_place(found.string, names, found.end("names")):
        return whole
    at = found.start("names") - found.start()
    return f"{whole[:at]}{MASK}{_owning(names)}{whole[at + len(names) :]}"


def _if_given(found: Match[str]) -> str:
    known = found["given"].casefold() in default_vocabulary().words("given_name")
    if not known or not _is_name(found["rest"], _NO_NAMES) or _is_place(found.string, found["rest"], found.end()):
        return found.group()
    return f"{MASK}{_owning(found['rest'])}"


def _owning(names: str) -> str:
    """The end of a name that owns what follows it: "'s", or the apostrophe behind an s."""
    end = next((end for end in ("'s", "’s", "'", "’") if names.endswith(end)), "")
    return "'s" if end in {"'s", "'"} else "’s" if end else ""


def _is_name(names: str, no_names: frozenset[str]) -> bool:
    return not any(word in no_names or word.capitalize() in no_names for word in names.replace(".", "").split())


def _is_place(text: str, names: str, end: int) -> bool:
    """Whether a name is part of one that is no person's: its last word, or one of those right behind, is a place or a body."""
    behind = _BEHIND.match(text, end)
    words = (names.rsplit(maxsplit=1)[-1], *(behind.group().split() if behind else ()))
    return any(word in _PLACES for word in words)
