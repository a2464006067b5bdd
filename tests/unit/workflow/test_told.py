"""What a load is told: by its caller, by the settings, and by one process to another."""

from __future__ import annotations

import json
from datetime import date

import pytest
from attrs import fields

from cstrack.errors import BadLimit, InvalidProfile, UnknownName
from cstrack.hooks.contracts import Limits
from cstrack.reading import project
from cstrack.workflow.told import bounds_of, limits_of, orders_of, prepare, told_of

SETTINGS = """[cstrack]
authority = "York"

[plugins]
disabled = ["torbay"]

[limits]
seconds = 60
pages = 7
"""


def told(first="", **said):
    usual = dict.fromkeys(("authority", "loader", "paper_date", "plugins", "limits"))
    return prepare(str(first), **{**usual, "no_plugins": False, "disabled": (), "project": None, **said})


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cstrack.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def test_the_settings_may_name_every_limit_and_no_other():
    """The two lists of names are one."""
    assert set(project._KEYS["limits"]) == {field.name for field in fields(Limits)}


def test_limits_of_the_settings_hold_where_nothing_else_is_said(folder):
    """A call changes some of them by name; a whole set of limits counts alone."""
    assert told(folder).limits == Limits(seconds=60, pages=7)
    assert told(folder, limits={"seconds": 90}).limits == Limits(seconds=90, pages=7)
    assert told(folder, limits=Limits(line=5)).limits == Limits(line=5)
    assert told(folder, project=False).limits == Limits()


@pytest.mark.parametrize("value", ["0", "-1", "true", '"60"', "1.5", "[1]"])
def test_a_limit_of_the_settings_is_a_whole_number_from_one_on(folder, value):
    """Anything else would be a limit that silently is none."""
    (folder / "cstrack.toml").write_text(f"[limits]\nseconds = {value}\n", encoding="utf-8")
    with pytest.raises(InvalidProfile, match=r"line 2: seconds in \[limits\] must be a whole number from 1 on"):
        told(folder)


def test_a_limit_of_the_settings_with_a_slip_is_told_by_its_line(folder):
    """As any other key is."""
    (folder / "cstrack.toml").write_text("[limits]\nsecond = 5\n", encoding="utf-8")
    with pytest.raises(InvalidProfile, match=r"line 2: unknown key 'second'.*did you mean 'seconds'"):
        told(folder)


def test_an_unknown_limit_or_number_is_refused():
    """The caller is wrong, and is told what there is."""
    with pytest.raises(UnknownName, match=r"unknown limit 'second'\. Known: bytes"):
        limits_of({"second": 5})
    with pytest.raises(BadLimit, match="the limit seconds is a whole number from 1 on, not 0"):
        limits_of({"seconds": 0})


def test_bounds_of_packed_files_follow_the_limits():
    """Each by its own name."""
    bounds = bounds_of(Limits(expanded=3, ratio=4, entries=5))
    assert (bounds.expanded, bounds.ratio, bounds.entries) == (3, 4, 5)


def test_another_process_is_told_the_same(folder):
    """Through JSON: settings are read there again, and the caller's word stays the caller's."""
    for said in (
        told(folder),
        told(folder, authority="Leeds", paper_date="2015-03-31", loader="core.paper", limits={"line": 9}),
        told(folder, project=False, no_plugins=True, disabled=("wirral",)),
    ):
        heard = told_of(json.loads(json.dumps(orders_of(said))))
        assert heard == said
    assert told(folder, paper_date=date(2015, 3, 31)).paper_date == date(2015, 3, 31)
