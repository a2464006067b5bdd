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


def test_aims_behind_a_sentence_and_in_titles(paper):
    """A list below the heading Priorities though its lead-in names none; numbered titles, each aim once; aims in one sentence."""
    paper(
        """
        ## Priorities for the year

        The Board has settled on two:

        a) grip on pre-proceedings

        b) a stable workforce

        ## Delivery

        Priority 2 - A stable workforce

        Outcome B: Families get help early

        Outcome 1 of the plan was not met.

        Our priorities for 2023/24 are: reducing drift; improving supervision; and listening to children.

        The plan has three pillars:

        - Practice
        - People
        - Partnership
        """,
        "objective",
        (),
        """
        : grip on pre-proceedings
        : a stable workforce
        : Families get help early
        : reducing drift
        : improving supervision
        : listening to children.
        : Practice
        : People
        : Partnership
        """,
    )


def test_grades_that_are_joined_or_shared(paper):
    """A second grade behind "and", "with" or "while"; "so were", "as was", "the same": one judgement for each thing graded."""
    paper(
        """
        Inspectors in March 2022 judged services to require improvement overall, with leadership good and help and protection inadequate.

        Ofsted rated the Council good for leadership and outstanding for care leavers in May 2023.

        Overall effectiveness was graded inadequate by Ofsted; so were help and protection and leadership, management and governance.

        Ofsted judged overall effectiveness to require improvement, as was adoption performance.

        The inspection of June 2021 rated safeguarding inadequate, and services for looked after children adequate. Capacity to improve was adequate in both.
        """,
        "judgement",
        ("grade", "on"),
        """
        requires improvement 2022-03: Inspectors in March 2022 judged services to require improvem
        good 2022-03: with leadership good
        inadequate 2022-03: help and protection inadequate.
        good 2023-05: Ofsted rated the Council good for leadership
        outstanding 2023-05: outstanding for care leavers in May 2023.
        inadequate: Overall effectiveness was graded inadequate by Ofsted
        inadequate: help and protection
        inadequate: leadership, management and governance
        requires improvement: Ofsted judged overall effectiveness to require improvement
        requires improvement: adoption performance
        inadequate 2021-06: The inspection of June 2021 rated safeguarding inadequate
        adequate 2021-06: services for looked after children adequate.
        adequate 2021-06: Capacity to improve was adequate in both.
        """,
    )


def test_the_day_of_the_inspection_and_not_of_its_report(table):
    """When inspectors came goes before when they published; without the first the second stands."""
    table(
        """
        The report, published on 14 July 2021 after an inspection between 17 and 28 May 2021, judged overall effectiveness good. | good 2021-05-17/2021-05-28
        Ofsted inspected in November 2018. The report came out on 4 January 2019. Overall effectiveness was inadequate.          | inadequate 2018-11
        Ofsted's report, published in March 2013, rated safeguarding adequate.                                                   | adequate 2013-03
        """,
        "judgement",
        "grade",
        "on",
    )


def test_grades_of_earlier_frameworks(table):
    """Annual assessments gave numbers, and ratings of how well services perform; a grade left behind is none."""
    table(
        """
        The Annual Performance Assessment awarded grade 3 for staying safe and grade 2 for being healthy. | grade 3; grade 2
        Ofsted's annual rating was that children's services perform well.                                | performs well
        Children's services moved from inadequate to requires improvement in the inspection.              | requires improvement
        Ofsted found good practice at the front door.                                                    |
        Inspectors found that the quality of practice was good in 12 of 20 case files.                    |
        A joint targeted area inspection found adequate oversight of cases.                               |
        """,
        "judgement",
        "grade",
    )
