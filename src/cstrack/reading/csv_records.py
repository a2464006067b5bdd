"""The records and cells of a CSV text, each with its place in it.

A quotation mark opens a cell only where the cell begins, and closes it only before a separator or the end of a line; two of them stand
for one. A mark that is never closed is read as a plain one and told, so that it swallows no rows.

Source:
    RFC 4180, sections 2.1 to 2.7; where files differ from it, they are read as spreadsheet programs read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = pattern("reading.csv_records.end", r"\r\n|[\n\r]")
#: A line whose quoted cells hold no marks and no line ends: what parts its cells is counted without looking at each.
_SIMPLE = {
    mark: pattern(
        f"reading.csv_records.simple_{name}",
        rf"""(?: "[^"\r\n]{{0,2000}}+" | [^"{mark}\r\n]{{0,2000}}+ ) (?: {mark} (?: "[^"\r\n]{{0,2000}}+" | [^"{mark}\r\n]{{0,2000}}+ ) ){{0,2000}}+""",
    )
    for mark, name in ((",", "comma"), (";", "semicolon"), (r"\t", "tab"), (r"\|", "bar"))
}
_WRITTEN = {",": ",", ";": ";", "\t": r"\t", "|": r"\|"}
_QUOTED = pattern("reading.csv_records.quoted", r"""  "[^"\r\n]{0,2000}+"  """)
_BLANK = " \t"
_QUOTE = '"'


@final
@frozen
class Field:
    """One cell of a record.

    Attributes:
        start: offset of its first character, inside its quotation marks.
        end: offset after its last.
        quoted: whether it stands in quotation marks.
    """

    start: int
    end: int
    quoted: bool = False

    def words(self, text: str) -> str:
        """What it says: two quotation marks stand for one, blanks around an unquoted cell for nothing."""
        printed = text[self.start : self.end]
        return printed.replace(_QUOTE * 2, _QUOTE) if self.quoted else printed


@final
@frozen(kw_only=True)
class Record:
    """One row of the file.

    Attributes:
        start: offset of its first character.
        end: offset after its last, before the end of the line.
        cells: how many cells it has; 0 for a blank line.
        unclosed: offsets of quotation marks that open a cell and never close it.
    """

    start: int
    end: int
    cells: int
    unclosed: tuple[int, ...] = field(default=())


def records_of(text: str, separator: str, start: int = 0) -> Iterator[Record]:
    """Every record of a text, blank lines too.

    Args:
        text: the decoded file.
        separator: what parts the cells.
        start: offset of the first record.
    """
    at, length, barren = start, len(text), 0
    simple = _SIMPLE[_WRITTEN[separator]]
    while at < length:
        stop = _END.search(text, at)
        end = length if stop is None else stop.start()
        if text.find(_QUOTE, at, end) < 0:
            cells = text.count(separator, at, end) + 1 if end > at else 0
            yield Record(start=at, end=end, cells=cells)
            at = length if stop is None else stop.end()
            continue
        if simple.fullmatch(text, at, end):
            yield Record(start=at, end=end, cells=_QUOTED.sub("", text[at:end]).count(separator) + 1)
            at = length if stop is None else stop.end()
            continue
        fields, unclosed, barren = _fields(text, at, separator, barren)
        end = fields[-1].end + fields[-1].quoted
        stop = _END.search(text, end)
        yield Record(start=at, end=length if stop is None else stop.start(), cells=len(fields), unclosed=unclosed)
        at = length if stop is None else stop.end()


def fields_of(text: str, record: Record, separator: str) -> tuple[Field, ...]:
    """The cells of a record, in order."""
    if not record.cells:
        return ()
    if text.find(_QUOTE, record.start, record.end) >= 0:
        return tuple(_fields(text, record.start, separator, 0, record.unclosed)[0])
    fields, at = [], record.start
    while True:
        end = text.find(separator, at, record.end)
        if end < 0:
            fields.append(_trimmed(text, at, record.end))
            return tuple(fields)
        fields.append(_trimmed(text, at, end))
        at = end + len(separator)


def _trimmed(text: str, start: int, end: int) -> Field:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return Field(start, end)


def _fields(
    text: str, start: int, separator: str, barren: int, known: tuple[int, ...] = ()
) -> tuple[list[Field], tuple[int, ...], int]:
    """The cells of the record that begins here, some of them quoted, and the marks that are never closed.

    Up to ``barren`` no mark closes any cell, and those of ``known`` are never closed, so that a file of opening marks is not searched
    to its end for each.
    """
    fields: list[Field] = []
    unclosed: list[int] = []
    at, length = start, len(text)
    while True:
        opened = at
        while opened < length and text[opened] == " ":
            opened += 1
        closed = -1
        if text[opened : opened + 1] == _QUOTE:
            closed, searched = (
                (-1, barren) if opened < barren or opened in known else _close(text, opened + 1, separator)
            )
            if closed < 0:
                unclosed.append(opened)
                barren = searched
        if closed >= 0:
            fields.append(Field(opened + 1, closed, quoted=True))
            at = closed + 1
            while text[at : at + 1] == " " != separator:
                at += 1
        else:
            at = _plain_end(text, at, separator, fields)
        if not text.startswith(separator, at) or at >= length:
            return fields, tuple(unclosed), barren
        at += len(separator)


def _plain_end(text: str, at: int, separator: str, fields: list[Field]) -> int:
    """Add the unquoted cell that begins here; the offset after it."""
    stop = _END.search(text, at)
    end = len(text) if stop is None else stop.start()
    parted = text.find(separator, at, end)
    end = end if parted < 0 else parted
    fields.append(_trimmed(text, at, end))
    return end


def _close(text: str, at: int, separator: str) -> tuple[int, int]:
    """Where the mark stands that closes a quoted cell, -1 where none does; and up to where none does.

    A single mark inside, which nothing doubles and nothing follows that may follow a cell, is a plain one; where it opens a cell itself,
    the first was never closed.
    """
    begin = at
    while True:
        mark = text.find(_QUOTE, at)
        if mark < 0:
            return -1, len(text)
        if text.startswith(_QUOTE, mark + 1):
            at = mark + 2
            continue
        after = mark + 1
        while text[after : after + 1] == " " != separator:
            after += 1
        if after >= len(text) or text[after] in "\r\n" or text.startswith(separator, after):
            return mark, mark
        if mark > begin and (text[mark - 1] in "\r\n" or text.endswith(separator, begin, mark)):
            return -1, mark
        at = mark + 1
