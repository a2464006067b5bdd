"""Papers that a paper relies on: background papers, appendices, reports of other meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene

_APPENDIX = pattern(
    "recognition.relied.appendix",
    r"\b(?:appendix|annexe?|schedule|enclosure)[ ](?:[A-Z](?![a-z])|[0-9]{1,2})(?![0-9])",
    2,
)
_REPORT = pattern(
    "recognition.relied.report",
    r"""\b(?:(?:the[ ])?(?:submitted|attached|accompanying|officer's|covering|previous|full|original|confidential|exempt)[ ]report
    |(?:the[ ])?(?:cabinet|council|committee|scrutiny|board|panel)[ ]report|report[ ](?:to|of)[ ](?:the[ ])?[A-Z][A-Za-z ]{3,40}?(?=[ ](?:on|of|dated|will|was|is)\b|[,.;]|\Z)
    |minutes[ ]of[ ](?:the[ ])?(?:meeting|[A-Z])[^.;]{3,80})""",
)
_TITLE = pattern(
    "recognition.relied.title",
    r"\A(?:(?:report|agenda|minutes|letter|ofsted|cabinet|council|appendix|annex|medium|budget|strategy|plan|policy|children|document)\b|[A-Z0-9])",
    2,
)
_AVAILABLE = pattern(
    "recognition.relied.available",
    r"[ ]?[-,(][ ]?(?:available|attached|electronically|link|see[ ]|download|pdf)\b.{0,200}",
    2,
)
_NOTHING = pattern(
    "recognition.relied.nothing", r"\A(?:none|nil|n/a|not[ ]applicable|there[ ]are[ ]no|no[ ]background)\b", 2
)


_CUES = word_set("appendix annex annexe schedule enclosure report minutes")


def recognise_relied(scene: Scene) -> Iterator[Statement]:
    """The papers that a paper relies on, each once.

    Args:
        scene: the paper.

    Yields:
        One statement for each paper: of lists of background papers each entry, elsewhere appendices and named reports.
    """
    seen: set[str] = set()
    for index, block in enumerate(scene.document.blocks):
        if block.kind is BlockKind.HEADING:
            continue
        text = scene.text(index)
        listed = scene.sections[index] == "relied" and block.kind is not BlockKind.PARAGRAPH
        if listed and _TITLE.match(text) and not _NOTHING.match(text):
            seen.add(text.casefold())
            yield scene.statement(
                StatementKind.PAPER_RELIED,
                index,
                0,
                len(text),
                "relied.listed",
                (("title", _AVAILABLE.sub("", text)[:200]),),
                lead=block.lead,
            )
            continue
        if not any(scene.says(sentence, _CUES) for sentence in scene.sentences.get(index, ())):
            continue
        for found in (*_APPENDIX.finditer(text), *_REPORT.finditer(text)):
            title = found.group().removeprefix("the ").removeprefix("The ").strip()
            if title.casefold() in seen:
                continue
            seen.add(title.casefold())
            yield scene.statement(
                StatementKind.PAPER_RELIED, index, found.start(), found.end(), "relied.named", (("title", title),)
            )
