"""A figure that is not there has a reason."""

from __future__ import annotations

import pytest

from cstrack.values.missing import Reason, reason_of


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("c", Reason.CONFIDENTIAL),
        ("C", Reason.CONFIDENTIAL),
        ("z", Reason.NOT_APPLICABLE),
        ("N/A", Reason.NOT_APPLICABLE),
        ("x", Reason.UNAVAILABLE),
        ("[x]", Reason.UNAVAILABLE),
        (":", Reason.UNAVAILABLE),
        ("low", Reason.LOW),
        ("k", Reason.LOW),
        ("~", Reason.LOW),
        ("u", Reason.LOW_RELIABILITY),
        ("", Reason.BLANK),
        ("  ", Reason.BLANK),
    ],
)
def test_a_symbol_tells_its_reason(text, reason):
    """Today's symbols, those of older files, and the bracketed ones of finance returns."""
    assert reason_of(text) is reason


@pytest.mark.parametrize("text", ["0", "-", "3", "[]", "[note 3]", "cx", "none"])
def test_what_is_no_symbol_is_no_reason(text):
    """A nought is a number, a dash may be one, and a note is no value."""
    assert reason_of(text) is None
