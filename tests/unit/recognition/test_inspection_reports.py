"""Inspectors' reports: grades in tables, what is asked for, earlier grades, and papers of a council that only tell of them."""

from __future__ import annotations

import pytest

import cstrack
from cstrack.model.judgement import OversightKind

REPORT = """# Moorshire County Council

## Inspection of local authority children's services

**Inspection dates: 12 to 23 June 2023**

**Lead inspector:** His Majesty's Inspector

| Judgement | Grade |
| --- | --- |
| The impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children who need help and protection | Requires improvement to be good |
| The experiences and progress of children in care | Good |
| The experiences and progress of care leavers | Outstanding |
| Overall effectiveness | Good |

Services have improved since the last inspection in 2019, when they were judged to be inadequate overall. Leaders have
developed a new model of practice. Early help is making a difference. The fostering service is good.

## What needs to improve

- The timeliness of visits to children who live in private fostering arrangements.
- The consistency of supervision, so that actions for children are completed when they should be.

## The experiences and progress of children in care: good

1. Most children live in homes that meet their needs. Social workers know the children well.
2. The council will open two children's homes by March 2024.
"""

LETTER = """# Focused visit to Moorshire County Council children's services

Dear Director of Children's Services

This letter summarises the findings of the focused visit to Moorshire children's services on 10 and 11 May 2022. His Majesty's
Inspectors for this visit looked at the front door.

His Majesty's Inspector

## Areas for priority action

- The local authority needs to take swift action to improve the response to children at risk outside working hours.

## What needs to improve in this area of social work practice?

- The quality and timeliness of strategy meetings with partner agencies.

## Findings

- Referrals are screened on the day they arrive.
"""

SINGLE = """Moorshire Council

Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 2 - 26 March 2015

Report published: 5 May 2015

Children's services in Moorshire require improvement to be good

| 1. Children who need help and protection | | Requires improvement |
| 2. Children looked after and achieving permanence | | Requires improvement |
| | 2.1 Adoption performance | Good |
| | 2.2 Experiences and progress of care leavers | Inadequate |
| 3. Leadership, management and governance | | Requires improvement |

## Recommendations

1. Ensure that all children who go missing are offered an interview within 72 hours of their return.
2. Reduce the caseloads of social workers in the assessment teams.
"""

COUNCIL = """Moorshire County Council

Report to: Children's Scrutiny Committee

Date of meeting: 20 September 2023

# Outcome of the inspection

Ofsted inspected children's services from 12 to 23 June 2023. The grades were:

| Judgement | Grade |
| --- | --- |
| Overall effectiveness | Good |
| The impact of leaders on social work practice with children and families | Good |

# Recommendations

1. That Members note the outcome of the inspection.
2. That a report on the action plan be presented in March 2024.
"""


def _load(tmp_path, text: str):
    path = tmp_path / "paper.md"
    path.write_text(text, encoding="utf-8")
    return cstrack.load(path)


def _grades(register, on: str) -> dict[str, str]:
    return {one.scope: one.grade for one in register.judgements if one.on is not None and one.on.edtf == on}


def test_the_table_of_a_report_gives_its_grades(tmp_path):
    """One judgement a row, of the days of the inspection, with the row as its sentence."""
    register = _load(tmp_path, REPORT)
    told = _grades(register, "2023-06-12/2023-06-23")
    assert list(told.values()) == ["good", "requires improvement to be good", "good", "outstanding", "good"]
    assert told["Overall effectiveness"] == "good"
    assert {one.framework for one in register.judgements if one.scope in told and one.on.edtf != "2019"} == {"ILACS"}
    assert register.judgements[0].citation.sentence == (
        "The impact of leaders on social work practice with children and families | Good"
    )


def test_praise_is_no_grade_and_an_earlier_grade_keeps_its_year(tmp_path):
    """The fostering service's adjective is nothing that was graded; the last inspection's grade is of its year."""
    register = _load(tmp_path, REPORT)
    assert not any("ostering" in (one.scope or "") for one in register.judgements)
    assert _grades(register, "2019") == {"Overall effectiveness": "inadequate"}


def test_what_a_report_asks_for_is_a_recommendation(tmp_path):
    """Neither a decision nor an action; what it tells of practice is no promise, what lies ahead is."""
    register = _load(tmp_path, REPORT)
    assert [(one.by, one.text[:18]) for one in register.recommendations] == [
        ("Ofsted", "The timeliness of "),
        ("Ofsted", "The consistency of"),
    ]
    assert register.decisions == ()
    assert [one.due.edtf for one in register.actions] == ["../2024-03"]


def test_the_numbered_recommendations_of_the_single_framework(tmp_path):
    """The title tells the overall grade, merged cells the parts of a judgement, and each recommendation keeps its number."""
    register = _load(tmp_path, SINGLE)
    assert _grades(register, "2015-03-02/2015-03-26") == {
        "Overall effectiveness": "requires improvement to be good",
        "Children who need help and protection": "requires improvement",
        "Children looked after and achieving permanence": "requires improvement",
        "Adoption performance": "good",
        "Experiences and progress of care leavers": "inadequate",
        "Leadership, management and governance": "requires improvement",
    }
    assert [one.number for one in register.recommendations] == ["1", "2"]


def test_a_letter_after_a_visit_grades_nothing(tmp_path):
    """A focused visit is an event; its areas for priority action are told from the others."""
    register = _load(tmp_path, LETTER)
    assert register.judgements == ()
    event = register.oversight[0]
    assert (event.kind, event.on.edtf) == (OversightKind.FOCUSED_VISIT, "2022-05-10/2022-05-11")
    assert [one.rule for one in register.recommendations] == [
        "recommendation.priority_action",
        "recommendation.improvement",
    ]


def test_a_council_that_tells_of_an_inspection_writes_no_report(tmp_path):
    """Its own recommendations are asked of its members; the table's grades are of the inspection it tells of."""
    register = _load(tmp_path, COUNCIL)
    assert set(_grades(register, "2023-06-12/2023-06-23").values()) == {"good"}
    assert not any(one.by == "Ofsted" for one in register.recommendations)
    assert register.decisions


@pytest.mark.parametrize("printed", ["Grade 3 (Adequate)", "Adequate", "adequate (3)"])
def test_grades_with_their_number(tmp_path, printed):
    """The frameworks before 2013 print a number beside the word; adequate stays adequate."""
    text = (
        "# Moorshire Council\n\n## Inspection of safeguarding and looked after children services\n\n"
        "Inspection date: 8 - 19 March 2010\n\nReporting inspector: an inspector\n\n"
        f"| Overall effectiveness | {printed} |\n| Capacity for improvement | Good |\n\nServices are described below.\n"
    )
    assert _grades(_load(tmp_path, text), "2010-03-08/2010-03-19")["Overall effectiveness"] == "adequate"
