"""``cstrack profile``, and the places where a profile is found."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cstrack.cli.program import main

BOOK = "Improvement plan,,,,\nNr,Piece of work,Boss,Ready,Mood\n1,Publish the local offer for families,Head of Service,30/06/2024,fine\n2,Train every social worker in chronologies,Director,31/07/2024,bad\n"
PROFILE = """format = 1
id = "plan"
[recognise]
filename = "*plan*.csv"
[[table]]
kind = "actions"
[table.columns]
ref = "Nr"
action = "Piece of work"
owner = "Boss"
due = "Ready"
rating = "Mood"
[key.actions]
"fine" = "on track"
"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A plan that no vocabulary knows, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan-2024-06-30.csv").write_text(BOOK, encoding="utf-8")
    return "plan-2024-06-30.csv"


def lines(capfd, *arguments):
    """The actions that a run prints."""
    main(["records", "--published", "--format", "csv", *arguments])
    return [row for row in capfd.readouterr().out.splitlines() if row.startswith("action")]


def test_without_a_profile_it_is_told_how_to_make_one(book, capfd):
    """No loader: the message names the command."""
    assert main(["records", book]) == 3
    assert "cstrack profile draft FILE" in capfd.readouterr().err


@pytest.mark.parametrize("name", ["plan-2024-06-30.csv.cstrack.toml", "plan-2024-06-30.cstrack.toml"])
def test_beside_the_workbook(book, tmp_path, capfd, name):
    """Used without being asked for."""
    (tmp_path / name).write_text(PROFILE, encoding="utf-8")
    assert len(lines(capfd, book)) == 2


def test_asked_for(book, tmp_path, capfd):
    """Wherever it stands."""
    (tmp_path / "elsewhere.toml").write_text(PROFILE, encoding="utf-8")
    assert len(lines(capfd, "--profile", "elsewhere.toml", book)) == 2


def test_in_the_settings_of_the_folder(book, tmp_path, capfd):
    """Where it recognises the file, and nowhere else."""
    (tmp_path / "own.toml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "cstrack.toml").write_text('[profiles]\npaths = ["own.toml"]\n', encoding="utf-8")
    assert len(lines(capfd, book)) == 2
    (tmp_path / "own.toml").write_text(PROFILE.replace("*plan*", "*money*"), encoding="utf-8")
    assert lines(capfd, book) == []


def test_in_a_package_of_data(book, tmp_path, root):
    """A folder without a line of code, found by its entry point."""
    place = tmp_path / "site"
    (place / "made_profiles").mkdir(parents=True)
    (place / "made_profiles" / "plan.toml").write_text(PROFILE, encoding="utf-8")
    meta = place / "made_profiles-1.0.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: made-profiles\nVersion: 1.0\n", encoding="utf-8")
    (meta / "entry_points.txt").write_text("[cstrack.v1.profiles]\nmade = made_profiles\n", encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(place), str(root / "src"))), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "cstrack", "explain", "--published", book]
    outcome = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert "Loader: made.plan" in outcome.stdout, outcome.stdout + outcome.stderr


def test_an_unknown_word_is_a_problem_with_its_cell(book, tmp_path, capfd):
    """Nothing is taken from it."""
    (tmp_path / "plan-2024-06-30.cstrack.toml").write_text(PROFILE, encoding="utf-8")
    main(["records", "--published", book])
    assert "plan-2024-06-30!E4 of plan-2024-06-30.csv: 'bad' is not in the key" in capfd.readouterr().err


def test_a_profile_that_cannot_be_meant_stops_its_workbook_alone(book, tmp_path, capfd):
    """Beside the workbook it is that workbook's problem; asked for, wrong use."""
    (tmp_path / "plan-2024-06-30.cstrack.toml").write_text(PROFILE.replace("due =", "dew ="), encoding="utf-8")
    assert main(["records", book]) == 3
    assert "did you mean 'due'? until it is mended" in capfd.readouterr().err.replace("?;", "?")
    assert main(["records", "--profile", "plan-2024-06-30.cstrack.toml", book]) == 2


def test_a_profile_that_maps_nothing_says_so(book, tmp_path, capfd):
    """The heads that were looked for are named, and the sheet."""
    other = PROFILE.replace("Piece of work", "Task").replace("Boss", "Chief").replace("Ready", "When")
    (tmp_path / "plan-2024-06-30.cstrack.toml").write_text(
        other.replace("[[table]]", '[[table]]\nsheet = "plan*"'), encoding="utf-8"
    )
    main(["records", "--published", book])
    assert "profile.table_missing" in capfd.readouterr().err


def test_draft_check_and_try(book, tmp_path, capfd):
    """From a workbook to its records in three commands."""
    assert main(["profile", "draft", "--published", book, "-o", "plan-2024-06-30.cstrack.toml"]) == 0
    assert main(["profile", "check", "plan-2024-06-30.cstrack.toml"]) == 0
    assert "actions on plan-*: " in capfd.readouterr().out
    assert main(["profile", "try", "--published", book]) == 0
    printed = capfd.readouterr().out
    assert "2 Action" in printed
    assert "Piece of work" in printed


def test_check_names_the_line(tmp_path, capfd):
    """And goes on to the next file."""
    for name, text in (("a.toml", PROFILE.replace("owner", "ownr")), ("b.toml", PROFILE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert (
        main(["profile", "check", str(tmp_path / "a.toml"), str(tmp_path / "b.toml"), str(tmp_path / "none.toml")]) == 2
    )
    told = capfd.readouterr()
    assert "line 10: unknown field of actions 'ownr'; did you mean 'owner'?" in told.err
    assert "none.toml: cannot be read" in told.err
    assert "local.plan" in told.out


def test_a_profile_may_say_that_its_workbooks_are_published(book, tmp_path, capfd):
    """Its word counts more than the kind of the file, and the caller's more than its."""
    (tmp_path / book).write_text(
        BOOK.replace("Publish the local offer for families", "See 3 children a week"), encoding="utf-8"
    )
    sidecar = tmp_path / "plan-2024-06-30.cstrack.toml"
    sidecar.write_text(PROFILE, encoding="utf-8")
    main(["text", book])
    assert "See c children" in capfd.readouterr().out
    sidecar.write_text("published = true\n" + PROFILE, encoding="utf-8")
    main(["text", book])
    assert "See 3 children" in capfd.readouterr().out
    main(["text", "--unpublished", book])
    assert "See c children" in capfd.readouterr().out
