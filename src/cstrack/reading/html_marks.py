"""Words of inline HTML: blanks folded, lines parted where they are lines, bold openings kept as Markdown keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.labels import marking_at
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Iterator

    from selectolax.lexbor import LexborNode

#: Signs that stand for the start and end of bold, and for a line break, until the words are folded.
_BOLD, _PLAIN, _BREAK = "\ue000", "\ue001", "\ue002"
_SIGNS = str.maketrans("", "", _BOLD + _PLAIN + _BREAK)

#: Inline elements without words of their own.
_SILENT = frozenset({"-comment", "img", "wbr", "input", "template"})

_EDGE = pattern("reading.html_marks.edge", r"(?P<before>(?<!\s)\s*+)(?P<sign>[\ue000\ue001])(?P<after>\s*+)")
_VALUED = pattern("reading.html_marks.valued", r"[A-Z][^:.!?]{1,60}?\??:(?=\s|\Z)")
_NOTES = pattern("reading.html_marks.notes", r"[0-9]{1,3}+(?:,\s?[0-9]{1,3}+){0,4}+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", " ")

_LONGEST_BOLD_LINE = 100


def folded(text: str) -> str:
    """Words with single blanks between them."""
    return " ".join(text.split())


def lines_of(nodes: Iterable[LexborNode], marked: Collection[int], bold: Collection[int]) -> Iterator[str]:
    """The paragraphs that a run of inline nodes holds: one, or several where line breaks part label lines or items.

    Args:
        nodes: siblings in order, none of which holds a block.
        marked: ids of the nodes that hold a line break, bold or raised words.
        bold: ids of the nodes whose words are bold.

    Yields:
        Folded words, never empty; bold is kept as ``**`` where it opens the paragraph.
    """
    raw = "".join(_signed(nodes, marked, bold)) if marked else "".join(map(_plain_text, nodes))
    for line in _parted(_broken(raw)) if _BREAK in raw else (raw,):
        words = _emphasised(line)
        if words:
            yield words


def joined_lines(text: str) -> Iterator[str]:
    """The paragraphs of a text that is set line by line."""
    for line in _parted(text.splitlines()):
        yield folded(_without_signs(line))


def words_of(nodes: Iterable[LexborNode], marked: Collection[int], bold: Collection[int]) -> str:
    """The words of inline nodes in one line, without marks: of a heading, of a cell."""
    raw = "".join(_signed(nodes, marked, bold)) if marked else "".join(map(_plain_text, nodes))
    return folded(_without_signs(raw.replace(_BREAK, " ")))


def _plain_text(node: LexborNode) -> str:
    return _without_signs((node.text_content or "") if node.is_text_node else node.text())


def _without_signs(text: str) -> str:
    """A text of the page cannot be taken for a sign of ours; plain English is let through unread."""
    return text if text.isascii() else text.translate(_SIGNS)


def _signed(nodes: Iterable[LexborNode], marked: Collection[int], bold: Collection[int]) -> Iterator[str]:
    """The text of nodes with signs where bold begins and ends and where a line breaks."""
    for node in nodes:
        if node.mem_id not in marked:
            yield _plain_text(node)
        else:
            yield from _descend(node, bold)


def _descend(node: LexborNode, bold: Collection[int]) -> Iterator[str]:
    """Walk down without recursion: elements inside each other are the page's to choose."""
    stack: list[LexborNode | str] = [node]
    while stack:
        at = stack.pop()
        if isinstance(at, str):
            yield at
            continue
        tag = at.tag
        if tag == "-text":
            yield _without_signs(at.text_content or "")
        elif tag == "br":
            yield _BREAK
        elif tag == "sup":
            yield _raised(_without_signs(at.text().strip()))
        elif tag not in _SILENT:
            if at.mem_id in bold:
                yield _BOLD
                stack.append(_PLAIN)
            stack.extend(reversed(tuple(at.iter(include_text=True))))


def _raised(words: str) -> str:
    """A raised figure is the mark of a note or a power, and never the last digit of the figure before it; ``2nd`` is a word."""
    return words.translate(_RAISED) if _NOTES.fullmatch(words) else words


def _broken(raw: str) -> Iterator[str]:
    """The lines of words with signs; bold that goes on over a break ends with each line and begins anew in the next."""
    depth = 0
    for line in raw.split(_BREAK):
        opened = depth
        depth = max(0, depth + line.count(_BOLD) - line.count(_PLAIN))
        yield _BOLD * min(opened, 1) + line + _PLAIN * min(depth, 1)


def _parted(lines: Iterable[str]) -> Iterator[str]:
    """Lines that go on in each other joined; an empty line, a label line, an item and a line all bold stand apart."""
    joined: list[str] = []
    first = last = ""
    for line in lines:
        bare = folded(_without_signs(line))
        apart = (
            not bare
            or _stands_apart(first, last, bare)
            or (len(joined) == 1 and _all_bold(joined[0]))
            or _all_bold(line)
        )
        if joined and apart:
            yield " ".join(joined)
            joined = []
        if bare:
            first = first if joined else bare
            last = bare
            joined.append(line)
    if joined:
        yield " ".join(joined)


def _stands_apart(first: str, above: str, line: str) -> bool:
    """Whether a line is none that goes on with the one above it.

    Args:
        first: the first line of the paragraph above.
        above: its last line.
        line: the line.
    """
    if above.endswith(":") or _VALUED.match(line) or marking_at(line, 0, len(line)):
        return True
    return _VALUED.match(first) is not None and not line[0].islower()


def _all_bold(line: str) -> bool:
    merged = _merged(line)
    return len(merged) <= _LONGEST_BOLD_LINE and merged.startswith(_BOLD) and merged.find(_PLAIN) == len(merged) - 1


def _emphasised(raw: str) -> str:
    """Folded words, with ``**`` around those in bold that open the line or stand right behind its label."""
    if _BOLD not in raw:
        return folded(raw)
    text = _merged(raw)
    at = 0
    if not text.startswith(_BOLD):
        marking = marking_at(text, 0, len(text))
        at = marking.end if marking else -1
    if at < 0 or text[at : at + 1] != _BOLD:
        return text.translate(_SIGNS)
    end = text.find(_PLAIN, at)
    end = len(text) if end < 0 else end
    words, rest = text[at + 1 : end].translate(_SIGNS), text[end + 1 :].translate(_SIGNS)
    labelled = marking_at(words, 0, len(words))
    if "*" in words or labelled or (rest.strip() and words.endswith(":")):
        return text.translate(_SIGNS)
    return f"{text[:at]}**{words}**{rest}"


def _merged(raw: str) -> str:
    """Folded words and signs; blanks stand outside of bold, and bold that goes on is one."""
    text = folded(_EDGE.sub(_outside, raw)).replace(_BOLD + _PLAIN, "")
    return folded(text.replace(f"{_PLAIN} {_BOLD}", " ").replace(_PLAIN + _BOLD, ""))


def _outside(edge: re.Match[str]) -> str:
    blank = " " if edge["before"] or edge["after"] else ""
    return blank + _BOLD if edge["sign"] == _BOLD else _PLAIN + blank
