"""Plain text with a way back: dashes, blanks, quotes and emphasis normalised, every character's origin kept."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Characters that councils' word processors print for one plain character.
_PLAIN = str.maketrans(
    {
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"',
    }
)  # fmt: skip

#: What is not the author's word: blanks, characters that print as nothing, marks of Markdown, the raised marks of notes (`204²`, but
#: `20 m²`), and what is left of UTF-8 that some tool before us read as Windows-1252 (`Â£`, `â€™`).
_NOISE = pattern(
    "document.text.noise",
    r"""
      (?P<blank> [^\S\ ]\s*+ | \ \s++ )
    | (?P<nothing> [\u00ad\u200b\u200c\u200d\u2060\ufeff]+
      | (?<!\*) \*{2,3}+ (?=[^\s*]) | (?<=[^\s*]) \*{2,3}+ (?!\*)
      | Â (?=[£\u00a0])
      | (?<=[\w.,;:!?)%'"’”]) (?<![0-9\ ]m) (?<![ckm]m) [⁰¹²³⁴-⁹]{1,3}+ (?: ,[⁰¹²³⁴-⁹]{1,3}+ ){0,4}+ (?!\w) )
    | (?P<escaped> \\ [*_\[\]()\#+.!|`>\-] )
    | (?P<open> (?<![\w*]) \* (?=[^\s*][^*]{0,300}+(?<=\S)\*(?![\w*]))
      | (?<!\w) __ (?=[^\s_][^_]{0,300}+__(?!\w)) | (?<!\w) _ (?=[^\s_][^_]{0,300}+_(?!\w))
      | \[ (?=[^\[\]]{1,500}+\]\([^()\s]{0,1000}+\)) )
    | (?P<close> (?<=[^\s*]) \* (?![\w*]) | (?<=[^\s_]) _{1,2}+ (?!\w) | \]\([^()\s]{0,1000}+\) )
    | â€ (?P<broken> [™˜œ\u009d“”] )
    """,
)

#: What the last character of a broken mark stood for.
_BROKEN = {"™": "'", "˜": "'", "œ": '"', "\u009d": '"', "“": "-", "”": "-"}


@final
@frozen(eq=False)
class Plain:
    """Normalised text whose every character knows where it stood.

    Attributes:
        text: dashes, quotes and blanks made plain, runs of blanks folded to one, Markdown's emphasis, the targets of its links and
            the raised marks of notes left out.
        origins: for each character of ``text`` its offset in the document's text.
    """

    text: str
    origins: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Where the characters ``start`` to ``end`` (half-open) of the plain text stand in the document."""
        if start >= end:
            at = self.origins[start] if start < len(self.origins) else (self.origins[-1] + 1 if self.origins else 0)
            return Span(at, at)
        return Span(self.origins[start], self.origins[end - 1] + 1)


def plain(text: str, pieces: tuple[Span, ...]) -> Plain:
    """Normalise some stretches of a text, joined with one blank between them.

    Args:
        text: the whole text of a document.
        pieces: stretches of it in order.

    Returns:
        The plain text and the origin of each of its characters; no blank at either end.
    """
    letters: list[str] = []
    origins = array("L")
    for piece in pieces:
        _blank(letters, origins, origins[-1] + 1 if origins else 0)
        _append(text, piece, letters, origins)
    if letters and letters[-1].endswith(" "):
        letters[-1] = letters[-1][:-1]
        origins.pop()
    return Plain("".join(letters), origins)


def _append(text: str, piece: Span, letters: list[str], origins: array[int]) -> None:
    at, opened = piece.start, 0
    for noise in _NOISE.finditer(text, piece.start, piece.end):
        kind = noise.lastgroup
        if kind == "close" and not opened:
            continue
        _words(text, at, noise.start(), letters, origins)
        opened += (kind == "open") - (kind == "close")
        if kind == "blank":
            _blank(letters, origins, noise.start())
        elif kind == "broken":
            letters.append(_BROKEN[noise["broken"]])
            origins.append(noise.start())
        elif kind == "escaped":
            letters.append(noise.group()[1])
            origins.append(noise.start() + 1)
        at = noise.end()
    _words(text, at, piece.end, letters, origins)


def _words(text: str, start: int, end: int, letters: list[str], origins: array[int]) -> None:
    """Add words with the single blanks between them; one at their start only where a word stands before."""
    if start < end and text[start] == " " and (not letters or letters[-1].endswith(" ")):
        start += 1
    if start < end:
        letters.append(text[start:end].translate(_PLAIN))
        origins.extend(range(start, end))


def _blank(letters: list[str], origins: array[int], origin: int) -> None:
    if letters and not letters[-1].endswith(" "):
        letters.append(" ")
        origins.append(origin)
