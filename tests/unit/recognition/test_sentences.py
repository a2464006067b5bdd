"""Where sentences end in what councils write."""

from __future__ import annotations

import pytest

from cstrack.reading.text import read_text
from cstrack.recognition.sentences import recognise_sentences
from cstrack.sources.source import Source


def sentences(text):
    """The sentences of a text, plain."""
    document = read_text(Source(name="paper.txt", sha256="sha256:0"), text.encode()).value
    return [
        document.plain(document.blocks[found.block]).text[found.start : found.end]
        for found in recognise_sentences(document)
    ]


#: One paragraph a line; a bar stands where a sentence ends.
PARAGRAPHS = [
    "Cllr. Jones thanked Dr. Patel and Mrs. Green.|The report was noted.",
    "See No. 5 of the plan, e.g. The Gateway, i.e. Early Help.|It opened in Sept. 2013.",
    "Costs rose by £1.2m.|In 2014/15 they fell by 3.5% to £0.4m.|Nothing else changed.",
    "The sum of £500K was set aside.|Half of it is spent.",
    "It cost £500K.|Half of it is spent.",
    "Numbers fell from 46% to approx. 10%.|Only 3 vacancies are left.",
    "The visit to St. Helens took place at 6 p.m. in the town hall.",
    'The Chairman said "we are on target."|Members agreed.',
    "The work (started in May.)|It went on.",
    "There were two reasons: 1. The cost.|2. The need.|All were accepted.",
    "Is the money there ?|No, it was spent!|Members asked why.",
    "The service waited ...|Then it closed.",
    "Mr J. Smith and A.B. Jones spoke.|The U.K. average is higher.",
    "It is set out in Appendix A.|The figures are in Appendix B.",
    "Fund the overspend; note the forecast; move the contingency.",
    "Write to Ann.Other@example.gov.uk or see www.example.gov.uk.|It helps.",
    "The panel said no.|The report was withdrawn.",
    "Section 20 placements ended in March.|11 children were adopted.|£2m was saved.",
    "Foster carers, kinship carers, etc. were asked.|They replied.",
]


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_a_paragraph_is_cut_where_its_sentences_end(marked):
    """Abbreviations, initials, decimals, labels and quotations end no sentence."""
    assert sentences(marked.replace("|", " ") + "\n") == marked.split("|")


def test_a_sentence_ends_though_its_blank_was_lost():
    """Programs that make text of pages lose blanks; addresses are left whole."""
    assert sentences("The hub was opened.The team of Ann.Other@example.gov.uk moved in.\n") == [
        "The hub was opened.",
        "The team of Ann.Other@example.gov.uk moved in.",
    ]


def test_emphasis_does_not_hide_a_stop():
    """A bold opening that ends with a stop is a sentence of its own."""
    assert sentences("- **Single assessment.** To support staff we are putting one in place.\n") == [
        "Single assessment.",
        "To support staff we are putting one in place.",
    ]


def test_a_heading_is_one_sentence():
    """Stops inside a heading end nothing."""
    assert sentences("## No. 3. The Plan\n\nIt is agreed.\n") == ["No. 3. The Plan", "It is agreed."]


def test_a_sentence_runs_over_a_page_break():
    """A sentence that a page break cuts is one, and its span reaches from the first page to the second."""
    text = "The school improvement services have been commissioned and will be\n\n\f\n\ndelivered by a partner. They began.\n"
    assert sentences(text) == [
        "The school improvement services have been commissioned and will be delivered by a partner.",
        "They began.",
    ]


def test_words_without_a_stop_are_cut_between_two_of_them():
    """However long they go on, what is one sentence stays short, and no word is lost or cut."""
    words = "spending of £1.2m on transport " * 2_000
    found = sentences(f"{words.strip()}.\n")
    assert max(map(len, found)) <= 3_000
    assert " ".join(found) == f"{words.strip()}."


def test_a_span_gives_the_words_as_they_stand():
    """The span of a sentence leads to the characters of the file, dashes and emphasis included."""
    text = "- **Panels.** The target – one a month – was met.\n"
    document = read_text(Source(name="paper.txt", sha256="sha256:0"), text.encode()).value
    _, second = recognise_sentences(document)
    assert document.text_at(second.span) == "The target – one a month – was met."


def test_every_founding_paper_is_cut_into_sentences_of_readable_length(shared):
    """No sentence of the founding papers is a label, and none swallows a page."""
    for path in sorted((shared / "papers" / "founding").glob("*.txt")):
        for sentence in sentences(path.read_text(encoding="utf-8")):
            assert 2 < len(sentence) < 700, (path.name, sentence)
