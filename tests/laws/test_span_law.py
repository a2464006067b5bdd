"""The span law of reading: whatever a file holds, nothing is lost, nothing is counted twice, and every word leads back."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cstrack.reading.lines import BLANKS
from cstrack.reading.markdown import read_markdown
from cstrack.reading.text import read_text
from cstrack.recognition.sentences import recognise_sentences
from cstrack.sources.source import Source
from cstrack.sources.span import Span

READERS = {"paper.txt": read_text, "paper.md": read_markdown}

#: What papers are made of, so that arbitrary text often means something.
SCRAPS = st.sampled_from(
    [
        "\n", "\r\n", "\r", "\f", "\n\n", "\t", " ", "   ", "\u00a0", "\u2003", "\u200b", "\ufeff", "\u2028", "\v",
        "1. ", "1.1 ", "2.", "4.3.1 ", "I. ", "VIII. ", "(1) ", "1) ", "(a) ", "a) ", "(iv) ", "A. ", "c. ", "- ", "* ",
        "·  ", "• ", "– ", "o  ", "# ", "### ", "---", "===", "***", "**", "*", "_", "__", "|", "| a | b |", "|---|---|",
        "```", "> ", "Page 3 of 9", "- 4 -", "17", "Q  ", "A  ", "Q1: ", "Decision Maker: ", "REPORT OF\t", "RESOLVED: That",
        "Recommended -", "Minutes:", "that the report be noted", "the Council agreed to:", "and", "of the", "Purpose",
        "EXECUTIVE SUMMARY", "£7.2m", "2013 -14", "Cllr. Smith", "e.g. this.", "“quoted”", "[here](#)", "\\*", "Â£", "â€™",
        "x" * 90, "word " * 30, "13 MARCH 2014", "é", "字", "\U0001f600", "\x00", "+---+", "a\tb\tc", "8 Title PDF 3 KB",
    ]
)  # fmt: skip

TEXTS = st.lists(SCRAPS | st.text(max_size=12), max_size=60).map("".join) | st.text(max_size=300)


def read(name, text, **limits):
    """The document of a text, or None where it holds no words."""
    content = text.encode("utf-8")
    source = Source(name=name, sha256="sha256:" + hashlib.sha256(content).hexdigest())
    return READERS[name](source, content, **limits).value


def stretches(document):
    """Every stretch that the document accounts for."""
    for block in document.blocks:
        yield from block.pieces
        if block.marker is not None:
            yield block.marker
    yield from document.furniture


@pytest.mark.parametrize("name", READERS)
@given(text=TEXTS)
@example("\f\f1\n\fText that goes\n\non here")
@example("a | b\n---|---\nc | d\n")
@example("> The Board heard of the\n> plan and of the\n> budget.\n")
@example("Members noted the |\nreport of the |\nDirector.\n")
def test_every_printed_character_is_accounted_for_once(name, text):
    """Pieces, markers and furniture share no character, lie inside the text, and leave out nothing but blanks."""
    document = read(name, text)
    if document is None:
        return
    counts = [0] * len(document.text)
    for span in stretches(document):
        assert 0 <= span.start < span.end <= len(document.text)
        for at in range(span.start, span.end):
            counts[at] += 1
    assert max(counts) <= 1, "counted twice"
    lost = {letter for letter, count in zip(document.text, counts, strict=True) if count == 0}
    assert not lost - set(BLANKS)


@pytest.mark.parametrize("name", READERS)
@given(text=TEXTS)
def test_blocks_stand_in_reading_order(name, text):
    """Pieces of a block and blocks of a document follow each other; what a block points at is there."""
    document = read(name, text)
    if document is None:
        return
    ends = 0
    for index, block in enumerate(document.blocks):
        start = block.marker.start if block.marker else block.span.start
        assert block.pieces
        assert ends <= start
        for piece in block.pieces:
            assert start <= piece.start
            start = piece.end
        ends = block.span.end
        assert block.heading is None or block.heading < index
        assert block.lead is None or block.lead < index
        document.section_of(block)


@pytest.mark.parametrize("name", READERS)
@given(text=TEXTS)
def test_plain_text_leads_back(name, text):
    """Each character of a block's plain text stands, at its origin, in the block, as itself or as what it was made from."""
    document = read(name, text)
    if document is None:
        return
    for block in document.blocks:
        plain = document.plain(block)
        assert len(plain.text) == len(plain.origins)
        assert plain.text == plain.text.strip()
        assert all(left < right for left, right in zip(plain.origins, plain.origins[1:], strict=False))
        whole = plain.span(0, len(plain.text))
        assert block.span.contains(whole) or not plain.text
        for letter, origin in zip(plain.text, plain.origins, strict=True):
            printed = document.text[origin]
            assert letter in {printed, " ", "-", "'", '"'}


@pytest.mark.parametrize("name", READERS)
@given(text=TEXTS)
def test_sentences_cover_every_block(name, text):
    """Sentences follow each other, stay inside their block and leave out blanks only."""
    document = read(name, text)
    if document is None:
        return
    left = {index: document.plain(block).text for index, block in enumerate(document.blocks)}
    reached = dict.fromkeys(left, 0)
    for sentence in recognise_sentences(document):
        plain = document.plain(document.blocks[sentence.block])
        assert reached[sentence.block] <= sentence.start < sentence.end <= len(plain.text)
        assert not plain.text[reached[sentence.block] : sentence.start].strip()
        assert sentence.span == plain.span(sentence.start, sentence.end)
        reached[sentence.block] = sentence.end
    assert all(not text[reached[index] :].strip() for index, text in left.items())


@given(text=TEXTS)
def test_a_short_limit_of_lines_loses_nothing(text):
    """A line that is cut at the limit is read to its end."""
    document = read("paper.txt", text, line=20)
    if document is None:
        return
    held = [span for span in stretches(document) if len(span)]
    covered = {at for span in held for at in range(span.start, span.end)}
    assert all(at in covered or letter in BLANKS for at, letter in enumerate(document.text))


@given(text=TEXTS)
def test_line_ends_change_no_block(text):
    """Windows and old Mac line ends give the blocks that Unix ones give."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    shapes = []
    for end in ("\n", "\r\n", "\r"):
        document = read("paper.txt", unix.replace("\n", end))
        blocks = document.blocks if document else ()
        shapes.append([(b.kind, b.label, b.path, b.level, b.heading, b.lead, document.plain(b).text) for b in blocks])
    assert shapes[0] == shapes[1] == shapes[2]


def test_a_span_is_what_the_text_says():
    """``text_at`` gives the characters of the file, untouched."""
    document = read("paper.txt", "1. Purpose\r\n\r\nThe budget is £7.2m – about 10%.\r\n")
    assert document.text_at(Span(*(document.text.index("£7.2m"), document.text.index("£7.2m") + 5))) == "£7.2m"
