"""The rooms: which may import which, who may use what from outside, and what nobody may do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

#: A package from outside, and the only rooms that may know it.
FENCES = {
    "pluggy": {"hooks"},
    "cattrs": {"codec"},
    "click": {"cli"},
    "pint": {"values"},
    "tabulate": {"export", "cli"},
    "jinja2": {"export"},
    "xlsxwriter": {"export"},
    "docx": {"export"},
    "python_calamine": {"reading"},
    "sqlite3": {"storage"},
    "multiprocessing": set(),
    "socket": set(),
    "urllib.request": set(),
    "http": set(),
    "requests": set(),
}

#: Reads of a clock. `time.monotonic` measures a wait and says nothing about the day.
CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
}

#: Rooms that may write, and with them the two that write for a developer: a new plugin, a golden file.
DISK = {"reading", "storage", "cli", "scaffold", "testing"}
WRITES = {"write_text", "write_bytes", "mkdir", "unlink", "touch", "rmdir", "rename", "symlink_to", "hardlink_to"}

#: Functions of `re` that compile an expression which no register knows.
COMPILES = {"compile", "match", "search", "fullmatch", "split", "findall", "finditer", "sub", "subn"}


def imports(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Every module that a tree imports, wherever in the file, by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module


def last_name(node: ast.expr) -> str:
    """`datetime.date` and `date` are both `date`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str, str]]:
    """Every call with the name before the last dot and the name that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            owner = last_name(node.func.value) if isinstance(node.func, ast.Attribute) else ""
            yield node, owner, last_name(node.func)


def test_a_room_imports_only_the_rooms_below_it(child):
    """The contracts of import-linter in pyproject.toml hold; what broke is printed as import-linter prints it."""
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    outcome = child("-c", script)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize("package", sorted(FENCES))
def test_a_package_from_outside_is_known_to_its_room_alone(core, package):
    """Third-party use is fenced, so that a library can be replaced by changing one room."""
    allowed = FENCES[package]
    broken = [
        f"{file.at(node)}: imports {name}; allowed in {', '.join(sorted(allowed)) or 'no room'}"
        for file in core
        if file.room not in allowed
        for node, name in imports(file.tree)
        if name == package or name.startswith(package + ".")
    ]
    assert not broken, "\n".join(broken)


def test_no_room_reads_a_clock(core):
    """Same input, same version: the same bytes out. The day is an argument, and only the command line has a default."""
    broken = [
        f"{file.at(node)}: calls {owner}.{name}(); take the day as the argument `as_of`"
        for file in core
        if file.room != "cli"
        for node, owner, name in calls(file.tree)
        if (owner, name) in CLOCKS
    ]
    broken += [
        f"{file.at(node)}: imports a clock from time"
        for file in core
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "time"
        and {alias.name for alias in node.names} & {name for owner, name in CLOCKS if owner == "time"}
    ]
    assert not broken, "\n".join(broken)


def test_the_disk_is_touched_in_reading_storage_and_cli(core):
    """A test of any other room needs no folder; one atomic write serves every export."""
    broken = [
        f"{file.at(node)}: {name}() touches the disk; that belongs to reading, storage or cli"
        for file in core
        if file.room not in DISK
        for node, owner, name in calls(file.tree)
        if name in WRITES or (name == "open" and owner in {"", "io", "os", "codecs"})
    ]
    broken += [
        f"{file.at(node)}: imports {name}, which writes to the disk; that belongs to reading, storage or cli"
        for file in core
        if file.room not in DISK
        for node, name in imports(file.tree)
        if name in {"tempfile", "shutil"}
    ]
    assert not broken, "\n".join(broken)


def test_every_regular_expression_is_registered(core, plugins):
    """A pattern that backtracks stops a whole run: all are made by `pattern()`, so that a test can pump each."""
    broken = [
        f"{file.at(node)}: re.{name}(); make the expression with cstrack.values.patterns.pattern(name, expression)"
        for file in (*core, *plugins)
        if file.module != "cstrack.values.patterns"
        for node, owner, name in calls(file.tree)
        if owner == "re" and name in COMPILES
    ]
    assert not broken, "\n".join(broken)


def test_names_come_from_the_module_that_defines_them(core):
    """A room's `__init__` re-exports for users; inside, an import says where the name lives."""
    packages = {file.module for file in core if file.is_package}
    modules = {file.module for file in core}
    broken = [
        f"{file.at(node)}: imports {alias.name} from {node.module}; import it from the module that defines it"
        for file in core
        if not file.is_package
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ImportFrom) and node.module in packages
        for alias in node.names
        if f"{node.module}.{alias.name}" not in modules
    ]
    broken += [
        f"{file.at(node)}: imports the whole package; import the module that is needed"
        for file in core
        for node, name in imports(file.tree)
        if name == "cstrack" and isinstance(node, ast.Import)
    ]
    assert not broken, "\n".join(broken)


def test_a_plugin_imports_cstrack_plugin_only(plugins):
    """What plugin authors may rely on is one module; everything else may move."""
    allowed = {"cstrack.plugin"}
    broken = [
        f"{file.at(node)}: imports {name}; a plugin imports cstrack.plugin only"
        for file in plugins
        for node, name in imports(file.tree)
        if (name == "cstrack" or name.startswith("cstrack.")) and name not in allowed
    ]
    assert not broken, "\n".join(broken)


def test_the_rooms_are_there_at_all(core):
    """The fences above would hold of an empty package too."""
    rooms = {file.room for file in core}
    expected = "values sources problems document facts model codec reading recognition assembly hooks workflow cli"
    assert set(expected.split()) <= rooms | {Path(file.path).stem for file in core}
