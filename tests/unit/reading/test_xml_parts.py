"""XML of office files: no document types, no entities, a known encoding."""

from __future__ import annotations

import io
import zipfile

import pytest

from cstrack.reading.container import open_container
from cstrack.reading.xml_parts import plain_xml, read_xml

PART = "word/document.xml"
PLAIN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w>£1.2m</w>'
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


def read(content: bytes):
    return plain_xml(content, "a.docx", PART)


def code(outcome) -> str:
    return outcome.problems[0].code


@pytest.mark.parametrize("text", [PLAIN, PLAIN.replace("UTF-8", "utf8"), PLAIN.partition("\n")[2], f"\ufeff{PLAIN}"])
def test_plain_xml_passes_as_it_is(text):
    """With or without declaration and mark."""
    content = text.encode("utf-8")
    assert read(content).value == content


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_becomes_utf8_without_its_declaration(encoding):
    """So that whatever looks at the bytes next can see them."""
    outcome = read(PLAIN.replace("UTF-8", "UTF-16").encode(encoding))
    assert outcome.value.decode("utf-8").strip() == "<w>£1.2m</w>"


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, "<a/><!ENTITY x 'y'>", "<!DOCTYPE html><a/>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_document_types_and_entities_are_refused_in_every_encoding(text, encoding):
    """Before a parser sees them; UTF-16 hides nothing."""
    assert code(read(text.encode(encoding))) == "xml.dtd_forbidden"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.replace("UTF-8", "UTF-7").encode(),
        PLAIN.replace("UTF-8", "utf-16").encode(),
        PLAIN.replace("UTF-8", "x-unknown").encode(),
        PLAIN.encode("utf-32"),
        PLAIN.encode("utf-32-be"),
        PLAIN.encode("cp037"),
        b"no xml at all",
        b"\xff\xfe<\x00a\x00\x00\xd8",
    ],
)
def test_what_could_hide_a_document_type_is_refused(content):
    """An encoding in which `<` is not the byte of ASCII, or that is declared and not meant."""
    assert code(read(content)) == "xml.encoding"


def test_an_empty_part_is_damage():
    """A parser would say something less clear."""
    assert code(read(b" \n")) == "container.damaged"


def test_a_part_is_read_out_of_its_container():
    """An absent part is no problem: many are optional."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(PART, PLAIN)
    container = open_container(stream.getvalue(), "a.docx").value
    assert read_xml(container, PART).value == PLAIN.encode()
    absent = read_xml(container, "word/numbering.xml")
    assert absent.value is None
    assert not absent.problems
