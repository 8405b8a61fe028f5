"""What an amendment document calls the places of a draft (un-rules D5, F): "operative paragraph 2", "the third preambular
paragraph".

Numbers are those of the draft as it was issued, whatever else is amended.

Example:
    >>> spoken(draft)["considered-report"], spoken(draft)["reporting-all"]
    ('the first preambular paragraph', 'operative paragraph 10 (a)')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from draftkit.amend.amendments import FORMULA, NOTE, TITLE
from draftkit.assemble.places import places
from draftkit.model import Annex, Heading, Opaque, Paragraph, Resolution, Scheme, Table
from draftkit.roll.merge.forest import Forest, is_part, owner, planted
from draftkit.tree import Section, walk
from draftkit.un.sessions import HIGHEST, ordinal

_PREAMBULAR = re.compile(r"preambular paragraph (\d+)")
_NUMBERED = re.compile(r"(?<!preambular )(?<!operative )\bparagraph(?= \d)")
_TITLE_OF = "the title of "
_QUOTED = re.compile('"([^"]*)"')
_UNNAMED = re.compile(
    r"(?:operative paragraph|paragraph|footnote|section|annex|part|table|image|equation)\b(?! of)(?=.*\d)|annex\b"
)
"""What has no "the" before it."""


def spoken(draft: Resolution) -> dict[str, str]:
    """What every place of a draft is called, by its id; "title", "note x", annexes and parts too."""
    forest = planted(draft)
    sections = {place.block.id: place.section for place in walk(draft)}
    found: dict[str, str] = {TITLE: "the title"}
    for key, name in places(draft).items():
        if key in sections:
            found[key] = _with_article(_unit(name, sections[key]))
        elif key.startswith(NOTE):
            found[key] = name
        elif isinstance(value := forest.values.get(key), Annex):
            label = value.label
            found[key] = f"the {name.removesuffix(label)}{label[:1].lower()}{label[1:]}" if label else f"the {name}"
    for name, value in forest.values.items():
        if is_part(name):
            label = getattr(value, "label", "")
            found[name] = f"part {label}" if label else "the part"
            found[name + FORMULA] = f"the enacting formula of part {label}" if label else "the enacting formula"
    return _told_apart({key: _QUOTED.sub(r"“\1”", name) for key, name in found.items()})


def _unit(name: str, section: Section) -> str:
    """The name with the words for preambular and operative paragraphs that amendments use."""
    if section is Section.OPERATIVE:
        return _NUMBERED.sub("operative paragraph", name)
    match = _PREAMBULAR.search(name)
    if match and int(match[1]) <= HIGHEST:
        return f"{name[: match.start()]}the {ordinal(int(match[1]))} preambular paragraph{name[match.end() :]}"
    return name


def _with_article(name: str) -> str:
    return name if name.startswith("the ") or _UNNAMED.match(name) else f"the {name}"


def _told_apart(found: Mapping[str, str]) -> dict[str, str]:
    """The same, with the id where two places have one name."""
    count = Counter(found.values())
    return {key: name if count[name] == 1 else f"{name} ({key.removeprefix(NOTE)})" for key, name in found.items()}


# --- What things are called that have no place yet -----------------------------------------------------------------


def kind_of(value: object, home: str, forest: Forest) -> str:
    """What a thing is called that comes into a list: "operative paragraph", "subparagraph", "heading"."""
    own, _, kind = home.partition(" ")
    if isinstance(value, Annex):
        return "annex"
    if isinstance(value, Heading):
        kind = {Scheme.ROMAN: "section heading", Scheme.LETTER: "lettered heading"}.get(value.scheme, "heading")
        return f"{kind} that begins the numbers anew" if value.restart else kind
    if isinstance(value, Table):
        return "table"
    if isinstance(value, Opaque):
        return value.kind
    if not isinstance(value, Paragraph):
        return "part"
    if kind == "items":
        return "subparagraph"
    if kind == "preamble":
        return "preambular paragraph"
    return "operative paragraph" if is_part(own) else "paragraph"


def whole(name: str) -> str:
    """The name of all that stands at a place: an annex is known by its title, "the title of annex II" -> "annex II"."""
    own = name.removeprefix(_TITLE_OF)
    return "the annex" if own == "annex" and own != name else own


def list_called(home: str, names: Mapping[str, str], forest: Forest) -> str:
    """What a list of paragraphs is called: "the preamble", "operative paragraph 4", "annex II"."""
    own, _, kind = home.partition(" ")
    if not own:
        return "the text"
    if is_part(own):
        label = getattr(forest.values[own], "label", "")
        within = f" of part {label}" if label and len(forest.lists[""]) > 1 else ""
        called = {"preamble": "the preamble", "operative": "the operative part", "annexes": "the annexes"}[kind]
        return f"{called}{within}"
    if kind == "body":
        return whole(names[own])
    return names[own]


def depth_of(home: str, forest: Forest) -> int:
    """How deep the things of a list stand: 0 for paragraphs, 1 for (a)."""
    depth = 0
    while home.endswith(" items"):
        depth += 1
        home = forest.homes[owner(home)]
    return depth
