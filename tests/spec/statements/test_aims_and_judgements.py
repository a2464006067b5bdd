"""Priorities and aims; what an inspectorate found, and how others look at an authority."""

title = "Aims, judgements and oversight"


def test_a_list_of_aims(paper):
    """Strands, priorities, pledges: from a lead-in or a heading, in their order."""
    paper(
        """
        The four main strands of work have been summarised as follows:

        - Fixing the front door
        - Securing permanency

        ## Our priorities for 2023

        - Stabilise the workforce
        """,
        "objective",
        ("ref",),
        """
        1: Fixing the front door
        2: Securing permanency
        1: Stabilise the workforce
        """,
    )


def test_aims_in_sentences(table):
    """The aim is to; our ambition is; we are committed to."""
    table(
        """
        The aim is to close every case within 45 days.         | aimed
        Our ambition is for every child to live close to home. | aimed
        We are committed to making the systems work better.    | aimed
        The system is good.                                    |
        """,
        "objective",
        "firmness",
    )


def test_lines_of_an_inspection_inherit_its_date(paper):
    """Scope and grade in a line; the date stands above."""
    paper(
        """
        Re-inspection between 5 and 16 June 2023; overall still inadequate.

        1. Children who need help and protection: Inadequate
        2. Children looked after and achieving permanence: Requires improvement
           2.1 Adoption performance: Good
        """,
        "judgement",
        ("grade", "on"),
        """
        inadequate 2023-06-05/2023-06-16: overall still inadequate.
        inadequate 2023-06-05/2023-06-16: Children who need help and protection: Inadequate
        requires improvement 2023-06-05/2023-06-16: Children looked after and achieving permanence: Requires imp
        good 2023-06-05/2023-06-16: Adoption performance: Good
        """,
    )


def test_grades_in_sentences(table):
    """Adequate stays adequate; a director's word for the council is no published grade."""
    table(
        """
        An adequate judgement by Ofsted in March 2013 followed.                     | adequate published
        Ofsted judged the council inadequate in September 2022.                     | inadequate published
        The ILACS judgement was Requires Improvement to be Good, with leadership rated Good. | requires improvement to be good published; good published
        The Director informed that Moorshire was a Council requiring improvement.   | requires improvement self-described
        The Director hoped for an overall judgement of good from Ofsted.            | good expected
        """,
        "judgement",
        "grade",
        "basis",
    )


def test_plain_adjectives_and_schools_are_no_judgements(table):
    """A good team, an outstanding debt, schools rated good."""
    table(
        """
        The Director believed that there was a good team.                |
        Ofsted rated nine out of ten schools as good.                    |
        There was adequate funding for the visit.                        |
        """,
        "judgement",
        "grade",
    )


def test_visits_and_reviews_are_oversight(table):
    """Monitoring visits, intervention, peer reviews and conversations: by whom, when, and whether they lie ahead."""
    table(
        """
        The second monitoring visit is expected in July 2023.            | 2023-07 expected
        A peer review took place in March 2023.                          | 2023-03
        The council was removed from intervention by the Government in January 2022. | the Government 2022-01
        """,
        "oversight",
        "owner",
        "on",
        "status",
    )


def test_recommendations_of_others(table):
    """What an inspectorate or a review recommended is neither decision nor action."""
    table(
        """
        Ofsted recommended that supervision be strengthened.             | Ofsted
        The peer review recommended a single front door.                 | The peer review
        """,
        "recommendation",
        "owner",
    )


def test_papers_relied_on(paper):
    """Background papers, appendices and reports of other meetings."""
    paper(
        """
        Appendix 1 shows the indicators, and the submitted report the costs.

        ## Background Papers

        - Minutes of the Scrutiny Panel on 3 May 2023
        - None
        """,
        "relied",
        (),
        """
        : Appendix 1
        : the submitted report
        : Minutes of the Scrutiny Panel on 3 May 2023
        """,
    )
