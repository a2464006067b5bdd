"""A report as one self-contained page: it works offline, prints, and every number opens the words it was read from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, final

from attrs import frozen

from cstrack.errors import MissingExtra
from cstrack.export import words
from cstrack.export.clean import printable
from cstrack.export.compose import compose
from cstrack.export.report import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.export.compose import Occasion
    from cstrack.export.report import Report, Table
    from cstrack.model.finding import Finding
    from cstrack.model.register import Register

_TEMPLATES = "templates"


@final
@frozen
class HtmlExporter:
    """Writes the report as a page for a browser."""

    id: str = "core.html"
    title: str = "the report as a web page, in one file"
    suffix: str = ".html"
    authorities: frozenset[str] = frozenset()

    def export(self, register: Register, findings: Sequence[Finding], context: Occasion) -> bytes:
        """The page in UTF-8.

        Raises:
            MissingExtra: jinja2 is not installed.
        """
        return render(compose(register, findings, context)).encode("utf-8")


def render(report: Report) -> str:
    """The report as HTML.

    Everything that comes from a document is escaped by jinja2 and has its control characters replaced; the page has no script,
    and its security policy allows none.

    Raises:
        MissingExtra: jinja2 is not installed.
    """
    numbers = {citation: number for number, citation in enumerate(report.citations, 1)}
    style = files("cstrack.export").joinpath(_TEMPLATES, "report.css").read_text("utf-8")
    page = _environment().get_template("report.html.j2")
    return str(page.render(report=report, numbers=numbers, style=style, words=words, narrow=_narrow))


@cache
def _environment() -> Any:
    try:
        from jinja2 import Environment, FunctionLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtra("report", "writing a web page") from error

    def source(name: str) -> str:
        return files("cstrack.export").joinpath(_TEMPLATES, name).read_text("utf-8")

    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalised,
    )
    environment.filters["numeric"] = lambda column: column.kind in {ColumnKind.NUMBER, ColumnKind.POUNDS}
    return environment


def _finalised(value: object) -> object:
    """Every text that is printed, cleaned; what is markup already is the template's own."""
    return printable(value) if type(value) is str else value


def _narrow(table: Table) -> bool:
    """Whether a table has rows short enough to be read without scrolling."""
    return len(table.columns) <= 3
