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
