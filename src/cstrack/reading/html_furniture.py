"""What stands on a page and is no part of the paper: menus, banners, search boxes, links to share, hidden words."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Elements without words of the paper, whatever they hold; taken out before anything is looked at.
_MUTE = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "audio", "video", "map",
    "select", "datalist", "button", "textarea", "input", "label", "meter", "progress", "link", "meta",
)  # fmt: skip

#: What nobody sees.
_HIDDEN = (
    "[hidden]", "[style*='display:none' i]", "[style*='display: none' i]",
    "[style*='visibility:hidden' i]", "[style*='visibility: hidden' i]", "[style*='mso-hide:all' i]",
    ".mgHide", ".mgFileSize", ".sr-only", ".visually-hidden", ".visuallyhidden", ".screen-reader-text",
    ".govuk-visually-hidden", "dialog:not([open])",
)  # fmt: skip

#: Parts of a page that are not the paper's; a class of such a name may also hold the paper.
_PARTS = (
    '[aria-hidden="true"]', ".is-hidden", ".hidden", ".hide", "nav", "footer", "aside", '[role="navigation"]', '[role="search"]', '[role="banner"]', '[role="contentinfo"]',
    '[role="complementary"]', '[role="dialog"]', '[role="alertdialog"]', "[class*='cookie' i]", "[id*='cookie' i]",
    "[class*='breadcrumb' i]", "[id*='breadcrumb' i]", "[class*='skip-link' i]", "[class*='skiplink' i]",
    ".social-media", ".social-links", ".socialmedia", ".share", ".share-links", ".sharing", ".addthis_toolbox",
    ".addtoany_shortcode", ".pagination", ".pager", ".searchbox", ".search-box", ".search-form", "#search", "#site-search",
    ".site-header", ".site-footer", "#page-header", "#page-footer", ".back-to-top", ".print-link", ".feedback",
    ".mgHelpLine", ".mgFooter", ".mgRssLink", ".mgBookmark",
)  # fmt: skip

#: Elements that hold the whole page: a script shows them where a page hides them at first.
_WHOLE = frozenset({"html", "body"})

#: Words that are no longer in force.
_STRUCK = "del, s, strike, [style*='line-through' i]"

#: What a link says that leads somewhere else on the site and names no paper.
_LINK = pattern(
    "reading.html_furniture.link",
    r"""(?ix) \A (?:
      skip[ ]to\b .{0,40} | (?:back|return|go|up)[ ]to[ ](?:the[ ])?(?:top|previous[ ]page|list|search\b.{0,20}) | top[ ]of[ ](?:the[ ])?page
    | print(?:er)?(?:[ ](?:this|friendly|view|version)\b.{0,30})? | share(?:[ ](?:this|on|via)\b.{0,40})? | tweet(?:[ ]this)? | e-?mail[ ]this\b.{0,30}
    | view[ ]directions | view[ ]the[ ]webcast | view[ ]map | view[ ](?:the[ ])?(?:recorded[ ]votes?|background|decision|declarations?)\b.{0,80}
    | attendance[ ]details | agenda[ ]frontsheet | (?:agenda|public|additional)[ ]reports[ ]pack | printed[ ](?:minutes|decisions|draft[ ]minutes)
    | printed[ ]plan | (?:rss|subscribe)\b.{0,60} | bookmark[ ]this\b.{0,30} | accessibility(?:[ ](?:statement|help))? | site[ ]?map | log[ ]?in | sign[ ]in
    | watch[ ](?:the[ ])?(?:council[ ]meetings|webcast|meeting)\b.{0,30} | (?:reset|change|set)[ ](?:text|font)[ ]size | text[ ]size | home
    | read[ ]more | find[ ]out[ ]more | close | menu | search
    ) [.…»>\s]* \Z""",
)

#: A link to the rest of a text that the page shows the beginning of.
_REST = pattern("reading.html_furniture.rest", r"(?i)\Aview[ ]the[ ]full[ ](?:\w{1,20}[ ]){0,4}text\b.{0,80}")
_AGENDA_NUMBER = pattern("reading.html_furniture.item", r"(?i)\bitem[ ](?P<number>[0-9]{1,4}[a-z]?)")

#: Longest text of a link that may be furniture, and the share of the page above which nothing is.
_LONGEST, _SHARE = 160, 0.5

#: Longest label of a line that holds nothing but such a link.
_LABEL = 40


@final
@frozen(kw_only=True)
class Cleared:
    """What was taken out of a page that a reader has to know of.

    Attributes:
        shortened: items of which the page shows only the beginning, by number or by what their link says.
        struck: passages that were struck out.
    """

    shortened: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()


def mute(page: LexborHTMLParser) -> None:
    """Take out what holds no words of a paper, whatever page it is: scripts, controls, what nobody sees."""
    if page.root is not None:
        _take_out(page.root.css(", ".join((*_MUTE, *_HIDDEN))))


def clear(main: LexborNode) -> Cleared:
    """Take out of a page what is no part of its paper.

    Args:
        main: the part of it that holds the paper, changed; what holds more than half of its words is left in.

    Returns:
        What a reader has to know of.
    """
    most = len(main.text()) * _SHARE
    _take_out(node for node in main.css(", ".join(_PARTS)) if node.parent is not None and len(node.text()) <= most)
    _take_out(node for node in main.css("header") if node.css_first("h1, h2") is None)
    struck = tuple(words for node in main.css(_STRUCK) if (words := " ".join(node.text().split())))
    _take_out(main.css(_STRUCK))
    return Cleared(shortened=tuple(dict.fromkeys(_clear_links(main))), struck=struck)


def _take_out(nodes: Iterable[LexborNode]) -> None:
    for node in nodes:
        if node.parent is not None and node.tag not in _WHOLE:
            node.decompose()


def _clear_links(main: LexborNode) -> Iterator[str]:
    """Take out the links that name no paper; yields what the page shows only the beginning of."""
    for link in main.css("a"):
        if link.parent is None:
            continue
        words = " ".join(link.text().split())
        if len(words) > _LONGEST:
            continue
        if _REST.match(words):
            numbered = _AGENDA_NUMBER.search(words)
            yield f"item {numbered['number']}" if numbered else words
        elif not _LINK.match(words):
            continue
        _take_out((_labelled(link),))


def _labelled(link: LexborNode) -> LexborNode:
    """The paragraph around a link, where nothing but a label stands before it: ``Webcast: View the webcast``."""
    around = link.parent
    if around is None or around.tag not in {"p", "li"}:
        return link
    rest = " ".join(around.text().split()).removesuffix(" ".join(link.text().split())).strip()
    return around if not rest or (rest.endswith(":") and len(rest) <= _LABEL) else link
