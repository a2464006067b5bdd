"""The one way in which a file of results is written."""

from __future__ import annotations

import os

import pytest

from cstrack.errors import NotWritten, OutputExists
from cstrack.storage import files
from cstrack.storage.files import write_file


def test_a_file_is_written(tmp_path):
    """And nothing else is left in its folder."""
    path = write_file(tmp_path / "a.html", b"whole")
    assert path.read_bytes() == b"whole"
    assert [found.name for found in tmp_path.iterdir()] == ["a.html"]


def test_a_file_that_is_there_is_kept_unless_forced(tmp_path):
    """The message names the way out."""
    path = tmp_path / "a.html"
    path.write_bytes(b"mine")
    with pytest.raises(OutputExists, match="--force"):
        write_file(path, b"new")
    assert path.read_bytes() == b"mine"
    assert write_file(path, b"new", force=True).read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["fsync", "fdopen"])
def test_a_write_that_fails_leaves_what_was_there(tmp_path, monkeypatch, failing):
    """A full disk costs the new file, never the old one."""
    path = tmp_path / "a.html"
    path.write_bytes(b"mine")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, failing, full)
    with pytest.raises(NotWritten, match="No space left on device"):
        write_file(path, b"new", force=True)
    assert path.read_bytes() == b"mine"
    assert [found.name for found in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize(("name", "words"), [("no/a.html", "make it first"), (".", "this is a folder")])
def test_a_place_where_no_file_can_be(tmp_path, name, words):
    """One line that says what to do."""
    with pytest.raises(NotWritten, match=words):
        write_file(tmp_path / name, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_others_may_read_it_as_any_other_file(tmp_path):
    """A temporary file is private to its owner; the report of a team is not."""
    old = os.umask(0o022)
    try:
        assert write_file(tmp_path / "a.html", b"").stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(old)
