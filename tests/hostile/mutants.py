"""Files of every format, changed at random, and what a load makes of them.

    python tests/hostile/mutants.py [--count 1000] [--format pdf] [--first 0]

Prints a row a format: mutants, how many gave a paper, problems by code. A mutant has a number, and the number alone decides what it
is: ``--first 812 --count 1`` makes the one of a row that is to be looked at again, and ``--keep FOLDER`` writes it there.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

import files  # noqa: E402  # stands beside this file, which is no package

from cstrack.problems import Severity  # noqa: E402
from cstrack.workflow.loading import load  # noqa: E402

#: Mutants of one load.
BATCH = 100

#: Numbers that overflow, are none, or stand for nothing.
NUMBERS = ("0", "-1", "1", "65536", "2147483647", "4294967296", "99999999999999999999", "1e308", "NaN", "", "A1", "½")

#: Bytes that mean something to one format or another.
MARKS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"<", b">", b"&#0;", b"&#xD800;", b"<!--", b"]]>", b"<![CDATA[", b'"', b"|",
    b"# ", b"endobj", b"stream\n", b">>", b"/Kids[2 0 R]", b"PK\x01\x02", "£".encode(), "\u202e".encode(), b"(" * 200,
)  # fmt: skip


def paper() -> str:
    """An example paper."""
    return (ROOT / "examples" / "papers" / "york-2015-01-21.txt").read_text(encoding="utf-8")


def lines() -> list[str]:
    """Its lines."""
    return [line for line in paper().splitlines() if line.strip()]


#: A tracker.
ROWS = (
    ("Ref", "Action", "Owner", "Due", "RAG", "Budget £'000"),
    ("1.1", "Open the new hub", "Head of Service", "31/03/2015", "Amber", "1,200"),
    ("1.2", "Recruit 12 social workers", "Director", "Sept 2015", "Green", "450"),
    ("1.3", "Review of thresholds", "Board", "2015/16", "Red", "-"),
)


def as_text() -> bytes:
    """The paper as plain text."""
    return paper().encode()


def as_markdown() -> bytes:
    """The paper and the head of the tracker."""
    rows = f"| {' | '.join(ROWS[0])} |\n|{'---|' * 6}\n| {' | '.join(ROWS[1])} |\n"
    return f"# Plan\n\n{paper()}\n\n{rows}".encode()


def as_page() -> bytes:
    """A page of ModernGov."""
    return (HERE.parent / "unit" / "reading" / "pages" / "agenda-item.html").read_bytes()


def as_pdf() -> bytes:
    """The paper and the tracker, printed."""
    kit = files.kit("as_pdf")
    plain = [re.sub(r"[^\x20-\x7e£–’“”]", "", line)[:90] for line in lines()]
    pages = [kit.lines(60, 780, *plain[at : at + 40]) for at in range(0, len(plain), 40)]
    return kit.pdf(*pages, kit.framed(60, 760, (40, 120, 100, 80, 60, 80), ROWS))


def as_word() -> bytes:
    """The paper and the tracker as a Word file."""
    body = "".join(files.paragraph(line.replace("&", "&amp;").replace("<", "&lt;")) for line in lines())
    grid = "".join(f"<w:tr>{''.join(f'<w:tc>{files.paragraph(word)}</w:tc>' for word in row)}</w:tr>" for row in ROWS)
    return files.packed(files.docx(f"{body}<w:tbl>{grid}</w:tbl>"))


def as_workbook() -> bytes:
    """The tracker as a sheet."""
    cells = "".join(
        f'<row r="{r}">{"".join(files.cell(f"{chr(65 + c)}{r}", word) for c, word in enumerate(row))}</row>'
        for r, row in enumerate(ROWS, 1)
    )
    return files.packed(files.xlsx(cells))


def as_ods() -> bytes:
    """The tracker as a sheet of OpenDocument."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = (f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in ROWS)
    return files.packed(files.ods("".join(rows)))


def as_csv() -> bytes:
    """The tracker as Excel saves it."""
    return "\n".join(",".join(f'"{word}"' for word in row) for row in ROWS).encode("cp1252")


def as_zip() -> bytes:
    """A paper, a page and a table."""
    return files.packed({"2015/york.txt": paper(), "b.html": as_page(), "c.csv": "a,b\n1,2\n"})


#: A sound file of each format, by suffix: a format that is entered here is tried by the tests and by ``python dev.py fuzz``.
SEEDS: dict[str, Callable[[], bytes]] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_page,
    "pdf": as_pdf,
    "docx": as_word,
    "xlsx": as_workbook,
    "ods": as_ods,
    "csv": as_csv,
    "zip": as_zip,
}


