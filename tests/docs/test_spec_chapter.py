"""The chapter of the documentation that is printed from the tables of ``tests/spec``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "docs"))

from spec_chapter import chapter, rules

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("folder", ["figures", "periods", "statements"])
def test_every_file_of_tables_is_in_the_chapter(folder):
    """A file whose rules are all left out would be tested and shown to nobody."""
    printed = chapter(folder)
    for path in sorted((ROOT / "tests" / "spec" / folder).glob("test_*.py")):
        title, found = rules(path)
        if found:
            assert f"## {title}" in printed, path.name
            assert all(rule.said for rule in found), path.name


def test_a_row_is_its_words_and_what_is_read(tmp_path):
    """Docstring, fields and rows are those of the test; a row without anything behind its bar reads nothing."""
    path = tmp_path / "test_made.py"
    path.write_text(
        'title = "Made"\n\ndef test_one(table):\n    """Work that is\n    to come."""\n'
        '    table("""\n        It will review it. | planned\n        It rains.          |\n    """, "action", "status", "due")\n',
        encoding="utf-8",
    )
    title, (rule,) = rules(path)
    assert (title, rule.said, rule.fields) == ("Made", "Work that is to come.", ("status", "due"))
    assert rule.rows == (("It will review it.", "planned"), ("It rains.", ""))
