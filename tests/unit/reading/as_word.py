"""Word files written by hand, part by part, so that a test shows every element that it is about."""

from __future__ import annotations

import html
import io
import re
import zipfile

from cstrack.reading.docx import read_docx
from cstrack.sources.source import Source

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def run(text: str, *looks: str) -> str:
    """A run of words; looks are elements of its properties: ``b``, ``vanish``, ``i w:val="0"``."""
    properties = f"<w:rPr>{''.join(f'<w:{look}/>' for look in looks)}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'


def par(*runs: str, style: str = "", num: tuple[int, int] | None = None, more: str = "") -> str:
    """A paragraph; plain words become a run. ``num`` is its list and level, ``more`` further properties."""
    numbered = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{styled}{numbered}{more}</w:pPr>" if styled or numbered or more else ""
    return f"<w:p>{properties}{''.join(part if part.startswith('<') else run(part) for part in runs)}</w:p>"


def level(at: int, form: str, text: str, *, start: int = 1, more: str = "", indent: int | None = None) -> str:
    """A level of a list."""
    left = 720 * (at + 1) if indent is None else indent
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def abstract(at: int, *levels: str, more: str = "") -> str:
    """A definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


def num(at: int, of: int, *overrides: str) -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{at}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def override(at: int, start: int | None = None, definition: str = "") -> str:
    """What a list changes of a level."""
    begun = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{at}">{begun}{definition}</w:lvlOverride>'


def style(name: str, *, kind: str = "paragraph", based: str = "", ppr: str = "", rpr: str = "", more: str = "") -> str:
    """A style whose id is its name without blanks."""
    known = name.replace(" ", "")
    below = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{known}"{more}><w:name w:val="{name}"/>{below}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def cell(*content: str, span: str = "", merge: str | None = None) -> str:
    """A cell; ``merge`` is ``restart`` or empty where a cell further up covers it."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span else ""
    tall = "" if merge is None else f'<w:vMerge w:val="{merge}"/>' if merge else "<w:vMerge/>"
    blocks = "".join(part if part.startswith(("<w:p", "<w:tbl")) else par(part) for part in content)
    return f"<w:tc><w:tcPr>{wide}{tall}</w:tcPr>{blocks or '<w:p/>'}</w:tc>"


