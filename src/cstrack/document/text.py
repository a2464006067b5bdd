"""Plain text with a way back: dashes, blanks, quotes and emphasis normalised, every character's origin kept."""

from __future__ import annotations

from typing import final

from attrs import frozen

from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

#: Characters that councils' word processors print for one plain character.
_PLAIN = str.maketrans(
    {
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"',
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ",
    }
)  # fmt: skip

_NOISE = pattern("document.text.noise", r"[\u00ad\u200b\u200c\u200d\u2060\ufeff]|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|\s+")


@final
@frozen(eq=False)
class Plain:
    """Normalised text whose every character knows where it stood.

    Attributes:
        text: dashes, quotes and blanks made plain, runs of blanks folded to one, Markdown's asterisks left out.
        origins: for each character of ``text`` its offset in the document's text.
    """

    text: str
    origins: tuple[int, ...]

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
    origins: list[int] = []
    for piece in pieces:
        if letters and letters[-1] != " ":
            letters.append(" ")
            origins.append(piece.start)
        _append(text, piece, letters, origins)
    while letters and letters[-1] == " ":
        letters.pop()
        origins.pop()
    return Plain("".join(letters), tuple(origins))


def _append(text: str, piece: Span, letters: list[str], origins: list[int]) -> None:
    at = piece.start
    for noise in _NOISE.finditer(text, piece.start, piece.end):
        letters.extend(text[at : noise.start()].translate(_PLAIN))
        origins.extend(range(at, noise.start()))
        if noise.group().isspace() and letters and letters[-1] != " ":
            letters.append(" ")
            origins.append(noise.start())
        at = noise.end()
    letters.extend(text[at : piece.end].translate(_PLAIN))
    origins.extend(range(at, piece.end))
