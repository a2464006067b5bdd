"""Numbers in the cells of a table."""

from __future__ import annotations

from hashlib import sha256

from cstrack.assembly.amounts import assemble_amounts
from cstrack.codec.lines import line
from cstrack.facts.facts import Facts, Head
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.reading.text import read_text
from cstrack.recognition.figures import recognise_figures
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.sentences import recognise_sentences
from cstrack.testing import make

title = "Tables"

PAPER = """Children's Services budget monitoring, Month 6 2019/20

| Service | Budget £'000 | Forecast £'000 | Variance £'000 | % |
|---|---|---|---|---|
| Placements | 39,971 | 40,883 | 912 | 2.3% |
| Transport | 4,470 | 3,829 | (641) | -14.3% |

| Indicator | Q1 2019/20 | Target |
|---|---|---|
| Re-referrals | 24% | 20% |
| Children in care | 640 | |
"""


def records_of(text):
    """The lines of a paper read as the text reader reads it."""
    content = text.encode()
    document = read_text(make.source(text=text), content).value
    assert document is not None
    assert document.source.sha256.endswith(sha256(content).hexdigest())
    sentences, periods = recognise_sentences(document), recognise_periods(document, None)
    figures, others = recognise_figures(document, sentences, periods, default_vocabulary())
    facts = Facts(head=Head(), sentences=sentences, figures=figures, periods=periods, others=others)
    return [line(record) for record in assemble_amounts(document, facts, default_vocabulary()).value or ()]


def test_the_scale_of_the_head_is_carried_to_the_cells():
    """£'000 above 652 is £652,000; a bracketed variance is an underspend, printed without its sign."""
    money = [each for each in records_of(PAPER) if each["kind"] == "budget"]
    assert [(each["label"], each["value"], each["measure"]) for each in money] == [
        ("Placements", "39971000", "budget"),
        ("Placements", "40883000", "spend"),
        ("Placements", "912000", "overspend"),
        ("Transport", "4470000", "budget"),
        ("Transport", "3829000", "spend"),
        ("Transport", "641000", "underspend"),
    ]
    assert {each["period"] for each in money} == {"2019-04-01/2020-03-31"}
    assert all("unit" in each["inferred"] for each in money)


def test_a_column_has_its_period_and_a_target_its_head():
    """The head of the column is read as part of the sentence, the label of the row as what is counted."""
    others = [each for each in records_of(PAPER) if each["kind"] != "budget" and "%" not in str(each["sentence"])[:9]]
    told = [(each["kind"], each["value"], each["label"], each["period"]) for each in others if each["unit"] != "day"]
    assert ("observation", "24", "Re-referrals within 12 months", "2019-04-01/2019-06-30") in told
    assert ("observation", "640", "Children looked after", "2019-04-01/2019-06-30") in told
    assert [each[:3] for each in told if each[0] == "target"] == [("target", "20", "Re-referrals within 12 months")]


def test_a_cell_is_cited_with_its_row():
    """The quotation is the cell; the sentence is label, head and cell."""
    cell = next(each for each in records_of(PAPER) if each["value"] == "912000")
    assert (cell["quote"], cell["sentence"]) == ("912", "Placements: Variance £'000: 912")
