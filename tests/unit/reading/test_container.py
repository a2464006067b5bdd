"""Packed files are opened by what their directory proves, and read by count."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from cstrack.reading.container import Bounds, is_packed, open_container

WORDS = b"The new hub will open by 31 March 2015. " * 50


def packed(*, method: int = zipfile.ZIP_DEFLATED, **parts: bytes) -> bytes:
    """A packed file with the given parts; `a_b` becomes `a/b`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "/"), content)
    return stream.getvalue()


def code(outcome) -> str | None:
    return outcome.problems[0].code if outcome.problems else None


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_come_out_as_they_went_in(method):
    """Stored or deflated, in the order of the directory; names are found in large or small letters, with or without a slash."""
    content = packed(word_document=WORDS, empty=b"", method=method)
    container = open_container(content, "a.docx").value
    assert [part.name for part in container.parts] == ["word/document", "empty"]
    assert container.read(container.find("/Word/Document")).value == WORDS
    assert container.read(container.find("empty")).value == b""
    assert container.find("absent") is None


def test_what_programs_write_before_and_behind_it_does_no_harm():
    """A program that unpacks itself stands before the parts, a note behind them."""
    content = b"MZ" * 500 + packed(a=WORDS)
    container = open_container(content, "a.zip").value
    assert container.read(container.parts[0]).value == WORDS


def test_a_file_written_as_a_stream_is_read():
    """Sizes then stand behind the part and in the directory."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.taken = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, piece) -> int:
            self.taken += piece
            return len(piece)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", WORDS)
    container = open_container(bytes(pipe.taken), "a.zip").value
    assert container.read(container.parts[0]).value == WORDS


def test_fields_of_large_files_are_read():
    """Zip64: a part that was begun without knowing its length."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as part:
        part.write(WORDS)
    container = open_container(stream.getvalue(), "a.zip").value
    assert container.read(container.parts[0]).value == WORDS


def test_too_many_parts_are_refused_before_they_are_listed():
    """The number of entries is counted in the directory, not believed."""
    content = packed(**{f"p{number}": b"x" for number in range(20)})
    assert code(open_container(content, "a.zip", Bounds(entries=19))) == "container.too_large"
    assert open_container(content, "a.zip", Bounds(entries=20)).value is not None


def test_too_many_bytes_and_too_dense_parts_are_refused():
    """By what the directory declares; nothing is unpacked."""
    content = packed(a=bytes(3_000_000))
    assert code(open_container(content, "a.zip", Bounds(expanded=2_999_999))) == "container.too_large"
    assert code(open_container(content, "a.zip", Bounds(ratio=100))) == "container.too_large"
    assert open_container(content, "a.zip", Bounds(ratio=2_000)).value is not None
    assert open_container(packed(a=bytes(1_000_000)), "a.zip", Bounds(ratio=10)).value is not None, "small parts pass"


def test_a_part_that_declares_less_than_it_holds_is_stopped_there():
    """The lying header: 1,000 bytes declared, a million inflated."""
    content = bytearray(packed(a=bytes(1_000_000)))
    directory = content.rfind(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 1_000)
    container = open_container(bytes(content), "a.zip").value
    outcome = container.read(container.parts[0])
    assert outcome.value is None
    assert code(outcome) == "container.damaged"
    assert "more than the 1,000 bytes" in outcome.problems[0].message


@pytest.mark.parametrize(
    ("wrong", "change"),
    [
        ("check sum", lambda content, at: content.__setitem__(at + 16, content[at + 16] ^ 1)),
        ("declares more", lambda content, at: content.__setitem__(at + 24, content[at + 24] + 1)),
        ("unknown method", lambda content, at: content.__setitem__(at + 10, 12)),
        ("place", lambda content, at: content.__setitem__(at + 42, 7)),
    ],
)
def test_a_part_that_is_not_what_the_directory_says_is_damaged(wrong, change):
    """Each is told as a problem, none is raised."""
    content = bytearray(packed(a=WORDS, b=WORDS))
    change(content, content.rfind(b"PK\x01\x02"))
    outcome = open_container(bytes(content), "a.zip")
    told = outcome if outcome.value is None else outcome.value.read(outcome.value.parts[1])
    assert code(told) == "container.damaged", wrong


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_damaged(kept):
    """Its directory stands at the end."""
    content = packed(a=WORDS, b=WORDS)
    assert code(open_container(content[: int(len(content) * kept)], "a.zip")) == "container.damaged"


def test_parts_that_lie_over_each_other_are_refused():
    """One packed part, named a thousand times, is how a small file unfolds to terabytes."""
    content = bytearray(packed(a=WORDS, b=WORDS))
    directory = content.rfind(b"PK\x01\x02")
    content[directory + 42 : directory + 46] = bytes(4)
    outcome = open_container(bytes(content), "a.zip")
    assert code(outcome) == "container.damaged"
    assert "over each other" in outcome.problems[0].message


def test_a_locked_file_is_told_as_one():
    """A password is nothing that a run can ask for."""
    content = bytearray(packed(a=WORDS))
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    assert code(open_container(bytes(content), "a.zip")) == "container.encrypted"


def test_broken_deflated_bytes_are_damage():
    """And never an error of the library."""
    content = bytearray(packed(a=WORDS))
    content[35:45] = b"\xff" * 10
    container = open_container(bytes(content), "a.zip").value
    assert code(container.read(container.parts[0])) == "container.damaged"


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04", b"PK\x05\x06", b"PK\x05\x06" + b"\xff" * 18, b"x" * 99])
def test_what_is_no_packed_file_is_damaged(content):
    """Whatever it begins with."""
    assert code(open_container(content, "a.zip")) == "container.damaged"


def test_an_empty_packed_file_has_no_parts():
    """It is sound all the same."""
    assert open_container(packed(), "a.zip").value.parts == ()
    assert is_packed(packed())
    assert not is_packed(b"%PDF")


def test_any_bytes_of_a_directory_end_in_a_container_or_a_problem():
    """Every single byte of a small file changed: never an exception."""
    content = packed(a=WORDS[:80], b=b"x")
    for at in range(len(content)):
        for bit in (1, 0x80):
            changed = bytearray(content)
            changed[at] ^= bit
            outcome = open_container(bytes(changed), "a.zip")
            if outcome.value is None:
                assert outcome.problems
                continue
            for part in outcome.value.parts:
                read = outcome.value.read(part)
                assert read.value is None or zlib.crc32(read.value) == part.crc
