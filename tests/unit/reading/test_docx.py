"""Word files: what a person sees who opens one is what is read, and nothing that Word keeps for itself."""

from __future__ import annotations

import importlib.util
import io
import sys
import zipfile
from pathlib import Path

import pytest

import cstrack
from cstrack.codec.lines import lines
from cstrack.document.block import BlockKind
from cstrack.reading.docx import looks_like

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[2] / "examples" / "papers").glob("*.txt"))

_FOUND = importlib.util.spec_from_file_location("as_word", HERE / "as_word.py")
word = importlib.util.module_from_spec(_FOUND)
_FOUND.loader.exec_module(word)
par, run, row, cell, table, text_of = word.par, word.run, word.row, word.cell, word.table, word.text_of

#: Columns in which one paper may differ from format to format: its place, and ids made of it.
PLACES = (
    "id", "document", "source", "start", "end", "cell", "page", "section", "quote", "sentence", "subject", "objective",
)  # fmt: skip

BULLETS = word.abstract(1, word.level(0, "bullet", "\uf0b7"), word.level(1, "bullet", "o")) + word.num(1, 1)
HEADINGS = "".join(
    word.style(f"heading {level}", ppr=f'<w:outlineLvl w:val="{level - 1}"/>', rpr="<w:b/>") for level in (1, 2, 3)
)


def _text(body: str, **parts) -> str:
    return text_of(word.word(body, **parts))


def _grid(body: str, **parts) -> list[list[str]]:
    (grid,) = word.read(word.word(body, **parts)).value.grids
    return [[one.text for one in line] for line in grid.rows]


def _instructed(instruction: str, result: str) -> str:
    parts = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return parts[0] + told + parts[1] + result + parts[2]


# --- The same paper -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", EXAMPLES, ids=lambda paper: paper.stem)
def test_the_same_paper_gives_the_same_records_from_word_and_from_text(paper, tmp_path):
    """Every label numbered automatically, headings in styles: all but the columns that tell the place is the same."""
    written = tmp_path / f"{paper.stem}.docx"
    written.write_bytes(word.paper_as_word(paper.read_text(encoding="utf-8")))

    def told(path):
        register = cstrack.load(path)
        assert register.problems == ()
        return [{key: value for key, value in line.items() if key not in PLACES} for line in lines(register.records)]

    assert told(written) == told(paper)


def test_a_file_that_libreoffice_saved(root):
    """Numbers, bullets, a table, a footnote and a merged head as another program than Word writes them."""
    content = (HERE / "papers" / "budget-libreoffice.docx").read_bytes()
    outcome = word.read(content, "budget.docx")
    assert outcome.problems == ()
    assert outcome.value.text == (HERE / "papers" / "budget-libreoffice.txt").read_text(encoding="utf-8").rstrip("\n")


# --- Headings, clauses, bullets ----------------------------------------------------------------------------------------


def test_headings_come_from_styles_outline_levels_and_the_styles_below_them():
    """A style based on a heading is a heading; a paragraph may say so itself, or take it back."""
    styles = HEADINGS + word.style("Council Section", based="heading2")
    body = (
        par("One", style="heading1")
        + par("Two", style="CouncilSection")
        + par("Three", more='<w:outlineLvl w:val="2"/>')
        + par("No heading at all", style="heading1", more='<w:outlineLvl w:val="9"/>')
    )
    assert _text(body, styles=styles) == "# One\n\n## Two\n\n### Three\n\n**No heading at all**"


def test_a_paragraph_set_in_the_style_of_a_heading_is_a_clause():
    """Councils number whole paragraphs with the styles of headings."""
    numbering = word.abstract(1, word.level(0, "decimal", "%1"), word.level(1, "decimal", "%1.%2")) + word.num(1, 1)
    told = "The purpose of this report is to tell Members how far the plan has been put into effect."
    body = par("Purpose", style="heading1", num=(1, 0)) + par(told, style="heading2", num=(1, 1))
    document = word.read(word.word(body, styles=HEADINGS, numbering=numbering)).value
    assert [(block.kind, block.label) for block in document.blocks] == [
        (BlockKind.HEADING, "1"),
        (BlockKind.CLAUSE, "1.1"),
    ]


