"""`cstrack changes`: reports and stores, notes, files, and wrong use."""

from __future__ import annotations

import csv
import io
import json

import pytest

HEAD = "Ref,Theme,Action,Lead,Target date,Status,Progress"
ROWS = {
    "plan-2024-q1.csv": (
        "30 June 2024",
        "1.1,Front door,Publish the thresholds guide,Head of Early Help,31 July 2024,On track,Draft written",
        "1.2,Front door,Recruit a team of social workers,HR,September 2024,On track,",
    ),
    "plan-2024-q2.csv": (
        "30 September 2024",
        "1.1,Front door,Publish the thresholds guide,Head of Early Help,30 September 2024,On track,Late",
        "1.2,Front door,Recruit a team of social workers,HR,December 2024,On track,",
    ),
    "plan-2024-q3.csv": (
        "31 December 2024",
        "1.1,Front door,Publish the thresholds guide,Head of Early Help,31 March 2025,On track,Late again",
    ),
}


@pytest.fixture
def plans(folder):
    """Three quarters of a plan."""
    for name, (last, *rows) in ROWS.items():
        text = f"Improvement plan at {last}\n\n{HEAD}\n" + "\n".join(rows) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(ROWS)


@pytest.fixture
def changes(cstrack, plans):
    """Runs `cstrack changes` on the plans, or on what is given."""

    def run(*argv, of=plans):
        return cstrack("changes", *of, "--authority", "Wirral", "--no-plugins", "-q", "--as-of", "2025-01-31", *argv)

    return run


def test_the_page_of_the_last_step(changes):
    """What moved most, what is gone, whom to chase; days since the first date, although three reports lie between."""
    ended = changes()
    assert ended.code == 0
    assert "plan-2024-q3.csv: what changed since plan-2024-q2.csv" in ended.out
    assert "243 days after the first date, moved 2 times" in ended.out
    assert "Gone without a word" in ended.out
    assert "Recruit a team of social workers (last rated On track, due December 2024)" in " ".join(ended.out.split())
    assert "To chase, by owner" in ended.out
    assert "what changed since plan-2024-q1.csv" not in ended.out
    assert "what changed since plan-2024-q1.csv" in changes("--all").out


def test_the_lines_hold_every_step(changes):
    """The contract: every key, both documents, the cells of both rows."""
    lines = [json.loads(line) for line in changes("--format", "jsonl").out.splitlines()]
    assert [(line["change"], line["to_document"]) for line in lines if line["change"] != "matched"] == [
        ("slipped", "plan-2024-q2.csv"),
        ("slipped", "plan-2024-q2.csv"),
        ("slipped", "plan-2024-q3.csv"),
        ("dropped_silently", "plan-2024-q3.csv"),
    ]
    slipped = lines[1]
    assert (slipped["from_cell"], slipped["to_cell"]) == ("plan-2024-q1!C4", "plan-2024-q2!C4")
    assert (slipped["days_from_last"], slipped["days_from_original"], slipped["moves"]) == (61, 61, 1)
    rows = list(csv.DictReader(io.StringIO(changes("--format", "csv").out)))
    assert [row["change"] for row in rows] == [line["change"] for line in lines]


def test_since_a_report_or_a_day(changes):
    """The newest report with that one alone."""
    for since in ("plan-2024-q1.csv", "2024-07-31"):
        out = changes("--since", since).out
        assert "plan-2024-q3.csv: what changed since plan-2024-q1.csv" in out
        assert "243 days after the first date" in out
    refused = changes("--since", "2020-01-01")
    assert (refused.code, "unknown report to compare with" in refused.err) == (2, True)


def test_a_store_is_compared_with_itself(changes, cstrack, plans):
    """Issues are found by the names of their files; a later paper of another kind is no issue."""
    cstrack("load", *plans, "papers", "--authority", "Wirral", "--into", "plan.cstrack", "-q")
    out = changes(of=("plan.cstrack",)).out
    assert "plan-2024-q3.csv: what changed since plan-2024-q2.csv" in out
    assert "243 days after the first date, moved 2 times" in out


def test_notes_beside_the_first_file_are_kept(changes, folder):
    """A comment stands beside its change; an agreed date is "re-profiled"; a pair is settled."""
    (folder / "plan-2024-q1.notes.toml").write_text(
        '[[comment]]\nabout = "Publish the thresholds guide"\nkind = "agreed"\ntext = "Agreed by the Board."\n'
        'by = "Board"\non = 2024-11-14\n',
        encoding="utf-8",
    )
    out = " ".join(changes("--to", "o.md").out.split())
    text = (folder / "o.md").read_text(encoding="utf-8")
    assert "re-profiled, agreed on 14 November 2024" in text
    assert "agreed: Agreed by the Board. (Board)" in text
    assert "without a word" not in out.partition("Gone without a word")[0]
    refused = changes("--notes", "none.toml")
    assert (refused.code, "the notes cannot be read" in refused.err) == (2, True)


def test_every_kind_of_file(changes, folder):
    """Page, workbook, Word, lines; a second time they are refused before anything is read."""
    names = [f"o.{suffix}" for suffix in ("html", "md", "txt", "csv", "json", "jsonl", "xlsx", "docx")]
    wanted = [part for name in names for part in ("--to", name)]
    assert changes(*wanted).code == 0
    assert all((folder / name).stat().st_size > 500 for name in names)
    assert "243 days after the first date" in (folder / "o.html").read_text(encoding="utf-8")
    assert json.loads((folder / "o.json").read_text(encoding="utf-8"))[0]["before"] == "plan-2024-q1.csv"
    assert "exists" in changes(*wanted).err
    assert changes(*wanted, "--force").code == 0


def test_a_word_document_takes_a_template(changes, folder):
    """Its words stay before the report; what is no Word document is refused."""
    docx = pytest.importorskip("docx")
    own = docx.Document()
    own.add_paragraph("Kestrel Council")
    own.save(folder / "ours.docx")
    assert changes("--to", "o.docx", "--template", "ours.docx").code == 0
    made = docx.Document(folder / "o.docx")
    assert made.paragraphs[0].text == "Kestrel Council"
    assert any("plan-2024-q3.csv" in paragraph.text for paragraph in made.paragraphs)
    assert "Recruit a team of social workers" in {
        cell.text for table in made.tables for row in table.rows for cell in row.cells
    }
    assert "no Word document" in changes("--to", "p.docx", "--template", "plan-2024-q1.csv").err
    assert "cannot be read" in changes("--to", "p.docx", "--template", "none.docx").err


def test_wrong_use_is_said(changes):
    """One report, a suffix that nothing writes."""
    alone = changes(of=("plan-2024-q1.csv",))
    assert (alone.code, "give two reports" in alone.err) == (2, True)
    assert "give a file that ends in" in changes("--to", "o.odt").err


def test_papers_of_prose_are_not_mentioned_since(cstrack, folder):
    """They need not repeat each other."""
    (folder / "papers" / "wirral-2014-09-13.txt").write_text(
        "COUNCIL\n\n13 SEPTEMBER 2014\n\nNothing to report.\n", encoding="utf-8"
    )
    ended = cstrack(
        "changes",
        "papers/wirral-2014-03-13.txt",
        "papers/wirral-2014-09-13.txt",
        "--no-plugins",
        "-q",
        "--as-of",
        "2014-12-31",
    )
    assert "Not mentioned since" in ended.out
    assert "No longer reported" not in ended.out
