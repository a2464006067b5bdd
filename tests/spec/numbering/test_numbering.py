"""Automatic numbers come out as Word shows them: the table of ``cases.md``."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_FOUND = importlib.util.spec_from_file_location("numbering_cases", Path(__file__).with_name("numbering_cases.py"))
numbering_cases = importlib.util.module_from_spec(_FOUND)
_FOUND.loader.exec_module(numbering_cases)
CASES = numbering_cases.cases()


@pytest.mark.parametrize(
    ("lists", "paragraphs", "shows"), [case[1:4] for case in CASES], ids=[case[0] for case in CASES]
)
def test_numbers_are_those_that_word_shows(lists, paragraphs, shows):
    """One row of the table."""
    content = numbering_cases.paper(lists, paragraphs)
    text = numbering_cases.writer().text_of(content)
    assert numbering_cases.shown(text, len(paragraphs)) == shows
