"""The register of authorities: what it holds, and how one is found by code, name or domain."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from cstrack.errors import UnknownAuthority
from cstrack.values.authority import Tier, authorities, authority, by_domain

IN_2014 = date(2014, 3, 13)


def test_the_register_counts_what_is_there_today():
    """153 children's-services authorities: 63 unitary, 36 metropolitan, 33 in London, 21 counties."""
    tiers = Counter(one.tier for one in authorities().values() if one.current)
    assert tiers == {Tier.UNITARY: 63, Tier.METROPOLITAN: 36, Tier.LONDON: 33, Tier.COUNTY: 21}


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2009, 4, 1), 152),
        (IN_2014, 152),
        (date(2019, 4, 1), 151),
        (date(2021, 4, 1), 152),
        (date(2023, 4, 1), 153),
    ],
)
def test_the_register_counts_what_was_there(day, count):
    """152 from 2009, one fewer when three became two in 2019, one more for each county that was divided in 2021 and 2023."""
    assert sum(one.on(day) for one in authorities().values()) == count


def test_codes_numbers_and_names_are_each_ones_own():
    """No two that exist today share a code, DfE number, name, official name or domain."""
    today = [one for one in authorities().values() if one.current]
    for values in (
        [one.code for one in today] + [code for one in today for code in one.former],
        [one.dfe for one in today],
        [one.name for one in today],
        [one.official for one in today],
        [domain for one in today for domain in one.domains],
    ):
        assert len(values) == len(set(values))


def test_every_row_is_well_formed():
    """Codes fit their tier, DfE numbers are three digits, domains are domain names, every authority of today has one."""
    heads = {"E06": Tier.UNITARY, "E08": Tier.METROPOLITAN, "E09": Tier.LONDON, "E10": Tier.COUNTY}
    for one in authorities().values():
        assert heads[one.code[:3]] is one.tier
        assert len(one.code) == 9
        assert one.dfe is None or (len(one.dfe) == 3 and one.dfe.isdigit())
        assert one.dfe or not one.current
        assert one.domains
        assert all(domain == domain.lower() and "/" not in domain and "." in domain for domain in one.domains)
    assert len({one.region for one in authorities().values()}) == 9


def test_successors_begin_when_their_predecessors_end():
    """History runs both ways, and no day of it is missing or told twice."""
    for old in authorities().values():
        assert bool(old.successors) == (not old.current)
        for code in old.successors:
            new = authorities()[code]
            assert old.code in new.predecessors
            assert old.end is not None
            assert not old.on(old.end)
            assert old.on(old.end - timedelta(days=1))
            assert new.start in {old.end, None}, new


@pytest.mark.parametrize(
    ("old", "end", "new"),
    [
        ("Northamptonshire", "2021-04-01", {"North Northamptonshire", "West Northamptonshire"}),
        ("Cumbria", "2023-04-01", {"Cumberland", "Westmorland and Furness"}),
        ("Bournemouth", "2019-04-01", {"Bournemouth, Christchurch and Poole"}),
        ("Poole", "2019-04-01", {"Bournemouth, Christchurch and Poole"}),
        ("E10000009", "2019-04-01", {"Bournemouth, Christchurch and Poole", "Dorset"}),
        ("E10000027", "2023-04-01", {"Somerset"}),
        ("E10000023", "2023-04-01", {"North Yorkshire"}),
        ("E10000002", "2020-04-01", {"Buckinghamshire"}),
        ("Bedfordshire", "2009-04-01", {"Bedford", "Central Bedfordshire"}),
        ("Cheshire", "2009-04-01", {"Cheshire East", "Cheshire West and Chester"}),
        ("E10000010", "2009-04-01", {"County Durham"}),
    ],
)
def test_reorganisations_since_2009(old, end, new):
    """One became many and many one; each on the first of April."""
    one = authority(old)
    assert one.end == date.fromisoformat(end)
    assert {authorities()[code].name for code in one.successors} == new


