"""What a loader made of a document, told alike on every system."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cstrack.facts.vocabulary import default_vocabulary
from cstrack.hooks.contracts import LoadContext
from cstrack.hooks.paper_loader import PaperLoader
from cstrack.hooks.telling import canonical, told
from cstrack.model.decision import Outcome
from cstrack.testing import make


def test_a_result_is_told_without_what_is_empty():
    """Loader, paper, account, problems and records; ids follow from the hash and are left out."""
    document = make.document("York City Council\nThe budget for 2014/15 is £12.5m.", name="york-2015-01-20.txt")
    loader = PaperLoader(id="core.paper", title="any", refines=None)
    result = told(loader.load(document, LoadContext(vocabulary=default_vocabulary())))
    assert result["loader"] == "core.paper"
    assert "exempt" not in result["paper"]
    assert result["rows"]["read"] == result["rows"]["used"] + sum(result["rows"]["skipped"].values())
    (budget,) = [record for record in result["records"] if record["kind"] == "budget"]
    assert (budget["value"], budget["quote"]) == ("12500000", "£12.5m")
    assert not {"id", "source", "cell"} & set(budget)
    assert "empty_because" not in result


def test_canonical_text_is_the_same_on_every_system():
    """Sorted keys, two blanks, UTF-8, numbers of papers as text and never as floats."""
    value = {"b": Decimal("7.20"), "a": date(2015, 3, 31), "c": ("£", None), "d": Outcome.NOTED}
    assert canonical(value) == (
        '{\n  "a": "2015-03-31",\n  "b": "7.20",\n  "c": [\n    "£",\n    null\n  ],\n  "d": "noted"\n}\n'
    )


def test_what_has_no_plain_form_is_refused():
    """Better no golden file than one that holds an address of memory."""
    with pytest.raises(TypeError, match="a golden file holds no object"):
        canonical({"a": object()})
