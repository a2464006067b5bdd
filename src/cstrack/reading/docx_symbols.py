"""What Word's symbol fonts print for a code, as a character that every font has."""

from __future__ import annotations

#: Private codes of symbol fonts begin here; the low byte is the font's own code.
_PRIVATE = 0xF000

_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘", 0xE8: "➔", 0xE9: "↑",
    0xEA: "↓", 0xF0: "⇨", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "□"}
_WINGDINGS_3 = {0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶", 0x7D: "▶"}
_WEBDINGS = {0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√",
    0xD7: "·", 0x2D: "−", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x64: "δ", 0x67: "γ", 0x6C: "λ",
    0x6D: "µ", 0x70: "π", 0x73: "σ", 0xE5: "∑",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3, "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}  # fmt: skip

#: What stands for a sign that has no common character: a reader sees that something is there.
UNKNOWN = "\N{WHITE SQUARE}"


def is_symbolic(font: str | None) -> bool:
    """Whether a font prints signs for letters."""
    return font is not None and font.strip().lower() in _FONTS


def symbol(font: str | None, code: int) -> str:
    """The character that a code prints.

    Args:
        font: name of the font.
        code: the code, in the private range of symbol fonts or as a letter.

    Returns:
        The character itself for a font of letters; a white square for a sign that no common character shows.
    """
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    signs = _FONTS.get((font or "").strip().lower())
    if signs is None:
        return chr(low) if 0x20 <= low < 0xD800 or 0xE000 <= low <= 0x10FFFF else ""
    if low in signs:
        return signs[low]
    if signs is _SYMBOL and 0x20 <= low < 0x7F:
        return chr(low)
    return "" if low <= 0x20 else UNKNOWN
