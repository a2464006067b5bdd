"""A first profile of a workbook, with what a person should look at said in its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.table import TableKind
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.hooks.table_profile_toml import MEANINGS, fields_of
from cstrack.recognition.head import recognise_head
from cstrack.recognition.tables_draft import draft_tables
from cstrack.recognition.tables_keys import key_entries
from cstrack.values.colours import colour_name
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.document.document import Document
    from cstrack.facts.key import KeyEntry
    from cstrack.facts.table import Table
    from cstrack.recognition.tables_draft import Drafted

_NO_ID = pattern("scaffold.profile_draft.no_id", r"[^a-z0-9]++")
_CONTROL = pattern("scaffold.profile_draft.control", r"[\x00-\x1f\x7f]")
_DIGITS = pattern("scaffold.profile_draft.digits", r"[0-9]++")

#: Words of one comment.
_LONGEST = 100

_HEAD = """\
# A first profile of {name}, drafted from its heads. Read it, mend it, then:
#   cstrack profile check PROFILE
#   cstrack profile try {name} --profile PROFILE
# Beside the workbook, as {name}.cstrack.toml or {stem}.cstrack.toml, it is used without being asked for.
format = 1
id = {id}
title = {title}
authority = {authority}          # the GSS code of the authority, or "any"
published = false          # true where everybody may read such workbooks: then small counts are shown

[recognise]                # used where the profile does not stand beside the workbook; all of it must hold
filename = {filename}
"""


def draft(document: Document) -> str:
    """The text of a first profile.

    Args:
        document: the workbook.
    """
    head = recognise_head(document)
    tables = draft_tables(document, head, default_vocabulary())
    name = document.source.name
    stem = name.rpartition(".")[0] or name
    lines = [
        _HEAD.format(
            name=name,
            stem=stem,
            id=_quoted(_id(stem)),
            title=_quoted(head.title or stem),
            authority=_quoted(head.authority or "any"),
            filename=_quoted(_DIGITS.sub("*", name)),
        )
    ]
    for one in tables:
        lines.extend(("", *_table(one)))
    key = key_entries(document)
    lines.extend(_keys(key))
    lines.extend(_unrated(tables, key))
    kinds = dict.fromkeys(one.kind for one in tables)
    lines.extend(("", *(f"# Fields of {kind.value}: {', '.join(fields_of(kind))}" for kind in kinds)) if kinds else ())
    if not tables:
        lines.append("\n# No table was found in which a head is known or can be guessed. Write one:\n" + _EXAMPLE)
    return "\n".join(lines).rstrip("\n") + "\n"


_EXAMPLE = """\
# [[table]]
# kind = "actions"         # actions, indicators or budget
# sheet = "Action plan"    # * stands for any characters
# [table.columns]          # field = the head of its column
# action = "Action"
# due = "Due date"
"""


def _id(stem: str) -> str:
    return _NO_ID.sub("-", _DIGITS.sub("", stem.casefold())).strip("-") or "workbook"


def _table(one: Drafted) -> Iterator[str]:
    yield "[[table]]" + (
        "                  # guessed from what stands below the heads: look at each line" if one.guessed else ""
    )
    yield f"kind = {_quoted(one.kind.value)}"
    yield f"sheet = {_listed(one.sheets)}"
    if one.turned:
        yield "turned = true              # its heads stand in the first column, one below the other"
    elif one.row:
        yield f"header_row = {one.row}             # where it was; the head is looked for where it moves"
        yield f"header_rows = {one.rows}"
    yield from _signs(one)
    left = [words for words in one.unread if words.strip()]
    if left:
        yield "# Nothing is read below these heads. Give a field to each that matters, or leave it here."
        yield f"ignore = {_listed(left)}"
    yield "[table.columns]            # field = head, or a list of heads"
    for name, heads in one.columns.items():
        yield f"{name} = {_listed(heads)}" + ("   # guessed from what stands below it" if name in one.doubtful else "")


def _signs(one: Drafted) -> Iterator[str]:
    """Scale and sign of money, as they were told; nothing needs to be said that the sheet says itself."""
    if one.kind is not TableKind.BUDGET or one.table is None:
        if one.kind is TableKind.BUDGET:
            yield "# scale = \"£'000\"            # £, £'000, £m: where heads and titles do not say it"
            yield '# overspend = "positive"   # positive or negative: where heads, titles and numbers do not tell it'
        return
    scales = sorted({int(column.scale) for column in one.table.columns if column.unit == "GBP"})
    told = ", ".join(f"{scale:,}" for scale in scales)
    yield f'# One stands for {told or "1"} pounds, as heads or titles say; else: scale = "£\'000"'
    signed = [column for column in one.table.columns if "variance" in column.role and column.role != "variance_percent"]
    if any(problem.code == "table.sign_unknown" for problem in one.table.problems):
        yield 'overspend = "positive"     # nothing tells it, so this is a guess: positive or negative'
    elif signed:
        way = "negative" if signed[0].reversed else "positive"
        yield f'# An overspend is {way}, as heads, titles or numbers tell; else: overspend = "positive" or "negative"'


def _keys(key: Sequence[KeyEntry]) -> Iterator[str]:
    """The lines of the workbook's key that are understood, by what they rate; the others as comments."""
    seen: set[tuple[str, str]] = set()
    for kind, meanings in MEANINGS.items():
        entries = [one for one in key if one.standing is not None and one.standing.value in meanings]
        if not entries:
            continue
        yield f"\n[key.{kind}]              # what ratings mean here: {', '.join(meanings)}"
        for entry in entries:
            yield from _entry(entry, kind, seen)
    if seen:
        for entry in (one for one in key if one.standing is None):
            yield f"# {_quoted(_word(entry))} =    # {_comment(entry.words)}"


