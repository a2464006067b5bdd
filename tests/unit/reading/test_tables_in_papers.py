"""The same tables inside papers of plain text, Markdown, HTML and PDF give the same records."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

import cstrack
from cstrack.codec.lines import line

HERE = Path(__file__).parent

#: What tells where a record was read, and not what it says.
PLACE = frozenset({
    "id", "document", "source", "start", "end", "cell", "page", "box", "section", "quote", "sentence", "subject",
})  # fmt: skip

#: Each table: what stands above it, its widths in a PDF, and its rows.
TABLES = (
    (
        ("3. Savings", "Table 1: savings agreed by workstream, cumulative (£m)"),
        (180, 70, 70, 70),
        (
            ("Workstream", "2023/24", "2024/25", "2025/26"),
            ("Edge of care", "0.8", "2.1", "3.4"),
            ("Own homes for children", "0.0", "0.9", "2.2"),
            ("Total", "0.8", "3.0", "5.6"),
        ),
    ),
    (
        ("4. Revenue at Month 5 of 2023/24", "All figures £000; overspends are positive and underspends in brackets."),
        (180, 80, 80, 80),
        (
            ("Service", "Budget", "Forecast", "Variance"),
            ("Placements", "24,610", "29,385", "4,775"),
            ("Early help", "9,330", "8,720", "(610)"),
            ("Total", "33,940", "38,105", "4,165"),
        ),
    ),
    (
        ("5. Scorecard", "The table shows what came to the front door."),
        (170, 60, 60, 60, 80),
        (
            ("", "Mar 2022", "Sept 2022", "Mar 2023", "Stat neighbours"),
            ("Contacts in the period", "5,216", "5,384", "5,903", "n/a"),
            ("Re-referrals (%)", "15.1", "14.6", "13.8", "16.0"),
            ("Children in care per 10,000", "71", "72", "74", "68"),
        ),
    ),
    (
        ("6. Action plan", "Progress is reported to the Board."),
        (40, 200, 110, 80, 80),
        (
            ("Ref", "Action", "Lead", "By when", "Status"),
            ("6.1", "Recruit two team managers", "Head of Service", "June 2024", "In progress"),
            ("6.2", "Publish the sufficiency strategy", "Director", "30/09/2023", "Completed"),
        ),
    ),
)
TITLE = ("Report to the Children's Scrutiny Panel", "14 November 2023", "The Panel is asked to note the report.")


def as_text(*, tabs=False):
    """The paper with its tables in line by blanks, numbers at the right; or with tabs."""
    parts = ["\n\n".join(TITLE)]
    for above, _, rows in TABLES:
        wide = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        numbered = [rows[1][at][:1].isdigit() and "." not in rows[1][0] and at > 0 for at in range(len(wide))]
        typed = [
            "\t".join(row)
            if tabs
            else "   ".join(
                cell.rjust(width) if right else cell.ljust(width)
                for cell, width, right in zip(row, wide, numbered, strict=True)
            ).rstrip()
            for row in rows
        ]
        parts += [*above, "\n".join(typed)]
    return "\n\n".join(parts) + "\n\nThe report ends here.\n"


def as_markdown():
    """The paper with tables of pipes."""
    parts = [f"# {TITLE[0]}", *TITLE[1:]]
    for above, _, rows in TABLES:
        head, *body = (f"| {' | '.join(row)} |" for row in rows)
        parts += [f"## {above[0]}", above[1], "\n".join([head, "|" + "---|" * len(rows[0]), *body])]
    return "\n\n".join([*parts, "The report ends here."]) + "\n"


def as_html():
    """The paper as a page."""
    parts = [f"<h1>{TITLE[0]}</h1>", *(f"<p>{words}</p>" for words in TITLE[1:])]
    for above, _, rows in TABLES:
        head, *body = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        heads = head.replace("td>", "th>")
        drawn = "".join(f"<tr>{row}</tr>" for row in [heads, *body])
        parts += [f"<h2>{above[0]}</h2>", f"<p>{above[1]}</p>", f"<table>{drawn}</table>"]
    body = "\n".join([*parts, "<p>The report ends here.</p>"])
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title></head><body>{body}</body></html>"


def as_pdf():
    """The paper printed, a page a table, with lines around its cells."""
    spec = importlib.util.spec_from_file_location("as_pdf", HERE / "as_pdf.py")
    kit = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kit)
    pages = [kit.lines(50, 780, *TITLE, leading=30)]
    for above, widths, rows in TABLES:
        drawn = kit.words(50, 780, above[0], size=14, bold=True) + kit.words(50, 750, above[1])
        pages.append(drawn + kit.framed(50, 720, widths, rows))
    return kit.pdf(*pages)


def records(path):
    """What the records of tables in a file say, wherever they stand in it."""
    found = cstrack.load(path, authority="E08000015", isolation="none", project=False, no_plugins=True).records
    told = [line(record) for record in found if record.citation.cell is not None]
    return [{key: value for key, value in each.items() if key not in PLACE} for each in told]


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """What the paper in Markdown says."""
    path = tmp_path_factory.mktemp("papers") / "paper.md"
    path.write_text(as_markdown(), encoding="utf-8")
    return records(path)


def test_the_paper_is_read_whole(expected):
    """Nine savings and nine sums of the budget, eleven values, two actions; years, measures and days as printed."""
    kinds = [each["kind"] for each in expected]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"budget": 18, "observation": 12, "action": 2}
    savings = [each for each in expected if each["measure"] == "saving"]
    assert [each["value"] for each in savings] == [
        "800000",
        "2100000",
        "3400000",
        "0",
        "900000",
        "2200000",
        "800000",
        "3000000",
        "5600000",
    ]
    assert {each["basis"] for each in savings} == {"agreed"}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("blanks.txt", as_text),
        ("tabs.txt", lambda: as_text(tabs=True)),
        ("page.html", as_html),
        ("print.pdf", as_pdf),
    ],
)
def test_other_formats_say_the_same(tmp_path, expected, name, made):
    """Only where a record stands differs."""
    content = made()
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert records(path) == expected
