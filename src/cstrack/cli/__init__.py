"""The command line: arguments in, tables and files out, one exit code."""

from cstrack.cli.program import main

__all__ = ["main"]
