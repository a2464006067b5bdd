"""The contract of exporters, as a class of tests that a plugin inherits."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING, ClassVar

from attrs import evolve

from cstrack.errors import OtherAuthority
from cstrack.hooks.calls import check_with, export_with
from cstrack.hooks.contained import Caught, attempt
from cstrack.hooks.contracts import ExportContext
from cstrack.hooks.discovery import CORE
from cstrack.hooks.plugins import plugin_of
from cstrack.hooks.registry import load_plugins
from cstrack.model.register import Register
from cstrack.testing.examples import register_of
from cstrack.testing.golden import compare
from cstrack.testing.hostile import poisoned, poisoned_finding
from cstrack.testing.leaving_out import unless_left_out
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from cstrack.hooks.contracts import Exporter
    from cstrack.hooks.plugins import Plugins
    from cstrack.model.finding import Finding

#: With what a spreadsheet takes a cell for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")

_NUMBER = pattern("testing.exporter_suite.number", r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_TAG = pattern("testing.exporter_suite.tag", r"(?<!\\)<(?:script|img)|(?<!\\)\]\(javascript:")

#: Attributes that a browser would fetch or run.
_ACTIVE = ("href", "src", "action", "formaction", "xlink:href")


class ExporterContract:
    """What every exporter promises. Inherit it in a class whose name begins with ``Test``.

    Attributes:
        exporter: the exporter's id.
        examples: folder of papers to export.
        as_of: the day the report speaks for.
        leave_out: tests that cannot hold for it, with the reason.
    """

    exporter: ClassVar[str]
    examples: ClassVar[Path]
    as_of: ClassVar[date] = date(2015, 3, 31)
    leave_out: ClassVar[Mapping[str, str]] = {}

    def test_the_same_bytes_each_time(self) -> None:
        """Same register, same day, same version: the same file."""
        unless_left_out(self.leave_out, "test_the_same_bytes_each_time")
        plugins = self._plugins()
        register, findings = self._assessed(plugins)
        assert self._export(plugins, register, findings) == self._export(plugins, register, findings)

    def test_what_is_written_equals_the_golden_file(self, update_golden: bool) -> None:
        """``<id>.golden<suffix>`` stands in the folder of examples."""
        unless_left_out(self.leave_out, "test_what_is_written_equals_the_golden_file")
        plugins = self._plugins()
        written = self._export(plugins, *self._assessed(plugins))
        expected = self.examples / f"{self.exporter}.golden{self._found(plugins).suffix}"
        compare(expected, written, update=update_golden)

    def test_another_authoritys_register_is_refused(self) -> None:
        """In one clear line, whoever calls it; so is a register of papers of nobody known."""
        unless_left_out(self.leave_out, "test_another_authoritys_register_is_refused")
        plugins = self._plugins()
        exporter = self._found(plugins)
        if not exporter.authorities:
            return
        register, _ = self._assessed(plugins)
        for stranger in ("E09000001", None):
            mixed = evolve(register, papers=(*register.papers, evolve(register.papers[0], authority=stranger)))
            refusal = attempt(partial(export_with, exporter, mixed, (), ExportContext()))
            assert isinstance(refusal, Caught), f"a register that holds a paper of {stranger} is exported"
            assert refusal.message.startswith(OtherAuthority.__name__), refusal.message

    def test_an_empty_register_works(self) -> None:
        """Nothing to tell is told, not failed."""
        unless_left_out(self.leave_out, "test_an_empty_register_works")
        assert self._export(self._plugins(), Register(), ())

    def test_nothing_out_of_a_paper_is_obeyed(self) -> None:
        """No formula, no tag, no script, no terminal command: whatever a paper prints is shown as words."""
        unless_left_out(self.leave_out, "test_nothing_out_of_a_paper_is_obeyed")
        plugins = self._plugins()
        register, findings = self._assessed(plugins)
        hostile = tuple(poisoned_finding(finding) for finding in findings)
        written = self._export(plugins, poisoned(register), hostile)
        complaint = obeyed(written, self._found(plugins).suffix)
        assert complaint is None, complaint

    def _plugins(self) -> Plugins:
        """The core and the exporter's plugin: what else is installed changes no golden file."""
        name = plugin_of(self.exporter)
        return load_plugins(no_plugins=True) if name == CORE else load_plugins(only=(name,))

    def _found(self, plugins: Plugins) -> Exporter:
        return plugins.exporter(self.exporter)

    def _assessed(self, plugins: Plugins) -> tuple[Register, tuple[Finding, ...]]:
        register = register_of(self.examples, plugins)
        outcomes = [check_with(check, register, None, self.as_of) for check in plugins.checks]
        return register, tuple(finding for outcome in outcomes for finding in outcome.value or ())

    def _export(self, plugins: Plugins, register: Register, findings: Sequence[Finding]) -> bytes:
        context = ExportContext(as_of=self.as_of, title="What the papers say", version="golden")
        outcome = export_with(self._found(plugins), register, findings, context)
        assert outcome.value is not None, "; ".join(problem.message for problem in outcome.problems)
        return outcome.value


def obeyed(written: bytes, suffix: str) -> str | None:
    """What a program would obey in a file that holds the words of :data:`cstrack.testing.hostile.WORDS`; None where nothing.

    Args:
        written: the file.
        suffix: with its stop; of formats other than CSV, HTML, Markdown and JSON nothing is known here.
    """
    if suffix == ".csv":
        return _formula(written)
    if suffix in {".html", ".htm"}:
        page = _Page()
        page.feed(written.decode("utf-8"))
        return page.complaint
    if suffix == ".md":
        found = _TAG.search(written.decode("utf-8"))
        return f"markup stands unescaped: {found.group()}" if found else None
    if suffix == ".json":
        json.loads(written)
    return None


def _formula(written: bytes) -> str | None:
    for row in csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")):
        for cell in row:
            if cell.startswith(FORMULA) and not _NUMBER.fullmatch(cell):
                return f"a spreadsheet takes this cell for a formula: {cell[:60]!r}"
            if "\x1b" in cell:
                return "a terminal command stands in a cell"
    return None


class _Page(HTMLParser):
    """Looks for what a browser would run in a page."""

    complaint: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on") or (name in _ACTIVE and "javascript:" in (value or "")):
                self.complaint = f"<{tag} {name}={value!r}> runs what a paper says"
        if tag == "img" and ("src", "x") in attrs:
            self.complaint = "an image out of a paper"

    def handle_data(self, words: str) -> None:
        if self.cdata_elem == "script" and "alert(1)" in words:
            self.complaint = "a script out of a paper"
