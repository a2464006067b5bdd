"""A paper's title and the body it was written for, from the lines of its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.recognition.head_stamps import around_stamp
from cstrack.values.expressions import read_periods
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.document.document import Document
    from cstrack.facts.profile import PaperProfile
    from cstrack.recognition.head_lines import HeadLine
    from cstrack.sources.span import Span

_FILE = pattern("recognition.head_titles.file", r"[ ](?:pdf[ ]icon[ ])?pdf[ ][0-9.]{1,8}[ ][km]b\Z", re.IGNORECASE)
_NUMBER = pattern(
    "recognition.head_titles.number",
    r"(?:(?:agenda[ ])?item(?:[ ]no\.?)?[ ]?:?[ ]?[0-9]{1,3}[a-z]?|agenda[ ]item(?=[ ]-)|[0-9]{1,3}(?:/[0-9]{2})?\.?)[ :.-]{1,3}",
    re.IGNORECASE,
)
_GENERIC = pattern(
    "recognition.head_titles.generic",
    r"""(?:agendas?(?:,?[ ]meetings?)?(?:[ ]and[ ]minutes)?|agenda[ ]items?(?:[ ][0-9]{1,3})?|decisions?(?:[ ]details)?|issues?(?:[ ]details|[ ]history)?
        |meetings?(?:[ ]details)?|local[ ]democracy|minutes|reports?|presentation|public[ ]document[ ]pack|democratic[ ]services|home|council[ ]meetings
        |committees?|your[ ]council|item|details|part[ ][1iab]|open|public|council[ ]and[ ]democracy|executive[ ]summary|draft)[ ]?:?""",
    re.IGNORECASE,
)
_OFFICE = pattern(
    "recognition.head_titles.office",
    r"""(?:report[ ](?:of|by|from|to)|cabinet[ ](?:portfolio[ ](?!summary)|member|lead)|portfolio(?:[ ]holder|:)|co-?ordinating|wards?[ ]affected|ward\b|contact
        |author|lead[ ](?:officer|member)|director[ ]of|corporate[ ]director|strategic[ ]director|chief[ ]officer|councillor|cllr|e\.?-?mail|tel(?:ephone)?\b
        |key[ ]decision|is[ ](?:this|subject|key)|decision[ ](?:status|number|type)|classification|for[ ](?:publication|decision|information)|present\b|apologies
        |officer|responsible|council[ ]chamber|committee[ ]members|members[ ]present|in[ ]attendance|attendees|town[ ]hall|county[ ]hall|committee[ ]room|civic[ ]centre|minutes[ ]of[ ](?:the|a)[ ]meeting|venue\b|location\b|time\b|forward[ ]plan|status|effective|reference|ref\b|\(|[a-z.]{1,40}@)""",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(
    [
        "cabinet",
        "council",
        "committee",
        "panel",
        "board",
        "commission",
        "forum",
        "executive",
        "sub-committee",
        "subcommittee",
        "assembly",
        "partnership",
        "group",
    ]
)
_OF_A_MEETING = pattern(
    "recognition.head_titles.of_a_meeting",
    r"""\b(?i:minutes|meeting|agenda|report)[ ](?i:of|for|to)[ ](?i:(?:a|the)[ ]meeting[ ]of[ ])?(?i:the[ ])?
        (?P<body>(?:[A-Z][^.,:;()]{0,90}?\b)?(?i:committee|cabinet|council|panel|board|commission|forum|executive))(?![a-z-])""",
)
_ITEM_NUMBER = pattern("recognition.head_titles.item", r"[ ]?\((?:agenda[ ])?item[ ][^)]{1,12}\)\Z", re.IGNORECASE)
_SMALL = frozenset(["and", "of", "the", "for", "to", "in", "on", "with", "a", "an"])
_MOST_WORDS = 14


def find_title(document: Document, lines: Iterable[HeadLine], profile: PaperProfile) -> HeadLine | None:
    """The line that prints the title: a labelled one, else the first of the head that is no other kind of line."""
    told = [line for line in lines if line.what == "title"]
    candidates = [line for line in lines if line.what is None and line.head and _is_title(line, profile)]
    chosen = next(iter((*told, *candidates)), None)
    if chosen is None:
        return None
    plain = document.plain(document.blocks[chosen.block])
    bare = _FILE.sub("", chosen.text).strip()
    number = _NUMBER.match(bare)
    bare = bare[number.end() :] if number and chosen.what is None else bare
    at = plain.text.find(bare)
    return evolve(chosen, text=bare, span=plain.span(at, at + len(bare)))


def _is_title(line: HeadLine, profile: PaperProfile) -> bool:
    text = _FILE.sub("", line.text)
    if not any(letter.isalpha() for letter in text) or _OFFICE.match(text) or text.endswith((".", ";", ",")):
        return False
    if text.endswith(":") or all(_GENERIC.fullmatch(part) for part in text.split(" - ")) or _body_of(text, profile):
        return False
    if around_stamp(text) == ("", ""):
        return False
    dates = read_periods(text)
    return not (len(dates) == 1 and dates[0].end - dates[0].start >= len(text) - 4)


def find_body(lines: Iterable[HeadLine], profile: PaperProfile) -> tuple[str, Span] | None:
    """The body a paper was written for or met as, and where it is named."""
    every = tuple(lines)
    for line in every:
        if line.what == "body" and _letters(line.text) and not line.text[:1].isdigit():
            return _in_full(_ITEM_NUMBER.sub("", line.text), profile), line.span
        if line.what == "meeting" and (named := _after_date(line.text)):
            return _in_full(named, profile), line.span
    bodies = [
        (named, line.span)
        for line in every
        if line.what is None and line.head and (named := _body_of(line.text, profile))
    ]
    met = [found for found in bodies if not _is_authority(found[0])]
    return next(iter((*met, *bodies)), None)


def _is_authority(named: str) -> bool:
    """Whether a name is the council's own, as a page's first line prints it: "Kent County Council"; the Council itself may meet too."""
    words = named.split()
    return len(words) > 1 and words[-1] == "Council"


def _after_date(text: str) -> str | None:
    bare = _ITEM_NUMBER.sub("", text)
    dates = read_periods(bare)
    rest = bare[dates[0].end :] if dates else bare
    named = rest.strip(" -,:")
    return named if _letters(named) else None


def _body_of(text: str, profile: PaperProfile) -> str | None:
    """The full name of the body that a line is, or names as having met; None where it is something else."""
    if text.casefold() in {printed.casefold() for printed in profile.bodies}:
        return _in_full(text, profile)
    if parts := around_stamp(text):
        return next((named for part in parts if (named := _body_of(part, profile))), None)
    found = _OF_A_MEETING.search(text)
    words = (found["body"] if found else text).strip(" .").split()
    words = words[1:] if words[:1] == ["Meeting"] and len(words) > 1 and words[1][0].isupper() else words
    if not words or len(words) > _MOST_WORDS or words[-1].casefold() not in _LAST_WORDS or not words[0][0].isupper():
        return None
    capitals = sum(word[0].isupper() or word.casefold() in _SMALL or not word[0].isalpha() for word in words)
    return _in_full(" ".join(words), profile) if capitals == len(words) else None


def _in_full(named: str, profile: PaperProfile) -> str:
    full = {printed.casefold(): name for printed, name in profile.bodies.items()}.get(named.casefold())
    if full:
        return full
    if not named.isupper():
        return named
    words = named.title().replace("'S", "'s").split()
    return " ".join(word.casefold() if at and word.casefold() in _SMALL else word for at, word in enumerate(words))


def _letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
