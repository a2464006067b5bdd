"""Colours by the names that keys of ratings give them."""

from __future__ import annotations

import colorsys

#: Below this a colour has no hue that anybody would name; above that light it is white.
_PALE, _WHITE, _BLACK = 0.12, 0.97, 0.12
#: Upper ends of the hues, in degrees.
_HUES = ((18, "red"), (52, "amber"), (68, "yellow"), (165, "green"), (260, "blue"), (320, "purple"), (361, "red"))


def colour_name(rgb: str) -> str:
    """The name of a colour.

    Args:
        rgb: ``RRGGBB``.

    >>> [colour_name(rgb) for rgb in ("92D050", "00B0F0", "FFC000", "FF0000", "BFBFBF", "FFFFFF")]
    ['green', 'blue', 'amber', 'red', 'grey', 'white']
    """
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, _ = colorsys.rgb_to_hls(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < _PALE:
        return "white" if light > _WHITE else "black" if light < _BLACK else "grey"
    return next(name for end, name in _HUES if hue * 360 < end)
