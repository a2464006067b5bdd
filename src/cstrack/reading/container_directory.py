"""The directory at the end of a packed file, read with every number in it doubted.

Source:
    PKWARE, .ZIP File Format Specification 6.3.10, sections 4.3.12 (central directory), 4.3.14 to 4.3.16 (its ends).
"""

from __future__ import annotations

import struct
from typing import BinaryIO, final

from attrs import frozen

_END, _END_MARK = struct.Struct("<4s4H2IH"), b"PK\x05\x06"
_LOCATOR, _LOCATOR_MARK = struct.Struct("<4sIQI"), b"PK\x06\x07"
_END64, _END64_MARK = struct.Struct("<4sQ2H2I4Q"), b"PK\x06\x06"
_ENTRY, _ENTRY_MARK = struct.Struct("<4s6H3I5H2I"), b"PK\x01\x02"
_LONGEST_COMMENT = 65_535
_WIDE, _WIDE_FIELD = 0xFFFFFFFF, 1
_ENCRYPTED, _UTF8 = 0x1, 0x800

#: Bytes of the directory that are read at all: 10,000 parts with names and notes take some two millions.
_LONGEST = 32 * 1024 * 1024


@final
@frozen(kw_only=True)
class Part:
    """One part as the directory declares it.

    Attributes:
        name: its path inside, as printed there.
        at: where its own header begins, in bytes from the start of the file.
        packed: bytes packed.
        size: bytes unpacked.
        crc: check sum of the unpacked bytes.
        method: how it is packed.
        encrypted: whether it needs a password.
    """

    name: str
    at: int
    packed: int
    size: int
    crc: int
    method: int
    encrypted: bool = False

    @property
    def folder(self) -> bool:
        """Whether it is a folder and no file."""
        return self.name.endswith(("/", "\\"))


class DamagedError(ValueError):
    """A part is not what the directory declares; the text says how."""


def directory(stream: BinaryIO, most: int) -> tuple[Part, ...] | None:
    """The parts that the directory declares.

    Args:
        stream: the packed file.
        most: number of parts.

    Returns:
        The parts in order; None where there are more.

    Raises:
        DamagedError: there is no directory, or it does not stand or end where it should.
    """
    length = stream.seek(0, 2)
    begin, size, shift = _place(stream, length)
    if size > _LONGEST:
        return None
    stream.seek(begin)
    content = stream.read(size)
    if len(content) < size:
        raise DamagedError("its directory is cut off")
    parts: list[Part] = []
    at = 0
    while at < size:
        if len(parts) >= most:
            return None
        part, at = _entry(content, at, shift)
        if part.at + part.packed > length:
            raise DamagedError(f"{part.name} in it is cut off")
        parts.append(part)
    return tuple(parts)


def _place(stream: BinaryIO, length: int) -> tuple[int, int, int]:
    """Where the directory begins, its size, and how many bytes stand before the packed file (a program that unpacks itself)."""
    tail_at = max(0, length - _LONGEST_COMMENT - _END.size)
    stream.seek(tail_at)
    tail = stream.read(_LONGEST_COMMENT + _END.size)
    found = tail.rfind(_END_MARK)
    if found < 0 or len(tail) - found < _END.size:
        raise DamagedError("it has no directory, so its end is missing")
    _, disk, first, _, _, size, begin, _ = _END.unpack_from(tail, found)
    end = tail_at + found
    if _WIDE in {size, begin}:
        end, size, begin = _wide_end(stream, end, size, begin)
    elif disk or first:
        raise DamagedError("it is one of several pieces of a file")
    shift = end - size - begin
    if shift < 0 or size < 0:
        raise DamagedError("its directory does not stand where it says")
    return begin + shift, size, shift


def _wide_end(stream: BinaryIO, end: int, size: int, begin: int) -> tuple[int, int, int]:
    """The end record of files beyond four gigabytes, which small ones may carry too."""
    if end < _LOCATOR.size + _END64.size:
        return end, size, begin
    stream.seek(end - _LOCATOR.size)
    mark, _, _, _ = _LOCATOR.unpack(stream.read(_LOCATOR.size))
    if mark != _LOCATOR_MARK:
        return end, size, begin
    wide = end - _LOCATOR.size - _END64.size
    stream.seek(wide)
    mark, *_, wide_size, wide_begin = _END64.unpack(stream.read(_END64.size))
    if mark != _END64_MARK:
        raise DamagedError("its directory does not stand where it says")
    return wide, wide_size, wide_begin


def _entry(content: bytes, at: int, shift: int) -> tuple[Part, int]:
    if len(content) - at < _ENTRY.size:
        raise DamagedError("its directory is cut off")
    mark, _, _, flags, method, _, _, crc, packed, size, name, extra, note, _, _, _, begin = _ENTRY.unpack_from(
        content, at
    )
    end = at + _ENTRY.size + name + extra + note
    if mark != _ENTRY_MARK or end > len(content):
        raise DamagedError("its directory is no list of parts")
    at += _ENTRY.size
    size, packed, begin = _widened(content[at + name : at + name + extra], size, packed, begin)
    printed = content[at : at + name].decode("utf-8" if flags & _UTF8 else "cp437", errors="replace")
    part = Part(
        name=printed,
        at=begin + shift,
        packed=packed,
        size=size,
        crc=crc,
        method=method,
        encrypted=bool(flags & _ENCRYPTED),
    )
    return part, end


def _widened(extra: bytes, *narrow: int) -> tuple[int, int, int]:
    """Size, packed size and place; those that do not fit in four bytes stand in a field of their own."""
    numbers = list(narrow)
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        at += 4
        if kind == _WIDE_FIELD:
            for place, number in enumerate(numbers):
                if number == _WIDE and at + 8 <= len(extra):
                    (numbers[place],) = struct.unpack_from("<Q", extra, at)
                    at += 8
            break
        at += length
    return numbers[0], numbers[1], numbers[2]