def _entry(entry: KeyEntry, kind: str, seen: set[tuple[str, str]]) -> Iterator[str]:
    word = _word(entry)
    if (kind, word.casefold()) in seen or entry.standing is None:
        return
    seen.add((kind, word.casefold()))
    colour = f"{colour_name(entry.colour)}: " if entry.colour and not entry.printed else ""
    yield f"{_quoted(word)} = {_quoted(entry.standing.value)}   # {_comment(colour + entry.words)}"


def _word(entry: KeyEntry) -> str:
    return entry.printed or f"#{entry.colour}"


def _unrated(tables: Sequence[Drafted], key: Sequence[KeyEntry]) -> Iterator[str]:
    """The words that rate rows where no key explains them."""
    known = default_vocabulary().words("status")
    for kind, meanings in MEANINGS.items():
        rated = [one.table for one in tables if one.table is not None and one.kind.value == kind]
        words = {} if _explained(key, meanings) else dict.fromkeys(word for one in rated for word in _ratings(one))
        left = [word for word in words if word.casefold() not in known]
        if left:
            yield f"\n# No key was found that explains these ratings. Say what they mean here: {', '.join(meanings)}"
            yield f"# [key.{kind}]"
            yield from (f"# {_quoted(word)} = " for word in left)


def _explained(key: Sequence[KeyEntry], meanings: Sequence[str]) -> bool:
    return any(one.standing is not None and one.standing.value in meanings for one in key)


def _ratings(table: Table) -> Iterator[str]:
    column = table.column("rating")
    cells = [] if column is None else [row.cells[column.at] for row in table.rows if column.at in row.cells]
    yield from (" ".join(cell.text.split()) for cell in cells if cell.text.strip())


def _listed(words: Sequence[str]) -> str:
    return _quoted(words[0]) if len(words) == 1 else "[" + ", ".join(map(_quoted, words)) + "]"


def _quoted(text: str) -> str:
    plain = _CONTROL.sub(" ", text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _comment(text: str) -> str:
    words = " ".join(_CONTROL.sub(" ", text).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3]}..."
