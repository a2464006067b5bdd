"""Whether a number was measured or counted, or only stands in a name, a window of time or an announcement.

"A 5 year plan" and "a four week inspection" name things, "in the last five years" bounds others, and "two pressures" announces a
list: none of them tells the reader how much there is of anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place
    from cstrack.facts.vocabulary import Vocabulary

#: A singular unit behind a number greater than one: it stands before the name of something.
_SINGULAR = pattern(
    "assembly.measured.singular", r"(?i)[-\ ](?:hour|day|week|month|year|hr|wk|mth|yr)(?=\Z|-|\ (?!a\ |per\ )[a-z])"
)
_NAME_BEHIND = pattern(
    "assembly.measured.name_behind",
    r"(?i)'?\ (?:[a-z-]{2,16}\ ){0,2}?(?:plan|programme|strategy|contract|term|pilot|project|course|period|framework|agreement|inspection|review|"
    r"notice|experience|service|placement|cycle|window|forecast|model|vision|deal|tenancy|extension)s?(?![a-z])",
)
#: Words for how long a thing takes, right before the number.
_LASTS = pattern(
    "assembly.measured.lasts",
    r"(?i)(?<![a-z])(?:average|mean|median|length|duration|time|times|wait|waits|delay|delays|absence|absences|total|lasts?|lasted|lasting|wait(?:ed|ing)|"
    r"vacant|stay(?:s|ed)?|sickness|open|off)\ (?:of|for|over|under|is|was|at|about|around|just)(?:\ (?:only|just|around|about|over|nearly|some))?\ \Z",
)
#: A stretch that bounds other things, or that time is told from.
_WINDOW = pattern(
    "assembly.measured.window",
    r"(?i)(?<![a-z])(?:in|over|during|within|throughout|across|next|last|past|first|previous|preceding|coming|following|final|initial|further|additional|"
    r"another|every|each|after|before|under|aged?|the|these|those|a|of|for|until|least|up\ to|than|next\ few|per|by|around|about)\ \Z",
)
_TOLD_FROM = pattern(
    "assembly.measured.told_from",
    r"(?i)'?\ (?:ago|later|earlier|old|on\ from|of\ (?:the|this|that|age|experience|a)|from\ now|into|after|before|since|prior|following|behind\ schedule)(?![a-z])",
)
_MEASURED = pattern(
    "assembly.measured.measured",
    r"(?i)(?<![a-z])(?:average|averag(?:ed|es|ing)|mean|median|took|takes?|taking|taken|last(?:s|ed|ing)(?!\ (?:year|month|week))|wait(?:s|ed|ing)?|stay(?:s|ed)|length|durations?|"
    r"turnaround|timescales?|timeliness|time\ (?:between|from|to|taken)|times|lost|absence|sickness|delay(?:s|ed)?|life)(?![a-z])",
)
#: Right before the number: it is said what something was, fell to or rose from.
_SAID_TO_BE = pattern(
    "assembly.measured.said_to_be",
    r"(?i)(?:(?<![a-z])(?:was|were|is|are|be|been|at|to|from|against|stood\ at|reach(?:ed|es|ing)|averag(?:ed|es|ing)|took|takes?|last(?:ed|s)|wait(?:ed)?)"
    r"(?:\ (?:only|just|around|about|nearly|over|under|still|now|currently))?\ |[:=]\ ?|\()\Z",
)
#: How many things an announcement can announce.
_ANNOUNCED = 12


def tells_how_much(place: Place, vocabulary: Vocabulary) -> bool:
    """Whether a number that nobody means to reach tells how much there is of something.

    Args:
        place: the number in its sentence.
        vocabulary: the words of the field; ``announced`` holds what papers count only to list it.
    """
    if place.mention.rule == "figure.duration":
        return _is_measured_time(place)
    return not _announces(place, vocabulary)


def _is_measured_time(place: Place) -> bool:
    printed = place.text[place.mention.start : place.mention.end]
    many = place.mention.figure.value != 1
    behind = place.text[place.mention.start : place.mention.end + 2]
    if many and _SINGULAR.search(behind) is not None:
        return False
    if _NAME_BEHIND.match(place.after) or _TOLD_FROM.match(place.after):
        return False
    if _LASTS.search(place.before):
        return True
    if _WINDOW.search(place.before) or printed.lower().startswith(("over ", "under ", "up to ", "within ")):
        return False
    if printed.lower().endswith(("or more", "or less", "or fewer")):
        return False
    return bool(_MEASURED.search(place.sentence) or _SAID_TO_BE.search(place.before))


def _announces(place: Place, vocabulary: Vocabulary) -> bool:
    """Whether a small number in words only announces what the paper goes on to list: "two immediate pressures"."""
    figure = place.mention.figure
    if figure.unit != "count" or figure.value > _ANNOUNCED:
        return False
    words = place.text[place.mention.start : place.mention.end].lower().split()
    if not words or any(letter.isdigit() for letter in words[0]):
        return False
    return words[-1] in vocabulary.words("announced")
