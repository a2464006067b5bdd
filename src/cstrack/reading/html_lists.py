"""The numbers of lists as a browser prints them, and the items that Word leaves in a page it was pasted into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

from attrs import define

from cstrack.document.block import BlockKind
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: Furthest number a list may start at, and the highest that has a Roman numeral.
_FURTHEST, _HIGHEST_ROMAN = 100_000, 3_999

_STYLE = pattern(
    "reading.html_lists.style", r"list-style(?:-type)?\s{0,4}+:\s{0,4}+(?P<name>[a-z\-]{1,30}+)", re.IGNORECASE
)
_INTEGER = pattern("reading.html_lists.integer", r"\s{0,8}+(?P<number>-?[0-9]{1,9}+)")
_LEVEL = pattern("reading.html_lists.level", r"mso-list\s?:[^;]{0,40}?level(?P<level>[0-9])", re.IGNORECASE)
_MARGIN = pattern(
    "reading.html_lists.margin",
    r"margin(?:-left)?\s?:\s?(?:[0-9.a-z]{1,12}\s){0,3}+(?P<size>[0-9]{1,4}+)(?:\.[0-9]{1,6}+)?(?P<unit>pt|cm|px|in)",
    re.IGNORECASE,
)

#: ``type`` of ``<ol>`` and names of CSS, and how each counts.
_KINDS = {
    "1": "1", "a": "a", "A": "A", "i": "i", "I": "I",
    "decimal": "1", "decimal-leading-zero": "1", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A",
    "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
    "none": "none", "disc": "-", "circle": "-", "square": "-",
}  # fmt: skip

#: Characters that Word's symbol fonts print as bullets, where they open an item.
_SYMBOLS = frozenset("·§oØüv¨q§•▪–—-*►➢\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8")

#: Points of one level of indentation, and points of the other units.
_INDENT, _POINTS = 36, {"pt": 1.0, "px": 0.75, "cm": 28.35, "in": 72.0}

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@final
@define
class Counter:
    """How a list counts.

    Attributes:
        kind: ``1``, ``a``, ``A``, ``i``, ``I``; ``-`` for bullets and ``none`` for neither.
        value: number of the next item.
        step: 1, or -1 for a reversed list.
    """

    kind: str
    value: int = 1
    step: int = 1

    def label(self, number: LexborNode) -> str | None:
        """The label of the next item, as a browser prints it: ``3.``, ``c.``, ``iii.``; None for a bullet or nothing.

        Args:
            number: the item, which may give a value or a way of counting of its own.
        """
        attributes = number.attributes
        if "value" in attributes and self.kind not in {"-", "none"}:
            self.value = _integer(attributes["value"], self.value)
        kind = _kind(attributes) or self.kind
        value, self.value = self.value, self.value + self.step
        return None if kind in {"-", "none"} else f"{_written(value, kind)}."


def counter_of(node: LexborNode) -> Counter:
    """How a list counts, by its tag, attributes and style."""
    attributes = node.attributes
    kind = _kind(attributes)
    if node.tag != "ol":
        return Counter("-" if kind in {None, "none"} else kind or "-")
    step = -1 if "reversed" in attributes else 1
    first = sum(1 for child in node.iter() if child.tag == "li") if step < 0 and "start" not in attributes else 1
    return Counter(kind or "1", _integer(attributes.get("start"), first), step)


def _kind(attributes: dict[str, str | None]) -> str | None:
    styled = _STYLE.search(attributes.get("style") or "")
    named = styled["name"].lower() if styled else (attributes.get("type") or "").strip()
    return _KINDS.get(named)


def _integer(text: str | None, default: int) -> int:
    found = _INTEGER.match(text or "")
    return max(-_FURTHEST, min(int(found["number"]), _FURTHEST)) if found else default


def _written(value: int, kind: str) -> str:
    if kind == "1" or value < 1 or (kind in {"i", "I"} and value > _HIGHEST_ROMAN):
        return str(value)
    written = _letters(value) if kind in {"a", "A"} else _roman(value)
    return written.upper() if kind in {"A", "I"} else written


def _letters(value: int) -> str:
    written = ""
    while value:
        value, rest = divmod(value - 1, 26)
        written = chr(97 + rest) + written
    return written


def _roman(value: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        written += sign * count
    return written


def word_item(words: str, style: str) -> tuple[BlockKind, int, str]:
    """What a paragraph of Word's list style is.

    Args:
        words: its folded words, label or bullet first.
        style: its ``style``, which tells how deep it hangs.

    Returns:
        Kind, nesting from 1, and the words without a bullet; a typed label stays, for the layout to find.
    """
    first, _, rest = words.partition(" ")
    bare = first.strip("*")
    if rest and bare in _SYMBOLS:
        return BlockKind.BULLET, _depth(style), rest
    return BlockKind.CLAUSE, _depth(style), words


def _depth(style: str) -> int:
    level = _LEVEL.search(style)
    if level:
        return max(1, int(level["level"]))
    margin = _MARGIN.search(style)
    if margin is None:
        return 1
    return max(1, min(9, round(int(margin["size"]) * _POINTS[margin["unit"].lower()] / _INDENT)))