def test_bullets_keep_their_nesting():
    """By how deep they are indented, whatever list they belong to."""
    deeper = par("deeper", num=(2, 0))
    numbering = BULLETS + word.abstract(2, word.level(0, "bullet", "-", indent=1440)) + word.num(2, 2)
    body = (
        par("The measures are:") + par("one", num=(1, 0)) + deeper + par("two", num=(1, 0)) + par("three", num=(1, 1))
    )
    assert _text(body, numbering=numbering) == "The measures are:\n\n- one\n\n  - deeper\n\n- two\n\n  - three"


def test_typed_labels_stay_as_typed():
    """A number that is parted by a tab is a label; the same number parted by a blank is a figure."""
    tab = "<w:r><w:tab/></w:r>"
    body = (
        par("2.1", tab, "Typed.")
        + par("7", tab, "The Panel noted this.")
        + par("7 children moved.")
        + par("(a)", tab, "Third.")
    )
    document = word.read(word.word(body)).value
    assert [block.label for block in document.blocks] == ["2.1", "7", None, "(a)"]


def test_bold_that_opens_a_paragraph_is_kept_and_a_bold_line_is_a_heading():
    """Bold comes from the run, from its style or from the paragraph's style; both styles together switch it off."""
    styles = word.style("Strong", kind="character", rpr="<w:b/>") + word.style("Loud", rpr="<w:b/>")
    body = (
        par(run("Fewer moves.", "b"), run(" Two teams will be formed."))
        + par(run("Next steps", 'rStyle w:val="Strong"'))
        + par(run("off", 'rStyle w:val="Strong"'), run(" and on, off again", 'b w:val="0"'), style="Loud")
    )
    assert _text(body, styles=styles).split("\n\n") == [
        "**Fewer moves.** Two teams will be formed.",
        "**Next steps**",
        "off and on, off again",
    ]


# --- What is shown and what is not --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (f'<w:ins w:id="1" w:author="x">{run("new ")}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del>', "new end"),
        (f'<w:moveTo w:id="1" w:author="x">{run("here ")}</w:moveTo><w:moveFrom w:id="2" w:author="x">{run("there ")}</w:moveFrom>', "here end"),
        (run("hidden ", "vanish"), "end"),
        (run("shown ", 'vanish w:val="0"'), "shown end"),
        (f'<w:hyperlink r:id="r9">{run("the plan ")}</w:hyperlink>', "the plan end"),
        (f'<w:smartTag w:element="place">{run("Torbay ")}</w:smartTag>', "Torbay end"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('chosen ')}</w:sdtContent></w:sdt>", "chosen end"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here ')}</w:sdtContent></w:sdt>", "end"),
        (f'<w:fldSimple w:instr="DATE">{run("12 May 2015 ")}</w:fldSimple>', "12 May 2015 end"),
        (_instructed("REF x", run("paragraph 4 ")), "paragraph 4 end"),
        (_instructed("IF", run("outer ")).replace("IF ", f"IF </w:instrText></w:r>{_instructed('REF y', run('inner '))}<w:r><w:instrText>", 1), "outer end"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" "), "✓ end"),
        (run("ü ", 'rFonts w:ascii="Wingdings"'), "✓ end"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥end"),
        ("<w:r><w:t>child</w:t><w:softHyphen/><w:t>ren</w:t></w:r>" + run(" "), "children end"),
        ("<w:r><w:t>in</w:t><w:noBreakHyphen/><w:t>house</w:t></w:r>" + run(" "), "in\u2011house end"),
        ('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br w:type="page"/></w:r>', "a b end"),
        ("<w:commentRangeStart w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>", "end"),
        (f"<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>{run(' ')}", "x+1 end"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar>'
         '<w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType="end"/></w:r>' + run(" "), "☒ end"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/>'
         '</w:ddList></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"/></w:r>' + run(" "), "Yes end"),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(inside, shown):
    """Insertions, fields, controls and signs count; deletions, instructions, hidden words and comments do not."""
    assert _text(par(inside, "end")) == shown


def test_words_without_the_mark_that_keeps_blanks_lose_the_blanks_at_their_ends():
    """A file that a program set out in lines."""
    assert _text("<w:p><w:r><w:t>\n   over 700\n </w:t></w:r></w:p>") == "over 700"


def test_a_field_that_never_ends_silences_nothing():
    """An instruction that its paragraph does not end is given up."""
    body = par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "lost") + par("The end.")
    assert _text(body) == "The end."


