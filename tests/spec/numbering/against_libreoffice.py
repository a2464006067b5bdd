"""Compare the table of ``cases.md`` with what an installed LibreOffice prints: ``python tests/spec/numbering/against_libreoffice.py``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numbering_cases


def main() -> int:
    """Print each row that LibreOffice shows in another way than the table says; 1 where there is any."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice is not installed")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        texts = _converted(office, Path(folder), numbering_cases.cases())
    differ = 0
    for (name, _, paragraphs, shows, known), text in zip(numbering_cases.cases(), texts, strict=True):
        printed = numbering_cases.shown(text, len(paragraphs))
        if printed != (known.partition(" (")[0] or shows):
            differ += 1
            print(f"{name}: the table says {known or shows}, LibreOffice shows {printed}")
    print(f"{len(texts)} rows compared, {differ} differ")
    return int(differ > 0)


def _converted(office: str, folder: Path, cases: list[tuple[str, list[str], list[str], str, str]]) -> list[str]:
    for at, (_, lists, paragraphs, _, _) in enumerate(cases):
        (folder / f"{at:02}.docx").write_bytes(numbering_cases.paper(lists, paragraphs))
    papers = sorted(map(str, folder.glob("*.docx")))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(folder),
        *papers,
    ]
    subprocess.run(command, check=True, capture_output=True)
    return [path.read_text(encoding="utf-8-sig") for path in sorted(folder.glob("*.txt"))]


if __name__ == "__main__":
    sys.exit(main())
