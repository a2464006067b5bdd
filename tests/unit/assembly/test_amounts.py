"""Figures as records: budget lines, observations, targets, and money that moves."""

from datetime import date
from decimal import Decimal

from cstrack import load
from cstrack.assembly.amounts import assemble_amounts
from cstrack.facts.facts import Facts, Head
from cstrack.facts.profile import PaperProfile
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.model.budget import BudgetLine, Fund, FundingMovement, Measure, Recurrence, Scope
from cstrack.model.indicator import Aggregation, Basis, Observation
from cstrack.model.record import About, Firmness
from cstrack.model.target import Comparator, Target, TargetKind
from cstrack.recognition.figures import recognise_figures
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.sentences import recognise_sentences
from cstrack.testing import make
from cstrack.values.missing import Direction, NotStated
from cstrack.values.period import day

PAPER = day(date(2014, 12, 11))
PROFILE = PaperProfile(id="test.paper", title="a test's own")


def document_and_facts(text, authority="E06000027"):
    """A document of a text and its facts, in a paper of 11 December 2014."""
    document = make.document(text)
    sentences = recognise_sentences(document)
    periods = recognise_periods(document, PAPER)
    figures, others = recognise_figures(document, sentences, periods, default_vocabulary())
    head = Head(date=PAPER, date_basis="head", authority=authority)
    return document, Facts(head=head, sentences=sentences, figures=figures, periods=periods, others=others)


def records(text, profile=PROFILE, **head):
    """Every record of a text's figures."""
    document, facts = document_and_facts(text, **head)
    outcome = assemble_amounts(document, facts, default_vocabulary(), profile)
    assert not outcome.problems
    return outcome.value


def only(text, kind, **head):
    """The records of one kind."""
    return [record for record in records(text, **head) if isinstance(record, kind)]


def test_a_record_cites_the_words_it_was_read_from():
    """The quote is the text at its span; the sentence stands beside it."""
    document, facts = document_and_facts("The budget is fine. A gap of £2m was found. It rose.")
    (line,) = assemble_amounts(document, facts, default_vocabulary(), PROFILE).value
    citation = line.citation
    assert document.text_at(citation.span) == citation.quote == "£2m"
    assert citation.sentence == "A gap of £2m was found."


def test_the_same_paper_gives_the_same_ids_each_once():
    """Ids hang on the file and the place; no two records share one."""
    text = "An overspend of £2m and a gap of £2m. 12 children and 12 families. In all 37 came, 21 of them placed."
    ids = [record.id for record in records(text)]
    assert ids == [record.id for record in records(text)]
    assert len(set(ids)) == len(ids)


def test_records_come_in_reading_order():
    """The order of the page, whatever kind they are."""
    starts = [record.citation.span.start for record in records("Some 12 children. A gap of £2m. The aim is 90%.")]
    assert starts == sorted(starts)


def test_each_figure_is_one_record():
    """Money is a budget line, what is to be reached a target, all else an observation."""
    found = records("Spend was £2m on 12 children; the target is 95%.")
    assert [type(record) for record in found] == [BudgetLine, Observation, Target]


def test_a_sum_knows_its_service_fund_and_scope():
    """Only what is said: no fund is assumed."""
    (line,) = only("The High Needs Block is forecast to overspend by £2.7m.", BudgetLine)
    assert (line.service, line.fund, line.measure) == ("High needs block", Fund.DSG, Measure.OVERSPEND)
    (plain,) = only("Transport costs £1.2m.", BudgetLine)
    assert (plain.service, plain.fund, plain.label) == ("Transport", Fund.NOT_STATED, "Transport")


def test_the_whole_councils_money_is_not_the_services():
    """A shortfall of the Council is the Council's."""
    (line,) = only("These budgets contributed to the Council's financial shortfall of £17m.", BudgetLine)
    assert (line.about, line.scope, line.measure) == (About.COUNCIL, Scope.COUNCIL, Measure.GAP)


