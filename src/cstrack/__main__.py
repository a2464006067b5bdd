"""``python -m cstrack`` is ``cstrack``."""

from __future__ import annotations

import sys

from cstrack.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
