"""Pages that hold no paper: errors of a server, and forms that ask who one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.composing import TablePassage
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.composing import Passage
    from cstrack.reading.html_page import Page

#: Words of a page above which it is none of these, and of a heading that tells of an error.
_MOST_WORDS, _MOST_TITLE = 250, 14

_ERROR = pattern(
    "reading.html_errors.error",
    r"""(?ix) \b(?:
      (?:error|http|status)[ :]{0,3}(?:400|401|403|404|410|429|50[0-4])\b | \A\W{0,3}(?:400|401|403|404|410|429|50[0-4])\b
    | (?:page|file|document|resource|url|item|content)s?\b[^.]{0,40}\b(?:not[ ](?:be[ ])?found|no[ ]longer[ ](?:available|exists?)|does[ ]not[ ]exist|cannot[ ]be[ ](?:found|displayed)|missing|moved)
    | \A(?:not[ ]found|forbidden|bad[ ]request|unauthori[sz]ed|bad[ ]gateway|gateway[ ]time-?out)\b
    | (?:access|permission)[ ](?:is[ ]|was[ ]|has[ ]been[ ])?denied | (?:internal[ ])?server[ ]error | application[ ]error | runtime[ ]error
    | service[ ](?:is[ ])?(?:temporarily[ ])?unavailable | (?:site|service|page)\b[^.]{0,30}\b(?:unavailable|down[ ]for[ ]maintenance)
    | request[ ](?:blocked|rejected) | attention[ ]required | are[ ]you[ ]a[ ]robot | just[ ]a[ ]moment | something[ ](?:has[ ])?(?:went|gone)[ ]wrong
    | (?:an|unexpected)[ ](?:unexpected[ ])?error[ ](?:has[ ])?occurred | session[ ](?:has[ ])?(?:timed[ ]out|expired)
    )""",
)
_SIGN_IN = pattern("reading.html_errors.sign_in", r"(?i)\b(?:sign|log)[ -]?(?:in|on)\b|\blogin\b")


def error_told(page: Page, passages: Sequence[Passage | TablePassage]) -> str | None:
    """What a page tells instead of a paper.

    Args:
        page: the page.
        passages: what was read of it.

    Returns:
        A clause for a person, with the page's own words; None where the page may hold a paper.
    """
    texts = [passage.text for passage in passages if not isinstance(passage, TablePassage)]
    if sum(len(text.split()) for text in texts) > _MOST_WORDS or len(texts) < len(passages):
        return None
    titles = [title for title in (page.title, *texts[:2]) if title and len(title.split()) <= _MOST_TITLE]
    told = next((title for title in titles if _ERROR.search(title)), None)
    if told is not None:
        return f'is an error page, not a paper ("{told[:80]}")'
    if page.password and (not texts or any(_SIGN_IN.search(title) for title in titles)):
        return "is a page to sign in, not a paper"
    return None
