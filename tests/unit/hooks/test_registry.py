"""What a run may use: every bad plugin is listed with its step, and no good one suffers from it."""

from __future__ import annotations

import sys

import pytest

from cstrack.errors import PluginFailure, UnknownName
from cstrack.hooks.failure import Failure, Phase
from cstrack.hooks.plugins import Plugins, State
from cstrack.hooks.registry import load_plugins
from cstrack.problems import Severity

IMPORTS = "from cstrack.plugin import hookimpl\n"

#: Source -> step and words of the failure.
BROKEN = {
    "missing import": ("import no_such_module_at_all", Phase.IMPORT, "ModuleNotFoundError: No module named"),
    "exit at import": ("import sys; sys.exit(0)", Phase.IMPORT, "sys.exit: 0"),
    "no plugin in it": ("", Phase.IMPORT, "AttributeError"),
    "misspelt hook": (
        IMPORTS + "class P:\n    @hookimpl\n    def cstrack_loader(self): return []\nplugin = P()",
        Phase.VALIDATE,
        "cstrack_loader",
    ),
    "wrong parameter": (
        IMPORTS + "class P:\n    @hookimpl\n    def cstrack_loaders(self, document): return []\nplugin = P()",
        Phase.VALIDATE,
        "document",
    ),
    "no decorator": (
        "class P:\n    def cstrack_loaders(self): return []\nplugin = P()",
        Phase.VALIDATE,
        "cstrack_loaders is not marked: write @hookimpl above it",
    ),
    "one decorator forgotten": (
        IMPORTS
        + "class P:\n    @hookimpl\n    def cstrack_units(self): return []\n    def cstrack_loaders(self): return []\nplugin = P()",
        Phase.VALIDATE,
        "cstrack_loaders is not marked",
    ),
    "nothing at all": ("plugin = object()", Phase.VALIDATE, "it implements no hook"),
    "a wrapper": (
        IMPORTS + "class P:\n    @hookimpl(wrapper=True)\n    def cstrack_loaders(self): return (yield)\nplugin = P()",
        Phase.VALIDATE,
        "it wraps a hook",
    ),
    "a hook that raises": (
        IMPORTS + "class P:\n    @hookimpl\n    def cstrack_loaders(self): raise KeyError('x')\nplugin = P()",
        Phase.CALL,
        "KeyError: 'x'",
    ),
    "a hook that exits": (
        IMPORTS + "class P:\n    @hookimpl\n    def cstrack_loaders(self): raise SystemExit(0)\nplugin = P()",
        Phase.CALL,
        "sys.exit: 0",
    ),
    "a late raise in a generator": (
        IMPORTS
        + "class P:\n    @hookimpl\n    def cstrack_units(self):\n        yield 'x = [y]'\n        raise OSError('late')\nplugin = P()",
        Phase.CALL,
        "OSError: late",
    ),
    "a unit of ours defined anew": (
        IMPORTS + "class P:\n    @hookimpl\n    def cstrack_units(self): return ['GBP = 100 * count']\nplugin = P()",
        Phase.CALL,
        "the unit 'GBP' is defined already",
    ),
}

#: What a hook returns -> words of the failure.
RETURNED = {
    "cstrack_loaders: None": ("None", "it has to return several"),
    "cstrack_loaders: 42": ("42", "int '42'; it has to return several"),
    "cstrack_loaders: [42]": ("[42]", "int '42', which is no Loader"),
    "cstrack_loaders: ['x']": ("['x']", "which is no Loader"),
    "cstrack_units: 'metre'": ("'metre = [m]'", "it has to return several"),
    "cstrack_units: [3]": ("[3]", "which is no str"),
    "cstrack_units: two lines": (r"['a = [b]\nc = [d]']", "each definition of a unit is one line"),
    "cstrack_vocabularies: a dict": ("[{'noun': {}}]", "which is no Vocabulary"),
}


def failure(plugins: Plugins, name: str) -> Failure:
    """The failure of one plugin."""
    return next(found for found in plugins.failures if found.plugin == name)


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_plugin_is_listed_with_its_step(install, good, case):
    """Its failure has a step, one line and, where something was raised, the traceback; the plugin beside it works."""
    source, phase, told = BROKEN[case]
    install("cstrack-bad", source)
    install("cstrack-fine", good("fine"))
    plugins = load_plugins()
    found = failure(plugins, "bad")
    assert found.phase is phase
    assert told in found.message
    assert "\n" not in found.message
    assert found.traceback
    assert found.problem.code == "plugin.failed"
    assert "cstrack-bad 1.0" in found.problem.message
    assert next(row.state for row in plugins.rows if row.name == "bad") is State.FAILED
    assert plugins.loader("fine.everything")
    assert plugins.loader("core.paper")


@pytest.mark.parametrize("case", RETURNED)
def test_a_wrong_return_is_the_plugins_failure(install, case):
    """What a hook returns is looked at where it comes in, not where it is used."""
    returned, told = RETURNED[case]
    hook = case.partition(":")[0]
    install("cstrack-bad", IMPORTS + f"class P:\n    @hookimpl\n    def {hook}(self): return {returned}\nplugin = P()")
    found = failure(load_plugins(), "bad")
    assert (found.phase, found.problem.code) == (Phase.CALL, "plugin.bad_return")
    assert told in found.message


def test_a_class_is_no_loader(install, good):
    """Forgetting the brackets of `Everything()` is told as such."""
    source = good("bad").replace('Everything(id="bad.everything", authorities=frozenset(()))', "Everything")
    install("cstrack-bad", source)
    assert "the class Everything, which is no Loader" in failure(load_plugins(), "bad").message


