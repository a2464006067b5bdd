"""Statements become records: cited, labelled, linked."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from cstrack.assembly.statements import assemble_statements
from cstrack.assembly.titles import LONGEST, label_of
from cstrack.facts.facts import Facts, Head
from cstrack.facts.profile import CORE, PaperProfile
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.model.action import Action, Lifecycle
from cstrack.model.decision import Decision, Outcome, Recommendation
from cstrack.model.judgement import Judgement, JudgementBasis, Oversight
from cstrack.model.paper import PaperRelied
from cstrack.model.plan import Objective, Plan
from cstrack.model.record import About, Actor, Firmness
from cstrack.reading.text import read_text
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.sentences import recognise_sentences
from cstrack.recognition.statements import recognise_statements
from cstrack.testing import make
from cstrack.values.period import day

VOCABULARY = default_vocabulary()
HEAD = Head(date=day(date(2023, 6, 15)), date_basis="head", authority="E08000015")


def assemble(text, profile=CORE, head=HEAD):
    """The document of a text and the records of its statements."""
    document = read_text(make.source("paper.txt", text), text.encode()).value
    sentences = recognise_sentences(document)
    periods = recognise_periods(document, head.date)
    statements = recognise_statements(document, head, sentences, periods, VOCABULARY, profile)
    facts = Facts(head=head, sentences=sentences, periods=periods, statements=statements)
    outcome = assemble_statements(document, facts, VOCABULARY, profile)
    assert not outcome.problems
    return document, outcome.value


def of(kind, text, profile=CORE, head=HEAD):
    """The records of one class of a text."""
    return [record for record in assemble(text, profile, head)[1] if isinstance(record, kind)]


def test_a_record_cites_its_clause_and_its_sentence():
    """The span law holds, and the sentence stands beside the clause."""
    document, records = assemble("The plan is long; the service will review it by 31 March 2024.\n")
    (action,) = [record for record in records if isinstance(record, Action)]
    assert document.text_at(action.citation.span) == action.citation.quote
    assert action.citation.quote == "the service will review it by 31 March 2024."
    assert action.citation.sentence.startswith("The plan is long;")
    assert action.authority == "E08000015"
    assert action.original_due == action.due


def test_ids_are_the_files_own():
    """The same file gives the same ids, and no two records share one."""
    text = "The service will review it. The board has approved the plan.\n\nRESOLVED: That a report be presented to the next meeting.\n"
    first = [record.id for record in assemble(text)[1]]
    assert first == [record.id for record in assemble(text)[1]]
    assert len(set(first)) == len(first)


def test_a_decision_names_what_it_creates():
    """The decision lists the ids of its actions; lead-in, number and body stand with it."""
    _, records = assemble(
        "The Cabinet agreed to:\n\n(a) approve the plan;\n\n(b) a report be presented to the next meeting.\n"
    )
    approved, report = (record for record in records if isinstance(record, Decision))
    (action,) = (record for record in records if isinstance(record, Action))
    assert approved.creates == ()
    assert report.creates == (action.id,)
    assert (report.body, report.number, report.outcome) == ("The Cabinet", "b", Outcome.RESOLVED)
    assert report.lead == "The Cabinet agreed to"
    assert action.firmness is Firmness.RESOLVED
    assert [citation.quote for citation in report.citations] == [
        "a report be presented to the next meeting.",
        "The Cabinet agreed to:",
    ]


def test_an_inherited_date_is_flagged_and_cited():
    """The lead-in's date stands as a second citation."""
    text = "The ambition is to have these priorities addressed during the 2023/24 financial year.\n\n- **Overhaul of audit.** It matters.\n"
    (action,) = [one for one in of(Action, text) if one.rule == "action.listed"]
    assert action.inferred == ("due",)
    assert action.due.edtf == "2023-04-01/2024-03-31"
    assert any("2023/24" in citation.quote for citation in action.citations[1:])


def test_what_a_promise_waits_for_stands_beside_it():
    """Depends on, since when, and the words that say so."""
    text = (
        "A combination of BEACON and HARBOUR will be rolled out by 31 March 2024.\n\n"
        "The funding of the key projects will not be available until April 2024 (BEACON project).\n"
    )
    action = of(Action, text)[0]
    assert action.depends_on == "The funding of the key projects will not be available until April 2024"
    assert action.depends_from.edtf == "2024-04"
    assert action.depends[0].quote == action.depends_on
    assert action.depends_from.start > action.due.last_day


