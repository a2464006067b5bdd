"""The clauses that are open at a place of a paper: which of them a further label follows, or hangs under."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.reading.labels import Numbering

if TYPE_CHECKING:
    from cstrack.reading.labels import Label

#: How many labels a list may leave out and still be one list (extracts skip some), and how deep lists nest.
_MISSING, _DEEPEST = 4, 8

#: Numberings of lists; a paragraph below ends them, while it goes on under a clause ``5.2`` or ``6.``.
_LISTS = frozenset(
    {Numbering.BRACKET, Numbering.ROMAN_UPPER, Numbering.ROMAN_LOWER, Numbering.LETTER_LOWER, Numbering.LETTER_UPPER}
)


@final
@define(kw_only=True)
class Opened:
    """A clause or heading that labels may follow.

    Attributes:
        numbering: of its list.
        value: its place in the list.
        path: its label path.
        lead: index of the block that introduces its list.
        head: whether it is a heading.
        started: whether it is the first of its list.
        interrupted: whether a paragraph has come since.
    """

    numbering: Numbering
    value: int
    path: tuple[str, ...]
    lead: int | None = None
    head: bool = False
    started: bool = False
    interrupted: bool = False


@final
@define
class Outline:
    """The open clauses, outermost first."""

    clauses: list[Opened] = field(factory=list)

    def head(self, label: Label | None) -> tuple[str, ...]:
        """Close everything at a heading; its path."""
        self.clauses.clear()
        if label is None or not label.readings:
            return ()
        numbering, value = label.readings[0]
        path = dotted_path(label.token) if numbering is Numbering.DOTTED else (label.token,)
        self.clauses.append(Opened(numbering=numbering, value=value, path=path, head=True))
        return path

    def path(self, *, prose: bool = False) -> tuple[str, ...]:
        """The path of the innermost open clause; for prose, of the innermost that prose goes on under."""
        for clause in reversed(self.clauses):
            listed = clause.numbering in _LISTS or (clause.numbering is Numbering.NUMBER and clause.lead is not None)
            if not prose or clause.head or not listed:
                return clause.path
        return ()

    def headed(self) -> tuple[str, ...]:
        """The path of the heading above."""
        return self.clauses[0].path if self.clauses and self.clauses[0].head else ()

    def interrupt(self) -> None:
        """A paragraph came: lists end here, unless a label goes on with one."""
        for clause in self.clauses:
            clause.interrupted = True

    def place(self, label: Label, introduced: int | None) -> Opened:
        """Open the clause of a label.

        Args:
            label: the label.
            introduced: index of the block right above, where that introduces a list.

        Returns:
            The clause: beside one of its own numbering that it follows, else under what stands above it.
        """
        opened = self._sibling(label, introduced) or self._child(label, introduced)
        self.clauses.append(opened)
        return opened

    def _sibling(self, label: Label, introduced: int | None) -> Opened | None:
        for depth in range(len(self.clauses) - 1, -1, -1):
            clause = self.clauses[depth]
            top = depth == len(self.clauses) - 1
            for numbering, value in label.readings:
                likeliest = (numbering, value) == label.readings[0]
                if numbering is clause.numbering and _follows(
                    clause, label, value, introduced, top=top, missing=_MISSING if likeliest else 0
                ):
                    del self.clauses[depth:]
                    dotted = numbering is Numbering.DOTTED
                    path = dotted_path(label.token) if dotted else (*clause.path[:-1], label.token)
                    return Opened(numbering=numbering, value=value, path=path, lead=clause.lead)
        return None

    def _child(self, label: Label, introduced: int | None) -> Opened:
        numbering, value = label.readings[0]
        if numbering is Numbering.DOTTED:
            path = dotted_path(label.token)
            while self.clauses and self.clauses[-1].path != path[: len(self.clauses[-1].path)]:
                self.clauses.pop()
            return Opened(numbering=numbering, value=value, path=path, lead=introduced, started=True)
        while self.clauses and self.clauses[-1].interrupted and self.clauses[-1].numbering in _LISTS:
            self.clauses.pop()
        if introduced is None:
            self._restart(numbering)
        del self.clauses[_DEEPEST:]
        above = self.clauses[-1].path if self.clauses else ()
        return Opened(numbering=numbering, value=value, path=(*above, label.token), lead=introduced, started=True)

    def _restart(self, numbering: Numbering) -> None:
        """A list that starts anew without a line that introduces it takes the place of the one before."""
        for depth, clause in enumerate(self.clauses):
            if clause.numbering is numbering and not clause.head:
                del self.clauses[depth:]
                return


def _follows(clause: Opened, label: Label, value: int, introduced: int | None, *, top: bool, missing: int) -> bool:
    if clause.numbering is Numbering.DOTTED:
        return clause.path[-1].split(".")[:-1] == label.token.split(".")[:-1] and not clause.head
    if clause.head:
        return False
    if introduced is not None and value == 1:
        return False
    again = top and value == clause.value == 1 and not clause.interrupted
    return again or clause.value < value <= clause.value + 1 + missing


def dotted_path(token: str) -> tuple[str, ...]:
    """``4.3.1`` stands under 4.3, which stands under 4."""
    parts = token.split(".")
    return tuple(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))
