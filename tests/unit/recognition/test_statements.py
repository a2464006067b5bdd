"""Statements: clauses with their verbs, the words of a profile, and what holds of every one of them."""

from __future__ import annotations

from datetime import date

import pytest

from cstrack.facts.facts import Head
from cstrack.facts.profile import CORE, PaperProfile
from cstrack.facts.statement import StatementKind
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.reading.text import read_text
from cstrack.recognition.lexicon import lexicon_of
from cstrack.recognition.modality import Tense, verb_groups
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.scene import LONGEST
from cstrack.recognition.sentences import recognise_sentences
from cstrack.recognition.statements import recognise_statements
from cstrack.recognition.subjects import SubjectKind, subject_of
from cstrack.testing import make
from cstrack.values.period import day

VOCABULARY = default_vocabulary()
LEXICON = lexicon_of(VOCABULARY)
PAPER = day(date(2023, 6, 15))

MINUTES = """
Minutes:

The Head of Fostering presented the Moorshire Fostering Strategy. A new strategy
was being developed and would be launched in September 2023. The aim was to recruit
20 carers. Ofsted judged the service good in March 2023; a monitoring visit is due in July 2023.

Concerns were raised about caseloads.

RESOLVED: That

(1) the report be noted; and

(2) a further report be presented to the next meeting.

Background papers

- Fostering Strategy 2020-2023
"""


def read(text, profile=CORE, head=None):
    """The document of a text and its statements."""
    document = read_text(make.source("paper.txt", text), text.encode()).value
    told = head or Head(date=PAPER, date_basis="head")
    sentences = recognise_sentences(document)
    periods = recognise_periods(document, told.date)
    return document, recognise_statements(document, told, sentences, periods, VOCABULARY, profile)


def of(kind, text, profile=CORE):
    """The statements of one kind of a text."""
    return [one for one in read(text, profile)[1] if one.kind is kind]


@pytest.mark.parametrize(
    ("words", "tense", "lemma", "passive"),
    [
        ("The plan will be reviewed", Tense.FUTURE, "review", True),
        ("We are also about to recruit a head", Tense.INTENDED, "recruit", False),
        ("Services are currently being refocused", Tense.PROGRESSIVE, "refocus", True),
        ("Contracts have been agreed", Tense.PERFECT, "agree", True),
        ("It has not worked", Tense.PERFECT, "work", False),
        ("Priorities were set", Tense.PAST, "set", True),
        ("Work is well underway", Tense.STATE, "under way", False),
        ("The team has been working", Tense.PROGRESSIVE, "work", False),
        ("They'll publish it", Tense.FUTURE, "publish", False),
        ("The council continues to develop it", Tense.PROGRESSIVE, "develop", False),
    ],
)
def test_a_verb_group_is_read_from_its_auxiliary(words, tense, lemma, passive):
    """Tense, voice and base form, past adverbs and contractions."""
    (group,) = verb_groups(words, LEXICON)
    assert (group.tense, group.lemma, group.passive) == (tense, lemma, passive)


def test_what_is_denied_is_known_as_denied():
    """A negated verb commits nobody."""
    (group,) = verb_groups("The service will not be reviewed", LEXICON)
    assert group.negated


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("In June 2013 the Government", SubjectKind.NAMED),
        ("which", SubjectKind.RELATIVE),
        ("This change", SubjectKind.THIS),
        ("97% of children", SubjectKind.COUNT),
        ("Some children", SubjectKind.PEOPLE),
        ("The purpose of this", SubjectKind.THIS),
        ("The aim of the board", SubjectKind.AIM),
        ("The number of referrals", SubjectKind.PROGRESS),
        ("A small number of managers", SubjectKind.NAMED),
        ("This report", SubjectKind.PAPER),
        ("the culture that we", SubjectKind.RELATIVE),
        ("We", SubjectKind.WE),
    ],
)
def test_a_subject_is_known_by_its_head(words, kind):
    """What a noun phrase stands on, its opening and what hangs on it left out."""
    assert subject_of(words, 0, len(words), VOCABULARY, CORE).kind is kind


def test_an_owner_is_a_role_and_never_a_person():
    """A name beside a role is dropped; a name alone is nobody."""
    both = "Councillor Jane Smith, the Cabinet Member"
    alone = "John Smith"
    assert subject_of(alone, 0, len(alone), VOCABULARY, CORE).owner is None
    found = subject_of(both, 0, len(both), VOCABULARY, CORE)
    assert "Smith" not in (found.owner or "")


