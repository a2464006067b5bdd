"""`cstrack load`, `store`, `export`, and a store where papers may be given."""

from __future__ import annotations

import csv
import io
import json

import pytest

from cstrack.codec.plain import from_plain
from cstrack.model.register import Register

from .conftest import PAPER


@pytest.fixture
def store(cstrack):
    """A store with the paper of Wirral and the one of Torbay."""
    assert cstrack("load", "papers", "--into", "plan.cstrack", "-q").code == 0
    return "plan.cstrack"


def test_load_says_what_became_of_each_paper(cstrack):
    """Added, with its own date; the same paper twice is the same paper."""
    first = cstrack("load", "papers", "--into", "plan.cstrack")
    assert first.code == 0
    assert "torbay-2014-03-14.txt, 2014-03-13: added as paper 1" in first.out
    assert "wirral-2014-03-13.txt, 2014-03-13: added as paper 2" in first.out
    again = cstrack("load", "papers/wirral-2014-03-13.txt", "--into", "plan.cstrack")
    assert again.out == "wirral-2014-03-13.txt, 2014-03-13: in the store already, as paper 2\n"


def test_a_corrected_paper_takes_the_place_of_the_first(cstrack, folder, store):
    """Its file name is the same, its words are not."""
    path = folder / "papers" / "wirral-2014-03-13.txt"
    path.write_text(PAPER.replace("£73m", "£74m"), encoding="utf-8")
    assert "added as paper 3, in place of paper 2" in cstrack("load", str(path), "--into", store).out
    report = cstrack("report", store, "--as-of", "2014-03-31", "--authority", "Wirral")
    assert "£74m" in report.out
    assert "superseded by paper 3" in cstrack("store", "list", store).out


def test_a_paper_without_a_date_needs_one(cstrack, folder):
    """Nothing is guessed; with --report-date it is kept."""
    (folder / "undated.txt").write_text(PAPER.replace("13 MARCH 2014", ""), encoding="utf-8")
    ended = cstrack("load", "undated.txt", "--into", "plan.cstrack")
    assert ended.code == 1
    assert "error: undated.txt: not kept, because it carries no date: give --report-date" in ended.err
    assert not (folder / "plan.cstrack").exists()
    kept = cstrack("load", "undated.txt", "--into", "plan.cstrack", "--report-date", "2014-03-31")
    assert "undated.txt, 2014-03-31: added as paper 1" in kept.out


def test_two_papers_of_one_day_are_told(cstrack, folder, store):
    """Both count; whoever meant a correction learns how to say so."""
    (folder / "minutes.txt").write_text(PAPER + "\nOne line more.\n", encoding="utf-8")
    ended = cstrack("load", "minutes.txt", "--into", store)
    assert ended.code == 0
    assert "note: minutes.txt: the store has torbay-2014-03-14.txt, wirral-2014-03-13.txt of the same day" in ended.err


def test_a_report_of_a_store(cstrack, store):
    """As of a day, and as it was known on a day."""
    assert "£73m" in cstrack("report", store, "--as-of", "2014-03-31").out
    early = cstrack("report", store, "--as-of", "2014-01-31")
    assert early.code == 3
    assert "the store holds no paper of 2014-01-31 or earlier" in early.err
    unknown = cstrack("report", store, "--as-of", "2014-03-31", "--known-on", "2014-03-31")
    assert "loaded by 2014-03-31" in unknown.err
    assert "--known-on asks what a store held" in cstrack("report", "papers", "--known-on", "2014-03-31").err
    assert "give one store alone" in cstrack("report", store, "papers").err


def test_verify_says_that_all_is_well_or_what_is_not(cstrack, folder, store):
    """Exit code 4 where a paper is not what was recorded; then nothing of the store is used."""
    assert "2 papers, each as it was recorded" in cstrack("store", "verify", store).out
    path = folder / store
    path.write_bytes(path.read_bytes().replace("£73m".encode(), "£37m".encode()))
    for command in (("store", "verify", store), ("report", store), ("export", store, "--to", "out")):
        ended = cstrack(*command)
        assert ended.code == 4
        assert "is not what was recorded" in ended.err
    assert not (folder / "out").exists()


def test_purge_leaves_a_tombstone(cstrack, folder, store):
    """And nothing of the paper's words in the file."""
    assert cstrack("store", "purge", store, "--paper", "2", "--reason", "exempt").code == 0
    assert "taken out" in cstrack("store", "list", store).out
    assert b"wirral" not in (folder / store).read_bytes().lower().replace(b"wirral borough", b"")
    again = cstrack("store", "purge", store, "--paper", "2", "--reason", "exempt")
    assert (again.code, "taken out before" in again.err) == (4, True)


def test_export_empties_a_store_into_files(cstrack, folder, store):
    """A list of the papers; for each everything as JSON, which is a register again, and its records as CSV."""
    cstrack("store", "purge", store, "--paper", "1", "--reason", "exempt")
    assert cstrack("export", store, "--to", "out").out == "out: 3 files\n"
    rows = list(csv.DictReader(io.StringIO((folder / "out" / "papers.csv").read_text(encoding="utf-8"))))
    assert [(row["paper"], row["report_date"], row["file"], row["reason"]) for row in rows] == [
        ("1", "2014-03-13", "", "exempt"),
        ("2", "2014-03-13", "wirral-2014-03-13.txt", ""),
    ]
    whole = json.loads((folder / "out" / "0002-2014-03-13.json").read_text(encoding="utf-8"))
    assert len(from_plain(Register, whole).records) == int(rows[1]["records"])
    assert "£73m" in (folder / "out" / "0002-2014-03-13.csv").read_text(encoding="utf-8")
    refused = cstrack("export", store, "--to", "out")
    assert (refused.code, "exists" in refused.err) == (2, True)
    assert cstrack("export", store, "--to", "out", "--force").code == 0


def test_a_shared_folder_is_warned_of(cstrack, folder):
    """Two people who write to a synchronised file get two files."""
    (folder / "OneDrive - Council").mkdir()
    ended = cstrack("load", "papers/wirral-2014-03-13.txt", "--into", "OneDrive - Council/plan.cstrack")
    assert "let one person at a time write to it" in ended.err
