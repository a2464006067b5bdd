"""Words of progress find what they speak of."""

from __future__ import annotations

import pytest

from cstrack import load
from cstrack.model.action import Action
from cstrack.model.target import Target

HEAD = "Placements Board\n\n12 March 2019\n\n"


@pytest.fixture
def read(tmp_path):
    """The register of a paper's text."""

    def reading(*paragraphs):
        page = tmp_path / "paper.txt"
        page.write_text(HEAD + "\n\n".join(paragraphs) + "\n", "utf-8")
        return load(page)

    return reading


def _spoken_of(register):
    ids = {record.id: record for record in register.records}
    return [[ids[one] for one in told.of] for told in register.progress]


def test_this_target_is_the_one_before_it(read):
    """ "This target" points to the last target of its block, also where an action stands nearer."""
    text = "The aim is to recruit 40 foster carers by March 2020. Posters will be printed in May. This target has been exceeded."
    ((target,),) = _spoken_of(read(text))
    assert isinstance(target, Target)


def test_it_is_the_work_before_it(read):
    """ "It has slipped" speaks of the action before it."""
    ((action,),) = _spoken_of(read("The new case system will be implemented by September 2019. It has slipped."))
    assert isinstance(action, Action)


def test_a_sentence_speaks_of_the_target_it_prints(read):
    """The number in brackets behind the words."""
    (spoken,) = _spoken_of(
        read("The aim is to bring home 2 children per month.", "The return home is on target (2 per month).")
    )
    assert all(isinstance(one, Target) for one in spoken)


def test_work_is_found_by_its_telling_words(read):
    """ "Implementation of the new case system" names what will be implemented."""
    ((action,),) = _spoken_of(
        read(
            "The new case system will be implemented by September 2019.",
            "Implementation of the new case system is on track.",
        )
    )
    assert isinstance(action, Action)


@pytest.mark.parametrize("words", ["We are on target but this is volatile.", "The ambition has been surpassed."])
def test_what_nothing_tells_stays_untied(read, words):
    """A plan as a whole, or a target that the paper does not print."""
    assert _spoken_of(read("The new case system will be implemented by September 2019. " + words)) == [[]]
