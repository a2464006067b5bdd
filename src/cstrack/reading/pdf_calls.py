"""The few calls of PDFium that are made for every line of every page, without the cost of checking their arguments.

pypdfium2 declares a C type for each argument, and ctypes checks them at every call: half of the time of a call that only reads
a number. The same functions are bound here to plain addresses; whoever calls them hands over what pypdfium2 opened.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from cstrack.reading.pdf_page import Edges

_INT, _FLOAT, _DOUBLE, _ADDRESS = ctypes.c_int, ctypes.c_float, ctypes.c_double, ctypes.c_void_p
_NAME = 128


@final
@frozen(kw_only=True)
class Calls:
    """Functions of PDFium bound to addresses; every one of them takes the address of an open page, text page or object first.

    Attributes:
        doubles: room for four numbers that a call writes.
        floats: room for six numbers of single precision.
        name: room for the name of a font.
    """

    _origin: Callable[..., int]
    _box: Callable[..., int]
    _size: Callable[..., float]
    _matrix: Callable[..., int]
    _weight: Callable[..., int]
    _font: Callable[..., int]
    _rect: Callable[..., int]
    kind: Callable[[int], int]
    thing: Callable[[int, int], int]
    _bounds: Callable[..., int]
    doubles: Any = field(factory=_DOUBLE * 4)
    floats: Any = field(factory=_FLOAT * 6)
    name: Any = field(factory=lambda: ctypes.create_string_buffer(_NAME))
    _places: tuple[int, ...] = ()

    def origin(self, text: int, at: int) -> tuple[float, float]:
        """Where the baseline of a character begins."""
        start = ctypes.addressof(self.doubles)
        self._origin(text, at, start, start + 8)
        return self.doubles[0], self.doubles[1]

    def box(self, text: int, at: int) -> Edges:
        """The printed box of a character."""
        start = ctypes.addressof(self.doubles)
        self._box(text, at, start, start + 16, start + 8, start + 24)
        return tuple(self.doubles)

    def rect(self, text: int, at: int) -> Edges:
        """The box of a run of characters that were printed at once."""
        start = ctypes.addressof(self.doubles)
        self._rect(text, at, start, start + 24, start + 16, start + 8)
        return tuple(self.doubles)

    def size(self, text: int, at: int) -> float:
        """The size of a character as printed: that of its font, times what the page enlarges it by."""
        nominal: float = self._size(text, at)
        if not self._matrix(text, at, ctypes.addressof(self.floats)):
            return nominal
        across, up = self.floats[2], self.floats[3]
        scale: float = abs(up) if not across else (across * across + up * up) ** 0.5
        return nominal * scale

    def font(self, text: int, at: int) -> tuple[bytes, int]:
        """The name of a character's font, and its weight: 400 is regular, 700 bold; -1 where nothing is told."""
        length = self._font(text, at, ctypes.addressof(self.name), _NAME, None)
        return (self.name.value if 0 < length <= _NAME else b""), self._weight(text, at)

    def bounds(self, thing: int) -> Edges:
        """The box around an object of a page."""
        start = ctypes.addressof(self.floats)
        if not self._bounds(thing, start, start + 4, start + 8, start + 12):
            return (0.0, 0.0, 0.0, 0.0)
        return tuple(self.floats[:4])


def address(opened: Any) -> int:
    """The address of what pypdfium2 opened."""
    return ctypes.cast(opened, _ADDRESS).value or 0


@cache
def calls() -> Calls:
    """The functions, bound once.

    Raises:
        ImportError: pypdfium2 is not installed.
    """
    from pypdfium2 import raw

    def bound(name: str, result: Any, *arguments: Any) -> Any:
        there = ctypes.cast(getattr(raw, name), _ADDRESS).value or 0
        return ctypes.PYFUNCTYPE(result, *arguments)(there)

    character = (_ADDRESS, _INT)
    return Calls(
        origin=bound("FPDFText_GetCharOrigin", _INT, *character, *[_ADDRESS] * 2),
        box=bound("FPDFText_GetCharBox", _INT, *character, *[_ADDRESS] * 4),
        size=bound("FPDFText_GetFontSize", _DOUBLE, *character),
        matrix=bound("FPDFText_GetMatrix", _INT, *character, _ADDRESS),
        weight=bound("FPDFText_GetFontWeight", _INT, *character),
        font=bound("FPDFText_GetFontInfo", ctypes.c_ulong, *character, _ADDRESS, ctypes.c_ulong, _ADDRESS),
        rect=bound("FPDFText_GetRect", _INT, *character, *[_ADDRESS] * 4),
        kind=bound("FPDFPageObj_GetType", _INT, _ADDRESS),
        thing=bound("FPDFPage_GetObject", _ADDRESS, *character),
        bounds=bound("FPDFPageObj_GetBounds", _INT, _ADDRESS, *[_ADDRESS] * 4),
    )
