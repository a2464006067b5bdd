"""Small counts of people in running words: which are masked, with what, and which numbers are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cstrack.recognition.small_words import comes_to_few, small_in_words


@pytest.mark.parametrize(
    ("words", "masked"),
    [
        ("3 children waited", "3"),
        ("three young people and their carers", "three"),
        ("one child in residential care", "one"),
        ("there were 2 new looked after children", "2"),
        ("4 social workers left", "4"),
        ("children on a plan fell from 7 to 3", "3"),
        ("Number of UASC: 4", "4"),
        ("3 of the 24 were late", "3"),
        ("22 out of 24 were seen", "22"),
        ("2 of 4 children", "2 4"),
        ("12.5% (3)", "12.5% 3"),
        ("3 (12.5%)", "3 12.5%"),
        ("92% of the 24 children", "92%"),
        ("3 children (12.5%) waited. 40% of visits were late", "3 12.5%"),
        ("24 children: 21 boys and 3 girls", "21 3"),
        ("3\nchildren", "3"),
    ],
)
def test_what_tells_how_few_they_are(words, masked):
    """The count itself, shares in its sentence, and what a total leaves it from."""
    assert " ".join(words[start:end] for start, end in small_in_words(words, 5)) == masked


@pytest.mark.parametrize(
    "words",
    [
        "6 children waited", "£3m for children", "Key Stage 4 pupils", "children aged 5", "2 year old children", "3 children's homes",
        "within 5 working days children are seen", "2 of 5 audits were good", "Q3 of 2024", "action 3 children", "4 family hubs",
        "a one-to-one talk with children", "31/03/24 children", "5% of children", "3.5 children a worker", "Stage 2 complaints",
        "3 weeks", "1.2 children", "one of us", "50% of the 24 children", "Priority 2 children", "in 2 of the 3 localities areas",
    ],
)  # fmt: skip
def test_what_is_no_small_count_of_people(words):
    """Money, dates, ages, times, shares, references, and what is counted and is nobody."""
    assert [words[start:end] for start, end in small_in_words(words, 5)] == []


def test_the_limit_is_an_argument():
    """Counts from 1 to it."""
    assert small_in_words("8 children", 10) == ((0, 1),)
    assert small_in_words("3 children", 2) == ()


def test_a_share_is_looked_at_as_it_is_rounded():
    """33% of 100 is 33 and no few; 3% of 100 is three; 97% leaves three."""
    assert [comes_to_few(Decimal(share), 100, 5) for share in ("33", "3", "97", "3.4")] == [False, True, True, False]
