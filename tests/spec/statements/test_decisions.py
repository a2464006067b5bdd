"""What bodies resolve, note and recommend, with the lead-in that each item hangs on."""

title = "Decisions"


def test_items_inherit_the_lead_in(paper):
    """RESOLVED: That, over numbered items; the item's own verb tells noted, deferred and referred."""
    paper(
        """
        RESOLVED: That

        (1)  the Director be thanked;

        (2)  a report be presented to the next meeting;

        (3)  the petition be referred to Cabinet; and

        (4)  the outturn be noted.
        """,
        "decision",
        ("outcome", "ref"),
        """
        resolved 1: the Director be thanked
        resolved 2: a report be presented to the next meeting
        referred 3: the petition be referred to Cabinet
        noted 4: the outturn be noted.
        """,
    )


def test_a_sentence_that_decides_can_head_a_list(paper):
    """The sentence is a decision, its items are more; its date is theirs."""
    paper(
        """
        4.3 Members considered a plan - on 30 May 2023 the Council agreed to adopt this plan.

        - I. approve the financial strategy;
        - II. note the forecast overspend which will be managed by savings;
        - III. the repayment of reserves as recommended by officers.
        """,
        "decision",
        ("outcome", "on", "ref"),
        """
        resolved 2023-05-30: on 30 May 2023 the Council agreed to adopt this plan.
        resolved 2023-05-30 I: approve the financial strategy
        noted 2023-05-30 II: note the forecast overspend which will be managed by savings
        resolved 2023-05-30 III: the repayment of reserves as recommended by officers.
        """,
    )


def test_a_page_of_one_decision(paper):
    """Decision status, date and maker stand in lines of their own; the date stands below the items."""
    paper(
        """
        Decision details

        Decision Maker: Cabinet

        Decision status: Recommendations Approved

          1. Convert council property into two homes.

          1. Use part of the capital provision.

        Publication date: 01/06/2023

        Date of decision: 08/06/2023
        """,
        "decision",
        ("outcome", "on", "owner"),
        """
        resolved 2023-06-08 Cabinet: Recommendations Approved
        resolved 2023-06-08 Cabinet: Convert council property into two homes.
        resolved 2023-06-08 Cabinet: Use part of the capital provision.
        """,
    )


def test_what_is_asked_stays_a_recommendation(table):
    """What a paper asks of a body, whatever the verb, was not decided."""
    table(
        """
        The Panel is asked to consider and agree comments.                         | recommended
        That Members endorse the direction of travel.                              | recommended
        RECOMMENDED that the Cabinet Member: // (1) Notes the forecast.            | recommended
        Recommended - // That the Committee note the proposals.                    | recommended
        The Committee recommends that Cabinet reviews the service.                 | recommended
        """,
        "decision",
        "outcome",
    )


def test_lead_ins_of_many_councils(table):
    """Capitals, colons and dashes; bodies that resolve, agree or note; votes; a lead-in that the page has lost."""
    table(
        """
        RESOLVED - That the report be noted.                                       | noted
        Resolved: (a) That the plan be approved; (b) that the Chair writes to the Minister. | resolved; resolved
        It was resolved that: // a) Up to £2m may be drawn; and // b) The base budget is increased. | resolved; resolved
        AGREED: // 1. that the update be noted;                                    | noted
        DECISION: The Cabinet agreed to: // I. Apply for consent. // II. Delegate authority | resolved; resolved
        Cabinet: // 1. Approved the creation of a home. // 2. Noted the cost.      | resolved; noted
        The Director of Children's Services has agreed to: // a) Approve the business case. | resolved
        The Committee NOTED the report.                                            | noted
        Minutes: // The position was noted.                                        | noted
        The motion was therefore lost (23:35).                                     | lost
        Strategy approved on 17 May 2023.                                          | resolved
        Minutes: // That the report be noted.                                      | noted
        Decision: That the decision be deferred to the July meeting.               | deferred
        It was agreed that the Chair would write to the Minister.                  | resolved
        """,
        "decision",
        "outcome",
    )


def test_talk_is_no_decision(table):
    """What members thought, what an officer agreed to do, and the approval of minutes."""
    table(
        """
        Minutes: // It was agreed that the formula would impact on schools.        |
        Minutes: // The Director agreed to share the figures.                      |
        RESOLVED: That the minutes of the meeting held on 3 May 2023 be agreed as a correct record. |
        The Committee agreed that caseloads were too high.                         |
        """,
        "decision",
        "outcome",
    )


def test_mover_and_vote_are_left_out(paper):
    """Proposer, seconder and vote are no part of what was resolved."""
    paper(
        """
        RESOLVED: That the plan be approved. (Proposed by Councillor A, seconded by Councillor B)
        """,
        "decision",
        ("outcome",),
        """
        resolved: That the plan be approved.
        """,
    )


def test_a_decision_creates_work(paper):
    """What is to come back, and duties that recur, are actions the decision creates."""
    paper(
        """
        RESOLVED: That

        (1) a report be presented to the next meeting;

        (2) the Director reporting back to the Mayor on a quarterly basis;

        (3) the strategy be approved.
        """,
        "action",
        ("status", "due_event", "firmness"),
        """
        planned the next meeting resolved: a report be presented to the next meeting
        in_progress resolved: the Director reporting back to the Mayor on a quarterly basi
        """,
    )


