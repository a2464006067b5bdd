"""A profile says what it may, and where it says something else the line is told."""

from __future__ import annotations

import pytest

from cstrack.errors import InvalidProfile
from cstrack.hooks.profile_toml import packaged_profiles, read_profiles
from cstrack.hooks.toml_lines import line_of

WHOLE = """\
format = 1
[paper]
id = "devon.paper"
title = "papers of Devon"
authority = "E10000008"
own = ["the Service"]
partners = ["CCG"]
[paper.bodies]
"CSC" = "Children's Scrutiny Committee"
[paper.roles]
DCS = "Director of Children's Services"
[paper.sections]
"Next steps" = "actions"
[paper.leads]
"Members agreed to" = "resolved"
[paper.vocabulary.service]
"early help unit" = "Early help"

[[paper.layout]]
id = "devon.monitor"
title = "budget monitor of Devon"
literals = ["BUDGET MONITORING"]
own = ["the Unit"]
[paper.layout.bodies]
"CAB" = "Cabinet"
[paper.layout.vocabulary.service]
"spending unit" = "Education"
[[paper.layout]]
id = "devon.minutes"
title = "minutes of Devon"
literals = ["Minutes"]
"""


def test_a_profile_is_read():
    """All that a council can say about its papers."""
    council, *_ = read_profiles(WHOLE.encode(), "devon.toml")
    assert (council.id, council.authority) == ("devon.paper", "E10000008")
    assert council.bodies == {"CSC": "Children's Scrutiny Committee"}
    assert council.roles == {"DCS": "Director of Children's Services"}
    assert council.sections == {"Next steps": "actions"}
    assert council.leads == {"Members agreed to": "resolved"}
    assert council.vocabulary == {"service": {"early help unit": "Early help"}}
    assert (council.own, council.partners, council.literals) == (("the Service",), ("CCG",), ())


def test_a_layout_has_what_the_council_says_and_its_own():
    """Nothing needs to be said twice."""
    _, monitor, minutes = read_profiles(WHOLE.encode(), "devon.toml")
    assert (monitor.id, monitor.authority, monitor.literals) == ("devon.monitor", "E10000008", ("BUDGET MONITORING",))
    assert monitor.own == ("the Service", "the Unit")
    assert monitor.bodies == {"CSC": "Children's Scrutiny Committee", "CAB": "Cabinet"}
    assert monitor.vocabulary == {"service": {"early help unit": "Early help", "spending unit": "Education"}}
    assert minutes.sections == {"Next steps": "actions"}


def test_a_byte_order_mark_is_no_matter():
    """Notepad writes one."""
    assert read_profiles(b"\xef\xbb\xbf" + WHOLE.encode(), "devon.toml")[0].id == "devon.paper"


#: What is changed in the whole profile -> line and message.
WRONG = {
    ("own = [", "wn = ["): (6, "unknown key 'wn'; did you mean 'own'?"),
    ("format = 1", "format = 2"): (1, "format is 2; this cstrack reads format = 1"),
    ("format = 1\n", ""): (None, "format is None"),
    ('"actions"', '"action"'): (13, "unknown kind of section 'action'; did you mean 'actions'?"),
    ('"resolved"', '"agreed"'): (
        15,
        "unknown outcome 'agreed'; known: deferred, lost, noted, recommended, referred, resolved",
    ),
    ('vocabulary.service]\n"early', 'vocabulary.servise]\n"early'): (
        16,
        "unknown field of the vocabulary 'servise'; did you mean 'service'?",
    ),
    ('"E10000008"', '"Devon"'): (5, "'Devon' is no GSS code such as 'E08000015'"),
    ('id = "devon.paper"', 'id = "devon"'): (3, "'devon' is no id"),
    ('id = "devon.paper"\n', ""): (2, "id is missing"),
    ('title = "papers of Devon"', 'title = ""'): (4, "title is a text in quotes, not ''"),
    ('own = ["the Service"]', 'own = "the Service"'): (6, 'own is a list of texts: own = ["..."]'),
    ('partners = ["CCG"]', "partners = [1]"): (7, "partners is a text in quotes, not 1"),
    ('"CSC" = "Children\'s Scrutiny Committee"', '"CSC" = 7'): (9, "CSC is a text in quotes, not 7"),
    ('[paper.roles]\nDCS = "Director of Children\'s Services"', "[[paper.roles]]"): (
        10,
        "roles is a table: [paper.roles]",
    ),
    ('literals = ["Minutes"]', 'literal = ["Minutes"]'): (31, "unknown key 'literal'; did you mean 'literals'?"),
    ('literals = ["Minutes"]\n', ""): (28, "a layout needs literals"),
    ('title = "minutes of Devon"', 'authority = "E10000008"'): (30, "unknown key 'authority'"),
    ('title = "minutes of Devon"', "title = 3"): (30, "title is a text in quotes, not 3"),
    ('authority = "E10000008"', "authority ="): (5, "it is no TOML"),
    ("[paper.bodies]", "[paper.bodies"): (8, "it is no TOML"),
}


@pytest.mark.parametrize("change", WRONG, ids=lambda change: change[1][:30])
def test_what_cannot_be_meant_is_told_with_its_line(change):
    """And with what was meant, where something is near."""
    line, message = WRONG[change]
    assert change[0] in WHOLE
    changed = WHOLE.replace(*change, 1)
    with pytest.raises(InvalidProfile) as error:
        read_profiles(changed.encode(), "devon.toml")
    assert (error.value.line, error.value.path) == (line, "devon.toml")
    assert message in error.value.message
    assert str(error.value).startswith("devon.toml, line" if line else "devon.toml: ")


@pytest.mark.parametrize(
    "text", ["format = 1", "format = 1\npaper = 3", "format = 1\n[paper]\nvocabulary = 3\nid = 'a.b'\ntitle = 'x'"]
)
def test_tables_are_tables(text):
    """A number in the place of a table is told, not raised from somewhere below."""
    with pytest.raises(InvalidProfile):
        read_profiles(text.encode(), "x.toml")


def test_one_layout_is_written_with_two_brackets():
    """The commonest slip of TOML."""
    text = "format = 1\n[paper]\nid = 'a.b'\ntitle = 'x'\n[paper.layout]\nid = 'a.c'\n"
    with pytest.raises(InvalidProfile, match=r"line 5: layouts are written \[\[paper\.layout\]\]"):
        read_profiles(text.encode(), "x.toml")


def test_bytes_that_are_no_text_are_told_with_their_line():
    """A profile saved as Windows-1252."""
    with pytest.raises(InvalidProfile, match="line 2: it is not UTF-8"):
        read_profiles(b"format = 1\n# \xa3\n", "x.toml")


@pytest.mark.parametrize("plugin", ["wirral", "torbay", "worcestershire"])
def test_the_profiles_of_this_repository_are_valid(plugin):
    """Each says whose it is, and every layout is a kind of its council's papers."""
    council, *layouts = packaged_profiles(f"cstrack_{plugin}", f"{plugin}.toml")
    assert council.authority
    assert all(layout.id.startswith(f"{plugin}.") and layout.authority == council.authority for layout in layouts)


def test_the_line_of_a_dotted_key():
    """A table may be written in one line."""
    assert line_of('format = 1\npaper.id = "a.b"\n', ("paper", "id")) == 2
    assert line_of('[paper]\nbodies = { "A" = 1 }\n', ("paper", "bodies", "A")) == 2
    assert line_of("x = 1\n", ("paper",)) is None
