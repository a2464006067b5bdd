"""Which loader reads a document, and why."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.errors import AmbiguousLoader
from cstrack.facts.profile import CORE
from cstrack.hooks.contained import Caught, attempt
from cstrack.hooks.contracts import Match, Strength
from cstrack.hooks.paper_loader import PaperLoader
from cstrack.hooks.plugins import plugin_of
from cstrack.problems import Problem, Severity
from cstrack.recognition.head import recognise_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.document.document import Document
    from cstrack.hooks.contracts import Loader
    from cstrack.hooks.plugins import Plugins


class Step(StrEnum):
    """The step that decided."""

    ASKED = "the loader was asked for by its id"
    PROFILE = "a profile was asked for, or stands beside the file"
    ALONE = "no other loader recognises the document"
    REFINES = "it refines the others that recognise the document"
    STRENGTH = "it recognises the document more surely than the others"
    PREFERRED = "[prefer] in cstrack.toml names it"
    AMBIGUOUS = "two loaders recognise the document equally well"
    UNAVAILABLE = "the plugin that serves the authority failed"
    NONE = "no loader recognises the document"


@final
@frozen(kw_only=True)
class Candidate:
    """One loader that recognises the document.

    Attributes:
        loader: the loader.
        strength: how surely.
        evidence: why, for a person.
        refined_by: id of the candidate that refines and so beats it; None where there is none.
    """

    loader: Loader
    strength: Strength
    evidence: tuple[str, ...]
    refined_by: str | None = None


@final
@frozen(kw_only=True)
class Choice:
    """What was decided.

    Attributes:
        loader: the loader; None where none may read the document.
        step: the step that decided.
        candidates: every loader that recognises the document, the surest first.
        authority: GSS code of the document's authority, as told or as the document says.
        problems: why there is no loader, and which plugins failed while recognising.
    """

    loader: Loader | None
    step: Step
    candidates: tuple[Candidate, ...] = ()
    authority: str | None = None
    problems: tuple[Problem, ...] = ()


def choose_loader(
    document: Document,
    plugins: Plugins,
    *,
    loader_id: str | None = None,
    authority: str | None = None,
    prefer: Sequence[str] = (),
) -> Choice:
    """The loader of a document.

    Args:
        document: the document.
        plugins: what the plugins offer.
        loader_id: the loader that was asked for; it is obeyed, and nothing else is looked at.
        authority: GSS code of the document's authority, where it was told.
        prefer: ids of loaders that settle a tie, the first first: ``[prefer] loaders`` of cstrack.toml.

    Returns:
        The choice with all that led to it.

    Raises:
        UnknownName: ``loader_id`` is no loader's.
    """
    if loader_id is not None:
        return Choice(loader=plugins.loader(loader_id), step=Step.ASKED, authority=authority)
    known = authority or recognise_head(document, CORE).authority
    candidates, failed = _candidates(document, plugins, authority)
    return _decided(document, plugins, candidates, known, prefer, failed)


def _candidates(
    document: Document, plugins: Plugins, authority: str | None
) -> tuple[tuple[Candidate, ...], tuple[Problem, ...]]:
    """Every loader that recognises the document, the surest first; and the plugins that failed while being asked."""
    found: list[tuple[Loader, Match]] = []
    failed: list[Problem] = []
    for loader in plugins.loaders:
        match = attempt(partial(_asked, loader, document, authority), loader.id)
        if isinstance(match, Match):
            found.append((loader, match))
        elif match is not None:
            told = (
                match.message if isinstance(match, Caught) else f"it returned {type(match).__name__}, which is no Match"
            )
            failed.append(_failed(loader, plugins, document, told, bad=not isinstance(match, Caught)))
    beaten = _beaten([loader for loader, _ in found], plugins)
    candidates = [
        Candidate(loader=loader, strength=match.strength, evidence=match.evidence, refined_by=beaten.get(loader.id))
        for loader, match in found
    ]
    candidates.sort(key=lambda one: (one.refined_by is not None, -one.strength, one.loader.id))
    return tuple(candidates), tuple(failed)


def _asked(loader: Loader, document: Document, authority: str | None) -> Match | None:
    """Ask a loader; only our own kind can be told the authority beside the document."""
    if isinstance(loader, PaperLoader):
        return loader.recognise(document, authority)
    return loader.recognise(document)


def _failed(loader: Loader, plugins: Plugins, document: Document, told: str, *, bad: bool) -> Problem:
    return Problem(
        code="plugin.bad_return" if bad else "plugin.failed",
        message=f"{loader.id} of {plugins.distribution_of(loader.id)} failed while recognising: {told}",
        severity=Severity.WARNING,
        document=document.source.name,
        plugin=plugin_of(loader.id),
    )


def _beaten(matching: list[Loader], plugins: Plugins) -> dict[str, str]:
    """Loader -> the matching loader that refines it, directly or through others. Two that refine each other beat nobody."""
    general = {loader.id: loader.refines for loader in plugins.loaders}

    def refined(by: str) -> list[str]:
        chain: list[str] = []
        at = general.get(by)
        while at is not None and at not in chain:
            chain.append(at)
            at = general.get(at)
        return chain

    ids = {loader.id for loader in matching}
    refiners: dict[str, set[str]] = {}
    for loader in matching:
        for beaten in refined(loader.id):
            if beaten in ids and beaten != loader.id and loader.id not in refined(beaten):
                refiners.setdefault(beaten, set()).add(loader.id)
    return {beaten: min(by, key=lambda one: (one in refiners, one)) for beaten, by in refiners.items()}


def _decided(
    document: Document,
    plugins: Plugins,
    candidates: tuple[Candidate, ...],
    authority: str | None,
    prefer: Sequence[str],
    failed: tuple[Problem, ...],
) -> Choice:
    def choice(step: Step, loader: Loader | None = None, *problems: Problem) -> Choice:
        return Choice(
            loader=loader, step=step, candidates=candidates, authority=authority, problems=(*failed, *problems)
        )

    standing = [one for one in candidates if one.refined_by is None]
    best = [one for one in standing if one.strength == standing[0].strength]
    unavailable = _unavailable(document, plugins, authority, failed, best)
    if unavailable is not None:
        return choice(Step.UNAVAILABLE, None, unavailable)
    if not best:
        return choice(Step.NONE, None, _none(document))
    if len(best) == 1:
        return choice(_step(candidates, standing), best[0].loader)
    preferred = [one.loader for wanted in prefer for one in best if one.loader.id == wanted]
    if preferred:
        return choice(Step.PREFERRED, preferred[0])
    return choice(Step.AMBIGUOUS, None, _ambiguous(document, plugins, best))


def _step(candidates: tuple[Candidate, ...], standing: list[Candidate]) -> Step:
    if len(candidates) == 1:
        return Step.ALONE
    return Step.REFINES if len(standing) == 1 else Step.STRENGTH


def _unavailable(
    document: Document, plugins: Plugins, authority: str | None, failed: tuple[Problem, ...], best: list[Candidate]
) -> Problem | None:
    """Fail closed: what serves an authority failed, so nothing weaker may read its paper and look like a full reading."""
    if authority is None or (best and best[0].strength >= Strength.AUTHORITY):
        return None
    serving = {row.name for row in plugins.rows if authority in row.authorities}
    names = [failure.plugin for failure in plugins.failed_for(authority)]
    names += [problem.plugin for problem in failed if problem.plugin in serving]
    if not names:
        return None
    return Problem(
        code="loader.unavailable",
        message=(
            f"{document.source.name}: the plugin {names[0]}, which serves {authority}, failed, so its paper is not read by a weaker "
            f"loader: see cstrack plugins --verbose; mend or uninstall {plugins.distribution_of(names[0])}"
        ),
        severity=Severity.ERROR,
        document=document.source.name,
        plugin=names[0],
    )


def _none(document: Document) -> Problem:
    return Problem(
        code="loader.none",
        message=(
            f"{document.source.name}: no loader recognises it. A prose paper needs none; a table needs a profile that maps its "
            "columns: see cstrack explain FILE, and write one with cstrack profile draft FILE"
        ),
        severity=Severity.ERROR,
        document=document.source.name,
    )


def _ambiguous(document: Document, plugins: Plugins, best: list[Candidate]) -> Problem:
    ids = tuple(one.loader.id for one in best)
    bringing = sorted({plugins.distribution_of(found) for found in ids})
    message = f'{AmbiguousLoader(document.source.name, ids)}: loaders = ["{ids[0]}"]'
    if len(bringing) == 1:
        message += f". Both come from {bringing[0]}: a bug of it, to be reported to its author"
    return Problem(code="loader.ambiguous", message=message, severity=Severity.ERROR, document=document.source.name)
