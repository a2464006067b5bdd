"""A PDF written by hand: what stands where on its pages, in the fonts that every reader knows."""

from __future__ import annotations

WIDTH, HEIGHT = 595, 842


def words(left: float, base: float, text: str, *, size: float = 11, bold: bool = False) -> bytes:
    """Words in one line."""
    shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (b"B" if bold else b"R", size, left, base, shown)


def turned(left: float, base: float, text: str, *, size: float = 11) -> bytes:
    """Words that run up a page which is shown turned by a quarter; the place is that on the page as it is shown."""
    place = (size, WIDTH - base, left, text.encode("cp1252"))
    return b"BT /R %g Tf 0 1 -1 0 %g %g Tm (%s) Tj ET\n" % place


def rule(left: float, bottom: float, right: float, top: float) -> bytes:
    """A printed line."""
    return b"%g %g m %g %g l S\n" % (left, bottom, right, top)


def lines(left: float, top: float, *texts: str, size: float = 11, bold: bool = False, leading: float = 13) -> bytes:
    """Lines below each other."""
    return b"".join(words(left, top - at * leading, text, size=size, bold=bold) for at, text in enumerate(texts))


def framed(left: float, top: float, widths: tuple[int, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    """A table with lines around its cells; a line break in a cell begins a further line."""
    right, above = left + sum(widths), top
    drawn = rule(left, above, right, above)
    for row in rows:
        foot = above - 8 - 12 * max(cell.count("\n") + 1 for cell in row)
        beside = left
        for cell, width in zip(row, widths, strict=True):
            drawn += lines(beside + 4, above - 14, *cell.split("\n"), leading=12) if cell else b""
            drawn += rule(beside, foot, beside, above)
            beside += width
        drawn += rule(right, foot, right, above) + rule(left, foot, right, foot)
        above = foot
    return drawn


def pdf(*pages: bytes, turn: int = 0, pictured: tuple[int, ...] = ()) -> bytes:
    """A PDF of pages.

    Args:
        pages: what is drawn on each.
        turn: degrees by which every page is turned when it is shown.
        pictured: numbers of the pages, from 1, that a picture covers.
    """
    extra = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    fonts = [
        b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name
        for name in (b"Helvetica", b"Helvetica-Bold")
    ]
    kids = b" ".join(b"%d 0 R" % (6 + 2 * at) for at in range(len(pages)))
    listed = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", listed, *fonts, stream(b"\x80", extra)]
    for at, drawn in enumerate(pages):
        picture = b"q %d 0 0 %d 0 0 cm /I Do Q\n" % (WIDTH, HEIGHT) if at + 1 in pictured else b""
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</R 3 0 R/B 4 0 R>>/XObject<</I 5 0 R>>>>>>" % (WIDTH, HEIGHT, turn, 7 + 2 * at)
        )
        objects.append(stream(picture + drawn))
    return assemble(objects)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """An object with a stream."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), extra, content)


def assemble(objects: list[bytes]) -> bytes:
    """Objects, numbered from 1, as a file; the first is the catalogue."""
    written, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end
