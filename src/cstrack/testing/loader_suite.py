"""The contract of loaders, as a class of tests that a plugin inherits."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from cstrack.hooks.calls import load_with
from cstrack.hooks.contained import Caught, attempt
from cstrack.hooks.contracts import LoadContext
from cstrack.hooks.discovery import discover
from cstrack.hooks.plugins import plugin_of
from cstrack.hooks.registry import load_plugins
from cstrack.hooks.resolver import choose_loader
from cstrack.hooks.telling import canonical, told
from cstrack.testing.examples import load_paper, papers, read_paper
from cstrack.testing.golden import compare, golden_of, stale
from cstrack.testing.hostile import documents
from cstrack.testing.leaving_out import unless_left_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cstrack.document.document import Document
    from cstrack.hooks.contracts import Loader
    from cstrack.hooks.discovery import Offer
    from cstrack.hooks.plugins import Plugins
    from cstrack.sources.citation import Citation

#: What no plugin may import when it is loaded: a run for one council waits for it.
HEAVY = (
    *("pint", "tabulate", "click", "jinja2", "pandas", "numpy", "polars", "openpyxl", "xlsxwriter", "lxml", "docx"),
    *("pypdf", "pypdfium2", "pdfplumber", "requests", "httpx", "sqlite3"),
)


class LoaderContract:
    """What every loader of a plugin promises. Inherit it in a class whose name begins with ``Test``.

    Attributes:
        plugin: the plugin's name.
        examples: folder of its example papers, with their golden files.
        leave_out: tests that cannot hold for it, with the reason.
    """

    plugin: ClassVar[str]
    examples: ClassVar[Path]
    leave_out: ClassVar[Mapping[str, str]] = {}

    def test_the_plugin_loads(self) -> None:
        """Strictly: whatever is wrong with it is raised, not listed."""
        unless_left_out(self.leave_out, "test_the_plugin_loads")
        assert any(self._loaders(load_plugins(only=(self.plugin,), strict=True))), f"{self.plugin} brings no loader"

    def test_the_metadata_claims_whom_the_loaders_serve(self) -> None:
        """A plugin is imported for the authorities that its entry points claim, and its loaders have to serve those."""
        unless_left_out(self.leave_out, "test_the_metadata_claims_whom_the_loaders_serve")
        served = {code for loader in self._loaders(load_plugins(only=(self.plugin,))) for code in loader.authorities}
        claimed = set(self._offer().authorities)
        assert claimed == served, f"the entry points claim {sorted(claimed)}, and the loaders serve {sorted(served)}"

    def test_import_is_light(self) -> None:
        """Nothing heavy is imported before it is used."""
        unless_left_out(self.leave_out, "test_import_is_light")
        module = self._offer().entry.module
        script = f"import sys, {module}; print(*sorted({set(HEAVY)!r} & set(sys.modules)))"
        outcome = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # our own interpreter
        assert outcome.returncode == 0, outcome.stderr
        assert not outcome.stdout.split(), (
            f"importing {module} also imports {outcome.stdout.strip()}: import it where it is used"
        )

    def test_there_are_examples(self) -> None:
        """A plugin without papers promises nothing."""
        unless_left_out(self.leave_out, "test_there_are_examples")
        assert papers(self.examples), f"no paper stands in {self.examples}"

    def test_examples_reach_a_loader_of_the_plugin(self) -> None:
        """Through the real choice, with everything else that is installed."""
        unless_left_out(self.leave_out, "test_examples_reach_a_loader_of_the_plugin")
        plugins = load_plugins()
        for path, document in self._documents(plugins):
            choice = choose_loader(document, plugins)
            told_why = "; ".join(problem.message for problem in choice.problems) or choice.step.value
            chosen = choice.loader.id if choice.loader else "nobody"
            assert plugin_of(chosen) == self.plugin, f"{path.name} is read by {chosen}: {told_why}"

    def test_what_is_read_equals_the_golden_files(self, update_golden: bool) -> None:
        """Every record, every problem and the account of every sentence."""
        unless_left_out(self.leave_out, "test_what_is_read_equals_the_golden_files")
        plugins = load_plugins(only=(self.plugin,))
        for path, document in self._documents(plugins):
            compare(golden_of(path), canonical(told(load_paper(document, plugins))), update=update_golden)

    def test_no_golden_file_is_stale(self) -> None:
        """Each has its paper."""
        unless_left_out(self.leave_out, "test_no_golden_file_is_stale")
        assert not stale(self.examples), f"no paper stands beside {', '.join(stale(self.examples))}: delete it"

    def test_hostile_documents_are_declined(self) -> None:
        """What is no paper of the council is nobody's to claim, and no text makes a recogniser fail."""
        unless_left_out(self.leave_out, "test_hostile_documents_are_declined")
        for loader in self._loaders(load_plugins(only=(self.plugin,))):
            for name, document in documents().items():
                match = attempt(partial(loader.recognise, document))
                assert not isinstance(match, Caught), f"{loader.id} on {name}: {match.traceback}"
                assert match is None, f"{loader.id} claims {name}: {match}"

    def test_loading_twice_gives_the_same(self) -> None:
        """No state is kept between papers."""
        unless_left_out(self.leave_out, "test_loading_twice_gives_the_same")
        plugins = load_plugins(only=(self.plugin,))
        for path, document in self._documents(plugins):
            assert load_paper(document, plugins) == load_paper(document, plugins), f"{path.name} is read in two ways"

    def test_every_record_cites_words_that_stand_in_the_document(self) -> None:
        """The span law, for each citation and what it was derived from; and ids name one record each."""
        unless_left_out(self.leave_out, "test_every_record_cites_words_that_stand_in_the_document")
        plugins = load_plugins(only=(self.plugin,))
        for _, document in self._documents(plugins):
            records = load_paper(document, plugins).records
            assert len({record.id for record in records}) == len(records), "two records have one id"
            for record in records:
                assert record.citations, f"{record.id} cites nothing"
                for citation in _every(record.citations):
                    span = citation.span
                    assert span is None or document.text_at(span) == citation.quote, f"{record.id} cites other words"
                    assert span is not None or citation.cell, f"{record.id} cites no place"

    def test_a_load_that_was_told_the_authority_keeps_it(self) -> None:
        """What the caller says about a paper counts more than what the page says."""
        unless_left_out(self.leave_out, "test_a_load_that_was_told_the_authority_keeps_it")
        plugins = load_plugins(only=(self.plugin,))
        for loader in self._loaders(plugins):
            for code in sorted(loader.authorities):
                for _, document in self._documents(plugins):
                    context = LoadContext(authority=code, authority_basis="argument", vocabulary=plugins.vocabulary)
                    outcome = load_with(loader, document, context)
                    assert outcome.value is not None, [problem.message for problem in outcome.problems]
                    assert {record.authority for record in outcome.value.records} <= {code}

    def _offer(self) -> Offer:
        found = next((offer for offer in discover() if offer.name == self.plugin), None)
        assert found is not None, f"no plugin {self.plugin} is installed: python -m pip install -e FOLDER"
        return found

    def _loaders(self, plugins: Plugins) -> Iterator[Loader]:
        return (loader for loader in plugins.loaders if plugin_of(loader.id) == self.plugin)

    def _documents(self, plugins: Plugins) -> Iterator[tuple[Path, Document]]:
        return ((path, read_paper(path, plugins)) for path in papers(self.examples))


def _every(citations: tuple[Citation, ...]) -> Iterator[Citation]:
    for citation in citations:
        yield citation
        yield from _every(citation.derived_from)
