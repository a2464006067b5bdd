"""Recognition on council-like text: MB a second of each step, as a ratio to the bare search for pounds and digits.

``python benchmarks/recognition.py [MEGABYTES]``; 20 without a number. The text is sentences in the manner of committee
papers with other figures, dates and services each time, so that no two papers are alike. Prints, too, what one long paper
takes against one of half its length, and the memory after each quarter of the papers.
"""

from __future__ import annotations

import gc
import random
import re
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING

from cstrack.assembly.paper import assemble_paper
from cstrack.facts.facts import Facts
from cstrack.facts.profile import CORE
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.reading.text import read_text
from cstrack.recognition.figures import recognise_figures
from cstrack.recognition.head import recognise_head
from cstrack.recognition.paper import recognise_paper
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.sentences import recognise_sentences
from cstrack.recognition.statements import recognise_statements
from cstrack.sources.source import Source

if TYPE_CHECKING:
    from cstrack.document.document import Document

#: Characters of a paper, about what a report to a committee has.
_PAPER = 30_000

_BARE = re.compile("[£0-9]")

_WORDS = {
    "service": "Early Help|Fostering|Adoption|Home to School Transport|SEND|Youth Offending|Residential Care|Leaving Care|the Virtual School",
    "body": "Cabinet|the Committee|the Corporate Parenting Panel|the Improvement Board|the Schools Forum|full Council",
    "role": "The Director of Children's Services|The Head of Safeguarding|The Lead Member|The Service Manager|The Section 151 Officer",
    "thing": "a sufficiency strategy|a revised workforce plan|an audit programme|the practice model|a new case management system|the pledge",
    "place": "the north of the borough|each locality|all three hubs|the district|the county",
    "month": "January|February|March|April|May|June|July|September|October|November|December",
    "group": "looked-after children|care leavers|children in need|children subject to a child protection plan|foster carers|social workers",
    "verb": "reduce|increase|review|publish|re-commission|implement|complete|extend",
}

_COUNTED = """{role} reported that the number of {group} had risen from {n} in {month} {y} to {n} at 31 {month} {y}, against a target of {n}.
The forecast outturn for {service} is an overspend of £{d}m ({p}%) against a budget of £{n}.{q}m, an improvement of £{n}k since {month}.
{p}% of {group} had an up-to-date plan at the end of quarter {q} {fy}, compared with {p}% a year earlier and {p}% nationally.
Savings of £{n},{k} were agreed for {fy}, of which £{n}k has been delivered and the rest is at risk.
There were {n} contacts in the period, of which {n} led to a referral and {q} in ten had been seen before.
Agency staff made up {p} per cent of the workforce, down from {p} per cent, and caseloads averaged {q}{q} children for each worker.
The rate of {group} was {n} per 10,000 in {fy}; statistical neighbours averaged {n}.{q}.
The grant of £{d}m ends in {fy}, and £{n},{k} will be drawn from reserves in each of the following two years.
""".splitlines()

_PROMISED = """{body} will {verb} {thing} by {month} {y}, subject to the agreement of {body}.
Work is under way across {place} to {verb} {thing}, and an update will be brought back to {body} in the autumn.
{role} has completed {thing}, which was approved by {body} on {q} {month} {y}.
Ofsted inspected the authority in {month} {y} and judged the overall effectiveness of children's services to be requires improvement.
The service plans to {verb} its offer to {group} and has begun to recruit.
A new panel is being set up to oversee {service}.
{role} is to bring {thing} to the meeting in {month}.
The pilot was extended to {place} after schools asked for it.
""".splitlines()

_TOLD = """Members asked how the service had worked with partners, and were told that relationships with schools and health remained positive.
The report set out the background to the changes, the consultation that had taken place and the views that families had expressed.
In discussion it was noted that the pressures described were common to most authorities in the region and showed little sign of easing.
The Council is committed to giving every child the best start in life and to supporting families at the earliest point.
No additional staffing implications arise directly from this report, although managers would keep the position under review.
Further work was needed to understand why young people in {place} were waiting longer than others for an assessment.
Feedback from {group} was encouraging.
The Chair thanked officers for their attendance.
Questions were raised about the quality of supervision and about the support available to newly qualified staff.
Equality impacts had been considered at each stage and were summarised in the appendix.
Legal advice had been sought, and the duties of the authority were described in the body of the report.
There was a shared view that the culture of the service mattered as much as its structures.
Partners in health, the police and the voluntary sector spoke of closer working in {place}.
The approach rests on relationships, and practice leaders model it in their own work.
It was explained that demand for {service} remained difficult to predict.
""".splitlines()

