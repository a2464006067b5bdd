"""What makes a page costly out of proportion, looked for before the parser sees it.

A parser of HTML walks up its open elements at every tag, and down an element's attributes at each further one: a hundred
thousand elements inside each other, or as many attributes of one, are seconds and minutes of work in a megabyte. Both are told
here from the tags alone, in one pass that never goes back. Small pages cannot hold enough of either and are not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

#: Most tags of a page (some 300 bytes of memory each), elements inside each other, and attributes of one element.
MOST_TAGS, DEEPEST, MOST_ATTRIBUTES = 1_000_000, 400, 500

#: Characters and tags up to which a page cannot cost more than a second, whatever they are.
_SMALL, _FEW = 65_536, 3_000

#: Elements that may be passed in search of those that tags end.
_MOST_STEPS = 10_000_000

#: Characters of a tag from which its attributes are counted.
_LONG_TAG = 2_000

_ATTRIBUTE = r"""
    [\s/]*+ [^\s/>] [^\s/>=]*+ (?: \s*+ = \s*+ (?: "[^"]*+ (?: " | \Z ) | '[^']*+ (?: ' | \Z ) | [^\s>"'] [^\s>]*+ )? )?+
"""
_ATTRIBUTES = pattern("reading.html_bounds.attributes", rf"(?<![\s/]){_ATTRIBUTE}")
_TAG = pattern(
    "reading.html_bounds.tag",
    rf"""
      <!-- (?: -?> | (?: [^-]++ | - (?! -!?> ) )*+ (?: --!?> | \Z ) )
    | < (?P<close>/?) (?P<name> [A-Za-z] [^\s/>]*+ ) (?P<attributes> (?: {_ATTRIBUTE} )*+ )
    """,
)
_RAW_END = {
    name: pattern(f"reading.html_bounds.{name}_end", rf"</{name}(?=[\s/>]|\Z)", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}

_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr", "keygen", "frame", "image", "command",
    }
)  # fmt: skip
_FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
_SPECIAL = frozenset(
    {
        "address", "applet", "article", "aside", "blockquote", "body", "button", "caption", "center", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "html", "li", "listing",
        "main", "marquee", "menu", "nav", "noscript", "object", "ol", "p", "pre", "search", "section", "select",
        "summary", "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip

#: Elements that an end tag does not reach out of, and those that a start tag ends: where it stands inside what.
_SCOPES = frozenset(["applet", "caption", "html", "marquee", "object", "table", "td", "template", "th"])
_ENDS = {
    **dict.fromkeys(_SPECIAL - {"body", "html", "head", "table", "td", "th", "tr"}, (frozenset({"p"}), _SCOPES | {"button"})),
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"}) | _SCOPES),
    "dd": (frozenset({"dd", "dt"}), frozenset({"dl"}) | _SCOPES),
    "dt": (frozenset({"dd", "dt"}), frozenset({"dl"}) | _SCOPES),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table", "template"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table", "template"})),
    "tr": (frozenset({"tr"}), frozenset({"table", "template"})),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table", "template"}))),
    **dict.fromkeys(("option", "optgroup"), (frozenset({"option"}), frozenset({"select", "datalist"}) | _SCOPES)),
}  # fmt: skip


def excess(text: str) -> str | None:
    """What a page has too much of.

    Args:
        text: the page.

    Returns:
        A clause for a person, or None where nothing stands against parsing it.
    """
    tags = text.count("<")
    if tags > MOST_TAGS and sum(1 for _ in _tags(text)) > MOST_TAGS:
        return f"has more than {MOST_TAGS:,} tags"
    if tags <= _FEW and len(text) <= _SMALL:
        return None
    nesting = _Nesting()
    for name, closing, attributes in _tags(text):
        if len(attributes) > _LONG_TAG and _count(attributes) > MOST_ATTRIBUTES:
            return f"has an element of more than {MOST_ATTRIBUTES} attributes"
        if closing:
            nesting.close(name)
        elif name not in _VOID and not nesting.open(name):
            return f"has more than {DEEPEST} elements inside each other"
        if nesting.steps > _MOST_STEPS:
            return "has too many tags that close nothing"
    return None


def _tags(text: str) -> Iterator[tuple[str, bool, str]]:
    """Name, whether it is an end tag, and attributes of each tag; what stands in comments and scripts is none."""
    at = 0
    while True:
        tag = _TAG.search(text, at)
        if tag is None:
            return
        at = tag.end()
        if tag["name"] is None:
            continue
        name, closing = tag["name"].lower(), bool(tag["close"])
        yield name, closing, tag["attributes"]
        if name in _RAW_END and not closing:
            end = _RAW_END[name].search(text, at)
            at = len(text) if end is None else end.start()


def _count(attributes: str) -> int:
    return sum(1 for _, _ in zip(_ATTRIBUTES.finditer(attributes), range(MOST_ATTRIBUTES + 1), strict=False))


@final
@define
class _Nesting:
    """The open elements, by the rules of HTML as far as they matter to the depth; in doubt one more is open.

    Attributes:
        names: outermost first.
        steps: elements passed so far in search of those that tags end.
    """

    names: list[str] = field(factory=list)
    steps: int = 0

    def open(self, name: str) -> bool:
        """Open an element, which ends what it cannot stand in; False where there are too many."""
        ended = _ENDS.get(name)
        if ended is not None:
            self._end(*ended)
        self.names.append(name)
        return len(self.names) <= DEEPEST

    def close(self, name: str) -> None:
        """Close an element, if its end tag reaches it."""
        if name in _SPECIAL:
            self._end({name}, _SCOPES - {name})
        elif name in _FORMATTING:
            self._unformat(name)
        else:
            self._end({name}, _SPECIAL)

    def _unformat(self, name: str) -> None:
        """The end tag of bold inside a paragraph that began in it leaves the paragraph open."""
        for at in range(len(self.names) - 1, -1, -1):
            if self.names[at] == name:
                crossed = any(one in _SPECIAL for one in self.names[at + 1 :])
                self.names[at : at + 1 if crossed else None] = []
                return
            if self.names[at] in _SCOPES:
                return
            self.steps += 1

    def _end(self, names: AbstractSet[str], stops: frozenset[str]) -> None:
        for at in range(len(self.names) - 1, -1, -1):
            if self.names[at] in names:
                del self.names[at:]
                return
            if self.names[at] in stops:
                return
            self.steps += 1
