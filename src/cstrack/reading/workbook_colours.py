"""The colour behind a cell of an Excel workbook, however the file tells it: in full, by number, or by the theme and a tint.

Source:
    ECMA-376, Office Open XML, part 1, sections 18.3.1.15 (color, with tint) and 18.8.27 (indexedColors); the order of the theme's
    colours as spreadsheet programs use it: light and dark are exchanged.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

#: Colours by number, from 8 on; below 8 they repeat.
_INDEXED = (
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF", "800000", "008000",
    "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF", "993366", "FFFFCC", "CCFFFF",
    "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000",
    "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
    "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696", "003366", "339966",
    "003300", "333300", "993300", "993366", "333399", "333333",
)  # fmt: skip

#: The places of the theme's colours: those of text and background stand the other way round in the file.
_ORDER = (
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def theme_colours(root: Element | None) -> tuple[str, ...]:
    """The colours of a theme in the order that cells number them; empty where there is none."""
    scheme = None if root is None else next((part for part in root.iter() if local(part) == "clrScheme"), None)
    if scheme is None:
        return ()
    named = {local(part): _first(part) for part in scheme}
    return tuple(named.get(name, "") for name in _ORDER)


def _first(part: Element) -> str:
    told = next(iter(part), None)
    return "" if told is None else (told.get("lastClr") or told.get("val") or "").upper()


def colour_of(attributes: Mapping[str, str], theme: Sequence[str]) -> str | None:
    """A colour as ``RRGGBB``.

    Args:
        attributes: of the element that tells it: ``rgb``, ``indexed`` or ``theme`` and ``tint``.
        theme: the theme's colours.

    Returns:
        None where it tells none that a cell is filled with.
    """
    base = None
    if "rgb" in attributes:
        base = attributes["rgb"][-6:].upper()
    elif "theme" in attributes:
        base = _at(theme, attributes["theme"], 0)
    elif "indexed" in attributes:
        base = _at(_INDEXED, attributes["indexed"], 8)
    if not base or len(base) != 6 or any(letter not in "0123456789ABCDEF" for letter in base):
        return None
    return _tinted(base, attributes.get("tint", ""))


def _at(colours: Sequence[str], number: str, first: int) -> str | None:
    if not number.isdecimal() or not number.isascii() or len(number) > 3:
        return None
    place = int(number) - first if int(number) >= first else int(number)
    return colours[place] if place < len(colours) else None


def _tinted(colour: str, tint: str) -> str:
    """A colour made lighter (tint above nought) or darker; the lightness moves that part of the way to white or black."""
    try:
        by = float(tint or 0)
    except ValueError:
        return colour
    if not -1 <= by <= 1 or by == 0:
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    lightness = lightness * (1 + by) if by < 0 else lightness * (1 - by) + by
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, lightness, saturation))