#: How many sentences in ten are of each kind, about as in real papers: three or four figures in a thousand characters.
_MIXED = ((_COUNTED, 2), (_PROMISED, 3), (_TOLD, 5))
_SENTENCES = [sentence for sentences, often in _MIXED for sentence in sentences * (often * 120 // len(sentences))]

_ENDS = """RESOLVED: That
(1) the report be noted;
(2) {body} be recommended to approve {thing}; and
(3) {role} report back to {body} in {month} {y} on progress with {service}.
""".splitlines()


def paper(random_numbers: random.Random, length: int = _PAPER) -> str:
    """One paper: head matter, numbered clauses under headings, what was resolved."""
    title = f"REPORT TO CABINET\n\n{random_numbers.randint(1, 28)} {_slot(random_numbers, 'month')} {random_numbers.randint(2012, 2025)}"
    lines = [title, "SUBJECT: CHILDREN'S SERVICES PERFORMANCE AND BUDGET", ""]
    written, section, clause = 0, 1, 0
    while written < length:
        clause += 1
        if clause > 7:
            lines += [*(_filled(random_numbers, line) for line in _ENDS), ""] if section % 5 == 0 else []
            section, clause = section + 1, 1
            lines += [f"{section}. {_slot(random_numbers, 'service').upper()}", ""]
        chosen = random_numbers.sample(_SENTENCES, random_numbers.randint(1, 5))
        said = " ".join(_filled(random_numbers, sentence) for sentence in chosen)
        lines += [f"{section}.{clause} {said}", ""]
        written += len(said) + 8
    return "\n".join(lines)


def _slot(random_numbers: random.Random, name: str) -> str:
    return random_numbers.choice(_WORDS[name].split("|"))


def _filled(random_numbers: random.Random, sentence: str) -> str:
    def chosen(found: re.Match[str]) -> str:
        name, year = found[1], random_numbers.randint(2012, 2025)
        numbers = {
            "n": str(random_numbers.randint(11, 979)),
            "k": f"{random_numbers.randint(0, 999):03}",
            "d": f"{random_numbers.randint(1, 20)}.{random_numbers.randint(1, 9)}",
            "p": str(random_numbers.randint(3, 98)),
            "q": str(random_numbers.randint(1, 4)),
            "y": str(year),
            "fy": f"{year}/{(year + 1) % 100:02}",
        }
        return numbers.get(name) or _slot(random_numbers, name)

    return re.sub(r"\{([a-z]+)\}", chosen, sentence)


def documents(papers: list[str]) -> list[Document]:
    """The papers as read; reading is measured elsewhere."""
    sources = [Source(name=f"paper-{at}.txt", sha256=f"sha256:{at:064x}") for at in range(len(papers))]
    read = [read_text(source, text.encode()) for source, text in zip(sources, papers, strict=True)]
    return [one.value for one in read if one.value is not None]


def steps(read: list[Document]) -> dict[str, float]:
    """Seconds of each step over all papers."""
    words = default_vocabulary()
    taken = dict.fromkeys(("head", "sentences", "dates and periods", "figures", "statements", "records of them"), 0.0)

    def timed(name: str, start: float) -> None:
        taken[name] += time.process_time() - start

    for document in read:
        start = time.process_time()
        head = recognise_head(document, CORE)
        timed("head", start)
        start = time.process_time()
        sentences = recognise_sentences(document)
        timed("sentences", start)
        start = time.process_time()
        periods = recognise_periods(document, head.date)
        timed("dates and periods", start)
        start = time.process_time()
        figures, others = recognise_figures(document, sentences, periods, words)
        timed("figures", start)
        start = time.process_time()
        statements = recognise_statements(document, head, sentences, periods, words, CORE)
        timed("statements", start)
        start = time.process_time()
        facts = Facts(
            head=head, sentences=sentences, figures=figures, periods=periods, others=others, statements=statements
        )
        assemble_paper(document, facts, words)
        timed("records of them", start)
    return taken


def bare(papers: list[str]) -> float:
    """Seconds of the bare search, the best of three."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        for text in papers:
            for _found in _BARE.finditer(text):
                pass
        taken.append(time.process_time() - start)
    return min(taken)


def print_steps(papers: list[str]) -> None:
    """A line a step: MB a second, and how many times slower than the bare search."""
    size = sum(map(len, papers)) / 1e6
    scan, taken = bare(papers), steps(documents(papers))
    recognised = sum(seconds for name, seconds in taken.items() if name != "records of them")
    rows = {**taken, "recognition, all": recognised, "records, all": sum(taken.values())}
    print(f"{size:.1f} MB in {len(papers)} papers; bare search {size / scan:.0f} MB/s")
    print(f"{'step':20} {'MB/s':>8} {'bare search / step':>20}")
    for name, seconds in rows.items():
        print(f"{name:20} {size / seconds:8.2f} {'1/' + format(seconds / scan, '.0f'):>20}")


def print_growth(random_numbers: random.Random) -> None:
    """What twice the text takes, in one paper."""
    half, whole = (paper(random_numbers, length) for length in (250_000, 500_000))
    first, second = (sum(steps(documents([text])).values()) for text in (half, whole))
    print(
        f"one paper of {len(half) / 1e6:.2f} MB {first:.2f} s, of {len(whole) / 1e6:.2f} MB {second:.2f} s: {second / first:.2f} times"
    )


def print_memory(papers: list[str]) -> None:
    """Memory held after each quarter of some papers, the records let go."""
    tracemalloc.start()
    words, quarter, held = default_vocabulary(), max(1, len(papers) // 4), []
    for at in range(0, 4 * quarter, quarter):
        for document in documents(papers[at : at + quarter]):
            assemble_paper(document, recognise_paper(document, words), words)
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0] / 1e6)
    tracemalloc.stop()
    print("MB held after each quarter: " + ", ".join(f"{megabytes:.1f}" for megabytes in held))


def main(arguments: list[str]) -> None:
    """Make the papers and print what they take."""
    megabytes = float(arguments[0]) if arguments else 20.0
    random_numbers = random.Random(2015)  # noqa: S311  # the same papers each time
    papers = [paper(random_numbers) for _ in range(max(4, int(megabytes * 1e6 / _PAPER)))]
    print_steps(papers)
    print_growth(random_numbers)
    print_memory(papers[:40])


if __name__ == "__main__":
    main(sys.argv[1:])