def mutant(suffix: str, seed: bytes, number: int) -> bytes:
    """A changed file; the same for the same number.

    Half of the mutants of packed files are changed inside and packed again, so that the change reaches the parser.
    """
    chance = random.Random(f"{suffix} {number}")
    if seed.startswith(b"PK") and number % 2:
        with zipfile.ZipFile(io.BytesIO(seed)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(sorted(parts))
        parts[name] = changed(parts[name], chance)
        return files.packed(parts)
    return changed(seed, chance)


def changed(content: bytes, chance: random.Random) -> bytes:
    """One to six changes of bytes, numbers, tags or stretches."""
    for _ in range(chance.randint(1, 6)):
        content = chance.choice(CHANGES)(content, chance)
    return content


def _place(content: bytes, chance: random.Random, most: int = 400) -> tuple[int, int]:
    at = chance.randrange(len(content) + 1)
    return at, min(len(content), at + chance.randint(0, most))


def flip(content: bytes, chance: random.Random) -> bytes:
    """Some bits."""
    held = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        if held:
            held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    return bytes(held)


def drop(content: bytes, chance: random.Random) -> bytes:
    """A stretch is gone."""
    start, end = _place(content, chance)
    return content[:start] + content[end:]


def double(content: bytes, chance: random.Random) -> bytes:
    """A stretch stands twice, or a thousand times."""
    start, end = _place(content, chance, 60)
    return content[:end] + content[start:end] * chance.choice((1, 2, 50, 2_000)) + content[end:]


def insert(content: bytes, chance: random.Random) -> bytes:
    """Marks of one format or another, or bytes of none."""
    at, _ = _place(content, chance)
    return content[:at] + chance.choice((*MARKS, chance.randbytes(30))) + content[at:]


def cut(content: bytes, chance: random.Random) -> bytes:
    """The end is missing, seldom."""
    return content[: chance.randrange(len(content) + 1)] if chance.random() < 0.1 else content


def move(content: bytes, chance: random.Random) -> bytes:
    """A stretch stands elsewhere."""
    start, end = _place(content, chance)
    taken, left = content[start:end], content[:start] + content[end:]
    at, _ = _place(left, chance)
    return left[:at] + taken + left[at:]


def renumber(content: bytes, chance: random.Random) -> bytes:
    """A number is another one."""
    found = list(re.finditer(rb"[0-9]{1,12}", content))
    if not found:
        return content
    one = chance.choice(found)
    return content[: one.start()] + chance.choice(NUMBERS).encode() + content[one.end() :]


def retag(content: bytes, chance: random.Random) -> bytes:
    """A tag is left out, stands a thousand times, or becomes another that stands there."""
    found = list(re.finditer(rb"<[^<>]{1,300}>", content))
    if not found:
        return content
    one, other = chance.choice(found), chance.choice(found)
    instead = chance.choice((b"", one.group() * chance.choice((2, 1_000)), other.group()))
    return content[: one.start()] + instead + content[one.end() :]


CHANGES = (flip, drop, double, insert, cut, move, renumber, retag)


@dataclass
class Row:
    """What became of the mutants of one format.

    Attributes:
        suffix: the format.
        mutants: how many there were.
        read: how many gave a paper.
        codes: problems that stopped the others, by code; a mutant may have several.
        silent: names of mutants that gave neither a paper nor a problem.
        neighbours: good papers that were lost.
        seconds: the time of all.
    """

    suffix: str
    mutants: int
    read: int
    codes: Counter[str]
    silent: list[str]
    neighbours: int
    seconds: float


def tried(suffix: str, numbers: range, folder: Path, **limits: int) -> Row:
    """Write the mutants of a format into a folder, with good papers among them, and load it."""
    seed = SEEDS[suffix]()
    names = [f"m{number:06}.{suffix}" for number in numbers]
    for name, number in zip(names, numbers, strict=True):
        (folder / name).write_bytes(mutant(suffix, seed, number))
    good = [f"{place}-york-2015-01-21.txt" for place in ("a", "m000500", "z")]
    for name in good:
        (folder / name).write_text(f"{paper()}\n{name}\n", encoding="utf-8")
    start = time.monotonic()
    register = load(folder, limits=limits, project=False)
    seconds = time.monotonic() - start
    read = {paper.source.name.partition("!")[0] for paper in register.papers}
    noted = {problem.document.partition("!")[0] for problem in register.problems if _stops(problem)}
    codes = Counter(problem.code for problem in register.problems if problem.severity is Severity.ERROR)
    return Row(
        suffix=suffix,
        mutants=len(names),
        read=len(read & set(names)),
        codes=codes,
        silent=[name for name in names if name not in read | noted],
        neighbours=sum(name not in read for name in good),
        seconds=seconds,
    )


def all_tried(suffix: str, numbers: range, keep: Path | None = None) -> Row:
    """The mutants of a format, a hundred a load: papers of one council are compared with each other, and these are all alike."""
    whole = Row(suffix, 0, 0, Counter(), [], 0, 0.0)
    for first in range(numbers.start, numbers.stop, BATCH):
        with tempfile.TemporaryDirectory() as made:
            folder = keep / str(first) if keep else Path(made)
            folder.mkdir(parents=True, exist_ok=True)
            row = tried(suffix, range(first, min(first + BATCH, numbers.stop)), folder)
        whole.mutants += row.mutants
        whole.read += row.read
        whole.codes += row.codes
        whole.silent += row.silent
        whole.neighbours += row.neighbours
        whole.seconds += row.seconds
    return whole


def _stops(problem) -> bool:
    return problem.severity is Severity.ERROR or problem.code == "input.repeated"


def main() -> int:
    """Try the mutants and print a row a format.

    Returns:
        1 where a neighbour was lost, a mutant was silent, or cstrack itself failed on one.
    """
    parser = argparse.ArgumentParser(description="Files of every format, changed at random.")
    parser.add_argument("count", nargs="?", type=int, default=1_000, help="mutants of each format")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--format", choices=tuple(SEEDS), action="append", help="this format alone")
    parser.add_argument("--keep", type=Path, help="write the mutants there and leave them")
    asked = parser.parse_args()
    print(f"{'format':7} {'mutants':>7} {'papers':>7} {'seconds':>8} {'silent':>6} {'lost':>5}  problems")
    bad = 0
    for suffix in asked.format or SEEDS:
        row = all_tried(suffix, range(asked.first, asked.first + asked.count), asked.keep)
        told = ", ".join(f"{code} {number}" for code, number in row.codes.most_common())
        print(
            f"{row.suffix:7} {row.mutants:7} {row.read:7} {row.seconds:8.1f} {len(row.silent):6} {row.neighbours:5}  {told}",
            flush=True,
        )
        bad += len(row.silent) + row.neighbours + row.codes["input.failed"]
        for name in row.silent[:5]:
            print(f"        silent: {name}")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