@pytest.mark.parametrize(
    ("old", "new"),
    [("E06000048", "E06000057"), ("E08000020", "E08000037"), ("E08000016", "E08000038"), ("E08000019", "E08000039")],
)
def test_a_code_that_only_changed_finds_the_same_authority(old, new):
    """Northumberland, Gateshead, Barnsley and Sheffield got new codes for new boundaries; statistics still print the old ones."""
    assert authority(old) is authority(new)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("E08000015", "E08000015"),
        ("e08000015", "E08000015"),
        ("344", "E08000015"),
        ("Wirral", "E08000015"),
        (" WIRRAL COUNCIL ", "E08000015"),
        ("Wirral MBC", "E08000015"),
        ("Metropolitan Borough of Wirral", "E08000015"),
        ("Torbay", "E06000027"),
        ("Worcestershire County Council", "E10000034"),
        ("City of York Council", "E06000014"),
        ("Bristol, City of", "E06000023"),
        ("Kingston upon Hull, City of", "E06000010"),
        ("Hull City Council", "E06000010"),
        ("Herefordshire, County of", "E06000019"),
        ("County Durham", "E06000047"),
        ("Durham", "E06000047"),
        ("St Helens", "E08000013"),
        ("St. Helens Borough", "E08000013"),
        ("Hammersmith & Fulham", "E09000013"),
        ("The Royal Borough of Kensington and Chelsea", "E09000020"),
        ("Kingston", "E09000021"),
        ("LB Brent", "E09000005"),
        ("Brent London Boro", "E09000005"),
        ("City of London", "E09000001"),
        ("Council of the Isles of Scilly", "E06000053"),
        ("Southend", "E06000033"),
        ("Stoke on Trent", "E06000021"),
        ("Telford & Wrekin", "E06000020"),
        ("Bournemouth Christchurch & Poole", "E06000058"),
        ("Nottingham City", "E06000018"),
        ("City of Bradford MDC", "E08000032"),
    ],
)
def test_an_authority_is_found_as_councils_write_it(text, code):
    """Case, punctuation, and the words that make a place a council are folded."""
    assert authority(text).code == code


def test_every_name_of_the_register_finds_its_own():
    """Each name of an authority of today finds it, plain, in capitals, and with its council's words."""
    for one in authorities().values():
        if one.current:
            for name in (one.name, one.official, one.name.upper(), f"{one.name} Council", *one.aliases, *one.short):
                assert authority(name) is one, name


def test_the_name_of_a_council_that_is_no_more_finds_it():
    """Somerset County Council is not Somerset Council."""
    assert authority("Somerset County Council").code == "E10000027"
    assert authority("Somerset").code == "E06000066"


@pytest.mark.parametrize("text", ["Somerset", "933", "Somerset Council"])
def test_a_day_tells_two_of_one_name_apart(text):
    """A paper of 2014 that says Somerset speaks of the county council."""
    assert authority(text, on=date(2023, 3, 31)).code == "E10000027" or text == "Somerset Council"
    assert authority(text, on=date(2023, 4, 1)).code == "E06000066"


def test_a_day_on_which_there_was_none_changes_nothing():
    """Cumbria is found though it ended: the name is not ambiguous."""
    assert authority("Cumbria", on=date(2025, 1, 1)).code == "E10000006"


@pytest.mark.parametrize("text", ["London", "", "Council", "Narnia", "E12000001", "999"])
def test_what_names_no_authority_is_refused(text):
    """London is a region, and the City does not answer for it."""
    with pytest.raises(UnknownAuthority):
        authority(text)


@pytest.mark.timeout(10)
def test_a_whole_paper_is_no_name():
    """Who hands over a text in place of a name is told so at once."""
    with pytest.raises(UnknownAuthority):
        authority("council " * 200_000)


def test_a_misspelt_name_brings_suggestions():
    """The error says what could have been meant."""
    with pytest.raises(UnknownAuthority, match="Did you mean Wirral"):
        authority("wirrall")


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("democracy.wirral.gov.uk", "E08000015"),
        ("https://www.torbay.gov.uk:443/DemocraticServices/", "E06000027"),
        ("someone@WORCESTERSHIRE.gov.uk", "E10000034"),
        ("lbbd.moderngov.co.uk", "E09000002"),
        ("barnsleymbc.moderngov.co.uk", "E08000038"),
        ("decisionmaking.westberks.gov.uk", "E06000037"),
        ("cmis.hullcc.gov.uk", "E06000010"),
        ("wirral.gov.uk.", "E08000015"),
    ],
)
def test_a_host_belongs_to_an_authority(host, code):
    """Whatever stands before the domain, in an address or behind an at sign."""
    found = by_domain(host)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "host", ["", "gov.uk", "moderngov.co.uk", "notwirral.gov.uk", "wirral.gov.uk.example.org", "localhost"]
)
def test_a_host_of_nobody_is_nobodys(host):
    """A domain is compared label by label, never as a piece of text."""
    assert by_domain(host) is None


def test_a_domain_that_passed_on_is_told_by_the_day():
    """somerset.gov.uk was the county council's, and is the council's."""
    before, after = by_domain("democracy.somerset.gov.uk", on=IN_2014), by_domain("democracy.somerset.gov.uk")
    assert before is not None
    assert after is not None
    assert (before.code, after.code) == ("E10000027", "E06000066")


def test_an_authority_prints_its_name_and_code():
    """With the year it ended in, where it did."""
    assert str(authority("Wirral")) == "Wirral Borough Council (E08000015)"
    assert str(authority("Cumbria")) == "Cumbria County Council (E10000006, to 2023)"
