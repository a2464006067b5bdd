"""PDF: words in reading order with their page, and a problem for every page and file that cannot be read."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

import cstrack
from cstrack.codec.lines import lines as record_lines
from cstrack.document.block import BlockKind
from cstrack.reading.pdf import looks_like, read_pdf
from cstrack.sources.source import Source

_HERE = Path(__file__).parent
_PAPERS = _HERE / "papers"
_EXAMPLES = _HERE.parents[2] / "examples" / "papers"


def _beside(name: str):
    """A module that stands beside the tests and is none itself."""
    found = importlib.util.spec_from_file_location(name, _HERE / f"{name}.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


kit = _beside("as_pdf")
HOSTILE = _beside("hostile_pdf").hostile(kit)


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


def _text(*pages: bytes, **how) -> str:
    return _read(kit.pdf(*pages, **how)).value.text


BODY = (
    "The Cabinet considered the report on the costs of placements, which had",
    "risen by £1.2m in the year, and asked for a further report on them.",
)


def test_labels_in_the_margin_belong_to_their_clause():
    """A label that stands apart is glued to its words, and its box begins where the label does."""
    drawn = (
        kit.words(60, 760, "5.3")
        + kit.lines(100, 760, *BODY)
        + kit.words(100, 720, "(a)")
        + kit.words(140, 720, "the report be noted; and")
    )
    clause, below = _read(kit.pdf(drawn)).value.blocks
    assert (clause.kind, clause.label, clause.box) == (BlockKind.CLAUSE, "5.3", (60, 745, clause.box[2], 769))
    assert (below.label, below.path) == ("(a)", ("5", "5.3", "a"))


def test_bullets_nest_by_where_they_stand():
    """A sign further right is a bullet of the next level."""
    drawn = kit.lines(60, 760, *BODY)
    for left, base, text in ((60, 720, "first thing"), (90, 700, "a part of it"), (60, 680, "second thing")):
        drawn += kit.words(left, base, "•") + kit.words(left + 20, base, text)
    blocks = _read(kit.pdf(drawn)).value.blocks[1:]
    assert [(block.kind, block.level) for block in blocks] == [(BlockKind.BULLET, level) for level in (1, 2, 1)]


def test_headings_have_levels_by_size_and_weight():
    """A larger line stands above a bold one of the size of the text; a bold line that says something is no heading."""
    drawn = (
        kit.words(60, 780, "Budget monitoring", size=18, bold=True)
        + kit.words(60, 750, "Placements", bold=True)
        + kit.lines(60, 730, *BODY)
        + kit.words(60, 690, "The Committee is asked to RESOLVE that:", bold=True)
        + kit.words(60, 670, "Date of meeting: 12 February 2015", bold=True)
        + kit.lines(60, 650, *BODY)
    )
    blocks = _read(kit.pdf(drawn)).value.blocks
    assert [block.level for block in blocks if block.kind is BlockKind.HEADING] == [1, 2]


def test_running_heads_and_page_numbers_are_left_out():
    """What stands at the edge of page after page belongs to no paragraph, and a paragraph goes on over the break."""
    pages = [
        kit.words(60, 810, "Overview and Scrutiny Board")
        + kit.lines(
            60,
            760,
            *(f"Line {line} of page {page} tells what the service does about its caseloads," for line in range(4)),
        )
        + kit.words(280, 30, f"Page {page} of 3")
        for page in (1, 2, 3)
    ]
    document = _read(kit.pdf(*pages)).value
    assert "Scrutiny" not in document.text
    assert "Page" not in document.text
    (block,) = document.blocks
    assert {place.page for place in document.places} == {1, 2, 3}
    last = document.text.index("Line 3 of page 3")
    cited = document.cite(type(block.span)(last, last + 6), block)
    assert (cited.page, cited.quote) == (3, "Line 3")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the service is respon\u00ad", "sible for the children", "responsible for the children"),
        ("the well\u00ad", "being of children", "well-being of children"),
        ("a multi\u00ad", "agency team", "multi-agency team"),
        ("in 2014\u00ad", "15 the Council", "in 2014-15 the Council"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(first, second, joined):
    """A broken word is made whole; the hyphen of a compound and of a year stays."""
    from cstrack.reading.pdf_words import joined as whole

    assert whole((first, second), frozenset({"service", "children"})).endswith(joined)


ROWS = (
    ("Service", "Budget", "Forecast"),
    ("Children looked\nafter", "40,470", "38,829"),
    ("Total", "89,360", "89,067"),
)
GRID = [["Service", "Budget", "Forecast"], ["Children looked after", "40,470", "38,829"], ["Total", "89,360", "89,067"]]


def _grids(content: bytes) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in _read(content).value.grids]


def test_framed_tables():
    """Printed lines part the cells, and each cell knows its box."""
    content = kit.pdf(kit.lines(60, 780, *BODY) + kit.framed(60, 700, (200, 90, 90), ROWS))
    assert _grids(content) == [GRID]
    cell = next(block for block in _read(content).value.blocks if block.kind is BlockKind.CELL)
    assert cell.box == (64, 684, 100, 695)


def test_a_frame_around_prose_is_no_table():
    """One column of text in a box is read as text."""
    boxed = kit.lines(70, 740, *BODY) + b"60 700 400 60 re S\n"
    assert _grids(kit.pdf(boxed)) == []


def test_tables_without_lines():
    """Words below each other in columns are a table, figures set to the right too."""
    drawn = kit.lines(60, 780, *BODY)
    for at, row in enumerate(GRID):
        for left, text in zip((60, 300 - 5 * len(row[1]), 400 - 5 * len(row[2])), row, strict=True):
            drawn += kit.words(left, 700 - 18 * at, text)
    assert _grids(kit.pdf(drawn)) == [GRID]


def test_a_table_goes_on_over_the_page():
    """Its head, printed again, is read once."""
    head, *rest = ROWS
    first, second = (
        kit.framed(60, 140, (200, 90, 90), (head, rest[0])),
        kit.framed(60, 780, (200, 90, 90), (head, rest[1])),
    )
    document = _read(kit.pdf(kit.lines(60, 780, *BODY) + first, second)).value
    assert [[cell.text for cell in row] for row in document.grids[0].rows] == GRID
    assert {block.page for block in document.blocks if block.kind is BlockKind.CELL} == {1, 2}


def test_two_columns_are_read_one_after_the_other():
    """Prose in two columns is not read across them."""
    left = [f"left words of line {at} that fill it" for at in range(9)]
    right = [f"right words in line {at} that fill it" for at in range(9)]
    drawn = kit.lines(60, 760, *left) + kit.lines(320, 760, *right)
    assert " ".join(_text(drawn).split()) == " ".join([*left, *right])


def test_a_turned_page_is_read_as_it_is_shown():
    """Wide tables stand on pages that are turned by a quarter; boxes are those of the page as it is shown."""
    drawn = kit.turned(60, 500, BODY[0]) + kit.turned(60, 487, BODY[1])
    (block,) = _read(kit.pdf(drawn, turn=90)).value.blocks
    assert block.box[:2] == (60, 485)
    assert block.box[3] == 509


def test_a_password_is_a_problem():
    """A locked file is told as what it is."""
    secret = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"00" * 32, b"11" * 32)
    content = kit.pdf(kit.lines(60, 760, *BODY)).replace(b"trailer<<", b"trailer<</ID[<00><00>]/Encrypt %s" % secret)
    assert [problem.code for problem in _read(content).problems] == ["pdf.encrypted"]


def test_limits_are_kept():
    """Pages, characters of one page, characters of all."""
    source, content = Source(name="paper.pdf", sha256="sha256:00"), kit.pdf(*[kit.lines(60, 760, *BODY)] * 3)
    assert read_pdf(source, content, pages=2).problems[0].code == "input.too_large"
    assert read_pdf(source, content, characters=200).problems[0].code == "input.too_large"
    assert {problem.code for problem in read_pdf(source, content, on_page=50).problems} == {"page.crowded"}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name):
    """Every file ends in a document or a problem (threat T04); those that need a limit of memory are the worker's."""
    outcome = _read(HOSTILE[name])
    assert outcome.value is not None or outcome.problems


