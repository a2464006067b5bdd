"""A plugin that does what a file tells it: hang, crash, exit, print. The tests install it as a tiny distribution.

A file ``MOCK hangs`` makes its reader hang, ``LOADER hangs`` its loader.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path

from cstrack.plugin import (
    Block,
    BlockKind,
    Document,
    LoadResult,
    Match,
    Outcome,
    Paper,
    Span,
    Strength,
    hookimpl,
)


def hangs():
    time.sleep(1e6)


def spins():
    while True:
        pass


def raises():
    raise ValueError("no luck")


def exits():
    sys.exit(0)


def leaves():
    os._exit(0)


def aborts():
    os.abort()


def crashes():
    ctypes.string_at(0)


def interrupts():
    raise KeyboardInterrupt


def allocates():
    return bytearray(8 * 1024**3)


def grows():
    kept = []
    while True:
        kept.append("x" * 1024 * 1024)


def closes():
    os.closerange(3, 256)


def bears():
    """A grandchild in the group of the worker, which leaves its number where the test looks for it."""
    started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1e6)"])
    Path(os.environ["MOCK_NOTES"]).write_text(f"{os.getpid()} {started.pid}", encoding="ascii")
    hangs()


def prints():
    print("{}\n" * 20_000)
    sys.stderr.write("\x1b[31mred\x1b[0m\n" * 1_000)
    os.write(1, b'{"arrival":{}}\n' * 1_000)
    os.system("echo from a shell")


def listens():
    """What stands on standard input is the parent's business; here it is empty."""
    assert sys.stdin.read() == ""


def nothing():
    pass


DOES = {
    does.__name__: does
    for does in (
        hangs,
        spins,
        raises,
        exits,
        leaves,
        aborts,
        crashes,
        interrupts,
        allocates,
        grows,
        closes,
        bears,
        prints,
        listens,
        nothing,
    )
}


class Reader:
    id = "mock.reader"
    media_types = ("text/x-mock",)

    def recognise(self, head, name):
        del name
        return Match(strength=Strength.EXACT, evidence=("it begins with MOCK",)) if head.startswith(b"MOCK ") else None

    def read(self, source, content, limits):
        del limits
        word = content.decode().split()[1]
        if word == "rubbish":
            return 42
        DOES[word]()
        text = content.decode()
        blocks = (Block(kind=BlockKind.PARAGRAPH, pieces=(Span(0, len(text)),)),)
        return Outcome(value=Document(source=source, text=text, blocks=blocks))


class Loader:
    id = "mock.loader"
    title = "what a file tells it"
    authorities = frozenset()
    refines = "core.paper"

    def recognise(self, document):
        if document.text.startswith("RECOGNISE "):
            DOES[document.text.split()[1]]()
        return Match(strength=Strength.EXACT, evidence=("it says so",)) if document.text.startswith("LOADER ") else None

    def load(self, document, context):
        del context
        word = document.text.split()[1]
        if word == "rubbish":
            return 42
        if word == "odd":
            return LoadResult(
                paper=Paper(source=document.source, loader=self.id, title=b"no text"),
                records=(),
                rows_read=0,
                rows_used=0,
                empty_because="odd",
            )
        DOES[word]()
        return LoadResult(
            paper=Paper(source=document.source, loader=self.id),
            records=(),
            rows_read=0,
            rows_used=0,
            empty_because="it is a mock",
        )


class Plugin:
    @hookimpl
    def cstrack_readers(self):
        return (Reader(),)

    @hookimpl
    def cstrack_loaders(self):
        return (Loader(),)


plugin = Plugin()
