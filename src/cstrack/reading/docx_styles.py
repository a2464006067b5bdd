"""The styles of a Word document: what a paragraph takes from its style and from those that it is based on.

Source:
    ECMA-376-1 sections 17.7 (styles), 17.7.3 (switches of several styles), 17.3.1.20 (outline level).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.reading.docx_names import VAL, W, integer, switch, value
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_HEADING = pattern("reading.docx_styles.heading", r"heading\ ?(?P<level>[1-9])", re.IGNORECASE)
_CONTENTS = pattern("reading.docx_styles.contents", r"toc\ ?(?:[1-9]|heading)|table\ of\ figures", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}

#: Outline level from which a paragraph is body text, and styles that are followed from one to the other: Word writes eleven.
_BODY, _LONGEST_CHAIN = 9, 40


@final
@frozen(kw_only=True)
class Style:
    """One style as the document defines it; None where it says nothing.

    Attributes:
        id: its id.
        name: its name, in small letters.
        based_on: id of the style below it.
        outline: outline level from 0; 9 is body text.
        number: id of the list it numbers with.
        level: level in that list.
        bold: whether its words are bold.
        hidden: whether they are hidden.
        struck: whether they are struck out.
        indent: twentieths of a point before its lines.
    """

    id: str = ""
    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    indent: int | None = None


@final
@frozen(kw_only=True)
class Look:
    """What a paragraph or run takes from its style and all that it is based on.

    Attributes:
        heading: level of a heading from 1; 0 for none.
        contents: whether it is a line of a table of contents.
        number: id of the list it numbers with; None where there is none.
        levelled: ids of the styles down to the one that names the list: one of them may be linked to a level.
        level: level in that list, where a style says so.
        bold: whether its words are bold.
        hidden: whether they are hidden.
        struck: whether they are struck out.
        indent: twentieths of a point before its lines.
    """

    heading: int = 0
    contents: bool = False
    number: str | None = None
    levelled: tuple[str, ...] = ()
    level: int | None = None
    bold: bool = False
    hidden: bool = False
    struck: bool = False
    indent: int | None = None


@final
@define
class Styles:
    """All styles of a document.

    Attributes:
        known: id -> style.
        default: id of the style of paragraphs that name none.
        lists: id of a numbering style -> id of its list.
    """

    known: Mapping[str, Style] = field(factory=dict)
    default: str | None = None
    lists: Mapping[str, str] = field(factory=dict)
    _looks: dict[str | None, Look] = field(factory=dict, init=False)

    def look(self, style: str | None) -> Look:
        """What a style gives, those it is based on asked where it says nothing; nothing for a style that is not there."""
        found = self._looks.get(style)
        if found is None:
            found = self._looks[style] = _look(self._chain(style))
        return found

    def paragraph(self, style: str | None) -> Look:
        """The look of a paragraph: of its style, or of the usual one."""
        return self.look(style if style in self.known else self.default)

    def _chain(self, style: str | None) -> tuple[Style, ...]:
        """A style and those it is based on; a circle of them ends where it closes, and no chain is longer than any of Word's."""
        chain: dict[str, Style] = {}
        while style is not None and style in self.known and style not in chain and len(chain) < _LONGEST_CHAIN:
            chain[style] = self.known[style]
            style = self.known[style].based_on
        return tuple(chain.values())


def read_styles(root: _Element | None) -> Styles:
    """The styles of a document; none where it has no such part.

    Args:
        root: root of the part.
    """
    known: dict[str, Style] = {}
    lists: dict[str, str] = {}
    default = None
    for node in () if root is None else root.iterchildren(f"{W}style"):
        style = _style(node)
        known.setdefault(style.id, style)
        kind = node.get(f"{W}type") or "paragraph"
        if kind == "numbering" and style.number is not None:
            lists.setdefault(style.id, style.number)
        if kind == "paragraph" and (node.get(f"{W}default") or "0").lower() in {"1", "true", "on"}:
            default = style.id
    return Styles(known=known, default=default, lists=lists)


def _style(node: _Element) -> Style:
    properties, letters = node.find(f"{W}pPr"), node.find(f"{W}rPr")
    numbered = None if properties is None else properties.find(f"{W}numPr")
    struck = switch(letters, f"{W}strike")
    return Style(
        id=node.get(f"{W}styleId") or "",
        name=(value(node, f"{W}name") or "").lower(),
        based_on=value(node, f"{W}basedOn"),
        outline=integer(value(properties, f"{W}outlineLvl")),
        number=value(numbered, f"{W}numId"),
        level=integer(value(numbered, f"{W}ilvl")),
        bold=switch(letters, f"{W}b"),
        hidden=switch(letters, f"{W}vanish"),
        struck=struck or switch(letters, f"{W}dstrike") or struck,
        indent=indent_of(properties),
    )


def indent_of(properties: _Element | None) -> int | None:
    """Twentieths of a point before the lines of a paragraph; None where its properties do not say."""
    indent = None if properties is None else properties.find(f"{W}ind")
    if indent is None:
        return None
    return integer(indent.get(f"{W}start") or indent.get(f"{W}left"))


def outline_of(properties: _Element | None) -> int | None:
    """Level of a heading from 1 that a paragraph gives itself; 0 for body text, None where it does not say."""
    node = None if properties is None else properties.find(f"{W}outlineLvl")
    level = None if node is None else integer(node.get(VAL))
    return None if level is None else _heading_level(level)


def _look(chain: tuple[Style, ...]) -> Look:
    owner = next((at for at, style in enumerate(chain) if style.number is not None), len(chain) - 1)
    return Look(
        heading=_heading(chain),
        contents=any(_CONTENTS.fullmatch(style.name) for style in chain),
        number=next((style.number for style in chain if style.number is not None), None),
        levelled=tuple(style.id for style in chain[: owner + 1]),
        level=next((style.level for style in chain[: owner + 1] if style.level is not None), None),
        bold=next((style.bold for style in chain if style.bold is not None), False),
        hidden=next((style.hidden for style in chain if style.hidden is not None), False),
        struck=next((style.struck for style in chain if style.struck is not None), False),
        indent=next((style.indent for style in chain if style.indent is not None), None),
    )


def _heading(chain: tuple[Style, ...]) -> int:
    """The level that the nearest style tells: by its outline level, or by a name that Word gives its own headings."""
    for style in chain:
        if style.outline is not None:
            return _heading_level(style.outline)
        named = _HEADING.fullmatch(style.name)
        if named:
            return int(named["level"])
        if style.name in _TITLES:
            return _TITLES[style.name]
    return 0


def _heading_level(outline: int) -> int:
    return outline + 1 if 0 <= outline < _BODY else 0
