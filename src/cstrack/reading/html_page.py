"""A page taken in: parsed, cleared, its paper found, and what its elements are looked up once for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.html_furniture import Cleared, clear, mute

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Where publishing systems put the paper, the surest first.
_MAIN = ("#modgov", "main", '[role="main"]', "#mgMainContent", "article", "#main-content", "#content")

#: Share of a page's words that its main part has to hold, so that nothing is left out by an empty one.
_SHARE = 0.1

#: Elements that begin a line of their own.
BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section", "summary", "table",
        "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "ul",
    }
)  # fmt: skip

#: Headings of ModernGov's pages by their classes, and how deep each stands.
_CLASSES = {
    "mgMainTitleTxt": 1, "mgSubTitleTxt": 2, "mgSectionTitle": 2, "mgAiTitleTxt": 3, "mgSubSectionTitle": 3,
    "mgSubItemTitleTxt": 4, "mgSubSubTitleTxt": 4,
}  # fmt: skip

#: Headings of a paper that was pasted from Word into such a page hang under those; so does the caption of a table.
_PASTED, _CAPTION = 5, 5

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HEADED = ", ".join((*_HEADINGS, *(f".{name}" for name in _CLASSES)))

#: Headings of ModernGov that announce no more than that a list follows.
_EMPTY_TITLES = frozenset({"items", "media", "issue history"})

_BOLD = "b, strong, [style*='font-weight:bold' i], [style*='font-weight: bold' i], [style*='font-weight:700' i]"
_WORD = "[class*='MsoList'], [style*='mso-list' i]"


@final
@frozen(kw_only=True)
class Page:
    """A page ready to be read.

    Attributes:
        main: the part that holds the paper.
        title: the words of ``<title>``.
        headed: whether a heading of the highest level stands in the paper.
        cleared: what was taken out that a reader has to know of.
        holders: ids of the nodes that hold a block.
        marked: ids of the nodes that hold a line break, bold or raised words, themselves included.
        bold: ids of the nodes whose words are bold.
        levels: id -> level of each heading.
        word: id -> style of each paragraph of Word's list styles.
        actions: ids of the lists of links that ModernGov puts above a paper; each is a line of its own.
        password: whether the page asks for a password.
    """

    main: LexborNode
    title: str
    headed: bool
    cleared: Cleared
    holders: frozenset[int] | set[int]
    marked: frozenset[int] | set[int]
    bold: frozenset[int] | set[int]
    levels: Mapping[int, int]
    word: Mapping[int, str]
    actions: frozenset[int] | set[int]
    password: bool


def open_page(text: str) -> Page | None:
    """Parse a page and look up what its elements are.

    Args:
        text: the page.

    Returns:
        None where it holds no element.
    """
    from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

    # Events of the parser take a time that grows with the square of the options of a <select>; nothing here needs them.
    parsed = LexborHTMLParser(text, options=LexborDocumentOptions.WO_EVENTS)
    body = parsed.body
    if parsed.root is None or body is None:
        return None
    head = parsed.css_first("title")
    title = " ".join(head.text().split()) if head is not None else ""
    password = parsed.css_first('input[type="password" i]') is not None
    mute(parsed)
    main = _main_of(parsed, body)
    cleared = clear(main)
    bold = main.css(_BOLD)
    levels = _levels(main)
    return Page(
        main=main,
        title=title,
        headed=1 in levels.values(),
        cleared=cleared,
        holders=_around(node for node in main.css(", ".join(sorted(BLOCKS))) if node.mem_id != main.mem_id),
        marked=_around((*bold, *main.css("br, sup")), itself=True),
        bold={node.mem_id for node in bold},
        levels=levels,
        word={node.mem_id: node.attributes.get("style") or "" for node in main.css(_WORD)},
        actions={node.mem_id for node in main.css(".mgActionList")},
        password=password,
    )


def _levels(main: LexborNode) -> dict[int, int]:
    """How deep each heading stands, by its class, else by its tag."""
    pasted = {node.mem_id for node in main.css(", ".join(f".mgWordPara {tag}" for tag in _HEADINGS))}
    levels: dict[int, int] = {}
    for node in main.css(_HEADED):
        tag, known = node.tag or "", node.mem_id
        named = [_CLASSES[name] for name in (node.attributes.get("class") or "").split() if name in _CLASSES]
        if named:
            levels[known] = _CAPTION if tag == "caption" else named[0]
        elif tag in _HEADINGS:
            levels[known] = max(_PASTED, _HEADINGS[tag]) if known in pasted else _HEADINGS[tag]
    return levels


def says_nothing(words: str) -> bool:
    """Whether a heading only announces the list below it."""
    return words.casefold().rstrip(":") in _EMPTY_TITLES


def _main_of(parsed: LexborHTMLParser, body: LexborNode) -> LexborNode:
    least = len(body.text()) * _SHARE
    for selector in _MAIN:
        found = parsed.css(selector)
        if len(found) == 1 and len(found[0].text()) > least:
            return found[0]
    return body


def _around(nodes: Iterable[LexborNode], *, itself: bool = False) -> set[int]:
    """The ids of all nodes around these; of the nodes themselves where asked for."""
    found: set[int] = set()
    for node in nodes:
        at = node if itself else node.parent
        while at is not None:
            known = at.mem_id
            if known in found:
                break
            found.add(known)
            at = at.parent
    return found
