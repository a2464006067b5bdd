"""The few calls of PDFium that are made for every line of every page, without the cost of checking their arguments.

pypdfium2 declares a C type for each argument, and ctypes checks them at every call: half of the time of a call that only reads
a number. The same functions are bound here to plain addresses; whoever calls them hands over what pypdfium2 opened.
"""

from __future__ import annotations

import ctypes
import struct
from functools import cache
from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from cstrack.reading.pdf_page import Edges

_INT, _FLOAT, _DOUBLE, _ADDRESS = ctypes.c_int, ctypes.c_float, ctypes.c_double, ctypes.c_void_p
_NAME, _ROOM = 128, 32

#: Numbers as PDFium writes them into the room for them: two or four of double precision, four and two of single.
_TWO, _FOUR = struct.Struct("2d").unpack_from, struct.Struct("4d").unpack_from
_SINGLE, _ACROSS = struct.Struct("4f").unpack_from, struct.Struct("2f").unpack_from


@final
@frozen(kw_only=True)
class Calls:
    """Functions of PDFium bound to addresses; every one of them takes the address of an open page, text page or object first.

    Attributes:
        memory: room for the numbers that a call writes.
        name: room for the name of a font.
    """

    _origin: Callable[..., int]
    _box: Callable[..., int]
    _size: Callable[..., float]
    _matrix: Callable[..., int]
    _weight: Callable[..., int]
    _font: Callable[..., int]
    _rect: Callable[..., int]
    angle: Callable[[int, int], float]
    kind: Callable[[int], int]
    thing: Callable[[int, int], int]
    _bounds: Callable[..., int]
    memory: bytearray = field(factory=lambda: bytearray(_ROOM))
    name: Any = field(factory=lambda: ctypes.create_string_buffer(_NAME))
    _at: tuple[int, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Keep the addresses of the room for numbers, and of the one for names."""
        start = ctypes.addressof(ctypes.c_char.from_buffer(self.memory))
        object.__setattr__(self, "_at", (*range(start, start + _ROOM, 4), ctypes.addressof(self.name)))

    def origin(self, text: int, at: int) -> tuple[float, float]:
        """Where the baseline of a character begins."""
        self._origin(text, at, self._at[0], self._at[2])
        return _TWO(self.memory)

    def box(self, text: int, at: int) -> Edges:
        """The printed box of a character."""
        here = self._at
        self._box(text, at, here[0], here[4], here[2], here[6])
        return _FOUR(self.memory)

    def rect(self, text: int, at: int) -> Edges:
        """The box of a run of characters that were printed at once."""
        here = self._at
        self._rect(text, at, here[0], here[6], here[4], here[2])
        return _FOUR(self.memory)

    def size(self, text: int, at: int) -> float:
        """The size of a character as printed: that of its font, times what the page enlarges it by."""
        nominal: float = self._size(text, at)
        if not self._matrix(text, at, self._at[0]):
            return nominal
        across, up = _ACROSS(self.memory, 8)
        scale: float = abs(up) if not across else (across * across + up * up) ** 0.5
        return nominal * scale

    def font(self, text: int, at: int) -> tuple[bytes, int]:
        """The name of a character's font, and its weight: 400 is regular, 700 bold; -1 where nothing is told."""
        length = self._font(text, at, self._at[-1], _NAME, None)
        return (self.name.value if 0 < length <= _NAME else b""), self._weight(text, at)

    def bounds(self, thing: int) -> Edges:
        """The box around an object of a page."""
        here = self._at
        if not self._bounds(thing, here[0], here[1], here[2], here[3]):
            return (0.0, 0.0, 0.0, 0.0)
        return _SINGLE(self.memory)


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
        angle=bound("FPDFText_GetCharAngle", _FLOAT, *character),
        kind=bound("FPDFPageObj_GetType", _INT, _ADDRESS),
        thing=bound("FPDFPage_GetObject", _ADDRESS, *character),
        bounds=bound("FPDFPageObj_GetBounds", _INT, _ADDRESS, *[_ADDRESS] * 4),
    )
