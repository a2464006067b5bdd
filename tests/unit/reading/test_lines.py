"""The lines of a text."""

from __future__ import annotations

import sys

from cstrack.reading.lines import BLANKS


def test_blanks_are_all_that_print_as_nothing():
    """Written out, since looking at every character there is takes longer than reading a paper."""
    spaces = {letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isspace()}
    assert set(BLANKS) == spaces | set("\u00ad\u200b\u200c\u200d\u2060\ufeff")
