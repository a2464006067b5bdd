"""Names of persons are masked where a title, a role or a first name shows them; nothing else is."""

from __future__ import annotations

import pytest

from cstrack.facts.persons import masked


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Councillor Ann Other asked.", "Councillor [name] asked."),
        ("REPORT OF COUNCILLOR ANN OTHER", "REPORT OF COUNCILLOR [name]"),
        ("Cllr. A. N. Other's motion fell.", "Cllr. [name]'s motion fell."),
        ("Cllrs Other, Price and O'Brien voted.", "Cllrs [name], [name] and [name] voted."),
        ("Councillors Green and Hill were absent.", "Councillors [name] and [name] were absent."),
        ("Councillor Mrs B Young was elected.", "Councillor Mrs [name] was elected."),
        ("Mrs Smith-Jones and Dr Patel spoke.", "Mrs [name] and Dr [name] spoke."),
        ("Moved by Price and seconded by Other.", "Moved by [name] and seconded by [name]."),
        ("Director of Children's Services: Robin Other", "Director of Children's Services: [name]"),
        ("Zed Other, Interim Director of Education", "[name], Interim Director of Education"),
        ("Alison Price took up post.", "[name] took up post."),
        ("It follows Alison Price’s report.", "It follows [name]’s report."),
        ("Ask alison.price@council.gov.uk today.", "Ask [e-mail address] today."),
    ],
)
def test_names_that_something_shows_are_masked(words, shown):
    """The title or role stays, since outputs show roles; so does the end that owns what follows."""
    assert masked(words) == shown


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Call for Action and Councillor Development",
        "Cheshire West and Chester; the Isle of Wight; Lady Bay; St Mark Street",
        "Jack Hunt School, Robin Wood House and the Carol Adams Family Hub",
        "Dr Barnardo Trust and the Lord Mayor Treloar College",
        "seconded by the Chair; moved by Cabinet; proposed by Officers",
        "Adult Services, Director of People; Early Help, Head of Service",
        "Minute 12/20, Ref CS.14, Table A.2, section 20, Appendix B",
        "Ask worcestershirehub@worcestershire.gov.uk or scrutiny@council.gov.uk",
        "Liquidlogic, Signs of Safety, Morning Lane Associates, Social Finance, Babcock International",
        "the Director of Children's Services and the Corporate Director",
    ],
)
def test_places_bodies_and_references_stay(words):
    """A mask that damaged a place or a number would be worse than none."""
    assert masked(words) == words


def test_masked_words_stay_as_they_are():
    """Masking twice is masking once."""
    once = masked("Moved by Cllr Other, seconded by Mrs Price (alison.price@council.gov.uk), for Alison Price.")
    assert masked(once) == once
