"""Bodies that decide, as papers name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.recognition.scene import Scene

_AUXILIARY = pattern("recognition.bodies.auxiliary", r"[ ](?:has|have|had)(?:[ ](?:now|also|since|therefore))?[ ]\Z", 2)
_LOOSE = pattern("recognition.bodies.loose", r"(?:(?:the|a)[ ])?(?:[A-Za-z'&()-]{2,20}[ ]){1,8}\Z", 2)
_NAMED = pattern(
    "recognition.bodies.named",
    r"(?:[Tt]he[ ])?[A-Z][A-Za-z'&-]{1,20},?(?:[ ](?:and|of|for|the|&|[A-Z][A-Za-z'&-]{0,20},?)){0,9}[ ]?\Z",
)
#: Members who decide by themselves on their own pages, and speak for themselves in meetings.
_MEMBERS = frozenset(
    {
        "cabinet member",
        "executive member",
        "portfolio holder",
        "lead member",
        "executive lead",
        "leader",
        "deputy leader",
    }
)
#: Characters of a sentence before a verb in which its body is looked for.
_REACH = 160


def is_body(scene: Scene, words: str) -> bool:
    """Whether some words are the name of a body, or of an office, that decides."""
    folded = words.casefold().removeprefix("the ")
    if folded in {name.casefold() for name in scene.profile.bodies}:
        return True
    bodies, parts = scene.vocabulary.words("body"), folded.split()
    heads = [" ".join(parts[-length:]) for length in (4, 3, 2, 1)] + [" ".join(parts[:length]) for length in (2, 1)]
    return any(head.rstrip(",") in bodies for head in heads)


def body_of(scene: Scene, words: str) -> str:
    """The body that opens some words, as printed: "The Committee" of "The Committee considered the report and"."""
    parts = words.split()
    openings = (" ".join(parts[:length]) for length in range(1, min(len(parts), 8) + 1))
    bodies = scene.vocabulary.words("body")
    named = [one for one in openings if one.casefold().removeprefix("the ") in bodies]
    return named[0] if named and len(parts) > 4 else words


def is_officer(scene: Scene, body: str) -> bool:
    """Whether a body is one officer or member: what one "agreed to" in a meeting is work, no resolution."""
    words, bodies = body.casefold().removeprefix("the ").split(), scene.vocabulary.words("body")
    single = {" ".join(words[:length]) for length in (1, 2, 3)}
    return not single.isdisjoint(_MEMBERS) or any(bodies.get(name) == "officer" for name in single)


def body_before(scene: Scene, words: str) -> str | None:
    """The body that ends some words, an auxiliary left out, as printed; None where they end with none."""
    words = words[-_REACH:]
    auxiliary = _AUXILIARY.search(words)
    words = words[: auxiliary.start()] + " " if auxiliary else words
    named = _NAMED.search(words)
    if named and is_body(scene, named.group().strip()):
        return named.group().strip()
    loose = _LOOSE.search(words)
    parts = loose.group().split() if loose else []
    tails = [" ".join(parts[-length:]) for length in range(1, min(4, len(parts)) + 1)]
    return next((tail for tail in tails if tail.casefold() in scene.vocabulary.words("body")), None)
