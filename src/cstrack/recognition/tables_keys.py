"""Keys: what an authority's letters, words and colours mean, wherever in a workbook it says so.

A key is three lines or more in which a letter, a word or a fill stands beside words that explain it; or a row of fills that hold the
explanation themselves.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cstrack.facts.key import Counted, KeyEntry, RatedAs
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.document.document import Document
    from cstrack.document.grid import Cell

#: Lines of the shortest key, words of the longest name of a line, and of the longest explanation.
_LINES, _NAME, _LONGEST = 3, 4, 400
#: Rows at the top of a sheet, and columns, in which a key is looked for.
_ROWS, _COLUMNS = 60, 16

_FLAGS = 2  # letters of either case
_MEASURE = pattern("recognition.tables_keys.measure", r"\b(?:target|measure|tolerance|threshold)s?\b", _FLAGS)
_DATED = pattern(
    "recognition.tables_keys.dated",
    r"\b(?:dates?|deadlines?|days?|weeks?|months?|timescales?|milestones?|actions?|steps?|work)\b|\bby[ ]the[ ]target\b",
    _FLAGS,
)
_WITHDRAWN = pattern(
    "recognition.tables_keys.withdrawn",
    r"\b(?:no[ ]longer|superseded|withdrawn|cancelled|not[ ]taken[ ]forward|abandoned|not[ ]proceeding|de-?scoped)\b",
    _FLAGS,
)
_NOT_STARTED = pattern(
    "recognition.tables_keys.not_started",
    r"\bnot[ ](?:yet[ ])?(?:begun|started|commenced|due)\b|\byet[ ]to[ ](?:start|begin|commence)\b|\bfuture[ ]start\b",
    _FLAGS,
)
_COMPLETE = pattern(
    "recognition.tables_keys.complete",
    r"(?<!not[ ])(?<!be[ ])\b(?:complete|done|finished|signed[ ]off|delivered|embedded|achieved|implemented)\b|\Acompleted\b|\bis[ ]completed\b|\bhas[ ]been[ ](?:completed|delivered)\b",
    _FLAGS,
)
_ON_TRACK = pattern(
    "recognition.tables_keys.on_track",
    r"\bon[ -](?:track|course|target|schedule|plan|time)\b|\bwill[ ]be[ ](?:delivered|completed|met|done)\b|\bprogressing[ ](?:well|as[ ]planned|to[ ]plan)\b|\bno[ ](?:issues|concerns|delay)\b",
    _FLAGS,
)
_STUCK = pattern(
    "recognition.tables_keys.stuck",
    r"\b(?:stuck|off[ -]track|overdue|stalled|serious|significant(?:ly)?|major|severe(?:ly)?|will[ ]not[ ]be|unlikely|no[ ](?:new|recovery)[ ](?:date|plan))\b",
    _FLAGS,
)
_LATE = pattern(
    "recognition.tables_keys.late",
    r"\b(?:late|behind|miss(?:ed|es)?|passed|slip(?:s|ped|ping|page)?|delay(?:ed|s)?|at[ ]risk|some[ ](?:concern|issue)s?|minor|slightly)\b",
    _FLAGS,
)
_BOUND = pattern(
    "recognition.tables_keys.bound",
    r"(?P<more>more[ ]than|over|exceed(?:s|ing)|longer[ ]than|beyond)?(?:no[ ]more[ ]than|up[ ]to|within|less[ ]than|under|not[ ]more[ ]than)?[ ]?(?P<number>[0-9]{1,3}|one|two|three|four|five|six|eight|ten|twelve|a)[ -](?:calendar[ ]|working[ ])?(?P<unit>day|week|month|quarter)s?\b",
    _FLAGS,
)
_NO_MORE = pattern("recognition.tables_keys.no_more", r"\b(?:no|not)[ ]\Z", _FLAGS)
_ORIGINAL = pattern(
    "recognition.tables_keys.original", r"\b(?:original|first|agreed[ ]at[ ]the[ ]start|baseline)\b", _FLAGS
)
_AHEAD = pattern("recognition.tables_keys.ahead", r"\b(?:will|expected|likely|forecast|may|risk|might)\b", _FLAGS)
_OTHERWISE = pattern("recognition.tables_keys.otherwise", r"\bor\b", _FLAGS)
_NOT_MET = pattern(
    "recognition.tables_keys.not_met",
    r"\bmore[ ]than\b|\bnot[ ]met\b|\bbelow[ ]tolerance\b|\boutside[ ]tolerance\b|\bsignificantly\b|\bwell[ ]below\b",
    _FLAGS,
)
_NEAR = pattern(
    "recognition.tables_keys.near",
    r"\b(?:up[ ]to|no[ ]more[ ]than|within|by[ ]less[ ]than|nearly|close[ ]to|just|slightly|tolerance)\b",
    _FLAGS,
)
_MET = pattern(
    "recognition.tables_keys.met",
    r"\b(?:at[ ](?:or[ ](?:above|better[ ]than)[ ])?(?:the[ ])?target|meets|met|achieved|on[ ]or[ ]above|on[ ]target|exceed(?:s|ed)|better[ ]than[ ]target)\b",
    _FLAGS,
)
_POINTS = pattern(
    "recognition.tables_keys.points",
    r"(?<![0-9.])(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)[ ]?(?:percentage[ ]points?|%[ ]?points?|pp\b|ppts?\b|points?\b)",
    _FLAGS,
)
_SHARE = pattern(
    "recognition.tables_keys.share",
    r"(?<![0-9.])(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)[ ]?%(?![ ]?points?)(?![ ]complete)",
    _FLAGS,
)

_APART = pattern("recognition.tables_keys.apart", r"[;|\n]")
#: Characters of a list of lines in one cell.
_LONGEST_LIST = 600
#: Months of a quarter.
_QUARTER = 3

_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}


def key_entries(document: Document) -> tuple[KeyEntry, ...]:
    """The lines of every key of a document, hidden sheets left out; each line once."""
    found: dict[tuple[str, str | None, RatedAs | None], KeyEntry] = {}
    for grid in document.grids:
        if grid.hidden:
            continue
        rows = [tuple(row[:_COLUMNS]) for row in grid.rows[:_ROWS]]
        for entry in (*_down(rows), *_across(rows), *_listed(rows)):
            found.setdefault((entry.printed.casefold(), entry.colour, entry.standing), entry)
    return tuple(found.values())


def _down(rows: list[tuple[Cell, ...]]) -> Iterator[KeyEntry]:
    """Lines one below the other: a name or a fill, and its explanation in the next cell."""
    for column in range(_COLUMNS - 1):
        run: list[KeyEntry] = []
        for row in [*rows, ()]:
            entry = _entry(row[column], row[column + 1]) if len(row) > column + 1 else None
            if entry is not None and not _filled(row[:column]) and not _filled(row[column + 2 :]):
                run.append(entry)
                continue
            yield from _whole(run)
            run = []


def _across(rows: list[tuple[Cell, ...]]) -> Iterator[KeyEntry]:
    """Lines side by side: fills that hold their explanation, or names and explanations in turn."""
    for row in rows:
        filled = [cell for cell in row if cell.text.strip()]
        own = [_named("", cell.fill, cell.text, cell.address) for cell in filled if cell.fill]
        if len(own) == len(filled) and len({cell.fill for cell in filled}) == len(filled):
            yield from _whole([entry for entry in own if entry.standing is not None])
            continue
        turns = [_entry(one, two) for one, two in zip(filled[::2], filled[1::2], strict=False)]
        if len(filled) >= 2 * _LINES and len(filled) % 2 == 0 and all(turns):
            yield from _whole([entry for entry in turns if entry is not None])


def _listed(rows: list[tuple[Cell, ...]]) -> Iterator[KeyEntry]:
    """Lines in one cell: "Complete = finished; Green = on track; Red = overdue"."""
    for row in rows:
        filled = [cell for cell in row if cell.text.strip()]
        if len(filled) != 1 or len(filled[0].text) > _LONGEST_LIST:
            continue
        cell = filled[0]
        told = [part.partition("=") for part in _APART.split(cell.text)]
        if all(name.strip() and words.strip() and len(name.split()) <= _NAME for name, _, words in told):
            yield from _whole([_named(name.strip(), None, words, cell.address) for name, _, words in told])


def _whole(run: list[KeyEntry]) -> list[KeyEntry]:
    """A run of lines, where enough of them are understood to be a key."""
    understood = [entry for entry in run if entry.standing is not None]
    return run if len(understood) >= _LINES and len({entry.standing for entry in understood}) >= 2 else []


def _filled(cells: tuple[Cell, ...]) -> bool:
    return any(cell.text.strip() for cell in cells)


def _entry(name: Cell, words: Cell) -> KeyEntry | None:
    printed, text = name.text.strip(), words.text.strip()
    if not text or len(text) > _LONGEST or (not printed and not name.fill):
        return None
    score = len(printed) == 1 and name.fill is not None
    if len(printed.split()) > _NAME or (any(map(str.isdigit, printed)) and not score):
        return None
    return _named(printed, name.fill, text, name.address)


def _named(printed: str, fill: str | None, words: str, address: str) -> KeyEntry:
    text = " ".join(words.split())
    plain = f"{printed}: {text}"
    standing = _of_measure(plain) if _speaks_of_measures(text) else _of_work(printed, text)
    bound = _BOUND.search(text)
    by_quarter = bound is not None and bound["unit"].casefold() == "quarter"
    points, share = _POINTS.search(text), _SHARE.search(text)
    measured = standing in {RatedAs.MET, RatedAs.NEAR, RatedAs.NOT_MET}
    return KeyEntry(
        printed=printed,
        colour=fill,
        words=text,
        standing=standing,
        address=address,
        number=None if bound is None else _number(bound["number"]) * (_QUARTER if by_quarter else 1),
        unit=None if bound is None else "month" if by_quarter else bound["unit"].casefold(),
        more=bound is not None and _is_more(text, bound.start(), bound["more"]),
        counted=Counted.ORIGINAL if _ORIGINAL.search(text) else Counted.CURRENT,
        ahead=_AHEAD.search(text) is not None,
        alone=_OTHERWISE.search(text) is None,
        points=Decimal(points["number"]) if measured and points else None,
        share=Decimal(share["number"]) if measured and share else None,
    )


def _is_more(text: str, start: int, more: str | None) -> bool:
    return more is not None and _NO_MORE.search(text, 0, start) is None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.casefold()]


def _speaks_of_measures(text: str) -> bool:
    return (_MEASURE.search(text) is not None and _DATED.search(text) is None) or (
        _DATED.search(text) is None
        and (_POINTS.search(text) is not None or text.casefold().startswith(("missed by", "worse ")))
    )


def _of_measure(text: str) -> RatedAs | None:
    for words, standing in ((_NEAR, RatedAs.NEAR), (_NOT_MET, RatedAs.NOT_MET), (_MET, RatedAs.MET)):
        found = words.search(text)
        if found and not (
            standing is RatedAs.NEAR and _NOT_MET.search(text) and not _NO_MORE.search(text, 0, _more_at(text))
        ):
            return standing
    return None


def _more_at(text: str) -> int:
    found = _NOT_MET.search(text)
    return found.start() if found else 0


def _of_work(printed: str, text: str) -> RatedAs | None:
    """What the words of a line on work say; its name where they say nothing."""
    bound = _BOUND.search(text)
    for words in (text, printed):
        if _WITHDRAWN.search(words):
            return RatedAs.WITHDRAWN
        if _NOT_STARTED.search(words):
            return RatedAs.NOT_STARTED
        if bound is not None and (_LATE.search(text) or _STUCK.search(text)):
            return RatedAs.OFF_TRACK if _is_more(text, bound.start(), bound["more"]) else RatedAs.SLIPPING
        for known, standing in (
            (_ON_TRACK, RatedAs.ON_TRACK),
            (_COMPLETE, RatedAs.COMPLETE),
            (_STUCK, RatedAs.OFF_TRACK),
            (_LATE, RatedAs.SLIPPING),
        ):
            if known.search(words):
                return standing
    return None
