"""What a sum of money is, in other councils' words."""

title = "What a sum is"


def test_over_and_under_in_other_words(records):
    """Above what was budgeted, over, in the red, adverse; a position that improved or worsened; an allocation that is exceeded."""
    records(
        """
        Beds cost £8.6m, £3.0m above what was budgeted.            | budget 8600000 cost; budget 3000000 overspend
        Spending was £1.1m in excess of the approved estimate.     | budget 1100000 overspend
        Placements were £1.9m over and staffing £0.4m under.       | budget 1900000 overspend; budget 400000 underspend
        The account closed £0.9m in the red.                       | budget 900000 overspend
        The outturn was £61m against a budget of £58m, an overspend of £3m. | budget 61000000 spend; budget 58000000 budget; budget 3000000 overspend
        The position has improved by £0.3m.                        | budget 300000 overspend
        Transport will exceed its allocation of £7m by £0.5m.      | budget 7000000 budget; budget 500000 overspend
        The overspend of £2m is due to fostering (£1.2m) and legal costs (£0.8m). | budget 2000000 overspend; budget 1200000 overspend; budget 800000 overspend
        """,
        "measure",
    )


def test_savings_and_gaps_in_other_words(records):
    """Costs avoided, measures worth so much, what is taken out; holes and shortfalls."""
    records(
        """
        A pressure of £15m. Steps taken saved £5m and bring that down to £10m. | budget 15000000 pressure; budget 5000000 saving; budget 10000000 pressure
        Measures already under way are worth £5.7m.                | budget 5700000 saving
        The scheme will avoid £640,000 of cost.                    | budget 640000 saving
        It takes £2m a year out of the base.                       | budget 2000000 saving
        The Council must find £11m by 2020.                        | budget 11000000 saving
        Councils face a hole of £2bn.                              | budget 2000000000 gap
        Unit costs rose and a cost saving of £1m was lost.         | budget 1000000 saving
        """,
        "measure",
    )


def test_what_moved(records):
    """What rises or falls by a sum stays what it is; a budget that rises is growth, one that is cut a saving."""
    records(
        """
        The overspend has increased by £0.5m.                      | budget 500000 overspend
        The grant had gone down by £2.6m.                          | budget 2600000 grant
        The capital programme was increased by £3.6m.              | budget 3600000 growth
        The budget was cut by £2m.                                 | budget 2000000 saving
        The budget proposes a further £5.1m.                       | budget 5100000 growth
        """,
        "measure",
    )


def test_who_gives_and_where_it_comes_from(records):
    """Money of government is grant, of health income; what is drawn from reserves is reserve, or what it was before."""
    records(
        """
        The Department agreed to pay Newtown £95m, £29m of it now. | budget 95000000 grant; budget 29000000 grant
        Ministers awarded a further £600,000.                      | budget 600000 grant
        It received £1.2m from the Home Office.                    | budget 1200000 grant
        Health pays £740,000 towards these beds.                   | budget 740000 income
        It added a one-off £2.5m from reserves.                    | budget 2500000 reserve
        Transfer £10m from the Budget Strategy Reserve.            | budget 10000000 reserve
        The overspend of £2m will be met from reserves.            | budget 2000000 overspend
        £171,000 had been earmarked for it.                        | budget 171000 budget
        The scheme is £3m, of which £2m is grant and £1m borrowing. | budget 3000000 budget; budget 2000000 grant; budget 1000000 loan
        """,
        "measure",
    )


def test_a_sum_is_never_called_by_a_sentence(records):
    """The words that told the measure are its name only where they are one."""
    records(
        """
        Beds cost £8.6m, £3.0m above what was budgeted.            | budget 8600000 Beds; budget 3000000 Overspend
        The Council must find £11m by 2020.                        | budget 11000000 Savings
        """,
        "label",
    )
