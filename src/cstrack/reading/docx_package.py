"""A Word file opened: its parts found by what the file says of them, and parsed without trust."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.container import damaged, too_large
from cstrack.reading.docx_names import STRICT, W
from cstrack.reading.xml_parts import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from cstrack.reading.container import Container

#: Bytes of a part that is parsed as a whole: styles, lists, notes. A thousand pages of notes take some three millions.
_LARGEST = 32 * 1024 * 1024

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_KINDS = "[Content_Types].xml"
_BODY, _DOCUMENT = f"{W}body", f"{W}document"
_STEPS = (f"{W}p", f"{W}tbl", f"{W}sdt")

#: Words of lxml where something is built too deep or too long to be followed.
_EXCESS = ("depth", "huge", "too long", "limit")


class BrokenXmlError(ValueError):
    """A part is no XML, or built so that it cannot be followed."""


@final
@frozen(kw_only=True)
class Package:
    """A Word file.

    Attributes:
        container: the packed file.
        main: path of the document itself.
        parts: kind of part -> paths of the parts of that kind that the document uses, in order.
        core: path of the properties (title, author); None where there are none.
    """

    container: Container
    main: str
    parts: Mapping[str, tuple[str, ...]] = field(factory=dict)
    core: str | None = None

    @property
    def name(self) -> str:
        """Name of the file."""
        return self.container.name

    def parse(self, path: str) -> Outcome[_Element]:
        """The root of a part; no root and no problem where there is none of this path."""
        content = self.content(path)
        if content.value is None:
            return Outcome(value=None, problems=content.problems)
        if len(content.value) > _LARGEST:
            problem = too_large(self.name, f"has a part {path} of {len(content.value):,} bytes")
            return Outcome(value=None, problems=(problem,))
        try:
            return Outcome(value=_parsed(content.value))
        except BrokenXmlError as error:
            return Outcome(value=None, problems=(broken(self.name, path, error),))

    def content(self, path: str) -> Outcome[bytes]:
        """The bytes of a part, free of document types, the strict names of the format replaced by the usual ones."""
        content = read_xml(self.container, path)
        if content.value is None or b"purl.oclc.org/ooxml" not in content.value[:8192]:
            return content
        usual = content.value
        for strict, today in STRICT:
            usual = usual.replace(strict, today)
        return evolve(content, value=usual)


def open_package(container: Container) -> Outcome[Package]:
    """Find the document in a packed file.

    Args:
        container: the packed file.

    Returns:
        The package, or the problem that there is none in it.
    """
    kinds = read_xml(container, _KINDS)
    relations = _relations(container, "")
    if kinds.problems or relations.value is None:
        return Outcome(value=None, problems=kinds.problems or relations.problems)
    main = next((path for kind, path in relations.value if kind == "officeDocument"), "word/document.xml")
    if container.find(main) is None:
        return Outcome(value=None, problems=(damaged(container.name, f"{main}, its text, is missing"),))
    own = _relations(container, main)
    if own.value is None:
        return Outcome(value=None, problems=own.problems)
    parts: dict[str, tuple[str, ...]] = {}
    for kind, path in own.value:
        parts[kind] = (*parts.get(kind, ()), path)
    core = next((path for kind, path in relations.value if kind == "core-properties"), None)
    return Outcome(value=Package(container=container, main=main, parts=parts, core=core))


def _relations(container: Container, path: str) -> Outcome[tuple[tuple[str, str], ...]]:
    """Kind and path of every part of the file that a part, or the package itself, names."""
    folder, _, name = path.rpartition("/")
    where = f"{folder}/_rels/{name}.rels".lstrip("/")
    content = read_xml(container, where)
    if content.value is None:
        return Outcome(value=None if content.problems else (), problems=content.problems)
    try:
        root = _parsed(content.value)
    except BrokenXmlError as error:
        return Outcome(value=None, problems=(broken(container.name, where, error),))
    found = [
        ((node.get("Type") or "").rpartition("/")[2], _resolved(folder, node.get("Target") or ""))
        for node in root.iterchildren(_RELATION)
        if node.get("TargetMode") != "External"
    ]
    return Outcome(value=tuple(found))


def _resolved(folder: str, target: str) -> str:
    """The path of a part that is named from a folder: ``../customXml/item1.xml``, ``/word/styles.xml``."""
    steps: list[str] = []
    for step in (target if target.startswith("/") else f"{folder}/{target}").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)


def _parsed(content: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise BrokenXmlError(str(error)) from error


def blocks_of(content: bytes) -> Iterator[_Element]:
    """What the body of a document holds, one after the other, each freed when those behind it were read.

    Args:
        content: the part.

    Yields:
        Paragraphs, tables and whatever else stands in the body, whole.

    Raises:
        BrokenXmlError: it is no XML, no document of Word, or cannot be followed.
    """
    from lxml import etree

    steps = etree.iterparse(
        BytesIO(content), events=("end",), tag=_STEPS, resolve_entities=False, no_network=True, huge_tree=False,
        load_dtd=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    done: _Element | None = None
    try:
        for _, node in steps:
            body = node.getparent()
            if body is not None and body.tag == _BODY:
                yield from _unread(body, done, node)
                done = node
    except (etree.LxmlError, ValueError) as error:
        raise BrokenXmlError(str(error)) from error
    if steps.root.tag != _DOCUMENT:
        raise BrokenXmlError(f"it holds no document of Word but {steps.root.tag}")
    body = steps.root.find(_BODY)
    if body is not None:
        yield from _unread(body, done, None)


def _unread(body: _Element, done: _Element | None, last: _Element | None) -> Iterator[_Element]:
    """The children of the body behind the one that was read last; all but the last, which the parser still holds, are taken out."""
    for child in tuple(body):
        if child is not done:
            yield child
        if child is last:
            return
        child.clear()  # first: taking out a whole subtree costs the square of its size
        body.remove(child)


def broken(name: str, path: str, error: BrokenXmlError) -> Problem:
    """That a part is broken, or too deep to be followed."""
    told = str(error)
    if any(word in told.lower() for word in _EXCESS):
        message = (
            f"{name} has parts inside each other too deep, or a text too long, to be followed ({path}): save it as text"
        )
        return Problem(code="input.too_complex", message=message, severity=Severity.ERROR, document=name)
    return damaged(name, f"{path} in it is broken ({told[:120]})")
