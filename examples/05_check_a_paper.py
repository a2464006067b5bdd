"""Check one paper before it goes out: do its sums agree, and what will a member ask?

python examples/05_check_a_paper.py [PAPER] [DAY]
"""

import sys
from pathlib import Path

import cstrack

EXAMPLE = Path(__file__).parent / "papers" / "wirral-2014-12-15.txt"


def main(paper: Path, day: str) -> int:
    """Print what could not be read, then the points to check with the words of both sides."""
    try:
        register = cstrack.load(paper)
    except cstrack.CstrackError as error:
        print(error)
        return error.exit_code
    for problem in register.problems:
        print(f"{problem.severity}: {problem.message}")
    findings = cstrack.assess(register, as_of=day)
    print(f"{paper.name}: {len(register.records)} records, {len(findings)} points to check\n")
    for finding in findings:
        print(f"[{finding.priority}] {finding.message}")
        for words in finding.citations[:2]:
            print(f'    {words.section or "at"} "{words.quote}"')
    return 0


if __name__ == "__main__":
    asked = sys.argv[1:]
    sys.exit(main(Path(asked[0]) if asked else EXAMPLE, asked[1] if len(asked) > 1 else "2015-03-31"))
