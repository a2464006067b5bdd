"""Work that somebody has done, is doing or will do: told by modality, voice and tense."""

title = "Actions"


def test_the_lifecycle_follows_modality_and_tense(table):
    """Will, is to, is due to, plan to: planned. Is being, is working, under way: in progress. Has been, took place: completed."""
    table(
        """
        The service will review its thresholds.                          | planned
        A second hub is to be opened in Ripley.                          | planned
        We are about to recruit a head of practice.                      | planned
        The council plans to extend the pilot.                           | planned
        The strategy is due to be published in July.                     | planned
        Twelve beds were soon to be registered.                          | planned
        The board is going to carry out an audit.                        | planned
        The contract has been awarded.                                   | completed
        We have appointed a principal social worker.                     | completed
        A conference took place in February.                             | completed
        The microsite went live on 4 April 2023.                         | completed
        The gateway has been operational since September 2022.           | completed
        The policy is being rewritten.                                   | in_progress
        A charity is working with the service on adoption.               | in_progress
        Recruitment of team managers is under way.                       | in_progress
        The protocol is under review.                                    | in_progress
        The team is currently focusing on plans for older children.      | in_progress
        Work has begun on a new school.                                  | in_progress
        """,
        "action",
        "status",
    )


def test_predictions_duties_history_and_description_are_no_work(table):
    """What follows from work, what must be, what once was and how things are commits nobody."""
    table(
        """
        This will improve the timeliness of assessments.                 |
        Demand will rise over the next three years.                      |
        Challenges will come from a variety of sources.                  |
        It will be difficult to compete on price.                        |
        The changes will have an impact on families.                     |
        The service should review its thresholds.                        |
        Decisions need to be taken.                                      |
        Historically the service has been developed by each area.        |
        Partnership working is at the heart of the service.              |
        Nine out of ten schools are rated good.                          |
        11 children have been adopted so far this year.                  |
        Some children were being moved too often.                        |
        Caseloads have fallen steadily.                                  |
        The panel would like to see more detail.                         |
        The council has not agreed a protocol.                           |
        If funding is found, the hub will be opened.                     |
        Will the hub be opened this year?                                |
        """,
        "action",
        "status",
    )


def test_the_verb_of_a_noun_is_no_verb(table):
    """The plan to do something is a thing; the council plans to do it."""
    table(
        """
        The plan to replace the case system is well under way.           | in_progress
        The council's plans to merge teams were welcome.                 |
        We plan to merge the teams.                                      | planned
        """,
        "action",
        "status",
    )


def test_work_without_a_whole_verb(table):
    """Notes, announcements and what the present tense sets ahead."""
    table(
        """
        Detail to be sent round to members.                              | planned
        ACTION: Head of Fostering to circulate the figures.              | planned
        Action by: Head of Safeguarding - provide figures to members.    | planned
        The forthcoming survey will ask about supervision.               | planned
        A fourth hub is planned for September 2023.                      | planned
        The first visit is now 20 and 21 August 2023.                    | planned
        Two new leads start in September.                                | planned
        The training links in with work already under way in the teams.  | in_progress
        """,
        "action",
        "status",
    )


def test_when_work_is_due_and_when_it_was_done(table):
    """A planned action has a due date, one that is done a day it was done on; a year that names a thing is no date."""
    table(
        """
        The hub will be opened by 31 March 2024.                         | due ../2024-03-31
        On 19 July 2023 the Cabinet will be considering the plan.        | due 2023-07-19
        The new team will go live from September 2023.                   | due 2023-09/..
        The 2024/25 budget will be reviewed.                             | None
        A workshop took place on 3 May 2023.                             | on 2023-05-03
        A restructure of the teams was completed in May 2023.            | on 2023-05
        The tender has been delayed until March 2024.                    | due ../2024-03
        The head will remain in this role until 31 August 2023.          | due ../2023-08-31
        """.replace("due ", "")
        .replace("on 2", "2")
        .replace("None", ""),
        "action",
        "due",
        "on",
    )