def test_another_councils_number_is_its_own():
    """A council of another name, where the paper's own is known."""
    (target,) = only("Liverpool City Council's intention to recruit 130 social workers.", Target, authority="E08000015")
    assert target.about is About.OTHER_COUNCIL
    (own,) = only("Wirral Borough Council's intention to recruit 130 social workers.", Target, authority="E08000015")
    assert own.about is About.OWN


def test_an_overspend_of_a_year_that_is_over_is_actual():
    """Nothing said of the basis: a variance of a past year is actual, of the running year a forecast."""
    past, running = only("The overspend was £1m in 2012/13. The overspend is £2m in 2014/15.", BudgetLine)
    assert (past.basis, running.basis) == (Basis.ACTUAL, Basis.FORECAST)


def test_a_heading_grounds_what_lies_ahead_of_the_paper(tmp_path):
    """Savings below "Savings proposals" are proposed; money put in since 2010/11 and a past overspend are not."""
    lines = ("Early help: savings of £400k.", "Since 2010/11, £5m was put in.", "An overspend of £2m in 2012/13.")
    page = tmp_path / "paper.md"
    page.write_text("# Panel, 11 December 2014\n\n## Savings proposals\n\n" + "\n\n".join(lines) + "\n", "utf-8")
    assert [line.basis for line in load(page).budgets] == [Basis.PROPOSED, None, Basis.ACTUAL]


def test_a_number_in_a_matter_raised_is_a_concern(tmp_path):
    """It is kept with its place, and is no finding; a number beside the list is as it was."""
    page = tmp_path / "paper.txt"
    page.write_text(
        "Scrutiny Committee, 11 December 2014\n\nMinutes:\n\nThe gap is £3m.\n\nMembers asked questions. Matters discussed included the "
        "following:\n\n- There was a potential gap of £2m next year.\n\nRESOLVED: That the report be noted.\n",
        "utf-8",
    )
    assert [line.firmness for line in load(page).budgets] == [Firmness.REPORTED, Firmness.CONCERN]


def test_what_is_inferred_is_named():
    """A year handed on from the line before, and a measure from the sum before."""
    lines = only(
        "In 2012-13 the budget was £73m.\nPressures totalled £7.2m.\nThe saving is £1m, with £2m more.", BudgetLine
    )
    assert [line.inferred for line in lines] == [(), ("period",), ("period",), ("period", "measure")]


def test_so_far_is_year_to_date_at_the_papers_date():
    """ "So far in 2014/5" ends on the day of the paper."""
    (seen,) = only("11 children have been adopted so far in 2014/5.", Observation)
    assert (seen.period.edtf, seen.aggregation) == ("2014-04-01/2014-12-11", Aggregation.YEAR_TO_DATE)


def test_a_target_knows_what_is_reached_and_where_it_starts():
    """ "So far 1 with a further 4" and "from 18% to 12%"."""
    (more,) = only("So far 1 with a further 4 homes will be created by the end of 2014/5.", Target)
    assert (more.reached.value, more.due.last_day) == (Decimal(1), date(2015, 3, 31))
    (less,) = only("We aim to reduce the agency rate from 18% to 12%.", Target)
    assert (less.baseline.value, less.comparator, less.indicator) == (Decimal(18), Comparator.AT_MOST, "sw_agency")


def test_a_target_of_a_resolution_is_resolved():
    """The lead-in of its list says how firm it is; a plan alone is an aim."""
    (aim,) = only("We plan to recruit 40 carers.", Target)
    assert (aim.firmness, aim.kind) == (Firmness.AIMED, TargetKind.CUMULATIVE)


