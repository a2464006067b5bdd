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
