"""The law of export: whatever a document prints, it changes no structure of what is written."""

from __future__ import annotations

import csv
import io
from datetime import date
from html.parser import HTMLParser

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cstrack.export.csv import rows
from cstrack.export.html import HtmlExporter
from cstrack.export.markdown import escaped
from cstrack.export.text import grid
from cstrack.hooks.contracts import ExportContext
from cstrack.model.finding import Finding, Priority
from cstrack.model.plan import Plan
from cstrack.model.register import Register
from cstrack.problems import Problem
from cstrack.testing import records as make

CONTEXT = ExportContext(as_of=date(2015, 3, 31), version="0.1.0")

#: Pieces that break out of something, put together in any order.
PIECES = st.sampled_from(
    [
        *(
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<img src=x onerror=alert(1)>",
            "</td>",
            "</table>",
            "</details>",
            "</style>",
        ),
        *(
            '"',
            "'",
            "`",
            "&lt;",
            "&#x3c;",
            "]]>",
            "<![CDATA[",
            "{{ 7*7 }}",
            "{% raw %}",
            "javascript:alert(1)",
            "\x1b[31m",
        ),
        *(
            "=1+1",
            "+",
            "-",
            "@",
            "|",
            "\\",
            "\n",
            "\r",
            "\t",
            "\x00",
            ",",
            ";",
            "\u202e",
            "\ufeff",
            "\ud800",
            "＝",
            " ",
            "a",
            "£",
        ),
    ]
)
payloads = st.lists(PIECES, min_size=1, max_size=8).map("".join) | st.text(min_size=1, max_size=40)


class Skeleton(HTMLParser):
    """The elements and attributes of a page, without its text."""

    def __init__(self, page):
        super().__init__()
        self.parts = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.parts.append((tag, tuple(sorted(name for name, _ in attrs))))

    def handle_endtag(self, tag):
        self.parts.append(("/", tag))

    def handle_comment(self, text):
        self.parts.append(("comment",))


def page(words):
    """A page in which every text of a document is the same words."""
    paper = evolve(make.paper(), title=words, body=words)
    source = evolve(paper.source, name=f"x{words}")
    paper = evolve(paper, source=source)
    plan = Plan(
        id="plan-1",
        authority=paper.authority,
        citations=(make.cite(paper, words, section=words),),
        title=words,
        status=words,
    )
    held = (
        make.action(paper, words, owners=(words,), due_event=words),
        make.decision(paper, words, 9, number=words, body=words),
        plan,
    )
    finding = Finding(
        code="a.b", priority=Priority.LOW, authority=paper.authority, message=words, rule=words, citations=held[0].citations, document=paper.source.name
    )  # fmt: skip
    problem = Problem(code="input.empty", message=words, document=words)
    register = Register(papers=(paper,), records=held, problems=(problem,))
    return HtmlExporter().export(register, (finding,), evolve(CONTEXT, title=words)).decode()


BENIGN = Skeleton(page("words")).parts


@given(payloads)
def test_no_words_of_a_document_change_a_page(words):
    """The page of hostile words has the elements and attributes of the page of plain ones, and no others."""
    assert Skeleton(page(words)).parts == BENIGN


@given(payloads)
def test_no_words_of_a_document_are_a_formula(words):
    """Read back, a CSV has one row a record, and no cell that a spreadsheet would run."""
    paper = make.paper()
    record = make.action(paper, words, owners=(words,), due_event=words)
    told = list(csv.reader(io.StringIO(rows((record,)), newline="")))
    assert [len(row) for row in told] == [len(told[0])] * 2
    opening = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
    assert not [text for text in told[1] if text.lstrip(" \u00a0").startswith(opening)]


@given(payloads)
def test_no_words_of_a_document_command_a_terminal(words):
    """Nothing below a blank but line feeds, nothing that turns the direction of writing."""
    drawn = grid(("words", "other"), [[words, words]])
    assert not [letter for letter in drawn if (ord(letter) < 32 and letter != "\n") or 0x7F <= ord(letter) < 0xA0]
    assert not set(drawn) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


@given(payloads)
def test_no_words_of_a_document_open_markdown(words):
    """One line, with every character that could open something behind a backslash."""
    safe = escaped(words)
    assert "\n" not in safe
    bare = safe.replace("\\\\", "")
    assert not [at for at, letter in enumerate(bare) if letter in "|<`[" and bare[at - 1 : at] != "\\"]
