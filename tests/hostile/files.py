"""Hostile files by the threat they carry, made from nothing when they are asked for; none is kept."""

from __future__ import annotations

import importlib.util
import io
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

BESIDE = Path(__file__).resolve().parents[1] / "unit" / "reading"

SHEET = "xl/worksheets/sheet1.xml"
BODY = "word/document.xml"

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_P = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument"

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11)) + "]>"
)
QUADRATIC = f'<!DOCTYPE a [<!ENTITY l10 "{"x" * 50_000}">]>'


def kit(name: str) -> ModuleType:
    """A module that stands beside the tests of the readers."""
    found = importlib.util.spec_from_file_location(name, BESIDE / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A packed file of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def blanks(name: str, mebibytes: int, parts: dict[str, str | bytes] | None = None) -> bytes:
    """A packed file with a part of blanks, however large, as its last."""
    others = {other: content for other, content in (parts or {}).items() if other != name}
    whole = packed({**others, name: ""})
    local = whole.rindex(b"PK\x03\x04")
    entry = whole.rindex(b"PK\x01\x02")
    middle, end = whole.index(b"PK\x01\x02"), whole.rindex(b"PK\x05\x06")
    squeezed = kit("hostile_pdf").blanks(mebibytes)[2:-4]
    told = (
        _check(mebibytes).to_bytes(4, "little")
        + len(squeezed).to_bytes(4, "little")
        + (mebibytes << 20).to_bytes(4, "little")
    )
    head = whole[local : local + 30 + len(name)]
    return b"".join(
        (
            whole[:local], head[:14], told, head[26:], squeezed,
            whole[middle : entry + 16], told, whole[entry + 28 : end + 16],
            (local + len(head) + len(squeezed)).to_bytes(4, "little"), whole[end + 20 :],
        )
    )  # fmt: skip


@cache
def _check(mebibytes: int) -> int:
    check = 0
    for _ in range(mebibytes):
        check = zlib.crc32(b" " * (1 << 20), check)
    return check


def lying(content: bytes, name: str, says: int) -> bytes:
    """The same file whose directory declares another size for one part."""
    changed = bytearray(content)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        length = int.from_bytes(changed[at + 28 : at + 30], "little")
        if changed[at + 46 : at + 46 + length] == name.encode():
            changed[at + 24 : at + 28] = says.to_bytes(4, "little")
            return bytes(changed)
        at = changed.find(b"PK\x01\x02", at + 4)
    raise AssertionError(name)


def overlapping(copies: int) -> bytes:
    """A packed file whose parts are all the same bytes, each under a name of its own."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    squeezed = kernel.compress(bytes(4 << 20)) + kernel.flush()
    local = b"PK\x03\x04" + bytes(4) + b"\x08\x00" + bytes(16) + b"\x01\x00\x00\x00" + b"a"
    check = zlib.crc32(bytes(4 << 20)).to_bytes(4, "little")
    directory = b""
    for number in range(copies):
        name = f"{number:05}.txt".encode()
        directory += (
            b"PK\x01\x02" + bytes(6) + b"\x08\x00" + bytes(4) + check
            + len(squeezed).to_bytes(4, "little") + (4 << 20).to_bytes(4, "little") + len(name).to_bytes(2, "little")
            + bytes(16) + name
        )  # fmt: skip
    start = len(local) + len(squeezed)
    end = (
        b"PK\x05\x06" + bytes(4) + copies.to_bytes(2, "little") * 2 + len(directory).to_bytes(4, "little")
        + start.to_bytes(4, "little") + bytes(2)
    )  # fmt: skip
    return local + squeezed + directory + end


def docx(body: str = "", *, head: str = "", document: str | None = None) -> dict[str, str | bytes]:
    """The parts of a Word file."""
    whole = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {_W}><w:body>{body}</w:body></w:document>'
    return {
        "[Content_Types].xml": (
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/{BODY}" ContentType="{_KINDS}.wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<?xml version="1.0"?><Relationships {_P}><Relationship Id="rId1" Type="{_TYPES}/officeDocument"'
            f' Target="{BODY}"/></Relationships>'
        ),
        BODY: document or whole,
    }


def paragraph(text: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx(rows: str = "", *, head: str = "", merges: str = "", shared: str | None = None) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_KINDS}.spreadsheetml.sheet.main+xml"/>'
            f'<Override PartName="/{SHEET}" ContentType="{_KINDS}.spreadsheetml.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<?xml version="1.0"?><Relationships {_P}><Relationship Id="rId1" Type="{_TYPES}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<?xml version="1.0"?><workbook {_S} {_R}><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<?xml version="1.0"?><Relationships {_P}><Relationship Id="rId1" Type="{_TYPES}/worksheet"'
            f' Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_TYPES}/sharedStrings"'
            ' Target="sharedStrings.xml"/></Relationships>'
        ),
        SHEET: (
            f'<?xml version="1.0"?>{head}<worksheet {_S}><sheetData>{rows}</sheetData>'
            f"{f'<mergeCells>{merges}</mergeCells>' if merges else ''}</worksheet>"
        ),
        "xl/sharedStrings.xml": shared or f'<?xml version="1.0"?><sst {_S}><si><t>Action</t></si></sst>',
    }
    return parts


def cell(place: str, text: str) -> str:
    """A cell that holds its text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def ods(rows: str) -> dict[str, str | bytes]:
    """The parts of an OpenDocument workbook."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": (
            f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{names}:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/"'
            ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
        ),
        "content.xml": (
            f'<?xml version="1.0"?><office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0"'
            f' xmlns:table="{names}:table:1.0"><office:body><office:spreadsheet><table:table table:name="Plan">{rows}'
            "</table:table></office:spreadsheet></office:body></office:document-content>"
        ),
    }


def zip_bombs() -> dict[str, bytes]:
    """T01: files that would be gigabytes unpacked, that lie about it, or hold files in files."""
    bomb = blanks(BODY, 1024, docx())
    text = packed({"a.txt": "The hub opens by 31 March 2015. " * 50_000})
    return {
        "gibibyte.docx": bomb,
        "gibibyte.xlsx": blanks(SHEET, 1024, xlsx()),
        "gibibyte.zip": blanks("a.txt", 1024),
        "lying.docx": lying(blanks(BODY, 64, docx()), BODY, 1_000),
        "lying.xlsx": lying(blanks(SHEET, 64, xlsx()), SHEET, 1_000),
        "lying.zip": lying(text, "a.txt", 1_000),
        "nested.zip": packed({"b.zip": packed({"c.zip": bomb})}),
        "overlapping.zip": overlapping(5_000),
        "many.zip": packed({f"{number}.txt": "x" for number in range(10_001)}),
    }


def entities(secret: Path) -> dict[str, bytes]:
    """T02: entities that unfold, and that name a file of this machine."""
    outside = f'<!DOCTYPE a [<!ENTITY l10 SYSTEM "{secret.as_uri()}">]>'
    made: dict[str, bytes] = {}
    for name, head in (("laughs", LAUGHS), ("quadratic", QUADRATIC), ("outside", outside)):
        word = docx(paragraph("By 31 March 2015 [&l10;]"), head=head)
        made[f"{name}.docx"] = packed(word)
        made[f"{name}.xlsx"] = packed(xlsx(f'<row r="1">{cell("A1", "&l10;")}</row>', head=head))
        made[f"{name}-strings.xlsx"] = packed(
            xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared=f"{head}<sst {_S}><si><t>&l10;</t></si></sst>")
        )
        whole = str(word[BODY])
        made[f"{name}-wide.docx"] = packed({**word, BODY: whole.replace("UTF-8", "UTF-16").encode("utf-16")})
        made[f"{name}-seven.docx"] = packed({**word, BODY: whole.replace("UTF-8", "UTF-7").encode("utf-7")})
        made[f"{name}.html"] = f"{head}<html><body><p>By 31 March 2015 &l10;</p></body></html>".encode()
        made[f"{name}.xhtml"] = f'<?xml version="1.0"?>{head}<html><body><p>£1.2m &l10;</p></body></html>'.encode()
    kinds = docx(paragraph("By 31 March 2015"))
    made["types.docx"] = packed({**kinds, "[Content_Types].xml": LAUGHS + str(kinds["[Content_Types].xml"])})
    return made


def spans() -> dict[str, bytes]:
    """T03: a few bytes that stand for thousands of millions of cells."""
    row = f'<row r="1">{cell("A1", "Action")}{cell("B1", "Due")}</row>'
    far = f'{row}<row r="1048576">{cell("XFD1048576", "x")}</row>'
    grid = (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr>'
        + paragraph("By 31 March 2015")
        + "</w:tc></w:tr></w:tbl>"
    )
    valued = '<table:table-cell office:value-type="string" table:number-columns-repeated="{}"><text:p>a</text:p></table:table-cell>'
    repeated = f'<table:table-row table:number-rows-repeated="1048576">{valued.format(16_384)}</table:table-row>'
    return {
        "corner.xlsx": packed(xlsx(far)),
        "merged.xlsx": packed(xlsx(row, merges='<mergeCell ref="A1:XFD1048576"/>')),
        "merged-column.xlsx": packed(xlsx(row, merges='<mergeCell ref="A1:E1048576"/>')),
        "many-cells.xlsx": packed(xlsx("".join(f'<row r="{n}">{"<c/>" * 400}</row>' for n in range(1, 10_001)))),
        "span-50m.docx": packed(docx(grid.format(50_000_000))),
        "span-2g.docx": packed(docx(grid.format(2_000_000_000))),
        "depth.docx": packed(docx("<w:tbl><w:tr><w:tc>" * 5_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 5_000)),
        "paragraphs.docx": packed(docx("<w:p/>" * 1_000_000)),
        "repeated.ods": packed(ods(repeated)),
        "columns.html": b"<html><body><table><tr><td colspan=100000000>a<td>b</table></body></html>",
        "rows.html": b"<html><body><table><tr><td rowspan=100000000>a<td>b<tr><td>c</table></body></html>",
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + b"By 31 March 2015",
        "brackets.html": b"<html><body>" + b"<" * 400_000,
        "comments.html": b"<html><body>" + b"<!--" * 100_000,
        "line.html": b"<html><body><p>" + b"The hub opens by 31 March 2015. " * 1_000_000,
    }


def pdfs() -> dict[str, bytes]:
    """T04: small PDF files that grow, circles, lies."""
    writer, made = kit("as_pdf"), kit("hostile_pdf")
    both = {**made.hostile(writer), **made.dangerous(writer)}
    return {f"{name.replace(' ', '-')}.pdf": content for name, content in both.items()}


#: What makes the files of a threat, given a file that none of them may read: a kind of file that is entered here stands in the table of
#: ``python dev.py hostile``.
THREATS: dict[str, Callable[[Path], dict[str, bytes]]] = {
    "T01": lambda secret: zip_bombs(),
    "T02": entities,
    "T03": lambda secret: spans(),
    "T04": lambda secret: pdfs(),
}
