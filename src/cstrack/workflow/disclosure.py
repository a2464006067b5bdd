"""What may leave a run: every document goes through here before a loader, a table or an exporter sees it.

Records of single children are refused. Of a file that does not count as published the small counts are written as ``c``, with what
would give them away, so that no record, quotation or sentence made of it can hold them, whoever's loader or exporter is at work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.masking import masked
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.problems import Outcome, Problem, Severity
from cstrack.recognition.child_level import child_level
from cstrack.recognition.head import recognise_head
from cstrack.recognition.small_counts import small_counts

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.document.masking import Masks

#: Kinds of file that count as unpublished until somebody says otherwise.
UNPUBLISHED = frozenset(
    {
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
    }
)


def as_shown(read: Outcome[Document], *, published: bool | None, most: int) -> Outcome[Document]:
    """A document as it may be shown, with what was masked; none where it holds records of single children.

    Args:
        read: what the reader made of the file.
        published: whether it is published, where somebody says so; None where its kind is to tell.
        most: counts from 1 to this are small.
    """
    document = read.value
    if document is None:
        return read
    where = child_level(document)
    if where is not None:
        return Outcome(value=None, problems=(_refused(document.source.name, where),))
    head = recognise_head(document)
    told = document.source.media_type not in UNPUBLISHED if published is None else published
    open_to_all = told and not head.exempt
    document = evolve(document, source=evolve(document.source, published=open_to_all))
    if open_to_all:
        return Outcome(value=document, problems=read.problems)
    masks = small_counts(document, head, default_vocabulary(), most)
    shown = masked(document, masks)
    problems = tuple(_requoted(problem, shown) for problem in read.problems)
    said = (_said(shown.source.name, masks, most),) if masks.counts or masks.others else ()
    return Outcome(value=shown, problems=(*problems, *said))


def _refused(name: str, where: str) -> Problem:
    message = f"{name} holds records of single children ({where}): nothing of it was read or kept; give a file that counts them"
    return Problem(code="paper.child_level", message=message, severity=Severity.ERROR, document=name)


def _said(name: str, masks: Masks, most: int) -> Problem:
    small = f"{masks.counts} small count{'' if masks.counts == 1 else 's'} (1 to {most})"
    others = (
        f" and {masks.others} figure{'' if masks.others == 1 else 's'} that would give them away"
        if masks.others
        else ""
    )
    message = (
        f"{name} counts as unpublished: {small}{others} are shown as c; say --published if everybody may read the file"
    )
    return Problem(code="paper.masked", message=message, document=name)


def _requoted(problem: Problem, document: Document) -> Problem:
    """A problem of the reader, which saw the document as it was: its quotation is that of the document as it is shown."""
    citation = problem.citation
    if citation is None:
        return evolve(problem)
    if citation.span is None:
        return evolve(problem, citation=None)
    quote = document.text_at(citation.span)
    shown = evolve(citation, source=document.source, quote=quote, sentence=None, derived_from=())
    return evolve(problem, citation=shown)