def row(*cells: str, more: str = "") -> str:
    """A row; plain words become a cell."""
    inside = "".join(one if one.startswith(("<w:tc", "<w:sdt")) else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{more}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def word(
    body: str,
    *,
    numbering: str = "",
    styles: str = "",
    parts: dict[str, tuple[str, str]] | None = None,
    title: str = "",
    main: str = f"{_CONTENT}.document.main+xml",
    without: tuple[str, ...] = (),
) -> bytes:
    """A Word file.

    Args:
        body: what its body holds.
        numbering: its lists.
        styles: its styles.
        parts: name -> kind and whole XML of further parts: ``{"footnotes.xml": ("footnotes", "<w:footnotes ...")}``.
        title: of its properties.
        main: content type of the document.
        without: paths of parts to leave out.
    """
    inside = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>",
    }
    kinds = {"styles.xml": "styles", "numbering.xml": "numbering"}
    for name, (kind, content) in (parts or {}).items():
        inside[f"word/{name}"], kinds[name] = content, kind
    related = "".join(
        f'<Relationship Id="r{at}" Type="{_TYPES}/{kind}" Target="{name}"/>'
        for at, (name, kind) in enumerate(kinds.items())
    )
    inside["word/_rels/document.xml.rels"] = f"<Relationships {_PACKAGE}>{related}</Relationships>"
    inside["docProps/core.xml"] = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{html.escape(title)}</dc:title></cp:coreProperties>'
    )
    inside["_rels/.rels"] = (
        f'<Relationships {_PACKAGE}><Relationship Id="r1" Type="{_TYPES}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{_CORE}" Target="docProps/core.xml"/></Relationships>'
    )
    overrides = {"document.xml": main, **{name: f"{_CONTENT}.{kind}+xml" for name, kind in kinds.items()}}
    inside["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )
    return packed({name: content.encode() for name, content in reversed(inside.items()) if name not in without})


def packed(parts: dict[str, bytes]) -> bytes:
    """A packed file of parts, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def read(content: bytes, name: str = "paper.docx", **limits: object):
    """What the reader makes of a file."""
    return read_docx(Source(name=name, sha256="sha256:00"), content, **limits)


def text_of(content: bytes) -> str:
    """The reading text of a file that is read without a word of complaint."""
    outcome = read(content)
    assert outcome.problems == ()
    return outcome.value.text


#: The lists of a council's template: sections and clauses, resolutions, sub-paragraphs, numerals, bullets.
_TEMPLATE = (
    abstract(1, level(0, "decimal", "%1.", more='<w:pStyle w:val="heading1"/>'), level(1, "decimal", "%1.%2")),
    abstract(2, level(0, "decimal", "(%1)")),
    abstract(3, level(0, "lowerLetter", "(%1)")),
    abstract(4, level(0, "upperRoman", "%1.")),
    abstract(5, level(0, "bullet", "\uf0b7")),
    abstract(6, level(0, "lowerRoman", "(%1)")),
    abstract(7, level(0, "decimal", "%1.")),
)
_KINDS = (
    (r"(?:- )?([0-9]+)\.([0-9]+) +", 1, 1),
    (r"(?:- )?\(([0-9]+)\) +", 2, 0),
    (r"(?:- )?\(([ivx]+)\) +", 6, 0),
    (r"(?:- )?\(([a-z])\) +", 3, 0),
    (r"(?:- )?([IVX]+)\. +", 4, 0),
    (r"(?:- )?([0-9]+)\. +", 7, 0),
    (r"[-·] +", 5, 0),
)


def paper_as_word(paper: str) -> bytes:
    """A paper of the examples as a clerk would set it in Word: styles for headings, automatic numbers for every label.

    Args:
        paper: plain text with typed labels, bullets, ``**`` for bold and ``#`` for headings.
    """
    nums: list[str] = []
    body: list[str] = []
    last = 0
    for lines in (block.splitlines() for block in paper.split("\n\n")):
        for at, line in enumerate(lines):
            kind = next(((of, deep, found) for form, of, deep in _KINDS if (found := re.match(form, line))), None)
            heading = re.fullmatch(r"(#+) (.+)|([0-9]+\. [A-Z][^.:]{2,60})", line)
            if line.strip("- ") == "":
                continue
            if heading and heading[3]:
                if not nums or last != 1:
                    nums.append(num(len(nums) + 1, 1))
                body.append(par(*_runs(line.split(" ", 1)[1]), style="heading1"))
                last = 1
            elif heading:
                body.append(
                    par(*_runs(heading[2].replace("**", "")), more=f'<w:outlineLvl w:val="{len(heading[1]) - 1}"/>')
                )
            elif kind is not None:
                of, deep, found = kind
                if of != last or (of in {2, 3, 4, 6} and found[1] in {"1", "a", "i", "I"}):
                    starts = (override(0, 1),) if of in {2, 3, 4, 6} else ()
                    nums.append(num(len(nums) + 1, of, *starts))
                body.append(par(*_runs(line[found.end() :]), num=(len(nums), deep)))
                last = of
            elif at and kind is None and not re.match(r"[A-Z][\w ]+[:\t]", line):
                body[-1] = body[-1].replace("</w:p>", f"<w:r><w:br/></w:r>{''.join(_runs(line))}</w:p>")
            else:
                body.append(par(*_runs(line)))
    heading_style = style("heading 1", ppr='<w:numPr><w:numId w:val="1000"/></w:numPr><w:outlineLvl w:val="0"/>')
    return word("".join(body), numbering="".join((*_TEMPLATE, *nums, num(1000, 1))), styles=heading_style)


def _runs(line: str) -> list[str]:
    """Words with their bold stretches and tabs."""
    parts = re.split(r"(\*\*.+?\*\*|\t)", line)
    return [
        run(part.strip("*"), "b") if part.startswith("**") else "<w:r><w:tab/></w:r>" if part == "\t" else run(part)
        for part in parts
        if part
    ]
