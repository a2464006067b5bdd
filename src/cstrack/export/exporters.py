"""The exporters of the core, in the order they are listed."""

from __future__ import annotations

from cstrack.export.csv import CsvExporter
from cstrack.export.html import HtmlExporter
from cstrack.export.json import JsonExporter, LinesExporter
from cstrack.export.markdown import MarkdownExporter
from cstrack.export.text import TextExporter
from cstrack.export.xlsx import XlsxExporter

#: Every exporter of the core; each serves any authority and has a suffix of its own.
EXPORTERS = (
    HtmlExporter(),
    MarkdownExporter(),
    TextExporter(),
    JsonExporter(),
    LinesExporter(),
    CsvExporter(),
    XlsxExporter(),
)
