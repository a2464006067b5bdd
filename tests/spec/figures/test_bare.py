"""Numbers whose noun is left out, and what in prose is no figure."""

title = "Numbers without a noun"


def test_prose_leaves_the_noun_out(table):
    """In a sentence a number in digits counts what was spoken of before."""
    table("""
        Of the 512 in care, 87 live far away and 31 at home.    | 512 count; 87 count; 31 count
        Of the 366 we support, 41 had moved and 9 were new.     | 366 count; 41 count; 9 count
        Appeals trebled to 204 and 118 of the cases are open.   | 204 count; 118 count
        Enquiries came to 77 (81 the year before).              | 77 count; 81 count
        The remaining 14 are being followed up.                 | 14 count
        All 12 were accepted.                                   | 12 count
        Caseloads average 17.4, down from 21.8.                 | 17.4 count; 21.8 count
        It fell from 61 to 52, then rose to 58.                 | 61 count; 52 count; 58 count
        Between 80 and 100 would need help each year.           | 80..100 count
        The list had shrunk to fewer than 20.                   | 20 count under
    """)


def test_a_number_in_words_counts_where_the_words_around_it_say_so(table):
    """Part of a whole, the rest, or so many more of what was counted; never a bare "the two"."""
    table("""
        Nine of the 27 are complete, three are late and one has lapsed. | 9 count; 27 count; 3 count; 1 count
        Seven children left, of whom four went home.            | 7 count of child; 4 count
        Twelve are on track and the other five are late.        | 12 count; 5 count
        Five homes opened; another six are awaiting approval.   | 5 count of home; 6 count
        All of the homes bar two were rated good.               | 2 count
        It employed six leavers, short of the ten that were promised. | 6 count of leaver; 10 count
        We want that brought under two.                         | 2 count under
        The two met again, and the one exception was noted.     |
    """)


def test_what_is_compared_has_the_unit_it_is_compared_with(table):
    """England, neighbours and other years go on with the rate or share before them; the count beside a rate does not."""
    table("""
        It was 81 per 10,000; England 60 and the region 74.     | 81 per_10000; 60 per_10000; 74 per_10000
        Numbers rose to 655, or 115.4 per 10,000.               | 655 count; 115.4 per_10000
        Reviews: 91% in June and 94 in July.                    | 91 percent; 94 percent
        It is 64%, worse than our neighbours' 71.               | 64 percent; 71 percent
        Complaints fell 19% to 56.                              | 19 percent change; 56 count
        Checks rose 4 percentage points to 92.                  | 4 percentage_point change; 92 percent
        Waits came down from 19 weeks to 12.                    | 19 week; 12 week
        Absence was 9.1 days a head, 0.6 above target.          | 9.1 day; 0.6 day
        Days between order and match: 187.                      | 187 day
        The rate per 10,000 was 61 against 58 for England.      | 61 per_10000; 58 per_10000
    """)


def test_ratios_in_words(table):
    """Spoken shares, with or without what is counted between the two numbers."""
    table("""
        They said that one in five under-fives lives there.     | 20 percent
        One young person in six moved school.                   | 16.7 percent
        It lost 19 of every 20 appeals.                         | 95 percent
        Seven in every ten were seen in time.                   | 70 percent
        Nine-tenths of it is placements.                        | 90 percent
        Two-fifths of carers and five-sixths of homes are ours. | 40 percent; 83.3 percent
        Three quarters (351) lived with carers.                 | 75 percent; 351 count
        We want this to reach three quarters by 2019.           | 75 percent
        Complaints fell by a third to 61.                       | 33.3 percent change; 61 count
        It was up on the same half of the previous year.        |
        In the last three quarters it fell.                     |
    """)


def test_a_spoken_share_keeps_its_parts():
    """Numerator and denominator of "seven in every ten" are kept beside the share."""
    from tests.spec.figures.conftest import facts_of

    figure = facts_of("Seven in every ten were seen in time.")[1].figures[0]
    assert figure.numerator is not None
    assert figure.denominator is not None
    assert (figure.numerator.value, figure.denominator.value) == (7, 10)


def test_bounds_in_other_words(table):
    """What exceeded, topped or fell shy of a number; a bound that is denied is the other one; a mark that was passed."""
    table("""
        Attendance exceeded 93% and reach topped 80%.           | 93 percent over; 80 percent over
        It was a shade under 40% and just shy of 12 days.       | 40 percent under; 12 day under
        No one should hold more than 22.                        | 22 count at_most
        Homes are not to take fewer than 3.                     | 3 count at_least
        It went over the 60% mark.                              | 60 percent over
        A bed costs nearer £450.                                | 450 GBP about
        We are turning around 97 of them.                       | 97 count
    """)


def test_money_by_the_week_is_said_once(table):
    """A price compared with one by the week is by the week; the year's sum and a saving are not."""
    table("""
        A bed is £3,900 a week; our own cost nearer £450.       | 3900 GBP/week; 450 GBP/week about
        Fees went from £3,200 to £3,900 a week.                 | 3200 GBP/week; 3900 GBP/week
        It costs £5,200 a week, or £270,000 a year.             | 5200 GBP/week; 270000 GBP
        It costs £900 a week and saves £200.                    | 900 GBP/week; 200 GBP
    """)


def test_what_names_or_numbers_is_no_count(others):
    """Rooms, streets, minutes, times of a meeting, votes, ages at which things end."""
    others("""
        6/20 Scorecard                                          | minute number: 6; minute number: 20
        It sat in Hall 3 at 14 Station Road.                    | bare number: 3; bare number: 14
        The meeting closed at 8.45 after Minute 88.             | clock time: 8.45; item number: 88
        It was lost (7 for, 42 against).                        | vote: 7; vote: 42
        They leave care at 18 and have help up to 25.           | age: 18; age: 25
        The 16+ team moved in Area 7.                           | age: 16; bare number: 7
    """)
