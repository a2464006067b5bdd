"""What a sum or a number is called, so that a person knows it again."""

title = "Labels"


def test_sums_are_called_by_what_stands_with_them(records):
    """Each sum of a list has its own name, before it or behind it; a list of names stays together."""
    records(
        """
        We spent £9m on fostering services, £4m on residential care and £2m on family support.  | budget 9000000 Fostering; budget 4000000 Residential care; budget 2000000 Family support
        It was £16m on children looked after, of which £5m was on residential care.             | budget 16000000 Children looked after; budget 5000000 Residential care
        Pressures on residential care, fostering and adoption - £3.6m; transport - £1.2m.       | budget 3600000 Residential care, fostering and adoption; budget 1200000 Transport
        Family support cost £3.3m.                                                              | budget 3300000 Family support
        The service underspent by £1.7m.                                                        | budget 1700000 Underspend
        A gap of £2m is left.                                                                   | budget 2000000 Budget gap
        """,
        "label",
    )


def test_a_part_met_from_income_is_income(records):
    """Behind "of which", what paid for the part says what it is."""
    records(
        """
        Children looked after cost £7m, of which £0.7m was met from income. | budget 7000000 cost; budget 700000 income
        """,
        "measure",
    )


def test_numbers_are_called_by_what_is_counted(records):
    """What is done to those counted, where they are, or what the aim before them points to."""
    records(
        """
        Wirral will be expected to work with 3,010 families.                       | target 3010 Families worked with
        11 children have been adopted.                                             | observation 11 Children adopted
        There are currently 22 staff on this programme.                            | observation 22 Staff on this programme
        So far 2 with a further 3, in house placements will be created.            | observation 2 In house placements; target 3 In house placements
        There were an increasing number of children with SEN in the borough (30%). | observation 30 Children with SEN in the borough
        20.8% came within a year of an earlier one. The target is to bring this below 20%. | observation 20.8 Re-referrals within 12 months; target 20 Re-referrals within 12 months
        We review all section 20 placements. The aim is to return 1 child per month.       | target 1 Children looked after under section 20
        Most schools are rated good or outstanding and 93% of children were allocated a school of their preference. | observation 93 Children allocated
        26 of these plans (12.9%) were a second or later one.                      | observation 26 Child protection plans for a second or subsequent time; observation 12.9 Child protection plans for a second or subsequent time
        """,
        "label",
    )


def test_a_number_without_a_noun_is_called_by_what_is_said_of_it(records):
    """The words behind it, or the subject before its verb; never the sentence, when it was or who said it."""
    records(
        """
        Tribunal appeals doubled to 212.                                           | observation 212 Tribunal appeals
        83% came from minority groups.                                             | observation 83 Came from minority groups
        Of the 466 we look after, 75 live in external homes.                       | observation 466 Look after; observation 75 Look after
        By December the backlog had recovered to 87.9%.                            | observation 87.9 Backlog
        Members were told that waiting lists stood at 340.                         | observation 340 Waiting lists
        68 per cent live within the borough.                                       | observation 68 Live within the borough
        """,
        "label",
    )
