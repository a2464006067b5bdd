"""``python -m cstrack.worker``: what a pool starts. Started by hand it waits for orders on standard input."""

from __future__ import annotations

import json
import os
import sys
from typing import BinaryIO

from cstrack.worker.confining import confine, end_with_parent


def main() -> int:
    """Take the orders, keep within the memory they allow, and only then import what reads files.

    Returns:
        The exit code of the process.
    """
    take, give = own_streams()
    line = take.readline()
    if not line:
        return 0
    orders = json.loads(line)
    sys.path[:] = orders["path"]
    if orders["environ_path"] is None:
        os.environ.pop("PYTHONPATH", None)
    else:
        os.environ["PYTHONPATH"] = orders["environ_path"]
    confine(orders["told"]["limits"]["memory"])
    end_with_parent()
    from cstrack.worker.serving import serve

    serve(orders["told"], take, give)
    return 0


def own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The streams of the parent, moved where nothing else writes: what a plugin or a library prints goes to standard error.

    Returns:
        What to read from and what to write to.
    """
    take, give = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing, end = os.pipe()
    os.close(end)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return take, give


if __name__ == "__main__":
    sys.exit(main())
