"""How councils number and mark what they write: ``5.3``, ``I.``, ``(1)``, ``1)``, ``(a)``, ``(iv)``, and bullets."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import frozen

from cstrack.values.patterns import pattern

#: Bullets as typed, and as word processors leave them: the private-use ones are Symbol and Wingdings.
_BULLET = pattern(
    "reading.labels.bullet",
    r"""
    (?: [-*+·•●○▪▫■□◼◻◾◦‣⁃∙–—❖❑✓✔✗➔➢➤►▶⇒→\uf0b7\uf0a7\uf0d8\uf0fc] (?=\s)
      | o (?=\s{2}|\t) | (?<=\s\s) o (?=\s) )
    \s{1,40}+
    """,
)

_LABEL = pattern(
    "reading.labels.label",
    r"""
    (?: \*\* | __ )?
    (?P<printed> \( (?P<bracket> [0-9]{1,3}+ | [ivxlc]{1,7}+ | [IVXLC]{1,7}+ | [a-zA-Z] ) \)
      | (?P<dotted> [0-9]{1,3}+ (?: \.[0-9]{1,3}+ ){1,4}+ ) [.)]?
      | (?P<single> [0-9]{1,3}+ | [ivxlc]{1,7}+ | [IVXLC]{1,7}+ | [a-zA-Z] ) [.)]
      | (?P<apart> [0-9]{1,3}+ ) (?= (?: \t | \s{2} ) \s{0,40}+ [A-Z"“‘'] )
    )
    (?: \*\* | __ )?
    (?= \s | \Z | (?<= [0-9][.)] ) (?= [A-Z][a-z] ) )
    """,
)

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_HIGHEST_ROMAN = 60


class Numbering(StrEnum):
    """A way of numbering: labels of one list share it."""

    DOTTED = "5.3"
    NUMBER = "1."
    BRACKET = "(1)"
    ROMAN_UPPER = "I."
    ROMAN_LOWER = "(i)"
    LETTER_UPPER = "A."
    LETTER_LOWER = "(a)"


@final
@frozen(kw_only=True)
class Label:
    """A clause label.

    Attributes:
        printed: as it stands, ``5.3`` or ``(iv)``.
        token: without brackets and stops.
        readings: numbering and place in it, likeliest first: ``(i)`` is a first or a ninth.
    """

    printed: str
    token: str
    readings: tuple[tuple[Numbering, int], ...]

    @property
    def first(self) -> int:
        """The place in its list that it likeliest names; 0 where it counts nothing."""
        return self.readings[0][1] if self.readings else 0

    @property
    def initial(self) -> bool:
        """Whether it may as well be somebody's initial, or ``c.`` for about: one letter and a stop."""
        return len(self.token) == 1 and self.token.isalpha() and self.printed.endswith(".")


@final
@frozen(kw_only=True)
class Marking:
    """What stands before the words of a line.

    Attributes:
        bullet: the bullet as printed; None where there is none.
        label: the clause label; None where there is none.
        end: offset of the first character of the words.
    """

    bullet: str | None
    label: Label | None
    end: int


def marking_at(text: str, start: int, end: int) -> Marking | None:
    """The bullet, the label or both (``- 1.1 The purpose``) that a line begins with.

    Args:
        text: the whole text.
        start: first printed character of the line.
        end: the character after its last.

    Returns:
        None where the line begins with words.
    """
    mark = _BULLET.match(text, start, end)
    at = mark.end() if mark else start
    label, after = _label_at(text, at, end)
    if mark is None and label is None:
        return None
    return Marking(bullet=text[start] if mark else None, label=label, end=after)


def _label_at(text: str, start: int, end: int) -> tuple[Label | None, int]:
    found = _LABEL.match(text, start, end)
    if found is None:
        return None, start
    after = found.end()
    while after < end and text[after].isspace():
        after += 1
    if found["dotted"] and after < end and (text[after].islower() or text[after] in "%-–"):
        return None, start  # "4.5 per cent", "2.1 - 2.4": a figure
    bare = found["bracket"] or found["dotted"] or found["single"] or found["apart"]
    printed = found["printed"]
    bare = bare.removesuffix(".0")  # sections 1.0, 2.0 over clauses 1.1, 2.1
    readings = _readings(bare, bracket=printed.endswith(")"))
    return (Label(printed=printed, token=bare, readings=readings), after) if readings else (None, start)


def _readings(bare: str, *, bracket: bool) -> tuple[tuple[Numbering, int], ...]:
    if "." in bare:
        return ((Numbering.DOTTED, int(bare.rsplit(".", 1)[1])),)
    if bare[0] in "0123456789":
        return ((Numbering.BRACKET if bracket else Numbering.NUMBER, int(bare)),)
    upper = bare.isupper()
    roman = (Numbering.ROMAN_UPPER if upper else Numbering.ROMAN_LOWER, roman_value(bare))
    letter = (Numbering.LETTER_UPPER if upper else Numbering.LETTER_LOWER, ord(bare[-1].lower()) - 96)
    if len(bare) > 1:
        return (roman,) if roman[1] else ()
    return (roman, letter) if bare in "iIvVxX" else (letter, roman) if roman[1] else (letter,)


def roman_value(token: str) -> int:
    """The number of a Roman numeral up to sixty; 0 where it is none or is not written the usual way."""
    total, seen = 0, 0
    for sign in reversed(token.lower()):
        value = _ROMAN.get(sign, 0)
        if not value:
            return 0
        total, seen = (total - value, seen) if value < seen else (total + value, value)
    return total if 0 < total <= _HIGHEST_ROMAN and _roman(total) == token.lower() else 0


def _roman(number: int) -> str:
    signs = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, sign in signs:
        while number >= value:
            written, number = written + sign, number - value
    return written
