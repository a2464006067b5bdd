"""Words of inline HTML: blanks folded, lines parted where they are lines, bold openings kept as Markdown keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.inline import BOLD, BREAK, PLAIN, bare, folded, paragraphs_of, parted, raised, without_signs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from selectolax.lexbor import LexborNode

#: Inline elements without words of their own.
_SILENT = frozenset({"-comment", "img", "wbr", "input", "template"})


def lines_of(nodes: Iterable[LexborNode], marked: Collection[int], bold: Collection[int]) -> Iterator[str]:
    """The paragraphs that a run of inline nodes holds: one, or several where line breaks part label lines or items.

    Args:
        nodes: siblings in order, none of which holds a block.
        marked: ids of the nodes that hold a line break, bold or raised words.
        bold: ids of the nodes whose words are bold.

    Yields:
        Folded words, never empty; bold is kept as ``**`` where it opens the paragraph.
    """
    yield from paragraphs_of("".join(_signed(nodes, marked, bold)) if marked else "".join(map(_plain_text, nodes)))


def joined_lines(text: str) -> Iterator[str]:
    """The paragraphs of a text that is set line by line."""
    for line in parted(text.splitlines()):
        yield folded(without_signs(line))


def words_of(nodes: Iterable[LexborNode], marked: Collection[int], bold: Collection[int]) -> str:
    """The words of inline nodes in one line, without marks: of a heading, of a cell."""
    return bare("".join(_signed(nodes, marked, bold)) if marked else "".join(map(_plain_text, nodes)))


def _plain_text(node: LexborNode) -> str:
    return without_signs((node.text_content or "") if node.is_text_node else node.text())


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
            yield without_signs(at.text_content or "")
        elif tag == "br":
            yield BREAK
        elif tag == "sup":
            yield raised(without_signs(at.text().strip()))
        elif tag not in _SILENT:
            if at.mem_id in bold:
                yield BOLD
                stack.append(PLAIN)
            stack.extend(reversed(tuple(at.iter(include_text=True))))
