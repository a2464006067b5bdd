"""The threats of files, by their numbers: each ends with records or a problem that has a code, and its neighbours are read.

T01 packed files, T02 entities, T03 extents, T04 PDF, T05 crashes, T11 terminals, T20 plugins, T21 encodings, T22 characters that
no format holds, T25 line ends, T26 dashes and blanks.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

import cstrack
from cstrack.codec.plain import to_plain
from cstrack.problems import Severity
from cstrack.testing.hostile import poisoned
from cstrack.workflow.loading import load

NEIGHBOURS = {"a-torbay-2014-12-11.txt", "m-torbay-2014-12-11.txt", "z-torbay-2014-12-11.txt"}

#: Codes that would say that a file was not refused in time but ended.
ENDED = {"worker.killed", "worker.died", "worker.memory", "input.failed"}


def outcomes(folder, files, **limits):
    """The register of a folder of hostile files and their neighbours, and each file's codes of problems that stopped it."""
    place = folder()
    for name, content in files.items():
        (place / name).write_bytes(content)
    register = cstrack.load(place, limits={"seconds": 20, **limits})
    told: dict[str, set[str]] = {name: set() for name in files}
    for problem in register.problems:
        name = problem.document.partition("!")[0]
        if problem.severity is Severity.ERROR and name in told:
            told[name].add(problem.code)
    read = {paper.source.name for paper in register.papers}
    assert read >= NEIGHBOURS
    silent = [name for name, codes in told.items() if not codes and not any(one.startswith(name) for one in read)]
    assert not silent, "each file gives a paper or a problem"
    return register, told


def test_T01_packed_files_that_unfold_are_refused(files, folder):
    """By their directories, or where they hold more than these declare; never by a worker that had to be ended."""
    _, told = outcomes(folder, files.zip_bombs())
    assert told["gibibyte.zip"] == told["many.zip"] == {"container.too_large"}
    assert told["overlapping.zip"] <= {"container.damaged", "container.too_large"}
    assert told["lying.zip"] == {"container.damaged"}
    assert told["nested.zip"] == {"container.nested"}
    for name in ("gibibyte.docx", "gibibyte.xlsx"):
        assert told[name] in ({"container.too_large"}, {"input.unknown_kind"}), name
    for name in ("lying.docx", "lying.xlsx"):
        assert told[name] <= {"container.damaged", "container.too_large", "input.unknown_kind"}, name


def test_T02_entities_unfold_nothing_and_read_no_file(files, folder, tmp_path):
    """In whatever part and encoding they stand; the secret is nowhere."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the word is xyzzy", encoding="utf-8")
    register, told = outcomes(folder, files.entities(secret))
    assert "xyzzy" not in json.dumps(to_plain(register))
    assert not ENDED & set().union(*told.values())
    for name, codes in told.items():
        if name.endswith((".docx", ".xlsx")):
            wanted = {"xml.encoding"} if "seven" in name else {"xml.dtd_forbidden"}
            assert codes in (wanted, {"input.unknown_kind"}), name


def test_T03_a_few_bytes_that_stand_for_millions_of_cells(files, folder):
    """Sparse corners, merged sheets, spans, depths: refused or read, and no worker had to be ended."""
    _, told = outcomes(folder, files.spans())
    ended = {name: codes for name, codes in told.items() if codes & ENDED}
    assert not ended


def test_T04_pdf_files_that_grow_or_go_in_circles(files, folder):
    """Within ten seconds and 700 MiB each; some must be ended, which stops no other."""
    _, told = outcomes(folder, files.pdfs(), seconds=10, memory=700 << 20)
    assert "input.failed" not in set().union(*told.values())


@pytest.mark.usefixtures("mock")
@pytest.mark.parametrize("does", ["aborts", "crashes", "leaves"])
def test_T05_a_parser_that_crashes_loses_its_file_alone(folder, does):
    """A signal is no exception: nothing in the process can catch it."""
    _, told = outcomes(folder, {"k.txt": f"MOCK {does}".encode()})
    assert told == {"k.txt": {"worker.died"}}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")
@pytest.mark.parametrize("command", [["report", "--as-of", "2015-03-31"], ["records"], ["records", "--format", "csv"]])
def test_T11_a_terminal_obeys_no_document(child, tmp_path, command):
    """Escapes, titles of windows, bells and overrides of direction, in the text and in the name of the file."""
    orders = "\x1b[31m\x1b]0;owned\x07\u202e\x9b31m"
    first = f"Torbay Council\n\n11 December 2014\n\n1. Spending{orders}\n\n1.1 £1.2m{orders} was spent on transport in 2013/14.\n"
    text = first + "\n2. The new hub will open by 31 March 2015.\n" * 40
    (tmp_path / f"bad{orders}.txt").write_text(text, encoding="utf-8")
    (tmp_path / f"empty{orders}.txt").write_text("", encoding="utf-8")
    outcome = child("-m", "cstrack", *command, str(tmp_path))
    assert outcome.returncode == 1, outcome.stderr
    assert "empty" in outcome.stderr
    for printed in (outcome.stdout, outcome.stderr):
        assert not set(printed) & set("\x1b\x07\u202e\x9b")


@pytest.mark.usefixtures("mock")
def test_T20_a_plugin_that_hangs_or_takes_all_memory_is_ended(folder):
    """At its limits, with its name; the others are read."""
    files = {"h.txt": b"MOCK hangs", "k.txt": b"LOADER grows", "s.txt": b"LOADER spins"}
    register, told = outcomes(folder, files, seconds=8)
    assert told == {"h.txt": {"worker.killed"}, "k.txt": {"worker.memory"}, "s.txt": {"worker.killed"}}
    assert {one.plugin for one in register.problems if one.document in files} == {"mock"}


TEXT = """Overview and Scrutiny Board

