"""Lines of a page joined to running words: what a hyphen at the end of a line was for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: A soft hyphen stands where a page broke a word.
SOFT = "\u00ad"

_LAST = pattern("reading.pdf_words.last", r"[^\W0-9_]{1,40}+\Z")
_FIRST = pattern("reading.pdf_words.first", r"[^\W0-9_]{1,40}+")
_ANY = pattern("reading.pdf_words.any", r"[^\W0-9_]{1,40}+(?:-[^\W0-9_]{1,40}+){0,4}+")

#: Beginnings that are written with a hyphen.
_APART = frozenset(
    {
        "re", "pre", "post", "non", "co", "self", "well", "multi", "inter", "cross", "sub", "anti", "ex", "semi", "under",
        "over", "long", "short", "high", "low", "mid", "part", "full", "half", "one", "two", "three", "four", "five", "six",
        "ten", "first", "second", "third", "all", "child", "family", "face", "day", "week", "year",
    }
)  # fmt: skip


def joined(lines: Sequence[str], known: frozenset[str] = frozenset()) -> str:
    """Lines as one, words that they break made whole.

    Args:
        lines: in order; one that ends in a soft hyphen goes on in the next.
        known: words that the paper prints unbroken, in small letters, hyphens kept.

    Returns:
        Running text without soft hyphens.
    """
    text = ""
    for line in lines:
        if text.endswith(SOFT):
            text = text[:-1] + _hyphen(text[:-1], line, known) + line
        else:
            text = f"{text} {line}" if text else line
    return text.replace(SOFT, "-")


def unbroken(lines: Iterable[str]) -> frozenset[str]:
    """The words of some lines, in small letters, but those that a line breaks."""
    return frozenset(
        word
        for line in lines
        for word in map(str.lower, _ANY.findall(line.rpartition(" ")[0] if SOFT in line else line))
    )


def _hyphen(before: str, behind: str, known: frozenset[str]) -> str:
    """A hyphen where the two parts are a compound; nothing where a word was only broken."""
    last, first = _LAST.search(before[-41:]), _FIRST.match(behind)
    if last is None or first is None or not first.group()[0].islower():
        return "-"
    one, other = last.group().lower(), first.group().lower()
    if f"{one}-{other}" in known or one in _APART:
        return "-"
    if one + other in known:
        return ""
    return "-" if one in known and other in known else ""
