"""cstrack.toml: found upward, read strictly."""

from __future__ import annotations

import pytest

from cstrack.errors import InvalidProfile
from cstrack.reading.project import Project, find_project, read_project

WHOLE = """
[cstrack]
authority = "E08000015"
published = false

[plugins]
disabled = ["torbay"]

[plugins.wirral]
depth = 2

[prefer]
loaders = ["wirral.paper"]
"""


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "cstrack.toml"

    def write(text):
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_everything_it_may_say(settings):
    """Authority, whether the papers are published, plugins and their settings, what settles a tie."""
    path = settings(WHOLE)
    assert read_project(path) == Project(
        path=str(path),
        authority="E08000015",
        published=False,
        disabled=("torbay",),
        prefer=("wirral.paper",),
        settings={"wirral": {"depth": 2}},
    )


def test_it_is_found_in_the_folder_or_above(settings, tmp_path):
    """The nearest counts; a file's own folder is where the search begins."""
    settings('[cstrack]\nauthority = "York"\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (below / "paper.txt").write_text("", encoding="utf-8")
    assert find_project(below / "paper.txt").authority == "York"
    (below / "cstrack.toml").write_text('[cstrack]\nauthority = "Leeds"\n', encoding="utf-8")
    assert find_project(below / "paper.txt").authority == "Leeds"


def test_without_one_nothing_is_settled(tmp_path):
    """An empty project, no error."""
    assert find_project(tmp_path / "nowhere" / "paper.txt") == Project()


def test_a_byte_order_mark_is_left_out(settings):
    """Notepad writes one."""
    assert read_project(settings("\ufeff[cstrack]\n")).authority is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[cstrack]\nautority = "York"', r"line 2: unknown key 'autority' in \[cstrack\]: did you mean 'authority'"),
        ("[cstrak]\n", r"line 1: unknown table \[cstrak\]: did you mean 'cstrack'"),
        ("[zebra]\n", "known are cstrack, plugins, prefer"),
        ('authority = "York"\n', r"unknown table \[authority\]"),
        ('[cstrack]\npublished = "no"\n', "published in .cstrack. must be true or false"),
        ("[cstrack]\nauthority = 344\n", "must be a text"),
        ('[plugins]\ndisabled = "torbay"\n', "must be a list of texts"),
        ("[prefer]\nloaders = [1]\n", "must be a list of texts"),
        ("[cstrack\n", "cannot be read as TOML"),
    ],
)
def test_what_cannot_be_meant_is_refused(settings, text, words):
    """With the line, and what was probably meant."""
    with pytest.raises(InvalidProfile, match=words):
        read_project(settings(text))


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    """Asked for by its name, it must be there."""
    with pytest.raises(InvalidProfile, match="cannot be read as TOML"):
        read_project(tmp_path / "cstrack.toml")
