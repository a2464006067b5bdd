"""How one council writes its papers, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


@final
@frozen(kw_only=True)
class PaperProfile:
    """One council's way of writing prose papers.

    The general rules live in the core and need no profile; a profile adds a council's own words. All words are matched with case,
    blanks, dashes and quotes folded.

    Attributes:
        id: ``<plugin>.<kind>``.
        title: what it reads, for a person.
        authority: GSS code; None for the core's own.
        literals: words of the head matter by which the layout is known; all must stand there.
        bodies: names of the council's bodies as printed -> full name.
        sections: heading words -> what stands below: ``decisions``, ``recommendations``, ``actions``, ``objectives``, ``targets``,
            ``budget``, ``background``, ``contacts`` (nothing is read there).
        leads: lead-in words -> outcome of the list that hangs on them: resolved, recommended, noted.
        roles: names or short forms of office as printed -> role.
        own: what the council calls itself and its services: "the Service", "the LA".
        partners: bodies that are partners here.
        vocabulary: further words by field, as in :class:`~cstrack.facts.vocabulary.Vocabulary`.
    """

    id: str
    title: str
    authority: str | None = None
    literals: tuple[str, ...] = ()
    bodies: Mapping[str, str] = field(factory=dict)
    sections: Mapping[str, str] = field(factory=dict)
    leads: Mapping[str, str] = field(factory=dict)
    roles: Mapping[str, str] = field(factory=dict)
    own: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    vocabulary: Mapping[str, Mapping[str, str]] = field(factory=dict)


#: The core's own: no council's habit.
CORE = PaperProfile(id="core.paper", title="any prose paper")
