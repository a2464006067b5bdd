"""PDF files made to break a reader: small ones that grow, circles, lies, and files that are none."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_FONTS = b"/Font<</R 3 0 R>>"
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"


def _one(kit: ModuleType, content: bytes, resources: bytes = _FONTS, *more: bytes) -> bytes:
    """A page with a content stream, and further objects from number 6 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<<%s>>>>" % resources
    listed = b"<</Type/Pages/Count 1/Kids[4 0 R]>>"
    return kit.assemble([b"<</Type/Catalog/Pages 2 0 R>>", listed, _FONT, page, content, *more])


def _packed(kit: ModuleType, content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return kit.stream(content, b"/Filter[" + b"/FlateDecode" * times + b"]")


def blanks(mebibytes: int) -> bytes:
    """A zlib stream of so many blanks, put together from one mebibyte that was packed once: none of it is ever in memory."""
    piece = b" " * (1 << 20)
    packer = zlib.compressobj(9)
    first = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    head, block = first[:2], first[2:]
    check = 1
    for _ in range(mebibytes):
        check = zlib.adler32(piece, check)
    return head + block * mebibytes + b"\x03\x00" + check.to_bytes(4, "big")


def _forms(kit: ModuleType, levels: int, each: int) -> list[bytes]:
    """Forms of which each draws the next some times."""
    forms = []
    for level in range(levels):
        inner = b"BT /R 9 Tf 10 10 Td (word) Tj ET" if level == levels - 1 else b"/F Do " * each
        forms.append(kit.stream(inner, _FORM + b"/Resources<<%s/XObject<</F %d 0 R>>>>" % (_FONTS, 7 + level)))
    return forms


def hostile(kit: ModuleType) -> dict[str, bytes]:
    """Files that may be read where the tests run.

    Args:
        kit: the module that writes PDF files.
    """
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    good = kit.pdf(kit.words(60, 760, "The Cabinet agreed the budget of £7.2m for placements in 2015/16."))
    junk = random.Random(7).randbytes(50_000_000)
    return {
        "empty": b"",
        "its first words alone": b"%PDF-1.7\n",
        "no pages": kit.assemble([catalogue, b"<</Type/Pages/Count 0/Kids[]>>"]),
        "cut off": good[: len(good) // 2],
        "cut off early": good[:40],
        "no table of places": good.replace(b"xref", b"xxxx"),
        "a lying table of places": good.replace(b"0000000", b"9999999"),
        "cyclic kids": kit.assemble([catalogue, b"<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]/Parent 2 0 R>>"]),
        "a huge count": kit.assemble([catalogue, b"<</Type/Pages/Count 2147483647/Kids[]>>"]),
        "a negative count": kit.assemble([catalogue, b"<</Type/Pages/Count -5/Kids[]>>"]),
        "a cyclic form": _one(
            kit,
            kit.stream(b"/F Do"),
            b"/XObject<</F 6 0 R>>",
            kit.stream(b"/F Do", _FORM + b"/Resources<</XObject<</F 6 0 R>>>>"),
        ),
        "deep arrays": _one(kit, kit.stream(b"[" * 100_000 + b"]" * 100_000 + b" TJ")),
        "deep dictionaries": kit.assemble([b"<</A" * 5_000 + b" 1 " + b">>" * 5_000]),
        "many words at one place": _one(kit, _packed(kit, b"BT /R 9 Tf 9 9 Td " + b"(a b) Tj " * 100_000 + b"ET")),
        "many lines": _one(kit, _packed(kit, b"0 0 m 9 9 l S\n" * 100_000)),
        "many frames": _one(
            kit,
            _packed(kit, b"BT /R 9 Tf 9 9 Td (a) Tj 200 0 Td (b) Tj ET " * 200 + b"0 0 99 9 re S\n" * 6_000),
        ),
        "numbers that are none": _one(
            kit, kit.stream(b"BT /R NaN Tf 1e99 1e99 Td (far) Tj ET BT /R 9 Tf -1e30 1e30 Td (away) Tj ET")
        ),
        "a page without size": good.replace(b"[0 0 595 842]", b"[0 0 0 0]    "),
        "junk behind its first words": b"%PDF-1.7\n" + junk,
        "another kind of file": b"PK\x03\x04" + junk[:1000],
    }


def dangerous(kit: ModuleType) -> dict[str, bytes]:
    """Files that take much time or memory: only for a process that may be ended."""
    return {
        "forms in forms": _one(kit, kit.stream(b"/F Do"), _FONTS + b"/XObject<</F 6 0 R>>", *_forms(kit, 11, 10)),
        "a gigabyte of blanks": _one(kit, kit.stream(blanks(1024), b"/Filter/FlateDecode")),
        "packed three times": _one(
            kit,
            kit.stream(
                zlib.compress(zlib.compress(blanks(256), 9), 9), b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"
            ),
        ),
    }
