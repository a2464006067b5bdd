"""The cases of ``cases.md``, and the Word file of each."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

_HERE = Path(__file__).parent
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1st": "ordinal",
    "One": "cardinalText", "First": "ordinalText", "01": "decimalZero", "bullet": "bullet", "none": "none",
}  # fmt: skip
_LEVEL = re.compile(
    r"(?P<label>.*):(?P<form>[^:]*?)(?: from (?P<start>[0-9]+))?(?: restart (?P<restart>[0-9]))?(?P<legal> legal)?"
)


def writer() -> ModuleType:
    """The module that writes Word files."""
    found = importlib.util.spec_from_file_location("as_word", _HERE.parents[1] / "unit/reading/as_word.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def cases() -> list[tuple[str, list[str], list[str], str, str]]:
    """Name, lists, paragraphs, what Word shows, what LibreOffice shows."""
    lines = (_HERE / "cases.md").read_text(encoding="utf-8").splitlines()
    rows = [
        re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if line.startswith("| ") and not line.startswith("| case")
    ]
    return [
        (name.strip(), re.findall(r"`([^`]*)`", lists), paragraphs.split(), shows.strip(), office.strip())
        for name, lists, paragraphs, shows, office in rows
    ]


def paper(lists: list[str], paragraphs: list[str]) -> bytes:
    """The Word file of a case; the words of its paragraphs are ``=1=``, ``=2=`` ..."""
    word = writer()
    levels, definitions, nums = [], [], [word.num(1, 1)]
    for told in lists:
        if told.startswith("B = A"):
            starts = [word.override(at, int(told[11:])) for at in range(len(levels))] if "from" in told else []
            nums.append(word.num(2, 1, *starts))
        elif told.startswith("B: "):
            definitions.append(word.abstract(2, _level(word, told[3:], 0)))
            nums.append(word.num(2, 2))
        else:
            levels.append(_level(word, told, len(levels)))
    definitions.insert(0, word.abstract(1, *levels))
    body = "".join(_paragraph(word, told, at) for at, told in enumerate(paragraphs, start=1))
    return word.word(body, numbering="".join((*definitions, *nums)))


def _level(word: ModuleType, told: str, at: int) -> str:
    parts = _LEVEL.fullmatch(told)
    restart = f'<w:lvlRestart w:val="{parts["restart"]}"/>' if parts["restart"] else ""
    legal = "<w:isLgl/>" if parts["legal"] else ""
    start = int(parts["start"] or 1)
    return word.level(at, _FORMS[parts["form"]], parts["label"], start=start, more=restart + legal)


def _paragraph(word: ModuleType, told: str, at: int) -> str:
    if told == "-":
        return word.par(f"={at}=")
    return word.par(f"={at}=", num=(2 if told.startswith("B") else 1, int(told[-1]) - 1))


def shown(text: str, count: int) -> str:
    """What a text prints before each of its paragraphs, bullets as ``•`` and nothing as ``-``."""
    before = [re.search(rf"(?m)^[^\S\n]*(.*?)[^\S\n]*={at}=", text)[1] for at in range(1, count + 1)]
    return " ".join("•" if label in {"-", "•", "◦", "\uf0b7"} else label or "-" for label in before)
