"""What slipped: promises of one paper that a later paper shows as moved, done or still open.

python examples/01_what_slipped.py
"""

from pathlib import Path

import cstrack

PAPERS = Path(__file__).parent / "papers"
EARLIER, LATER = PAPERS / "wirral-2014-12-15.txt", PAPERS / "wirral-2015-07-07.txt"


def main() -> None:
    """Ask which dates have passed, then what the later paper says became of them; every line cites its words."""
    earlier, later = cstrack.load(EARLIER), cstrack.load(LATER)
    for finding in cstrack.assess(cstrack.load([EARLIER, LATER]), as_of="2015-07-31"):
        if finding.code in {"action.date_passed", "action.overdue"}:
            print(f"- {finding.message}")
            for words in finding.citations:
                print(f'  {words.source.name}, {words.section}: "{words.quote}"')

    print("\nWhat the later paper says of the same promises:")
    for change in cstrack.compare(earlier, later):
        if change.before and change.after and change.kind in {"slipped", "brought_forward", "closed"}:
            print(f"- {change.kind}: {change.subject}, {change.from_value} -> {change.to_value}")
            print(f'  {change.before.source.name}: "{change.before.quote}"')
            print(f'  {change.after.source.name}: "{change.after.quote}"')


if __name__ == "__main__":
    main()
