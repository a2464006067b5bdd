"""Where a paragraph takes its number from, and what switches it off: styles, linked levels, list styles, overrides, hidden paragraphs."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_FOUND = importlib.util.spec_from_file_location("numbering_cases", Path(__file__).with_name("numbering_cases.py"))
numbering_cases = importlib.util.module_from_spec(_FOUND)
_FOUND.loader.exec_module(numbering_cases)
word = numbering_cases.writer()

CLAUSES = word.abstract(1, word.level(0, "decimal", "%1."), word.level(1, "decimal", "%1.%2")) + word.num(1, 1)


def _ppr(number: int | str = "", level: int | str = "") -> str:
    at = "" if level == "" else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{at}{"" if number == "" else f"""<w:numId w:val="{number}"/>"""}</w:numPr>'


def _shown(body: str, count: int, **parts: str) -> str:
    return numbering_cases.shown(word.text_of(word.word(body, **parts)), count)


def test_a_style_numbers_its_paragraphs():
    """The number stands in the style, or in the style that it is based on; the paragraphs say nothing of it."""
    styles = word.style("Clause", ppr=_ppr(1, 1)) + word.style("Clause Tight", based="Clause")
    body = word.par("=1=", style="Clause") + word.par("=2=", style="ClauseTight")
    assert _shown(body, 2, styles=styles, numbering=CLAUSES) == "1.1 1.2"


def test_a_level_linked_to_a_style_counts_more_than_the_level_the_style_names():
    """Section headings and clauses share one list; which level a style stands at, the list says."""
    numbering = word.abstract(
        1,
        word.level(0, "decimal", "%1.", more='<w:pStyle w:val="Section"/>'),
        word.level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Clause"/>'),
    ) + word.num(1, 1)
    styles = (
        word.style("Section", ppr=_ppr(1)) + word.style("Clause", ppr=_ppr(1)) + word.style("Loose", based="Clause")
    )
    body = word.par("=1=", style="Section") + word.par("=2=", style="Clause") + word.par("=3=", style="Loose")
    assert _shown(body, 3, styles=styles, numbering=numbering) == "1. 1.1 1.2"


def test_a_style_may_take_the_list_from_the_style_below_and_name_the_level_itself():
    """Heading 2 is based on Heading 1 and says no more than that it stands one level deeper."""
    styles = word.style("One", ppr=_ppr(1)) + word.style("Two", based="One", ppr=_ppr(level=1))
    body = word.par("=1=", style="One") + word.par("=2=", style="Two") + word.par("=3=", style="One")
    assert _shown(body, 3, styles=styles, numbering=CLAUSES) == "1. 1.1 2."


def test_list_nought_switches_off_what_the_style_says():
    """A paragraph in a numbered style without a number: it is not counted either."""
    styles = word.style("Clause", ppr=_ppr(1, 0))
    off = word.par("=2=", style="Clause", more=_ppr(0))
    body = word.par("=1=", style="Clause") + off + word.par("=3=", style="Clause")
    assert _shown(body, 3, styles=styles, numbering=CLAUSES) == "1. - 2."


def test_a_style_switches_off_the_number_of_the_style_below_it():
    """A style with list nought that is based on a numbered one."""
    styles = word.style("Clause", ppr=_ppr(1, 0)) + word.style("Bare", based="Clause", ppr=_ppr(0))
    body = word.par("=1=", style="Clause") + word.par("=2=", style="Bare") + word.par("=3=", style="Clause")
    assert _shown(body, 3, styles=styles, numbering=CLAUSES) == "1. - 2."


def test_a_list_style_makes_the_levels():
    """A definition that holds nothing but the name of a list style takes its levels from where that style leads."""
    numbering = (
        word.abstract(1, word.level(0, "lowerLetter", "(%1)"), more='<w:styleLink w:val="CouncilList"/>')
        + word.abstract(2, more='<w:numStyleLink w:val="CouncilList"/>')
        + word.num(1, 1)
        + word.num(2, 2)
    )
    styles = word.style("Council List", kind="numbering", ppr=_ppr(1))
    body = word.par("=1=", num=(2, 0)) + word.par("=2=", num=(2, 0))
    assert _shown(body, 2, styles=styles, numbering=numbering) == "(a) (b)"


def test_circles_of_styles_and_lists_end():
    """Styles based on each other, and list styles that lead to themselves, number nothing and stop nobody."""
    numbering = word.abstract(1, more='<w:numStyleLink w:val="Round"/>') + word.num(1, 1)
    styles = (
        word.style("Round", kind="numbering", ppr=_ppr(1))
        + word.style("A", based="B")
        + word.style("B", based="A")
        + word.style("Self", based="Self")
    )
    body = word.par("=1=", num=(1, 0)) + word.par("=2=", style="A") + word.par("=3=", style="Self")
    assert _shown(body, 3, styles=styles, numbering=numbering) == "- - -"


@pytest.mark.parametrize("known", [7, -1, 99])
def test_a_list_that_is_not_defined_numbers_nothing(known):
    """A paragraph that names a list which nothing defines."""
    assert _shown(word.par("=1=", num=(known, 0)), 1, numbering=CLAUSES) == "-"


def test_a_list_may_define_a_level_anew():
    """An override with a level of its own changes how it looks; the numbers go on."""
    numbering = CLAUSES + word.num(2, 1, word.override(0, definition=word.level(0, "upperRoman", "%1)")))
    body = word.par("=1=", num=(1, 0)) + word.par("=2=", num=(2, 0)) + word.par("=3=", num=(1, 0))
    assert _shown(body, 3, numbering=numbering) == "1. II) 3."


def test_a_form_that_only_new_programs_know():
    """001, 002 is written twice, for new programs and for old ones."""
    form = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{form}<w:lvlText w:val="%1"/></w:lvl>'
    body = word.par("=1=", num=(1, 0)) + word.par("=2=", num=(1, 0))
    assert _shown(body, 2, numbering=word.abstract(1, level) + word.num(1, 1)) == "009 010"


def test_an_empty_paragraph_is_counted_and_a_hidden_one_is_not():
    """Word prints a number before nothing; what is hidden it does not count."""
    hidden = word.par(word.run("hidden", "vanish"), num=(1, 0), more="<w:rPr><w:vanish/></w:rPr>")
    body = word.par("=1=", num=(1, 0)) + word.par(num=(1, 0)) + hidden + word.par("=2=", num=(1, 0))
    assert _shown(body, 2, numbering=CLAUSES) == "1. 3."


def test_a_deleted_paragraph_is_not_counted_and_an_inserted_one_is():
    """Tracked changes are resolved before the numbers are counted."""
    gone = (
        f'<w:p><w:pPr>{_ppr(1, 0)}<w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    )
    new = (
        f'<w:p><w:pPr>{_ppr(1, 0)}<w:rPr><w:ins w:id="3" w:author="x"/></w:rPr></w:pPr>'
        f'<w:ins w:id="4" w:author="x">{word.run("=2=")}</w:ins></w:p>'
    )
    body = word.par("=1=", num=(1, 0)) + gone + new + word.par("=3=", num=(1, 0))
    assert _shown(body, 3, numbering=CLAUSES) == "1. 2. 3."


def test_numbers_run_on_through_the_cells_of_a_table():
    """A table that only places words: its paragraphs are counted with those around it."""
    body = (
        word.par("=1=", num=(1, 0))
        + word.table(word.row(word.cell(word.par("=2=", num=(1, 0)), word.par("=3=", num=(1, 0)))))
        + word.par("=4=", num=(1, 0))
    )
    assert _shown(body, 4, numbering=CLAUSES) == "1. 2. 3. 4."


def test_a_hidden_number_is_not_shown():
    """The number itself is set in hidden letters."""
    level = word.level(0, "decimal", "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    assert _shown(word.par("=1=", num=(1, 0)), 1, numbering=word.abstract(1, level) + word.num(1, 1)) == "-"


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("lowerRoman", 200_000_000, "200000000."),
        ("lowerLetter", 999_999_999, "999999999."),
        ("ordinalText", 1000, "1000th."),
        ("cardinalText", 121, "One hundred twenty-one."),
        ("ordinalText", 30, "Thirtieth."),
        ("numberInDash", 4, "- 4 -."),
        ("aiueo", 4, "4."),
        ("decimalEnclosedCircle", 3, "③."),
    ],
)
def test_numbers_beyond_a_form_are_figures(form, start, label):
    """No number is written out at the length of its value, and none is lost."""
    numbering = word.abstract(1, word.level(0, form, "%1.", start=start)) + word.num(1, 1)
    assert _shown(word.par("=1=", num=(1, 0)), 1, numbering=numbering) == label
