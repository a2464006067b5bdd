"""What has digits and counts nothing."""

title = "What is no figure"


def test_numbering(others):
    """Pages, clauses, items, appendices, stages and codes."""
    others("""
        See the table on page 27.                           | page: 27
        Paragraphs 2 to 4 refer.                            | clause: 2; clause: 4
        Agenda Item 9 was taken.                            | item number: 9
        Condition 2 will be missed.                         | reference: 2
        Complaints at Stages 1 and 2 were late.             | stage: 1; stage: 2
        A complaint at stage two was upheld.                | stage: two
        Clause 4.4.1 applies.                               | clause number: 4.4; clause number: 1
        Key decision - reference number 5568                | reference: 5568
        C4EO and SP23 were named.                           | code: 4; code: 23
    """)


def test_laws(others):
    """Sections, orders and rules."""
    others("""
        Children subject to section 20 placements.          | legislation: 20
        Standing Order 12(7) was suspended.                 | clause number: 12; bare number: 7
        Section 47 enquiries rose.                          | legislation: 47
    """)


def test_numbers_of_other_kinds(others):
    """Telephones, file sizes, clock times, ages, ranks, distances."""
    others("""
        Tel: 01905 763763                                   | telephone: 01905; telephone: 763763
        Report PDF 315 KB                                   | file size: 315
        It met at 2.30pm today.                             | clock time: 2.30
        Young people aged 8 to 17 live there.               | age: 8; age: 17
        Support runs up to the age of 25.                   | age: 25
        16 and 17 year olds were asked.                     | age: 16; age: 17
        Key stage 2 places it 8th.                          | stage: 2; rank: 8
        Note - 20 minutes allowed.                          | minutes: 20
        They live more than 20 miles away.                  | distance: 20
        It is the number one priority.                      | reference: one
    """)


def test_words_that_only_look_like_numbers(others):
    """ "One" as a pronoun, and pairs of things named before."""
    others("""
        No one knew, and they told one another.             | pronoun: one; pronoun: one
        PAs talk on a one to one basis.                     | pronoun: one; bare number: one
        The two cannot be divorced.                         | bare number: two
        It is one-off money.                                | pronoun: one
    """)
