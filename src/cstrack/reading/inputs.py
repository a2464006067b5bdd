"""Which files a run reads: files, folders, ZIPs of papers, patterns and standard input, in an order that never changes.

Windows' command prompt hands patterns over as they were typed, so they are expanded here. What is left out of a folder is
counted with its reason; what cannot be found or read is a problem, and the other files are read all the same.
"""

from __future__ import annotations

import difflib
import fnmatch
import glob
import hashlib
import os
import stat
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.archive import Archive, inner, look_into, nested_problem, read_part
from cstrack.reading.container import Bounds
from cstrack.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cstrack.reading.container_directory import Part

#: What is typed for standard input, and what the records call it.
STANDARD_INPUT, STANDARD_INPUT_NAME = "-", "standard input"

#: Files of a folder that are no papers: pattern of the name in small letters, and the reason told.
_NO_PAPERS = (
    (".*", "hidden"),
    ("~$*", "left open by an office program"),
    ("*.tmp", "temporary"),
    ("*.golden.json", "golden file"),
    ("*.toml", "settings or profile"),
    ("thumbs.db", "hidden"),
    ("desktop.ini", "hidden"),
    ("__macosx", "hidden"),
)

_WILD = frozenset("*?[")
_NEAREST = 2


@final
@frozen(kw_only=True)
class Input:
    """One thing to read.

    Attributes:
        path: where it is, or where the ZIP is that it lies in; empty for standard input.
        name: name without folders, which the records print; of a paper in a ZIP ``papers.zip!cabinet/plan.txt``.
        part: where it lies in the ZIP; None for a file of its own.
        content: its bytes, where they were read already: standard input can be read once only.
    """

    path: str
    name: str
    part: Part | None = None
    content: bytes | None = None

    @property
    def standard(self) -> bool:
        """Whether it is standard input."""
        return not self.path

    @property
    def place(self) -> str:
        """Where it is, for a person."""
        return self.name if not self.path else self.path if self.part is None else f"{self.path}!{inner(self.part)}"


@final
@define
class _Search:
    """What was found so far."""

    bounds: Bounds
    inputs: list[Input] = field(factory=list)
    seen: set[str] = field(factory=set)  # real paths, so that no file is read twice
    problems: list[Problem] = field(factory=list)
    skipped: Counter[str] = field(factory=Counter)

    def add(self, path: str) -> None:
        real = os.path.realpath(path) if path else ""
        name = Path(path).name if path else STANDARD_INPUT_NAME
        if real in self.seen:
            self.problems.append(_repeated(name))
            return
        self.seen.add(real)
        archive = look_into(path, self.bounds) if path else None
        if archive is None:
            self.inputs.append(Input(path=path, name=name))
        elif archive.value is None:
            self.problems.extend(archive.problems)
        else:
            self._add_parts(path, name, archive.value)

    def _add_parts(self, path: str, name: str, archive: Archive) -> None:
        """The papers of a ZIP; what would be left out of a folder is left out of it too."""
        for part in archive.parts:
            reason = next((why for step in inner(part).split("/") if (why := _no_paper(step)) is not None), None)
            if reason is not None:
                self.skipped[reason] += 1
            else:
                self.inputs.append(Input(path=path, name=f"{name}!{inner(part)}", part=part))
        self.problems.extend(nested_problem(name, nested) for nested in archive.nested)
        if not archive.parts and not archive.nested:
            self.problems.append(_problem("input.empty", f"{path} is a ZIP file with nothing in it", name))


def find_inputs(paths: Iterable[str | os.PathLike[str]], *, bounds: Bounds | None = None) -> Outcome[tuple[Input, ...]]:
    """Everything to read behind the given paths.

    Args:
        paths: files, folders (read with their subfolders), patterns such as ``papers/*.txt``, or ``-`` for standard input. A
            file given by name is taken whatever it is called; a folder's hidden files, settings and golden files are not. A ZIP
            that is no Word or Excel file is read as a folder would be.
        bounds: how much a ZIP may hold.

    Returns:
        Inputs in the order given, a folder's and a ZIP's by their path, each once; paths that lead to nothing or cannot be entered, and
        how many files of folders were left out, by reason.
    """
    search = _Search(bounds or Bounds())
    for given in paths:
        path = os.fspath(given)
        if path == STANDARD_INPUT:
            search.add("")
        elif os.path.isdir(path):  # noqa: PTH112  a name with a NUL is no folder, where Path raises
            _add_folder(search, path)
        elif "\0" not in path and os.path.lexists(path):
            search.add(path)
        else:
            _add_pattern(search, path)
    left_out = (_left_out(search.skipped),) if search.skipped else ()
    return Outcome(value=tuple(search.inputs), problems=(*search.problems, *left_out))


