"""PDF: words in reading order with their page, and a problem for every page and file that cannot be read."""

from __future__ import annotations

import pytest

import cstrack
from cstrack.document.block import BlockKind
from cstrack.reading.pdf import looks_like, read_pdf
from cstrack.sources.source import Source


def _pdf(*pages: str) -> bytes:
    """A PDF of content streams, one a page, with Helvetica under /F1."""
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    font = 3 + 2 * len(pages)
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for at, stream in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * at} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        bodies.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    bodies.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    at = len(out)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer << /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF"
    return out + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{rows}{tail}".encode()


def _lines(*lines: tuple[int, int, str]) -> str:
    """Text at (size, height above the foot, words), from the left margin."""
    return "\n".join(f"BT /F1 {size} Tf 72 {up} Td ({words}) Tj ET" for size, up, words in lines)


#: A page that is one picture.
SCAN = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"


def _read(content: bytes, name: str = "paper.pdf"):
    return read_pdf(Source(name=name, sha256="sha256:00"), content)


def test_headings_paragraphs_and_pages():
    """A larger line is a heading, lines of one paragraph are joined, and each block knows its page."""
    first = _lines(
        (18, 780, "Placement budgets"),
        (11, 740, "The forecast overspend for the financial year 2014/15 on placements is"),
        (11, 726, "\\2431.4m, which will be managed by savings within the year and by a review"),
        (11, 712, "of every placement that is made outside the borough."),
    )
    second = _lines((11, 780, "A review will be completed by March 2015 and reported to the Board."))
    document = _read(_pdf(first, second)).value
    assert document.blocks[0].kind is BlockKind.HEADING
    words = [" ".join(document.text_at(block.span).split()) for block in document.blocks]
    assert any("placements is £1.4m, which will be managed" in one for one in words)
    assert {block.page for block in document.blocks} == {1, 2}


def test_records_of_a_pdf_cite_their_page(tmp_path):
    """The trip through the door of readers gives page numbers in citations."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(_pdf(_lines((11, 780, "The overspend in 2014/15 was \\2431.4m on placements for children."))))
    (line,) = cstrack.load(path).budgets
    assert line.citation.page == 1
    assert line.citation.quote == "£1.4m"


def test_a_page_without_words_is_told():
    """A scanned page is a problem, not silence."""
    outcome = _read(_pdf(_lines((11, 780, "A page with words on it that is read.")), SCAN))
    assert outcome.value is not None
    (problem,) = outcome.problems
    assert problem.code == "page.no_text"
    assert "2" in problem.message


@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"%PDF-1.7\n" + b"junk " * 10_000, _pdf("BT")[:200]])
def test_a_damaged_pdf_is_a_problem(content):
    """Never an exception."""
    outcome = _read(content)
    assert outcome.value is None
    assert outcome.problems


def test_a_pdf_is_known_by_its_bytes():
    """Whatever its name is."""
    assert looks_like(b"%PDF-1.4\n", "paper.txt")
    assert not looks_like(b"plain words", "paper.txt")


@pytest.mark.parametrize(
    ("name", "overall"),
    [
        ("80572_torbay__children_s_services_inspection_-_24_august_2018.pdf", "inadequate"),
        ("80581_wirral__children_s_services_inspection_-_29_july_2019.pdf", "requires improvement to be good"),
    ],
)
def test_published_inspection_reports(shared, name, overall):
    """The overall grade of a published report is among its judgements."""
    register = cstrack.load(shared / "data" / "ofsted" / name)
    assert overall in {judgement.grade for judgement in register.judgements}