def test_authorities_are_a_frozenset(install, good):
    """A text would be read as its letters."""
    install("cstrack-bad", good("bad").replace("authorities=frozenset(())", "authorities='E06000001'"))
    assert "bad.everything has authorities of the type str" in failure(load_plugins(), "bad").message


@pytest.mark.parametrize(("group", "phase"), [("cstrack.v2", Phase.API), ("cstrack.v1", Phase.NAME)])
def test_what_was_refused_unimported_is_a_failure_of_the_run(install, group, phase):
    """Another version of the doors, and a name that two claim: listed, needed where its authority is, and strictly raised."""
    for name in ("cstrack-one", "cstrack-two")[: 1 if phase is Phase.API else 2]:
        source = "raise RuntimeError"
        install(
            name, source, plugins={"guest": f"{name.replace('-', '_')}:plugin"}, authorities=("E06000001",), group=group
        )
    found = failure(load_plugins({"E06000001"}), "guest")
    assert (found.phase, found.needed, found.traceback) == (phase, True, "")
    assert load_plugins({"E06000002"}).failures == ()
    with pytest.raises(PluginFailure):
        load_plugins({"E06000001"}, strict=True)


def test_ids_begin_with_the_plugins_name(install, good):
    """An id says who is to be asked about it."""
    install("cstrack-bad", good("other"))
    assert (
        "'other.everything'; ids of this plugin begin with 'bad' and a stop" in failure(load_plugins(), "bad").message
    )


def test_two_loaders_of_one_id_are_refused(install, good):
    """--loader could not choose between them."""
    source = good("bad").replace("return [", "return 2 * [")
    install("cstrack-bad", source)
    assert "two of the id bad.everything" in failure(load_plugins(), "bad").message


def test_a_loader_serves_no_authority_that_the_metadata_does_not_claim(install, good):
    """It would read that authority's papers in some runs and not in others."""
    install("cstrack-bad", good("bad", ("E06000001", "E06000002")), authorities=("E06000001",))
    assert (
        "bad.everything serves E06000002, which its entry points do not say" in failure(load_plugins(), "bad").message
    )


def test_only_plugins_of_the_runs_authorities_are_imported(install, good):
    """A hundred and fifty plugins cost nothing to a run for one council."""
    install("cstrack-here", good("here", ("E06000001",)), authorities=("E06000001",))
    install("cstrack-there", "raise RuntimeError", authorities=("E06000002",))
    install("cstrack-anywhere", good("anywhere"))
    plugins = load_plugins({"E06000001"})
    states = {row.name: row.state for row in plugins.rows}
    assert states["here"] is states["anywhere"] is State.LOADED
    assert states["there"] is State.FOUND
    assert "cstrack_there" not in sys.modules
    assert not any(found.plugin == "there" for found in plugins.failures)


def test_a_failure_is_an_error_only_where_the_run_needed_the_plugin(install):
    """The exit code speaks of what this run lacks."""
    install("cstrack-bad", "raise RuntimeError", authorities=("E06000001",))
    assert failure(load_plugins({"E06000001"}), "bad").problem.severity is Severity.ERROR
    assert failure(load_plugins(), "bad").problem.severity is Severity.WARNING


def test_the_problems_of_a_run_name_its_failed_plugins(install):
    """One line each, with distribution, version and step."""
    install("cstrack-bad", "raise RuntimeError('no')")
    told = [problem.message for problem in load_plugins(only=("bad",)).problems]
    assert told == ["the plugin bad (cstrack-bad 1.0) failed (import): RuntimeError: no"]


def test_no_plugins_is_the_core_alone(install, good):
    """A baseline for support: nothing of a stranger is imported."""
    install("cstrack-fine", good("fine"))
    plugins = load_plugins(no_plugins=True)
    assert {row.name for row in plugins.rows} == {"core"}
    assert {loader.id for loader in plugins.loaders} == {"core.paper", "core.table"}


def test_disabled_and_only(install, good):
    """Both name plugins; a name that nobody has is the caller's mistake."""
    install("cstrack-one", good("one"))
    install("cstrack-two", good("two"), authorities=("E06000001",))
    disabled = load_plugins(disabled=("one",))
    assert "one.everything" not in {loader.id for loader in disabled.loaders}
    assert next(row.state for row in disabled.rows if row.name == "one") is State.DISABLED
    only = load_plugins({"E06000009"}, only=("two",))
    assert {loader.id for loader in only.loaders} == {"core.paper", "core.table", "two.everything"}
    with pytest.raises(UnknownName, match="unknown plugin 'three'"):
        load_plugins(disabled=("three",))


def test_strict_raises_the_first_failure(install):
    """Where a person builds a plugin, a warning is too quiet."""
    install("cstrack-bad", "raise RuntimeError('no')")
    with pytest.raises(PluginFailure, match=r"the plugin bad failed \(import\): cstrack-bad 1\.0: RuntimeError: no"):
        load_plugins(only=("bad",), strict=True)


@pytest.mark.parametrize("error", ["KeyboardInterrupt", "MemoryError"])
def test_an_interruption_is_nobodys_failure(install, error):
    """Ctrl-C during the import of a plugin stops the run."""
    install("cstrack-bad", f"raise {error}")
    with pytest.raises((KeyboardInterrupt, MemoryError)):
        load_plugins(only=("bad",))


def test_loading_twice_gives_the_same(install, good):
    """No state is kept between runs."""
    install("cstrack-fine", good("fine"))
    assert load_plugins().rows == load_plugins().rows
