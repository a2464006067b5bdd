"""Files changed at random end in time, with records or with a problem, and never cost a neighbour.

``python dev.py fuzz`` tries a thousand of each format and prints what became of them.
"""

from __future__ import annotations

#: Mutants of each format.
COUNT = 100


def test_a_number_makes_one_mutant(mutants, suffix):
    """What a run found can be made again."""
    seed = mutants.SEEDS[suffix]()
    assert mutants.mutant(suffix, seed, 7) == mutants.mutant(suffix, seed, 7)
    assert len({mutants.mutant(suffix, seed, number) for number in range(20)}) > 15


def test_mutants_end_with_records_or_a_problem(mutants, suffix, tmp_path):
    """None is silent, none stops another, none shows a mistake of cstrack itself."""
    row = mutants.tried(suffix, range(COUNT), tmp_path, seconds=20)
    assert row.mutants == COUNT
    assert row.neighbours == 0, "a good paper was lost"
    assert not row.silent
    assert row.codes["input.failed"] == 0
