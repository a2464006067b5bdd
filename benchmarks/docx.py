"""How fast Word files are read: the whole reader against the bare words that zipfile and lxml give of the same file.

    python benchmarks/docx.py [FILE.docx ...]

Without files a paper of some hundred pages is written: headings, numbered clauses, bullets, bold, a table every third section, looks of
runs as Word keeps them. Prints megabytes a second of the unpacked text part, and the ratio: for the walk alone, and with the layout.
"""

from __future__ import annotations

import io
import sys
import time
import zipfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from cstrack.reading.container import open_container
from cstrack.reading.docx import read_docx
from cstrack.reading.docx_open import open_document
from cstrack.reading.docx_package import open_package
from cstrack.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_TEXT = "word/document.xml"
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
_LISTS = (
    f'<w:abstractNum w:abstractNumId="1">{_LEVEL.format(0, "decimal", "%1.")}{_LEVEL.format(1, "decimal", "%1.%2")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{_LEVEL.format(0, "bullet", "o")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)

#: Runs of each, of which the fastest counts, since others use the machine too; and sections of the paper that is written.
_RUNS, _SECTIONS = 7, 200


def written() -> bytes:
    """A paper of some hundred pages."""
    body = "".join(map(_section, range(_SECTIONS)))
    parts = {
        _TEXT: f"<w:document {_NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {_NAMES}>{_LISTS}</w:numbering>",
        "word/_rels/document.xml.rels": f'<Relationships {_PACKAGE}><Relationship Id="r1" Type="x/numbering" Target="numbering.xml"/></Relationships>',
        "_rels/.rels": f'<Relationships {_PACKAGE}><Relationship Id="r1" Type="x/officeDocument" Target="{_TEXT}"/></Relationships>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _section(at: int) -> str:
    heading = _paragraph(f"Position of service {at}", more='<w:outlineLvl w:val="0"/>', level=0)
    told = (f"The forecast of line {at} is an overspend of £1.{at % 10}m ", "against the budget ", "of 2015/16.")
    clauses = _paragraph("Recruitment. ", *told, level=1) * 4
    bullets = "".join(
        _paragraph(words, of=2, level=0) for words in ("the hub opens by March 2016", "the target is below 10%")
    )
    rows = "".join(f"<w:tr>{''.join(_cell(f'{at}.{line}{column}') for column in range(4))}</w:tr>" for line in range(6))
    return heading + clauses + bullets + ("" if at % 3 else f"<w:tbl><w:tblPr/>{rows}</w:tbl>")


def _paragraph(*runs: str, of: int = 1, level: int | None = None, more: str = "") -> str:
    number = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    looks = (
        '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr>'
    )
    words = "".join(f'<w:r w:rsidRPr="00A1">{looks}<w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f'<w:p w:rsidR="00A1" w:rsidRDefault="00A1"><w:pPr>{number}<w:spacing w:after="120"/>{more}</w:pPr>{words}</w:p>'


def _cell(words: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{_paragraph(words)}</w:tc>'


def bare(content: bytes) -> str:
    """The words of a file without anything that is shown around them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read(_TEXT))
    return "".join(node.text or "" for node in root.iter(_WORDS))


def walked(content: bytes) -> int:
    """The passages of a file, before they are laid out."""
    container = open_container(content, "paper.docx").value
    package = None if container is None else open_package(container).value
    opened = None if package is None else open_document(package).value
    return 0 if opened is None else sum(1 for _ in opened.passages())


def whole(content: bytes) -> None:
    """The document: numbers, blocks, tables."""
    read_docx(Source(name="paper.docx", sha256="sha256:00"), content)


def best(run: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs."""
    taken = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main(paths: list[str]) -> None:
    """Print a line a file."""
    files = [(Path(path).name, Path(path).read_bytes()) for path in paths] or [
        ("a paper of a hundred pages", written())
    ]
    print(f"{'file':<30} {'MB':>6} {'bare MB/s':>10} {'walk MB/s':>10} {'ratio':>6} {'whole MB/s':>11} {'ratio':>6}")
    for name, content in files:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = archive.getinfo(_TEXT).file_size / 1e6
        plain, walk, all_of_it = (best(partial(run, content)) for run in (bare, walked, whole))
        speeds = f"{size / plain:>10.1f} {size / walk:>10.1f} {walk / plain:>6.1f} {size / all_of_it:>11.1f} {all_of_it / plain:>6.1f}"
        print(f"{name:<30} {size:>6.2f} {speeds}")


if __name__ == "__main__":
    main(sys.argv[1:])
