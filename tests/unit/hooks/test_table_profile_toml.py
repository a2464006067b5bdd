"""Profiles of workbooks: what cannot be meant is told with its line and what was probably meant."""

from __future__ import annotations

import re

import pytest

from cstrack.errors import InvalidProfile
from cstrack.facts.key import RatedAs
from cstrack.hooks.table_profile_toml import is_table_profile, read_table_profile

RIGHT = """format = 1
id = "plan"
title = "A plan"
authority = "any"

[[table]]
kind = "actions"
sheet = "Plan*"
header_row = 5

[table.columns]
action = ["Action", "What"]
due = "By when"

[key.actions]
"G" = "on track"
"""


def test_what_a_profile_says():
    """A text is a list of one; the id begins with the plugin's name."""
    profile = read_table_profile(RIGHT.encode(), "plan.toml")
    assert (profile.id, profile.authority, profile.published) == ("local.plan", None, None)
    assert profile.tables[0].columns == {"action": ("Action", "What"), "due": ("By when",)}
    assert [(one.printed, one.colour, one.standing) for one in profile.key] == [("G", None, RatedAs.ON_TRACK)]
    assert is_table_profile(RIGHT.encode())
    assert not is_table_profile(b"format = 1\n[paper]\n")


@pytest.mark.parametrize(
    ("right", "wrong", "line", "told"),
    [
        ("due =", "dew =", 13, "unknown field of actions 'dew'; did you mean 'due'?"),
        ('kind = "actions"', 'kind = "action"', 7, "kind is 'action'; did you mean 'actions'?"),
        ("header_row = 5", "header_row = 0", 9, "header_row is a whole number from 1 on, not 0"),
        ("header_row = 5", "heder_row = 5", 9, "unknown key 'heder_row'; did you mean 'header_row'?"),
        ('"on track"', '"on_track"', 16, "unknown meaning 'on_track'; did you mean 'on track'?"),
        ('"G" =', '"#12" =', 16, "'#12' is no colour such as '#92D050'"),
        ("[key.actions]", "[key.action]", 15, "unknown kind of rating 'action'; did you mean 'actions'?"),
        ('authority = "any"', 'authority = "Devon"', 4, "'Devon' is no GSS code"),
        ("format = 1", "format = 2", 1, "format is 2"),
        ('action = ["Action", "What"]', "action = 5", 12, "action is a list of texts"),
        ('action = ["Action", "What"]', 'owner = "Who"', 11, "action among them"),
        ('id = "plan"', 'id = "My plan"', 2, "'My plan' is no id"),
        ("[[table]]", "[[table]", 6, "it is no TOML"),
        ('title = "A plan"', 'published = "no"', 3, "published is true or false, not 'no'"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant(right, wrong, line, told):
    """The line, and the word that was meant."""
    assert right in RIGHT
    with pytest.raises(InvalidProfile, match=re.escape(told)) as error:
        read_table_profile(RIGHT.replace(right, wrong).encode(), "plan.toml")
    assert error.value.line == line


def test_a_profile_without_tables_says_so():
    """One bracket too few is told as such."""
    with pytest.raises(InvalidProfile, match="two brackets"):
        read_table_profile(b'format = 1\nid = "plan"\n', "plan.toml")


def test_the_profile_of_the_documentation_is_one(root):
    """What the page shows can be copied."""
    page = (root / "docs" / "how-to" / "profiles.md").read_text(encoding="utf-8")
    block = page.split("```toml\n")[1].split("```")[0]
    profile = read_table_profile(block.encode(), "profiles.md")
    assert [table.kind.value for table in profile.tables] == ["actions", "budget", "indicators"]
