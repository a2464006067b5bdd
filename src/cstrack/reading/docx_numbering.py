"""The lists of a Word document as they are defined: levels, their forms, what restarts them, what overrides them.

Source:
    ECMA-376-1 section 17.9 (numbering): 17.9.8 and 17.9.26 (overrides), 17.9.10 (restart), 17.9.4 (legal), 17.9.21 (lists
    defined by a numbering style), 17.9.23 (levels linked to a paragraph style).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.reading.docx_names import MC, VAL, W, integer, switch, value
from cstrack.reading.docx_styles import Styles, indent_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

#: Levels of a list, and the longest text of a label that is taken over.
LEVELS, _LONGEST = 9, 100


@final
@frozen(kw_only=True)
class Level:
    """One level of a list.

    Attributes:
        start: its first number.
        form: how its number is written: ``decimal``, ``lowerRoman``, ``bullet``, ``none`` ...
        text: the label, with ``%1`` for the number of the first level and so on; None where it has no label.
        restart: it starts anew behind this level and those above, counted from 1; 0 for never, None for behind any above it.
        legal: whether every number in its label is written in figures.
        style: id of the paragraph style linked to it.
        hidden: whether its label is hidden.
        indent: twentieths of a point before its lines.
    """

    start: int = 0
    form: str = "decimal"
    text: str | None = None
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    hidden: bool = False
    indent: int | None = None


_UNDEFINED = Level(form="none", start=1)


@final
@frozen(kw_only=True)
class Numbered:
    """A list that paragraphs are numbered with.

    Attributes:
        id: its id, ``w:numId``.
        counts: id of the definition that it counts in: all lists of one definition go on with each other.
        levels: level from 0 -> its definition.
        starts: level -> the number it starts with in this list, where that is overridden.
    """

    id: str
    counts: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def start(self, level: int) -> int:
        """The number a level starts with."""
        return self.starts.get(level, self.level(level).start)

    def level(self, level: int) -> Level:
        """A level; one without number and label where the list does not define it."""
        return self.levels.get(level, _UNDEFINED)

    def linked(self, styles: tuple[str, ...]) -> int | None:
        """The level linked to the first of some styles that is linked to any."""
        for style in styles:
            for level, definition in self.levels.items():
                if definition.style == style:
                    return level
        return None


@final
@define
class Numbering:
    """All lists of a document.

    Attributes:
        abstracts: id -> levels of each definition.
        links: id of a definition that is made by a numbering style -> id of that style.
        nodes: id of a list -> where it is defined.
        styles: the styles of the document.
    """

    abstracts: Mapping[str, Mapping[int, Level]] = field(factory=dict)
    links: Mapping[str, str] = field(factory=dict)
    nodes: Mapping[str, _Element] = field(factory=dict)
    styles: Styles = field(factory=Styles)
    _lists: dict[str, Numbered | None] = field(factory=dict, init=False)

    def get(self, number: str | None) -> Numbered | None:
        """A list by its id; None for 0, which switches numbering off, and for a list that is not defined."""
        if number is None or number == "0" or number not in self.nodes:
            return None
        if number not in self._lists:
            self._lists[number] = self._numbered(number)
        return self._lists[number]

    def _numbered(self, number: str) -> Numbered | None:
        node = self.nodes[number]
        abstract = value(node, f"{W}abstractNumId")
        if abstract is None or abstract not in self.abstracts:
            return None
        levels = dict(self._levels(abstract))
        starts: dict[int, int] = {}
        for override in node.iterchildren(f"{W}lvlOverride"):
            level = integer(override.get(f"{W}ilvl"))
            if level is None or not 0 <= level < LEVELS:
                continue
            levels.update(_levels_in(override, level))
            start = integer(value(override, f"{W}startOverride"))
            if start is not None:
                starts[level] = start
        return Numbered(id=number, counts=abstract, levels=levels, starts=starts)

    def _levels(self, abstract: str) -> Mapping[int, Level]:
        """The levels of a definition, or of the one that its numbering style leads to; a circle of styles leads nowhere."""
        seen: set[str] = set()
        while abstract in self.links and abstract not in seen:
            seen.add(abstract)
            number = self.styles.lists.get(self.links[abstract], "")
            abstract = value(self.nodes.get(number), f"{W}abstractNumId") or abstract
        return self.abstracts.get(abstract, {})


def read_numbering(root: _Element | None, styles: Styles) -> Numbering:
    """The lists of a document; none where it has no such part.

    Args:
        root: root of the part.
        styles: the document's styles, by which lists may be defined.
    """
    abstracts: dict[str, Mapping[int, Level]] = {}
    links: dict[str, str] = {}
    nodes: dict[str, _Element] = {}
    for node in () if root is None else root.iterchildren(f"{W}abstractNum"):
        abstract = node.get(f"{W}abstractNumId") or ""
        link = value(node, f"{W}numStyleLink")
        if link is not None:
            links[abstract] = link
        abstracts[abstract] = dict(_levels_in(node, None))
    for node in () if root is None else root.iterchildren(f"{W}num"):
        nodes.setdefault(node.get(f"{W}numId") or "", node)
    return Numbering(abstracts=abstracts, links=links, nodes=nodes, styles=styles)


def _levels_in(node: _Element, only: int | None) -> Iterator[tuple[int, Level]]:
    for child in node.iterchildren(f"{W}lvl"):
        level = only if only is not None else integer(child.get(f"{W}ilvl"))
        if level is not None and 0 <= level < LEVELS:
            yield level, _level(child)


def _level(node: _Element) -> Level:
    text = value(node, f"{W}lvlText")
    return Level(
        start=integer(value(node, f"{W}start")) or 0,
        form=_form(node),
        text=None if text is None else text[:_LONGEST],
        restart=integer(value(node, f"{W}lvlRestart")),
        legal=switch(node, f"{W}isLgl") or False,
        style=value(node, f"{W}pStyle"),
        hidden=switch(node.find(f"{W}rPr"), f"{W}vanish") or False,
        indent=indent_of(node.find(f"{W}pPr")),
    )


def _form(node: _Element) -> str:
    """The form of a level's number; newer ones, such as 001, stand where old programs do not look."""
    newer = node.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    form = node.find(f"{W}numFmt") if newer is None else newer
    if form is None:
        return "decimal"
    kind = form.get(VAL) or "decimal"
    return (form.get(f"{W}format") or "decimal")[:_LONGEST] if kind == "custom" else kind
