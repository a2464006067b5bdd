"""Tables of single children, which are refused before anything of them is loaded.

Source:
    The heads are those of the child-level returns to the Department for Education and Ofsted (Annex A lists, the census of
    children looked after, the school census) and the words of case systems for the same. The word "child" alone is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.recognition.tables_words import flat
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.document.document import Document
    from cstrack.document.grid import Cell, Grid

_WHO = r"(?:child(?:ren)?(?:[ ]?s)?|cyp|pupils?|students?|learners?|young[ ]persons?(?:[ ]s)?|young[ ]peoples?|yp|clients?|service[ ]users?|persons?|cases?|cla|lac|cic|cin|cpp?|uasc|siblings?|care[ ]leavers?|looked[ ]after[ ]child(?:ren)?)"
_WHAT = r"(?:(?:unique[ ])?(?:system[ ])?(?:id(?:entifier|entity|s)?|ref(?:erence)?)(?:[ ](?:number|no|code|id))?|(?:full[ ]|first[ ]|last[ ]|legal[ ])?names?|forenames?|surnames?|initials|upn|uln|dob|date[ ]of[ ]birth|birth[ ]?date|nhs(?:[ ](?:number|no))?|post[ ]?code|(?:home[ ])?address)"
#: Heads of a column that no other table has.
_HEAD = pattern(
    "recognition.child_level.head",
    rf"""(?:{_WHO}[ ]|the[ ])?(?:
          (?P<birth>d[ ]?o[ ]?b|date[ ](?:of[ ])?birth|birth[ ]?dates?|born[ ]on)
        | (?P<number>upn|uln|unique[ ]pupil[ ](?:number|no)|unique[ ]learner[ ](?:number|no)|nhs[ ]?(?:number|no|id|num)|nhs|national[ ]insurance[ ]number)
        )(?:[ ](?:number|no|code|of[ ]{_WHO}|{_WHO}|dd[ ]mm[ ]yy(?:yy)?))?
        | (?P<named>{_WHO}[ ]?(?:unique[ ])?{_WHAT}|(?:full[ ])?names?[ ]of[ ](?:the[ ])?{_WHO}|(?:mosaic|liquid[ ]?logic|ics|lcs|care[ ]?first|frameworki|protocol|azeus|eclipse|capita[ ]one|synergy|ems)[ ](?:id|ref(?:erence)?|no|number|person[ ]id)|(?:person|client|child|pupil|case|service[ ]user)[ ](?:number|no))
        """,
)  # fmt: skip
#: Heads that describe one person each; three of them beside a name do.
_NAME = pattern("recognition.child_level.name", r"(?:fore|first|given|last|family|sur|full)[ ]?names?|names?|initials")
_PERSON = pattern(
    "recognition.child_level.person",
    r"gender|sex|ethnic(?:ity|[ ](?:group|origin|code|background))|age(?:[ ](?:at|in|on)[ ].{1,30})?|post[ ]?code|(?:home[ ])?address|religion|legal[ ]status|placement[ ](?:type|address|postcode|start[ ]date)|disabilit(?:y|ies)|immigration[ ]status|first[ ]language|nationality|school[ ](?:name|attended)|cp[ ]?category|category[ ]of[ ](?:abuse|need)|allocated[ ](?:social[ ])?worker",
)
_CAMEL = pattern("recognition.child_level.camel", r"(?<=[a-z])(?=[A-Z])")
_NOISE = pattern("recognition.child_level.noise", r"\([^()]{0,40}\)|[^a-z0-9]++")
_DATE = pattern(
    "recognition.child_level.date",
    r"[0-9]{1,2}[-/. ][0-9a-z]{1,9}[-/. ][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ t].{0,20})?|[0-9]{5}",
    2,
)
_DIGITS = pattern("recognition.child_level.digits", r"[a-z]?(?:[ -]?[0-9]){5,14}[a-z]?", 2)
#: In running words: the label and the number itself.
_LABELLED = pattern(
    "recognition.child_level.labelled",
    r"(?<![a-z])(?:nhs[ ](?:number|no\.?)[ ]?[:=]?[ ]?(?:[0-9][ -]?){9}[0-9](?![0-9])|upn[ ]?[:=]?[ ]?[a-z][0-9]{11}[0-9a-z](?![0-9a-z])|uln[ ]?[:=]?[ ]?[0-9]{10}(?![0-9]))",
    2,
)
#: Words without which no row far down a sheet is looked at.
_HINT = pattern(
    "recognition.child_level.hint",
    r"(?<![a-z])(?:upn|uln|nhs|d\.?o\.?b)(?![a-z])|birth|(?:child|pupil)[_ ']{0,2}s?[ _]?(?:id|name)",
    2,
)
_LONGEST, _FIRST_ROWS = 60, 200
#: Rows below a head in which a value of its kind is looked for.
_BELOW = 12
_MANY = 3


def child_level(document: Document) -> str | None:
    """Where a document holds records of single children; None where it holds none.

    Args:
        document: any document; its hidden sheets are looked through too.

    Returns:
        The heads or the cell, with their place, for a person. No value is repeated.
    """
    everywhere = _HINT.search(document.text) is not None
    for grid in document.grids:
        found = next(_in_grid(grid, len(grid.rows) if everywhere else _FIRST_ROWS), None)
        if found is not None:
            return found
    labelled = _LABELLED.search(document.text)
    return None if labelled is None else f"line {document.line_of(labelled.start())} prints the number of a person"


def _in_grid(grid: Grid, rows: int) -> Iterator[str]:
    above: tuple[str, ...] = ()
    for at in range(min(len(grid.rows), rows)):
        row = grid.rows[at]
        words = tuple(_folded(cell.text) for cell in row)
        if sum(map(bool, words)) >= 2:
            yield from _of_heads(grid, at, row, words)
            yield from _of_heads(grid, at, row, _stacked(above, words))
        if any(words):
            above = words


def _stacked(above: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """A head of two rows: "Child" over "ID"; the upper word stands over the empty cells to its right too."""
    if not any(above):
        return ()
    over, told = "", []
    for column, word in enumerate(words):
        over = above[column] if column < len(above) and above[column] else over
        told.append(f"{over} {word}".strip() if word else "")
    return tuple(told)


def _of_heads(grid: Grid, at: int, row: Sequence[Cell], words: tuple[str, ...]) -> Iterator[str]:
    name, person = "", []
    for column, word in enumerate(words):
        head = _HEAD.fullmatch(word) if word else None
        if head is not None and _holds(grid, at, column, head.lastgroup or ""):
            yield f"{row[column].address} is headed {row[column].text.strip()!r}"
        if word and _NAME.fullmatch(word):
            name = name or row[column].address
        elif word and _PERSON.fullmatch(word):
            person.append(row[column].text.strip())
    if name and len(person) >= _MANY and at + 1 < len(grid.rows):
        yield f"{name} and the cells beside it are headed by a name, {', '.join(person[:_MANY])}"


def _holds(grid: Grid, at: int, column: int, kind: str) -> bool:
    """Whether a value of the head's kind stands below it or beside it, or nothing does: a list of fields is no list of children."""
    below = [row[column].text.strip() if column < len(row) else "" for row in grid.rows[at + 1 : at + 1 + _BELOW]]
    filled = [text for text in below if text]
    beside = grid.rows[at][column + 1].text.strip() if column + 1 < len(grid.rows[at]) else ""
    if kind != "named" and _is_value(beside, kind):
        return True
    if not filled:
        return at + 1 < len(grid.rows)
    heads = sum(_HEAD.fullmatch(_folded(text)) is not None for text in filled)
    return heads == 0 and any(_is_value(text, kind) for text in filled)


def _is_value(text: str, kind: str) -> bool:
    if kind == "birth":
        return _DATE.fullmatch(text) is not None
    return _DIGITS.fullmatch(text) is not None if kind == "number" else bool(text)


def _folded(text: str) -> str:
    if not text or len(text) > _LONGEST:
        return ""
    apart = _CAMEL.sub(" ", flat(text))
    return _NOISE.sub(" ", apart.casefold()).strip()
