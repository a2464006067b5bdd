"""The reader of Word files: what a person sees who opens one, automatic numbers included, becomes the text that a paper would be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.composing import compose
from cstrack.reading.container import is_packed, open_container
from cstrack.reading.docx_flow import MOST_PARAGRAPHS, TooManyError
from cstrack.reading.docx_kinds import OLD, old_kind, other_kind
from cstrack.reading.docx_open import open_document
from cstrack.reading.docx_package import BrokenXmlError, broken, open_package
from cstrack.reading.prose import LONGEST_LINE, MOST_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.document.document import Document
    from cstrack.reading.container import Bounds
    from cstrack.reading.docx_open import Opened
    from cstrack.reading.docx_package import Package
    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "docx 1"

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: File names of Word, and those of the kinds that are told for what they are.
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_TOLD = (".doc", ".dot", ".odt")

#: How many stretches of struck words a note shows, and how much of each.
_NAMED, _SHOWN = 6, 60


def looks_like(head: bytes, name: str) -> tuple[str, ...]:
    """Why a file is one of Word; empty where it is not.

    Args:
        head: its first bytes.
        name: its file name.

    Returns:
        Reasons for a person, what its bytes say first. A Word file of the kind before 2007, a locked one and an OpenDocument text are
        taken too, by their names, so that the reader can say what they are. See :func:`begins_as_word`.
    """
    lower = name.lower()
    named = (f"named {lower[lower.rindex('.') :]}",) if lower.endswith((*SUFFIXES, *_TOLD)) else ()
    if begins_as_word(head):
        return ("its parts are those of a Word file", *named)
    return named if is_packed(head) or head.startswith(OLD) else ()


def begins_as_word(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a Word file, whatever its name is."""
    return is_packed(head) and b"word/" in head and (b"_rels/.rels" in head or b"[Content_Types].xml" in head)


def read_docx(
    source: Source,
    content: bytes,
    *,
    characters: int = MOST_CHARACTERS,
    line: int = LONGEST_LINE,
    bounds: Bounds | None = None,
) -> Outcome[Document]:
    """The document of a Word file.

    Args:
        source: the file; its media type and reader are filled in.
        content: its bytes.
        characters: most characters of the reading text.
        line: most characters of a line of it.
        bounds: how much it may hold unpacked.

    Returns:
        The document with what is to be noted, or the problem that stopped it.
    """
    name = source.name
    if content.startswith(OLD):
        return Outcome(value=None, problems=(old_kind(content, name),))
    try:
        import lxml  # noqa: F401
    except ImportError:
        told = 'is a Word file, which needs an optional part: python -m pip install "cstrack[docx]"'
        return _stopped(name, "input.missing_extra", told)
    container = open_container(content, name, bounds)
    if container.value is None:
        return Outcome(value=None, problems=container.problems)
    other = other_kind(container.value)
    if other is not None:
        return Outcome(value=None, problems=(other,))
    package = open_package(container.value)
    if package.value is None:
        return Outcome(value=None, problems=package.problems)
    return _read(evolve(source, media_type=MEDIA_TYPE), package.value, characters=characters, line=line)


def _read(source: Source, package: Package, *, characters: int, line: int) -> Outcome[Document]:
    opened = open_document(package)
    if opened.value is None:
        return Outcome(value=None, problems=opened.problems)
    try:
        outcome = compose(source, opened.value.passages(), reader=READER, characters=characters, line=line)
    except BrokenXmlError as error:
        return Outcome(value=None, problems=(broken(source.name, package.main, error),))
    except TooManyError:
        return _stopped(source.name, "input.too_large", f"has more than {MOST_PARAGRAPHS:,} paragraphs: divide it")
    unread = opened.value.flow.speaker.drawn.unread
    if outcome.value is None and outcome.problems[0].code == "input.empty" and unread:
        told = f"holds no words but {_counted(unread)}: have its text recognised, or give what it was made from"
        return _stopped(source.name, "input.empty", told)
    noted = () if outcome.value is None else tuple(_noted(source.name, opened.value))
    return evolve(outcome, problems=(*outcome.problems, *noted))


def _noted(name: str, opened: Opened) -> Iterator[Problem]:
    """What a reader of the text has to know of the file."""
    flow = opened.flow
    unread = Counter({kind: count for kind, count in flow.speaker.drawn.unread.items() if kind != "picture"})
    if unread:
        told = f"{name} shows {_counted(unread)} whose words are not in its text; they were not read"
        yield Problem(code="paper.not_read", message=told, severity=Severity.NOTE, document=name)
    if flow.speaker.struck:
        shown = "; ".join(words[:_SHOWN] for words in flow.speaker.struck[:_NAMED])
        told = f"words that {name} prints struck out were left out: {shown}"
        yield Problem(code="paper.struck_out", message=told, severity=Severity.NOTE, document=name)
    if flow.excess:
        told = f"{name} has a table of more cells than can be filled; its cells were read one after the other"
        yield Problem(code="input.too_complex", message=told, document=name)
    if opened.macros:
        told = f"{name} holds macros, which were not run; its words were read. Save it as .docx to be rid of them"
        yield Problem(code="input.macros", message=told, severity=Severity.NOTE, document=name)
    if not name.lower().endswith(SUFFIXES):
        told = f"{name} is a Word file, whatever its name says; it was read as one"
        yield Problem(code="input.misnamed", message=told, severity=Severity.NOTE, document=name)


def _counted(unread: Counter[str]) -> str:
    return ", ".join(f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in sorted(unread.items()))


def _stopped(name: str, code: str, what: str) -> Outcome[Document]:
    problem = Problem(code=code, message=f"{name} {what}", severity=Severity.ERROR, document=name)
    return Outcome(value=None, problems=(problem,))
