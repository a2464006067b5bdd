"""Nothing of an unpublished file goes round the place where its small counts are masked (law 9)."""

from __future__ import annotations

import ast
import io
import re
import zipfile

import pytest
import xlsxwriter
from attrs import evolve, frozen

import cstrack
from cstrack.cli.program import main
from cstrack.export.json import json_lines
from cstrack.hooks.contracts import ExportContext
from cstrack.hooks.registry import load_plugins
from cstrack.workflow.exporting import render

#: What the workbook below tells of few people: none of it may be found in anything that is made of it.
SECRETS = (
    r'"value": "(?:3|91\.7)"',
    r"Decimal\('(?:3|91\.7)'\)",
    r"quokkas far away\W{1,40}3(?![0-9])",
    r"wombats in touch\W{1,40}(?:22|91\.7)(?![0-9])",
    r"4 looked after children",
    r"(?<![0-9.])(?:4|four) children",
    r"16\.7 ?%",
)
KINDS = [exporter for exporter in load_plugins().exporters if not exporter.authorities]


@pytest.fixture(scope="module")
def tracker(tmp_path_factory):
    """A workbook with small counts in every place where one can stand."""
    path = tmp_path_factory.mktemp("tracker") / "wirral-2024-06-30.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Scorecard")
    sheet.write_row(0, 0, ["Indicator", "Num", "Den", "Q1 2024/25", "Target", "Comment"])
    sheet.write_row(1, 0, ["Number of quokkas far away", "", "", 3, 8, "4 children, 16.7% of 24, moved"])
    sheet.write_row(2, 0, ["% of wombats in touch", 22, 24, 0.9167, "95%", ""])
    sheet.write(2, 3, 0.917, book.add_format({"num_format": "0.0%"}))
    plan = book.add_worksheet("Plan")
    plan.write_row(0, 0, ["Ref", "Action", "Owner", "Due date", "Status", "Progress"])
    plan.write_row(
        1,
        0,
        [
            1,
            "Visit 4 looked after children far away",
            "Head of Service",
            "30/09/2024",
            "On track",
            "four children seen",
        ],
    )
    plan.write_row(2, 0, [2, "Publish the offer", "Head of Service", "30/04/2024", "Overdue", "16.7% of 24 children"])
    book.close()
    return path


@pytest.fixture(scope="module")
def register(tracker):
    """Its register, as it is without a word on whether it is published."""
    return cstrack.load(tracker, project=False)


def leaks(text):
    """The secrets that a text tells."""
    return [secret for secret in SECRETS if re.search(secret, text, re.IGNORECASE)]


def told(register):
    """Everything that a register holds, as its lines and as Python shows it."""
    return json_lines(register.records, all_kinds=True) + repr((register.papers, register.records, register.problems))


def test_the_workbook_tells_all_of_them_where_it_is_published(tracker, capfd):
    """The tests below could not fail otherwise."""
    main(["text", "--published", str(tracker)])
    text = capfd.readouterr().out
    published = told(cstrack.load(tracker, project=False, published=True))
    assert set(leaks(text + published)) == set(SECRETS)
    assert len(leaks(published)) >= 3


@pytest.mark.parametrize("exporter", KINDS, ids=lambda one: one.id)
def test_no_exporter_can_write_them(register, exporter):
    """What a file of each kind holds; workbooks are looked at unpacked."""
    findings = cstrack.assess(register, as_of="2024-12-31")
    content = render(register, findings, exporter, as_of="2024-12-31").value
    assert content
    assert not leaks(unpacked(content))