def test_a_profile_names_roles_partners_and_own_names():
    """What a council calls people, partners and itself comes from its profile."""
    profile = PaperProfile(
        id="moor.paper",
        title="Moorshire",
        roles={"J Smith": "Head of Practice"},
        partners=("Harbour Homes",),
        own=("The Gateway",),
    )
    texts = {
        "J Smith": ("Head of Practice", "own"),
        "Harbour Homes": ("Harbour Homes", "partner"),
        "The Gateway": ("The Gateway", "own"),
    }
    for words, expected in texts.items():
        (action,) = of(StatementKind.ACTION, f"{words} will review the plan.", profile)
        assert (action.word("owner"), action.word("actor")) == expected


def test_a_profile_adds_lead_ins_and_sections():
    """A council's own words for a lead-in and for a heading go before the core's."""
    profile = PaperProfile(
        id="moor.paper",
        title="Moorshire",
        leads={"IT WAS MOVED AND CARRIED": "resolved"},
        sections={"what comes of it": "actions"},
    )
    text = "IT WAS MOVED AND CARRIED that the plan be approved.\n\n## What comes of it\n\n- Publish the plan\n"
    (decision,) = of(StatementKind.DECISION, text, profile)
    assert decision.rule == "decision.profile_lead"
    assert [one.rule for one in of(StatementKind.ACTION, text, profile)] == ["action.listed"]
    assert not of(StatementKind.ACTION, text)


def test_every_statement_keeps_its_place():
    """Block offsets and document span name the same words, and none is longer than a long sentence."""
    document, found = read(MINUTES + "\n" + "The team will review every case " + "of the borough " * 60 + "soon.\n")
    assert found
    for one in found:
        plain = document.plain(document.blocks[one.block])
        assert plain.span(one.start, one.end) == one.span
        assert 0 < one.end - one.start <= LONGEST


def test_a_paper_gives_statements_of_every_kind():
    """Work, decisions, aims, judgements, oversight, papers relied on, plans and concerns of one page of minutes."""
    kinds = {one.kind for one in read(MINUTES)[1]}
    assert kinds >= {
        StatementKind.ACTION,
        StatementKind.DECISION,
        StatementKind.OBJECTIVE,
        StatementKind.JUDGEMENT,
        StatementKind.OVERSIGHT,
        StatementKind.PAPER_RELIED,
        StatementKind.PLAN,
        StatementKind.CONCERN,
    }


def test_each_clause_of_a_sentence_is_its_own_action():
    """Two verbs of one subject: each with its lifecycle and its date."""
    first, second = of(StatementKind.ACTION, MINUTES)[:2]
    assert (first.word("status"), first.due) == ("in_progress", None)
    assert second.word("status") == "planned"
    assert second.due is not None
    assert second.due.edtf == "2023-09"


def test_would_is_a_future_only_where_a_meeting_is_told():
    """In a report "would" supposes; in minutes it is what was promised."""
    assert not of(StatementKind.ACTION, "The findings would be consulted upon.")
    assert of(StatementKind.ACTION, "Minutes:\n\nThe findings would be consulted upon.")


def test_contacts_and_background_papers_commit_nobody():
    """Below such headings nothing is read as work."""
    assert not of(StatementKind.ACTION, "## Contact points\n\nThe team will answer calls.\n")


def test_the_meeting_dates_its_decisions():
    """The head matter's date, or a line at the top, where the lead-in names none; a date only proposed is none."""
    text = "Scrutiny Committee, Tuesday, 14 June 2022 6.30 pm\n\nMinutes:\n\nRESOLVED: That the plan be approved.\n"
    document, found = read(text, head=Head())
    (decision,) = [one for one in found if one.kind is StatementKind.DECISION]
    assert decision.on is not None
    assert decision.on.edtf == "2022-06-14"
    assert [document.text_at(mark) for mark in decision.marks] == ["Tuesday, 14 June 2022"]


def test_a_day_without_a_year_was_before_the_paper():
    """What was decided "on October 30th" was decided in the October that has gone by."""
    (decision,) = of(StatementKind.DECISION, "On October 30th the Council agreed to:\n\n- I. approve the strategy;\n")
    assert decision.on is not None
    assert decision.on.edtf == "2022-10-30"


def test_intervention_is_oversight_and_no_work():
    """That intervention ended was done to the authority."""
    text = "Children's Services was removed from intervention by the Government in January 2022."
    assert not of(StatementKind.ACTION, text)
    assert of(StatementKind.OVERSIGHT, text)


def test_the_same_text_gives_the_same_statements():
    """Nothing depends on what was read before."""
    assert read(MINUTES)[1] == read(MINUTES)[1]


def test_nothing_is_read_in_nothing():
    """An empty paper says nothing."""
    assert recognise_statements(make.document(""), Head(), (), (), VOCABULARY, CORE) == ()
