"""The ladder of encodings, and files that hold no text."""

from __future__ import annotations

import codecs

import pytest

from cstrack.problems import Severity
from cstrack.reading.encoding import binary_kind, decode

PAPER = "Children’s Services – budget of £7.2m (10%)\r\nDue: “March 2015”\n" * 3

#: How offices save the same paper, and what it is recorded as.
SAVED = {
    "utf-8": PAPER.encode("utf-8"),
    "utf-8 with a mark": codecs.BOM_UTF8 + PAPER.encode("utf-8"),
    "windows-1252": PAPER.encode("cp1252"),
    "utf-16 with a mark": PAPER.encode("utf-16"),
    "utf-16 big-endian with a mark": codecs.BOM_UTF16_BE + PAPER.encode("utf-16-be"),
    "utf-16 without a mark": PAPER.encode("utf-16-le"),
    "utf-16 big-endian without a mark": PAPER.encode("utf-16-be"),
    "utf-32 with a mark": codecs.BOM_UTF32_LE + PAPER.encode("utf-32-le"),
}


@pytest.mark.parametrize("how", SAVED)
def test_the_same_paper_in_any_encoding_is_the_same_text(how):
    """T21: one text whatever the encoding, line ends kept, no mark at its start."""
    assert decode(SAVED[how], "paper.txt").value.text == PAPER


@pytest.mark.parametrize(
    ("how", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8 with a mark", "utf-8"),
        ("windows-1252", "cp1252"),
        ("utf-16 with a mark", "utf-16-le"),
        ("utf-16 big-endian without a mark", "utf-16-be"),
        ("utf-32 with a mark", "utf-32-le"),
    ],
)
def test_the_encoding_is_told(how, encoding):
    """Which rung of the ladder was taken is part of the outcome."""
    assert decode(SAVED[how], "paper.txt").value.encoding == encoding


def test_utf8_is_silent_and_every_other_encoding_a_note():
    """A person hears only of files that another program may read otherwise."""
    assert decode(SAVED["utf-8"], "paper.txt").problems == ()
    assert decode(SAVED["utf-8 with a mark"], "paper.txt").problems == ()
    (note,) = decode(SAVED["windows-1252"], "paper.txt").problems
    assert (note.code, note.severity, note.document) == ("text.encoding", Severity.NOTE, "paper.txt")


def test_a_short_line_of_pounds_is_never_guessed_to_be_chinese():
    """What a guesser of character sets reads as big5."""
    assert decode("item,£m".encode("cp1252"), "budget.txt").value.text == "item,£m"


def test_bytes_that_windows_leaves_undefined_are_kept_and_told():
    """As browsers do: the control character of that number, no byte lost, and a warning."""
    outcome = decode(b"caf\xe9 \x81 \x9d", "paper.txt")
    assert outcome.value.text == "café \x81 \x9d"
    assert outcome.problems[0].severity is Severity.WARNING
    assert "2 of its bytes" in outcome.problems[0].message


def test_a_marked_file_that_is_not_what_it_says_is_told():
    """UTF-16 with half a character: read as far as it goes, with a warning."""
    outcome = decode(codecs.BOM_UTF16_LE + "Budget".encode("utf-16-le") + b"\x00", "paper.txt")
    assert outcome.value.text.startswith("Budget")
    assert outcome.problems[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"%PDF-1.7 rest", "a PDF"),
        (b"PK\x03\x04 rest", "a Word, Excel or ZIP file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", "an old Word or Excel file"),
        (b"{\\rtf1\\ansi", "a rich text (RTF) file"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (bytes(range(256)) * 4, "no text"),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(head, said):
    """Whatever its name says; with one line that says what to do."""
    outcome = decode(head, "minutes.txt")
    assert outcome.value is None
    (problem,) = outcome.problems
    assert (problem.code, problem.severity) == ("input.binary", Severity.ERROR)
    assert said in problem.message
    assert ": " in problem.message


def test_one_stray_control_character_makes_no_binary():
    """A NUL that some program left behind is kept, and the paper is read."""
    assert binary_kind(b"Minutes of the meeting\x00 on 3 May") is None
    assert decode(b"Minutes\x00 of May", "paper.txt").value.text == "Minutes\x00 of May"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_do_not_tell_whether_a_file_is_text(end):
    """The same lines are text, or none, whichever ends they have."""
    assert binary_kind(end * 150 + b"a" * 30 + b"\x00\x08") == ("no text", "give the paper as text: .txt or .md")
    assert binary_kind(end * 150 + b"a" * 300 + b"\x00\x08") is None
