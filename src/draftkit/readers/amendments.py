"""The amendment file (docs/amendment-file.md) -> amendments. Every error names the line, and says what to type.

Example:
    >>> read(source, "fiji.yaml").items[0].action
    <Action.DELETE: 'delete'>
"""

from __future__ import annotations

from draftkit.amend.amendments import Action, Amendment, Amendments, Side
from draftkit.model import Annex, Block, Content, Part
from draftkit.readers.draft import _Reader as DraftReader
from draftkit.roll.merge.forest import PARTS
from draftkit.yaml_text import Node, load

_TOP = frozenset("amendments to title sponsors list notes stands".split())
_PART = frozenset("label title formula preamble operative closing annexes".split())
_SIDES = tuple(Side)
_FORMS: dict[str, frozenset[str]] = {
    "delete": frozenset({"in"}),
    "replace": frozenset({"in", "by"}),
    "insert": frozenset({"in", "after", "before"}),
    "text": frozenset({"in"}),
    "put": frozenset({"in"}),
    "number": frozenset({"in"}),
    "strike": frozenset(),
    "move": frozenset({"after", "before", "under"}),
    "add": frozenset({"after", "before", "under", "kind"}),
}
"""The key that says what an entry of the list does, with the keys that may stand beside it."""
KEYS = frozenset(_FORMS).union(*_FORMS.values())
_LISTS = {"preamble": "part:0 preamble", "operative": "part:0 operative", "annexes": "part:0 annexes", "parts": PARTS}
KINDS = ("annex", "part")
"""What an entry can add besides the blocks of a draft."""


def read(source: str, name: str) -> Amendments:
    """Read an amendment file; ``name`` stands in errors.

    Raises:
        Unreadable: no amendment file, or something in it is not what it must be.
        MarkupError: the marks of a text are wrong.
    """
    top = load(source, name)
    version = top.get("amendments")
    if version is None or version.text != "1":
        raise top.error("this is no amendment file of draftkit version 1", 'begin the file with "amendments: 1"')
    fields = top.mapping(_TOP)
    reader = DraftReader()
    notes = tuple(reader.note(key, node) for key, node in reader.note_nodes(fields))
    entries = fields["list"].sequence() if "list" in fields else ()
    return Amendments(
        tuple(_entry(node, reader) for node in entries),
        fields["to"].scalar().strip() if "to" in fields else "",
        fields["title"].scalar().strip() if "title" in fields else "",
        tuple(state.scalar() for state in fields["sponsors"].sequence()) if "sponsors" in fields else (),
        notes,
        tuple(place.scalar() for place in fields["stands"].sequence()) if "stands" in fields else (),
    )


def _entry(node: Node, reader: DraftReader) -> Amendment:
    fields = node.mapping(KEYS)
    does = [key for key in _FORMS if key in fields]
    if len(does) != 1:
        what = f'an amendment does one thing, this does {" and ".join(does)}' if does else "this says not what is to be done"
        raise node.error(what, f"give one of {', '.join(_FORMS)}")
    for key in fields:
        if key not in _FORMS[does[0]] | {does[0]}:
            beside = " and ".join(sorted(_FORMS[does[0]])) or "nothing"
            raise fields[key].error(f'"{key}" does not stand beside "{does[0]}"', f"beside it stands {beside}")
    if does[0] in ("strike", "move", "add"):
        return _whole(does[0], node, fields, reader)
    return _inside(does[0], node, fields, reader)


def _inside(does: str, node: Node, fields: dict[str, Node], reader: DraftReader) -> Amendment:
    """An amendment of what a place says or is."""
    place = _required(node, fields, "in", 'write the id of the paragraph, "in: urges-observe"').scalar().strip()

    def words(key: str) -> Content:
        content = reader.content(_required(node, fields, key, f'write "{key}: |-" and the words on the next line'), place)
        if not content:
            raise fields[key].error(f'"{key}" is empty', "write the words")
        return content

    if does == "delete":
        return Amendment(Action.DELETE, place, words("delete"), line=node.line)
    if does == "replace":
        return Amendment(Action.REPLACE, place, words("replace"), words("by"), line=node.line)
    if does == "text":
        return Amendment(Action.REWORD, place, by=reader.content(fields["text"], place), line=node.line)
    if does == "number":
        number = fields["number"].scalar().strip()
        label = {"in sequence": None, "none": ""}.get(number.lower(), number)
        return Amendment(Action.NUMBER, place, label=label, line=node.line)
    if does == "put":
        return Amendment(Action.PUT, place, value=_block(fields["put"], DraftReader()), line=node.line)
    side = _side(node, fields, (Side.AFTER, Side.BEFORE), "the words that they come after")
    return Amendment(Action.INSERT, place, words(side), words("insert"), side, line=node.line)


def _whole(does: str, node: Node, fields: dict[str, Node], reader: DraftReader) -> Amendment:
    """An amendment of a whole paragraph."""
    if does == "strike":
        return Amendment(Action.STRIKE, fields["strike"].scalar().strip(), line=node.line)
    side = _side(node, fields, _SIDES, "the id of the paragraph that it comes after")
    anchor = fields[side].scalar().strip()
    if side is Side.UNDER:
        anchor = _LISTS.get(anchor, anchor)
    if does == "move":
        return Amendment(Action.MOVE, fields["move"].scalar().strip(), side=side, anchor=anchor, line=node.line)
    value = _value(fields, reader)
    name = f"part:{'-'.join(value.label.split()) or 'new'}" if isinstance(value, Part) else value.id
    return Amendment(Action.ADD, name, side=side, anchor=anchor, value=value, line=node.line)


def _value(fields: dict[str, Node], reader: DraftReader) -> Part | Annex | Block:
    """The thing that an entry adds."""
    kind = fields["kind"].scalar() if "kind" in fields else ""
    if kind not in ("", *KINDS):
        raise fields["kind"].error(f'"{kind}" is no kind of thing to add', f"write {' or '.join(KINDS)}, or leave it out")
    node = fields["add"]
    if kind == "part":
        return reader.part(node.mapping(_PART))
    return reader.annex(node) if kind else _block(node, reader)


def _block(node: Node, reader: DraftReader) -> Block:
    if "clause" in (node.fields or {}):
        raise node.error("a clause cannot stand in an amendment", "write its words out as text")
    return reader.block(node)


def _side(node: Node, fields: dict[str, Node], sides: tuple[Side, ...], what: str) -> Side:
    found = [side for side in sides if side in fields]
    if len(found) != 1:
        raise node.error("this does not say where" if not found else "this says twice where", f'write "after:" and {what}')
    return found[0]


def _required(node: Node, fields: dict[str, Node], key: str, remedy: str) -> Node:
    if key not in fields:
        raise node.error(f'"{key}:" is missing', remedy)
    return fields[key]