def _add_folder(search: _Search, folder: str) -> None:
    for path in sorted(_files(search, folder), key=lambda path: Path(path).parts):
        reason = _no_paper(Path(path).name)
        if reason is None:
            search.add(path)
        else:
            search.skipped[reason] += 1


def _files(search: _Search, folder: str) -> Iterator[str]:
    """The regular files below a folder; hidden folders are not entered, links to folders not followed."""

    def unreadable(error: OSError) -> None:
        search.problems.append(_unreadable(str(error.filename or folder), error))

    for where, folders, names in os.walk(folder, onerror=unreadable):
        hidden = [name for name in folders if name.startswith(".")]
        search.skipped.update({"hidden folder": len(hidden)} if hidden else {})
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(where, name)  # noqa: PTH118  keeps `./` and `..` as they were given
            if os.path.isfile(path):  # noqa: PTH113
                yield path
            elif os.path.islink(path):  # noqa: PTH114
                search.skipped["link to nothing"] += 1
            else:
                search.skipped["no regular file"] += 1


def _no_paper(name: str) -> str | None:
    lower = name.lower()
    return next((reason for form, reason in _NO_PAPERS if fnmatch.fnmatchcase(lower, form)), None)


def _add_pattern(search: _Search, path: str) -> None:
    matched = sorted(glob.glob(path, recursive=True)) if _WILD & set(path) and "\0" not in path else []  # noqa: PTH207
    for found in matched:
        if os.path.isdir(found):  # noqa: PTH112
            _add_folder(search, found)
        elif _no_paper(Path(found).name) is None:
            search.add(found)
        else:
            search.skipped[_no_paper(Path(found).name) or ""] += 1
    if not matched:
        search.problems.append(_missing(path))


def _missing(path: str) -> Problem:
    what = f"no file matches {path}" if _WILD & set(path) else f"{path} is not there{_hint(path)}"
    return _problem("input.missing", what, Path(path).name)


def _hint(path: str) -> str:
    """The nearest names in the folder where the file should be, or the part of the path that is missing."""
    parent = Path(path).parent
    try:
        names = sorted(entry.name for entry in parent.iterdir())
    except (OSError, ValueError):
        return f": nor is the folder {parent}"
    near = difflib.get_close_matches(Path(path).name, names, n=_NEAREST, cutoff=0.6)
    return f": did you mean {' or '.join(str(parent / name) for name in near)}?" if near else ": check its name"


def read_bytes(found: Input, limit: int) -> Outcome[bytes]:
    """The bytes of a file, or of standard input.

    Args:
        found: what :func:`find_inputs` found.
        limit: most bytes.

    Returns:
        The bytes, or the problem that kept them.
    """
    if found.content is not None:
        return Outcome(value=found.content)
    try:
        if found.part is not None:
            return read_part(found.path, found.part, found.name, limit)
        content = sys.stdin.buffer.read(limit + 1) if found.standard else _read(found.path, limit + 1)
    except FileNotFoundError:
        return Outcome(value=None, problems=(_missing(found.path),))
    except (OSError, ValueError) as error:
        return Outcome(value=None, problems=(_unreadable(found.path or found.name, error),))
    if len(content) > limit:
        message = f"{found.place} is larger than {limit:,} bytes: divide it"
        return Outcome(value=None, problems=(_problem("input.too_large", message, found.name),))
    return Outcome(value=content)


def source_of(found: Input, content: bytes, *, published: bool = True) -> Source:
    """What is known of a file before a reader is asked.

    Args:
        found: the file.
        content: its bytes.
        published: whether it is a published paper.
    """
    markdown = found.name.lower().endswith((".md", ".markdown"))
    return Source(
        name=found.name,
        path=found.place if found.path else "",
        sha256="sha256:" + hashlib.sha256(content).hexdigest(),
        media_type="text/markdown" if markdown else "text/plain",
        published=published,
    )


def _read(path: str, most: int) -> bytes:
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  before it is opened: a pipe without a writer never opens
        raise OSError("it is no regular file")
    with Path(path).open("rb") as stream:
        return stream.read(most)


def _unreadable(path: str, error: Exception) -> Problem:
    why = (getattr(error, "strerror", None) or str(error)).lower()
    message = f"{path} cannot be opened ({why}): check that you may read it and that no program holds it"
    return _problem("input.unreadable", message, Path(path).name)


def _repeated(name: str) -> Problem:
    message = f"{name} was given twice; it is read once"
    return Problem(code="input.repeated", message=message, severity=Severity.NOTE, document=name)


def _left_out(skipped: Counter[str]) -> Problem:
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(skipped.items()))
    message = f"left out of the folders: {reasons}; a file given by its name is read whatever it is called"
    return Problem(code="input.skipped", message=message, severity=Severity.NOTE)


def _problem(code: str, message: str, name: str) -> Problem:
    return Problem(code=code, message=message, severity=Severity.ERROR, document=name)
