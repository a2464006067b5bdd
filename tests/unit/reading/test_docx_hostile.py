"""Word files made to harm: each ends with its words or with a problem, in the time and memory that its size deserves."""

from __future__ import annotations

import importlib.util
import io
import random
import struct
import zipfile
from pathlib import Path

import pytest

from cstrack.reading.container import Bounds

_FOUND = importlib.util.spec_from_file_location("as_word", Path(__file__).parent / "as_word.py")
word = importlib.util.module_from_spec(_FOUND)
_FOUND.loader.exec_module(word)
par, cell, row, table = word.par, word.cell, word.row, word.table

DOCUMENT = f"<w:document {word.NAMES}><w:body>{{}}</w:body></w:document>"
SECRET = "the secret of this machine"


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with(name: str, content: str | bytes) -> bytes:
    """A Word file with one part replaced."""
    written = content if isinstance(content, bytes) else content.encode()
    return word.packed({**_parts(word.word(par("Words."))), name: written})


def _code(content: bytes, **limits: object) -> str:
    outcome = word.read(content, **limits)
    assert outcome.value is None
    return outcome.problems[0].code


def _laughs() -> str:
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "ha"}">' for at in range(10))
    return f"<!DOCTYPE w [{entities}]>"


@pytest.mark.parametrize(
    "part",
    ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "_rels/.rels"],
)
@pytest.mark.parametrize("kind", ["laughs", "file", "parameter"])
def test_entities_are_refused_in_every_part(part, kind, tmp_path):
    """A billion laughs, a file of this machine, a definition from elsewhere: told, and nothing of the file is read without a word."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    start = {
        "laughs": _laughs(),
        "file": f'<!DOCTYPE w [<!ENTITY a SYSTEM "{secret.as_uri()}">]>',
        "parameter": f'<!DOCTYPE w [<!ENTITY % a SYSTEM "{secret.as_uri()}"> %a;]>',
    }[kind]
    used = {"laughs": "&l9;", "file": "[&a;]", "parameter": ""}[kind]
    outcome = word.read(_with(part, start + DOCUMENT.format(par(f"<w:r><w:t>{used}</w:t></w:r>"))))
    assert outcome.value is None
    assert outcome.problems[0].code == "xml.dtd_forbidden"
    assert SECRET not in str(outcome)


def test_an_entity_hidden_in_another_encoding_is_refused():
    """UTF-16, where the bytes of the definition look otherwise."""
    hidden = '<!DOCTYPE w [<!ENTITY a "x">]>' + DOCUMENT.format(par("<w:r><w:t>&a;</w:t></w:r>"))
    assert _code(_with("word/document.xml", b"\xff\xfe" + hidden.encode("utf-16-le"))) == "xml.dtd_forbidden"
    plain = DOCUMENT.format(par("Twice as wide."))
    assert word.text_of(_with("word/document.xml", b"\xff\xfe" + plain.encode("utf-16-le"))) == "Twice as wide."


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (_with("word/document.xml", " " * 300_000_000), "container.too_large"),
        (word.word(par("Words."))[:-200], "container.damaged"),
        (word.word(par("Words."))[:100], "container.damaged"),
        (b"PK\x03\x04", "container.damaged"),
        (b"", "container.damaged"),
        (b"no packed file at all", "container.damaged"),
        (word.word(par("Words."), without=("word/document.xml",)), "container.damaged"),
        (_with("word/document.xml", b"\0\1\2\3 no XML"), "xml.encoding"),
        (_with("word/document.xml", ""), "container.damaged"),
        (_with("word/document.xml", "<w:document"), "container.damaged"),
        (_with("word/document.xml", "<html><body><p>No Word.</p></body></html>"), "container.damaged"),
        (_with("word/document.xml", DOCUMENT.format("")), "input.empty"),
        (_with("word/document.xml", f"<w:document {word.NAMES}/>"), "input.empty"),
        (_with("word/document.xml", DOCUMENT.format(par("One.") + "<w:p><w:r>")), "container.damaged"),
        (_with("word/styles.xml", "<w:styles"), "container.damaged"),
        (_with("word/document.xml", DOCUMENT.format("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000)), "input.too_complex"),
        (_with("word/document.xml", DOCUMENT.format("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000)), "input.too_complex"),
    ],
    ids=["bomb", "cut end", "cut", "mark alone", "nothing", "text", "no document", "bytes", "empty part", "cut part", "other root", "no body", "no words", "cut body", "cut styles", "tables in tables", "controls in controls"],
)  # fmt: skip
def test_what_cannot_be_read_is_told(content, code):
    """By a stable code, and never by an exception."""
    assert _code(content) == code


def test_a_size_that_lies_is_found_out():
    """A part that unpacks to more than its directory declares."""
    content = bytearray(_with("word/document.xml", DOCUMENT.format(par("word " * 50_000))))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        if content[at + 46 :].startswith(b"word/document.xml"):
            content[at + 24 : at + 28] = struct.pack("<I", 1_000)
        at = content.find(b"PK\x01\x02", at + 1)
    assert _code(bytes(content)) == "container.damaged"


@pytest.mark.parametrize("span", ["2000000000", "50000000", "-5", "99999999999999999999", "x", "0"])
def test_a_cell_is_never_wider_than_a_table_of_word(span):
    """Spans are doubted before anything is made of them."""
    document = word.read(word.word(table(row(cell("Wide", span=span), "b", "c"), row("1", "2")))).value
    assert "Wide" in document.text
    assert max(len(line) for line in document.grids[0].rows) <= 66


def test_columns_left_free_are_counted_with_doubt():
    """The same for the columns before a row."""
    body = table(row("a", "b"), row("c", more='<w:gridBefore w:val="2000000000"/>'))
    assert len(word.read(word.word(body)).value.grids[0].rows[0]) <= 64


def test_a_table_that_would_fill_more_cells_than_it_holds_is_read_in_lines():
    """One row of many cells above many rows of one."""
    body = table(row(*(["x"] * 3_000)), *[row("y") for _ in range(300)])
    outcome = word.read(word.word(body))
    assert outcome.value.text.count("x") == 3_000
    assert outcome.value.text.count("y") == 300
    assert [problem.code for problem in outcome.problems] == ["input.too_complex"]


def test_a_million_paragraphs_are_too_many():
    """Told when they are met, while the file is still being read."""
    many = DOCUMENT.format("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 1_000_000)
    outcome = word.read(_with("word/document.xml", many), bounds=Bounds(ratio=2_000))
    assert [problem.code for problem in outcome.problems] == ["input.too_large"]
    assert "paragraphs" in outcome.problems[0].message


def test_more_characters_than_the_limit_are_too_many():
    """In many paragraphs or in one."""
    assert _code(word.word(par("word " * 100) * 3), characters=600) == "input.too_large"


def test_a_text_longer_than_a_parser_takes_is_told():
    """Eleven million letters in one run."""
    content = _with("word/document.xml", DOCUMENT.format(par("x" * 11_000_000)))
    outcome = word.read(content, bounds=Bounds(ratio=10_000))
    assert outcome.problems[0].code in {"input.too_complex", "text.line_too_long"}


def test_a_note_that_refers_to_itself_is_said_once():
    """Circles of notes end."""
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = {
        "footnotes.xml": (
            "footnotes",
            f'<w:footnotes {word.NAMES}><w:footnote w:id="1">{par("Round.", mark)}</w:footnote></w:footnotes>',
        )
    }
    text = word.read(word.word(par("See", mark), parts=notes)).value.text
    assert text.count("Round.") == 1


@pytest.mark.parametrize(
    "body",
    [
        par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000, "x"),
        par('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 20_000, "x"),
        par('<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 20_000, "x") + par("x") * 2_000,
        par(*[f'<w:ins w:id="{at}" w:author="x">' for at in range(200)], word.run("x"), "</w:ins>" * 200),
        par("".join("<w:r><w:br/></w:r>" + word.run("x y") for _ in range(20_000))),
        par("".join(word.run("x", "b") + word.run("y") for _ in range(20_000))),
        par('<w:r><w:sym w:font="Wingdings" w:char="FFFFFF"/><w:sym w:char="D800"/><w:sym/></w:r>', "x"),
        par("x", num=(1, 8)) * 2_000,
        table(row(cell(par("x") * 5_000), "y")),
        par(*["<w:r><w:t>x</w:t></w:r>"] * 60_000),
        par("\ue000x\ue001\ue002"),
    ],
    ids=["fields begun", "fields ended", "fields open", "insertions", "line breaks", "bold and not", "signs", "unlisted", "full cell", "runs", "our own signs"],
)  # fmt: skip
def test_excess_ends_in_time_with_its_words(body):
    """Twenty thousand of everything that a file may repeat."""
    outcome = word.read(word.word(body))
    assert outcome.value is not None or outcome.problems
    assert outcome.value is None or "\ue000" not in outcome.value.text


def test_numbers_of_any_size_are_counted():
    """Starts, levels and restarts beyond all that Word writes."""
    levels = [word.level(at, "lowerRoman", "%1%2%3%4%5%6%7%8%9" * 50, start=999_999_999) for at in range(9)]
    numbering = word.abstract(1, *levels, '<w:lvl w:ilvl="2000000000"/>', '<w:lvl w:ilvl="-1"/>') + word.num(
        1, 1, word.override(0, 2_000_000_000), word.override(2_000_000_000, 1)
    )
    body = par("x", num=(1, 2_000_000_000)) + par("y", num=(1, -7)) + par("z", num=(1, 8))
    outcome = word.read(word.word(body, numbering=numbering))
    assert {"x", "y", "z"} <= set(outcome.value.text.split())


@pytest.mark.parametrize("seed", range(40))
def test_mutants_end_with_words_or_with_a_problem(seed):
    """A file with bytes changed, parts cut and elements swapped: never an exception."""
    chance = random.Random(seed)
    parts = _parts(word.paper_as_word("1. Purpose\n\n1.1 To note £1.2m.\n\n- one\n\n- **two** more\n\n(a) third\n"))
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(sorted(parts))
        content = bytearray(parts[name])
        at = chance.randrange(len(content) or 1)
        match chance.randrange(4):
            case 0:
                content[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del content[at : at + chance.randrange(1, 40)]
            case 2:
                content[at:at] = content[: chance.randrange(60)]
            case _:
                content = bytearray(
                    bytes(content).replace(
                        *chance.choice(
                            [(b"w:p>", b"w:r>"), (b'"1"', b'"-9999999999"'), (b"w:val", b"w:x"), (b"w:r>", b"w:tbl>")]
                        )
                    )
                )
        parts[name] = bytes(content)
    outcome = word.read(word.packed(parts))
    assert outcome.value is not None or outcome.problems
