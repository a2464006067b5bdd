"""What the documentation shows runs, and what it pasted is what is printed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fences import OUTPUT, anew, blocks, difference, pairs, run

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    path.relative_to(ROOT).as_posix()
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    if "_build" not in path.parts and any(block.runs for block in blocks(path.read_text(encoding="utf-8")))
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the examples, where the blocks of one page may write."""
    ignored = shutil.ignore_patterns("__pycache__", "output")
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=ignored)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_golden_page(name, folder, update_golden):
    """Blocks of one page run in order and share their names; pasted output is true, or is written anew."""
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    namespace: dict[str, object] = {"__name__": "page"}
    fresh = text
    for block, pasted in pairs(blocks(text)):
        printed = run(block, namespace, folder)
        if pasted is None:
            continue
        if update_golden:
            fresh = fresh.replace(f"{OUTPUT}\n{pasted.body}```", f"{OUTPUT}\n{anew(pasted.body, printed)}```", 1)
            continue
        wrong = difference(pasted.body, printed)
        assert wrong is None, f"{name}, line {pasted.line}: {wrong}\n\nif it is meant: python dev.py golden"
    if fresh != text:
        path.write_text(fresh, encoding="utf-8", newline="\n")


def test_every_output_follows_what_printed_it():
    """An output block that follows no block that runs is compared with nothing."""
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        page = blocks(path.read_text(encoding="utf-8"))
        told = {id(pasted) for _, pasted in pairs(page)}
        alone = [
            f"{path.name}, line {block.line}" for block in page if block.language == OUTPUT and id(block) not in told
        ]
        assert not alone


def test_a_pasted_output_that_is_not_printed_is_told():
    """The comparison can fail: a changed word, a missing line, a line out of order."""
    printed = "one  two\n\nthree\nfour\nfive\n"
    assert difference("one two\n...\nfive\n", printed) is None
    assert difference("one two\n...\nfour\n...\n", printed) is None
    for pasted in ("one 2\n...\n", "one two\nthree\n", "...\nfour\n...\nthree\n...\n"):
        assert difference(pasted, printed) is not None


def test_a_pasted_output_is_written_anew():
    """Stretches are found by their first lines and keep their number of paragraphs; what was left out stays left out."""
    printed = "head\n\nalpha 2\nbeta 3\nnew\n\ngamma\n\ndelta\nlast\n"
    assert anew("old head\n...\nalpha 2\nbeta 1\n...\n", printed) == "head\n...\nalpha 2\nbeta 3\nnew\n...\n"
    assert anew("old\n\nalpha\n...\n", printed) == "head\n\nalpha 2\nbeta 3\nnew\n...\n"
    assert anew("old\n...\ndelta\nold\n", printed) == "head\n...\ndelta\nlast\n"
    assert anew("all of it is old\n", printed) == printed
    for pasted in ("old\n...\nalpha 2\n...\n", "x\n\ny\n...\ngamma\n"):
        assert difference(anew(pasted, printed), printed) is None