On: 11th December 2014

1. Spending of £1.2m – “transport” – in 2013/14 is reported.

2. The new hub will open by 31 March 2015.

3. The council’s target is to reduce the rate from 95 to 80 per 10,000 by 2016.
"""

#: Keys that tell where a fact stands and in which file, and not what it is.
PLACE = {"id", "subject", "document", "source", "start", "end", "quote", "sentence"}


def facts(path, **said):
    """The records of a paper as lines, without the place where they stand; and the encoding it was read with."""
    register = load(path, isolation="none", no_plugins=True, **said)
    from cstrack.codec.lines import lines

    told = [{key: value for key, value in line.items() if key not in PLACE} for line in lines(register.records)]
    return told, register.papers[0].source.encoding


def test_T21_the_same_text_in_every_encoding(tmp_path):
    """The same facts, and the encoding is told."""
    usual = tmp_path / "usual.txt"
    usual.write_text(TEXT, encoding="utf-8")
    wanted, _ = facts(usual)
    assert len(wanted) >= 3
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-8": b"\xef\xbb\xbf"}
    for encoding in ("cp1252", "utf-8", "utf-16-le", "utf-16-be"):
        for mark in (b"", marks.get(encoding, b"")):
            path = tmp_path / "paper.txt"
            path.write_bytes(mark + TEXT.encode(encoding))
            assert facts(path) == (wanted, encoding), (encoding, mark)
    latin = TEXT.replace("–", "-").replace("“", '"').replace("”", '"').replace("’", "'")
    path.write_bytes(latin.encode("latin-1"))
    found, encoding = facts(path)
    assert ([line["value"] for line in found], encoding) == ([line["value"] for line in wanted], "cp1252")


@pytest.mark.parametrize("suffix", [".xlsx", ".html", ".md", ".txt", ".json", ".jsonl", ".csv"])
def test_T22_characters_that_no_format_holds(tmp_path, suffix):
    """NUL, escapes, half a character in every word of a register: a file is written, and it can be read as its kind."""
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    register = poisoned(load(path, isolation="none"))
    written = cstrack.export(register, (), tmp_path / f"out{suffix}", as_of="2015-03-31")
    content = written.read_bytes()
    if suffix == ".xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        assert openpyxl.load_workbook(written).sheetnames
    else:
        assert "\x1b" not in content.decode("utf-8")
        assert b"\x00" not in content


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("crlf", lambda text: text.replace("\n", "\r\n")),
        ("cr", lambda text: text.replace("\n", "\r")),
        ("mixed", lambda text: text.replace("\n\n2", "\r\n\r2").replace("\n\n3", "\r\r\n3")),
        ("no end", lambda text: text.rstrip("\n")),
        ("marks inside", lambda text: text.replace("2. The", "2. \ufeffThe")),
    ],
)
def test_T25_line_ends_of_any_kind(tmp_path, name, change):
    """The same facts, the text untouched, and every citation where it says."""
    usual, path = tmp_path / "usual.txt", tmp_path / "paper.txt"
    usual.write_text(TEXT, encoding="utf-8")
    path.write_bytes(change(TEXT).encode("utf-8"))
    assert facts(path)[0] == facts(usual)[0], name
    text = path.read_bytes().decode("utf-8")
    for record in load(path, isolation="none").records:
        span = record.citation.span
        assert text[span.start : span.end] == record.citation.quote


@pytest.mark.parametrize("dash", ["–", "—", "‑", "‐", "−", "-"])
@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2009", "\u202f"])
def test_T26_dashes_and_blanks_of_any_kind(tmp_path, dash, blank):
    """`2013–14` and `£ 1.2m`, however they are set; spans index the text as it stands."""
    form = "Torbay Council\n\n11 December 2014\n\n1. Spending of £1.2{blank}million in 2013{dash}14 was £300,000 over budget.\n"
    usual, path = tmp_path / "usual.txt", tmp_path / "paper.txt"
    usual.write_text(form.format(blank=" ", dash="/"), encoding="utf-8")
    path.write_text(form.format(blank=blank, dash=dash), encoding="utf-8")
    wanted, found = facts(usual)[0], facts(path)[0]
    assert wanted
    assert [(line["value"], line["period"], line["unit"]) for line in found] == [
        (line["value"], line["period"], line["unit"]) for line in wanted
    ]
    text = path.read_text(encoding="utf-8")
    for record in load(path, isolation="none").records:
        span = record.citation.span
        assert text[span.start : span.end] == record.citation.quote


def test_checks_and_exporters_are_contained_in_the_main_program(folder, tmp_path):
    """An exception and an exit of each is told and is no success."""
    register = load(folder(), isolation="none")

    class Check:
        id, title = "bad.check", "a check"

        def check(self, register, history, as_of):
            raise self.error

    class Exporter:
        id, title, suffix, authorities = "bad.exporter", "an exporter", ".bad", frozenset()

        def export(self, register, findings, context):
            raise self.error

    from cstrack.errors import PluginFailure
    from cstrack.hooks.plugins import Plugins
    from cstrack.workflow.assessing import assess_contained

    for error in (ValueError("no luck"), SystemExit(0), RecursionError("deep")):
        check, exporter = Check(), Exporter()
        check.error = exporter.error = error
        plugins = Plugins(checks=(check,), exporters=(exporter,))
        outcome = assess_contained(register, as_of="2015-03-31", plugins=plugins)
        assert [problem.code for problem in outcome.problems] == ["check.failed"]
        with pytest.raises(PluginFailure):
            cstrack.export(register, (), tmp_path / "a.bad", plugins=plugins)
        assert not (tmp_path / "a.bad").exists()
    assert Path.cwd().exists()
    assert os.getpid()