def test_money_that_moves_has_from_to_and_years():
    """Overspends met from reserves, one movement for each sum."""
    moves = only("Fund the projected overspend: in 2015/16 (£2.3m) and 2016/17 (£1.1m) from reserves.", FundingMovement)
    assert [(move.source, move.destination, move.figure.value, move.period.label) for move in moves] == [
        ("reserves", "overspend", Decimal(2_300_000), "2015/16"),
        ("reserves", "overspend", Decimal(1_100_000), "2016/17"),
    ]
    lines = only("Fund the projected overspend: in 2015/16 (£2.3m) and 2016/17 (£1.1m) from reserves.", BudgetLine)
    assert [move.lines for move in moves] == [(line.id,) for line in lines]


def test_a_part_that_is_not_counted_moves_without_an_amount():
    """ "Some of the £4.9m loan" is no £4.9m."""
    (move,) = only("This under spend will start to repay in advance some of the £4.9m loan.", FundingMovement)
    assert isinstance(move.figure, NotStated)
    assert (move.source, move.destination, move.figure.printed) == ("under spend", "loan", "some of the £4.9m")


def test_a_transfer_to_the_base_budget_recurs():
    """Contingency moved into the base comes every year."""
    (move,) = only("Move the £2 million contingency into the base budget in 2014/15 and future years.", FundingMovement)
    assert (move.source, move.destination, move.recurrence) == ("contingency", "the base budget", Recurrence.RECURRING)


def test_words_without_a_number_keep_their_direction():
    """Caseloads that fell and must fall further: one not stated observation, one not stated target."""
    fell, must = records("Caseloads have fallen steadily but need to fall further still.")
    assert (fell.figure.direction, fell.indicator) == (Direction.DOWN, "sw_caseload")
    assert isinstance(must, Target)
    assert must.figure.direction is Direction.DOWN


def test_most_of_a_sum_is_kept_as_not_stated():
    """Beside the sum itself, the part of it that is promised."""
    whole, part = sorted(only("It will achieve most of the £6.3m savings.", BudgetLine), key=lambda line: line.rule)
    assert whole.figure.value == Decimal(6_300_000)
    assert (part.figure.printed, part.basis) == ("most of the £6.3m", Basis.FORECAST)


def test_a_profile_brings_words_of_its_own():
    """What a council calls its money."""
    profile = PaperProfile(id="t.p", title="t", vocabulary={"measure": {"black hole": "gap"}})
    (line,) = records("The black hole is £2m.", profile)
    assert line.measure is Measure.GAP


def test_a_list_is_the_heads_year_where_its_own_is_not_said():
    """A loan or reserve stands at a moment: no year of another sum is handed on to it."""
    lines = only("In 2012-13 the budget was £73m.\nThe loan is £4.9m.", BudgetLine)
    assert [None if line.period is None else line.period.label for line in lines] == ["2012/13", None]


def test_a_sentence_without_end_is_read_too():
    """Thousands of sums in one line: a record each, and no error."""
    lines = only("the overspend of £1.2m and " * 400, BudgetLine)
    assert len(lines) == 400
    assert {line.measure for line in lines} == {Measure.OVERSPEND}


def test_a_word_that_stands_for_nothing_is_a_problem():
    """A profile's word for a measure that there is not: said, and left out."""
    document, facts = document_and_facts("The black hole is £2m.")
    profile = PaperProfile(id="t.p", title="t", vocabulary={"measure": {"black hole": "hole"}})
    outcome = assemble_amounts(document, facts, default_vocabulary(), profile)
    assert [problem.code for problem in outcome.problems] == ["vocabulary.unknown"]
    assert "use one of budget" in outcome.problems[0].message
    assert len(outcome.value) == 1


def test_digits_that_are_no_number_are_a_problem():
    """A sum with too many digits is shown with its place, never shortened."""
    document, facts = document_and_facts("It cost £12345678901234567890 then.")
    outcome = assemble_amounts(document, facts, default_vocabulary(), PROFILE)
    assert not outcome.value
    (problem,) = outcome.problems
    assert (problem.code, problem.citation.quote) == ("figure.unreadable", "£12345678901234567890")