def test_events_recurrence_and_what_work_depends_on(table):
    """A date told by an event is kept as such, and what a promise waits for stands beside it."""
    table(
        """
        A report will be brought to the next meeting.                    | the next meeting
        The hub will be opened in due course.                            | in due course
        The home will be opened, subject to planning permission.         | subject to planning permission
        The post will be filled once funding is agreed.                  | once funding is agreed once funding is agreed
        """,
        "action",
        "due_event",
        "depends_on",
    )


def test_who_acts(table):
    """A role, body or group as printed; of a passive clause whoever stands after "by"; never a person."""
    table(
        """
        The Corporate Director will review the plan.                     | The Corporate Director own
        The Head of Practice has constructed a work programme.           | The Head of Practice own
        The strategy will be reviewed by the Safeguarding Partnership.   | the Safeguarding Partnership partner
        Ofsted will revisit the service in July.                         | Ofsted inspectorate
        The DfE will extend the grant.                                   | The DfE government
        John Smith commenced work on 2nd May 2023.                       |
        The strategy will be reviewed.                                   |
        """,
        "action",
        "owner",
        "actor",
    )


def test_a_list_takes_its_date_and_its_lifecycle_from_its_lead_in(paper):
    """Bold openings of bullets are the work; the date that the lead-in sets for all is inherited, and flagged inferred."""
    paper(
        """
        Following a peer review in March 2023 priorities were set.

        The ambition is to have these priorities addressed during the 2023/24 financial year.

        - **Introduction of a single assessment.** To support timely work.
        - **Overhaul of quality assurance.** This includes supervision.

        The changes that will be delivered are:

        - **Improving fostering capacity.**
        - **Developing parent and child placements.**
        """,
        "action",
        ("status", "due", "inferred"),
        """
        completed []: Following a peer review in March 2023 priorities were set.
        in_progress 2023-04-01/2024-03-31 ['due']: Introduction of a single assessment.
        in_progress 2023-04-01/2024-03-31 ['due']: Overhaul of quality assurance.
        planned []: Improving fostering capacity.
        planned []: Developing parent and child placements.
        """,
    )


def test_next_steps_are_work(paper):
    """Below a heading that announces actions a bare instruction commits."""
    paper(
        """
        ## Next steps

        - Publish the sufficiency strategy by July 2023
        - Recruit two heads of service

        ## Background

        - The service was inspected before.
        """,
        "action",
        ("status", "due"),
        """
        planned ../2023-07: Publish the sufficiency strategy by July 2023
        planned: Recruit two heads of service
        """,
    )


def test_what_waits_for_money_says_so(paper):
    """A later clause that dates the money of named projects is linked to the work that names them."""
    paper(
        """
        A combination of BEACON and HARBOUR will be rolled out by 31 March 2024.

        The funding of the key projects will not be available until April 2024 (BEACON project/Parent Project).
        """,
        "action",
        ("due", "depends_on"),
        """
        ../2024-03-31 The funding of the key projects will not be available until April 2024: A combination of BEACON and HARBOUR will be rolled out by 31
        2024-04: The funding of the key projects will not be available until
        """,
    )


def test_whom_it_is_about(table):
    """Other councils' work and England's are never this authority's own."""
    table(
        """
        The council will open a hub.                                     | own
        In June 2022 the Government announced a programme for England.   | England
        """,
        "action",
        "about",
    )


def test_work_that_has_not_begun_or_is_given_up(table):
    """Not yet: planned. Abandoned, no longer pursued, not to go ahead: withdrawn. Moved to a day: planned for it."""
    table(
        """
        Work on the protocol has not started.                                   | planned
        The tender has yet to be issued.                                        | planned
        The contract has not yet been awarded.                                  | planned
        The retention payment has been abandoned in favour of a new grade.      | withdrawn
        The pilot of group supervision has now been discontinued.               | withdrawn
        The merger of the two teams will not now go ahead.                      | withdrawn
        The proposal to merge the teams is no longer being pursued.             | withdrawn
        The opening of the hub has been delayed to April 2024.                  | planned ../2024-04
        The council has not agreed a protocol with its neighbours.              |
        """.replace("../2024-04", "2024-04"),
        "action",
        "status",
        "due",
    )