def test_struck_words_are_left_out_and_said():
    """As a page of the web is read."""
    outcome = word.read(word.word(par("by ", run("May 2015 ", "strike"), "June 2015")))
    assert outcome.value.text == "by June 2015"
    assert [problem.code for problem in outcome.problems] == ["paper.struck_out"]
    assert "May 2015" in outcome.problems[0].message


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    """The two are one, and so are a large first letter and its paragraph."""
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    body = (
        par("The report ", more=gone)
        + par("was noted.")
        + par("T", more='<w:framePr w:dropCap="drop"/>')
        + par("he end.")
    )
    assert _text(body) == "The report was noted.\n\nThe end."


def test_line_breaks_part_label_lines_and_join_sentences():
    """Head matter set in one paragraph is as many lines as it shows."""
    line = "<w:r><w:br/></w:r>"
    body = par("To: Cabinet", line, "On: 12 May 2015") + par("The plan was", line, "agreed.")
    assert _text(body) == "To: Cabinet\n\nOn: 12 May 2015\n\nThe plan was agreed."


def test_contents_and_what_asks_for_an_entry_are_no_words_of_a_paper():
    """A table of contents by its styles, by its field or by its control."""
    styles = word.style("toc 1")
    listed = par("Purpose", "<w:r><w:tab/></w:r>", "3", style="toc1")
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        listed
        + f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{par('Contents')}</w:sdtContent></w:sdt>"
        + par("The report.")
    )
    assert _text(body, styles=styles) == "The report."


