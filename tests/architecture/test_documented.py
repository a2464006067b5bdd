"""What a user or a plugin author can meet is documented: doors, errors, problems and the public names."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import cstrack
from cstrack.errors import CstrackError
from cstrack.problems import CODES

DOORS_PAGE = "docs/reference/doors.md"
ERRORS_PAGE = "docs/how-to/errors.md"
API_PAGE = "docs/reference/api.md"


def page(root: Path, name: str) -> str:
    """A page of the documentation; where it is missing the test says so in one line."""
    path = root / name
    assert path.is_file(), f"{name} is not written yet"
    return path.read_text(encoding="utf-8")


def named(text: str, name: str) -> bool:
    """Whether a page sets a name as code: in backticks, in a directive, or after ``cstrack.``."""
    found = re.escape(name)
    return (
        re.search(rf"`(?:[\w.]+\.)?{found}[`(\[]|(?:auto|py:)\w+::? .*\b{found}\b|cstrack\.{found}\b", text) is not None
    )


def import_everything() -> None:
    """Import each module of the core, so that every subclass is known."""
    for found in pkgutil.walk_packages(cstrack.__path__, "cstrack."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


def doors() -> list[str]:
    """The names of the hooks, from their specification."""
    specification = importlib.import_module("cstrack.hooks.doors").Doors
    return sorted(name for name in vars(specification) if name.startswith("cstrack_"))


def errors(base: type[CstrackError] = CstrackError) -> set[str]:
    """Every error of the package, at any depth."""
    found = {sub for sub in base.__subclasses__() if sub.__module__.startswith("cstrack.")}
    return {sub.__name__ for sub in found}.union(*(errors(sub) for sub in found))


def functions_of_the_tests(root: Path) -> set[str]:
    """The name of every test function."""
    files = [*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/**/test_*.py")]
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in files)
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_door_is_documented(root):
    """A hook that no page names does not exist for a plugin author."""
    names = doors()
    assert names, "cstrack.hooks.doors.Doors has no hook"
    text = page(root, DOORS_PAGE)
    missing = [name for name in names if not named(text, name)]
    assert not missing, f"{DOORS_PAGE} does not document {', '.join(missing)}"


def test_every_door_has_a_test(root):
    """A test named `test_hook_<name of the hook>`, with or without the `cstrack_` before it."""
    names = doors()
    tests = functions_of_the_tests(root)
    heads = {name: (f"test_hook_{name}", f"test_hook_{name.removeprefix('cstrack_')}") for name in names}
    missing = [name for name, head in heads.items() if not any(test.startswith(head) for test in tests)]
    assert not missing, f"no test is named for the hook {', '.join(missing)}: write test_hook_<name>"


def test_every_error_is_documented(root):
    """Who meets an error finds its cause and its cure under its name."""
    import_everything()
    text = page(root, ERRORS_PAGE)
    missing = sorted(name for name in errors() if not named(text, name))
    assert not missing, f"{ERRORS_PAGE} does not explain {', '.join(missing)}"


def test_every_problem_is_documented(root):
    """Each code that a run can print stands on the page, set as code."""
    text = page(root, ERRORS_PAGE)
    missing = sorted(code for code in CODES if f"`{code}`" not in text)
    assert not missing, f"{ERRORS_PAGE} does not explain {', '.join(missing)}"


def test_every_public_name_is_documented(root):
    """`cstrack.__all__` is the public interface; the page of reference names all of it."""
    text = page(root, API_PAGE)
    missing = sorted(name for name in cstrack.__all__ if not named(text, name))
    assert not missing, f"{API_PAGE} does not name {', '.join(missing)}"


def test_every_public_name_is_there():
    """A name in `__all__` that is not defined breaks `from cstrack import *`, and the promise."""
    assert cstrack.__all__, "cstrack.__all__ is empty"
    missing = [name for name in cstrack.__all__ if not hasattr(cstrack, name)]
    assert not missing
    assert list(cstrack.__all__) == sorted(cstrack.__all__), "cstrack.__all__ is sorted"


def test_every_problem_code_is_used(root):
    """A code that nothing returns documents a thing that cannot happen."""
    sources = [*root.glob("src/cstrack/**/*.py"), *root.glob("plugins/*/src/**/*.py")]
    spoken = "\n".join(path.read_text(encoding="utf-8") for path in sources if path.name != "problems.py")
    unused = sorted(code for code in CODES if f'"{code}"' not in spoken)
    assert not unused, f"nothing returns the problem {', '.join(unused)}"