def test_what_a_vote_made_of_a_motion(table):
    """Carried, lost, fell, not carried; after the motion was put, declared so, or told by the show of hands."""
    table(
        """
        Minutes: // The amendment was put to the vote and was lost (9 for, 31 against).          | lost
        Minutes: // The second amendment was also lost, by 12 votes to 20.                       | lost
        Minutes: // On being put to the vote, the motion was declared carried.                   | resolved
        Minutes: // The amendment FELL by 4 votes to 7.                                          | lost
        Minutes: // The Chair used a casting vote and the proposal was not carried.              | lost
        Minutes: // The officer's recommendations were supported by 8 votes to 2.                | resolved
        Minutes: // The vote was lost, three voting for and six against.                         | lost
        Minutes: // Upon a vote it was AGREED.                                                   | resolved
        Minutes: // A Member recalled the motion.                                                |
        """,
        "decision",
        "outcome",
    )


def test_what_a_body_would_not_do(table):
    """What a committee did not uphold, a council declined to support: lost; what a member declined is talk."""
    table(
        """
        The Committee did not uphold the call-in on any of the grounds.          | lost The Committee
        The Council declined to support the proposal.                            | lost The Council
        The Sub-Committee upheld the call-in on one ground only.                 | resolved The Sub-Committee
        The Committee did not agree with the Director that enough was done.      |
        A Councillor declined to comment.                                        |
        """,
        "decision",
        "outcome",
        "owner",
    )


def test_what_a_body_asks_for(table):
    """A body as a whole that asks for something decides; members who ask whether and about talk."""
    table(
        """
        Minutes: // The Panel requested that a further report be brought to the July meeting.    | resolved The Panel
        Minutes: // The Committee asked that the Director report on take-up in the autumn.       | resolved The Committee
        Minutes: // The Board asked officers to circulate the impact assessment.                 | resolved The Board
        Minutes: // The Commission also asked for a breakdown by ward.                           | resolved The Commission
        Minutes: // The Panel asked whether the building could be sold.                          |
        Minutes: // Members asked about transport to the new site.                               |
        Minutes: // Members requested that the slides be shared.                                 |
        """,
        "decision",
        "outcome",
        "owner",
    )


def test_decisions_told_as_things_or_with_their_day(table):
    """Cabinet's decision of a day to do something; a day between body and verb; what was agreed at a meeting in a month."""
    table(
        """
        The request was to call in Cabinet's decision of 9 May 2023 to close the respite centre. | resolved 2023-05-09 Cabinet
        The decision of the Executive Board on 3 April 2023 to end the lease saves money.        | resolved 2023-04-03 the Executive Board
        Full Council on 24 February 2023 approved a council tax rise of 2.99%.                   | resolved 2023-02-24 Full Council
        At its meeting on 7 February 2023 the Schools Forum voted to move 0.5% of its block.     | resolved 2023-02-07 the Schools Forum
        At Full Council in September 2022 it was agreed to create 20 fostering bedrooms.         | resolved 2022-09 At Full Council
        The decision to leave was hers.                                                          |
        """,
        "decision",
        "outcome",
        "on",
        "owner",
    )


def test_what_a_motion_resolves(paper):
    """What a motion notes or believes is its reason; what it resolves, instructs or calls for is decided."""
    paper(
        """
        "This Council notes that:

        1. 140 children live with kinship carers;

        This Council therefore resolves to:

        a) publish a kinship policy; and

        b) write to the Secretary of State.

        This Council calls on the Government to fund the allowance.
        """,
        "decision",
        ("outcome",),
        """
        resolved: publish a kinship policy
        resolved: write to the Secretary of State.
        resolved: This Council calls on the Government to fund the allowance.
        """,
    )


def test_lead_ins_behind_others(paper):
    """A clause that asks below the heading Recommendations; a verb in capitals behind mover and seconder; to whom it goes."""
    paper(
        """
        ## Recommendations

        5.1 Members of the Executive Board are asked to:

        i) note progress; and

        ii) endorse the draft plan.

        ## Minutes

        It was MOVED, SECONDED and

        RESOLVED

        (a) that the terms of the agreement be accepted;

        (b) that transport be deferred.

        It was moved by Councillor A, seconded by Councillor B, and RESOLVED that the fees be approved.

        ## Recommendation to Cabinet

        (1) To approve the strategy.

        Recommended to Council:

        That the Youth Justice Plan be adopted.
        """,
        "decision",
        ("outcome",),
        """
        recommended: note progress
        recommended: endorse the draft plan.
        resolved: that the terms of the agreement be accepted
        deferred: that transport be deferred.
        resolved: that the fees be approved.
        recommended: To approve the strategy.
        recommended: That the Youth Justice Plan be adopted.
        """,
    )


def test_plain_lead_ins_and_lines_that_decide_nothing(table):
    """Resolved that, Agreed to, numbered recommendations; titles in capitals and lines of dates are none."""
    table(
        """
        Minutes: // Resolved that the budget be approved.                          | resolved
        Minutes: // Agreed that the working group reconvene before Easter.         | resolved
        Resolved (unanimously) to approve the rates.                               | resolved
        Recommendation 1: That the Council publishes a policy by June.             | recommended
        Recommendation 1: The timeliness of assessments                            |
        Decision: // Decided at meeting: 13/12/2022 - Cabinet                      |
        Minutes: // ACTIONS AGREED                                                 |
        Agreed that caseloads are too high.                                        |
        Decision of the Board: both recommendations AGREED.                        | resolved
        Recommendations of the Peer Challenge // - Report caseloads to the Board.   |
        """,
        "decision",
        "outcome",
    )
