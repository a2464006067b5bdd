"""Packed files - Word, Excel, OpenDocument, a ZIP of papers - looked into without trusting a byte of them.

What a packed file says of itself is checked before anything is unpacked, and counted while it is: how many parts, how large, how
many times larger than packed, whether two lie over each other. What is read is exactly as long as it was declared to be and has
the check sum that was declared; anything else is damaged. So nothing read here is larger than the limits, whatever the file says.
"""

from __future__ import annotations

import io
import struct
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, BinaryIO, final

from attrs import define, field, frozen

from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.container_directory import DamagedError, Part, directory

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What packed files begin with; the second is an empty one.
MARKS = (b"PK\x03\x04", b"PK\x05\x06")

#: Below this size a part may be packed however well: a page of blanks is no bomb.
SMALL = 1024 * 1024

STORED, DEFLATED = 0, 8
_CHUNK = 64 * 1024
_LOCAL = struct.Struct("<4s5H3I2H")


@final
@frozen(kw_only=True)
class Bounds:
    """How much a packed file may hold.

    Attributes:
        expanded: bytes of all parts unpacked.
        ratio: how many times larger they may be than packed.
        entries: number of parts.
    """

    expanded: int = 256 * 1024 * 1024
    ratio: int = 200
    entries: int = 10_000


@final
@define
class Container:
    """A packed file whose directory was found to be sound.

    Attributes:
        name: of the file, for messages.
        stream: the packed bytes.
        parts: in the order of the directory.
    """

    name: str
    stream: BinaryIO
    parts: tuple[Part, ...] = field(repr=lambda parts: str(len(parts)))

    def find(self, name: str) -> Part | None:
        """The first part of this name; large and small letters are one, as they are to office programs."""
        wanted = name.lstrip("/").lower()
        return next((part for part in self.parts if part.name.lower() == wanted), None)

    def read(self, part: Part) -> Outcome[bytes]:
        """A part unpacked, or why it cannot be."""
        try:
            return Outcome(value=b"".join(unpacked(self.stream, part)))
        except DamagedError as error:
            return Outcome(value=None, problems=(damaged(self.name, f"{part.name} in it {error}"),))


def is_packed(head: bytes) -> bool:
    """Whether a file begins as packed files do."""
    return head.startswith(MARKS)


def unpacked(stream: BinaryIO, part: Part) -> Iterator[bytes]:
    """A part in pieces, counted.

    Raises:
        DamagedError: it is longer or shorter than declared, has another check sum, or is packed in an unknown way.
    """
    if part.encrypted:
        raise DamagedError("needs a password")
    if part.method not in {STORED, DEFLATED}:
        raise DamagedError(f"is packed by the method {part.method}, which office programs do not use")
    count = crc = 0
    for piece in _pieces(stream, part):
        count += len(piece)
        if count > part.size:
            raise DamagedError(f"holds more than the {part.size:,} bytes that it declares")
        crc = zlib.crc32(piece, crc)
        yield piece
    if count != part.size or crc != part.crc:
        raise DamagedError("is not what the file's directory says of it")


def _pieces(stream: BinaryIO, part: Part) -> Iterator[bytes]:
    left = _seek(stream, part)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS) if part.method == DEFLATED else None
    while left:
        taken = stream.read(min(_CHUNK, left))
        if not taken:
            raise DamagedError("is cut off")
        left -= len(taken)
        if inflater is None:
            yield taken
            continue
        while taken:
            try:
                piece = inflater.decompress(taken, _CHUNK)
            except zlib.error as error:
                raise DamagedError(f"cannot be unpacked ({error})") from error
            yield piece
            taken = inflater.unconsumed_tail
    if inflater is not None:
        yield inflater.flush()


def _seek(stream: BinaryIO, part: Part) -> int:
    """Go to a part's bytes; how many there are."""
    stream.seek(part.at)
    head = stream.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(MARKS[0]):
        raise DamagedError("does not stand where the file's directory says")
    *_, name, extra = _LOCAL.unpack(head)
    stream.seek(part.at + _LOCAL.size + name + extra)
    return part.packed


def open_container(content: bytes | BinaryIO, name: str, bounds: Bounds | None = None) -> Outcome[Container]:
    """The directory of a packed file, checked against the bounds; nothing is unpacked.

    Args:
        content: the bytes, or a stream that can be searched.
        name: name of the file, for messages.
        bounds: how much it may hold.

    Returns:
        The container, or the problem that forbids to open it.
    """
    bounds = bounds or Bounds()
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    try:
        parts = directory(stream, bounds.entries)
    except (DamagedError, struct.error, OSError, ValueError) as error:
        return Outcome(value=None, problems=(damaged(name, str(error)),))
    if parts is None:
        return Outcome(value=None, problems=(too_large(name, f"holds more than {bounds.entries:,} parts"),))
    refusal = _refusal(name, parts, bounds)
    if refusal is not None:
        return Outcome(value=None, problems=(refusal,))
    return Outcome(value=Container(name, stream, parts))


def _refusal(name: str, parts: tuple[Part, ...], bounds: Bounds) -> Problem | None:
    whole, packed = sum(part.size for part in parts), sum(part.packed for part in parts)
    if whole > bounds.expanded:
        return too_large(name, f"would be {whole:,} bytes unpacked, and {bounds.expanded:,} is the limit")
    dense = next((part for part in parts if part.size > max(SMALL, part.packed * bounds.ratio)), None)
    if dense is not None or whole > max(SMALL, packed * bounds.ratio):
        return too_large(name, f"would be more than {bounds.ratio} times larger unpacked")
    ordered = sorted(parts, key=lambda part: part.at)
    if any(before.at + _LOCAL.size + before.packed > after.at for before, after in pairwise(ordered)):
        return damaged(name, "two parts of it lie over each other")
    if any(part.encrypted for part in parts):
        message = f"{name} is locked by a password: save it without one"
        return Problem(code="container.encrypted", message=message, severity=Severity.ERROR, document=name)
    return None


def damaged(name: str, how: str) -> Problem:
    """That a packed file is not built as packed files are."""
    message = f"{name} is damaged: {how}. Get it again, or save it anew with the program that made it"
    return Problem(code="container.damaged", message=message, severity=Severity.ERROR, document=name)


def too_large(name: str, how: str) -> Problem:
    """That a packed file holds more than the limits allow."""
    message = f"{name} {how}: unpack it yourself and give what is in it, or raise the limit"
    return Problem(code="container.too_large", message=message, severity=Severity.ERROR, document=name)