@pytest.mark.parametrize("fallback", [True, False])
def test_a_text_box_is_read_once_behind_the_paragraph_it_hangs_on(fallback):
    """Word writes it twice, for itself and for older programs."""
    box = f"<w:txbxContent>{par('In the box: £3.4m.')}</w:txbxContent>"
    old = (
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        if fallback
        else ""
    )
    new = f'<mc:Choice Requires="wps"><w:drawing><wp:inline><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice>'
    body = par(f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>", "The paragraph.")
    assert _text(body) == "The paragraph.\n\nIn the box: £3.4m."


def test_a_text_box_of_a_list_stands_behind_the_list():
    """It would part the items from what introduces them."""
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{par('Boxed.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    body = (
        par("The aims are:")
        + par("one", box, num=(1, 0))
        + par("two", num=(1, 0))
        + par("three", num=(1, 0))
        + par("End.")
    )
    assert _text(body, numbering=BULLETS).split("\n\n") == [
        "The aims are:",
        "- one",
        "- two",
        "- three",
        "Boxed.",
        "End.",
    ]


def test_an_old_text_box_alone_is_read():
    """A file of Word 2003 saved anew."""
    body = par(
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{par('Boxed.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert _text(body) == "Boxed."


def test_notes_stand_behind_their_paragraph_with_their_mark():
    """Footnotes count in figures and endnotes in numerals; those of a list stand behind the list, so that it is not broken."""
    separator = f'<w:footnote w:type="separator" w:id="0">{par("---")}</w:footnote>'
    one = f'<w:footnote w:id="1">{par("<w:r><w:footnoteRef/></w:r>", " As at 31 March.")}</w:footnote>'
    two = f'<w:footnote w:id="2">{par("Provisional.")}</w:footnote>'
    last = f'<w:endnote w:id="1">{par("Source: DfE.")}</w:endnote>'
    notes = {
        "footnotes.xml": ("footnotes", f"<w:footnotes {word.NAMES}>{separator}{one}{two}</w:footnotes>"),
        "endnotes.xml": ("endnotes", f"<w:endnotes {word.NAMES}>{last}</w:endnotes>"),
    }
    first, second, end = (
        f'<w:r><w:{kind}Reference w:id="{at}"/></w:r>'
        for kind, at in (("footnote", 1), ("footnote", 2), ("endnote", 1))
    )
    body = (
        par("There were 201 children.", first)
        + par("They are:")
        + par("one", second, num=(1, 0))
        + par("two", num=(1, 0))
        + par("End.", end)
    )
    assert _text(body, parts=notes, numbering=BULLETS).split("\n\n") == [
        "There were 201 children. [1]",
        "[1] As at 31 March.",
        "They are:",
        "- one [2]",
        "- two",
        "[2] Provisional.",
        "End. [i]",
        "[i] Source: DfE.",
    ]


# --- Tables -------------------------------------------------------------------------------------------------------------


def test_merged_cells_stand_in_their_first_place():
    """Cells over columns, cells over rows, and columns left free."""
    head = row(cell("Service", merge="restart"), cell("2015/16", span="2"))
    below = row(cell(merge=""), "Budget", "Outturn")
    free = '<w:gridBefore w:val="1"/>'
    body = table(head, below, row("Fostering", "6.4", "6.6"), row("7.2", "7.0", more=free))
    assert _grid(body) == [
        ["Service", "2015/16", ""],
        ["", "Budget", "Outturn"],
        ["Fostering", "6.4", "6.6"],
        ["", "7.2", "7.0"],
    ]


def test_widths_that_were_dragged_are_no_columns():
    """Where each row has as many cells as the others these are the columns."""
    assert _grid(
        table(row(cell("Service"), cell("Budget", span="2")), row(cell("Fostering", span="2"), cell("6.4")))
    ) == [
        ["Service", "Budget"],
        ["Fostering", "6.4"],
    ]


def test_deleted_rows_and_cells_are_gone():
    """Tracked changes of tables."""
    gone = '<w:del w:id="1" w:author="x"/>'
    lost = cell("x").replace("<w:tcPr>", '<w:tcPr><w:cellDel w:id="2" w:author="x"/>')
    body = table(row("a", "b"), row("c", "d", more=gone), row("e", lost, "f"))
    assert _grid(body) == [["a", "b"], ["e", "f"]]


def test_a_table_that_only_places_words_is_read_in_lines():
    """Labels with their values, numbers with what they number, a single row, a single column."""
    assert (
        _text(table(row("Decision maker:", "Cabinet"), row("Date:", "12 May 2015")))
        == "Decision maker: Cabinet\n\nDate: 12 May 2015"
    )
    assert (
        _text(table(row("1.", "Purpose of the report."), row("2.", "Background.")))
        == "1. Purpose of the report.\n\n2. Background."
    )
    assert _text(table(row("Left.", "Right."))) == "Left.\n\nRight."
    bold = table(row(cell(par(run("Ward", "b"))), "All"), row(cell(par(run("Body", "b"))), "Cabinet"))
    assert _text(bold) == "Ward: All\n\nBody: Cabinet"


def test_a_repeated_head_makes_a_table_of_figures():
    """However long its cells are."""
    head = row("Action", "Progress", more="<w:tblHeader/>")
    assert _grid(table(head, row("Recruit", "word " * 300)))[0] == ["Action", "Progress"]


def test_tables_inside_tables_are_read_at_any_depth():
    """Sixty tables inside each other lose no word."""
    inside = table(row("Service", "£'000"), row("Fostering", "6,400"))
    for depth in range(60):
        inside = table(row(cell(par(f"level {depth}"), inside, "<w:p/>")))
    document = word.read(word.word(inside)).value
    assert all(f"level {depth}" in document.text for depth in range(60))
    assert [[one.text for one in line] for line in document.grids[0].rows] == [
        ["Service", "£'000"],
        ["Fostering", "6,400"],
    ]


def test_automatic_numbers_stand_in_the_cells_of_a_table():
    """A column that holds nothing but automatic numbers shows them."""
    numbering = word.abstract(1, word.level(0, "decimal", "%1")) + word.num(1, 1)
    number = cell(par(num=(1, 0)))
    body = table(row("No", "Action", "Due"), row(number, "Recruit", "May"), row(number, "Train", "June"))
    assert _grid(body, numbering=numbering)[1:] == [["1", "Recruit", "May"], ["2", "Train", "June"]]


# --- Pages, heads, properties -------------------------------------------------------------------------------------------


def test_pages_are_those_that_word_laid_out_last():
    """Where the file keeps them; else no page is told."""
    turned = "<w:r><w:lastRenderedPageBreak/><w:t>Second.</w:t></w:r>"
    assert [block.page for block in word.read(word.word(par("First.") + par(turned) + par("Still."))).value.blocks] == [
        1,
        2,
        2,
    ]
    assert [block.page for block in word.read(word.word(par("First."))).value.blocks] == [None]


def test_running_heads_count_only_where_the_paper_itself_says_nothing():
    """A marking and a date; everything else in them is left out."""
    head = {
        "header1.xml": (
            "header",
            f"<w:hdr {word.NAMES}>{par('NOT FOR PUBLICATION')}{par('Cabinet 12 May 2015')}{par('Page 3')}</w:hdr>",
        )
    }
    assert _text(par("The report."), parts=head) == "NOT FOR PUBLICATION\n\nCabinet 12 May 2015\n\nThe report."
    assert _text(par("Report of 4 June 2015"), parts=head) == "NOT FOR PUBLICATION\n\nReport of 4 June 2015"
    appendix = {"header1.xml": ("header", f"<w:hdr {word.NAMES}>{par('Appendix 2 - not for publication')}</w:hdr>")}
    assert _text(par("The report."), parts=appendix) == "The report."


def test_the_title_of_the_properties_is_a_hint_and_no_word():
    """It makes a line a heading; it adds none."""
    assert _text(par("Cabinet") + par("Fostering update"), title="Fostering Update") == "Cabinet\n\n# Fostering update"
    assert _text(par("Cabinet"), title="Microsoft Word - Document1") == "Cabinet"


def test_what_cannot_be_read_is_said():
    """Charts and embedded files; a picture only where there is nothing else."""
    chart = par(
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="r1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
        "Figure 1.",
    )
    outcome = word.read(word.word(chart + '<w:altChunk r:id="r2"/>'))
    assert [problem.code for problem in outcome.problems] == ["paper.not_read"]
    assert "1 chart, 1 embedded file" in outcome.problems[0].message
    scan = par("<w:r><w:drawing><a:blip/></w:drawing></w:r>")
    assert word.read(word.word(scan + par("Words."))).problems == ()
    (problem,) = word.read(word.word(scan)).problems
    assert problem.code == "input.empty"
    assert "1 picture" in problem.message


def test_the_strict_kind_of_the_format_is_read():
    """Its names differ, its elements do not."""
    content = word.word(par("Strictly."), main="strict")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = {
        name: part.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main") for name, part in parts.items()
    }
    assert text_of(word.packed(strict)) == "Strictly."


# --- Other files --------------------------------------------------------------------------------------------------------


def test_a_word_file_is_known_by_its_bytes_whatever_its_name():
    """And read, with a note."""
    content = word.word(par("Words."))
    assert looks_like(content[:8192], "paper.bin")[0] == "its parts are those of a Word file"
    assert looks_like(b"PK\x03\x04" + b"x" * 100, "paper.docx") == ("named .docx",)
    assert looks_like(b"just text", "paper.docx") == ()
    assert [problem.code for problem in word.read(content, "paper.pdf").problems] == ["input.misnamed"]


@pytest.mark.parametrize(
    ("stream", "code", "told"),
    [
        ("WordDocument", "input.unsupported", ".doc"),
        ("EncryptedPackage", "container.encrypted", "password"),
        ("Workbook", "input.unsupported", ".xls"),
        ("Other", "input.unsupported", "before 2007"),
    ],
)
def test_old_and_locked_files_are_told_as_what_they_are(stream, code, told):
    """With what to do about them."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + stream.encode("utf-16-le") + b"\0" * 600
    assert looks_like(content, "paper.doc")
    (problem,) = word.read(content, "paper.doc").problems
    assert problem.code == code
    assert told in problem.message


def test_other_packed_files_are_told_as_what_they_are():
    """OpenDocument texts, workbooks, presentations."""
    odt = word.packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
    assert "OpenDocument" in word.read(odt, "paper.odt").problems[0].message
    for part in ("xl/workbook.xml", "ppt/presentation.xml"):
        assert word.read(word.packed({part: b"<x/>"})).problems[0].code == "input.unsupported"


def test_macros_are_told_and_not_run():
    """A Word file with macros is read like any other."""
    outcome = word.read(word.word(par("Words."), parts={"vbaProject.bin": ("vbaProject", "x")}), "paper.docm")
    assert outcome.value.text == "Words."
    assert [problem.code for problem in outcome.problems] == ["input.macros"]


def test_without_lxml_the_line_to_install_it_is_told(monkeypatch):
    """The extra is not installed."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    (problem,) = word.read(word.word(par("Words."))).problems
    assert problem.code == "input.missing_extra"
    assert "cstrack[docx]" in problem.message
