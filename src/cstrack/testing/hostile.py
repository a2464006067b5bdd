"""Documents and words that somebody might put before a plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from cstrack.document.block import Block, BlockKind
from cstrack.document.document import Document
from cstrack.model.register import Register
from cstrack.sources.citation import Citation
from cstrack.sources.source import Source
from cstrack.sources.span import Span
from cstrack.values.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.model.finding import Finding

A = TypeVar("A")

#: Texts that are no paper, by what is wrong with them.
TEXTS: Mapping[str, str] = {
    "empty": "",
    "one mark": "\ufeff",
    "blanks": " \n\t\n" * 50,
    "NUL": "\x00" * 2_000,
    "half of a ZIP file": "PK\x03\x04" + "\x14\x00\x06" * 400,
    "an error page": "<html><head><title>404</title></head><body><h1>Not Found</h1></body></html>",
    "a quotation without an end": '"' + "a,b\n" * 500,
    "one long line": "£1.2m by 31 March 2015, " * 4_000,
    "brackets": "(" * 20_000,
    "half a character": "\ud800 children \udfff",
    "another script": "١٢٣ ٤٥٦ 漢字 " * 300,
}

#: Words that a spreadsheet, a browser or a terminal would obey.
WORDS = (
    '=HYPERLINK("http://example.invalid","x")<script>alert(1)</script>'
    "<img src=x onerror=alert(1)>[x](javascript:alert(1))\x1b[31m|`\ud800"
)

#: Fields of a record that are no words of a paper.
_OURS = {
    "id",
    "subject",
    "authority",
    "rule",
    "ref",
    "sha256",
    "media_type",
    "reader",
    "code",
    "unit",
    "loader",
    "indicator",
    "objective",
    "plan",
}


def documents() -> Mapping[str, Document]:
    """A document of each hostile text: one paragraph, as a reader would make it."""
    return {name: _document(name, text) for name, text in TEXTS.items()}


def poisoned(register: Register) -> Register:
    """The register with every word that came out of a paper replaced by :data:`WORDS`."""
    return Register(
        papers=tuple(_poisoned(paper) for paper in register.papers),
        records=tuple(_poisoned(record) for record in register.records),
        problems=register.problems,
    )


def poisoned_finding(finding: Finding) -> Finding:
    """A point to check with its words replaced by :data:`WORDS`."""
    return _poisoned(finding)


def _document(name: str, text: str) -> Document:
    source = Source(name=f"{name}.txt", sha256=f"sha256:{name}", reader="made 1")
    blocks = (Block(kind=BlockKind.PARAGRAPH, pieces=(Span(0, len(text)),)),) if text.strip() else ()
    return Document(source=source, text=text, blocks=blocks)


def _poisoned(whole: A) -> A:
    changed: dict[str, Any] = {}
    for field in attrs.fields(type(whole)):  # type: ignore[arg-type]  # records and their parts are attrs classes
        if field.name not in _OURS:
            value = getattr(whole, field.name)
            poison = _poison(value)
            if poison is not value:
                changed[field.name] = poison
    return attrs.evolve(whole, **changed)  # type: ignore[type-var,misc,no-any-return,unused-ignore]


def _poison(value: Any) -> Any:
    if type(value) is str:
        return WORDS
    if isinstance(value, (Citation, Source, Figure)):
        return _poisoned(value)
    if isinstance(value, tuple):
        return tuple(_poison(one) for one in value)
    return value