def test_obligations_count_by_their_day(table):
    """What somebody must do by a day is planned; without a day it is description. What officers were asked to do is planned."""
    table(
        """
        Relevant staff are required to complete the training by 30 September 2023.  | planned ../2023-09-30
        Providers must submit their returns to the team by 1 July 2023.             | planned ../2023-07-01
        Officers were asked to circulate the slides to all members.                 | planned
        Local authorities must safeguard the welfare of children in need.           |
        Nobody should imagine that the notice will be lifted this year.             |
        """,
        "action",
        "status",
        "due",
    )


def test_work_that_goes_on(table):
    """Now done, done weekly, met monthly since, begun and running, with somebody, and still to be finished on a day."""
    table(
        """
        Exit interviews are now carried out by an independent officer.              | in_progress
        High cost placements are reviewed weekly by the panel.                      | in_progress
        The improvement board has met monthly since January 2023.                   | in_progress
        A pilot of group supervision started in January 2023.                       | in_progress
        A business case for the second home is with the Director.                   | in_progress
        A special school is under construction and is due to welcome its first pupils in September 2025. | in_progress 2025-09
        We are in negotiation with the landlord for a second property.              | in_progress
        """,
        "action",
        "status",
        "due",
    )


def test_statistics_money_and_courtesy_are_no_work(table):
    """Passive statistics, results that come in by the number, the setting of budgets, thanks and welcomes."""
    table(
        """
        813 children were looked after at the end of January 2023.                  |
        The campaign has brought 41 applications from qualified workers.            |
        The directorate was showing an adverse variance at the end of May 2023.     |
        The budget for placements has been set at a higher level.                   |
        The scheme is expected to pay for itself by March 2025.                     |
        The Chair thanked officers for the report and their work.                   |
        Funding for the second phase of the programme is not available.             |
        """,
        "action",
        "status",
    )


def test_entries_of_a_log(paper):
    """An owner, a status, and what was done without a whole verb; what has no subject keeps the entry's title."""
    paper(
        """
        ## Actions from the last meeting

        Action 12 (Free prescriptions). Owner: Designated Nurse. In hand. A business case is with the trust.

        Action 17 (Sunday drop-in). Owner: Leaving Care Manager. Closed as no longer needed, few having come.

        Action 18 (Laptops). Owner: Virtual School Head. 62 laptops handed out since January.

        Action 19 (Kinship policy). Owner: Head of Service. Due: 30 September 2023. Status: in progress.

        - Review of thresholds - completed in May 2023.
        - Training rolled out to all teams.
        - Delayed to April 2024.
        - Members asked about the timetable.
        """,
        "action",
        ("status", "owner", "due", "label"),
        """
        in_progress Designated Nurse A business case is with the trust: A business case is with the trust.
        withdrawn Leaving Care Manager Action 17 (Sunday drop-in): Closed as no longer needed, few having come.
        completed Virtual School Head Action 18 (Laptops): 62 laptops handed out since January.
        in_progress Head of Service 2023-09-30 Action 19 (Kinship policy): Action 19 (Kinship policy).
        completed Review of thresholds - completed in May 2023: Review of thresholds - completed in May 2023.
        completed Training rolled out to all teams: Training rolled out to all teams.
        planned 2024-04 Delayed to April 2024: Delayed to April 2024.
        """,
    )


def test_a_lead_in_that_ends_in_its_auxiliary(paper):
    """ "The service will:", "Since May we have:", each bullet goes on with the verb; the lead-in's date is theirs."""
    paper(
        """
        Between now and 31 March 2024 the service will:

        - open two homes by December 2023;
        - publish a newsletter; and
        - recruit a team of six.

        Since the last report we have:

        - appointed a head of practice;
        - launched the new website.

        The aim of the board is to:

        - improve the lives of children.
        """,
        "action",
        ("status", "due"),
        """
        planned ../2023-12: open two homes by December 2023
        planned 2024-03-31: publish a newsletter
        planned 2024-03-31: recruit a team of six.
        completed: appointed a head of practice
        completed: launched the new website.
        """,
    )