#: What may differ between a paper in one format and in another.
_OF_THE_FORMAT = {
    "id", "document", "source", "start", "end", "cell", "page", "section", "quote", "sentence", "subject", "objective",
    "box",
}  # fmt: skip


def _records(path: Path) -> list[str]:
    kept = [
        {key: value for key, value in line.items() if key not in _OF_THE_FORMAT}
        for line in record_lines(cstrack.load(path).records)
    ]
    return [json.dumps(line, default=str) for line in kept]


def test_the_same_paper_gives_the_same_records():
    """An example paper as a word processor prints it says what its text says."""
    assert _records(_PAPERS / "torbay-2015-02-12.pdf") == _records(_EXAMPLES / "torbay-2015-02-12.txt")


def test_a_report_as_a_word_processor_prints_it():
    """Framed and unframed tables, two columns, rows that a page cuts, running heads."""
    document = _read((_PAPERS / "monitoring-month-5.pdf").read_bytes()).value
    framed, bare, plan, bare_plan = document.grids
    assert [cell.text for cell in framed.rows[3]] == [
        "Safeguarding and care of children looked after, with the placements of the independent sector", "40,470", "38,829", "(1,641)",
    ]  # fmt: skip
    assert [[cell.text for cell in row] for row in bare.rows[1:]] == [
        [cell.text for cell in row] for row in framed.rows[2:]
    ]
    assert len(plan.rows) == 30
    assert all(row[1].text.endswith("every quarter") for row in (*plan.rows[1:], *bare_plan.rows[1:]))
    assert "Overview and Scrutiny" not in document.text
