"""What is read when paths are given."""

from __future__ import annotations

import hashlib
import io
import os
import sys

import pytest

from cstrack.problems import Severity
from cstrack.reading.inputs import Input, find_inputs, read_bytes, source_of


@pytest.fixture
def papers(tmp_path):
    """A folder of papers with what else collects in one."""
    folder = tmp_path / "the £ papers"
    for name in (
        "b.txt",
        "a.txt",
        "2019/minutes.md",
        ".hidden.txt",
        "b.txt.golden.json",
        "cstrack.toml",
        "~$draft.docx",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("RESOLVED: That the report be noted.\n", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("no paper", encoding="utf-8")
    return folder


def names(outcome):
    return [found.name for found in outcome.value]


def codes(outcome):
    return [problem.code for problem in outcome.problems]


def test_a_folder_is_read_with_its_subfolders_in_one_order(papers):
    """By path, so that two runs and two computers read alike."""
    outcome = find_inputs([papers])
    assert names(outcome) == ["minutes.md", "a.txt", "b.txt"]


def test_what_is_left_out_of_a_folder_is_counted_with_its_reason(papers):
    """Read = used + skipped."""
    (note,) = find_inputs([papers]).problems
    assert (note.code, note.severity) == ("input.skipped", Severity.NOTE)
    for reason in (
        "1 golden file",
        "1 hidden,",
        "1 hidden folder",
        "1 settings or profile",
        "1 left open by an office",
    ):
        assert reason in note.message


def test_a_file_given_by_name_is_taken_whatever_it_is_called(papers):
    """Only folders are sifted."""
    assert names(find_inputs([papers / ".hidden.txt", papers / "cstrack.toml"])) == [".hidden.txt", "cstrack.toml"]


def test_a_pattern_is_expanded_here(papers):
    """The command prompt of Windows leaves `*.txt` as it was typed."""
    assert names(find_inputs([f"{papers}/*.txt"])) == ["a.txt", "b.txt"]
    assert names(find_inputs([f"{papers}/**/*.md"])) == ["minutes.md"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(papers):
    """`[draft].txt` exists, so nothing is expanded."""
    (papers / "[draft].txt").write_text("Draft.", encoding="utf-8")
    assert names(find_inputs([papers / "[draft].txt"])) == ["[draft].txt"]


def test_a_missing_file_names_those_that_are_like_it(papers):
    """One line, and what to do."""
    outcome = find_inputs([papers / "a.tkt", papers / "b.txt"])
    assert names(outcome) == ["b.txt"]
    (problem,) = outcome.problems
    assert (problem.code, problem.severity) == ("input.missing", Severity.ERROR)
    assert "did you mean" in problem.message
    assert "a.txt" in problem.message


@pytest.mark.parametrize("path", ["no/such/folder/x.txt", "zzzzz", "*.nothing", "bad\0name.txt", ""])
def test_a_path_to_nothing_is_a_problem_and_no_exception(path, tmp_path, monkeypatch):
    """However it is written."""
    monkeypatch.chdir(tmp_path)
    outcome = find_inputs([path])
    assert outcome.value == ()
    assert codes(outcome) == ["input.missing"]


def test_a_file_given_twice_is_read_once(papers):
    """By name and by its folder."""
    outcome = find_inputs([papers / "b.txt", papers])
    assert names(outcome) == ["b.txt", "minutes.md", "a.txt"]
    assert "input.repeated" in codes(outcome)


def test_a_link_to_its_own_folder_is_not_followed(papers):
    """Or the walk would never end."""
    try:
        (papers / "again").symlink_to(papers, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert names(find_inputs([papers])) == ["minutes.md", "a.txt", "b.txt"]


def test_bytes_come_as_they_are(papers):
    """And the file's hash with them."""
    (found,) = find_inputs([papers / "a.txt"]).value
    content = read_bytes(found, 1000).value
    assert content == b"RESOLVED: That the report be noted.\n"
    source = source_of(found, content)
    assert source.sha256 == "sha256:" + hashlib.sha256(content).hexdigest()
    assert (source.name, source.media_type) == ("a.txt", "text/plain")


def test_a_file_above_the_limit_is_refused(papers):
    """Before all of it is in memory."""
    (found,) = find_inputs([papers / "a.txt"]).value
    outcome = read_bytes(found, 10)
    assert outcome.value is None
    assert codes(outcome) == ["input.too_large"]


def test_a_file_that_cannot_be_opened_is_a_problem(papers):
    """A folder in place of a file, and a file that went away."""
    assert codes(read_bytes(Input(path=str(papers), name="papers"), 10)) == ["input.unreadable"]
    assert codes(read_bytes(Input(path=str(papers / "gone.txt"), name="gone.txt"), 10)) == ["input.missing"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_without_a_writer_does_not_hang(papers):
    """It is no regular file, in a folder as well as by name."""
    os.mkfifo(papers / "pipe.txt")
    assert "pipe.txt" not in names(find_inputs([papers]))
    assert codes(read_bytes(Input(path=str(papers / "pipe.txt"), name="pipe.txt"), 10)) == ["input.unreadable"]


def test_standard_input_is_an_input(monkeypatch):
    """`-` reads what another program hands over."""
    (found,) = find_inputs(["-", "-"]).value
    assert found.standard
    stream = io.TextIOWrapper(io.BytesIO("Budget: £5m\n".encode()), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", stream)
    assert read_bytes(found, 100).value.decode() == "Budget: £5m\n"
