"""What the caller asked for cannot be done: raised, never returned.

What is wrong in a council's paper is a :class:`~cstrack.problems.Problem` and is returned; what is wrong in the call is one
of the errors below. Each carries the offending values as fields, and its text says what happened, to what, and what to do.
"""

from __future__ import annotations

from attrs import define, field


class CstrackError(Exception):
    """Base of every error that cstrack raises on purpose.

    Attributes:
        exit_code: what the command line ends with: 2 wrong use, 3 nothing could be read, 4 store.
    """

    exit_code: int = 2


@define
class UnknownAuthority(CstrackError, KeyError):
    """No authority of the register has this code or name."""

    asked: str
    suggestions: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f" Did you mean {' or '.join(self.suggestions)}?" if self.suggestions else ""
        return f"unknown authority {self.asked!r}: give a GSS code (E08000015), a DfE code (344) or a name.{hint}"


@define
class UnreadableDate(CstrackError, ValueError):
    """A text that should be a date, a period or EDTF is none."""

    text: str
    expected: str = "a date such as 2015-03-31"

    def __str__(self) -> str:
        return f"cannot read {self.text!r} as a date: give {self.expected}"


@define
class UnreadableFigure(CstrackError, ValueError):
    """A text that should be a figure is none, or is longer than any figure a council prints."""

    text: str

    def __str__(self) -> str:
        return f"cannot read {self.text[:60]!r} as a figure: give digits such as '£7.2m', '95%' or '1,200'"


@define
class UnreadableNoun(CstrackError, ValueError):
    """A plain form (of a store, a JSON file or another program) is not the noun that it should be."""

    noun: str
    message: str

    def __str__(self) -> str:
        return f"this is not a {self.noun} of this version of cstrack ({self.message}): write it anew from the papers"


@define
class UnitMismatch(CstrackError, ValueError):
    """Two figures of different units, or of different nouns, cannot be added or compared."""

    left: str
    right: str
    doing: str = "add"

    def __str__(self) -> str:
        return f"cannot {self.doing} {self.left} and {self.right}: they count different things. Convert one first, or keep them apart"


@define
class MissingExtra(CstrackError, ImportError):
    """An optional dependency is not installed."""

    extra: str
    needed_for: str

    def __str__(self) -> str:
        return f'{self.needed_for} needs an optional part: python -m pip install "cstrack[{self.extra}]"'


@define
class UnknownName(CstrackError, KeyError):
    """No plugin, loader, exporter or format of this name is there."""

    kind: str
    asked: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        known = f" Known: {', '.join(self.known)}." if self.known else ""
        return f"unknown {self.kind} {self.asked!r}.{known}"


@define
class InvalidProfile(CstrackError, ValueError):
    """A TOML profile or cstrack.toml says something that cannot be meant."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}, line {self.line}"
        return f"{where}: {self.message}"


@define
class OtherAuthority(CstrackError, ValueError):
    """An exporter made for one authority was handed the register of another."""

    exporter: str
    serves: tuple[str, ...]
    found: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"the exporter {self.exporter} serves {', '.join(self.serves)} and the register holds "
            f"{', '.join(self.found) or 'no named authority'}: choose another exporter, or --authority"
        )


@define
class AmbiguousLoader(CstrackError, ValueError):
    """Two loaders of strangers recognise one document equally well."""

    document: str
    loaders: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.document}: {' and '.join(self.loaders)} recognise it equally well. "
            f"Choose one with --loader {self.loaders[0]}, or write [prefer] in cstrack.toml"
        )


@define
class PluginFailure(CstrackError, RuntimeError):
    """A plugin failed while strict mode is on."""

    plugin: str
    phase: str
    message: str

    def __str__(self) -> str:
        return f"the plugin {self.plugin} failed ({self.phase}): {self.message}. See cstrack plugins --verbose"


@define
class NothingRead(CstrackError, ValueError):
    """No input of the run could be read."""

    inputs: tuple[str, ...]
    reasons: tuple[str, ...] = field(default=())
    exit_code = 3

    def __str__(self) -> str:
        why = "; ".join(self.reasons) or "no paper was found"
        return f"nothing could be read from {', '.join(self.inputs) or 'no input'}: {why}"


@define
class StoreError(CstrackError, OSError):
    """A store of reports cannot be opened, trusted or written."""

    path: str
    message: str
    exit_code = 4

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


@define
class NotOffered(CstrackError, NotImplementedError):
    """The call asks for something that this version does not offer."""

    asked: str
    instead: str

    def __str__(self) -> str:
        return f"{self.asked} is not offered by this version: use {self.instead}"


@define
class BadLimit(CstrackError, ValueError):
    """A limit is no whole number from 1 on."""

    limit: str
    asked: str

    def __str__(self) -> str:
        return f"the limit {self.limit} is a whole number from 1 on, not {self.asked}"


@define
class NoWorker(CstrackError, OSError):
    """The process that should read the files cannot be started."""

    message: str
    exit_code = 3

    def __str__(self) -> str:
        return (
            f"the process that reads files cannot be started ({self.message}): read them in this one, with --isolation none or "
            "load(..., isolation='none')"
        )


@define
class NotWritten(CstrackError, OSError):
    """A file cannot be written where it was asked for."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path} was not written: {self.message}"


@define
class OutputExists(CstrackError, FileExistsError):
    """A file to be written is there already."""

    path: str

    def __str__(self) -> str:
        return f"{self.path} exists: give another name, or --force to replace it"
