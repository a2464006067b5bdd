"""How a table of this chapter is checked: a sentence, and the periods read in it."""

from __future__ import annotations

from datetime import date

import pytest

from cstrack.recognition.periods import recognise_periods
from cstrack.testing import make
from cstrack.values.period import day


@pytest.fixture
def table():
    """Checks each line ``sentence | edtf; edtf`` of a table, in a paper of 11 December 2014 where no other date is told."""

    def check(rows: str, paper: date | None = date(2014, 12, 11), *, inferred: bool = False) -> None:
        def show(mention):
            return mention.period.edtf + (f" ({', '.join(mention.inferred)})" if inferred else "")

        wrong = []
        for row in filter(None, map(str.strip, rows.splitlines())):
            sentence, _, told = (part.strip() for part in row.rpartition("|"))
            found = recognise_periods(make.document(sentence), day(paper) if paper else None)
            read = "; ".join(show(mention) for mention in found)
            wrong += [f"{sentence}\n    expected {told}\n    read     {read}"] if read != told else []
        assert not wrong, "\n".join(wrong)

    return check
