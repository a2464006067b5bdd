"""Which authorities a text names, and which it only seems to."""

from __future__ import annotations

from datetime import date

import pytest

from cstrack.values.authority import authorities
from cstrack.values.naming import named_in


def names(text: str, **told) -> list[tuple[str, bool]]:
    """What is named, with whether as a council."""
    return [(one.authority.name, one.as_council) for one in named_in(text, **told)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Wirral Council plan", [("Wirral", True)]),
        ("Wirral's children", [("Wirral", False)]),
        ("WIRRAL METROPOLITAN BOROUGH COUNCIL", [("Wirral", True)]),
        ("the Metropolitan Borough of Wirral", [("Wirral", True)]),
        ("London Borough of Barking & Dagenham", [("Barking and Dagenham", True)]),
        ("Royal Borough of Kingston-upon-Thames", [("Kingston upon Thames", True)]),
        ("City of York Council", [("York", True)]),
        ("Council of the Isles of Scilly", [("Isles of Scilly", True)]),
        ("City of London Corporation", [("City of London", True)]),
        ("Cheshire West\nand Chester", [("Cheshire West and Chester", False)]),
        ("Bournemouth, Christchurch and Poole", [("Bournemouth, Christchurch and Poole", False)]),
        ("St. Helens and St Helens Council", [("St. Helens", False), ("St. Helens", True)]),
        ("Nottinghamshire and Nottingham", [("Nottinghamshire", False), ("Nottingham", False)]),
        ("B&NES and BCP", [("Bath and North East Somerset", False), ("Bournemouth, Christchurch and Poole", False)]),
        ("Kingston Council", [("Kingston upon Thames", True)]),
        ("Hackney, Hull", [("Hackney", False), ("Kingston upon Hull", False)]),
    ],
)
def test_the_longest_name_is_found_as_a_whole_word(text, expected):
    """A council by the words around it, a place by itself."""
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "North Devon Council", "East Kent", "Derbyshire Dales District Council", "Greater Manchester", "Suffolk Coastal",
        "University of York", "Durham University", "Kent Road", "Liverpool City Region", "Newcastle-under-Lyme",
        "Councillor Bolton", "Cllr A. Kent", "Councillors Hart, Bolton and Bury", "Mrs J. Windsor", "J. Sutton", "Mr Alan Bury",
        "Reading the paper took long.", "It was late. Reading took long.", "wirral", "democracy.wirral.gov.uk",
        "someone@Wirral.gov.uk", "Kingston", "Torbays", "Bcp",
    ],
)  # fmt: skip
def test_other_places_people_and_words_are_not_taken(text):
    """What only contains a name, bears it, or spells it."""
    assert names(text) == []


def test_a_person_of_a_place_does_not_hide_it():
    """A title before somebody else is no title before the place."""
    assert names("Councillor Smith of Wirral; Bury Council's Cllr Kent") == [("Wirral", False), ("Bury", True)]


def test_a_word_within_a_sentence_is_a_place():
    """ "Reading" with its capital inside a sentence is the town."""
    assert names("It was shown in Reading.") == [("Reading", False)]


def test_offsets_quote_the_name_with_its_council():
    """text[start:end] is what was read."""
    text = "£1m for the London Borough of Brent and for Torbay Council, in all"
    assert [text[one.start : one.end] for one in named_in(text)] == ["London Borough of Brent", "Torbay Council"]


def test_the_name_of_the_council_tells_which_of_two():
    """Without a day, the words decide; with one, the day does."""
    assert [one.authority.code for one in named_in("Somerset County Council, Somerset")] == ["E10000027", "E06000066"]
    assert [one.authority.code for one in named_in("Somerset", on=date(2014, 1, 1))] == ["E10000027"]


def test_every_council_is_found_by_its_own_name():
    """Each official name is one naming, as a council, of itself."""
    for one in authorities().values():
        found = named_in(f"a report of {one.official}.", on=None if one.current else one.start or date(2009, 3, 31))
        assert [(naming.authority.code, naming.as_council) for naming in found] == [(one.code, True)], one.official


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece",
    [
        "north ",
        "Wirral ",
        "City of ",
        "Councillors Bolton, ",
        "Cheshire West and ",
        "London Borough of ",
        "a",
        " ",
        "Bury\n",
    ],
)
def test_a_long_text_is_read_once(piece):
    """The work grows with the length of the text: repeated pieces of names do not run away."""
    named_in(piece * 20_000)