def unpacked(content):
    """The text of a file, that of its parts where it is packed."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", errors="replace") for name in parts.namelist())


@frozen
class _Telltale:
    """An exporter of a stranger, who writes down everything that he is handed."""

    id: str = "made.telltale"
    title: str = "everything"
    suffix: str = ".txt"
    authorities: frozenset[str] = frozenset()

    def export(self, register, findings, context: ExportContext) -> bytes:
        """All of it."""
        return f"{told(register)} {findings!r} {context!r}".encode()


def test_no_stranger_is_handed_them(register):
    """An exporter of a plugin sees what our own see."""
    findings = cstrack.assess(register, as_of="2024-12-31")
    assert not leaks(render(register, findings, _Telltale(), as_of="2024-12-31").value.decode())


def test_no_loader_is_handed_them(tracker):
    """A loader of a plugin is given the document as it may be shown."""
    seen = []
    core = load_plugins(())
    table = next(loader for loader in core.loaders if loader.id == "core.table")

    @frozen
    class Spy:
        id: str = "made.spy"
        title: str = "keeps what it sees"
        authorities: frozenset[str] = frozenset()
        refines: str | None = "core.table"

        def recognise(self, document):
            return table.recognise(document)

        def load(self, document, context):
            seen.append(document.text + repr([list(grid.rows) for grid in document.grids]))
            return table.load(document, context)

    cstrack.load(tracker, project=False, plugins=evolve(core, loaders=(*core.loaders, Spy())))
    assert seen
    assert not leaks(seen[0])


@pytest.mark.parametrize(
    "command",
    [
        ["records", "--all-kinds"], ["records", "--all-kinds", "--format", "jsonl"], ["records", "--all-kinds", "--format", "csv"],
        ["report", "--as-of", "2024-12-31"], ["report", "--as-of", "2024-12-31", "--format", "findings-jsonl"], ["explain"], ["text"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_command_prints_them(tracker, capfd, command):
    """On standard output or beside it; and each says that it masked something."""
    main([*command, str(tracker)])
    out, err = capfd.readouterr()
    assert not leaks(out)
    assert not leaks(err)
    assert "are shown as c" in err


def test_no_table_frame_or_store_holds_them(register, tmp_path):
    """What Python gets, and what is kept."""
    cstrack.record(register, into=tmp_path / "plan.cstrack", report_date="2024-06-30")
    stored = (tmp_path / "plan.cstrack").read_bytes().decode("utf-8", errors="replace")
    for made in (cstrack.table(register), repr(cstrack.to_dicts(register)), told(register), stored):
        assert made
        assert not leaks(made)


def test_the_report_says_so(register):
    """Whoever is handed the file alone reads it there."""
    html = next(one for one in KINDS if one.suffix == ".md")
    assert "are shown as c" in render(register, (), html, as_of="2024-12-31").value.decode()


def test_one_function_is_the_way_from_a_reader_to_a_loader(root):
    """`read_with` is called in one function, whose document goes through `as_shown`; the kit for tests of plugins reads its own papers."""
    callers = {}
    for path in sorted((root / "src").rglob("*.py")):
        if "testing" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            called = {
                node.func.id
                for node in ast.walk(function)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            }
            if "read_with" in called:
                callers[path.relative_to(root / "src").as_posix(), function.name] = called
    assert list(callers) == [("cstrack/workflow/trip.py", "read")]
    assert "as_shown" in next(iter(callers.values()))


def test_child_level_files_are_refused_before_anything_is_loaded(tmp_path, capfd):
    """Nothing of them is printed, and the run ends with what needs a person."""
    path = tmp_path / "list.csv"
    path.write_text("Annex A list 1,\nChild ID,Placement\n1007,Zanzibar\n", encoding="utf-8")
    assert main(["records", str(path)]) == 3
    out, err = capfd.readouterr()
    assert "paper.child_level" in err
    assert "Zanzibar" not in out + err
    assert "1007" not in out + err


def test_an_exempt_paper_is_never_published(tmp_path):
    """Whatever is said of it."""
    path = tmp_path / "wirral-2015-03-31.txt"
    path.write_text(
        "NOT FOR PUBLICATION\nExempt under Schedule 12A\n\nReport of the Director\n\n3 children moved in March 2015.\n",
        encoding="utf-8",
    )
    register = cstrack.load(path, project=False, published=True)
    assert not re.search("3 children", repr(register.records))
    assert {"paper.exempt", "paper.masked"} <= {problem.code for problem in register.problems}


def test_a_folder_may_say_that_its_files_are_published(tracker, tmp_path):
    """The settings count more than the kind of file, and the argument more than the settings."""
    settings = tmp_path / "cstrack.toml"
    settings.write_text("[cstrack]\npublished = true\n", encoding="utf-8")
    assert leaks(told(cstrack.load(tracker, project=settings)))
    assert not leaks(told(cstrack.load(tracker, project=settings, published=False)))
    settings.write_text("[cstrack]\nsmall_counts = 2\n", encoding="utf-8")
    assert leaks(told(cstrack.load(tracker, project=settings)))
