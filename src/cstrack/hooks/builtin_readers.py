"""Our own readers, as they come in through the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.hooks.contracts import Match, Strength
from cstrack.hooks.reader_matches import bounds_of, match_of
from cstrack.hooks.table_readers import TABLE_READERS
from cstrack.reading import docx, html, markdown, pdf, text

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.hooks.contracts import Limits, Reader
    from cstrack.problems import Outcome
    from cstrack.sources.source import Source


@final
@frozen(kw_only=True)
class TextReader:
    """Plain text.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.text"
    media_types: tuple[str, ...] = ("text/plain",)

    def recognise(self, head: bytes, name: str) -> Match | None:
        """By its suffix, or by its first bytes where the suffix says nothing else."""
        return match_of(text.looks_like(head, name))

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return text.read_text(source, content, characters=limits.characters, line=limits.line)


@final
@frozen(kw_only=True)
class MarkdownReader:
    """Markdown, as publishing systems export it.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.markdown"
    media_types: tuple[str, ...] = ("text/markdown",)

    def recognise(self, head: bytes, name: str) -> Match | None:
        """By its suffix."""
        return match_of(markdown.looks_like(head, name))

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return markdown.read_markdown(source, content, characters=limits.characters, line=limits.line)


@final
@frozen(kw_only=True)
class HtmlReader:
    """Web pages, ModernGov's above all.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.html"
    media_types: tuple[str, ...] = ("text/html",)

    def recognise(self, head: bytes, name: str) -> Match | None:
        """By its first bytes under any name; by its suffix where they tell nothing."""
        strength = Strength.LAYOUT if html.begins_as_page(head) else Strength.GENERIC
        return match_of(html.looks_like(head, name), strength)

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return html.read_html(source, content, characters=limits.characters, line=limits.line)


@final
@frozen(kw_only=True)
class PdfReader:
    """PDF papers.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.pdf"
    media_types: tuple[str, ...] = ("application/pdf",)

    def recognise(self, head: bytes, name: str) -> Match | None:
        """By its first bytes under any name; by its suffix where they tell nothing."""
        strength = Strength.LAYOUT if pdf.is_pdf(head) else Strength.GENERIC
        return match_of(pdf.looks_like(head, name), strength)

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return pdf.read_pdf(source, content, characters=limits.characters, line=limits.line, pages=limits.pages)


@final
@frozen(kw_only=True)
class DocxReader:
    """Word files.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.docx"
    media_types: tuple[str, ...] = (docx.MEDIA_TYPE,)

    def recognise(self, head: bytes, name: str) -> Match | None:
        """By the parts that its first bytes name, under any name; by its suffix where they name none."""
        strength = Strength.LAYOUT if docx.begins_as_word(head) else Strength.GENERIC
        return match_of(docx.looks_like(head, name), strength)

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return docx.read_docx(source, content, characters=limits.characters, line=limits.line, bounds=bounds_of(limits))


READERS: tuple[Reader, ...] = (TextReader(), MarkdownReader(), PdfReader(), HtmlReader(), DocxReader(), *TABLE_READERS)
