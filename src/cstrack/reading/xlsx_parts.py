"""What an Excel workbook says of its sheets and styles, outside the sheets themselves."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, final
from xml.etree import ElementTree as ET

from attrs import frozen

from cstrack.problems import Outcome
from cstrack.reading.number_formats import BUILT_IN, GENERAL, NumberFormat, number_format
from cstrack.reading.workbook_colours import colour_of, local, theme_colours
from cstrack.reading.xml_parts import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from cstrack.problems import Problem
    from cstrack.reading.container import Container

_WORKBOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATED_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@final
@frozen
class Style:
    """What the style of a cell tells.

    Attributes:
        shown: how a number is shown.
        fill: the colour behind it as ``RRGGBB``; None where there is none.
    """

    shown: NumberFormat = GENERAL
    fill: str | None = None


PLAIN = Style()


@final
@frozen(kw_only=True)
class SheetPart:
    """One sheet as the workbook lists it.

    Attributes:
        name: as its tab prints it.
        hidden: whether it is hidden.
        path: the part that holds it.
    """

    name: str
    hidden: bool
    path: str


@final
@frozen(kw_only=True)
class BookParts:
    """The sheets of a workbook, and the styles that their cells name by number.

    Attributes:
        sheets: the worksheets, in order; sheets of charts are left out.
        styles: by number.
    """

    sheets: tuple[SheetPart, ...]
    styles: tuple[Style, ...]


def book_parts(container: Container) -> Outcome[BookParts]:
    """The sheets and styles of a workbook, or the problem that forbids to read it."""
    problems: list[Problem] = []
    workbook = _parsed(container, _WORKBOOK, problems)
    relations = _parsed(container, "xl/_rels/workbook.xml.rels", problems)
    if problems or workbook is None or relations is None:
        return Outcome(value=None, problems=tuple(problems))
    theme = _parsed(container, "xl/theme/theme1.xml", [])
    styles = _parsed(container, _STYLES, problems)
    sheets = tuple(_sheets(workbook, _worksheets(relations)))
    found = () if styles is None else tuple(_styles(styles, theme_colours(theme)))
    return Outcome(value=BookParts(sheets=sheets, styles=found), problems=tuple(problems))


def _parsed(container: Container, name: str, problems: list[Problem]) -> Element | None:
    outcome = read_xml(container, name)
    problems.extend(outcome.problems)
    if outcome.value is None:
        return None
    try:
        return ET.fromstring(outcome.value)  # noqa: S314  document types and entities are refused by read_xml
    except ET.ParseError:
        return None


def _worksheets(relations: Element) -> Mapping[str, str]:
    """Id of each relation to a worksheet -> the part it leads to."""
    found = {}
    for relation in relations:
        if relation.get("Type", "").endswith("/worksheet"):
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            found[relation.get("Id", "")] = path
    return found


def _sheets(workbook: Element, paths: Mapping[str, str]) -> Iterator[SheetPart]:
    for sheet in workbook.iter():
        if local(sheet) != "sheet":
            continue
        path = paths.get(sheet.get(_RELATED) or sheet.get(_RELATED_STRICT) or "")
        if path is not None:
            hidden = sheet.get("state", "visible") != "visible"
            yield SheetPart(name=sheet.get("name", ""), hidden=hidden, path=path)


def _styles(root: Element, theme: Sequence[str]) -> Iterator[Style]:
    parts = {local(part): part for part in root}
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in parts.get("numFmts", ())}
    fills = [_fill(fill, theme) for fill in parts.get("fills", ())]
    for style in parts.get("cellXfs", ()):
        number = style.get("numFmtId", "0")
        code = codes.get(number) or (BUILT_IN.get(int(number)) if number.isdecimal() and len(number) < 6 else None)
        at = style.get("fillId", "")
        fill = fills[int(at)] if at.isdecimal() and len(at) < 6 and int(at) < len(fills) else None
        shown = number_format(code) if code else GENERAL
        yield PLAIN if shown == GENERAL and fill is None else Style(GENERAL if shown == GENERAL else shown, fill)


def _fill(fill: Element, theme: Sequence[str]) -> str | None:
    """The colour of a solid fill."""
    pattern = next((part for part in fill if local(part) == "patternFill"), None)
    if pattern is None or pattern.get("patternType", "none") in {"none", "gray125"}:
        return None
    colour = next((part for part in pattern if local(part) == "fgColor"), None)
    return None if colour is None else colour_of(colour.attrib, theme)
