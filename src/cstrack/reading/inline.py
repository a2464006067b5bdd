"""Words of a paragraph whose format tells of bold and line breaks: blanks folded, lines parted where they are lines.

A reader puts signs into the raw words; here they become Markdown's ``**`` where bold opens a paragraph, as in ``**Fewer moves.** The
measure ...``, and nothing anywhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.labels import marking_at
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

#: Signs that stand for the start and end of bold, and for a line break, until the words are folded.
BOLD, PLAIN, BREAK = "\ue000", "\ue001", "\ue002"

#: Takes the signs out of what an author wrote.
SIGNS = str.maketrans("", "", BOLD + PLAIN + BREAK)

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", " ")

_EDGE = pattern("reading.inline.edge", r"(?P<before>(?<!\s)\s*+)(?P<sign>[\ue000\ue001])(?P<after>\s*+)")
_VALUED = pattern("reading.inline.valued", r"[A-Z][^:.!?]{1,60}?\??:(?=\s|\Z)")
_NOTES = pattern("reading.inline.notes", r"[0-9]{1,3}+(?:,\s?[0-9]{1,3}+){0,4}+")

_LONGEST_BOLD_LINE = 100


def folded(text: str) -> str:
    """Words with single blanks between them."""
    return " ".join(text.split())


def bare(raw: str) -> str:
    """Folded words in one line, without marks: of a heading, of a cell."""
    return folded(without_signs(raw.replace(BREAK, " ")))


def paragraphs_of(raw: str) -> Iterator[str]:
    """The paragraphs that raw words hold: one, or several where line breaks part label lines or items.

    Yields:
        Folded words, never empty; bold is kept as ``**`` where it opens the paragraph.
    """
    for line in parted(_broken(raw)) if BREAK in raw else (raw,):
        words = _emphasised(line)
        if words:
            yield words


def without_signs(text: str) -> str:
    """A text of the page cannot be taken for a sign of ours; plain English is let through unread."""
    return text if text.isascii() else text.translate(SIGNS)


def raised(words: str) -> str:
    """A raised figure is the mark of a note or a power, and never the last digit of the figure before it; ``2nd`` is a word."""
    return words.translate(_RAISED) if _NOTES.fullmatch(words) else words


def _broken(raw: str) -> Iterator[str]:
    """The lines of words with signs; bold that goes on over a break ends with each line and begins anew in the next."""
    depth = 0
    for line in raw.split(BREAK):
        opened = depth
        depth = max(0, depth + line.count(BOLD) - line.count(PLAIN))
        yield BOLD * min(opened, 1) + line + PLAIN * min(depth, 1)


def parted(lines: Iterable[str]) -> Iterator[str]:
    """Lines that go on in each other joined; an empty line, a label line, an item and a line all bold stand apart."""
    joined: list[str] = []
    first = last = ""
    for line in lines:
        words = folded(without_signs(line))
        apart = (
            not words
            or _stands_apart(first, last, words)
            or (len(joined) == 1 and _all_bold(joined[0]))
            or _all_bold(line)
        )
        if joined and apart:
            yield " ".join(joined)
            joined = []
        if words:
            first = first if joined else words
            last = words
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
    return len(merged) <= _LONGEST_BOLD_LINE and merged.startswith(BOLD) and merged.find(PLAIN) == len(merged) - 1


def _emphasised(raw: str) -> str:
    """Folded words, with ``**`` around those in bold that open the line or stand right behind its label."""
    if BOLD not in raw:
        return folded(raw)
    text = _merged(raw)
    at = 0
    if not text.startswith(BOLD):
        marking = marking_at(text, 0, len(text))
        at = marking.end if marking else -1
    if at < 0 or text[at : at + 1] != BOLD:
        return text.translate(SIGNS)
    end = text.find(PLAIN, at)
    end = len(text) if end < 0 else end
    words, rest = text[at + 1 : end].translate(SIGNS), text[end + 1 :].translate(SIGNS)
    labelled = marking_at(words, 0, len(words))
    if "*" in words or labelled or (rest.strip() and words.endswith(":")):
        return text.translate(SIGNS)
    return f"{text[:at]}**{words}**{rest}"


def _merged(raw: str) -> str:
    """Folded words and signs; blanks stand outside of bold, and bold that goes on is one."""
    text = folded(_EDGE.sub(_outside, raw)).replace(BOLD + PLAIN, "")
    return folded(text.replace(f"{PLAIN} {BOLD}", " ").replace(PLAIN + BOLD, ""))


def _outside(edge: re.Match[str]) -> str:
    blank = " " if edge["before"] or edge["after"] else ""
    return blank + BOLD if edge["sign"] == BOLD else PLAIN + blank
