"""The program: its commands, and the exit code of a run."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from cstrack.cli import changes, doctor, explain, export, load, plugins, profile, records, report, store, text
from cstrack.cli.console import prepare_streams, tell
from cstrack.errors import CstrackError
from cstrack.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Done; done, but something needs a person; wrong use; nothing could be read, or an internal error; interrupted.
DONE, NEEDS_A_PERSON, WRONG_USE, FAILED, INTERRUPTED = 0, 1, 2, 3, 130

EPILOG = (
    "Exit codes: 0 done; 1 done, but something needs a person; 2 wrong use; 3 nothing could be read, or an internal error; "
    "4 a store; 130 interrupted."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(VERSION, prog_name="cstrack")
@click.option("--traceback", "with_traceback", is_flag=True, help="Print Python's traceback of an internal error.")
def program(with_traceback: bool) -> None:
    """Read what councils publish about their children's services: what was promised, what moved, what it costs."""
    del with_traceback


for command in (
    report.report,
    records.records,
    load.load,
    changes.changes,
    store.store,
    export.export,
    explain.explain,
    text.text,
    plugins.plugins,
    plugins.plugin,
    profile.profile,
    doctor.doctor,
):
    program.add_command(command)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: its arguments; those of the process where None.

    Returns:
        The exit code. No error leaves as a traceback, and no exit of a plugin as success.
    """
    prepare_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if "_CSTRACK_COMPLETE" in os.environ:
        program.main(arguments, prog_name="cstrack")  # a shell asks for completions; click answers and ends the run
    try:
        return _run([*arguments])
    except click.exceptions.NoArgsIsHelpError as error:
        error.show(sys.stderr)
        return WRONG_USE
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "cstrack"
        tell(f"{command}: {error.format_message()} See {command} --help")
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        tell("interrupted")
        return INTERRUPTED
    except CstrackError as error:
        tell(f"cstrack: {error}")
        return error.exit_code
    except BrokenPipeError:
        return _nobody_reads()
    except (Exception, SystemExit) as error:  # noqa: BLE001  # the last line of defence of a command
        tell(
            f"cstrack: internal error: {type(error).__name__}: {error}. Run again with --traceback before the command and report it"
        )
        if "--traceback" in arguments:
            _tell_traceback()
        return FAILED


def _run(arguments: list[str]) -> int:
    """Run a command; its arguments are used up. click's own ``main`` would turn a closed pipe into an exit of 1."""
    try:
        with program.make_context("cstrack", arguments) as context:
            return int(program.invoke(context) or DONE)
    except click.exceptions.Exit as ended:
        return ended.exit_code


def _nobody_reads() -> int:
    """Whoever read the output has had enough: the interpreter must not complain of it while it closes the stream."""
    with suppress(OSError, AttributeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())  # type: ignore[union-attr]
    return DONE


def _tell_traceback() -> None:
    traceback.print_exc(file=sys.stderr)
