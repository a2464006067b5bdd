"""XML of office files before a parser sees it: no definitions of its own, and letters in a known encoding.

A document type brings entities: a kilobyte that unfolds to gigabytes, a file of this machine read into the text, or words that
silently disappear. No office program writes one. A part in an encoding that hides it from the search is refused too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.container import damaged
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.reading.container import Container

_DECLARATION = pattern("reading.xml_parts.declaration", r"\s{0,100}+<\?xml\b[^>]{0,200}+>")
_ENCODING = pattern("reading.xml_parts.encoding", r"""(?<![\w])encoding\s{0,9}+=\s{0,9}+["']([\w.:-]{0,40}+)["']""")

#: Encodings in which `<!DOCTYPE` is written in the bytes of ASCII.
_PLAIN = frozenset(
    {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "latin1", "windows-1252", "cp1252"}
)
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_MARK = b"\xef\xbb\xbf"
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


def read_xml(container: Container, name: str) -> Outcome[bytes]:
    """A part that holds XML, ready to be parsed.

    Args:
        container: the packed file.
        name: path of the part.

    Returns:
        Its bytes, in UTF-8 where they were UTF-16, free of document types and entities; or the problem that forbids to parse it.
        No bytes and no problem where there is no such part.
    """
    part = container.find(name)
    if part is None:
        return Outcome(value=None)
    outcome = container.read(part)
    if outcome.value is None:
        return outcome
    return plain_xml(outcome.value, container.name, part.name)


def plain_xml(content: bytes, document: str, part: str) -> Outcome[bytes]:
    """XML in bytes of ASCII or UTF-8, without a document type.

    Args:
        content: the part.
        document: name of the file, for messages.
        part: its path inside.
    """
    if not content.strip():
        return Outcome(value=None, problems=(damaged(document, f"{part} in it is empty"),))
    wide = next((encoding for mark, encoding in _WIDE if content.startswith(mark)), None)
    if wide is not None:
        return _narrowed(content, wide, document, part)
    bare = content.removeprefix(_MARK)
    declaration = _DECLARATION.match(bare[:400].decode("latin-1"))
    said = _ENCODING.search(declaration.group()) if declaration else None
    if not bare.lstrip().startswith(b"<") or (said and said[1].lower() not in _PLAIN):
        return Outcome(value=None, problems=(_strange(document, part, said[1] if said else ""),))
    return _checked(content, document, part)


def _narrowed(content: bytes, encoding: str, document: str, part: str) -> Outcome[bytes]:
    """UTF-16 as UTF-8, without the declaration that would now be wrong."""
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return Outcome(value=None, problems=(_strange(document, part, encoding),))
    declaration = _DECLARATION.match(text)
    return _checked(text[declaration.end() if declaration else 0 :].encode("utf-8", "replace"), document, part)


def _checked(content: bytes, document: str, part: str) -> Outcome[bytes]:
    if b"\0" in content:
        return Outcome(value=None, problems=(_strange(document, part, ""),))
    if not any(word in content for word in _FORBIDDEN):
        return Outcome(value=content)
    message = (
        f"{part} in {document} defines a document type or entities, which no office program writes: it is not read. "
        "Save the file anew with the program that made it"
    )
    problem = Problem(code="xml.dtd_forbidden", message=message, severity=Severity.ERROR, document=document)
    return Outcome(value=None, problems=(problem,))


def _strange(document: str, part: str, encoding: str) -> Problem:
    message = (
        f"{part} in {document} is no XML in UTF-8 or UTF-16{f' but in {encoding}' if encoding else ''}: save it anew"
    )
    return Problem(code="xml.encoding", message=message, severity=Severity.ERROR, document=document)
