"""What is read when paths are given."""

from __future__ import annotations

import hashlib
import io
import os
import sys
import zipfile

import pytest

from cstrack.problems import Severity
from cstrack.reading.container import Bounds
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


def zipped(path, **parts):
    """A ZIP; `a__txt` becomes `a.txt`, `b_c` becomes `b/c`."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", ".").replace("_", "/"), content)
    return path


def test_a_zip_of_papers_is_read_as_a_folder(tmp_path):
    """By the paths inside; what would be left out of a folder is left out; a ZIP in it is told."""
    path = zipped(tmp_path / "papers.zip", b__txt="two", a_plan__md="one", cstrack__toml="x", _hidden="x", in__zip="PK")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(".hidden/c.txt", "x")
        archive.writestr("folder/", "")
        archive.writestr("d\\e.txt", "three")
    outcome = find_inputs([path])
    assert names(outcome) == ["papers.zip!a/plan.md", "papers.zip!b.txt", "papers.zip!d/e.txt", "papers.zip!hidden"]
    assert sorted(codes(outcome)) == ["container.nested", "input.skipped"]
    paper = outcome.value[0]
    assert read_bytes(paper, 100).value == b"one"
    assert source_of(paper, b"one").path == f"{path}!a/plan.md"
    assert source_of(paper, b"one").name == "papers.zip!a/plan.md"


def test_a_paper_in_a_zip_has_the_limits_of_a_file(tmp_path):
    """By its declared size, before it is unpacked."""
    (found,) = find_inputs([zipped(tmp_path / "a.zip", a__txt="12345")]).value
    assert read_bytes(found, 5).value == b"12345"
    assert codes(read_bytes(found, 4)) == ["input.too_large"]


def test_a_zip_may_hold_so_much_and_no_more(tmp_path):
    """And an empty or a broken one is told as that."""
    path = zipped(tmp_path / "a.zip", a__txt="x" * 99, b__txt="y")
    assert codes(find_inputs([path], bounds=Bounds(expanded=99))) == ["container.too_large"]
    assert codes(find_inputs([path], bounds=Bounds(entries=1))) == ["container.too_large"]
    assert codes(find_inputs([zipped(tmp_path / "empty.zip")])) == ["input.empty"]
    path.write_bytes(path.read_bytes()[:-30])
    assert codes(find_inputs([path])) == ["container.damaged"]


def test_a_paper_whose_zip_changed_is_told(tmp_path):
    """Between being found and being read."""
    path = zipped(tmp_path / "a.zip", a__txt="x" * 99)
    (found,) = find_inputs([path]).value
    path.write_bytes(bytes(500))
    assert codes(read_bytes(found, 1_000)) == ["container.damaged"]
    path.unlink()
    assert codes(read_bytes(found, 1_000)) == ["input.missing"]


def test_office_files_are_papers_and_no_folders(tmp_path):
    """Told by what lies in them, whatever they are called; one that is broken is left to its reader."""
    word = zipped(tmp_path / "a.zip", word_document__xml="x")
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("[Content_Types].xml", "x")
    sheet = zipped(tmp_path / "b.ods", mimetype="application/vnd.oasis.opendocument.spreadsheet")
    broken = tmp_path / "c.docx"
    broken.write_bytes(b"PK\x03\x04" + bytes(50))
    outcome = find_inputs([word, sheet, broken])
    assert names(outcome) == ["a.zip", "b.ods", "c.docx"]
    assert not outcome.problems
    assert all(found.part is None for found in outcome.value)


def test_bytes_that_were_read_already_are_not_read_again():
    """Standard input can be read once."""
    assert read_bytes(Input(path="", name="standard input", content=b"abc"), 1).value == b"abc"