@pytest.mark.parametrize(
    ("text", "about", "actor"),
    [
        ("The council will open a hub.", About.OWN, Actor.OWN),
        ("Harbour Homes will open a hub.", About.OWN, Actor.PARTNER),
        ("Manchester City Council will recruit 130 social workers.", About.OTHER_COUNCIL, Actor.OWN),
        ("Wirral Council will recruit 130 social workers.", About.OWN, Actor.OWN),
        ("The review of foster care in Rotherham was published in May 2023.", About.OTHER_COUNCIL, None),
        ("The review of foster care in Wirral was published in May 2023.", About.OWN, None),
        (
            "In June 2022 the Government announced that 400 families across England will be reached.",
            About.ENGLAND,
            None,
        ),
    ],
)
def test_whose_work_it_is(text, about, actor):
    """Other councils' and the nation's work is told from this authority's own."""
    profile = PaperProfile(id="own.paper", title="own", partners=("Harbour Homes",))
    action = of(Action, text, profile)[0]
    assert action.about is about
    assert actor is None or action.actor is actor


def test_a_directors_word_is_no_published_grade():
    """Self-described and expected grades keep their basis; the framework is inferred from the date."""
    text = "The Director said that this was a council requiring improvement.\n\nOfsted judged services to be inadequate in May 2019.\n"
    described, published = of(Judgement, text)
    assert (described.basis, described.firmness) == (JudgementBasis.SELF_DESCRIBED, Firmness.OPINION)
    assert (published.basis, published.grade, published.framework) == (JudgementBasis.PUBLISHED, "inadequate", "ILACS")
    assert "framework" in published.inferred
    assert published.inspectorate == "Ofsted"


def test_a_plan_knows_who_adopted_it():
    """The resolution that names it gives body and day."""
    text = "On 30 May 2023 the Council agreed to adopt the Moorshire Early Help Strategy.\n"
    (plan,) = of(Plan, text)
    assert (plan.status, plan.adopted_by) == ("adopted", "the Council")
    assert plan.adopted_on.edtf == "2023-05-30"


def test_a_plan_that_its_sentence_names_by_its_end_is_adopted_too():
    """ "have developed a 5 year plan - on 30 May the Council agreed to adopt this plan" of the Children's Services 5 year plan."""
    text = (
        "The Children's Services 5 year plan is below.\n\nOfficers have developed a 5 year plan - on 30 May 2023 the Council agreed to "
        "adopt this plan.\n"
    )
    (plan,) = of(Plan, text)
    assert (plan.adopted_by, plan.adopted_on.edtf) == ("the Council", "2023-05-30")


def test_a_body_is_called_by_its_full_name():
    """Short names of bodies come from the profile."""
    profile = PaperProfile(id="own.paper", title="own", bodies={"the Board": "Overview and Scrutiny Board"})
    (decision,) = of(Decision, "The Board approved the plan.\n", profile)
    assert decision.body in ("The Board", "Overview and Scrutiny Board")


def test_concerns_stay_concerns():
    """What is planned inside a member's concern is a matter raised, no commitment."""
    text = "Minutes:\n\nMembers raised concerns that the hub will be closed by March 2024.\n"
    assert [action.firmness for action in of(Action, text)] == [Firmness.CONCERN]


def test_other_records():
    """Objectives in order, oversight expected or past, recommendations and papers relied on."""
    text = (
        "Our priorities are:\n\n- Stabilise the workforce\n- Improve plans\n\n"
        "A monitoring visit is expected in July 2023. Ofsted recommended that supervision be strengthened.\n\n"
        "Background papers\n\n- Report to Cabinet on 3 May 2023\n"
    )
    assert [(one.order, one.word) for one in of(Objective, text)] == [(1, "priority"), (2, "priority")]
    assert [(one.kind.value, one.expected) for one in of(Oversight, text)] == [("monitoring visit", True)]
    assert [one.by for one in of(Recommendation, text)] == ["Ofsted"]
    assert [(one.title, one.held) for one in of(PaperRelied, text)] == [("Report to Cabinet on 3 May 2023", False)]


def test_a_label_names_no_person():
    """Roles, not names: in labels and in titles."""
    (action,) = of(Action, "John Smith commenced work on 2nd May 2023.\n")
    assert "Smith" not in action.label + action.title
    assert action.lifecycle is Lifecycle.COMPLETED


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("We will also address and improve our pathways as part of the plan.", "Address and improve our pathways"),
        (
            "and the recruitment process for team managers is underway",
            "The recruitment process for team managers is underway",
        ),
        (
            "So far 1 with a further 4 placements will be created",
            "So far 1 with a further 4 placements will be created",
        ),
        ("", ""),
    ],
)
def test_a_label_is_the_telling_words(words, label):
    """Openings and what merely follows are left out."""
    assert label_of(words, VOCABULARY, CORE) == label


def test_a_label_is_short():
    """A long clause is cut between words."""
    label = label_of("The council " + "reviewed its services and " * 20, VOCABULARY, CORE)
    assert len(label) <= LONGEST + 4


def test_no_authority_is_no_guess():
    """Where the paper does not say whose it is, records carry none, and no council is taken for another."""
    (action,) = of(Action, "Manchester City Council will recruit staff.\n", head=evolve(HEAD, authority=None))
    assert action.authority is None
    assert action.about is About.OWN
